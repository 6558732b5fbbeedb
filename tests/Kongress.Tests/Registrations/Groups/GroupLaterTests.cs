using System.Net;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>What the contact of an office does about the group weeks later: more people, and somebody else in a person's place.</summary>
public sealed class GroupLaterTests
{
    private const string First = "p1@stadt-koeln.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task People_are_added_later_confirm_personally_and_stand_behind_the_others(string provider)
    {
        await using var office = await OpenAsync(3, provider);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        var mails = (await office.MailsAsync()).Count;
        TypedRow[] more = [Row(3), Row(4), Row(5) with { Email = "chef@firma.example" }, Row(6) with { Email = First }];

        Assert.Equal(new GroupResult(GroupOutcome.Registered, 2, true), await office.AddAsync(more));
        Assert.Equal(new GroupResult(GroupOutcome.Registered, 0, false), await office.AddAsync(more));

        Assert.Equal(["p1 AwaitingEmail", "p2 AwaitingEmail", "p3 AwaitingEmail", "p4 AwaitingEmail"], await office.StatesAsync());
        Assert.Equal([1, 2, 3, 4], (await office.ViewAsync()).Members.Select(m => m.Member.Position));
        Assert.Equal(["Group.Registered p3@stadt-koeln.example", "Group.Registered p4@stadt-koeln.example"], (await office.MailsAsync()).Skip(mails));
        Assert.Equal(["Group.Registered 2", "Group.PeopleAdded 2"], (await office.Office.AllAsync<Change>(Ct)).Where(c => c.Action.StartsWith("Group.", StringComparison.Ordinal)).OrderBy(c => c.Id).Select(c => $"{c.Action} {c.Detail}"));
    }

