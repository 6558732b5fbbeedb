using System.Collections.Concurrent;
using System.Globalization;
using Kongress.BrowserTests.Hosting;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The same opening in a process of its own that is killed in the middle and started again: what was answered is there, and who got no answer presses once more.</summary>
internal static class KilledOpening
{
    private const int People = 3_000;
    private const int Places = 800;

    /// <summary>How many have been answered when kill -9 comes: the house is not yet full.</summary>
    private const int Answered = 500;

    public static async Task MeasureAsync(CancellationToken ct)
    {
        var settings = new Dictionary<string, string> { ["Demo:Stage"] = "Open", ["Demo:People"] = "0" };
        foreach (var limit in new[] { "SignIn", "Registration", "Links" }) settings[$"RateLimits:{limit}PerMinute"] = "1000000";
        await using var product = await KongressProcess.StartAsync(settings, ct);
        await using (var db = product.OpenDatabase()) await Opening.OpenToAllAsync(db, Places, ct);
        using var client = LeanBrowser.NewClient(new Uri(product.Address));
        var ready = await Applicants.PrepareAsync(client, [.. Enumerable.Range(0, People).Select(EmailOf)], ct);

        var answered = new ConcurrentBag<int>();
        await KilledRush.RunAsync(product, ready, Enumerable.Range(0, People), answered, Answered, ct);
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

        await KilledRush.RunAsync(product, ready, Enumerable.Range(0, People).Except(answered), answered, null, ct);
        await using var swept = product.OpenDatabase();
        await Sweep.PlacesAsync(swept, answered.Count, Places, ct);
    }

    private static string EmailOf(int person) => $"person{person}@itz.bund.example";
}
