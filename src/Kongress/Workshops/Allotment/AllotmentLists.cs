using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops.Allotment;

/// <summary>Where the allotment stands.</summary>
/// <param name="Open">Workshops whose seats are to be allotted, whatever the programme says about them.</param>
/// <param name="Wishing">How many people have made wishes for them.</param>
/// <param name="Run">The newest draw; null: none yet.</param>
/// <param name="Plan">What it gives now; null: none yet, or published.</param>
/// <param name="Difference">What has changed since the draw was made; null with the plan.</param>
/// <param name="Adjustments">What is settled by hand in workshops that are still to be allotted.</param>
/// <param name="Published">The newest first.</param>
public sealed record AllotmentState(WorkshopRules Rules, int Open, int Allotted, int Wishing, AllotmentRun? Run, AllotmentPlan? Plan, RunDifference? Difference, IReadOnlyDictionary<Guid, Workshop> Workshops, IReadOnlyList<Adjustment> Adjustments, IReadOnlyList<PublishedDraw> Published)
{
    /// <summary>Those whose workshop has a page.</summary>
    public IReadOnlySet<Guid> Sessions => Workshops.Values.Select(w => w.SessionId).ToHashSet();
}

/// <summary>A draw that was published: nothing about it changes any more.</summary>
/// <param name="Counts">What it gave; null: not stored any more.</param>
public sealed record PublishedDraw(Guid Id, int Number, int Seed, DateTimeOffset PublishedAt, PlanCounts? Counts);

/// <summary>The allotment as it is read. The number of queries does not grow with the people.</summary>
public sealed class AllotmentLists(KongressDb db, TimeProvider clock)
{
    public async Task<AllotmentState> FindAsync(Conference conference, CancellationToken ct)
    {
        var rules = await db.Set<WorkshopRules>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == conference.Id, ct) ?? new WorkshopRules(conference.Id);
        var run = await db.Set<AllotmentRun>().AsNoTracking().Where(r => r.ConferenceId == conference.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        var facts = await DrawFacts.ReadAsync(db, conference, rules, clock.GetUtcNow(), ct);
        var open = facts.Workshops.Values.Count(w => w.IsAllotting);
        var shows = run is { PublishedAt: null } && facts.Input.Workshops.Count > 0;
        return new AllotmentState(
            rules, open, facts.Workshops.Values.Count(w => w.AllottedAt is not null), facts.Lists.Values.Count(l => l.Count > 0), run,
            shows ? AllotmentPlan.Make(facts, run!.Seed) : null,
            shows ? run!.ReadInputs().Difference(RunInputs.Of(facts.Input)) : null,
            facts.Workshops,
            facts.Adjustments,
            await PublishedAsync(conference.Id, ct));
    }

    /// <summary>The published draws of an edition, the newest first.</summary>
    public async Task<List<PublishedDraw>> PublishedAsync(Guid conferenceId, CancellationToken ct) =>
        // What went in is long, and only of use to a preview.
        [.. (await db.Set<AllotmentRun>().Where(r => r.ConferenceId == conferenceId && r.PublishedAt != null).OrderByDescending(r => r.Number)
            .Select(r => new { r.Id, r.Number, r.Seed, r.PublishedAt, r.Counts }).ToListAsync(ct)).Select(r => new PublishedDraw(r.Id, r.Number, r.Seed, r.PublishedAt!.Value, Read(r.Counts)))];

    /// <summary>One published draw; null: this edition has none of this id.</summary>
    public async Task<PublishedDraw?> DrawAsync(Guid conferenceId, Guid runId, CancellationToken ct) => (await PublishedAsync(conferenceId, ct)).Find(d => d.Id == runId);

    /// <summary>What everybody got in a published draw, by name; also those whose registration has ended since. Without those who are erased.</summary>
    public async Task<List<PlanPerson>> PeopleAsync(PublishedDraw draw, CancellationToken ct) =>
        [.. (await ReadAsync(draw, db.Set<Registration>(), ct)).OrderBy(p => p.Registration.SortName, StringComparer.Ordinal).ThenBy(p => p.Registration.Id)];

    /// <summary>What one person got in a published draw; null: took no part, or is erased.</summary>
    public async Task<PlanPerson?> PersonAsync(PublishedDraw draw, Guid registrationId, CancellationToken ct) =>
        (await ReadAsync(draw, db.Set<Registration>().Where(r => r.Id == registrationId), ct)).SingleOrDefault();

    /// <summary>What one person got in all published draws of their edition, the newest first.</summary>
    public async Task<List<(PublishedDraw Draw, PlanPerson Person)>> ResultsAsync(Registration registration, CancellationToken ct)
    {
        var results = await db.Set<AllotmentResult>().AsNoTracking().Where(r => r.RegistrationId == registration.Id).ToListAsync(ct);
        if (results.Count == 0) return [];
        return [.. (await PublishedAsync(registration.ConferenceId, ct)).Join(results, d => d.Id, r => r.RunId, (draw, result) => (draw, result))
            .Where(r => r.draw.Counts is not null).Select(r => (r.draw, r.result.Read(registration, r.draw.Counts!.Places)))];
    }

    /// <summary>Whether a published draw gave or refused the person anything.</summary>
    public Task<bool> HasResultsAsync(Guid registrationId, CancellationToken ct) => db.Set<AllotmentResult>().AnyAsync(r => r.RegistrationId == registrationId, ct);

    /// <summary>Of the workshops in a published draw, the sessions that still have limited seats: the others have no page any more.</summary>
    public async Task<HashSet<Guid>> SessionsAsync(Guid conferenceId, CancellationToken ct) =>
        [.. await db.Set<Workshop>().Where(w => w.ConferenceId == conferenceId).Select(w => w.SessionId).ToListAsync(ct)];

    /// <summary>A person with a confirmed registration at this edition; null: there is none of this id.</summary>
    public Task<Registration?> PersonAsync(Guid conferenceId, Guid registrationId, CancellationToken ct) =>
        db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == registrationId && r.ConferenceId == conferenceId && r.Status == RegistrationStatus.Confirmed, ct);

    /// <summary>People with a confirmed registration by name, organisation or address, for giving a seat by hand. At most 25.</summary>
    public async Task<List<(Guid Id, string Name, string Organisation)>> SearchAsync(Guid conferenceId, string? typed, CancellationToken ct)
    {
        var words = SearchForm.Query(typed);
        if (words.Count == 0) return [];
        var people = db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conferenceId && r.Status == RegistrationStatus.Confirmed);
        foreach (var word in words) people = people.Where(r => r.SearchText.Contains(" " + word));
        return [.. (await people.OrderBy(r => r.SortName).Take(25).ToListAsync(ct)).Select(r => (r.Id, r.Person.FullName, r.Person.Organisation))];
    }

    private async Task<List<PlanPerson>> ReadAsync(PublishedDraw draw, IQueryable<Registration> people, CancellationToken ct)
    {
        if (draw.Counts?.Places is not { } places) return [];
        var rows = await (
            from result in db.Set<AllotmentResult>().AsNoTracking()
            join registration in people.AsNoTracking() on result.RegistrationId equals registration.Id
            where result.RunId == draw.Id
            select new { result, registration }).ToListAsync(ct);
        return rows.ConvertAll(r => r.result.Read(r.registration, places));
    }

    private static PlanCounts? Read(string counts) => counts.Length == 0 ? null : PlanCounts.FromJson(counts);
}
