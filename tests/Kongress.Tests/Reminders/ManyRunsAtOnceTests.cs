using Kongress.Registrations;
using Kongress.Reminders;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Reminders;

/// <summary>Several nodes, a run that dies, an alarm clock that forgets: everybody is reminded, and once. Every race has a twin without the lock that shows it.</summary>
public sealed class ManyRunsAtOnceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // More than one batch.
    private static string[] People { get; } = [.. Enumerable.Range(1, 60).Select(i => $"person{i}@bund.de")];

    [Theory, EveryDatabase]
    public async Task Eight_runs_at_once_remind_everybody_once(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, People);
        office.Office.Clock.SetUtcNow(ReminderOffice.DueAt[1]);

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(office.RunAsync)));

        Assert.Equal(People.Length, written.Sum());
        Assert.Equal(People.Order(StringComparer.Ordinal), await RemindedAsync(office));
        Assert.Equal(ReminderDesk.DefaultDays.Count, (await office.Office.AllAsync<Reminder>(Ct)).Count);
    }

    [Fact]
    public async Task Without_the_lock_two_runs_choose_the_same_people_and_collide_only_at_the_last_line()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        await office.RuleAsync(daysBefore: 7);
        office.Office.Clock.SetUtcNow(ReminderOffice.DueAt[1]);
        var bothHaveChosen = new Rendezvous(2);
        var race = new ReminderOffice(office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveChosen.ArriveAsync)), office.Conference);

        var first = race.RunAsync();
        await bothHaveChosen.Arrived(1);
        var second = race.RunAsync();

        // Only the unique pair of rule and registration stopped the second mail.
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Task.WhenAll(first, second));
        Assert.Equal(["ayse@bund.de"], await RemindedAsync(office));
    }

    [Fact]
    public async Task Without_the_lock_somebody_who_has_just_cancelled_is_still_reminded()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        await office.RuleAsync(daysBefore: 7);
        office.Office.Clock.SetUtcNow(ReminderOffice.DueAt[1]);
        var ayse = await office.Office.RegistrationOfAsync("ayse@bund.de", Ct);
        Task CancelAsync() => office.Office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(ayse.Id, ayse.AccountId!.Value, Ct));
        var race = new ReminderOffice(office.Office.With(database => new WithoutLock(database.ConnectionString, CancelAsync)), office.Conference);

        await race.RunAsync();

        Assert.Equal(RegistrationStatus.Cancelled, (await office.Office.RegistrationOfAsync("ayse@bund.de", Ct)).Status);
        Assert.Equal(["ayse@bund.de"], await RemindedAsync(office));
    }

    [Fact]
    public async Task A_run_that_dies_half_way_is_finished_by_the_next_and_nobody_is_reminded_twice()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, People);
        await office.RuleAsync(daysBefore: 7);
        office.Office.Clock.SetUtcNow(ReminderOffice.DueAt[1]);
        var batches = 0;
        var dying = new ReminderOffice(office.Office.With(database => new WithoutLock(database.ConnectionString, () => ++batches == 1 ? Task.CompletedTask : throw new IOException("The machine is gone."))), office.Conference);

        await Assert.ThrowsAsync<IOException>(dying.RunAsync);
        var before = (await RemindedAsync(office)).Count;

        Assert.Equal((50, 10), (before, await office.RunAsync()));
        Assert.Equal(People.Order(StringComparer.Ordinal), await RemindedAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task An_alarm_clock_that_has_forgotten_everything_and_rings_late_loses_no_reminder(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");
        Assert.Equal(2, await office.RunAtAsync(ReminderOffice.DueAt[0]));

        // A new process over the same database, two days after the second reminder was due.
        var restarted = new ReminderOffice(office.Office.With(database => database.Open()), office.Conference);

        Assert.Equal(2, await restarted.RunAtAsync(ReminderOffice.DueAt[1].AddDays(2)));
        Assert.Equal(0, await office.RunAsync());
        Assert.Equal(4, (await office.MailsAsync()).Count);
    }

    private static async Task<List<string>> RemindedAsync(ReminderOffice office) => [.. (await office.MailsAsync()).Select(m => m.ToAddress).Order(StringComparer.Ordinal)];
}
