using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using Kongress.CheckIns;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.CheckIns;

/// <summary>The decision at the door: one table of cases for the server and for the browser's twin.</summary>
public sealed class DoorRulesTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static TheoryData<string, DoorFacts, DoorAnswer> Cases => new(Table().Select(row => (row.Name, row.Facts, row.Answer)));

    [Theory, MemberData(nameof(Cases))]
    public void The_table_says(string name, DoorFacts facts, DoorAnswer answer) => Assert.True(answer == DoorRules.Decide(facts), name);

    [Fact]
    public void Every_answer_and_every_state_of_a_registration_has_a_case()
    {
        Assert.Equal(Enum.GetValues<DoorAnswer>().ToHashSet(), Table().Select(row => row.Answer).ToHashSet());
        Assert.Equal(Enum.GetValues<RegistrationStatus>().ToHashSet(), Table().Select(row => row.Facts.Status).OfType<RegistrationStatus>().ToHashSet());
    }

    [Fact]
    public void Nobody_is_welcome_unless_confirmed_with_a_valid_ticket_on_the_right_day_and_list_and_not_in_yet() => Facts.Sample(
        facts => DoorRules.Decide(facts) is DoorAnswer.Welcome == (facts is { Status: RegistrationStatus.Confirmed, TicketIsRevoked: false, ListIsOpen: true, IsOnList: true, IsIn: false }));

    [Fact]
    public void A_void_or_unknown_ticket_is_never_overruled() => Facts.Sample(
        facts => !DoorRules.CanBeOverruled(DoorRules.Decide(facts)) || facts is { Status: RegistrationStatus.Confirmed, TicketIsRevoked: false });

    // All 160 situations there are, so that nothing is left to chance.
    [Fact]
    public async Task The_browsers_twin_agrees_in_every_situation()
    {
        var all = AllFacts().ToList();
        const string Script = """
            import { decide } from "./door-rules.js";
            let text = "";
            for await (const part of process.stdin) text += part;
            console.log(JSON.stringify(JSON.parse(text).map(decide)));
            """;
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "--eval", Script])
        {
            WorkingDirectory = Repository.PathOf("src/Kongress.Web/Frontend"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(all, Json));
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(160, all.Count);
        Assert.Equal(all.Select(DoorRules.Decide), JsonSerializer.Deserialize<List<DoorAnswer>>(output, Json)!);
    }

    private static Gen<DoorFacts> Facts { get; } = Gen.Int[0, 159].Select(i => AllFacts().ElementAt(i));

    private static IEnumerable<DoorFacts> AllFacts()
    {
        bool[] both = [false, true];
        return from status in Enum.GetValues<RegistrationStatus>().Cast<RegistrationStatus?>().Append(null)
               from revoked in both
               from open in both
               from onList in both
               from isIn in both
               select new DoorFacts(status, revoked, open, onList, isIn);
    }

    private static List<Row> Table() => JsonSerializer.Deserialize<List<Row>>(File.ReadAllText(Repository.PathOf("src/Kongress/CheckIns/door-cases.json")), Json)!;

    private sealed record Row(string Name, DoorFacts Facts, DoorAnswer Answer);
}
