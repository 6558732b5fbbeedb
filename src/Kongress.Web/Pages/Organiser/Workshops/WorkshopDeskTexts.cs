using Kongress.CheckIns;
using Kongress.Shared;
using Kongress.Workshops;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>Seats in the words in which organisers read about them.</summary>
internal static class WorkshopDeskTexts
{
    public static (string Kind, string Word) Of(Filling filling) => filling switch
    {
        Filling.Free => ("success", "Plätze frei"),
        Filling.Few => ("warning", "Wenige Plätze"),
        Filling.Full => ("danger", "Voll"),
    };

    public static (string Kind, string Word) Of(SignUpStatus status) => status switch
    {
        SignUpStatus.Seated => ("success", "Hat einen Platz"),
        SignUpStatus.Offered => ("warning", "Platz angeboten"),
        SignUpStatus.Waiting => ("info", "Wartet"),
        SignUpStatus.GivenBack => ("info", "Zurückgegeben"),
        SignUpStatus.Declined => ("info", "Abgelehnt"),
        SignUpStatus.Expired => ("info", "Abgelaufen"),
        SignUpStatus.Removed => ("danger", "Herausgenommen"),
        SignUpStatus.RegistrationEnded => ("info", "Anmeldung beendet"),
        SignUpStatus.WorkshopCancelled => ("danger", "Workshop fällt aus"),
        SignUpStatus.WorkshopMoved => ("danger", "Workshop ist an einem anderen Tag"),
    };

    /// <summary>What a free seat would mean for somebody who waits.</summary>
    public static string Of(Turn turn) => turn.Kind switch
    {
        TurnKind.Seat => "Rückt sofort nach, wenn ein Platz frei wird.",
        TurnKind.Offer => "Bekommt ein Angebot, wenn ein Platz frei wird.",
        TurnKind.Paused => "Rückt nicht nach: Die Warteliste ist angehalten.",
        TurnKind.TooLate => "Rückt nicht nach: Der Beginn ist zu nah.",
        TurnKind.NotOn => "Rückt nicht nach: Der Workshop steht nicht im veröffentlichten Programm.",
        TurnKind.Allotting => "Rückt nicht nach: Die Plätze werden noch nach Wünschen vergeben.",
        TurnKind.HasEnough => "Wird übersprungen: hat schon so viele Workshops wie erlaubt.",
        TurnKind.HasEnoughInBlock => $"Wird übersprungen: hat im Zeitblock „{turn.Block!.Name}“ schon so viele Workshops wie erlaubt.",
        TurnKind.HasSeatThen => "Wird übersprungen: hat zur selben Zeit einen Platz, und für eine Rückfrage ist es zu spät.",
        TurnKind.NotForThem => "Wird übersprungen: Der Workshop ist inzwischen nicht mehr für diese Ebene oder dieses Land.",
        TurnKind.KeptForOthers => "Wird übersprungen: Was frei ist, ist für eine andere Gruppe reserviert.",
    };

