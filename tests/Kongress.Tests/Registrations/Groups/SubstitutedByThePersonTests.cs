using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>Somebody whom an office registered names a substitute without asking the office: the contact sees who has the place, and no more.</summary>
public sealed class SubstitutedByThePersonTests
{
    private const string First = "p1@stadt-koeln.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_contact_sees_who_has_the_place_and_where_they_stand_also_when_it_went_on_twice(string provider)
    {
        await using var office = await OpenAsync(10, provider);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.AdmitAsync(First);

        await NameAsync(office, First, "kim@amt.example", "Kim");
        Assert.Equal(["Ended Kim Ersatz AwaitingEmail", "AwaitingEmail"], await PlacesAsync(office));
        Assert.Equal((0, 2, 0), await CountsAsync(office));
        await ConfirmAsync(office, "kim@amt.example");
        Assert.Equal(["Ended Kim Ersatz UnderReview", "AwaitingEmail"], await PlacesAsync(office));
        await NameAsync(office, "kim@amt.example", "lea@amt.example", "Lea");
        await ConfirmAsync(office, "lea@amt.example");
        var lea = await office.Office.RegistrationOfAsync("lea@amt.example", Ct);
        await office.Office.UseAsync<ReviewDesk, ReviewOutcome>(desk => desk.ApproveAsync(lea.Id, Guid.CreateVersion7(), Ct));
        Assert.Equal(["Ended Lea Ersatz Confirmed", "AwaitingEmail"], await PlacesAsync(office));
        Assert.Equal((1, 1, 0), await CountsAsync(office));

        // The row stays the person's whom the office named, and the substitute is nobody's of the group.
        var row = (await office.ViewAsync()).Members[0].Member;
        Assert.Equal((First, (await office.Office.RegistrationOfAsync(First, Ct)).Id), (row.Email, row.RegistrationId!.Value));
        Assert.Equal(MemberOutcome.Ended, await office.DoAsync(First, (desk, secret, id) => desk.RemoveAsync(secret, id, Ct)));
        Assert.DoesNotContain(await office.Office.AllAsync<GroupMember>(Ct), m => m.RegistrationId == lea.Id);
        var mails = (await office.Office.AllAsync<Kongress.Mail.OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.NamedAsSubstitute").Select(m => Letters.Read(m).TextBody!);
        Assert.All(mails, text => Assert.DoesNotContain("Petra Büro", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_names_the_substitute_counts_the_place_as_theirs_and_keeps_their_address_to_itself()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.AdmitAsync(First);
        await NameAsync(office, First, "kim@amt.example", "Kim");
        await using var contact = Desk.Open(office.Office.Database, Guid.CreateVersion7());

        var page = await contact.ReadAsync($"/anmeldung/gruppe/{await office.SecretAsync()}", Ct);

        var row = page.QuerySelector("main tbody tr")!.TextContent;
        Assert.Contains("Vertretung: Kim Ersatz", row, StringComparison.Ordinal);
        Assert.Contains("Noch nicht bestätigt", row, StringComparison.Ordinal);
        Assert.Equal(["Noch nicht bestätigt2"], page.QuerySelectorAll(".tile").Select(t => t.TextContent.Trim()));
        Assert.DoesNotContain("kim@amt.example", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_asks_the_database_as_often_for_one_substitute_as_for_five()
    {
        await using var office = await OpenAsync(20);
        await office.SubmitAsync(Form([.. Enumerable.Range(1, 6).Select(Row)]));
        foreach (var number in Enumerable.Range(1, 6)) await office.AdmitAsync($"p{number}@stadt-koeln.example");
        var secret = await office.SecretAsync();
        using var counter = new CommandCounter(office.Office.Database);

        await NameAsync(office, First, "kim1@amt.example", "Kim");
        counter.Take();
        await office.FindAsync(secret);
        var one = counter.Take();
        foreach (var number in Enumerable.Range(2, 4)) await NameAsync(office, $"p{number}@stadt-koeln.example", $"kim{number}@amt.example", "Kim");
        counter.Take();
        var view = await office.FindAsync(secret);

        Assert.Equal((one, 5), (counter.Take(), view!.Members.Count(m => m.Substitute is not null)));
    }

    private static async Task NameAsync(GroupOffice office, string email, string substitute, string givenName)
    {
        var old = await office.Office.RegistrationOfAsync(email, Ct);
        Assert.Equal(SubstituteOutcome.Substituted, await office.Office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(old.Id, old.AccountId!.Value, Any.Submission(substitute, givenName, "Ersatz"), Ct)));
    }

    private static async Task ConfirmAsync(GroupOffice office, string email)
    {
        var secret = await office.Office.LastSecretAsync("Registration.NamedAsSubstitute", email, Ct);
        await office.Office.UseAsync<RegistrationDesk>(desk => desk.ConfirmEmailAsync(secret, Ct));
    }

    // What organisers read of the group: the place counts, whoever has it.
    private static async Task<(int Confirmed, int Open, int Ended)> CountsAsync(GroupOffice office)
    {
        var row = Assert.Single(await office.Office.UseAsync<GroupList, IReadOnlyList<GroupRow>>(list => list.AllAsync(office.Conference.Id, Ct)));
        return (row.Confirmed, row.Open, row.Ended);
    }

    private static async Task<List<string>> PlacesAsync(GroupOffice office) =>
        [.. (await office.ViewAsync()).Members.Select(m => m.Substitute is { } substitute ? $"{m.State} {substitute.Name} {substitute.State}" : $"{m.State}")];
}
