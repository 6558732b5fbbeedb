using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace Kongress.Tests.Data;

/// <summary>What is older than any edition: mails by their age, accounts when nothing needs them any more.</summary>
public sealed class RetentionOfMailsAndAccountsTests
{
    private const string Key = "Account.SignIn";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Sent_failed_and_stopped_mails_go_after_180_days_and_waiting_ones_never(string provider)
    {
        string[] people = ["sent@bund.de", "failed@bund.de", "stopped@bund.de", "waiting@bund.de"];
        await using var retention = await RetentionOffice.OpenAsync(provider, people);
        foreach (var email in people) await RequestKeyAsync(retention, email);
        var due = retention.Office.Clock.GetUtcNow().AddDays(180);
        await retention.WithMailsAsync(mail =>
        {
            if (mail.ToAddress == people[0]) mail.MarkSent(retention.Office.Clock.GetUtcNow());
            if (mail.ToAddress == people[1]) mail.Fail("550 no such user");
            if (mail.ToAddress == people[2]) mail.Abort("Angehalten");
        });

        await retention.EraseAsync(due.AddSeconds(-1));
        Assert.Equal(people.Order(), await KeysToAsync(retention));

        await retention.EraseAsync(due);
        Assert.Equal(["waiting@bund.de"], await KeysToAsync(retention));
        await retention.EraseAsync(due.AddDays(3650));
        Assert.Equal(["waiting@bund.de"], await KeysToAsync(retention));
    }

    [Fact]
    public async Task A_mail_that_was_sent_again_is_kept_from_then_on()
    {
        await using var retention = await RetentionOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        await RequestKeyAsync(retention, "ayse@bund.de");
        var written = retention.Office.Clock.GetUtcNow();
        await retention.WithMailsAsync(mail => mail.Fail("550 no such user"));
        retention.Office.Clock.Advance(TimeSpan.FromDays(100));
        var mail = (await retention.Office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == Key);
        await retention.Office.UseAsync<PostOfficeDesk, MailActionOutcome>(desk => desk.SendAgainAsync(mail.Id, Guid.Empty, Ct));
        await retention.DeliverAsync();

        await retention.EraseAsync(written.AddDays(280).AddSeconds(-1));
        Assert.Single(await KeysToAsync(retention));

        await retention.EraseAsync(written.AddDays(280));
        Assert.Empty(await KeysToAsync(retention));
    }

    [Fact]
    public async Task The_days_are_a_setting()
    {
        await using var retention = await RetentionOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        await retention.DeliverAsync();
        var written = retention.Office.Clock.GetUtcNow();
        async Task<int> EraseAsync(DateTimeOffset at)
        {
            await using var db = retention.Office.Database.Open();
            return await new MailRecords(db, Options.Create(new MailOptions { KeepDays = 30 })).EraseDueAsync(at, Ct);
        }

        Assert.Equal((0, 2, 0), (await EraseAsync(written.AddDays(30).AddSeconds(-1)), await EraseAsync(written.AddDays(30)), await EraseAsync(written.AddDays(30))));
    }

    [Theory, EveryDatabase]
    public async Task An_account_goes_in_the_night_of_its_last_registration_with_all_that_hangs_on_it(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");
        await retention.CancelAsync("jo@bund.de");
        foreach (var email in new[] { "ayse@bund.de", "jo@bund.de" }) await RequestKeyAsync(retention, email);
        Assert.Equal(2, await retention.CountAsync<SignInCode>());

        await retention.EraseAsync(retention.Conference.KeepEndedDays, aSecondBefore: true);
        Assert.Equal(["ayse@bund.de", "jo@bund.de"], await AccountsAsync(retention));
        await retention.EraseAsync(retention.Conference.KeepEndedDays);
        Assert.Equal(["ayse@bund.de"], await AccountsAsync(retention));

        await retention.EraseAsync(retention.Conference.KeepRegistrationsDays, aSecondBefore: true);
        Assert.Equal((1, 1), ((await AccountsAsync(retention)).Length, await retention.CountAsync<SignInCode>()));
        await retention.EraseAsync(retention.Conference.KeepRegistrationsDays);
        Assert.Equal((0, 0), ((await AccountsAsync(retention)).Length, await retention.CountAsync<SignInCode>()));
    }