    [Fact]
    public async Task Fifty_are_the_most_over_all_additions_and_only_while_the_registration_is_open_and_the_link_good()
    {
        await using var office = await OpenAsync(100);
        await office.SubmitAsync(Form([.. Enumerable.Range(1, 48).Select(Row)]));

        Assert.Equal(GroupOutcome.TooMany, (await office.AddAsync(Row(49), Row(50), Row(51))).Outcome);
        Assert.Equal(2, (await office.AddAsync(Row(49), Row(50))).People);
        Assert.Equal(GroupOutcome.TooMany, (await office.AddAsync(Row(51))).Outcome);
        Assert.Equal(GroupOutcome.NobodyGood, (await office.AddAsync(Row(51) with { Email = "" })).Outcome);
        Assert.Equal(GroupOutcome.UnknownLink, (await office.Office.UseAsync<GroupDesk, GroupResult>(desk => desk.AddAsync("UNKNOWN", [Row(51)], Ct))).Outcome);
        office.Office.Clock.SetUtcNow(office.Conference.RegistrationClosesAt);
        Assert.Equal(GroupOutcome.Closed, (await office.AddAsync(Row(51))).Outcome);
        Assert.Equal(50, (await office.Office.AllAsync<GroupMember>(Ct)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Ten_additions_of_ten_at_once_never_make_more_than_fifty(string provider)
    {
        await using var office = await OpenAsync(200, provider);
        await office.SubmitAsync(Form(Row(0)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => office.AddAsync([.. Enumerable.Range(1 + i * 10, 10).Select(Row)]), Ct)));

        Assert.Equal((4, 6), (outcomes.Count(o => o.Outcome is GroupOutcome.Registered), outcomes.Count(o => o.Outcome is GroupOutcome.TooMany)));
        Assert.Equal(41, (await office.Office.AllAsync<GroupMember>(Ct)).Count);
    }

    [Fact]
    public async Task Without_the_lock_two_additions_make_a_group_of_fifty_one()
    {
        await using var office = await OpenAsync(200);
        await office.SubmitAsync(Form([.. Enumerable.Range(1, 49).Select(Row)]));
        var bothHaveCounted = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveCounted);

        var first = race.AddAsync(Row(50));
        await bothHaveCounted.Arrived(1);
        await Task.WhenAll(first, race.AddAsync(Row(51)));

        Assert.Equal(51, (await office.Office.AllAsync<GroupMember>(Ct)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_substitute_takes_place_and_days_the_old_ticket_is_void_and_both_are_told_who_did_it(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        await office.SubmitAsync(Form(Row(1) with { Day2 = false }, Row(2)));
        await office.AdmitAsync(First);
        var old = Assert.Single(await office.Office.AllAsync<Ticket>(Ct));
        var row = Row(7) with { Id = Guid.CreateVersion7(), GivenName = "Kim", FamilyName = "Ersatz" };

        Assert.Equal(MemberOutcome.Done, await office.DoAsync(First, (desk, secret, id) => desk.SubstituteAsync(secret, id, row, Ct)));
        Assert.Equal(MemberOutcome.Done, await office.DoAsync(row.Email!, (desk, secret, id) => desk.SubstituteAsync(secret, id, row, Ct)));

        Assert.Equal(["p7 AwaitingEmail", "p2 AwaitingEmail"], await office.StatesAsync());
        var (replaced, substitute) = (await office.Office.RegistrationOfAsync(First, Ct), await office.Office.RegistrationOfAsync(row.Email!, Ct));
        Assert.Equal((RegistrationStatus.Replaced, substitute.Id), (replaced.Status, replaced.ReplacedById));
        Assert.Equal((true, true, false, "Stadt Köln"), (substitute.HoldsPlace, substitute.Attendance.Day1, substitute.Attendance.Day2, substitute.Person.Organisation));
        Assert.False((await office.Office.AllAsync<Ticket>(Ct)).Single(t => t.Id == old.Id).IsActive);
        var mails = (await office.Office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).TakeLast(2).ToDictionary(m => m.Kind, m => (m.ToAddress, Text: Letters.Read(m).TextBody!));
        Assert.Equal((row.Email, First), (mails["Registration.NamedAsSubstitute"].ToAddress, mails["Registration.Replaced"].ToAddress));
        Assert.Contains("Petra Büro (Stadt Köln) hat Sie als Vertretung für Jo Weiß zum 15. IT-Planungskongress angemeldet.", mails["Registration.NamedAsSubstitute"].Text, StringComparison.Ordinal);
        Assert.Contains("Petra Büro (Stadt Köln) hat an Ihrer Stelle jemand anderen angemeldet.", mails["Registration.Replaced"].Text, StringComparison.Ordinal);
        Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Group.MemberSubstituted");

        // The new person confirms and gets another ticket.
        var secret = await office.Office.LastSecretAsync("Registration.NamedAsSubstitute", row.Email!, Ct);
        await office.Office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(secret, Ct));
        await office.Office.UseAsync<ReviewDesk, ReviewOutcome>(desk => desk.ApproveAsync(substitute.Id, Guid.CreateVersion7(), Ct));
        Assert.NotEqual(old.Code, Assert.Single(await office.Office.AllAsync<Ticket>(Ct), t => t.IsActive).Code);
        Assert.Equal(["p7 Confirmed", "p2 AwaitingEmail"], await office.StatesAsync());
    }

    [Fact]
    public async Task A_substitute_who_is_not_possible_changes_nothing_and_the_answer_says_why()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        await office.AdmitAsync(First);
        Task<MemberOutcome> SubstituteAsync(string email, TypedRow row) => office.DoAsync(email, (desk, secret, id) => desk.SubstituteAsync(secret, id, row, Ct));

        Assert.Equal(MemberOutcome.NoPlace, await SubstituteAsync("p2@stadt-koeln.example", Row(7)));
        Assert.Equal(MemberOutcome.Faulty, await SubstituteAsync(First, Row(7) with { Email = "chef@firma.example" }));
        Assert.Equal(MemberOutcome.AddressNotPossible, await SubstituteAsync(First, Row(7) with { Email = "ayse@bund.de" }));
        Assert.Equal(MemberOutcome.NotFound, await office.Office.UseAsync<MemberDesk, MemberOutcome>(async desk => await desk.SubstituteAsync(await office.SecretAsync(), Guid.CreateVersion7(), Row(7), Ct)));
        office.Office.Clock.SetUtcNow(office.Conference.ChangeDeadline);
        Assert.Equal(MemberOutcome.DeadlinePassed, await SubstituteAsync(First, Row(7)));

        Assert.Equal("p1 Confirmed", (await office.StatesAsync())[0]);
        Assert.Equal(2, (await office.Office.AllAsync<Ticket>(Ct)).Count(t => t.IsActive));
    }

    [Theory, EveryDatabase]
    public async Task Ten_substitutes_at_once_are_one(string provider)
    {
        await using var office = await OpenAsync(20, provider);
        await office.SubmitAsync(Form(Row(1)));
        await office.AdmitAsync(First);
        var secret = await office.SecretAsync();
        var member = (await office.ViewAsync()).Members[0].Member.Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(10, 10).Select(i => Task.Run(() => office.Office.UseAsync<MemberDesk, MemberOutcome>(desk => desk.SubstituteAsync(secret, member, Row(i), Ct)), Ct)));

        Assert.Equal((1, 9), (outcomes.Count(o => o is MemberOutcome.Done), outcomes.Count(o => o is MemberOutcome.NoPlace)));
        Assert.Single(await office.Office.AllAsync<Registration>(Ct), r => r.HoldsPlace);
        Assert.Single(await office.Office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.NamedAsSubstitute");
    }

    [Fact]
    public async Task Without_the_lock_two_substitutes_meet_in_the_same_registration()
    {
        await using var office = await OpenAsync(20);
        await office.SubmitAsync(Form(Row(1)));
        await office.AdmitAsync(First);
        var secret = await office.SecretAsync();
        var member = (await office.ViewAsync()).Members[0].Member.Id;
        var bothHaveLooked = new Rendezvous(2);
        var race = office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = race.UseAsync<MemberDesk, MemberOutcome>(desk => desk.SubstituteAsync(secret, member, Row(10), Ct));
        await bothHaveLooked.Arrived(1);
        var second = race.UseAsync<MemberDesk, MemberOutcome>(desk => desk.SubstituteAsync(secret, member, Row(11), Ct));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Task.WhenAll(first, second));
    }

    [Fact]
    public async Task The_pages_lead_from_the_list_to_more_people_and_to_a_substitute()
    {
        await using var office = await OpenAsync(20);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.AdmitAsync(First);
        await using var contact = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), Guid.Empty);
        var page = "/anmeldung/gruppe/" + await office.SecretAsync();

