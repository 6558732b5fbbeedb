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
           let here = ahead.Where(w => block.Holds(w.Place, conference.Time) && w.IsFor(registration.Person) && w.FitsDays(registration.Attendance)).ToList()
           where here.Count > 0
           let counting = Workshops.Seats.Counting(own.FindAll(o => block.Holds(o.Workshop.Place, conference.Time)), now)
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
        if (Bound.InBlock(rules, row.Workshop, own, conference.Time) is not { } inBlock || inBlock.FullFor(row, signUp, now) is not { } full) return null;
        var inAll = Bound.InAll(rules, row.Workshop, own);
        return new FullBlock(
            inBlock.Block!.Name,
            inBlock.Most,
            [.. full.Select(o => o.Workshop.Place.Title)],
            row.Filling is Filling.Full && signUp?.Status is not SignUpStatus.Offered
                ? []
                : [.. full.Where(o => inBlock.SeatIn(o.Workshop.Id, now) is not null && inBlock.FullFor(row, signUp, now, o) is null && inAll?.FullFor(row, signUp, now, o) is null).Select(o => (o.Workshop.Id, o.Workshop.Place.Title))]);
    }
}
