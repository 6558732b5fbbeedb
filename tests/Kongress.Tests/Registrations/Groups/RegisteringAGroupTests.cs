using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>An office registers its people in one go.</summary>
public sealed class RegisteringAGroupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Each_person_gets_an_own_mail_confirms_personally_and_learns_the_source(string provider)
    {
        await using var office = await OpenAsync(10, provider);

        Assert.Equal(new GroupResult(GroupOutcome.Registered, 2, false), await office.SubmitAsync(Form(Row(1), Row(2))));

        Assert.Equal([$"Group.Link {Contact}", "Group.Registered p1@stadt-koeln.example", "Group.Registered p2@stadt-koeln.example"], await office.MailsAsync());
        var text = Letters.Read((await office.Office.AllAsync<OutgoingMail>(Ct)).Single(m => m.ToAddress.StartsWith("p1", StringComparison.Ordinal))).TextBody!;
        Assert.Contains("Petra Büro (Stadt Köln) hat Sie zum 15. IT-Planungskongress angemeldet", text, StringComparison.Ordinal);
        Assert.Contains("Art. 14 DSGVO", text, StringComparison.Ordinal);
        Assert.Equal(["p1 AwaitingEmail", "p2 AwaitingEmail"], await office.StatesAsync());
        Assert.Equal(ConfirmEmailOutcome.UnderReview, await office.ConfirmAsync("p1@stadt-koeln.example"));
        Assert.Equal(["p1 UnderReview", "p2 AwaitingEmail"], await office.StatesAsync());
    }

    [Theory, EveryDatabase]
    public async Task Places_are_given_in_the_order_of_the_rows_and_the_rest_waits(string provider)
    {
        await using var office = await OpenAsync(2, provider);

        var result = await office.SubmitAsync(Form(Row(1), Row(2), Row(3), Row(4)));

        Assert.Equal(new GroupResult(GroupOutcome.Registered, 4, true), result);
        var all = (await office.Office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).ToList();
        Assert.Equal(["p1 True", "p2 True", "p3 False", "p4 False"], all.Select(r => $"{r.Email.Split('@')[0]} {r.HoldsPlace}"));
    }

    [Fact]
    public async Task Rows_with_faults_are_left_out_and_can_follow_later_in_the_same_group()
    {
        await using var office = await OpenAsync(10);
        var form = Form(Row(1), Row(2) with { Email = "kein At" }, Row(3) with { GivenName = "Jo3" }, Row(4) with { Email = "p1@stadt-koeln.example" }, Row(5) with { Email = "chef@firma.example" });

        Assert.Equal(1, (await office.SubmitAsync(form)).People);
        Assert.Equal(1, (await office.SubmitAsync(form with { Rows = [form.Rows[0], form.Rows[1] with { Email = "p2@stadt-koeln.example" }] })).People);

        Assert.Equal(["p1 AwaitingEmail", "p2 AwaitingEmail"], await office.StatesAsync());
        Assert.Single(await office.Office.AllAsync<Group>(Ct));
        Assert.Single(await office.MailsAsync(), m => m.StartsWith("Group.Link", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_ten_times_at_once_is_one_group(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        var form = Form(Row(1), Row(2));

        var results = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => Task.Run(() => office.SubmitAsync(form), Ct)));

        Assert.All(results, r => Assert.Equal(GroupOutcome.Registered, r.Outcome));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 2], results.Select(r => r.People).Order());
        Assert.Equal(3, (await office.MailsAsync()).Count);
        Assert.Equal(2, (await office.Office.AllAsync<Registration>(Ct)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Five_groups_of_ten_and_thirty_single_people_at_once_never_exceed_forty_places(string provider)
    {
        await using var office = await OpenAsync(40, provider);

        await Task.WhenAll(Enumerable.Range(0, 35).Select(i => Task.Run<object>(async () => i < 5
            ? await office.SubmitAsync(Form([.. Enumerable.Range(i * 10, 10).Select(Row)]) with { ContactEmail = $"s{i}@stadt-koeln.example" })
            : await office.Office.SubmitAsync(office.Conference, Any.Submission($"einzeln{i}@bund.de"), Ct), Ct)));

        var all = (await office.Office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).ToList();
        Assert.Equal(80, all.Count);
        Assert.All(all.Take(40), r => Assert.True(r.HoldsPlace));
        Assert.All(all.Skip(40), r => Assert.False(r.HoldsPlace));
    }

    [Fact]
    public async Task Without_the_lock_two_groups_get_the_last_place()
    {
        await using var office = await OpenAsync(1);
        var bothHaveCounted = new Rendezvous(2);
        var race = office.WithoutLock(bothHaveCounted);

        var first = race.SubmitAsync(Form(Row(1)));
        await bothHaveCounted.Arrived(1);
        var second = race.SubmitAsync(Form(Row(2)) with { ContactEmail = "anderes@stadt-koeln.example" });
        await Task.WhenAll(first, second);

        Assert.Equal(2, (await office.Office.AllAsync<Registration>(Ct)).Count(r => r.HoldsPlace));
    }

    [Theory]
    [InlineData(RegistrationStatus.AwaitingEmail, "Registration.ConfirmEmail")]
    [InlineData(RegistrationStatus.Confirmed, "Registration.AlreadyRegistered")]
    public async Task A_known_address_looks_to_the_contact_like_one_that_does_not_answer_and_nothing_of_it_changes(RegistrationStatus status, string told)
    {
        await using var office = await OpenAsync(10);
        var known = Any.Submission("ayse@bund.de");
        if (status is RegistrationStatus.Confirmed) await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        else await office.Office.SubmitAsync(office.Conference, known, Ct);
        var before = await office.Office.RegistrationOfAsync("ayse@bund.de", Ct);

        Assert.Equal(new GroupResult(GroupOutcome.Registered, 2, false), await office.SubmitAsync(Form(Row(1) with { Email = "ayse@bund.de", GivenName = "Falsch" }, Row(2))));

        Assert.Equal(["ayse AwaitingEmail", "p2 AwaitingEmail"], await office.StatesAsync());
        Assert.Equal("Falsch Weiß", (await office.ViewAsync()).Members[0].Member.Name);
        var after = await office.Office.RegistrationOfAsync("ayse@bund.de", Ct);
        Assert.Equal((before.Version, before.Person.GivenName, status), (after.Version, after.Person.GivenName, after.Status));
        Assert.Contains($"{told} ayse@bund.de", await office.MailsAsync());

        // Every step answers alike.
        office.Office.Clock.Advance(TimeSpan.FromHours(2));
        foreach (var email in new[] { "ayse@bund.de", "p2@stadt-koeln.example" })
        {
            Assert.Equal(MemberOutcome.Done, await office.DoAsync(email, (desk, secret, id) => desk.ResendAsync(secret, id, Ct)));
            Assert.Equal(MemberOutcome.Done, await office.DoAsync(email, (desk, secret, id) => desk.ChangeAsync(secret, id, new Person { GivenName = "Neu", FamilyName = "Name" }, new Attendance { Day1 = true }, Ct)));
            Assert.Equal(MemberOutcome.Done, await office.DoAsync(email, (desk, secret, id) => desk.RemoveAsync(secret, id, Ct)));
        }

        Assert.Equal(["ayse Ended", "p2 Ended"], await office.StatesAsync());
        Assert.Equal(status, (await office.Office.RegistrationOfAsync("ayse@bund.de", Ct)).Status);
    }

    [Fact]
    public async Task Fifty_are_the_most()
    {
        await using var office = await OpenAsync(100);

        Assert.Equal(GroupOutcome.TooMany, (await office.SubmitAsync(Form([.. Enumerable.Range(1, 51).Select(Row)]))).Outcome);
        Assert.Empty(await office.Office.AllAsync<Registration>(Ct));
        Assert.Equal(50, (await office.SubmitAsync(Form([.. Enumerable.Range(1, 50).Select(Row)]))).People);
    }

    [Fact]
    public async Task Before_and_after_the_registration_nobody_is_taken_in()
    {
        await using var office = await OpenAsync(10);
        office.Office.Clock.SetUtcNow(office.Conference.RegistrationClosesAt);

        Assert.Equal(GroupOutcome.Closed, (await office.SubmitAsync(Form(Row(1)))).Outcome);
        Assert.Empty(await office.MailsAsync());
    }

    [Theory, EveryDatabase]
    public async Task The_contact_corrects_until_the_person_confirms_reminds_once_an_hour_and_takes_off(string provider)
    {
        await using var office = await OpenAsync(1, provider);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        const string first = "p1@stadt-koeln.example";

        Assert.Equal(MemberOutcome.Done, await office.DoAsync(first, (desk, secret, id) => desk.ChangeAsync(secret, id, new Person { GivenName = "Joëlle", FamilyName = "Weiß" }, new Attendance { Day2 = true }, Ct)));
        var changed = await office.Office.RegistrationOfAsync(first, Ct);
        Assert.Equal(("Joëlle", "Stadt Köln", false, true), (changed.Person.GivenName, changed.Person.Organisation, changed.Attendance.Day1, changed.Attendance.Day2));
        Assert.Equal(MemberOutcome.JustSent, await office.DoAsync(first, (desk, secret, id) => desk.ResendAsync(secret, id, Ct)));

        await office.ConfirmAsync(first);
        Assert.Equal(MemberOutcome.ConfirmedMeanwhile, await office.DoAsync(first, (desk, secret, id) => desk.ChangeAsync(secret, id, new Person { GivenName = "X", FamilyName = "Y" }, new Attendance { Day1 = true }, Ct)));
        Assert.Equal(MemberOutcome.Done, await office.DoAsync(first, (desk, secret, id) => desk.RemoveAsync(secret, id, Ct)));
        Assert.Equal(RegistrationStatus.Cancelled, (await office.Office.RegistrationOfAsync(first, Ct)).Status);
        Assert.True((await office.Office.RegistrationOfAsync("p2@stadt-koeln.example", Ct)).HoldsPlace);
        Assert.Equal(["Group.Registered", "Group.MemberChanged", "Group.MemberRemoved"], (await office.Office.AllAsync<Change>(Ct)).Where(c => c.Action.StartsWith("Group.", StringComparison.Ordinal)).OrderBy(c => c.Id).Select(c => c.Action));
    }

    [Fact]
    public async Task The_link_is_one_groups_alone_is_sent_again_and_ends_with_the_congress()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        var other = Form(Row(2) with { Email = "p2@bund.de" }) with { ContactEmail = "andere@bund.de" };
        await office.SubmitAsync(other);
        var theirs = (await office.FindAsync(await office.Office.LastSecretAsync("Group.Link", "andere@bund.de", Ct)))!.Members[0].Member.Id;
        var secret = await office.SecretAsync();

        Assert.Equal(MemberOutcome.NotFound, await office.Office.UseAsync<MemberDesk, MemberOutcome>(desk => desk.RemoveAsync(secret, theirs, Ct)));
        Assert.Null(await office.FindAsync("UNKNOWN"));
        foreach (var address in new[] { Contact.ToUpperInvariant(), "niemand@bund.de" }) await office.Office.UseAsync<GroupDesk>(desk => desk.ResendLinkAsync(office.Conference, address, Ct));
        Assert.Equal(2, (await office.MailsAsync()).Count(m => m == $"Group.Link {Contact}"));
        Assert.Equal(3, (await office.MailsAsync()).Count(m => m.StartsWith("Group.Link", StringComparison.Ordinal)));
        office.Office.Clock.SetUtcNow(office.Conference.EndsAt);
        Assert.Null(await office.FindAsync(secret));
    }

    [Theory, EveryDatabase]
    public async Task What_the_office_named_is_shown_to_those_concerned_and_goes_when_its_time_is_over(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        await office.SubmitAsync(Form(Row(1) with { Email = "ayse@bund.de" }, Row(2)));
        var account = (await office.Office.RegistrationOfAsync("ayse@bund.de", Ct)).AccountId!.Value;

        var shown = await office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, IReadOnlyList<PersonalDataPart>>(all => all.OfType<GroupRecords>().Single().ShowAsync(account, Ct));
        Assert.Contains("Petra Büro, Stadt Köln", Assert.Single(shown).Values.Select(v => v.Value));
        var submitted = office.Office.Clock.GetUtcNow();
        Assert.Equal(0, await EraseAsync(submitted.AddDays(office.Conference.KeepUnconfirmedDays).AddSeconds(-1)));
        Assert.Equal(1, await EraseAsync(submitted.AddDays(office.Conference.KeepUnconfirmedDays)));
        Assert.Equal(["p2 AwaitingEmail"], await office.StatesAsync());
        await EraseAsync(office.Conference.EndsAt.AddDays(office.Conference.KeepRegistrationsDays));
        Assert.Empty(await office.Office.AllAsync<Group>(Ct));
        Assert.Empty(await office.Office.AllAsync<GroupMember>(Ct));

        Task<int> EraseAsync(DateTimeOffset at) => office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(all => all.OfType<GroupRecords>().Single().EraseDueAsync(at, Ct));
    }
}
