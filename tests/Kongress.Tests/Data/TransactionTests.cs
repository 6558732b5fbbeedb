using Kongress.Data;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Data;

public sealed class TransactionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Who_finds_the_row_changed_by_another_writer_starts_again_from_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var db = database.Open();
        var now = new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
        var secret = db.NewLink("Test", Guid.CreateVersion7(), now.AddHours(1));
        await db.SaveChangesAsync(Ct);
        var attempts = 0;

        await db.InTransactionAsync(
            async () =>
            {
                var loaded = (await db.FindLinkAsync("Test", secret, Ct))!;
                if (++attempts == 1) await db.Set<LinkToken>().ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now.AddMinutes(-1)), Ct);
                loaded.Use(now);
                await db.SaveChangesAsync(Ct);
            },
            Ct);

        Assert.Equal(2, attempts);
        await using var again = database.Open();
        Assert.Equal(now, (await again.FindLinkAsync("Test", secret, Ct))!.UsedAt);
    }

    [Fact]
    public async Task Who_never_wins_is_told_after_three_attempts()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();
        var attempts = 0;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.InTransactionAsync(
            () =>
            {
                attempts++;
                throw new DbUpdateConcurrencyException();
            },
            Ct));

        Assert.Equal(3, attempts);
    }
}
