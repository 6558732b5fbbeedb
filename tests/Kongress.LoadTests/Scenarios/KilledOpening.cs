using System.Collections.Concurrent;
using System.Globalization;
using Kongress.BrowserTests.Hosting;
using Kongress.LoadTests.Driving;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The same opening in a process of its own that is killed in the middle and started again: what was answered is there, and who got no answer presses once more.</summary>
internal static class KilledOpening
{
    private const int People = 3_000;
    private const int Connections = 500;
    private const int Places = 800;

    /// <summary>How many have been answered when kill -9 comes: the house is not yet full.</summary>
    private const int Answered = 500;

    public static async Task MeasureAsync(CancellationToken ct)
    {
        var settings = new Dictionary<string, string> { ["Demo:Stage"] = "Open", ["Demo:People"] = "0" };
        foreach (var limit in new[] { "SignIn", "Registration", "Links" }) settings[$"RateLimits:{limit}PerMinute"] = "1000000";
        await using var product = await KongressProcess.StartAsync(settings, ct);
        await using (var db = product.OpenDatabase()) await Opening.OpenToAllAsync(db, Places, ct);
        var address = new Uri(product.Address);
        using var client = LeanBrowser.NewClient(address);
        var ready = await Applicants.PrepareAsync(client, [.. Enumerable.Range(0, People).Select(EmailOf)], ct);

        var answered = new ConcurrentBag<int>();
        await RushAsync(product, address, ready, Enumerable.Range(0, People), answered, killAt: Answered, ct);
        var before = answered.Count;
        var killed = TimeProvider.System.GetTimestamp();
        await product.StartAsync(ct);
        var back = TimeProvider.System.GetElapsedTime(killed);

        await using (var db = product.OpenDatabase())
        {
            var stored = (await db.Set<Registration>().Select(r => r.Email).ToListAsync(ct)).ToHashSet();
            var lost = answered.Count(i => !stored.Contains(EmailOf(i)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

                Killed in the middle of the opening: {before} of {People} had their answer, {stored.Count} were stored, {lost} LOST; ready again after {back.TotalSeconds:0.0} s
                """));
        }

        await RushAsync(product, address, ready, Enumerable.Range(0, People).Except(answered), answered, killAt: int.MaxValue, ct);
        await using var swept = product.OpenDatabase();
        await Sweep.PlacesAsync(swept, answered.Count, Places, ct);
    }

    private static string EmailOf(int person) => $"person{person}@itz.bund.example";

    private static async Task RushAsync(KongressProcess product, Uri address, byte[][] ready, IEnumerable<int> people, ConcurrentBag<int> answered, int killAt, CancellationToken ct)
    {
        var line = new ConcurrentQueue<int>(people);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var connections = Enumerable.Range(0, Connections).Select(_ => Task.Run(SendAsync, ct)).ToList();
        if (killAt < int.MaxValue)
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
            catch (Exception e) when (killAt < int.MaxValue && e is IOException or System.Net.Sockets.SocketException)
            {
                // The product is gone: this person does not know.
            }
        }
    }
}
