using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;

namespace Kongress.Web.Pages.Organiser.Workshops.Allotment;

/// <summary>The allotment in the words in which organisers read about it.</summary>
internal static class AllotmentTexts
{
    /// <summary>What has changed between two draws, in sentences; empty: nothing.</summary>
    public static string Of(RunDifference difference, IReadOnlyDictionary<Guid, Workshop> workshops)
    {
        var sentences = new List<string>();
        if (difference.People > 0) sentences.Add(difference.People == 1 ? "Bei 1 Person sind Wünsche, Plätze oder Festlegungen anders." : $"Bei {difference.People} Personen sind Wünsche, Plätze oder Festlegungen anders.");
        if (difference.Workshops.Count > 0) sentences.Add($"Plätze, Zeit oder Zeitblock sind anders bei „{string.Join("“, „", difference.Workshops.Select(id => workshops.GetValueOrDefault(id)?.Place.Title ?? "–").Order(StringComparer.CurrentCulture))}“.");
        if (difference.Rules) sentences.Add("Wie viele Workshops oder Wünsche je Person zählen, ist anders.");
        return string.Join(' ', sentences);
    }

    public static string For(PublishResult result) => result.Outcome switch
    {
        PublishOutcome.Published => $"Veröffentlicht: {result.Seats} Plätze sind vergeben, {(result.Mails == 1 ? "1 Person bekommt" : $"{result.Mails} Personen bekommen")} eine Nachricht.",
        PublishOutcome.AlreadyPublished => "Diese Auslosung ist schon veröffentlicht. Es ist nichts doppelt geschehen.",
        PublishOutcome.Changed => "Seit der Vorschau hat sich etwas geändert.",
        PublishOutcome.WishesOpen => "Die Frist für Wünsche läuft noch. Veröffentlichen können Sie danach.",
        PublishOutcome.NotFound => "Diese Auslosung gibt es nicht.",
    };

    public static string For(AdjustOutcome outcome) => outcome switch
    {
        AdjustOutcome.Adjusted => "Festgelegt. Es gilt für jede weitere Auslosung.",
        AdjustOutcome.Lifted => "Aufgehoben: Darüber entscheidet wieder das Los.",
        AdjustOutcome.ReasonMissing => "Bitte nennen Sie einen Grund.",
        AdjustOutcome.Full => "Alle Plätze dieses Workshops sind schon fest vergeben.",
        AdjustOutcome.Overlaps => "Die Person hat zur selben Zeit schon einen festen Platz.",
        AdjustOutcome.NotAllotting => "Dieser Workshop wird nicht nach Wünschen vergeben.",
        AdjustOutcome.NotFound => "Diese Person ist nicht mehr angemeldet.",
    };

    /// <summary>What a preview says; of a published draw, what it said.</summary>
    public static (string Kind, string Word) Of(WishResult result, bool isPublished) => result switch
    {
        WishResult.Granted => ("success", isPublished ? "Bekam den Platz" : "Bekommt den Platz"),
        WishResult.GrantedByHand => ("success", "Von Hand vergeben"),
        WishResult.HasIt => ("success", isPublished ? "Hatte dort schon einen Platz" : "Hat dort schon einen Platz"),
        WishResult.DeniedByHand => ("danger", "Von Hand ausgeschlossen"),
        WishResult.NotForThem => ("info", isPublished ? "War nicht für diese Person vorgesehen" : "Nicht für diese Person vorgesehen"),
        WishResult.Overlaps => ("info", isPublished ? "Überschnitt sich" : "Überschneidet sich"),
        WishResult.HasEnough => ("info", isPublished ? "Hatte so viele Workshops wie erlaubt" : "Hat so viele Workshops wie erlaubt"),
        WishResult.HasEnoughInBlock => ("info", isPublished ? "Hatte im Zeitblock so viele wie erlaubt" : "Hat im Zeitblock so viele wie erlaubt"),
        WishResult.NoSeat => ("warning", isPublished ? "Kein Platz war frei" : "Kein Platz frei"),
    };

    /// <summary>"Auslosung 2, veröffentlicht am Mo., …".</summary>
    public static string Title(PublishedDraw draw, ConferenceTime time) => $"Auslosung {draw.Number}, veröffentlicht am {time.DayAndTime(draw.PublishedAt)}";

    /// <summary>A published draw in one line.</summary>
    public static string Summary(PlanCounts counts) =>
        $"{(counts.People == 1 ? "1 Person" : $"{counts.People} Personen")}, {(counts.Seats == 1 ? "1 Platz" : $"{counts.Seats} Plätze")} vergeben, {counts.ByRank[0]} bekamen ihren 1. Wunsch, {counts.None} keinen Platz";

    /// <summary>What has become of the registration since the draw; null: it holds.</summary>
    public static string? Ended(PlanPerson person) => person.Registration.Status is RegistrationStatus.Confirmed ? null : $"Inzwischen nicht mehr angemeldet: {OrganiserTexts.Status(person.Registration.Status).Word}";

    /// <summary>The result of a person in a few words.</summary>
    public static string Result(PlanPerson person) => person.Best switch
    {
        null => "kein Platz",
        0 => "von Hand: " + Titles(person),
        var rank => $"{rank}. Wunsch" + (person.Seats.Count > 1 ? $" und {person.Seats.Count - 1} weitere: " : ": ") + Titles(person),
    };

    private static string Titles(PlanPerson person) => string.Join(", ", person.Seats.Select(s => s.Title));
}
