using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Workshops.Blocks;

namespace Kongress.Workshops;

/// <summary>What happens with the next one in line when a seat is free.</summary>
public enum TurnKind
{
    Seat,
    Offer,

    /// <summary>The waiting list is paused by an organiser.</summary>
    Paused,

    /// <summary>The start is too near.</summary>
    TooLate,

    /// <summary>The workshop is not in the released programme, or is cancelled.</summary>
    NotOn,

    /// <summary>The seats are still to be allotted by wishes.</summary>
    Allotting,

    /// <summary>The person has as many workshops as allowed; the one behind is next.</summary>
    HasEnough,

    /// <summary>The person has as many workshops as allowed in the block of this one; the one behind is next.</summary>
    HasEnoughInBlock,

    /// <summary>The person has a seat elsewhere at that time, and it is too late to ask which one they want; the one behind is next.</summary>
    HasSeatThen,

    /// <summary>The workshop has meanwhile become one for others; the one behind is next.</summary>
    NotForThem,

    /// <summary>What is free is kept for a group that the person does not belong to; the one behind is next.</summary>
    KeptForOthers,
}

/// <summary>Decides who moves up and how: the same rule for the waiting list and for the words in which organisers read why nobody moves.</summary>
/// <param name="Until">The end of the offer.</param>
/// <param name="Block">In which the person has enough; else null.</param>
public readonly record struct Turn(TurnKind Kind, DateTimeOffset? Until = null, WorkshopBlock? Block = null)
{
    /// <summary>Whether the person is passed over, and the next one looked at.</summary>
    public bool IsSkipped => Kind is TurnKind.HasEnough or TurnKind.HasEnoughInBlock or TurnKind.HasSeatThen or TurnKind.NotForThem or TurnKind.KeptForOthers;

    /// <summary>Why nobody at all moves up now; null: somebody may.</summary>
    public static Turn? Standstill(Workshop workshop, DateTimeOffset now) =>
        !workshop.Place.IsOn ? new(TurnKind.NotOn)
        : workshop.IsAllotting ? new(TurnKind.Allotting)
        : workshop.Settings.IsPaused ? new(TurnKind.Paused)
        : now >= workshop.StopsAt ? new(TurnKind.TooLate)
        : null;

    /// <param name="person">Who is in line.</param>
    /// <param name="own">The workshops in which the person has a seat.</param>
    /// <param name="rules">How many somebody may have, in all and in each block.</param>
    /// <param name="onlyForOthers">The seats that are free, or would be next, are kept for a group without this person.</param>
    public static Turn Of(Workshop workshop, Person person, IReadOnlyCollection<Workshop> own, WorkshopRules rules, bool onlyForOthers, ConferenceTime time, DateTimeOffset now)
    {
        if (Standstill(workshop, now) is { } still) return still;
        // Whoever has a seat keeps it when an organiser narrows for whom a workshop is; nobody new comes in past that.
        if (!workshop.IsFor(person)) return new(TurnKind.NotForThem);
        if (onlyForOthers) return new(TurnKind.KeptForOthers);
        if (Enough(workshop, own, rules, time) is { } enough) return enough;
        var overlapping = own.Count(workshop.Overlaps);
        // Who has another seat at that time must choose: nobody loses a seat without having said so.
        if (workshop.Settings.Promotion is Promotion.AtOnce && overlapping == 0) return new(TurnKind.Seat);
        if (workshop.OfferEnd(time, now) is { } until) return new(TurnKind.Offer, until);
        // Too late to ask: the seat would stay empty. Whoever has nothing else at that time has it at once, and can give it back.
        return new(overlapping == 0 ? TurnKind.Seat : TurnKind.HasSeatThen);
    }

    /// <summary>Why one workshop more would be too many, whatever is at the same time given back; null: it is not.</summary>
    public static Turn? Enough(Workshop workshop, IReadOnlyCollection<Workshop> own, WorkshopRules rules, ConferenceTime time)
    {
        var others = own.Where(o => !workshop.Overlaps(o)).ToList();
        if (others.Count + 1 > rules.MostPerPerson) return new(TurnKind.HasEnough);
        if (rules.BlockOf(workshop.Place, time) is { Most: { } most } block && others.Count(o => block.Holds(o.Place, time)) + 1 > most) return new(TurnKind.HasEnoughInBlock, Block: block);
        return null;
    }
}