    [Theory, EveryDatabase]
    public async Task An_account_with_a_role_stays_and_one_that_has_lost_it_goes_with_its_invitation(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider);
        foreach (var email in new[] { "in@land.example", "out@land.example" })
        {
            await retention.Office.UseAsync<StaffDesk>(desk => desk.InviteAsync(email, "Team", [Roles.Door], Guid.Empty, Ct));
        }

        var gone = (await retention.Office.AllAsync<Account>(Ct)).Single(a => a.Email == "out@land.example").Id;
        await retention.Office.UseAsync<StaffDesk, bool>(desk => desk.ChangeRolesAsync(gone, [], Guid.Empty, Ct));

        await retention.EraseAsync(daysAfterTheCongress: 3650);

        Assert.Equal(["in@land.example"], await AccountsAsync(retention));
        Assert.DoesNotContain(await retention.Office.AllAsync<LinkToken>(Ct), t => t.SubjectId == gone);
        Assert.Single(await retention.Office.AllAsync<LinkToken>(Ct));
    }

    [Theory, EveryDatabase]
    public async Task An_account_that_was_made_or_used_in_the_last_thirty_days_is_kept(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider);
        foreach (var email in new[] { "unused@land.example", "used@land.example" })
        {
            await retention.Office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync(email, "Team", [], "ein langes Kennwort", retention.Office.Clock.GetUtcNow(), Ct));
        }

        var made = retention.Office.Clock.GetUtcNow();
        retention.Office.Clock.Advance(TimeSpan.FromDays(20));
        await RequestKeyAsync(retention, "used@land.example");
        var secret = await retention.Office.LastSecretAsync(Key, "used@land.example", Ct);
        await retention.Office.UseAsync<SignInDesk, Account?>(desk => desk.UseLinkAsync(secret, Ct));

        await retention.EraseAsync(made.AddDays(30).AddSeconds(-1));
        Assert.Equal(["unused@land.example", "used@land.example"], await AccountsAsync(retention));
        await retention.EraseAsync(made.AddDays(30));
        Assert.Equal(["used@land.example"], await AccountsAsync(retention));
        await retention.EraseAsync(made.AddDays(50).AddSeconds(-1));
        Assert.Equal(["used@land.example"], await AccountsAsync(retention));
        await retention.EraseAsync(made.AddDays(50));
        Assert.Empty(await AccountsAsync(retention));
    }

    [Theory, EveryDatabase]
    public async Task People_see_their_account_and_every_mail_to_them_and_no_others(string provider)
    {
        await using var retention = await RetentionOffice.OpenAsync(provider, "ayse@bund.de", "jo@bund.de");
        await retention.DeliverAsync();
        await RequestKeyAsync(retention, "ayse@bund.de");
        var account = (await retention.Office.RegistrationOfAsync("ayse@bund.de", Ct)).AccountId!.Value;
        using var language = Language.Use(Language.German);

        var parts = await retention.ShowAsync(account);

        Assert.Equal(["Anmeldung: 15. IT-Planungskongress", "Konto", "Nachrichten an Sie"], parts.Select(p => p.Heading).Order(StringComparer.Ordinal));
        Assert.Equal(
            [new("E-Mail-Adresse", "ayse@bund.de"), new("Sprache", "de"), new("Angelegt", "Di., 24. November 2026, 12:00 Uhr"), new("Zuletzt angemeldet", null)],
            parts.Single(p => p.Heading == "Konto").Values);
        Assert.Equal(
            ["Bitte bestätigen Sie Ihre E-Mail-Adresse – 15. IT-Planungskongress", "Ihre Teilnahme ist bestätigt – 15. IT-Planungskongress", "Ihr Link zum Anmelden (nicht verschickt)"],
            parts.Single(p => p.Heading == "Nachrichten an Sie").Values.Select(v => v.Value));
        Assert.Empty(await retention.ShowAsync(Guid.CreateVersion7()));
    }

    private static Task RequestKeyAsync(RetentionOffice retention, string email) => retention.Office.UseAsync<SignInDesk>(desk => desk.RequestAsync(email, Ct));

    private static async Task<IEnumerable<string>> KeysToAsync(RetentionOffice retention) =>
        (await retention.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == Key).Select(m => m.ToAddress).Order();

    private static async Task<string[]> AccountsAsync(RetentionOffice retention) => [.. (await retention.Office.AllAsync<Account>(Ct)).Select(a => a.Email!).Order(StringComparer.Ordinal)];
}
