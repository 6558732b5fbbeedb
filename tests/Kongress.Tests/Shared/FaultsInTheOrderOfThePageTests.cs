using AngleSharp.Html.Dom;
using Kongress.Accounts;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Shared;

/// <summary>The summary above a form goes through the page from top to bottom, whatever order the model has.</summary>
public sealed class FaultsInTheOrderOfThePageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_registration_asks_for_the_level_before_the_organisation_and_lists_it_so()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7());

        using var answer = await desk.SendAsync("/anmeldung", new Dictionary<string, string>(), Ct);
        var page = await Desk.ParseAsync(answer, Ct);

        Assert.Equal(["Input_Email", "Input_Person_GivenName", "Input_Person_FamilyName", "Input_Person_Level", "Input_Person_Organisation"], Faults(page));
        Assert.Equal(OnThePage(page), Faults(page));
    }

    [Fact]
    public async Task A_group_of_several_lists_the_file_before_the_rows_and_the_rows_from_left_to_right()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7());

        using var answer = await desk.SendAsync("/anmeldung/gruppe", new Dictionary<string, string> { ["Input.Rows[1].FamilyName"] = "Şahin", ["Input.Rows[0].Email"] = "ayse" }, Ct);
        var page = await Desk.ParseAsync(answer, Ct);

        Assert.Contains("Input_Rows_0__Email", Faults(page));
        Assert.Contains("Input_Rows_1__GivenName", Faults(page));
        Assert.Equal(OnThePage(page), Faults(page));
    }

    [Theory]
    [InlineData("/organisation/kongress/allgemeines", "Input.HostLand", "Input.Name", "Input.Number")]
    [InlineData("/organisation/kongress/anmeldung", "Input.OfferHours", "Input.ClosesAt", "Input.HoldHours")]
    [InlineData("/organisation/kongress/aufbewahrung", "Input.Registrations", "Input.Ended", "Input.Health", "Input.Unconfirmed")]
    public async Task The_settings_of_the_congress_list_theirs_from_top_to_bottom(string path, params string[] emptied)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        using var answer = await desk.SendAsync(path, emptied.ToDictionary(name => name, _ => ""), Ct);
        var page = await Desk.ParseAsync(answer, Ct);

        Assert.Equal(emptied.Length, Faults(page).Length);
        Assert.Equal(OnThePage(page), Faults(page));
    }

    private static string[] Faults(IHtmlDocument page) => [.. page.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")![1..])];

    /// <summary>The same fields as the document has them.</summary>
    private static string[] OnThePage(IHtmlDocument page)
    {
        var faults = Faults(page);
        return [.. page.QuerySelectorAll("main [id]").Select(e => e.Id!).Where(faults.Contains)];
    }
}
