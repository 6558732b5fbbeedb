using Kongress.Data;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>Somebody of a group did not confirm in time, or was taken off: the office registers them again.</summary>
public sealed class DroppedOutTests
{
    private const string First = "p1@stadt-koeln.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Who_lapsed_or_was_taken_off_is_registered_again_in_the_same_row_and_once(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        await office.SubmitAsync(Form(Row(1), Row(2), Row(3)));
        await office.DoAsync("p2@stadt-koeln.example", (desk, secret, id) => desk.RemoveAsync(secret, id, Ct));
        await PassAsync(office, TimeSpan.FromHours(49));
        Assert.Equal(["p1 Ended", "p2 Ended", "p3 Ended"], await office.StatesAsync());
        var again = new[] { Row(1), Row(2), Row(4) };

        Assert.Equal(new GroupResult(GroupOutcome.Registered, 3, false), await office.AddAsync(again));
        Assert.Equal(new GroupResult(GroupOutcome.Registered, 0, false), await office.AddAsync(again));
        Assert.Equal(0, (await office.AddAsync(Row(1))).People);

        Assert.Equal(["p1 AwaitingEmail", "p2 AwaitingEmail", "p3 Ended", "p4 AwaitingEmail"], await office.StatesAsync());
        Assert.Equal([1, 2, 3, 4], (await office.ViewAsync()).Members.Select(m => m.Member.Position));
        Assert.Equal(ConfirmEmailOutcome.UnderReview, await office.ConfirmAsync(First));
        Assert.Equal(2, (await office.Office.AllAsync<Registration>(Ct)).Count(r => r.Email == First));
    }

    [Fact]
    public async Task A_group_of_fifty_takes_back_those_who_dropped_out_and_nobody_else()
    {
        await using var office = await OpenAsync(100);
        await office.SubmitAsync(Form([.. Enumerable.Range(1, 50).Select(Row)]));
        await PassAsync(office, TimeSpan.FromHours(49));

        Assert.Equal(GroupOutcome.TooMany, (await office.AddAsync(Row(1), Row(51))).Outcome);
        Assert.Equal(2, (await office.AddAsync(Row(1), Row(50))).People);
    }

    [Fact]
    public async Task Who_sent_a_substitute_has_not_dropped_out_until_the_substitute_has()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        await office.AdmitAsync(First);
        var jo = await office.Office.RegistrationOfAsync(First, Ct);
        await office.Office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(jo.Id, jo.AccountId!.Value, Any.Submission("kim@amt.example"), Ct));

        Assert.Equal(0, (await office.AddAsync(Row(1))).People);
        await PassAsync(office, TimeSpan.FromHours(49));
        Assert.Equal(1, (await office.AddAsync(Row(1))).People);
        Assert.Equal(["p1 AwaitingEmail"], await office.StatesAsync());
    }

    [Theory, EveryDatabase]
    public async Task Sent_once_more_the_message_brings_the_full_time_again_while_the_registration_is_open(string provider)
    {
        await using var office = await OpenAsync(1, provider);
        await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        await office.SubmitAsync(Form(Row(1), Row(2) with { Email = "ayse@bund.de" }));
        office.Office.Clock.Advance(TimeSpan.FromHours(47));

        foreach (var email in new[] { First, "ayse@bund.de" }) Assert.Equal(MemberOutcome.Done, await office.DoAsync(email, (desk, secret, id) => desk.ResendAsync(secret, id, Ct)));

        // Thursday at eleven; two days later it is a Saturday. Known and unknown people look alike.
        var until = new DateTimeOffset(2026, 11, 30, 11, 0, 0, TimeSpan.Zero);
        Assert.Equal([until, until], (await office.ViewAsync()).Members.Select(m => m.HeldUntil));
        Assert.Equal(until, (await office.Office.RegistrationOfAsync(First, Ct)).HeldUntil);
        Assert.Equal(2, (await office.Office.AllAsync<Change>(Ct)).Count(c => c is { Action: "Group.MemberRemindedToConfirm", Detail: "2026-11-30 11:00:00Z" }));
        await PassAsync(office, until - TimeSpan.FromMinutes(1) - office.Office.Clock.GetUtcNow());
        Assert.Equal(ConfirmEmailOutcome.UnderReviewWithoutPlace, await office.ConfirmAsync(First));
    }

    [Fact]
    public async Task After_the_registration_has_closed_nobody_gets_more_time()
    {
        await using var office = await OpenAsync(10);
        office.Office.Clock.SetUtcNow(office.Conference.RegistrationClosesAt.AddHours(-2));
        await office.SubmitAsync(Form(Row(1)));
        var before = (await office.Office.RegistrationOfAsync(First, Ct)).HeldUntil;
        office.Office.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(MemberOutcome.Done, await office.DoAsync(First, (desk, secret, id) => desk.ResendAsync(secret, id, Ct)));

        Assert.Equal(before, (await office.Office.RegistrationOfAsync(First, Ct)).HeldUntil);
    }

    [Fact]
    public async Task An_organiser_who_sends_the_message_once_more_gives_the_full_time_too()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        office.Office.Clock.Advance(TimeSpan.FromHours(47));
        var id = (await office.Office.RegistrationOfAsync(First, Ct)).Id;

        Assert.True(await office.Office.UseAsync<ReviewDesk, bool>(desk => desk.ResendAsync(id, Guid.CreateVersion7(), Ct)));

        Assert.Equal(new DateTimeOffset(2026, 11, 30, 11, 0, 0, TimeSpan.Zero), (await office.ViewAsync()).Members[0].HeldUntil);
        Assert.Equal("AwaitingEmail, 2026-11-30 11:00:00Z", (await office.Office.AllAsync<Change>(Ct)).Single(c => c.Action == "Registration.Resent").Detail);
    }

    [Fact]
    public async Task The_page_of_somebody_who_dropped_out_offers_to_register_them_again()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        await PassAsync(office, TimeSpan.FromHours(49));
        await using var contact = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), Guid.Empty);
        var list = "/anmeldung/gruppe/" + await office.SecretAsync();
        var person = (await contact.ReadAsync(list, Ct)).QuerySelector("main tbody a")!.GetAttribute("href")!;

        using (var sent = await contact.SendAsync(person, new Dictionary<string, string>(), Ct, "Again")) Assert.Equal(list, sent.Headers.Location?.OriginalString);
        Assert.Contains("Die Person ist wieder eingetragen und bekommt eine Nachricht zum Bestätigen.", (await contact.ReadAsync(list, Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["p1 AwaitingEmail"], await office.StatesAsync());

        // Where the registration has closed there is nothing to press.
        await office.DoAsync(First, (desk, secret, id) => desk.RemoveAsync(secret, id, Ct));
        await using var later = Desk.Open(office.Office.Database, office.Conference.RegistrationClosesAt, Guid.Empty);
        Assert.Null((await later.ReadAsync(list, Ct)).QuerySelector("main tbody a"));
        Assert.Empty((await later.ReadAsync(person, Ct)).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task In_the_table_the_address_of_somebody_who_dropped_out_is_no_fault()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        await PassAsync(office, TimeSpan.FromHours(49));
        await using var contact = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), Guid.Empty);
        var page = $"/anmeldung/gruppe/{await office.SecretAsync()}/weitere";

        using var answer = await contact.SendAsync(page, new Dictionary<string, string> { ["Input.Rows[0].GivenName"] = "Jo", ["Input.Rows[0].FamilyName"] = "Weiß", ["Input.Rows[0].Email"] = First }, Ct);

        Assert.DoesNotContain("haben Sie schon angemeldet", (await Desk.ParseAsync(answer, Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task PassAsync(GroupOffice office, TimeSpan time)
    {
        office.Office.Clock.Advance(time);
        await office.Office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));
    }
}
