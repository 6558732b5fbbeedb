using System.Collections.Concurrent;
using System.Globalization;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.LoadTests.Hosting;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Everybody signs up for one of 30 workshops over 500 connections, and the process is killed in the middle: who had an answer has the seat or the place in line, and who had none presses once more.</summary>
internal static class KilledSignUps
{
    private const int People = 800;

    public static async Task MeasureAsync(CancellationToken ct)
    {
        var settings = new Dictionary<string, string> { ["Demo:Stage"] = "Open", ["Demo:People"] = People.ToString(CultureInfo.InvariantCulture) };
        foreach (var limit in new[] { "SignIn", "Registration", "Links" }) settings[$"RateLimits:{limit}PerMinute"] = "1000000";
        await using var product = await KongressProcess.StartAsync(settings, ct);
        await product.KillAsync();

        // The congress in this process for a moment: it opens the workshops and signs everybody in.
        List<Guid> workshops;
        List<(Guid Account, string Cookie)> people;
        await using (var inside = Product.Start(product.Folder, DemoStage.Open, People))
        {
            workshops = await SigningUp.OpenAsync(inside, ct);
            people = await SigningUp.SignedInAsync(inside, ct);
        }

        await product.StartAsync(ct);
        using var client = LeanBrowser.NewClient(new Uri(product.Address));
        var ready = new byte[people.Count][];
        for (var i = 0; i < ready.Length; i++)
        {
            var browser = new LeanBrowser(client);
            await SigningUp.OpenPageAsync(browser, people[i].Cookie, ct);
            ready[i] = await SigningUp.WishAsync(browser, workshops[i % workshops.Count], ct);
        }

        var answered = new ConcurrentBag<int>();
        await KilledRush.RunAsync(product, ready, Enumerable.Range(0, ready.Length), answered, killAt: ready.Length / 2, ct);
        var before = answered.Count;
        var killed = TimeProvider.System.GetTimestamp();
        await product.StartAsync(ct);
        var back = TimeProvider.System.GetElapsedTime(killed);
        await using (var db = product.OpenDatabase())
        {
            var stored = await StoredAsync(db);
            var lost = answered.Count(i => !stored.Contains(people[i].Account));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

                Killed while everybody signs up: {before} of {ready.Length} had their answer, {stored.Count} were stored, {lost} LOST; ready again after {back.TotalSeconds:0.0} s
                """));
        }

        await KilledRush.RunAsync(product, ready, Enumerable.Range(0, ready.Length).Except(answered), answered, null, ct);
        await using var swept = product.OpenDatabase();
        Console.WriteLine($"  {answered.Count} were answered, {(await StoredAsync(swept)).Count} are in a workshop or in line");
        await Sweep.SeatsAsync(swept, ct);

        // By account; those of the demo's own workshops are not asked for.
        async Task<List<Guid>> StoredAsync(DbContext db) => await db.Set<SignUp>().Where(s => s.ActiveFor != null && workshops.Contains(s.WorkshopId))
            .Join(db.Set<Registrations.Registration>(), s => s.RegistrationId, r => r.Id, (_, r) => r.AccountId!.Value).ToListAsync(ct);
    }
}
