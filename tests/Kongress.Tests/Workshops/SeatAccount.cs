using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Workshops;
using Kongress.Workshops.Blocks;

namespace Kongress.Tests.Workshops;

/// <summary>Who had which seat when, save by save, with what was wrong about it.</summary>
/// <param name="rules">How many workshops somebody may have; they stay what they are.</param>
internal sealed class SeatAccount(Conference conference, IReadOnlyList<Workshop> all, IReadOnlyDictionary<Guid, Person> people, WorkshopRules rules)
{
    private readonly Dictionary<Guid, Workshop> workshops = all.ToDictionary(w => w.Id, Copy);
    private readonly Dictionary<Guid, SeatRow> rows = [];
    private DateTimeOffset now = DateTimeOffset.MinValue;

    public IEnumerable<SeatRow> Rows => rows.Values;

    /// <summary>Faults so far, in the order in which they came.</summary>
    public List<SeatFault> Faults { get; } = [];

    public void Enter(SeatSave save)
    {
        now = save.At ?? now;
        var touched = save.Rows.Select(r => r.WorkshopId).Union(save.Settings.Keys).ToList();
        var before = touched.ToDictionary(id => id, id => (Taken: Holding(id).Count(), Others: Holding(id).Count(r => !InGroup(r))));
        var got = save.Rows.Where(r => r.HoldsSeat && !rows.GetValueOrDefault(r.Id, r with { HoldsSeat = false }).HoldsSeat).ToList();
        foreach (var row in save.Rows) rows[row.Id] = row;
        foreach (var (id, settings) in save.Settings) workshops[id].Set(settings);

        foreach (var id in touched) CheckWorkshop(workshops[id], [.. Holding(id)], before[id].Taken, before[id].Others, [.. got.Where(r => r.WorkshopId == id)]);
        foreach (var person in save.Rows.Select(r => r.RegistrationId).Distinct()) CheckPerson(person);
    }

    private void CheckWorkshop(Workshop workshop, List<SeatRow> holding, int takenBefore, int othersBefore, List<SeatRow> got)
    {
        // Seats and offers never exceed the seats; lowering them takes nobody's away.
        if (holding.Count > Math.Max(workshop.Seats, takenBefore)) Faults.Add(SeatFault.MoreThanThereAre);

        // Nor do the others exceed what is not kept. Counted by hand, not by the rule under test.
        var kept = workshop.Settings.KeptUntil > now ? workshop.Settings.KeptSeats : 0;
        var others = holding.Count(r => !InGroup(r));
        if (others > Math.Max(workshop.Seats - kept, othersBefore)) Faults.Add(SeatFault.KeptOnesGiven);

        // Whoever got a seat overtook only those who were passed over for a reason. Who was moved up by an organiser has a rank before theirs.
        foreach (var taker in got)
        {
            var waiting = rows.Values.Where(r => r.WorkshopId == taker.WorkshopId && r.Status is SignUpStatus.Waiting && r.Rank < taker.Rank);
            if (waiting.Any(r => !TurnOf(workshop, r, kept > 0 && InGroup(taker) && !InGroup(r) && others >= workshop.Seats - kept).IsSkipped)) Faults.Add(SeatFault.Overtaken);
        }
    }

    private void CheckPerson(Guid person)
    {
        var own = rows.Values.Where(r => r.RegistrationId == person).ToList();
        var seats = SeatsOf(person);
        if (seats.Exists(a => seats.Exists(a.Overlaps))) Faults.Add(SeatFault.TwoAtATime);
        if (seats.Count > rules.MostPerPerson) Faults.Add(SeatFault.MoreThanAllowed);
        if (rules.Blocks.Any(b => seats.Count(s => IsIn(b, s)) > b.Most)) Faults.Add(SeatFault.MoreThanAllowedInBlock);
        if (own.Where(r => r.IsActive).GroupBy(r => r.WorkshopId).Any(g => g.Count() > 1)) Faults.Add(SeatFault.SignedUpTwice);
    }

    /// <summary>What the rule says of somebody in line, as things stand.</summary>
    public Turn TurnOf(Workshop workshop, SeatRow row, bool onlyForOthers) => Turn.Of(workshop, people[row.RegistrationId], SeatsOf(row.RegistrationId), rules, onlyForOthers, conference.Time, now);

    /// <summary>Whoever waits although a seat is free that they may have, at that time.</summary>
    public List<SeatRow> WaitingInVain(DateTimeOffset at)
    {
        now = at;
        return
        [
            .. from workshop in workshops
            let holding = Holding(workshop.Key).ToList()
            let kept = workshop.Value.Settings.KeptUntil > now ? workshop.Value.Settings.KeptSeats : 0
            from row in rows.Values
            where row.WorkshopId == workshop.Key && row.Status is SignUpStatus.Waiting
                && holding.Count < workshop.Value.Seats && (InGroup(row) || holding.Count(r => !InGroup(r)) < workshop.Value.Seats - kept)
                && TurnOf(workshop.Value, row, onlyForOthers: false).Kind is TurnKind.Seat or TurnKind.Offer
            select row,
        ];
    }

    private IEnumerable<SeatRow> Holding(Guid workshop) => rows.Values.Where(r => r.WorkshopId == workshop && r.HoldsSeat);

    private List<Workshop> SeatsOf(Guid person) => [.. rows.Values.Where(r => r.RegistrationId == person && r.Status is SignUpStatus.Seated).Select(r => workshops[r.WorkshopId])];

    // By hand as well: seats are kept for one Land only.
    private bool InGroup(SeatRow row) => workshops[row.WorkshopId].Settings.KeptSeats > 0 && people[row.RegistrationId].Land is Land.Hessen;

    // And so is what begins in a block, as all of this is on one day.
    private bool IsIn(WorkshopBlock block, Workshop workshop) => conference.Time.Local(workshop.Place.StartsAt).TimeOfDay is var at && block.From.ToTimeSpan() <= at && at < block.Until.ToTimeSpan();

    private static Workshop Copy(Workshop workshop)
    {
        var copy = new Workshop(workshop.ConferenceId, workshop.SessionId);
        copy.Follow(workshop.Place);
        copy.Set(workshop.Settings);
        return copy;
    }
}

/// <summary>What must never be true of seats.</summary>
internal enum SeatFault
{
    MoreThanThereAre,
    KeptOnesGiven,
    Overtaken,
    TwoAtATime,
    MoreThanAllowed,
    MoreThanAllowedInBlock,
    SignedUpTwice,
}
