using Kongress.Registrations;

namespace Kongress.Workshops.Withdrawals;

/// <summary>What is given up in one go.</summary>
/// <param name="Parts">Days and evening; a day takes the workshops of that day along.</param>
/// <param name="Workshops">Ids of single workshops: a seat, an offer or a place in line.</param>
public sealed record Withdrawal(IReadOnlyCollection<CongressPart> Parts, IReadOnlyCollection<Guid> Workshops)
{
    /// <summary>What is left of the attendance.</summary>
    public Attendance LeftOf(Attendance attendance) => attendance with
    {
        Day1 = attendance.Day1 && !Parts.Contains(CongressPart.Day1),
        Day2 = attendance.Day2 && !Parts.Contains(CongressPart.Day2),
        Evening = attendance.Evening && !Parts.Contains(CongressPart.Evening),
    };

    /// <summary>Those that the person really comes to: the rest has been given up before, by a second press of the button perhaps.</summary>
    public IReadOnlyList<CongressPart> PartsOf(Attendance attendance) => [.. attendance.Parts().Where(Parts.Contains)];

    /// <summary>Whether the workshop goes when the part is given up.</summary>
    public static bool TakesAlong(CongressPart part, Workshop workshop) => part switch
    {
        CongressPart.Day1 => workshop.Place.Day == 1,
        CongressPart.Day2 => workshop.Place.Day == 2,
        CongressPart.Evening => false,
    };
}

public enum WithdrawOutcome
{
    Withdrawn,

    /// <summary>Nothing was chosen, or it has been given up already.</summary>
    NothingToDo,

    /// <summary>Neither a day nor the evening would be left: that is cancelling, and the place goes with it.</summary>
    NothingLeft,
    DeadlinePassed,

    /// <summary>An organiser says why.</summary>
    ReasonMissing,

    /// <summary>The registration has ended.</summary>
    Ended,
    NotFound,
}

/// <summary>What a person could give up now.</summary>
/// <param name="Parts">With the workshops that would go along.</param>
/// <param name="Workshops">Those with a seat, an offer or a place in line that have not begun.</param>
public sealed record WithdrawalOptions(IReadOnlyList<(CongressPart Part, IReadOnlyList<Workshop> Workshops)> Parts, IReadOnlyList<Workshop> Workshops);
