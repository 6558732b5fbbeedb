using Kongress.Programme;
using Kongress.Programme.Board;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>What the board says.</summary>
internal static class BoardTexts
{
    /// <summary>What became of a step; empty where the board itself shows it.</summary>
    public static string For(BoardOutcome outcome) => outcome switch
    {
        BoardOutcome.Done => "",
        BoardOutcome.Unchanged => "Es hat sich nichts geändert.",
        BoardOutcome.ChangedMeanwhile => "Jemand anderes war schneller und hat das inzwischen geändert. Die Tafel zeigt den neuen Stand; Ihr Schritt wurde nicht ausgeführt.",
        BoardOutcome.NotFound => "Diesen Programmpunkt gibt es nicht mehr.",
        BoardOutcome.UnknownRoom => "Diesen Raum gibt es nicht mehr. Bitte wählen Sie einen anderen.",
        BoardOutcome.BadTime => "Das geht zu dieser Zeit nicht: Die Tafel kennt Zeiten im Abstand von fünf Minuten, vom Tag vor bis zum Tag nach dem Kongress.",
        BoardOutcome.BadLength => "Die Dauer muss zwischen 5 Minuten und 10 Stunden liegen, in Schritten von fünf Minuten.",
        BoardOutcome.AlreadyPlaced => "Dieser Programmpunkt steht schon auf der Tafel. Verschieben Sie ihn dort.",
        BoardOutcome.NotPlannable => "Abgelehnte und zurückgezogene Programmpunkte werden nicht geplant.",
        BoardOutcome.NothingLeft => "Es gibt keinen weiteren Schritt von Ihnen.",
    };

    /// <summary>"Sa., 27. März" for a tab.</summary>
    public static string Tab(DateOnly day) => day.ToString("ddd., d. MMMM", System.Globalization.CultureInfo.GetCultureInfo("de-DE"));

    /// <summary>"11:00–12:00 Uhr".</summary>
    public static string Hours(Draft draft, Slot slot) => ProgrammeTexts.Hours(draft.Conference.Time, slot.StartsAt, slot.Minutes);
}
