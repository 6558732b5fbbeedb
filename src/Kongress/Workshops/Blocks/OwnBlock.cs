using Kongress.Conferences;
using Kongress.Registrations;

namespace Kongress.Workshops.Blocks;

/// <summary>A block as one person sees it.</summary>
/// <param name="Seats">How many seats they have in it, in what is over too.</param>
/// <param name="Waiting">How many lists and offers count besides.</param>
/// <param name="Missing">How many they should still choose, as far as there is something to choose.</param>
public sealed record OwnBlock(WorkshopBlock Block, int Seats, int Waiting, int Missing)
{
    /// <summary>Those of which something is still to come, by their time.</summary>
    internal static List<OwnBlock> Of(Conference conference, Registration registration, WorkshopRules rules, IReadOnlyCollection<Workshop> ahead, List<Own> own, DateTimeOffset now) =>
    [
        .. from block in rules.Blocks
           let here = ahead.Where(w => rules.BlockOf(w.Place, conference.Time)?.Id == block.Id && w.IsFor(registration.Person) && w.FitsDays(registration.Attendance)).ToList()
           where here.Count > 0
           let counting = Workshops.Seats.Counting(own.FindAll(o => rules.BlockOf(o.Workshop.Place, conference.Time)?.Id == block.Id), now)
           let seats = counting.Count(o => o.SignUp.Status is SignUpStatus.Seated)
           let choices = here.Count(w => w.Place.StartsAt > now && !counting.Exists(o => o.Workshop.Id == w.Id && o.SignUp.Status is SignUpStatus.Seated))
           select new OwnBlock(block, seats, counting.Count - seats, Math.Max(0, Math.Min(block.Fewest - seats, choices))),
    ];
}

/// <summary>Why a seat would be one too many in its block.</summary>
/// <param name="Others">Titles of what counts in it.</param>
/// <param name="Swaps">Of these, the seats with which one swap makes room.</param>
public sealed record FullBlock(string Name, int Most, IReadOnlyList<string> Others, IReadOnlyList<(Guid Id, string Title)> Swaps)
{
    /// <param name="row">Of what is not full, or offered to the person; else nothing is to be swapped for now.</param>
    internal static FullBlock? Of(WorkshopRow row, SignUp? signUp, List<Own> own, WorkshopRules rules, Conference conference, DateTimeOffset now)
    {
        if (InBlock.Of(rules, row.Workshop, own, conference.Time) is not { } inBlock) return null;
        var isOffered = signUp?.Status is SignUpStatus.Offered;
        var isFull = row.Filling is Filling.Full && !isOffered;
        List<Own>? Full(Own? instead) => isOffered ? inBlock.FullForOffer(instead) : isFull ? inBlock.FullForLine(now) : inBlock.FullForSeat(now, instead);
        if (Full(null) is not { } full) return null;
        var beside = own.FindAll(o => o.Workshop.Id != row.Workshop.Id && !o.Workshop.Overlaps(row.Workshop));
        return new FullBlock(
            inBlock.Block.Name,
            inBlock.Block.Most!.Value,
            [.. full.Select(o => o.Workshop.Place.Title)],
            isFull ? [] : [.. full.Where(o => inBlock.SeatIn(o.Workshop.Id, now) is not null && Full(o) is null && !(InAll(o) >= rules.MostPerPerson)).Select(o => (o.Workshop.Id, o.Workshop.Place.Title))]);

        int InAll(Own instead) => isOffered
            ? beside.Count(o => o != instead && o.SignUp.Status is SignUpStatus.Seated)
            : Seats.Load(beside.FindAll(o => o != instead), now);
    }
}
