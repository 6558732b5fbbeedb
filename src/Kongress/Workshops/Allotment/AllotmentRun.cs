using System.Text.Json;
using Kongress.Data;

namespace Kongress.Workshops.Allotment;

/// <summary>A draw that an organiser has looked at. The seats of a preview are not stored: the same input and seed give them again. What went in is, in short, to tell what has changed since.</summary>
/// <remarks>What a published draw gave is stored: the input changes afterwards. In numbers here, for each person as an <see cref="AllotmentResult"/>.</remarks>
public sealed class AllotmentRun : IVersioned
{
    private AllotmentRun()
    {
    }

    public AllotmentRun(Guid conferenceId, int number, int seed, RunInputs inputs, Guid organiserId, DateTimeOffset now)
    {
        ConferenceId = conferenceId;
        Number = number;
        Seed = seed;
        Inputs = JsonSerializer.Serialize(inputs);
        MadeBy = organiserId;
        MadeAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Counts the draws of an edition, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>0 to 999999: what lots are drawn from.</summary>
    public int Seed { get; private set; }

    /// <summary>JSON of <see cref="RunInputs"/>; empty once the retention is over.</summary>
    public string Inputs { get; private set; } = "";

    /// <summary>JSON of <see cref="PlanCounts"/>; empty until the draw is published, and once the retention is over.</summary>
    public string Counts { get; private set; } = "";

    public Guid MadeBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public void Publish(PlanCounts counts, DateTimeOffset now) => (Counts, PublishedAt) = (counts.ToJson(), now);

    public RunInputs ReadInputs() => Inputs.Length == 0 ? new RunInputs([], [], "") : JsonSerializer.Deserialize<RunInputs>(Inputs)!;
}

/// <summary>What went into a draw, by id: a short text for each, equal when nothing has changed.</summary>
/// <param name="Workshops">Time, block and free seats.</param>
/// <param name="People">Wishes, seats elsewhere and what was settled by hand.</param>
/// <param name="Rules">How many each may have, in all and in each block, and how many wishes count.</param>
public sealed record RunInputs(Dictionary<Guid, string> Workshops, Dictionary<Guid, string> People, string Rules)
{
    public static RunInputs Of(DrawInput input) => new(
        input.Workshops.ToDictionary(w => w.Id, w => FormattableString.Invariant($"{Times(w)}/{w.Free}/{w.Kept}")),
        input.People.ToDictionary(p => p.Id, p => Secret(p)),
        FormattableString.Invariant($"{input.Most}/{input.MostWishes}") + Limits(input));

    /// <summary>Ids of workshops and number of people that differ; and whether the rules do.</summary>
    public RunDifference Difference(RunInputs now) => new(
        [.. Workshops.Keys.Union(now.Workshops.Keys).Where(id => Workshops.GetValueOrDefault(id) != now.Workshops.GetValueOrDefault(id)).Order()],
        People.Keys.Union(now.People.Keys).Count(id => People.GetValueOrDefault(id) != now.People.GetValueOrDefault(id)),
        Rules != now.Rules);

    // Which block it is in is a matter of its time. A draw without blocks reads as it did before there were any.
    private static string Times(DrawWorkshop workshop) => FormattableString.Invariant($"{workshop.StartsAt.UtcTicks}/{workshop.EndsAt.UtcTicks}") + (workshop.Block is { } block ? $"/{block.Id}" : "");

    private static string Limits(DrawInput input) => string.Concat(
        input.Workshops.Concat(input.People.SelectMany(p => p.Held)).Select(w => w.Block).OfType<DrawBlock>().Select(b => FormattableString.Invariant($"/{b.Id}:{b.Most}")).Distinct().Order(StringComparer.Ordinal));

    // A hash suffices to see that something has changed, and tells nobody what somebody wished.
    private static string Secret(DrawPerson person) => Shared.Secret.Hash(string.Join(
        '|',
        string.Join(',', person.Wishes),
        string.Join(',', person.Held.Select(h => $"{h.Id}/{Times(h)}").Order(StringComparer.Ordinal)),
        string.Join(',', person.KeptFor.Order())))[..16];
}

public sealed record RunDifference(IReadOnlyList<Guid> Workshops, int People, bool Rules)
{
    public bool IsNone => Workshops.Count == 0 && People == 0 && !Rules;
}
