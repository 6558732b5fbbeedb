using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Workshops.Blocks;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>How full a workshop is, in steps that have a word each.</summary>
public enum Filling
{
    Free,

    /// <summary>Three quarters are taken.</summary>
    Few,

    /// <summary>Who signs up now waits, or is too late.</summary>
    Full,
}

/// <param name="Holders">Who holds seats, offered ones included.</param>
/// <param name="Offered">Of these, those that are offered.</param>
/// <param name="Still">Why nobody moves up now; null: somebody may.</param>
/// <param name="Free">Seats that the reader could have; without a reader, those for everybody.</param>
/// <param name="KeptFree">Seats that are free only for the group that they are kept for.</param>
public sealed record WorkshopRow(Workshop Workshop, Holders Holders, int Offered, int Waiting, TurnKind? Still, int Free, int KeptFree)
{
    public int Taken => Holders.All;

    /// <summary>Nobody will move up any more: a free seat is for whoever takes it first.</summary>
    public bool IsLate => Still is TurnKind.TooLate;

    private bool StandsStill => Still is not null && !IsLate;

    public Filling Filling => Free == 0 || (Waiting > 0 && StandsStill) ? Filling.Full : Taken * 4 >= Workshop.Seats * 3 ? Filling.Few : Filling.Free;
}

/// <summary>A workshop as one person sees it.</summary>
/// <param name="SignUp">Their own; null: none.</param>
/// <param name="Position">In line, from 1; null: the person does not wait.</param>
/// <param name="Overlapping">Titles of their seats at the same time.</param>
/// <param name="Refusal">Why they cannot sign up; null: they can.</param>
/// <param name="FullBlock">Why a seat here would be one too many in its block; null: it would not.</param>
/// <param name="Wish">Its rank on the person's list of wishes; null: not on it.</param>
public sealed record OwnRow(WorkshopRow Row, SignUp? SignUp, int? Position, IReadOnlyList<string> Overlapping, SignUpOutcome? Refusal, FullBlock? FullBlock = null, int? Wish = null);

/// <summary>All workshops as one person sees them.</summary>
/// <param name="Rows">What is not over.</param>
/// <param name="Seats">How many seats the person has, in what is over too: the limit per person counts them.</param>
/// <param name="Waiting">How many lists and offers count besides.</param>
/// <param name="Blocks">Those of which something is still to come.</param>
public sealed record OwnWorkshops(IReadOnlyList<OwnRow> Rows, WorkshopRules Rules, int Seats, int Waiting, IReadOnlyList<OwnBlock> Blocks);

/// <summary>Somebody in a workshop, as organisers see them.</summary>
/// <param name="Turn">What would happen if a seat were free now; null: the person does not wait.</param>
public sealed record PersonRow(SignUp SignUp, Guid RegistrationId, string Name, string Organisation, Turn? Turn);

/// <summary>Seats as they are, for reading. The number of queries does not grow with the lists.</summary>
public sealed class WorkshopLists(KongressDb db, TimeProvider clock)
{
    /// <summary>All of an edition, in the order of their start; those that do not take place come last.</summary>
    /// <param name="reader">Whose view it is: seats that are kept for others are not free. Null: nobody's in particular.</param>
    public async Task<List<WorkshopRow>> AllAsync(Conference conference, CancellationToken ct, Person? reader = null)
    {
        var now = clock.GetUtcNow();
        var counts = await db.Set<SignUp>().Where(s => s.ConferenceId == conference.Id && s.ActiveFor != null)
            .GroupBy(s => new { s.WorkshopId, s.Status }).Select(g => new { g.Key.WorkshopId, g.Key.Status, Count = g.Count() }).ToListAsync(ct);
        var byStatus = counts.ToDictionary(c => (c.WorkshopId, c.Status), c => c.Count);
        var workshops = await db.Set<Workshop>().AsNoTracking().Where(w => w.ConferenceId == conference.Id).ToListAsync(ct);
        var groups = await db.GroupsAsync(workshops, ct);
        return
        [
            .. workshops.OrderByDescending(w => w.Place.IsOn).ThenBy(w => w.Place.StartsAt).ThenBy(w => w.Place.Title, StringComparer.CurrentCulture).Select(w =>
            {
                var offered = byStatus.GetValueOrDefault((w.Id, SignUpStatus.Offered));
                var group = groups.GetValueOrDefault(w.Id);
                var holders = new Holders(group, offered + byStatus.GetValueOrDefault((w.Id, SignUpStatus.Seated)) - group);
                var free = w.FreeFor(isInGroup: false, holders, now);
                return new WorkshopRow(
                    w, holders, offered, byStatus.GetValueOrDefault((w.Id, SignUpStatus.Waiting)), Turn.Standstill(w, now)?.Kind,
                    reader is not null && w.IsKeptFor(reader) ? w.FreeFor(isInGroup: true, holders, now) : free, w.FreeFor(isInGroup: true, holders, now) - free);
            }),
        ];
    }

