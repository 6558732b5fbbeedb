using System.Net;
using Kongress.Accounts;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Security;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Contingents;

/// <summary>The organiser's pages of places over HTTP.</summary>
public sealed class PlacePagesTests
{
    private static readonly Guid Olaf = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organiser_tries_a_contingent_sees_who_moves_up_and_makes_it()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        var federal = await office.AddAsync(For("Bund", 1, AdministrativeLevel.Bund));
        for (var i = 0; i < 3; i++) await office.RegisterAsync($"b{i}@bund.de", AdministrativeLevel.Bund);
        await using var desk = Desk.Open(office.Office.Database, Olaf, Roles.Organiser);
        var page = $"/organisation/plaetze/kontingent/{federal.Id}";

        var overview = await Desk.ParseAsync(await desk.Browser.GetAsync("/organisation/plaetze", Ct), Ct);
        Assert.Contains("„Bund“: Das Kontingent ist voll (1 von 1). 2 Personen warten", overview.Body!.TextContent, StringComparison.Ordinal);

        using var tried = await Form.SendAsync(desk.Browser, page, "handler=Try", Ct, ("Input.Name", "Bund und Bundesämter"), ("Input.Places", "3"));
        var preview = await Desk.ParseAsync(tried, Ct);
        Assert.Contains("2 Personen von der Warteliste bekommen sofort einen Platz und eine Nachricht: 2 aus „Bund und Bundesämter“.", preview.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bund und Bundesämter", preview.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("Bund", Assert.Single(await office.Office.AllAsync<Contingent>(Ct)).Settings.Name);
        // Saving from here saves: the address of the page that was tried names the other button.
        Assert.Equal(page, preview.QuerySelector("main form.form")!.GetAttribute("action"));

        using var saved = await desk.SendAsync(page, new Dictionary<string, string> { ["Input.Places"] = "3" }, Ct);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(2, (await office.OverviewAsync()).Root.Offered);
    }

    [Fact]
    public async Task The_number_of_places_is_changed_on_one_page_which_says_what_became_of_it()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 2);
        foreach (var name in new[] { "first", "second", "third" }) await office.RegisterAsync($"{name}@bund.de", AdministrativeLevel.Bund);
        await using var desk = Desk.Open(office.Office.Database, Olaf, Roles.Organiser);
        const string Settings = "/organisation/kongress/anmeldung";
        const string Total = "/organisation/plaetze/gesamtzahl";

        var settings = await desk.ReadAsync(Settings, Ct);
        Assert.Contains("Der Kongress hat 2 Plätze. Davon sind 2 vergeben, gehalten oder angeboten; 1 Person wartet.", settings.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(settings.QuerySelector($"main a[href='{Total}']"));

        // A page that was opened before the number left it cannot change it either.
        using var old = await desk.SendAsync(Settings, new Dictionary<string, string> { ["Input.Capacity"] = "9", ["Input.HoldHours"] = "24" }, Ct);
        Assert.Equal((HttpStatusCode.Redirect, 2), (old.StatusCode, (await office.OverviewAsync()).Root.Places));

        Assert.Contains("Gespeichert. Es ist 1 Platz mehr vergeben, als es gibt. Niemand verliert seinen Platz; neue gibt es erst wieder, wenn genug frei werden.", await SavedAsync(1), StringComparison.Ordinal);
        Assert.Contains("Gespeichert. 1 Person von der Warteliste bekommt jetzt einen Platz und eine Nachricht.", await SavedAsync(3), StringComparison.Ordinal);
        Assert.Equal((3, 1), ((await office.OverviewAsync()).Root.Places, (await office.OverviewAsync()).Root.Offered));

        async Task<string> SavedAsync(int places)
        {
            using var answer = await desk.SendAsync(Total, new Dictionary<string, string> { ["Input.Places"] = $"{places}" }, Ct);
            return (await desk.ReadAsync(answer.Headers.Location!.ToString(), Ct)).Body!.TextContent;
        }
    }

    [Fact]
    public async Task What_does_not_add_up_is_said_at_its_field_and_everything_typed_is_still_there()
    {
        await using var office = await OpenAsync(Databases.Sqlite, 10);
        await using var desk = Desk.Open(office.Office.Database, Olaf, Roles.Organiser);

        using var answer = await desk.SendAsync(
            "/organisation/plaetze/kontingent", new Dictionary<string, string> { ["Input.Name"] = "Kommunen", ["Input.Places"] = "11", ["Input.Domains"] = "stadt.example" }, Ct);

        var page = await Desk.ParseAsync(answer, Ct);
        Assert.Contains("zusammen 11 Plätze, es gibt dafür aber nur 10", page.QuerySelector("#Input_Places-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Kommunen", "stadt.example"), (page.QuerySelector("#Input_Name")!.GetAttribute("value"), page.QuerySelector("#Input_Domains")!.TextContent.Trim()));
        Assert.Empty(await office.Office.AllAsync<Contingent>(Ct));
    }
}
