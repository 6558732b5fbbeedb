using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Kongress.BrowserTests.Hosting;
using Kongress.Data;
using Kongress.Database.Demo;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Many people press a button at once, each once, and the process is killed meanwhile: who had an answer must be stored, and who had none presses once more.</summary>
internal static class KilledRush
{
    private const int Connections = 500;

    /// <summary>The product as a process of its own, with a demo congress whose registration is open.</summary>
    public static Task<KongressProcess> StartAsync(int people, CancellationToken ct) => KongressProcess.StartAsync(
        new Dictionary<string, string>(LiftedLimits.Settings) { ["Demo:Stage"] = nameof(DemoStage.Open), ["Demo:People"] = people.ToString(CultureInfo.InvariantCulture) }, ct);

    /// <summary>Presses, kills, starts again and says who was lost; then the others press.</summary>
    /// <param name="ready">Each person's request.</param>
    /// <param name="killAt">After how many answers kill -9 comes.</param>
    /// <param name="storedAsync">Whose press is in the database, by their place in <paramref name="ready"/>.</param>
    /// <returns>How many were answered in the end.</returns>
    public static async Task<int> MeasureAsync(string what, KongressProcess product, IReadOnlyList<byte[]> ready, int killAt, Func<KongressDb, Task<HashSet<int>>> storedAsync, CancellationToken ct)
    {
        var everybody = Enumerable.Range(0, ready.Count);
        var answered = new ConcurrentBag<int>();
        await RunAsync(product, ready, everybody, answered, killAt, ct);
        var before = answered.Count;
        var killed = TimeProvider.System.GetTimestamp();
        await product.StartAsync(ct);
        var back = TimeProvider.System.GetElapsedTime(killed);
        await using (var db = product.OpenDatabase())
        {
            var stored = await storedAsync(db);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

                {what}: {before} of {ready.Count} had their answer, {stored.Count} were stored, {answered.Count(person => !stored.Contains(person))} LOST; ready again after {back.TotalSeconds:0.0} s
                """));
        }

        await RunAsync(product, ready, everybody.Except(answered), answered, null, ct);
        return answered.Count;
    }

    /// <param name="ready">Each person's request.</param>
    /// <param name="people">Who presses now.</param>
    /// <param name="answered">Gets whoever had an answer.</param>
    /// <param name="killAt">After how many answers kill -9 comes; null: not at all.</param>
    private static async Task RunAsync(KongressProcess product, IReadOnlyList<byte[]> ready, IEnumerable<int> people, ConcurrentBag<int> answered, int? killAt, CancellationToken ct)
    {
        var address = new Uri(product.Address);
        var line = new ConcurrentQueue<int>(people);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var connections = Enumerable.Range(0, Connections).Select(_ => Task.Run(SendAsync, ct)).ToList();
        if (killAt is not null)
        {
            await Task.WhenAny(reached.Task, Task.WhenAll(connections));
            await product.KillAsync();
        }

        await Task.WhenAll(connections);

        async Task SendAsync()
        {
            try
            {
                using var connection = await Connection.OpenAsync(address, ct);
                while (line.TryDequeue(out var person))
                {
                    var answer = await connection.SendAsync(ready[person], keep: false, ct);
                    if (answer.Status != 302) throw new InvalidOperationException($"Answered with {answer.Status}.");
                    answered.Add(person);
                    if (answered.Count >= killAt) reached.TrySetResult();
                }
            }
            catch (Exception e) when (killAt is not null && e is IOException or SocketException)
            {
                // The product is gone: this person does not know.
            }
        }
    }
}
