using Kongress.Data;
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
        await using var product = await KilledRush.StartAsync(People, ct);
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

        var answered = await KilledRush.MeasureAsync("Killed while everybody signs up", product, ready, ready.Length / 2, StoredAsync, ct);
        await using var swept = product.OpenDatabase();
        Console.WriteLine($"  {answered} were answered, {(await StoredAsync(swept)).Count} are in a workshop or in line");
        await Sweep.SeatsAsync(swept, ct);

        // Those of the demo's own workshops are not asked for.
        async Task<HashSet<int>> StoredAsync(KongressDb db)
        {
            var stored = (await db.Set<SignUp>().Where(s => s.ActiveFor != null && workshops.Contains(s.WorkshopId))
                .Join(db.Set<Registrations.Registration>(), s => s.RegistrationId, r => r.Id, (_, r) => r.AccountId!.Value).ToListAsync(ct)).ToHashSet();
            return [.. Enumerable.Range(0, people.Count).Where(person => stored.Contains(people[person].Account))];
        }
    }
}
