using System.ComponentModel.DataAnnotations;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Who comes, as typed. Used by the registration, by "Mein Kongress" and for substitutes.</summary>
public sealed class PersonInput : IValidatableObject
{
    /// <summary>Offered among the levels so that nobody has to guess: the congress is closed to companies.</summary>
    public const string Company = "Unternehmen";

    [Display(Name = "Akademischer Titel"), Din91379(Din91379Type.B, MaxLength = 60)]
    public string? Title { get; set; }

    [Display(Name = "Vorname"), Required(ErrorMessage = "Bitte geben Sie Ihren Vornamen ein."), PersonName]
    public string? GivenName { get; set; }

    [Display(Name = "Nachname"), Required(ErrorMessage = "Bitte geben Sie Ihren Nachnamen ein."), PersonName]
    public string? FamilyName { get; set; }

    [Display(Name = "Organisation"), Required(ErrorMessage = "Bitte geben Sie Ihre Behörde oder Organisation ein."), Din91379(Din91379Type.C, MaxLength = 200)]
    public string? Organisation { get; set; }

    [Display(Name = "Funktion"), Din91379(Din91379Type.B, MaxLength = 120)]
    public string? Function { get; set; }

    [Display(Name = "Verwaltungsebene"), Required(ErrorMessage = "Bitte wählen Sie aus, wo Sie arbeiten.")]
    public string? Level { get; set; }

    [Display(Name = "Bundesland")]
    public Land? Land { get; set; }

    /// <summary>Whether somebody from a company is invited to exhibit; set by the page, never by the form.</summary>
    [BindNever]
    public bool CompanyIsInvited { get; set; }

    public bool IsCompany => Level == Company;

    /// <summary>The choices of the level, with the one that leads out.</summary>
    public static IEnumerable<SelectListItem> Levels(IStringLocalizer<Texts> text) =>
        Enum.GetValues<AdministrativeLevel>().Where(level => level is not AdministrativeLevel.Unternehmen).Select(level => new SelectListItem(text[level.Name()], level.ToString()))
            .Append(new SelectListItem(text["Unternehmen, Verband oder Beratung"], Company));

    public static IEnumerable<SelectListItem> Lands() =>
        Enum.GetValues<Land>().Select(land => new SelectListItem(land.Name(), land.ToString())).OrderBy(item => item.Text, StringComparer.CurrentCulture);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var text = validationContext.GetRequiredService<IStringLocalizer<Texts>>();
        if (Level is null) yield break;
        if (IsCompany && CompanyIsInvited) yield break;
        if (IsCompany)
        {
            yield return new ValidationResult(text["Vielen Dank für Ihr Interesse! Dieser Kongress richtet sich an Beschäftigte der öffentlichen Verwaltung und der Wissenschaft. Unternehmen können sich leider nicht anmelden. Arbeiten Sie in einer öffentlichen Einrichtung, wählen Sie bitte diese aus."], [nameof(Level)]);
        }
        else if (!Enum.TryParse<AdministrativeLevel>(Level, out var level) || !Enum.IsDefined(level))
        {
            yield return new ValidationResult(text["Bitte wählen Sie aus, wo Sie arbeiten."], [nameof(Level)]);
        }
        else if (level.BelongsToALand() && (Land is not { } land || !Enum.IsDefined(land)))
        {
            yield return new ValidationResult(text["Bitte wählen Sie Ihr Bundesland aus."], [nameof(Land)]);
        }
    }

    /// <summary>Exhibitors may come from a company, and so may who comes instead of them: the refusal is taken back.</summary>
    public void AllowFor(Registration registration, ModelStateDictionary state)
    {
        if (!IsCompany || registration.Kind is not AttendeeKind.Exhibitor) return;
        foreach (var (key, entry) in state.Where(e => e.Key.EndsWith(".Level", StringComparison.Ordinal)))
        {
            entry!.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
    }

    /// <summary>The checked entries. Call it only when the model is valid.</summary>
    public Person ToPerson()
    {
        var level = Enum.Parse<AdministrativeLevel>(Level!);
        return new Person
        {
            Title = Clean(Title, Din91379Type.B),
            GivenName = Clean(GivenName, Din91379Type.A)!,
            FamilyName = Clean(FamilyName, Din91379Type.A)!,
            Organisation = Clean(Organisation, Din91379Type.C)!,
            Function = Clean(Function, Din91379Type.B),
            Level = level,
            Land = level.BelongsToALand() ? Land : null,
        };
    }

    public static PersonInput From(Person person) => new()
    {
        Title = person.Title,
        GivenName = person.GivenName,
        FamilyName = person.FamilyName,
        Organisation = person.Organisation,
        Function = person.Function,
        Level = person.Level.ToString(),
        Land = person.Land,
    };

    private static string? Clean(string? typed, Din91379Type type) => string.IsNullOrWhiteSpace(typed) ? null : Din91379.Check(typed, type).Value;
}
