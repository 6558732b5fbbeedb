using System.Text.Json;
using System.Text.Json.Serialization;
using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Workshops.Allotment;

/// <summary>What a published draw gave one person, as it was explained then. One row each, so that it goes with their registration; the counts of the draw stay.</summary>
public sealed class AllotmentResult
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private AllotmentResult()
    {
    }

    public AllotmentResult(AllotmentRun run, PlanPerson person)
    {
        RunId = run.Id;
        RegistrationId = person.Registration.Id;
        Level = person.Level;
        Lot = person.Lot;
        Wishes = JsonSerializer.Serialize(person.Wishes.Select(w => new Line(w.Workshop.Code, w.Rank, w.Result, w.Because?.Code, w.Reason, w.Block)), Json);
    }

    public Guid RunId { get; private set; }

    public Guid RegistrationId { get; private set; }

    /// <summary>When it was drawn.</summary>
    public AdministrativeLevel Level { get; private set; }

    /// <summary>1 to 4096.</summary>
    public int Lot { get; private set; }

    /// <summary>JSON: each wish by the code of the workshop, its rank, its result, what it met, and the reason of what was settled by hand.</summary>
    public string Wishes { get; private set; } = "";

    /// <param name="places">Of the same draw.</param>
    public PlanPerson Read(Registration registration, IReadOnlyDictionary<string, PlanPlace> places) => new(
        registration,
        Level,
        Lot,
        [.. JsonSerializer.Deserialize<List<Line>>(Wishes, Json)!.Select(l => new WishOutcomeRow(places[l.Workshop], l.Rank, l.Result, l.Because is null ? null : places[l.Because], l.Reason, l.Block))]);

    // Short names: there are thousands of lines.
    private sealed record Line(
        [property: JsonPropertyName("w")] string Workshop,
        [property: JsonPropertyName("r")] int Rank,
        [property: JsonPropertyName("is")] WishResult Result,
        [property: JsonPropertyName("at")] string? Because,
        [property: JsonPropertyName("why")] string? Reason,
        [property: JsonPropertyName("in")] string? Block);
}
