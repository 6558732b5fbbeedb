using Kongress.BrowserTests.Hosting;
using Kongress.Data;
using Kongress.Database.Demo;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.BrowserTests.Reliability;

/// <summary>kill -9 while people register: what was answered with success is there, with its mail, exactly once.</summary>
public sealed class KilledInTheRushTests
{
    private const int PeopleAtOnce = 16;
    private const int Enough = 40;
    private static readonly TimeSpan DeliveryLimit = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_killed_while_people_register_loses_nothing_and_doubles_nothing()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartFreshDemoAsync(DemoStage.Open, 0, sink, Ct);
        using var rush = new Rush(product.Address);
        // The demo's programme has invited its speakers: those mails were there before anybody registered.
        var earlier = await EarlierMailsAsync(product);

        await rush.RunUntilKilledAsync(PeopleAtOnce, Enough, product.KillAsync, Ct);
        var killedAt = TimeProvider.System.GetUtcNow();
        Assert.True(rush.Acknowledged.Count >= Enough, product.Output);
        await product.StartAsync(Ct);

        await using var db = product.OpenDatabase();
        var stored = await EmailsAsync(db);
        Assert.Empty(rush.Acknowledged.Except(stored));
        Assert.Empty(stored.Except(rush.Acknowledged).Except(rush.Unknown));

        await rush.PressAgainAsync(Ct);
        var everybody = rush.Acknowledged.Concat(rush.Unknown).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(everybody, await EmailsAsync(db));
        Assert.Equal(("ok", null), await CheckAsync(db));

        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(mail => !earlier.Contains(mail.Id)).ToListAsync(Ct);
        Assert.Equal(everybody, mails.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        await EndLeasesAsync(db, killedAt);
        var expected = mails.Select(mail => (mail.ToAddress, mail.Id.ToString("N"))).Order().ToList();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(DeliveryLimit);
        var received = await sink.WaitForAsync(all => all.Select(IdOf).Distinct().Count() >= expected.Count, limit.Token);
        // A mail may come twice when the kill fell between the server's yes and the row's; it is the same message then.
        Assert.Equal(expected, received.Select(mail => (mail.Recipients.Single(), IdOf(mail))).Distinct().Order());
    }

    private static async Task<List<Guid>> EarlierMailsAsync(KongressProcess product)
    {
        await using var db = product.OpenDatabase();
        Assert.Empty(await EmailsAsync(db));
        return await db.Set<OutgoingMail>().Select(mail => mail.Id).ToListAsync(Ct);
    }

    private static Task<List<string>> EmailsAsync(KongressDb db) => db.Set<Registration>().Select(r => r.Email).OrderBy(email => email).ToListAsync(Ct);

    private static async Task<(string?, object?)> CheckAsync(KongressDb db)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var integrity = (string?)await command.ExecuteScalarAsync(Ct);
        command.CommandText = "PRAGMA foreign_key_check";
        var orphan = await command.ExecuteScalarAsync(Ct);
        await db.Database.CloseConnectionAsync();
        return (integrity, orphan);
    }

    // What the killed process had in hand waits for the end of its lease. The test does not: it lets the lease end now.
    private static Task<int> EndLeasesAsync(KongressDb db, DateTimeOffset killedAt)
    {
        var last = killedAt + MailDelivery.Lease;
        return db.Set<OutgoingMail>().Where(mail => mail.State == MailState.Sending && mail.LeaseEndsAt <= last)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeaseEndsAt, killedAt), Ct);
    }

    private static string IdOf(ReceivedMail mail) => mail.Message.MessageId!.Split('@')[0];
}
