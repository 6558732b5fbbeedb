using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Kongress.Workshops;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Programme;

/// <summary>A slot as lists and tables show it.</summary>
/// <param name="WithDay">Where it is not clear from around it on which day it is.</param>
public sealed record ProgrammeItem(PublicProgramme Programme, SnapshotSlot Slot, bool WithDay = false)
{
    /// <summary>How full it is, where seats are limited.</summary>
    public Filling? Filling { get; init; }

    public string Address => $"{Addresses.Programme}/{Slot.Code}";

    public SnapshotTrack? Track => Programme.TrackOf(Slot);

    /// <summary>The title is in another language than the page.</summary>
    public string? ForeignLanguage => LanguageTag(Slot.Language);

    public string Hours => ProgrammeTexts.Hours(Programme.Conference.Time, Slot.StartsAt, Slot.Minutes);

    public string When => WithDay ? ProgrammeTexts.When(Programme.Conference.Time, Slot.StartsAt, Slot.Minutes) : Hours;

    public string Rooms => string.Join(" + ", Programme.RoomsOf(Slot).Select(r => r.Name));

    /// <summary>What a link says beside the title to those who hear it out of its place: state, time, room, language.</summary>
    public string Spoken(IStringLocalizer<Texts> text) => string.Join(", ", new[]
    {
        Slot.IsCancelled ? text["Fällt aus"].Value : "", When, Rooms, ProgrammeTexts.LanguageName(text, Slot.Language),
    }.Where(part => part.Length > 0));

    /// <summary>"Moderation: Dr. Ayşe Şahin · Podium: …", in the order of protocol.</summary>
    public string People(IStringLocalizer<Texts> text)
    {
        var parts = new List<string>();
        foreach (var group in Slot.People.GroupBy(p => p.Role))
        {
            var names = group.Select(p => Programme.PersonOf(p)?.Name ?? text["wird bekannt gegeben"].Value).ToList();
            var unnamed = names.Count(name => name == text["wird bekannt gegeben"].Value);
            if (unnamed > 1) names = [.. names.Distinct()];
            parts.Add($"{ProgrammeTexts.Name(text, group.Key)}: {string.Join(", ", names)}");
        }

        return string.Join(" · ", parts);
    }

    /// <summary>For a lang attribute: null where the text speaks the language of the page.</summary>
    public static string? LanguageTag(string language) => language == Language.Current ? null : language;

    /// <summary>"Staatssekretärin, Ministerium des Innern".</summary>
    public static string Office(string? function, string organisation) => string.Join(", ", new[] { function, organisation }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>"1,4 MB", never less than a tenth.</summary>
    public static string Size(int bytes) => $"{Math.Max(0.1, bytes / 1_048_576.0):0.0} MB";
}
