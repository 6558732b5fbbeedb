using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>How many workshops each may have, in the words in which organisers read about it.</summary>
internal static class BlockTexts
{
    public const string NameMissing = "Bitte geben Sie dem Zeitblock einen Namen.";

    public static string For(BlockResult result) => result.Outcome switch
    {
        BlockOutcome.Saved => "Gespeichert. Niemand verliert dadurch einen Platz.",
        BlockOutcome.Removed => "Der Zeitblock ist gelöscht. Alle Plätze bleiben, wie sie sind.",
        BlockOutcome.Overlaps => $"Zu dieser Zeit gibt es schon den Zeitblock „{result.Other!.Name}“ ({Clock(result.Other)}). Bitte ändern Sie eine der beiden Zeiten.",
        BlockOutcome.NameTaken => "So heißt schon ein anderer Zeitblock. Bitte wählen Sie einen anderen Namen.",
        BlockOutcome.TooMany => $"Mehr als {WorkshopRules.MostBlocks} Zeitblöcke sind nicht möglich.",
        BlockOutcome.ChangedMeanwhile => "Die Regeln wurden inzwischen von jemand anderem geändert. Ihre Eingaben stehen noch hier und sind nicht gespeichert; senden Sie noch einmal ab, wenn sie gelten sollen.",
        BlockOutcome.NotFound => "Diesen Zeitblock gibt es nicht.",
    };

    /// <summary>"14:00 bis 18:00 Uhr".</summary>
    public static string Clock(WorkshopBlock block) => $"{ConferenceTime.Clock(block.From)} bis {ConferenceTime.Clock(block.Until)} Uhr";

    /// <summary>The day's date; a day that the edition has no more is told by its number.</summary>
    public static string Day(WorkshopBlock block, Conference conference) =>
        conference.Days.OrderBy(d => d.Date).ElementAtOrDefault(block.Day - 1) is { } day ? ConferenceTime.DayText(day.Date) : $"Tag {block.Day} (gibt es nicht mehr)";

    /// <summary>"höchstens 2 je Person".</summary>
    public static string Most(WorkshopBlock block) => block.Most is { } most ? $"höchstens {most} je Person" : "beliebig viele je Person";

    /// <summary>What happened to the rules, in words.</summary>
    public static string Action(string action) => action switch
    {
        "Workshop.RulesChanged" => "Zahl für den ganzen Kongress geändert",
        "Workshop.BlockAdded" => "Zeitblock angelegt",
        "Workshop.BlockChanged" => "Zeitblock geändert",
        "Workshop.BlockRemoved" => "Zeitblock gelöscht",
        _ => action,
    };

    /// <summary>What the row says besides; that of the whole edition holds both numbers, "–" for none.</summary>
    public static string Detail(string action, string detail) => action != "Workshop.RulesChanged" || detail.Split('–', 2) is not [var fewest, var most] ? detail
        : $"mindestens {fewest}, {(most == "–" ? "beliebig viele" : $"höchstens {most}")}";
}
