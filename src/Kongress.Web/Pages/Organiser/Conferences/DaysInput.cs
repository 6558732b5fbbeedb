using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;

namespace Kongress.Web.Pages.Organiser.Conferences;

public sealed class DaysInput : SectionInput
{
    /// <summary>Always two; the second counts when it has a date.</summary>
    public List<DayInput> Days { get; set; } = [new(), new()];

    public static DaysInput From(Conference c) => new() { Version = c.Version, Days = [.. c.Days.Select(DayInput.From).Concat([new(), new()]).Take(2)] };

    public ConferenceEdit.Days ToEdit() => new([.. Days.Where(d => d.Date is not null).Select(d => d.ToEntry())]);
}

/// <summary>One day, in the time of the clock at the venue. Empty as a whole: there is no such day.</summary>
public sealed class DayInput : IValidatableObject
{
    [Display(Name = "Datum")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Einlass ab")]
    public TimeOnly? DoorsOpenAt { get; set; }

    [Display(Name = "Beginn")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Ende")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "Abendveranstaltung ab")]
    public TimeOnly? EveningStartsAt { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Date is null)
        {
            if (DoorsOpenAt is not null || StartsAt is not null || EndsAt is not null || EveningStartsAt is not null) yield return new ValidationResult("Bitte geben Sie das Datum ein, oder leeren Sie alle Felder dieses Tages.", [nameof(Date)]);
            yield break;
        }

        if (DoorsOpenAt is null) yield return new ValidationResult("Bitte geben Sie ein, ab wann die Türen offen sind.", [nameof(DoorsOpenAt)]);
        if (StartsAt is null) yield return new ValidationResult("Bitte geben Sie den Beginn ein.", [nameof(StartsAt)]);
        if (EndsAt is null) yield return new ValidationResult("Bitte geben Sie das Ende ein.", [nameof(EndsAt)]);
    }

    public static DayInput From(ConferenceDay day) => new() { Date = day.Date, DoorsOpenAt = day.DoorsOpenAt, StartsAt = day.StartsAt, EndsAt = day.EndsAt, EveningStartsAt = day.EveningStartsAt };

    public DayEntry ToEntry() => new(Date!.Value, DoorsOpenAt!.Value, StartsAt!.Value, EndsAt!.Value, EveningStartsAt);
}
