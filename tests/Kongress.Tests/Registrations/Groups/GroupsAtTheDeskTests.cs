using Kongress.Accounts;
using Kongress.Registrations.Groups;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>What organisers see of groups.</summary>
public sealed class GroupsAtTheDeskTests
{
    private const string Page = "/organisation/anmeldungen/gruppen";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Each_group_shows_how_far_its_people_are(string provider)
    {
        await using var office = await OpenAsync(4, provider);
        await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        await office.SubmitAsync(Form(Row(1), Row(2), Row(3), Row(4), Row(5) with { Email = "ayse@bund.de" }));
        await office.AdmitAsync("p1@stadt-koeln.example");
        await office.AdmitAsync("p4@stadt-koeln.example");
        await office.DoAsync("p2@stadt-koeln.example", (desk, secret, id) => desk.RemoveAsync(secret, id, Ct));
        office.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SubmitAsync(Form(Row(9) with { Email = "p9@bund.de" }) with { ContactEmail = "zweite@bund.de" });

        var rows = await office.Office.UseAsync<GroupList, IReadOnlyList<GroupRow>>(list => list.AllAsync(office.Conference.Id, Ct));

        Assert.Equal(["zweite@bund.de: 1 people, 0 confirmed, 1 open, 0 waiting, 0 ended, 0 known", $"{Contact}: 5 people, 1 confirmed, 1 open, 1 waiting, 1 ended, 1 known"],
            rows.Select(r => $"{r.Group.ContactEmail}: {r.People} people, {r.Confirmed} confirmed, {r.Open} open, {r.Waiting} waiting, {r.Ended} ended, {r.Known} known"));
    }

    [Fact]
    public async Task The_list_of_groups_asks_as_often_for_1_group_as_for_40()
    {
        await using var office = await OpenAsync(100);
        using var counter = new CommandCounter(office.Office.Database);
        async Task<int> CountAsync()
        {
            counter.Take();
            await office.Office.UseAsync<GroupList, IReadOnlyList<GroupRow>>(list => list.AllAsync(office.Conference.Id, Ct));
            return counter.Take();
        }

        await office.SubmitAsync(Form(Row(1)));
        var few = await CountAsync();
        foreach (var i in Enumerable.Range(2, 39)) await office.SubmitAsync(Form(Row(i)) with { ContactEmail = $"s{i}@stadt-koeln.example" });

        Assert.Equal((2, 2), (few, await CountAsync()));
    }

    [Fact]
    public async Task From_the_list_to_the_people_of_one_group_to_one_person_and_who_registered_them()
    {
        await using var office = await OpenAsync(10);
        await using var empty = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), Guid.CreateVersion7(), Roles.Organiser);
        Assert.Contains("Noch hat keine Dienststelle", (await empty.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        await office.SubmitAsync(Form(Row(1), Row(2)));
        await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        await using var desk = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), Guid.CreateVersion7(), Roles.Organiser);

        var people = await desk.ReadAsync((await desk.ReadAsync(Page, Ct)).QuerySelector("main tbody th a")!.GetAttribute("href")!, Ct);
        Assert.Equal(2, people.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal("Stadt Köln, Petra Büro (2)", people.QuerySelector("#gruppe option[selected]")!.TextContent);
        Assert.Null(people.QuerySelector("#kontingent"));
        var person = await desk.ReadAsync(people.QuerySelector("main tbody th a")!.GetAttribute("href")!, Ct);
        Assert.Contains($"Petra Büro, Stadt Köln ({Contact})", person.QuerySelector("main dl.facts")!.TextContent, StringComparison.Ordinal);

        var csv = await desk.Browser.GetStringAsync(people.QuerySelector("a[href*='handler=Csv']")!.GetAttribute("href")!, Ct);
        Assert.Contains("p1@stadt-koeln.example", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("ayse@bund.de", csv, StringComparison.Ordinal);
        var gone = await desk.ReadAsync("/organisation/anmeldungen?gruppe=" + Guid.CreateVersion7(), Ct);
        Assert.Equal("Diese Gruppe gibt es nicht mehr", gone.QuerySelector("#gruppe option[selected]")!.TextContent);
        Assert.Contains("Hierzu gibt es keine Anmeldung.", gone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await desk.ReadAsync("/organisation/anmeldungen?gruppe=unsinn&kontingent=unsinn", Ct)).QuerySelectorAll("main tbody tr").Length);
    }
}
