using System.ComponentModel.DataAnnotations;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Registrations.Exports;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Kongress.Web.Pages.Organiser.Registrations.Exports;

/// <summary>A template as typed. Filters are those of the list, without its search: words of a search may be names.</summary>
public sealed class TemplateInput : IValidatableObject
{
    private const string GoneContingent = "Dieses Kontingent gibt es nicht mehr";
    private const string GoneGroup = "Diese Gruppe gibt es nicht mehr";

    private static readonly IReadOnlyList<string> Known = [.. ExportColumns.In(new ConferenceTime("Europe/Berlin")).Select(c => c.Heading)];

    public Guid Version { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie der Vorlage einen Namen."), StringLength(ExportTemplate.NameLength, ErrorMessage = "Bitte kürzen Sie den Namen auf {1} Zeichen.")]
    public string? Name { get; set; }

    [Display(Name = "Spalten")]
    public IList<string> Columns { get; set; } = [];

    [Display(Name = "Format")]
    public ExportFormat Format { get; set; }

    [Display(Name = "Stand")]
    public RegistrationStatus? Status { get; set; }

    [Display(Name = "Verwaltungsebene")]
    public AdministrativeLevel? Level { get; set; }

    [Display(Name = "Land")]
    public Land? Land { get; set; }

    [Display(Name = "Kommt als")]
    public AttendeeKind? Kind { get; set; }

    [Display(Name = "Nimmt teil an")]
    public CongressPart? Part { get; set; }

    [Display(Name = "Sprache")]
    public string? Language { get; set; }

    /// <summary>As in the address of the list.</summary>
    [Display(Name = "Kontingent")]
    public string? Contingent { get; set; }

    [Display(Name = "Sammelanmeldung")]
    public Guid? Group { get; set; }

    [Display(Name = "Nur zu prüfende")]
    public bool NeedsDecision { get; set; }

    [Display(Name = "Sortieren nach")]
    public RegistrationSort Sort { get; set; }

    [Display(Name = "In umgekehrter Reihenfolge")]
    public bool Descending { get; set; }

    public static IEnumerable<SelectListItem> Formats => [new("Excel (xlsx)", nameof(ExportFormat.Xlsx)), new("CSV", nameof(ExportFormat.Csv))];

    public static IEnumerable<SelectListItem> Statuses => Enum.GetValues<RegistrationStatus>().Select(s => new SelectListItem(OrganiserTexts.Status(s).Word, s.ToString()));

    public static IEnumerable<SelectListItem> Levels => Enum.GetValues<AdministrativeLevel>().Select(l => new SelectListItem(l.Name(), l.ToString()));

    public static IEnumerable<SelectListItem> Lands => Enum.GetValues<Land>().Select(l => new SelectListItem(l.Name(), l.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture);

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<AttendeeKind>().Select(k => new SelectListItem(k.Name(), k.ToString()));

    public static IEnumerable<SelectListItem> Languages => new[] { Kongress.Shared.Language.German, Kongress.Shared.Language.English }.Select(l => new SelectListItem(OrganiserTexts.LanguageName(l), l));

    /// <summary>With the chosen one, also where it is gone.</summary>
    public IEnumerable<SelectListItem> Contingents(FilterNames names) => Items(names.Contingents, ListQuery.ReadContingent(Contingent), GoneContingent, ListQuery.Value);

    /// <inheritdoc cref="Contingents"/>
    public IEnumerable<SelectListItem> Groups(FilterNames names) => Items(names.Groups, Group, GoneGroup, id => id.ToString());

    public static IEnumerable<SelectListItem> Parts => Enum.GetValues<CongressPart>().Select(p => new SelectListItem(p.Name(), p.ToString()));

    public static IEnumerable<SelectListItem> Sorts => [new("Eingang", nameof(RegistrationSort.Submitted)), new("Name", nameof(RegistrationSort.Name)), new("Organisation", nameof(RegistrationSort.Organisation)), new("Stand", nameof(RegistrationSort.Status))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Known.Any(Columns.Contains)) yield return new ValidationResult("Bitte wählen Sie mindestens eine Spalte.", [nameof(Columns)]);
        if (!Enum.IsDefined(Format)) yield return new ValidationResult("Bitte wählen Sie ein Format.", [nameof(Format)]);
        if (Status is { } status && !Enum.IsDefined(status)) yield return new ValidationResult("Bitte wählen Sie einen Stand aus der Liste.", [nameof(Status)]);
        if (Level is { } level && !Enum.IsDefined(level)) yield return new ValidationResult("Bitte wählen Sie eine Ebene aus der Liste.", [nameof(Level)]);
        if (Land is { } land && !Enum.IsDefined(land)) yield return new ValidationResult("Bitte wählen Sie ein Land aus der Liste.", [nameof(Land)]);
        if (Kind is { } kind && !Enum.IsDefined(kind)) yield return new ValidationResult("Bitte wählen Sie aus der Liste, als was jemand kommt.", [nameof(Kind)]);
        if (Language is not (null or Kongress.Shared.Language.German or Kongress.Shared.Language.English)) yield return new ValidationResult("Bitte wählen Sie eine Sprache aus der Liste.", [nameof(Language)]);
        if (Contingent is not null && ListQuery.ReadContingent(Contingent) is null) yield return new ValidationResult("Bitte wählen Sie ein Kontingent aus der Liste.", [nameof(Contingent)]);
        if (Part is { } part && !Enum.IsDefined(part)) yield return new ValidationResult("Bitte wählen Sie einen Teil aus der Liste.", [nameof(Part)]);
        if (!Enum.IsDefined(Sort)) yield return new ValidationResult("Bitte wählen Sie eine Sortierung aus der Liste.", [nameof(Sort)]);
    }

    private RegistrationFilter Filter
    {
        get => new()
        {
            Status = Status,
            Level = Level,
            Land = Land,
            Kind = Kind,
            Part = Part,
            Language = Language,
            Contingent = ListQuery.ReadContingent(Contingent),
            Group = Group,
            NeedsDecision = NeedsDecision,
            Sort = Sort,
            Descending = Descending,
        };
        set => (Status, Level, Land, Kind, Part, Language, Contingent, Group, NeedsDecision, Sort, Descending) =
            (value.Status, value.Level, value.Land, value.Kind, value.Part, value.Language, value.Contingent is { } contingent ? ListQuery.Value(contingent) : null, value.Group, value.NeedsDecision, value.Sort, value.Descending);
    }

    /// <summary>The chosen columns as they stand in the file; what is not known is left out.</summary>
    public IReadOnlyList<string> Chosen => [.. Columns.Where(Known.Contains).Distinct()];

    /// <summary>The columns that are left, in the order of the list.</summary>
    public IEnumerable<string> Others => Known.Except(Columns);

    /// <summary>Moves a chosen column one place to the front or to the back; at the edge, or where it is not chosen, nothing moves.</summary>
    public void Move(string? column, bool toTheFront)
    {
        var order = Chosen.ToList();
        var (from, to) = (order.IndexOf(column ?? ""), order.IndexOf(column ?? "") + (toTheFront ? -1 : 1));
        if (from >= 0 && to >= 0 && to < order.Count) (order[from], order[to]) = (order[to], order[from]);
        Columns = order;
    }

    public ExportTemplateEdit ToEdit() => new(Name!, Chosen, ListQuery.Filters(Filter), Format);

    public static TemplateInput From(ExportTemplate template) => new()
    {
        Version = template.Version,
        Name = template.Name,
        Columns = [.. template.Headings],
        Format = template.Format,
        Filter = FilterOf(template.Filter),
    };

    /// <summary>A new one for what stands in the address of the list.</summary>
    public static TemplateInput For(string query) => new() { Columns = ["Vorname", "Nachname", "Organisation"], Filter = FilterOf(query) };

    /// <summary>What cannot be read any more counts as not given; a search is left out.</summary>
    public static RegistrationFilter FilterOf(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Value(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;
        return new ListQuery
        {
            Status = Value("status"),
            Level = Value("ebene"),
            Land = Value("land"),
            Kind = Value("art"),
            Part = Value("teil"),
            Language = Value("sprache"),
            Contingent = Value("kontingent"),
            Group = Value("gruppe"),
            NeedsDecision = Value("entscheiden"),
            Sort = Value("sortierung"),
            Direction = Value("richtung"),
        }.ToFilter();
    }

    /// <summary>"Angemeldet, Kommune".</summary>
    public static string Words(string query, FilterNames names)
    {
        var filter = FilterOf(query);
        var words = new[]
        {
            filter.NeedsDecision ? "Nur zu prüfende" : null, filter.Status is { } status ? OrganiserTexts.Status(status).Word : null, filter.Level?.Name(), filter.Land?.Name(), filter.Kind?.Name(),
            filter.Part is { } part ? part.Name() : null, filter.Language is { } language ? OrganiserTexts.LanguageName(language) : null,
            filter.Contingent is { } contingent ? Named(names.Contingents, contingent, GoneContingent) : null, filter.Group is { } group ? Named(names.Groups, group, GoneGroup) : null,
        }.OfType<string>();
        return string.Join(", ", words) is { Length: > 0 } text ? text : "Alle";
    }

    private static IEnumerable<SelectListItem> Items(IReadOnlyList<NamedCount> all, Guid? chosen, string gone, Func<Guid, string> value) => all.Select(n => n.Id)
        .Union(chosen is { } id ? [id] : []).Select(id => new SelectListItem(Named(all, id, gone), value(id)));

    private static string Named(IReadOnlyList<NamedCount> all, Guid id, string gone)
    {
        if (id == Guid.Empty) return "Offen für alle";
        var name = all.FirstOrDefault(n => n.Id == id)?.Name ?? gone;
        return name.Length > 70 ? name[..69] + "…" : name;
    }
}
