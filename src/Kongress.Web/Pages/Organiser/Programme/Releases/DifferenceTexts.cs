using Kongress.Conferences;
using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>Two versions and in what they differ, for the list of changes.</summary>
public sealed record DifferenceList(Conference Conference, Snapshot Old, Snapshot New, IReadOnlyList<SlotDifference> Differences);

/// <summary>One thing that differs.</summary>
/// <param name="Before">Null: there was none.</param>
/// <param name="Now">Null: there is none any more.</param>
/// <param name="IsLong">Folded in, as nobody reads it in passing.</param>
public sealed record DifferenceLine(string Label, string? Before, string? Now, bool IsLong = false);

/// <summary>What differs in a slot, before and after, in words.</summary>
internal static class DifferenceTexts
{
    private const string Nothing = "keine Angabe";

    public static IEnumerable<DifferenceLine> Lines(IStringLocalizer<Texts> text, DifferenceList list, SlotDifference difference)
    {
        var (before, now) = (difference.Old, difference.New);
        DifferenceLine Line(string label, Func<Snapshot, SnapshotSlot, string> of, bool isLong = false) =>
            new(label, before is null ? null : Or(of(list.Old, before)), now is null ? null : Or(of(list.New, now)), isLong);
        bool Has(Differing fields) => (difference.Fields & fields) != Differing.None;
        var isOneSided = before is null || now is null;

        if (isOneSided || Has(Differing.Day | Differing.Start | Differing.Duration)) yield return Line("Zeit", (_, s) => ProgrammeTexts.When(list.Conference.Time, s.StartsAt, s.Minutes));
        if (isOneSided || Has(Differing.Room)) yield return Line("Raum", Rooms);
        if (isOneSided ? difference.Slot.People.Count > 0 : Has(Differing.People)) yield return Line("Mitwirkende", (snapshot, s) => People(text, snapshot, s));
        if (Has(Differing.Title)) yield return Line("Titel", (_, s) => s.Title);
        if (Has(Differing.Subtitle)) yield return Line("Untertitel", (_, s) => s.Subtitle);
        if (Has(Differing.Language)) yield return Line("Sprache", (_, s) => ProgrammeTexts.LanguageName(text, s.Language));
        if (Has(Differing.Track)) yield return Line("Thema", (snapshot, s) => snapshot.Tracks.FirstOrDefault(t => t.Id == s.TrackId)?.Name ?? "");
        if (Has(Differing.Format)) yield return Line("Format, Zielgruppe, Plätze", (_, s) => $"{ProgrammeTexts.Name(text, s.Kind)}, {ProgrammeTexts.Name(text, s.Audience)}, {(s.Seats is { } seats ? $"{seats} Plätze" : "Plätze nicht begrenzt")}");
        if (Has(Differing.Recording)) yield return Line("Aufzeichnung", (_, s) => s.IsRecorded ? "ja" : "nein");
        if (Has(Differing.Link)) yield return Line("Links", (_, s) => string.Join(", ", s.Links.Prepend(s.StreamUrl).Where(l => l.Length > 0)));
        if (Has(Differing.Text)) yield return Line("Beschreibung", (_, s) => s.Abstract, isLong: true);
    }

    private static string Or(string words) => words.Length > 0 ? words : Nothing;

    private static string Rooms(Snapshot snapshot, SnapshotSlot slot) =>
        string.Join(" + ", snapshot.Rooms.Where(r => slot.RoomIds.Contains(r.Id)).Select(r => r.Name)) is { Length: > 0 } names ? names : "alle Räume";

    private static string People(IStringLocalizer<Texts> text, Snapshot snapshot, SnapshotSlot slot) => string.Join("; ", slot.People.Select(p =>
    {
        var name = snapshot.People.FirstOrDefault(known => known.Id == p.PersonId)?.Name ?? "wird bekannt gegeben";
        var about = string.Join(", ", new[] { p.Function, p.Organisation }.Where(t => t.Length > 0));
        return $"{name} ({ProgrammeTexts.Name(text, p.Role)}{(about.Length > 0 ? "; " + about : "")})";
    }));
}