    /// <summary>Who is next, and why nobody moves up.</summary>
    public static string Explain(WorkshopRow row, IReadOnlyList<PersonRow> people)
    {
        if (row.Workshop.IsAllotting) return "Die Plätze werden nach Wünschen vergeben; bis sie verteilt sind, kann sich niemand eintragen.";
        var waiting = people.Where(p => p.SignUp.Status is SignUpStatus.Waiting).ToList();
        if (waiting.Count == 0 && row.IsLate) return row.Free > 0 ? "Niemand wartet; wer sich einträgt, bekommt sofort einen Platz." : "Niemand wartet, und so kurz vor dem Beginn kommt auch niemand mehr auf die Warteliste.";
        if (waiting.Count == 0) return row.Free > 0 ? "Niemand wartet; wer sich einträgt, bekommt sofort einen Platz." : "Niemand wartet. Wer sich jetzt einträgt, steht als Erste oder Erster auf der Warteliste.";
        var next = waiting.Find(p => p.Turn is { } turn && !turn.IsSkipped);
        if (next is null && row.KeptFree > 0 && waiting.Exists(p => p.Turn is { Kind: TurnKind.KeptForOthers }))
        {
            return $"Niemand rückt nach: {(row.KeptFree == 1 ? "Der eine freie Platz ist" : $"Die {row.KeptFree} freien Plätze sind")} für eine Gruppe freigehalten, zu der niemand gehört, der wartet. Nach dem Ende der Frist rücken die Wartenden nach.";
        }

        if (next is null) return "Alle, die warten, werden zurzeit übersprungen; die Gründe stehen bei den Personen. Freie Plätze gehen deshalb an alle, die sich neu eintragen.";
        var why = next.Turn!.Value.Kind switch
        {
            TurnKind.Paused => "Niemand rückt nach, weil die Warteliste angehalten ist.",
            TurnKind.TooLate => "Niemand rückt nach, weil der Beginn zu nah ist: Rechtzeitig Bescheid geben könnten wir nicht mehr. Was frei ist, bekommt, wer sich zuerst einträgt; das können auch die Wartenden.",
            TurnKind.NotOn => "Niemand rückt nach, weil der Workshop nicht im veröffentlichten Programm steht.",
            TurnKind.Allotting => "Niemand rückt nach, weil die Plätze noch nach Wünschen vergeben werden.",
            TurnKind.Seat or TurnKind.Offer => row.Free + row.KeptFree == 0
                ? row.Offered == 0 ? "Niemand rückt nach, weil alle Plätze vergeben sind." : row.Offered == 1 ? "Niemand rückt nach, weil alle Plätze vergeben sind; einer davon ist angeboten, die Antwort steht aus." : $"Niemand rückt nach, weil alle Plätze vergeben sind; {row.Offered} davon sind angeboten, die Antworten stehen aus."
                : "Ein Platz ist frei; in der nächsten Minute rückt jemand nach.",
            TurnKind.HasEnough or TurnKind.HasEnoughInBlock or TurnKind.HasSeatThen or TurnKind.NotForThem or TurnKind.KeptForOthers => "",
        };
        return $"Als Nächstes an der Reihe: {next.Name}. {why}";
    }

    public static string For(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.MovedUp => "Die Person steht jetzt ganz vorn. Frei ist noch kein Platz.",
        MoveOutcome.GotSeat => "Die Person ist nachgerückt und bekommt eine Nachricht.",
        MoveOutcome.Removed => "Die Person ist herausgenommen und bekommt eine Nachricht mit dem Grund. Ein frei gewordener Platz geht an die nächste Person.",
        MoveOutcome.ReasonMissing => "Bitte nennen Sie einen Grund.",
        MoveOutcome.NotWaiting => "Daran ist nichts mehr zu ändern: Die Person wartet nicht mehr oder ist nicht mehr eingetragen.",
        MoveOutcome.NotFound => "Diesen Eintrag gibt es nicht.",
    };

    public static string For(LiftOutcome outcome) => outcome switch
    {
        LiftOutcome.Lifted => "Die Begrenzung ist aufgehoben: Der Programmpunkt ist wieder für alle offen.",
        LiftOutcome.InUse => "Hier war schon jemand eingetragen, hat den Workshop gewünscht oder war an der Tür. Aufheben lässt sich die Begrenzung deshalb nicht mehr.",
        LiftOutcome.NotFound => "Für diesen Programmpunkt sind die Plätze nicht mehr begrenzt.",
    };

    /// <summary>For whom seats are kept and until when.</summary>
    public static string Kept(WorkshopSettings settings, ConferenceTime time)
    {
        var parts = new List<string>();
        if (settings.KeptLevels.Count > 0) parts.Add(string.Join(", ", settings.KeptLevels.Select(l => l.Name())));
        if (settings.KeptLands.Count > 0) parts.Add(string.Join(", ", settings.KeptLands.Select(l => l.Name())));
        return $"{(settings.KeptSeats == 1 ? "1 Platz" : $"{settings.KeptSeats} Plätze")} für {string.Join(" aus ", parts)} bis {time.DayAndTime(settings.KeptUntil!.Value)}";
    }

    public static string Who(WorkshopSettings settings)
    {
        var parts = new List<string>();
        if (settings.Levels.Count > 0) parts.Add(string.Join(", ", settings.Levels.Select(l => l.Name())));
        if (settings.Lands.Count > 0) parts.Add(string.Join(", ", settings.Lands.Select(l => l.Name())));
        if (settings.NeedsDay) parts.Add("wer an dem Tag kommt");
        return parts.Count == 0 ? "alle" : string.Join("; ", parts);
    }
}
