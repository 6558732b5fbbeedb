using Kongress.Database.Demo;
using Kongress.LoadTests.Hosting;
using Kongress.LoadTests.Scenarios;

namespace Kongress.LoadTests;

/// <summary>Measures Kongress beside the bare framework, in the same process and the same run: <c>dotnet run -c Release --project tests/Kongress.LoadTests [scenario …]</c>.</summary>
/// <remarks>Ratios are what counts; the figures depend on the machine. By hand and on a machine that does nothing else: timings are no test.</remarks>
internal static class LoadProgram
{
    private static readonly Dictionary<string, (DemoStage Stage, int People, Func<Product, Bare, CancellationToken, Task> MeasureAsync)> Scenarios = new(StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = (DemoStage.Open, 800, StartPage.MeasureAsync),
        ["registration"] = (DemoStage.Open, 800, Registering.MeasureAsync),
        ["programme"] = (DemoStage.Planned, 800, ProgrammePage.MeasureAsync),
        ["board"] = (DemoStage.Planned, 800, BoardMove.MeasureAsync),
        ["workshops"] = (DemoStage.Open, 800, SigningUp.MeasureAsync),
        ["draw"] = (DemoStage.Open, 800, Drawing.MeasureAsync),
        ["opening"] = (DemoStage.Open, 0, Opening.MeasureAsync),
        ["scan"] = (DemoStage.Running, 800, Scanning.MeasureAsync),
    };

    /// <summary>Not a comparison: a process of its own is killed.</summary>
    private const string Killed = "killed";

    public static async Task<int> Main(string[] args)
    {
        string[] all = [.. Scenarios.Keys, Killed];
        if (args.FirstOrDefault(arg => !all.Contains(arg, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no scenario \"{unknown}\". There are: {string.Join(", ", all)}.");
            return 1;
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, .NET {Environment.Version}");
        foreach (var name in args.Length > 0 ? args : all)
        {
            if (string.Equals(name, Killed, StringComparison.OrdinalIgnoreCase))
            {
                await KilledOpening.MeasureAsync(CancellationToken.None);
                await KilledSignUps.MeasureAsync(CancellationToken.None);
            }
            else
            {
                await MeasureAsync(name, CancellationToken.None);
            }
        }

        return 0;
    }

    /// <summary>Each scenario has a fresh congress, so that none is slower for what another has stored.</summary>
    private static async Task MeasureAsync(string name, CancellationToken ct)
    {
        var (stage, people, measureAsync) = Scenarios[name];
        var folder = Directory.CreateTempSubdirectory("kongress-load-").FullName;
        try
        {
            await using var product = Product.Start(folder, stage, people);
            await using var bare = await Bare.StartAsync(folder);
            await measureAsync(product, bare, ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