        // Two rows, one with a fault: the good one is registered, the other stays.
        Dictionary<string, string> rows = new()
        {
            ["Input.Rows[0].GivenName"] = "Kim",
            ["Input.Rows[0].FamilyName"] = "Drei",
            ["Input.Rows[0].Email"] = "p3@stadt-koeln.example",
            ["Input.Rows[1].GivenName"] = "Lou",
            ["Input.Rows[1].FamilyName"] = "Vier",
            ["Input.Rows[1].Email"] = First,
        };
        var more = await SentAsync(contact, page + "/weitere", rows);
        Assert.Contains("haben Sie schon angemeldet", more.QuerySelector("#Input_Rows_1__Email-error")!.TextContent, StringComparison.Ordinal);
        // The button that registers appears with the check; what it sends is the same form.
        Assert.Contains("1 Person anmelden", more.QuerySelector("button[formaction$='handler=Submit']")!.TextContent, StringComparison.Ordinal);
        using (var registered = await contact.SendAsync(more, page + "/weitere", new Dictionary<string, string>(), Ct, target: "handler=Submit")) Assert.Contains("1 Person ist eingetragen.", (await Desk.ParseAsync(registered, Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["p1 Confirmed", "p2 AwaitingEmail", "p3 AwaitingEmail"], await office.StatesAsync());

        var address = (await contact.ReadAsync(page, Ct)).QuerySelector("main tbody a")!.GetAttribute("href")! + "/vertretung";
        var faulty = await SentAsync(contact, address, new() { ["Input.GivenName"] = "Kim", ["Input.FamilyName"] = "Ersatz", ["Input.Email"] = "chef@firma.example" });
        Assert.Contains("Unternehmen können nicht teilnehmen", faulty.QuerySelector("#Input_Email-error")!.TextContent, StringComparison.Ordinal);
        using (var sent = await contact.SendAsync(address, new Dictionary<string, string> { ["Input.GivenName"] = "Kim", ["Input.FamilyName"] = "Ersatz", ["Input.Email"] = "p7@stadt-koeln.example" }, Ct)) Assert.Equal(page, sent.Headers.Location?.OriginalString);
        Assert.Contains("Die Vertretung ist eingetragen.", (await contact.ReadAsync(page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["p7 AwaitingEmail", "p2 AwaitingEmail", "p3 AwaitingEmail"], await office.StatesAsync());
        Assert.Contains("Zurzeit ist keine Vertretung möglich.", (await contact.ReadAsync(address, Ct)).Body!.TextContent, StringComparison.Ordinal);
        await contact.ReadAsync("/anmeldung/gruppe/UNKNOWN/weitere", Ct, HttpStatusCode.NotFound);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SentAsync(Desk contact, string path, Dictionary<string, string> fields)
    {
        using var answer = await contact.SendAsync(path, fields, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Desk.ParseAsync(answer, Ct);
    }
}
