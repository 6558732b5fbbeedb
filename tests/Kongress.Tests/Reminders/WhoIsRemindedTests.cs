using Kongress.Registrations;
using Kongress.Reminders;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Reminders;

/// <summary>Those who are coming, and nobody else.</summary>
public sealed class WhoIsRemindedTests
{
    private static readonly Guid Organiser = Guid.Parse("01920000-0000-7000-8000-00000000a001");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Of_all_states_only_the_confirmed_are_reminded(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 6, Ct);
        foreach (var email in new[] { "coming@bund.de", "cancelled@bund.de", "replaced@bund.de", "review@firma.example", "rejected@firma.example" })
        {
            await office.RegisterAsync(conference, email, Ct);
        }

        await office.SubmitAsync(conference, Any.Submission("silent@bund.de"), Ct);
        foreach (var email in new[] { "offered@bund.de", "second@bund.de", "waiting@bund.de" }) await office.RegisterAsync(conference, email, Ct);
        await ActAsync(office, "cancelled@bund.de", (desk, id) => desk.CancelAsync(id, Organiser, null, Ct));
        await ActAsync(office, "rejected@firma.example", (desk, id) => desk.RejectAsync(id, Organiser, "Keine Verwaltung", Ct));
        await ActAsync(office, "replaced@bund.de", (desk, id) => desk.SubstituteAsync(id, Organiser, Any.Submission("substitute@bund.de", "Jo", "Özil"), Ct));

        office.Clock.SetUtcNow(conference.Time.Instant(conference.FirstDay.AddDays(-7), new TimeOnly(9, 0)));
        var written = await office.UseAsync<ReminderDesk, int>(desk => desk.EnqueueDueAsync(Ct));

        Assert.Equal(
            Enum.GetValues<RegistrationStatus>().Except([RegistrationStatus.Expired]).Order(),
            (await office.AllAsync<Registration>(Ct)).Select(r => r.Status).Distinct().Order());
        Assert.Equal(1, written);
        Assert.Equal(["coming@bund.de"], await RemindedAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task Who_cancels_between_two_reminders_gets_no_further_one(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");
        await office.RunAtAsync(ReminderOffice.DueAt[0]);

        await ActAsync(office.Office, "ayse@bund.de", (desk, id) => desk.CancelAsync(id, Organiser, null, Ct));
        await office.RunAtAsync(ReminderOffice.DueAt[1]);

        Assert.Equal(["ayse@bund.de", "jo@bund.de", "jo@bund.de"], await RemindedAsync(office.Office));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_confirmed_once_a_reminder_is_due_has_just_read_everything_and_waits_for_the_next(string provider)
    {
        await using var office = await ReminderOffice.OpenAsync(provider, "early@bund.de");
        office.Office.Clock.SetUtcNow(ReminderOffice.DueAt[0]);
        await office.RegisterAsync("late@bund.de");

        Assert.Equal(1, await office.RunAsync());
        Assert.Equal(["early@bund.de"], await RemindedAsync(office.Office));

        Assert.Equal(2, await office.RunAtAsync(ReminderOffice.DueAt[1]));
        Assert.Equal(["early@bund.de", "early@bund.de", "late@bund.de"], await RemindedAsync(office.Office));
    }

    [Fact]
    public async Task People_of_an_earlier_edition_are_left_in_peace()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var archived = await office.ConferenceAsync(capacity: 800, Ct, c => c.IsCurrent = false);
        await office.RegisterAsync(archived, "ayse@bund.de", Ct);

        office.Clock.SetUtcNow(archived.StartsAt.AddHours(-1));

        Assert.Equal(0, await office.UseAsync<ReminderDesk, int>(desk => desk.EnqueueDueAsync(Ct)));
    }

    private static async Task<IEnumerable<string>> RemindedAsync(Office office) =>
        (await office.AllAsync<Kongress.Mail.OutgoingMail>(Ct)).Where(m => m.Kind == "Reminder").Select(m => m.ToAddress).Order(StringComparer.Ordinal);

    private static async Task ActAsync<T>(Office office, string email, Func<ReviewDesk, Guid, Task<T>> act)
    {
        var registration = await office.RegistrationOfAsync(email, Ct);
        await office.UseAsync<ReviewDesk, T>(desk => act(desk, registration.Id));
    }
}
