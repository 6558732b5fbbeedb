using System.ComponentModel.DataAnnotations;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>The form of a contingent.</summary>
public sealed class ContingentInput
{
    private const string Longest = "Bitte kürzen Sie den Text auf {1} Zeichen.";

    public Guid Version { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie dem Kontingent einen Namen."), StringLength(ContingentSettings.NameLength, ErrorMessage = Longest)]
    public string? Name { get; set; }

    [Display(Name = "Plätze"), Required(ErrorMessage = "Bitte geben Sie ein, wie viele Plätze es sind."), Range(0, ContingentSettings.MostPlaces, ErrorMessage = "Die Zahl der Plätze liegt zwischen {1} und {2}.")]
    public int? Places { get; set; }

    [Display(Name = "Liegt innerhalb von")]
    public Guid? ParentId { get; set; }

    [Display(Name = "Ab dann für alle frei"), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
    public DateTime? ReleasedAt { get; set; }

    [Display(Name = "Ebenen")]
    public List<AdministrativeLevel> Levels { get; set; } = [];

    [Display(Name = "Länder")]
    public List<Land> Lands { get; set; } = [];

    [Display(Name = "Organisationen"), StringLength(4000, ErrorMessage = Longest)]
    public string? Organisations { get; set; }

    [Display(Name = "E-Mail-Domänen"), StringLength(4000, ErrorMessage = Longest)]
    public string? Domains { get; set; }

    public static ContingentInput From(Contingent contingent, ConferenceTime time) => new()
    {
        Version = contingent.Version,
        Name = contingent.Settings.Name,
        Places = contingent.Settings.Places,
        ParentId = contingent.Settings.ParentId,
        ReleasedAt = contingent.Settings.ReleasedAt is { } at ? time.Local(at) : null,
        Levels = [.. contingent.Settings.Levels],
        Lands = [.. contingent.Settings.Lands],
        Organisations = contingent.Settings.Organisations,
        Domains = contingent.Settings.Domains,
    };

    /// <summary>The settings; only for a valid form.</summary>
    public ContingentSettings ToSettings(DateTimeOffset? releasedAt) => new()
    {
        Name = Clean.Line(Name),
        Places = Places!.Value,
        ParentId = ParentId,
        ReleasedAt = releasedAt,
        LevelList = ContingentSettings.List(Levels),
        LandList = ContingentSettings.List(Lands),
        Organisations = string.Join('\n', Lines(Organisations)),
        Domains = string.Join('\n', MailDomain.Read(Clean.Text(Domains))),
    };

    private static string[] Lines(string? typed) => Clean.Text(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
