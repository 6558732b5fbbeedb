using System.Text.Json;
using System.Text.Json.Serialization;
using Kongress.Shared;

namespace Kongress.Workshops.Allotment;

/// <summary>A workshop as it was when the seats were drawn; it may have been renamed or moved since.</summary>
/// <param name="Code">Of the session; names the workshop in the stored results.</param>
public sealed record PlanPlace(Guid Id, Guid SessionId, string Code, string Title, DateTimeOffset StartsAt)
{
    internal static PlanPlace Of(Workshop workshop) => new(workshop.Id, workshop.SessionId, workshop.Place.Code, workshop.Place.Title, workshop.Place.StartsAt);
}

/// <param name="FirstWishes">How many named it first.</param>
/// <param name="Room">Seats that were free before the draw, kept ones and those given by hand included.</param>
public sealed record PlanWorkshop(PlanPlace Workshop, int FirstWishes, int AllWishes, int Room, int Given)
{
    [JsonIgnore]
    public int Left => Room - Given;
}

/// <param name="ByRank">How many got their first, second, … wish as the best one, in this order.</param>
/// <param name="ByHand">How many got only what they had not wished.</param>
public sealed record PlanLevel(AdministrativeLevel Level, int People, IReadOnlyList<int> ByRank, int ByHand, int None);

/// <summary>A draw in numbers. It names nobody; stored with the draw on publication.</summary>
/// <param name="MostWishes">The length of the longest list.</param>
/// <param name="Levels">Those of whom somebody took part.</param>
/// <param name="Others">Workshops that were not drawn, but that wishes met: their titles explain the results.</param>
public sealed record PlanCounts(int MostWishes, IReadOnlyList<PlanLevel> Levels, IReadOnlyList<PlanWorkshop> Workshops, IReadOnlyList<PlanPlace> Others)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [JsonIgnore]
    public int People => Levels.Sum(l => l.People);

    /// <summary>How many got their first, second, … wish as the best one, in this order.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> ByRank => [.. Enumerable.Range(0, MostWishes).Select(i => Levels.Sum(l => l.ByRank[i]))];

    /// <summary>People who got nothing.</summary>
    [JsonIgnore]
    public int None => Levels.Sum(l => l.None);

    [JsonIgnore]
    public int Seats => Workshops.Sum(w => w.Given);

    /// <summary>Every workshop that a result of this draw can name, by its code.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, PlanPlace> Places => Workshops.Select(w => w.Workshop).Concat(Others).ToDictionary(p => p.Code);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PlanCounts FromJson(string json) => JsonSerializer.Deserialize<PlanCounts>(json, Json)!;

    internal static PlanCounts Of(DrawFacts facts, IReadOnlyList<PlanPerson> people)
    {
        var most = facts.Input.MostWishes;
        var given = people.SelectMany(p => p.Seats).CountBy(w => w.Id).ToDictionary();
        var lists = facts.Lists.Values.ToList();
        var workshops = facts.Input.Workshops.Select(w => new PlanWorkshop(
            PlanPlace.Of(facts.Workshops[w.Id]), lists.Count(l => l.Count > 0 && l[0] == w.Id), lists.Count(l => l.Contains(w.Id)),
            w.Free + w.Kept + facts.Given.Count(g => g.WorkshopId == w.Id), given.GetValueOrDefault(w.Id))).ToList();
        return new PlanCounts(
            most,
            [.. people.GroupBy(p => p.Level).OrderBy(g => g.Key).Select(g => new PlanLevel(
                g.Key, g.Count(), [.. Enumerable.Range(1, most).Select(rank => g.Count(p => p.Best == rank))], g.Count(p => p.Best == 0), g.Count(p => p.Best is null)))],
            workshops,
            [.. people.SelectMany(p => p.Wishes).SelectMany(w => new[] { w.Workshop, w.Because }).OfType<PlanPlace>().Except(workshops.Select(w => w.Workshop)).OrderBy(p => p.StartsAt).ThenBy(p => p.Id)]);
    }
}
