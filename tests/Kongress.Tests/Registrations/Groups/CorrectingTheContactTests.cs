using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>Some rows are registered, and the contact notices a mistake about themself before sending the rest.</summary>
public sealed class CorrectingTheContactTests
{
    private const string Mistyped = "sekretariat@stadt-koln.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_link_goes_to_the_right_address_the_old_one_ends_and_rows_are_judged_by_the_new_domain(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        var form = Form(Row(1) with { Email = "p1@bund.de" }) with { ContactEmail = Mistyped };
        await office.SubmitAsync(form);
        var old = await office.Office.LastSecretAsync("Group.Link", Mistyped, Ct);
        var corrected = form with { ContactEmail = $" {Contact.ToUpperInvariant()}", Contact = form.Contact with { FamilyName = "Büro-Groß" }, Rows = [.. form.Rows, Row(2)] };

        Assert.Equal(new GroupResult(GroupOutcome.Registered, 1, false), await office.SubmitAsync(corrected));
        Assert.Equal(new GroupResult(GroupOutcome.Registered, 0, false), await office.SubmitAsync(corrected));

        Assert.Null(await office.FindAsync(old));
        var group = (await office.ViewAsync()).Group;
        Assert.Equal((Contact, "Petra Büro-Groß"), (group.ContactEmail, group.ContactName));
        Assert.Equal(["p1 AwaitingEmail", "p2 AwaitingEmail"], await office.StatesAsync());
        Assert.Equal([$"Group.ContactChanged {Mistyped}", $"Group.Link {Contact}", $"Group.Link {Mistyped}"], (await office.MailsAsync()).Where(m => m.StartsWith("Group.", StringComparison.Ordinal) && !m.StartsWith("Group.Registered", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var told = Letters.Read((await office.Office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Group.ContactChanged")).TextBody!;
        Assert.DoesNotContain("stadt-koeln", told, StringComparison.Ordinal);
        Assert.Single(await office.Office.AllAsync<Change>(Ct), c => c.Action == "Group.ContactCorrected");
    }

    [Fact]
    public async Task A_name_alone_is_corrected_without_another_link()
    {
        await using var office = await OpenAsync(10);
        var form = Form(Row(1));
        await office.SubmitAsync(form);

        await office.SubmitAsync(form with { Contact = form.Contact with { Organisation = "Stadt Köln, Hauptamt" }, Rows = [.. form.Rows, Row(2)] });

        Assert.Single(await office.MailsAsync(), m => m.StartsWith("Group.Link", StringComparison.Ordinal));
        Assert.Equal(["Stadt Köln", "Stadt Köln, Hauptamt"], (await office.Office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).Select(r => r.Person.Organisation));
    }

    [Fact]
    public async Task A_day_later_whoever_finds_the_form_changes_nothing_about_who_sees_the_group()
    {
        await using var office = await OpenAsync(10);
        var form = Form(Row(1));
        await office.SubmitAsync(form);
        office.Office.Clock.Advance(Group.CorrectableFor);

        Assert.Equal(GroupOutcome.ContactIsFixed, (await office.SubmitAsync(form with { ContactEmail = "fremd@stadt-koeln.example", Rows = [.. form.Rows, Row(2)] })).Outcome);
        Assert.Equal(1, (await office.SubmitAsync(form with { Rows = [.. form.Rows, Row(2)] })).People);

        Assert.Equal(Contact, (await office.ViewAsync()).Group.ContactEmail);
    }
}
