using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Reminders;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Reminders;

/// <summary>A congress on Tuesday, 30 March 2027: two of its reminders are due before summer time begins on 28 March, the last one after it.</summary>
internal sealed class ReminderOffice(Office office, Conference conference) : IAsyncDisposable
{
    public static readonly DateOnly FirstDay = new(2027, 3, 30);

    /// <summary>Nine o'clock at the venue, fourteen days, seven days and one day before: an hour earlier by UTC once summer time has begun.</summary>
    public static readonly IReadOnlyList<DateTimeOffset> DueAt = [Utc(16, 8), Utc(23, 8), Utc(29, 7)];

    public Office Office => office;

    public Conference Conference => conference;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="emails">People whose registration is confirmed four months before.</param>
    public static Task<ReminderOffice> OpenAsync(string provider, params string[] emails) => OpenAsync(provider, FirstDay, emails);

    public static async Task<ReminderOffice> OpenAsync(string provider, DateOnly firstDay, params string[] emails)
    {
        var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 800, Ct, c =>
        {
            c.RegistrationClosesAt = new DateTimeOffset(2027, 3, 29, 0, 0, 0, TimeSpan.Zero);
            c.SetDays([new ConferenceDay { Date = firstDay, DoorsOpenAt = new(9, 30), StartsAt = new(11, 0), EndsAt = new(18, 0) }]);
        });
        foreach (var email in emails) await office.RegisterAsync(conference, email, Ct);
        return new ReminderOffice(office, conference);
    }

    /// <summary>An instant of March 2027.</summary>
    public static DateTimeOffset Utc(int day, int hour, int minute = 0) => new(2027, 3, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>Moves the clock to a time of the venue, so many days before the first day.</summary>
    public void MoveTo(int daysBefore, TimeOnly time) => office.Clock.SetUtcNow(conference.Time.Instant(conference.FirstDay.AddDays(-daysBefore), time));

    public Task<int> RunAsync() => office.UseAsync<ReminderDesk, int>(desk => desk.EnqueueDueAsync(Ct));

    public async Task<int> RunAtAsync(DateTimeOffset instant)
    {
        office.Clock.SetUtcNow(instant);
        return await RunAsync();
    }

    /// <summary>The rule of so many days before; the rules are made where nothing has run yet.</summary>
    public async Task<Reminder> RuleAsync(int daysBefore)
    {
        await office.UseAsync<ReminderDesk>(desk => desk.EnsureRulesAsync(conference, Ct));
        return (await office.AllAsync<Reminder>(Ct)).Single(r => r.DaysBefore == daysBefore);
    }

    public async Task ChangeAsync(int daysBefore, bool isOn, TimeOnly at)
    {
        var rule = await RuleAsync(daysBefore);
        Assert.True(await office.UseAsync<ReminderDesk, bool>(desk => desk.ChangeAsync(conference.Id, rule.Id, isOn, at, Guid.Empty, Ct)));
    }

    public async Task<List<OutgoingMail>> MailsAsync() => [.. (await office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Reminder").OrderBy(m => m.CreatedAt)];

    public async Task<string[]> SubjectsAsync() => [.. (await MailsAsync()).Select(m => m.Subject)];

    /// <summary>Confirms the address of somebody whose mails are to be in the language.</summary>
    public async Task RegisterAsync(string email, string language = Language.German)
    {
        await office.SubmitAsync(conference, Any.Submission(email) with { Language = language }, Ct);
        var secret = await office.LastSecretAsync("Registration.ConfirmEmail", email, Ct);
        await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
