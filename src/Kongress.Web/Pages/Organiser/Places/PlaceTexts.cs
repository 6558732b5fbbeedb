using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Shared;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>German words for contingents: whom they are for, why a line stands still, what is wrong with a change.</summary>
internal static class PlaceTexts
{
    /// <summary>"1 Person wartet", "12 Personen warten".</summary>
    public static string Wait(int count) => count == 1 ? "1 Person wartet" : $"{count:N0} Personen warten";

    public static string Places(int count) => count == 1 ? "1 Platz" : $"{count:N0} Plätze";

    /// <summary>Whom the contingent is for, in a line.</summary>
    public static string For(ContingentSettings settings)
    {
        var parts = new List<string>();
        if (settings.Levels.Count > 0) parts.Add(string.Join(" oder ", settings.Levels.Select(l => l.Name())));
        if (settings.Lands.Count > 0) parts.Add(string.Join(" oder ", settings.Lands.Select(l => l.Name())));
        if (settings.DomainLines.Count + settings.OrganisationLines.Count > 0) parts.Add(Some([.. settings.OrganisationLines, .. settings.DomainLines.Select(d => "@" + d)]));
        return parts.Count == 0 ? "Nur mit Einladung" : string.Join("; ", parts);
    }

    /// <summary>How long its places stay with the group.</summary>
    public static string Until(PlacePool pool, ConferenceTime time) => pool.Contingent!.Settings.ReleasedAt is not { } at ? "Bleibt bis zum Schluss bei der Gruppe"
        : pool.IsReleased ? $"Seit {time.DayAndTime(at)} für alle frei" : $"Ab {time.DayAndTime(at)} für alle frei";

    public static string Name(PlacePool pool) => pool.Contingent is { } contingent ? $"„{contingent.Settings.Name}“" : "Für alle offene Plätze";

    /// <summary>Why nobody of a line moves up, in a sentence; null where it goes on.</summary>
    public static string? Standstill(PlacePool pool) => pool.Standstill switch
    {
        Kongress.Registrations.Contingents.Standstill.None => null,
        Kongress.Registrations.Contingents.Standstill.Full when pool.Contingent is null => $"Alle Plätze des Kongresses sind vergeben ({pool.Taken:N0} von {pool.Places:N0}). {Wait(pool.WaitingHere)}.",
        Kongress.Registrations.Contingents.Standstill.Full => $"{Name(pool)}: Das Kontingent ist voll ({pool.Taken:N0} von {pool.Places:N0}). {Wait(pool.WaitingHere)}; wer dazugehört, rückt erst nach, wenn hier ein Platz frei wird oder das Kontingent größer wird.",
        Kongress.Registrations.Contingents.Standstill.KeptForOthers => $"{Name(pool)}: {(pool.Places - pool.Taken == 1 ? "1 Platz ist noch nicht vergeben, wird" : $"{pool.Places - pool.Taken:N0} Plätze sind noch nicht vergeben, werden")} aber für Kontingente zurückgehalten. {Wait(pool.WaitingHere)}.",
        Kongress.Registrations.Contingents.Standstill.FullAround => $"{Name(pool)}: Im Kontingent selbst wäre noch Platz, aber insgesamt ist nichts mehr frei, weil anderswo mehr Plätze vergeben sind als vorgesehen. {Wait(pool.WaitingHere)}.",
    };

    public static string Over(PlacePool pool) => pool.Contingent is { } contingent
        ? $"„{contingent.Settings.Name}“ liegt um {Places(pool.Over)} über seiner Zahl. Niemand verliert seinen Platz; neue gibt es dort erst wieder, wenn genug frei werden."
        : $"Es {(pool.Over == 1 ? "ist" : "sind")} {Places(pool.Over)} mehr vergeben, als es gibt. Niemand verliert seinen Platz; neue gibt es erst wieder, wenn genug frei werden.";

    /// <summary>Kind of the badge and its word.</summary>
    public static (string Kind, string Word) Of(InvitationState state) => state switch
    {
        InvitationState.Open => ("info", "Offen"),
        InvitationState.Registered => ("success", "Angemeldet"),
        InvitationState.Declined => ("warning", "Abgesagt"),
        InvitationState.Ended => ("danger", "Gilt nicht mehr"),
    };

    /// <summary>What became of the addresses.</summary>
    public static string Of(InvitedResult result)
    {
        var parts = new List<string> { $"{People(result.Invited)} eingeladen" };
        if (result.AlreadyInvited > 0) parts.Add($"{result.AlreadyInvited:N0} waren es schon");
        if (result.AlreadyRegistered > 0) parts.Add($"{result.AlreadyRegistered:N0} sind schon angemeldet");
        var text = string.Join(", ", parts) + ".";
        if (result.Admitted > 0) text += $" {People(result.Admitted)} {(result.Admitted == 1 ? "war schon angemeldet und hat" : "waren schon angemeldet und haben")} durch die Einladung jetzt einen Platz.";
        if (result.InLine > 0) text += $" {People(result.InLine)} {(result.InLine == 1 ? "war schon angemeldet und wartet" : "waren schon angemeldet und warten")} jetzt auf einen Platz für Eingeladene.";
        return text;
    }

    /// <summary>The field of the form and the sentence.</summary>
    public static (string Field, string Text) Of(ContingentProblem problem) => problem.Rule switch
    {
        ContingentRule.TooMany => ("", $"Mehr als {ContingentDesk.Most} Kontingente gehen nicht."),
        ContingentRule.NameTaken => ("Input.Name", "So heißt schon ein anderes Kontingent. Bitte wählen Sie einen anderen Namen."),
        ContingentRule.NoDomain => ("Input.Domains", "Mindestens eine Zeile ist keine vollständige Domäne. Gemeint ist der Teil nach dem @, zum Beispiel bund.de."),
        ContingentRule.WithinItself => ("Input.ParentId", "Ein Kontingent kann nicht in sich selbst liegen. Bitte wählen Sie ein anderes."),
        ContingentRule.MoreThanAround => ("Input.Places", $"So geht es nicht auf: Die Kontingente hätten zusammen {problem.Needed:N0} Plätze, es gibt dafür aber nur {problem.Given:N0}."),
        ContingentRule.LessThanWithin => ("Input.Places", $"So geht es nicht auf: Die Kontingente darin haben zusammen {problem.Needed:N0} Plätze, hier wären es nur {problem.Given:N0}."),
    };

    /// <summary>What a change did, for the message afterwards.</summary>
    public static string Done(Simulation simulation)
    {
        var parts = new List<string> { "Gespeichert." };
        if (simulation.MovingUpInAll > 0) parts.Add($"{People(simulation.MovingUpInAll)} von der Warteliste {(simulation.MovingUpInAll == 1 ? "bekommt" : "bekommen")} jetzt einen Platz und eine Nachricht.");
        if (simulation.Reassigned > 0) parts.Add($"{People(simulation.Reassigned)} {(simulation.Reassigned == 1 ? "gehört" : "gehören")} jetzt zu einem anderen Kontingent.");
        parts.AddRange(simulation.Over.Select(Over));
        return string.Join(' ', parts);
    }

    public static string People(int count) => count == 1 ? "1 Person" : $"{count:N0} Personen";

    private static string Some(List<string> all) => all.Count <= 3 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(2))} und {all.Count - 2} weitere";
}
