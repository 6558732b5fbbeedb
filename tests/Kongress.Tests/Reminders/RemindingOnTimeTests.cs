using Kongress.Data;
using Kongress.Reminders;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Reminders;

/// <summary>When a reminder goes out, and that it goes out once.</summary>
public sealed class RemindingOnTimeTests
{
    private const string Congress = "15. IT-Planungskongress";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Fourteen_seven_and_one_day_before_at_nine_by_the_clock_of_the_venue_before_and_in_summer_time(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, "ayse@bund.de");

        foreach (var due in ReminderOffice.DueAt)
        {
            Assert.Equal(0, await office.RunAtAsync(due.AddSeconds(-1)));
            Assert.Equal(1, await office.RunAtAsync(due));
        }

        Assert.Equal([$"In zwei Wochen: {Congress}", $"In einer Woche: {Congress}", $"Morgen: {Congress}"], await office.SubjectsAsync());
        Assert.Equal(ReminderOffice.DueAt, (await office.MailsAsync()).Select(m => m.CreatedAt));
    }

    [Theory, EveryDatabase]
    public async Task However_often_it_runs_everybody_is_reminded_once(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");

        var written = new List<int>();
        foreach (var due in ReminderOffice.DueAt)
        {
            written.Add(await office.RunAtAsync(due));
            written.Add(await office.RunAsync());
            written.Add(await office.RunAtAsync(due.AddMinutes(15)));
            written.Add(await office.RunAtAsync(due.AddHours(24)));
        }

        Assert.Equal([2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0], written);
        Assert.Equal(6, (await office.MailsAsync()).Select(m => (m.Subject, m.ToAddress)).Distinct().Count());
    }

    [Fact]
    public async Task An_hour_that_the_clock_skips_is_made_up_for_after_the_change()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, new DateOnly(2027, 3, 29), "ayse@bund.de");
        await office.ChangeAsync(daysBefore: 14, isOn: false, new(9, 0));
        await office.ChangeAsync(daysBefore: 7, isOn: false, new(9, 0));

        await office.ChangeAsync(daysBefore: 1, isOn: true, new(2, 30));

        // On 28 March the clock goes from two to three: half past two is half past three, 01:30 UTC.
        Assert.Equal(0, await office.RunAtAsync(ReminderOffice.Utc(28, 1, 29)));
        Assert.Equal(1, await office.RunAtAsync(ReminderOffice.Utc(28, 1, 30)));
    }

    [Theory, EveryDatabase]
    public async Task After_a_stand_still_only_the_latest_reminder_goes_out_and_the_next_one_on_time(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, "ayse@bund.de");

        office.MoveTo(daysBefore: 3, new(17, 0));
        Assert.Equal(1, await office.RunAsync());
        Assert.Equal(1, await office.RunAtAsync(ReminderOffice.DueAt[2]));

        Assert.Equal([$"In 3 Tagen: {Congress}", $"Morgen: {Congress}"], await office.SubjectsAsync());
        Assert.Equal("7, 1", await RulesThatRemindedAsync(office));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(3600, 0)]
    public async Task From_the_first_minute_of_the_congress_on_nobody_is_reminded(int secondsAfterTheStart, int reminded)
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");

        Assert.Equal(reminded, await office.RunAtAsync(office.Conference.StartsAt.AddSeconds(secondsAfterTheStart)));

        Assert.Equal(reminded, (await office.MailsAsync()).Count);
    }

    [Fact]
    public async Task A_rule_that_is_switched_off_reminds_nobody()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        await office.ChangeAsync(daysBefore: 7, isOn: false, new(9, 0));

        Assert.Equal(1, await office.RunAtAsync(ReminderOffice.DueAt[0]));
        Assert.Equal(0, await office.RunAtAsync(ReminderOffice.DueAt[1]));
        Assert.Equal(1, await office.RunAtAsync(ReminderOffice.DueAt[2]));

        Assert.Equal("14, 1", await RulesThatRemindedAsync(office));
        Assert.Equal("7 days, on: False, 09:00", Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Reminder.Changed").Detail);
    }

    [Fact]
    public async Task With_all_rules_switched_off_nobody_is_ever_reminded()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        foreach (var days in ReminderDesk.DefaultDays) await office.ChangeAsync(days, isOn: false, new(9, 0));

        foreach (var due in ReminderOffice.DueAt) Assert.Equal(0, await office.RunAtAsync(due));
    }

    [Fact]
    public async Task The_time_of_day_is_the_organisers_choice()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");

        await office.ChangeAsync(daysBefore: 14, isOn: true, new(17, 30));

        Assert.Equal(0, await office.RunAtAsync(ReminderOffice.Utc(16, 16, 29)));
        Assert.Equal(1, await office.RunAtAsync(ReminderOffice.Utc(16, 16, 30)));
    }

    [Fact]
    public async Task A_rule_of_another_edition_cannot_be_changed()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite);
        var rule = await office.RuleAsync(daysBefore: 7);

        Assert.False(await office.Office.UseAsync<ReminderDesk, bool>(desk => desk.ChangeAsync(Guid.CreateVersion7(), rule.Id, false, new(9, 0), Guid.Empty, Ct)));

        Assert.True((await office.RuleAsync(daysBefore: 7)).IsOn);
    }

    // The rules that reminded, in order: "7, 1" days before.
    private static async Task<string> RulesThatRemindedAsync(ReminderOffice office)
    {
        var rules = (await office.Office.AllAsync<Reminder>(Ct)).ToDictionary(r => r.Id, r => r.DaysBefore);
        return string.Join(", ", (await office.Office.AllAsync<ReminderDelivery>(Ct)).OrderBy(d => d.At).Select(d => rules[d.ReminderId]));
    }
}
