using System.ComponentModel.DataAnnotations;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations;

/// <summary>What the person comes to, needs and allows, as typed.</summary>
public sealed class AttendanceInput : IValidatableObject
{
    /// <summary>Names the wording of the consent to diet and assistance; a new wording gets a new name.</summary>
    private const string HealthConsentWording = "2026-11";

    public bool Day1 { get; set; } = true;

    public bool Day2 { get; set; } = true;

    public bool Evening { get; set; }

    [Display(Name = "Ernährung")]
    public Diet Diet { get; set; }

    [Display(Name = "Allergien und Unverträglichkeiten"), StringLength(500, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
    public string? DietNote { get; set; }

    public IList<Assistance> Assistance { get; set; } = [];

    [Display(Name = "Was sollen wir noch wissen?"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
    public string? AssistanceNote { get; set; }

    [Display(Name = "Ich willige ein, dass meine Angaben zu Ernährung und Unterstützung für die Vorbereitung des Kongresses verwendet werden (Art. 9 Abs. 2 Buchst. a DSGVO). Die Einwilligung ist freiwillig und jederzeit widerrufbar.")]
    public bool HealthConsent { get; set; }

    [Display(Name = "Ich möchte nicht fotografiert werden und bekomme ein gekennzeichnetes Namensschild.")]
    public bool NoPhoto { get; set; }

    [Display(Name = "Ich bin mit Einzelaufnahmen von mir und ihrer Veröffentlichung auf den Seiten des Kongresses einverstanden (freiwillig, jederzeit widerrufbar).")]
    public bool PortraitConsent { get; set; }

    [Display(Name = "Mein Name, meine Organisation und meine Funktion dürfen für andere angemeldete Teilnehmende sichtbar sein (freiwillig, jederzeit widerrufbar).")]
    public bool ListConsent { get; set; }

    private bool SaysSomethingOfHealth => Diet != Diet.NoAnswer || Assistance.Count > 0
        || !string.IsNullOrWhiteSpace(DietNote) || !string.IsNullOrWhiteSpace(AssistanceNote);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var text = validationContext.GetRequiredService<IStringLocalizer<Texts>>();
        if (!Day1 && !Day2 && !Evening) yield return new ValidationResult(text["Bitte wählen Sie aus, wann Sie dabei sind."], [nameof(Day1)]);
        if (SaysSomethingOfHealth && !HealthConsent)
        {
            yield return new ValidationResult(text["Ihre Angaben zu Ernährung und Unterstützung brauchen Ihre Einwilligung. Möchten Sie nicht einwilligen, entfernen Sie diese Angaben bitte; für Fragen ist unsere Ansprechperson da."], [nameof(HealthConsent)]);
        }

        if (NoPhoto && PortraitConsent)
        {
            yield return new ValidationResult(text["Bitte wählen Sie entweder „nicht fotografiert werden“ oder „mit Einzelaufnahmen einverstanden“."], [nameof(PortraitConsent)]);
        }
    }

    /// <param name="before">What was stored: a consent keeps the time at which it was given.</param>
    public Attendance ToAttendance(DateTimeOffset now, Attendance? before = null) => new()
    {
        Day1 = Day1,
        Day2 = Day2,
        Evening = Evening,
        NoPhoto = NoPhoto,
        PortraitConsentAt = PortraitConsent ? before?.PortraitConsentAt ?? now : null,
        ListConsentAt = ListConsent ? before?.ListConsentAt ?? now : null,
    };

    /// <summary>Null when nothing was said or consent is missing: then nothing is stored.</summary>
    public HealthInput? ToHealth() => HealthConsent && SaysSomethingOfHealth
        ? new HealthInput(Diet, Trimmed(DietNote), Assistance.Aggregate(Kongress.Registrations.Assistance.None, (all, one) => all | one), Trimmed(AssistanceNote), HealthConsentWording)
        : null;

    public static AttendanceInput From(Attendance attendance, HealthAnswers? health) => new()
    {
        Day1 = attendance.Day1,
        Day2 = attendance.Day2,
        Evening = attendance.Evening,
        NoPhoto = attendance.NoPhoto,
        PortraitConsent = attendance.PortraitConsentAt is not null,
        ListConsent = attendance.ListConsentAt is not null,
        Diet = health?.Diet ?? Diet.NoAnswer,
        DietNote = health?.DietNote,
        Assistance = health is null ? [] : [.. Enum.GetValues<Assistance>().Where(a => a != Kongress.Registrations.Assistance.None && health.Assistance.HasFlag(a))],
        AssistanceNote = health?.AssistanceNote,
        HealthConsent = health is not null,
    };

    public static IEnumerable<SelectListItem> Diets(IStringLocalizer<Texts> text) =>
        Enum.GetValues<Diet>().Select(diet => new SelectListItem(HealthTexts.Name(text, diet), diet.ToString()));

    public static IEnumerable<SelectListItem> Assistances(IStringLocalizer<Texts> text) =>
        Enum.GetValues<Assistance>().Where(a => a != Kongress.Registrations.Assistance.None).Select(a => new SelectListItem(HealthTexts.Name(text, a), a.ToString()));

    private static string? Trimmed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
