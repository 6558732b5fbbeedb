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
public sealed record AllotmentState(WorkshopRules Rules, int Open, int Allotted, int Wishing, AllotmentRun? Run, AllotmentPlan? Plan, RunDifference? Difference, IReadOnlyDictionary<Guid, Workshop> Workshops, IReadOnlyList<Adjustment> Adjustments);

/// <summary>The allotment as organisers read it. The number of queries does not grow with the people.</summary>
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
            facts.Adjustments);
    }

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
}
