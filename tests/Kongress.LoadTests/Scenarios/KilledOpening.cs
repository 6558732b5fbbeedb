using Kongress.Data;
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
        await using var product = await KilledRush.StartAsync(0, ct);
        await using (var db = product.OpenDatabase()) await Opening.OpenToAllAsync(db, Places, ct);
        using var client = LeanBrowser.NewClient(new Uri(product.Address));
        var ready = await Applicants.PrepareAsync(client, [.. Enumerable.Range(0, People).Select(EmailOf)], ct);

        var answered = await KilledRush.MeasureAsync("Killed in the middle of the opening", product, ready, Answered, StoredAsync, ct);
        await using var swept = product.OpenDatabase();
        await Sweep.PlacesAsync(swept, answered, Places, ct);

        async Task<HashSet<int>> StoredAsync(KongressDb db)
        {
            var stored = (await db.Set<Registration>().Select(r => r.Email).ToListAsync(ct)).ToHashSet();
            return [.. Enumerable.Range(0, People).Where(person => stored.Contains(EmailOf(person)))];
        }
    }

    private static string EmailOf(int person) => $"person{person}@itz.bund.example";
}