    /// <summary>What the released programme has and is not over, as the person sees it.</summary>
    public async Task<OwnWorkshops> ForAsync(Conference conference, Registration registration, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var all = await AllAsync(conference, ct, registration.Person);
        var own = await db.Set<SignUp>().AsNoTracking().Where(s => s.ActiveFor == registration.Id)
            .Select(s => new { SignUp = s, Before = db.Set<SignUp>().Count(o => o.WorkshopId == s.WorkshopId && o.Status == SignUpStatus.Waiting && o.Rank < s.Rank) })
            .ToDictionaryAsync(s => s.SignUp.WorkshopId, ct);
        var rules = await RulesAsync(conference.Id, ct);
        var mineOfAll = all.Where(r => own.ContainsKey(r.Workshop.Id)).Select(r => new Own(own[r.Workshop.Id].SignUp, r.Workshop)).ToList();
        var seats = mineOfAll.Where(o => o.SignUp.Status is SignUpStatus.Seated).Select(o => o.Workshop).ToList();
        List<OwnRow> rows =
        [
            .. all.Where(r => r.Workshop.Place.IsOn && r.Workshop.Place.EndsAt > now).Select(r =>
            {
                var mine = own.GetValueOrDefault(r.Workshop.Id);
                var fullBlock = FullBlock.Of(r, mine?.SignUp, mineOfAll, rules, conference, now);
                return new OwnRow(
                    r,
                    mine?.SignUp,
                    mine?.SignUp.Status is SignUpStatus.Waiting ? mine.Before + 1 : null,
                    [.. seats.Where(r.Workshop.Overlaps).Select(w => w.Place.Title)],
                    registration.Status is not RegistrationStatus.Confirmed ? SignUpOutcome.NotRegistered
                        : r.Workshop.RefusalFor(registration, now) ?? RefusalOf(r, mine?.SignUp, fullBlock),
                    fullBlock);
            }),
        ];
        return new OwnWorkshops(rows, rules, seats.Count, Seats.Load(mineOfAll, now) - seats.Count, OwnBlock.Of(conference, registration, rules, [.. rows.Select(r => r.Row.Workshop)], mineOfAll, now));

        SignUpOutcome? RefusalOf(WorkshopRow row, SignUp? signUp, FullBlock? fullBlock) => row.Filling switch
        {
            Filling.Full when row.IsLate => SignUpOutcome.TooLate,
            Filling.Full when row.Waiting >= row.Workshop.Settings.MostWaiting => SignUpOutcome.Full,
            _ when fullBlock is not null => SignUpOutcome.TooManyInBlock,
            _ => Bound.InAll(rules, row.Workshop, mineOfAll)?.FullFor(row, signUp, now) is not null ? SignUpOutcome.TooMany : null,
        };
    }

    /// <summary>The rules of the edition; those that nobody has set yet are the usual ones.</summary>
    public async Task<WorkshopRules> RulesAsync(Guid conferenceId, CancellationToken ct) =>
        await db.Set<WorkshopRules>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == conferenceId, ct) ?? new WorkshopRules(conferenceId);

    public Task<Workshop?> FindAsync(Guid conferenceId, Guid sessionId, CancellationToken ct) =>
        db.Set<Workshop>().AsNoTracking().SingleOrDefaultAsync(w => w.ConferenceId == conferenceId && w.SessionId == sessionId, ct);

    /// <summary>Sessions that may get limited seats and have none yet.</summary>
    public async Task<List<(Guid Id, string Title, bool IsWorkshop)>> WithoutSeatsAsync(Guid conferenceId, CancellationToken ct) =>
        [.. (await db.Set<Session>()
            .Where(s => s.ConferenceId == conferenceId && !db.Set<Workshop>().Any(w => w.SessionId == s.Id) && s.Content.Kind != SessionKind.Break
                && (s.State == SessionState.Draft || s.State == SessionState.Proposed || s.State == SessionState.Accepted || s.State == SessionState.Confirmed))
            .Select(s => new { s.Id, s.Content.Title, s.Content.Kind }).ToListAsync(ct))
        .OrderByDescending(s => s.Kind is SessionKind.Workshop).ThenBy(s => s.Title, StringComparer.CurrentCulture).Select(s => (s.Id, s.Title, s.Kind is SessionKind.Workshop))];

    /// <summary>Everybody with a seat, an offer or a place in line, in this order.</summary>
    public async Task<List<PersonRow>> PeopleAsync(Conference conference, Workshop workshop, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rules = await RulesAsync(conference.Id, ct);
        var people = await (
            from signUp in db.Set<SignUp>().AsNoTracking()
            join registration in db.Set<Registration>().AsNoTracking() on signUp.RegistrationId equals registration.Id
            where signUp.WorkshopId == workshop.Id && signUp.ActiveFor != null
            select new { signUp, registration }).ToListAsync(ct);
        var seats = (await (
            from signUp in db.Set<SignUp>()
            join other in db.Set<Workshop>().AsNoTracking() on signUp.WorkshopId equals other.Id
            where signUp.Status == SignUpStatus.Seated && db.Set<SignUp>().Any(s => s.WorkshopId == workshop.Id && s.Status == SignUpStatus.Waiting && s.RegistrationId == signUp.RegistrationId)
            select new { signUp.RegistrationId, other }).ToListAsync(ct)).ToLookup(s => s.RegistrationId, s => s.other);
        var group = people.Count(p => p.signUp.HoldsSeat && workshop.IsKeptFor(p.registration.Person));
        var holders = new Holders(group, people.Count(p => p.signUp.HoldsSeat) - group);
        var isKept = workshop.FreeFor(isInGroup: true, holders, now) > 0 && workshop.FreeFor(isInGroup: false, holders, now) == 0;
        return
        [
            .. people
                .OrderBy(p => p.signUp.Status is SignUpStatus.Waiting)
                .ThenBy(p => p.signUp.Status is SignUpStatus.Waiting ? "" : p.registration.SortName, StringComparer.Ordinal).ThenBy(p => p.signUp.Rank)
                .Select(p => new PersonRow(
                    p.signUp,
                    p.registration.Id,
                    p.registration.Person.FullName,
                    p.registration.Person.Organisation,
                    p.signUp.Status is SignUpStatus.Waiting ? Turn.Of(workshop, p.registration.Person, [.. seats[p.registration.Id]], rules, isKept && !workshop.IsKeptFor(p.registration.Person), conference.Time, now) : null)),
        ];
    }
}
