using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Accounts;

/// <summary>A link and a code in one mail: what they are good for, and when they end.</summary>
public sealed class SigningInByMailTests
{
    private const string Ayse = "ayse.sahin@bund.de";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_link_works_once_and_takes_the_code_with_it(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var account = await Team.AttendAsync(office, Ayse, Ct);
        var (link, code) = await RequestAsync(office);

        Assert.Equal(account.Id, (await UseLinkAsync(office, link))?.Id);
        Assert.Null(await UseLinkAsync(office, link));
        Assert.Null(await UseCodeAsync(office, code));

        Assert.Equal(office.Clock.GetUtcNow(), (await Team.AccountAsync(office, Ayse, Ct)).LastSignInAt);
        Assert.Equal("by mail", Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Account.SignedIn" && c.SubjectId == account.Id).Detail);
    }

    [Theory, EveryDatabase]
    public async Task The_code_works_once_and_takes_the_link_with_it(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var account = await Team.AttendAsync(office, Ayse, Ct);
        var (link, code) = await RequestAsync(office);

        // As people type: with a blank in the middle, the address in capitals.
        var proved = await office.UseAsync<SignInDesk, Account?>(desk => desk.UseCodeAsync(" Ayse.Sahin@BUND.de ", code.Insert(3, " "), Ct));

        Assert.Equal(account.Id, proved?.Id);
        Assert.Null(await UseCodeAsync(office, code));
        Assert.Null(await UseLinkAsync(office, link));
    }

    [Fact]
    public async Task Both_end_after_15_minutes()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, Ayse, Ct);
        var (link, code) = await RequestAsync(office);

        office.Clock.Advance(SignInCode.Lifetime - TimeSpan.FromSeconds(1));
        Assert.True(await IsOpenAsync(office, link));
        office.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromMinutes(15), SignInCode.Lifetime);
        Assert.False(await IsOpenAsync(office, link));
        Assert.Null(await UseLinkAsync(office, link));
        Assert.Null(await UseCodeAsync(office, code));
    }

    [Theory, InlineData(4, true), InlineData(5, false)]
    public async Task The_fifth_wrong_code_ends_the_mail_with_its_link(int wrongCodes, bool stillWorks)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, Ayse, Ct);
        var (link, code) = await RequestAsync(office);
        var wrong = code == "000000" ? "000001" : "000000";

        for (var i = 0; i < wrongCodes; i++) Assert.Null(await UseCodeAsync(office, wrong));

        Assert.Equal(stillWorks, await IsOpenAsync(office, link));
        Assert.Equal(stillWorks, await UseCodeAsync(office, code) is not null);
        Assert.Null(await UseLinkAsync(office, link));
    }

    [Fact]
    public async Task Rubbish_in_place_of_a_link_or_a_code_is_a_wrong_one()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, Ayse, Ct);
        await RequestAsync(office);

        foreach (var rubbish in new[] { null, "", " ", "\0", new string('9', 5000), "' OR 1=1 --" })
        {
            Assert.Null(await UseLinkAsync(office, rubbish));
            Assert.False(await IsOpenAsync(office, rubbish));
            Assert.Null(await UseCodeAsync(office, rubbish));
        }
    }

    [Fact]
    public async Task One_address_gets_five_mails_in_15_minutes_at_most()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, Ayse, Ct);
        for (var i = 0; i < 8; i++) await office.UseAsync<SignInDesk>(desk => desk.RequestAsync(Ayse, Ct));
        Assert.Equal(5, (await office.AllAsync<OutgoingMail>(Ct)).Count);

        office.Clock.Advance(SignInCode.Lifetime);
        await RequestAsync(office);

        Assert.Equal(6, (await office.AllAsync<OutgoingMail>(Ct)).Count);
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_address_gets_no_mail_and_leaves_no_trace(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);

        await office.UseAsync<SignInDesk>(desk => desk.RequestAsync("nobody@bund.de", Ct));

        Assert.Empty(await office.AllAsync<OutgoingMail>(Ct));
        Assert.Empty(await office.AllAsync<SignInCode>(Ct));
        Assert.Empty(await office.AllAsync<Account>(Ct));
        Assert.Null(await office.UseAsync<SignInDesk, Account?>(desk => desk.UseCodeAsync("nobody@bund.de", "123456", Ct)));
    }

    [Fact]
    public async Task The_database_knows_neither_link_nor_code_and_nobody_reads_the_mail_in_the_outbox()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.AttendAsync(office, Ayse, Ct);
        var (link, code) = await RequestAsync(office);

        var row = Assert.Single(await office.AllAsync<SignInCode>(Ct));

        Assert.DoesNotContain(row.GetType().GetProperties().Select(p => p.GetValue(row)?.ToString()), value => value == link || value == code);
        Assert.True(Assert.Single(await office.AllAsync<OutgoingMail>(Ct)).IsSecret);
    }

    [Fact]
    public async Task Staff_get_a_mail_that_leads_to_password_and_second_factor()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await Team.HireAsync(office, "olaf@land.example", Ct, Roles.Organiser);

        await office.UseAsync<SignInDesk>(desk => desk.RequestAsync("olaf@land.example", Ct));

        var mail = Assert.Single(await office.AllAsync<OutgoingMail>(Ct));
        Assert.Equal("Account.StaffSignIn", mail.Kind);
        Assert.Contains("/anmelden/team", Letters.Read(mail).TextBody, StringComparison.Ordinal);
        Assert.Equal(("", ""), (Letters.Link(mail), Letters.Code(mail)));
    }

    [Fact]
    public async Task A_mail_from_before_somebody_joined_the_staff_or_was_locked_lets_nobody_in()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var administrator = Guid.CreateVersion7();
        var account = await Team.AttendAsync(office, Ayse, Ct);

        var (link, _) = await RequestAsync(office);
        await office.UseAsync<StaffDesk, bool>(desk => desk.ChangeRolesAsync(account.Id, [Roles.Door], administrator, Ct));
        Assert.Null(await UseLinkAsync(office, link));

        await office.UseAsync<StaffDesk, bool>(desk => desk.ChangeRolesAsync(account.Id, [], administrator, Ct));
        var (_, code) = await RequestAsync(office);
        await office.UseAsync<StaffDesk, bool>(desk => desk.LockAsync(account.Id, administrator, Ct));
        Assert.Null(await UseCodeAsync(office, code));

        Assert.DoesNotContain(await office.AllAsync<Change>(Ct), c => c.Action == "Account.SignedIn");
    }

    private static async Task<(string Link, string Code)> RequestAsync(Office office)
    {
        await office.UseAsync<SignInDesk>(desk => desk.RequestAsync(Ayse, Ct));
        var mail = await Team.MailAsync(office, "Account.SignIn", Ct);
        return (Letters.Secret(mail), Letters.Code(mail));
    }

    private static Task<bool> IsOpenAsync(Office office, string? link) => office.UseAsync<SignInDesk, bool>(desk => desk.LinkIsOpenAsync(link, Ct));

    private static Task<Account?> UseLinkAsync(Office office, string? link) => office.UseAsync<SignInDesk, Account?>(desk => desk.UseLinkAsync(link, Ct));

    private static Task<Account?> UseCodeAsync(Office office, string? code) => office.UseAsync<SignInDesk, Account?>(desk => desk.UseCodeAsync(Ayse, code, Ct));
}
