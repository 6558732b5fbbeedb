using Kongress.Shared;
using Kongress.Workshops.Blocks;

namespace Kongress.Workshops;

/// <summary>How many workshops one person may have, and what of it counts already when it is about one more: in the whole edition, or in one block.</summary>
/// <param name="Block">Null: the whole edition.</param>
/// <param name="Most">At least 1.</param>
/// <param name="Workshop">The one more.</param>
/// <param name="Own">Within the bound; the workshop itself is left out.</param>
internal sealed record Bound(WorkshopBlock? Block, int Most, Workshop Workshop, IReadOnlyList<Own> Own)
{
    /// <summary>Null: anybody may have any number.</summary>
    public static Bound? InAll(WorkshopRules rules, Workshop workshop, IEnumerable<Own> own) =>
        rules.MostPerPerson is { } most ? new Bound(null, most, workshop, [.. own.Where(o => o.Workshop.Id != workshop.Id)]) : null;

    /// <summary>Null: the workshop is in no block, or in one where anybody may have any number.</summary>
    public static Bound? InBlock(WorkshopRules rules, Workshop workshop, IEnumerable<Own> own, ConferenceTime time) =>
        rules.BlockOf(workshop.Place, time) is { Most: { } most } block
            ? new Bound(block, most, workshop, [.. own.Where(o => o.Workshop.Id != workshop.Id && block.Holds(o.Workshop.Place, time))])
            : null;

    /// <summary>The seat that the person would give back for one in the workshop; null: there is no such seat, or it has begun.</summary>
    public Own? SeatIn(Guid? workshopId, DateTimeOffset now) => Own.FirstOrDefault(o => o.Workshop.Id == workshopId && o.SignUp.Status is SignUpStatus.Seated && o.Workshop.Place.StartsAt > now);

    /// <summary>What counts, where one seat more would be too many; null: it is not. What is at the same time is given back, or comes true no more.</summary>
    /// <param name="instead">A seat that is given back as well.</param>
    public List<Own>? FullForSeat(DateTimeOffset now, Own? instead = null) =>
        Full(Seats.Counting([.. Own.Where(o => o != instead && !o.Workshop.Overlaps(Workshop))], now));

    /// <summary>The same for a place in line. Whoever has a seat within the bound at that time will give it back, and has not one more.</summary>
    public List<Own>? FullForLine(DateTimeOffset now) => Own.Any(o => o.SignUp.Status is SignUpStatus.Seated && o.Workshop.Overlaps(Workshop)) ? null : Full(Seats.Counting(Own, now));

    /// <summary>The same for a seat that is offered: it counts already, so only seats stand in its way.</summary>
    public List<Own>? FullForOffer(Own? instead = null) =>
        Full([.. Own.Where(o => o.SignUp.Status is SignUpStatus.Seated && o != instead && !o.Workshop.Overlaps(Workshop))]);

    /// <summary>The same for what the person can do at a workshop as it is: accept the offer, take a seat, or a place in line where it is full.</summary>
    /// <param name="signUp">Their own there; null: none.</param>
    public List<Own>? FullFor(WorkshopRow row, SignUp? signUp, DateTimeOffset now, Own? instead = null) =>
        signUp?.Status is SignUpStatus.Offered ? FullForOffer(instead) : row.Filling is Filling.Full ? FullForLine(now) : FullForSeat(now, instead);

    private List<Own>? Full(List<Own> counting) => counting.Count >= Most ? counting : null;
}
