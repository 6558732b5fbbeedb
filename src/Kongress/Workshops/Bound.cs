using Kongress.Shared;

namespace Kongress.Workshops.Blocks;

/// <summary>The block of a workshop, and what one person has in it besides. It counts as the limit of the whole edition does, within the block.</summary>
/// <param name="Own">In this block; the workshop itself is left out.</param>
internal sealed record InBlock(WorkshopBlock Block, Workshop Workshop, IReadOnlyList<Own> Own)
{
    /// <summary>Null: the workshop is in no block, or in one where anybody may have any number.</summary>
    public static InBlock? Of(WorkshopRules rules, Workshop workshop, IEnumerable<Own> own, ConferenceTime time) =>
        rules.BlockOf(workshop.Place, time) is { Most: not null } block
            ? new InBlock(block, workshop, [.. own.Where(o => o.Workshop.Id != workshop.Id && rules.BlockOf(o.Workshop.Place, time)?.Id == block.Id)])
            : null;

    /// <summary>The seat that the person would give back for one in the workshop; null: there is no such seat, or it has begun.</summary>
    public Own? SeatIn(Guid? workshopId, DateTimeOffset now) => Own.FirstOrDefault(o => o.Workshop.Id == workshopId && o.SignUp.Status is SignUpStatus.Seated && o.Workshop.Place.StartsAt > now);

    /// <summary>What counts, where one seat more would be too many; null: it is not. What is at the same time is given back, or comes true no more.</summary>
    /// <param name="instead">A seat that is given back as well.</param>
    public List<Own>? FullForSeat(DateTimeOffset now, Own? instead = null) =>
        Full(Seats.Counting([.. Own.Where(o => o != instead && !o.Workshop.Overlaps(Workshop))], now));

    /// <summary>The same for a place in line. Whoever has a seat of this block at that time will give it back, and has not one more.</summary>
    public List<Own>? FullForLine(DateTimeOffset now) => Own.Any(o => o.SignUp.Status is SignUpStatus.Seated && o.Workshop.Overlaps(Workshop)) ? null : Full(Seats.Counting(Own, now));

    /// <summary>The same for a seat that is offered: it counts already, so only seats stand in its way.</summary>
    public List<Own>? FullForOffer(Own? instead = null) =>
        Full([.. Own.Where(o => o.SignUp.Status is SignUpStatus.Seated && o != instead && !o.Workshop.Overlaps(Workshop))]);

    private List<Own>? Full(List<Own> counting) => counting.Count >= Block.Most ? counting : null;
}
