using System.Net;
using AngleSharp.Dom;
using Kongress.Accounts;
using Kongress.Tests.Hosting;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops.Blocks;

/// <summary>What organisers and attendees read about blocks, and press.</summary>
public sealed class BlockPagesTests
{
    private const string Rules = "/organisation/programm/workshops";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organiser_makes_a_block_changes_it_and_takes_it_away()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.WorkshopAsync("Werkstatt", 5, 14);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        Assert.Equal(HttpStatusCode.Redirect, await SaveAsync($"{Rules}/zeitblock", Values("Samstagnachmittag", "14:00", "18:00", "1", "2")));
        Assert.Equal(["Samstagnachmittag | Sa., 27. März 202714:00 bis 18:00 Uhr | 1 | 2 | 1 | Ändern oder löschen: Samstagnachmittag"], await RowsAsync());
        var id = Assert.Single(Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct)).Blocks).Id;
        Assert.Equal(HttpStatusCode.Redirect, await SaveAsync($"{Rules}/zeitblock/{id}", new() { ["Input.Until"] = "14:30", ["Input.Most"] = "" }));
        Assert.Equal(["Samstagnachmittag | Sa., 27. März 202714:00 bis 14:30 Uhr | 1 | beliebig viele | 1 | Ändern oder löschen: Samstagnachmittag"], await RowsAsync());

        using (var removed = await desk.Browser.PostAsync($"{Rules}/zeitblock/{id}?handler=Remove", await FormAsync($"{Rules}/zeitblock/{id}", "form[action*='handler=Remove']"), Ct)) Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Empty(await RowsAsync());
        var history = (await desk.ReadAsync(Rules, Ct)).QuerySelectorAll("details .history li div").Select(Plain);
        Assert.Equal(
            [
                "Zeitblock gelöscht „Samstagnachmittag“: Tag 1, 14:00–14:30, mindestens 1, beliebig viele",
                "Zeitblock geändert „Samstagnachmittag“: Tag 1, 14:00–18:00, mindestens 1, höchstens 2 → „Samstagnachmittag“: Tag 1, 14:00–14:30, mindestens 1, beliebig viele",
                "Zeitblock angelegt „Samstagnachmittag“: Tag 1, 14:00–18:00, mindestens 1, höchstens 2",
            ],
            history);

        async Task<HttpStatusCode> SaveAsync(string path, Dictionary<string, string> values)
        {
            using var answer = await desk.SendAsync(path, values, Ct);
            return answer.StatusCode;
        }

        async Task<FormUrlEncodedContent> FormAsync(string path, string form) =>
            new((await desk.ReadAsync(path, Ct)).QuerySelector(form)!.QuerySelectorAll("input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));

        async Task<List<string>> RowsAsync() =>
            [.. (await desk.ReadAsync(Rules, Ct)).QuerySelectorAll("table:has(td[data-label='Mindestens']) tbody tr").Select(r => string.Join(" | ", r.Children.Select(Plain)))];
    }

    [Theory]
    [InlineData("", "14:00", "18:00", "0", "", "Input.Name", "Bitte geben Sie dem Zeitblock einen Namen.")]
    [InlineData("Abend", "18:00", "18:00", "0", "", "Input.Until", "Das Ende muss nach dem Anfang liegen.")]
    [InlineData("Abend", "18:00", "20:00", "3", "2", "Input.Most", "Höchstens kann nicht kleiner sein als mindestens.")]
    [InlineData("Abend", "18:00", "20:00", "0", "11", "Input.Most", "Möglich sind 1 bis 10.")]
    [InlineData("Abend", "17:59", "20:00", "0", "", "Input.From", "Zu dieser Zeit gibt es schon den Zeitblock „Nachmittag“ (14:00 bis 18:00 Uhr). Bitte ändern Sie eine der beiden Zeiten.")]
    [InlineData("nachmittag", "18:00", "20:00", "0", "", "Input.Name", "So heißt schon ein anderer Zeitblock. Bitte wählen Sie einen anderen Namen.")]
    public async Task What_cannot_be_is_answered_with_what_is_wrong_and_where(string name, string from, string until, string fewest, string most, string field, string words)
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.BlockAsync("Nachmittag", 14, 18, most: 2);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        using var answer = await desk.SendAsync($"{Rules}/zeitblock", Values(name, from, until, fewest, most), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Desk.ParseAsync(answer, Ct);
        Assert.Contains(words, Plain(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        Assert.Equal(name, page.QuerySelector("[name='Input.Name']")!.GetAttribute("value") ?? "");
        Assert.Single(Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct)).Blocks);
    }

    [Fact]
    public async Task Who_changed_it_meanwhile_is_told_and_an_unknown_block_is_not_found()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.BlockAsync("Nachmittag", 14, 18, most: 2);
        var id = Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct)).Blocks[0].Id;
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        using (var late = await desk.SendAsync($"{Rules}/zeitblock/{id}", new Dictionary<string, string> { ["Input.Version"] = Guid.CreateVersion7().ToString(), ["Input.Most"] = "3" }, Ct))
        {
            Assert.Equal(HttpStatusCode.OK, late.StatusCode);
            Assert.Contains("inzwischen von jemand anderem geändert", await late.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        using var unknown = await desk.Browser.GetAsync($"{Rules}/zeitblock/{Guid.CreateVersion7()}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(2, Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct)).Blocks[0].Most);
    }

    [Fact]
    public async Task An_attendee_reads_what_is_missing_and_what_is_too_much_and_swaps_in_one_step()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var had = await office.WorkshopAsync("Gehabt", 5, 14);
        var wanted = await office.WorkshopAsync("Gewollt", 5, 16);
        await office.WorkshopAsync("Morgens", 5, 9);
        var person = (await office.PeopleAsync(1))[0];
        await office.BlockAsync("Nachmittag", 14, 18, most: 1, fewest: 1);
        await office.BlockAsync("Vormittag", 8, 12, most: null, fewest: 2);
        await office.BlockAsync("Ohne Workshop", 20, 22, most: 1, fewest: 1);
        await using var desk = Desk.Open(office.Office.Database, person.AccountId!.Value, Roles.Attendee);

        // There is only one to choose in the morning.
        Assert.Equal(["Vormittag: 0 Workshops; bitte noch 1 wählen", "Nachmittag: 0 von höchstens 1 Workshop; bitte noch 1 wählen"], await BlocksAsync());
        await office.SignUpAsync(had, person);
        Assert.Equal(["Vormittag: 0 Workshops; bitte noch 1 wählen", "Nachmittag: 1 von höchstens 1 Workshop"], await BlocksAsync());
        var card = (await desk.ReadAsync("/workshops", Ct)).QuerySelectorAll("li.workshop").Single(c => c.QuerySelector("h3")!.TextContent == "Gewollt");
        Assert.Contains("Im Zeitblock „Nachmittag“ ist höchstens 1 Workshop möglich. Dort zählt schon „Gehabt“.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Statt „Gehabt“ hierher tauschen: Gewollt"], card.QuerySelectorAll("button").Select(Plain));

        using (var content = new FormUrlEncodedContent(card.QuerySelectorAll("form input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!))))
        using (var answer = await desk.Browser.PostAsync(card.QuerySelector("form")!.GetAttribute("action"), content, Ct)) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        Assert.Contains("Getauscht: Der neue Platz gehört Ihnen, Ihren Platz in „Gehabt“ haben wir freigegeben.", (await desk.ReadAsync("/workshops", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([null, SignUpStatus.Seated], [await office.StatusAsync(had, person), await office.StatusAsync(wanted, person)]);

        async Task<List<string>> BlocksAsync() => [.. (await desk.ReadAsync("/workshops", Ct)).QuerySelectorAll("main .text li").Select(Plain)];
    }

    [Fact]
    public async Task An_organiser_reads_the_block_of_a_workshop_and_who_is_passed_over_for_it()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var had = await office.WorkshopAsync("Gehabt", 5, 14);
        var full = await office.WorkshopAsync("Voll", 1, 16);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(full, person);
        await office.SignUpAsync(had, people[1]);
        await office.BlockAsync("Nachmittag", 14, 18, most: 1);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        var page = Plain((await desk.ReadAsync($"{Rules}/{full.SessionId}", Ct)).Body!);

        Assert.Contains("„Nachmittag“, höchstens 1 je Person", page, StringComparison.Ordinal);
        Assert.Contains("Wird übersprungen: hat im Zeitblock „Nachmittag“ schon so viele Workshops wie erlaubt.", page, StringComparison.Ordinal);
        Assert.Contains("Alle, die warten, werden zurzeit übersprungen", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Values(string name, string from, string until, string fewest, string most) => new()
    {
        ["Input.Name"] = name,
        ["Input.Day"] = "1",
        ["Input.From"] = from,
        ["Input.Until"] = until,
        ["Input.Fewest"] = fewest,
        ["Input.Most"] = most,
    };

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
