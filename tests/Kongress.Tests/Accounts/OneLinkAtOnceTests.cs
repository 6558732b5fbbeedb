using Kongress.Accounts;
using Kongress.Data;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Accounts;

/// <summary>One link, many who press at the same moment. Every race has a twin without the lock that shows it.</summary>
public sealed class OneLinkAtOnceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Of_30_uses_of_one_link_at_once_one_signs_in(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var link = await SignInLinkAsync(office);

        var entered = await Task.WhenAll(Enumerable.Range(1, 30).Select(_ => Task.Run(() => UseLinkAsync(office, link))));

        Assert.Single(entered, account => account is not null);
        Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Account.SignedIn");
    }

    [Fact]
    public async Task Without_the_lock_one_link_signs_two_in()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var link = await SignInLinkAsync(office);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = UseLinkAsync(race, link);
        await bothHaveLooked.Arrived(1);
        var second = UseLinkAsync(race, link);

        Assert.All(await Task.WhenAll(first, second), Assert.NotNull);
    }

    [Theory, EveryDatabase]
    public async Task Of_30_guesses_at_once_five_are_heard(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        await SignInLinkAsync(office);
        var code = Letters.Code(await Team.MailAsync(office, "Account.SignIn", Ct));
        var wrong = Enumerable.Range(0, 30).Select(i => i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)).Where(guess => guess != code);

        await Task.WhenAll(wrong.Select(guess => Task.Run(() => office.UseAsync<SignInDesk, Account?>(desk => desk.UseCodeAsync("ayse.sahin@bund.de", guess, Ct)))));

        Assert.Equal(SignInCode.MostGuesses, Assert.Single(await office.AllAsync<SignInCode>(Ct)).Guesses);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_passwords_by_one_invitation_at_once_one_is_set(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var secret = await InviteAsync(office);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => SetPasswordAsync(office, secret, i))));

        Assert.Equal(1, outcomes.Count(o => o is PasswordOutcome.Set));
        Assert.Equal(7, outcomes.Count(o => o is PasswordOutcome.LinkEnded));
        Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Account.PasswordSet");
    }

    [Fact]
    public async Task Without_the_transaction_a_password_set_twice_collides_only_at_the_last_line()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var secret = await InviteAsync(office);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = SetPasswordAsync(race, secret, 1);
        await bothHaveLooked.Arrived(1);
        var second = SetPasswordAsync(race, secret, 2);

        // Both believed the link unused; the version of its row let only one of them write.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Task.WhenAll(first, second));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_set_ups_by_one_link_at_once_one_becomes_the_administrator(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var secret = (await office.UseAsync<StaffDesk, string?>(desk => desk.IssueSetUpLinkAsync(Ct)))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() =>
            office.UseAsync<StaffDesk, (PasswordOutcome Outcome, string?)>(desk => desk.SetUpAsync(secret, $"a{i}@land.example", "Ada", Team.Password, Ct)))));

        Assert.Equal(1, outcomes.Count(o => o.Outcome is PasswordOutcome.Set));
        Assert.Single(await office.AllAsync<Account>(Ct));
    }

    private static async Task<string> SignInLinkAsync(Office office)
    {
        await Team.AttendAsync(office, "ayse.sahin@bund.de", Ct);
        await office.UseAsync<SignInDesk>(desk => desk.RequestAsync("ayse.sahin@bund.de", Ct));
        return await office.LastSecretAsync("Account.SignIn", "ayse.sahin@bund.de", Ct);
    }

    private static async Task<string> InviteAsync(Office office)
    {
        await office.UseAsync<StaffDesk>(desk => desk.InviteAsync("esra@land.example", "Esra", [Roles.Door], Guid.CreateVersion7(), Ct));
        return await office.LastSecretAsync("Account.Invitation", "esra@land.example", Ct);
    }

    private static Task<Account?> UseLinkAsync(Office office, string link) => office.UseAsync<SignInDesk, Account?>(desk => desk.UseLinkAsync(link, Ct));

    private static async Task<PasswordOutcome> SetPasswordAsync(Office office, string secret, int number) =>
        (await office.UseAsync<StaffDesk, (PasswordOutcome Outcome, string?)>(desk => desk.SetPasswordAsync(secret, $"Deichgraf Nummer {number}", Ct))).Outcome;
}
