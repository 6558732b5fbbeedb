using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>German words about releases.</summary>
internal static class ReleaseTexts
{
    /// <summary>Why it was refused; of what worked, what follows.</summary>
    public static string For(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.Released => "Die Fassung ist veröffentlicht.",
        ReleaseOutcome.Scheduled => "Die Fassung wartet auf ihre Zeit. Bis dahin sieht sie niemand, und niemand bekommt eine E-Mail. Sie können sie noch zurücknehmen.",
        ReleaseOutcome.NameTaken => "So heißt schon eine andere Fassung. Bitte wählen Sie einen anderen Namen.",
        ReleaseOutcome.NameReserved => "Dieses Wort ist vergeben. Bitte wählen Sie einen anderen Namen.",
        ReleaseOutcome.NothingChanged => "Das Programm bliebe genau so, wie es ist. Es gibt nichts zu veröffentlichen.",
        ReleaseOutcome.ErrorsRemain => "Es gibt noch Fehler. Beheben Sie sie, oder sagen Sie, warum trotzdem veröffentlicht werden soll.",
        ReleaseOutcome.ChangedMeanwhile => "Inzwischen hat sich etwas geändert; veröffentlicht ist nichts. Die Vorschau auf dieser Seite zeigt den neuen Stand, Ihre Eingaben stehen noch hier. Bitte sehen Sie sie noch einmal an.",
        ReleaseOutcome.AnotherWaits => "Eine andere Fassung wartet noch auf eine spätere Zeit. Nehmen Sie diese zuerst zurück, oder wählen Sie eine Zeit danach.",
        ReleaseOutcome.NotFound => "Diese Fassung gibt es nicht.",
    };

    /// <summary>The field that a refusal is about; empty: none.</summary>
    public static string Field(ReleaseOutcome outcome) => outcome switch
    {
        ReleaseOutcome.NameTaken or ReleaseOutcome.NameReserved => "Input.Name",
        ReleaseOutcome.ErrorsRemain => "Input.OverrideReason",
        ReleaseOutcome.Released or ReleaseOutcome.Scheduled or ReleaseOutcome.NothingChanged or ReleaseOutcome.ChangedMeanwhile or ReleaseOutcome.AnotherWaits or ReleaseOutcome.NotFound => "",
    };

    /// <summary>Kind of the badge and its word.</summary>
    /// <param name="currentId">The release that everybody sees.</param>
    public static (string Kind, string Word) State(ReleaseLine release, Guid? currentId, DateTimeOffset now) =>
        release.PublishAt > now ? ("warning", "Wartet auf ihre Zeit")
        : release.Id == currentId ? ("success", "Öffentlich")
        : ("info", "Abgelöst");

    /// <summary>The newest whose time has come.</summary>
    public static Guid? Current(IEnumerable<ReleaseLine> releases, DateTimeOffset now) => releases.Where(r => r.PublishAt <= now).MaxBy(r => r.Number)?.Id;

    public static string Badge(ChangeClass change) => change switch
    {
        ChangeClass.New or ChangeClass.Revived => "success",
        ChangeClass.Cancelled or ChangeClass.Removed => "danger",
        ChangeClass.MovedInTime or ChangeClass.MovedInRoom or ChangeClass.MovedInTimeAndRoom or ChangeClass.Duration => "warning",
        ChangeClass.People or ChangeClass.Content => "info",
    };

    /// <summary>The scope as the title of a preview says it.</summary>
    public static string Name(Draft draft, ReleaseScope scope) =>
        scope.Day is { } day ? $"nur {ConferenceTime.DayText(day)}"
        : scope.TrackId is { } track ? $"nur das Thema „{draft.Tracks.FirstOrDefault(t => t.Id == track)?.Name}“"
        : "das ganze Programm";

    /// <summary>What was done in the meantime: "Olga Beispiel: Auf der Tafel verschoben, „Auftakt“".</summary>
    public static string Step(IStringLocalizer<Texts> text, Draft draft, Kongress.Programme.PlanStep step)
    {
        var about = draft.Sessions.GetValueOrDefault(step.SubjectId)?.Content.Title ?? draft.Speakers.GetValueOrDefault(step.SubjectId)?.Profile.FullName ?? draft.Rooms.FirstOrDefault(r => r.Id == step.SubjectId)?.Name;
        var detail = about is null && step.Action.StartsWith("Release.", StringComparison.Ordinal) ? HistoryTexts.Detail(text, draft, null, step.Action, step.Detail) : null;
        return $"{step.Actor ?? "Jemand mit einem Link"}: {HistoryTexts.Action(step.Action)}{((about ?? detail) is { } name ? $", „{name}“" : "")}";
    }
}
