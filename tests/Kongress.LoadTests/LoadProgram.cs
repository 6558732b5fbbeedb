using Kongress.Database.Demo;
using Kongress.LoadTests.Hosting;
using Kongress.LoadTests.Scenarios;

namespace Kongress.LoadTests;

/// <summary>Measures Kongress beside the bare framework, in the same process and the same run: <c>dotnet run -c Release --project tests/Kongress.LoadTests [scenario …]</c>.</summary>
/// <remarks>Ratios are what counts; the figures depend on the machine. By hand and on a machine that does nothing else: timings are no test.</remarks>
internal static class LoadProgram
{
    private static readonly Dictionary<string, (DemoStage Stage, Func<Product, Bare, CancellationToken, Task> MeasureAsync)> Scenarios = new(StringComparer.OrdinalIgnoreCase)
    {
        ["start"] = (DemoStage.Open, StartPage.MeasureAsync),
        ["registration"] = (DemoStage.Open, Registering.MeasureAsync),
        ["programme"] = (DemoStage.Planned, ProgrammePage.MeasureAsync),
        ["board"] = (DemoStage.Planned, BoardMove.MeasureAsync),
        ["scan"] = (DemoStage.Running, Scanning.MeasureAsync),
    };

    public static async Task<int> Main(string[] args)
    {
        if (args.FirstOrDefault(arg => !Scenarios.ContainsKey(arg)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no scenario \"{unknown}\". There are: {string.Join(", ", Scenarios.Keys)}.");
            return 1;
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, .NET {Environment.Version}");
        foreach (var name in args.Length > 0 ? args : [.. Scenarios.Keys]) await MeasureAsync(name, CancellationToken.None);
        return 0;
    }

    /// <summary>Each scenario has a fresh congress, so that none is slower for what another has stored.</summary>
    private static async Task MeasureAsync(string name, CancellationToken ct)
    {
        var (stage, measureAsync) = Scenarios[name];
        var folder = Directory.CreateTempSubdirectory("kongress-load-").FullName;
        try
        {
            await using var product = Product.Start(folder, stage);
            await using var bare = await Bare.StartAsync(folder);
            await measureAsync(product, bare, ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
