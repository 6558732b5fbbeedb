using Kongress.CheckIns;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Reminders;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Withdrawals;

namespace Kongress.Tests.Data;

/// <summary>Everything about a person has its end: it goes on the day, and not a day before. (What remains of scans: CheckIns/FindingPeopleTests.)</summary>
public sealed class RetentionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Diet_and_assistance_go_first_and_the_registration_stays(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");

        await retention.EraseAsync(retention.Conference.KeepHealthDays, aSecondBefore: true);
        Assert.Equal(2, await retention.CountAsync<HealthAnswers>());

        await retention.EraseAsync(retention.Conference.KeepHealthDays);
        Assert.Equal((0, 2, 2), (await retention.CountAsync<HealthAnswers>(), await retention.CountAsync<Registration>(), await retention.CountAsync<Ticket>()));
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_registration_goes_with_its_ticket_its_links_and_its_mails_and_the_others_stay(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");
        await retention.CancelAsync("jo@bund.de");
        await retention.DeliverAsync();
        var ayse = await retention.Office.RegistrationOfAsync("ayse@bund.de", Ct);

        await retention.EraseAsync(retention.Conference.KeepEndedDays, aSecondBefore: true);
        Assert.Equal((2, 2), (await retention.CountAsync<Registration>(), await retention.CountAsync<Ticket>()));

        await retention.EraseAsync(retention.Conference.KeepEndedDays);
        Assert.Equal([ayse.Id], (await retention.Office.AllAsync<Registration>(Ct)).Select(r => r.Id));
        Assert.Equal([ayse.Id], (await retention.Office.AllAsync<Ticket>(Ct)).Select(t => t.RegistrationId));
        Assert.Equal([ayse.Id], (await retention.Office.AllAsync<LinkToken>(Ct)).Select(t => t.SubjectId));
        Assert.Equal(["ayse@bund.de"], (await retention.Office.AllAsync<OutgoingMail>(Ct)).Select(m => m.ToAddress).Distinct());
    }

    [Theory, EveryDatabase]
    public async Task Who_never_confirms_the_address_is_forgotten_a_week_after_the_submission(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de");
        await retention.Office.SubmitAsync(retention.Conference, Any.Submission("silent@bund.de"), Ct);
        await retention.DeliverAsync();
        var due = retention.Office.Clock.GetUtcNow().AddDays(retention.Conference.KeepUnconfirmedDays);
        retention.Office.Clock.Advance(TimeSpan.FromHours(retention.Conference.HoldHours));
        await retention.Office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));

        await retention.EraseAsync(due.AddSeconds(-1));
        Assert.Equal(2, await retention.CountAsync<Registration>());

        await retention.EraseAsync(due);
        Assert.Equal(["ayse@bund.de"], (await retention.Office.AllAsync<Registration>(Ct)).Select(r => r.Email));
        Assert.DoesNotContain(await retention.EverythingAsync(), value => value.Contains("silent@", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, EveryDatabase]
    public async Task Registrations_go_on_their_day_and_those_of_another_edition_stay(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de");
        var next = await retention.Office.ConferenceAsync(capacity: 10, Ct, c =>
        {
            (c.Number, c.IsCurrent) = (16, false);
            c.SetDays([new() { Date = new DateOnly(2028, 3, 22), StartsAt = new(9, 0), EndsAt = new(18, 0) }]);
        });
        await retention.Office.RegisterAsync(next, "ayse@bund.de", Ct);

        await retention.EraseAsync(retention.Conference.KeepRegistrationsDays, aSecondBefore: true);
        Assert.Equal(2, await retention.CountAsync<Registration>());

        await retention.EraseAsync(retention.Conference.KeepRegistrationsDays);
        Assert.Equal([next.Id], (await retention.Office.AllAsync<Registration>(Ct)).Select(r => r.ConferenceId));
        Assert.Equal(1, await retention.CountAsync<Ticket>());
    }

    [Theory, EveryDatabase]
    public async Task In_the_end_no_table_names_the_person_and_the_audit_is_complete(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de");
        await LiveThroughTheCongressAsync(retention);
        var audit = await AuditAsync(retention);
        Assert.NotEmpty(await NamedAsync(retention, "Registrations"));
        Assert.NotEmpty(await NamedAsync(retention, "OutgoingMails"));
        Assert.NotEmpty(await NamedAsync(retention, "Scans"));
        Assert.Empty(await NamedAsync(retention, "Changes"));

        await retention.EraseAsync(retention.Conference.KeepRegistrationsDays, aSecondBefore: true);
        Assert.NotEmpty(await NamedAsync(retention, "Registrations"));
        await retention.EraseAsync(retention.Conference.KeepRegistrationsDays);

        Assert.Empty(await NamedAsync(retention, ""));
        Assert.Equal(audit, await AuditAsync(retention));
        Assert.Equal(1, (await retention.Office.AllAsync<Scan>(Ct)).Count(s => s.IsIn));
    }

    // Registered, changed, signed in, reminded, let in, and once misheard at the door.
    private static async Task LiveThroughTheCongressAsync(RetentionOffice retention)
    {
        var (office, conference) = (retention.Office, retention.Conference);
        var ayse = await office.RegistrationOfAsync("ayse@bund.de", Ct);
        await office.UseAsync<AnswersDesk, ChangeOutcome>(desk => desk.ChangeAsync(ayse.Id, ayse.AccountId!.Value, ayse.Version, ayse.Person, ayse.Attendance, null, Ct));
        await office.UseAsync<Kongress.Accounts.SignInDesk>(desk => desk.RequestAsync("ayse@bund.de", Ct));
        var secret = await office.LastSecretAsync("Account.SignIn", "ayse@bund.de", Ct);
        Assert.NotNull(await office.UseAsync<Kongress.Accounts.SignInDesk, Kongress.Accounts.Account?>(desk => desk.UseLinkAsync(secret, Ct)));
        office.Clock.SetUtcNow(conference.StartsAt.AddDays(-7));
        Assert.Equal(1, await office.UseAsync<ReminderDesk, int>(desk => desk.EnqueueDueAsync(Ct)));
        await retention.DeliverAsync();

        office.Clock.SetUtcNow(conference.StartsAt.AddMinutes(-30));
        var doors = await office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(conference, Ct));
        var door = doors.Single(d => d.Part == CongressPart.Day1).Id;
        var ticket = Assert.Single(await office.AllAsync<Ticket>(Ct));
        foreach (var code in new[] { ticket.Code, "Frau Sahin" })
        {
            await office.UseAsync<CheckInDesk, DoorReply?>(desk => desk.ScanAsync(conference, door, new ScanRequest(Guid.CreateVersion7(), code, ScanMethod.Typed), Guid.Empty, Ct));
        }
    }

    private static async Task<List<string>> NamedAsync(RetentionOffice retention, string table) =>
        [.. (await retention.EverythingAsync()).Where(value => value.StartsWith(table, StringComparison.Ordinal)
            && new[] { "ayse@", "Ayşe", "Şahin", "sahin", "Stadt K" }.Any(name => value.Contains(name, StringComparison.OrdinalIgnoreCase)))];

    private static async Task<List<(Guid, string, Guid, string?)>> AuditAsync(RetentionOffice retention) =>
        [.. (await retention.Office.AllAsync<Change>(Ct)).OrderBy(c => c.Id).Select(c => (c.Id, c.Action, c.SubjectId, c.Detail))];
}
