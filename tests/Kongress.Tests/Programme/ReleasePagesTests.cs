using System.Net;
using AngleSharp.Html.Dom;
using Kongress.Accounts;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Tests.Hosting;
using Kongress.Tests.Security;

namespace Kongress.Tests.Programme;

/// <summary>The programme team looks at what a release would do, and then lets it out.</summary>
public sealed class ReleasePagesTests
{
    private const string Releases = "/organisation/programm/fassungen";
    private const string Preview = Releases + "/vorschau";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_preview_says_what_changes_who_is_told_and_whom_to_call_and_then_it_goes_out()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var moved = (await office.PlaceAsync(await office.SessionAsync("Wandert", email: "zeit@stadt.example"), office.At(11))).Slot!;
        var roomed = (await office.PlaceAsync(await office.SessionAsync("Zieht um"), office.At(13))).Slot!;
        await office.ReleaseAsync("Fassung 1");
        await office.MoveAsync(moved, office.At(11, 30));
        await office.MoveAsync(roomed, office.At(13), room: 1);
        await using var desk = Open(office);

        var text = Words(await desk.ReadAsync(Preview, Ct));
        foreach (var expected in new[]
        {
            "1 × Neue Zeit, 1 × Neuer Raum, Zeit bleibt", "Sa., 27. März 2027, 11:30–12:30 Uhr bisher: Sa., 27. März 2027, 11:00–12:00 Uhr", "Forum A bisher: Hauptbühne",
            "Bitte anrufen Ayşe Zieht um: Neuer Raum, Zeit bleibt: „Zieht um“", "Ayşe Wandert (zeit@stadt.example): Neue Zeit: „Wandert“", "Eine E-Mail bekommen (1)",
        }) Assert.Contains(expected, text, StringComparison.Ordinal);
        using var sent = await desk.SendAsync(Preview, new Dictionary<string, string> { ["Input.Note"] = "Neue Zeiten" }, Ct);
        var after = await desk.ReadAsync(sent.Headers.Location!.ToString(), Ct);

        Assert.Contains("Bitte rufen Sie an: Ayşe Zieht um.", Words(after), StringComparison.Ordinal);
        Assert.Equal(("Fassung 2", "Neue Zeiten"), (await office.Office.AllAsync<Release>(Ct)).Where(r => r.Number == 2).Select(r => (r.Name, r.Note)).Single());
        Assert.Equal(2, (await office.MailsAsync("Programme.Changes")).Count);
        Assert.Contains("Kein Unterschied von „Fassung 2“ zu dem Entwurf", Words(after), StringComparison.Ordinal);
        Assert.Contains("Fassung 2", Words(await desk.ReadAsync(Releases, Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_an_older_draft_is_refused_with_what_happened_and_what_was_typed_stays()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("Auftakt"), office.At(11))).Slot!;
        await using var desk = Open(office);
        var form = await Form.OfAsync(desk.Browser, Preview, Ct);
        office.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.MoveAsync(slot, office.At(15));

        using var refused = await PostAsync(desk, form.With("Input.Name", "Meine Fassung"));
        var page = await Desk.ParseAsync(refused, Ct);
        Assert.Empty(await office.Office.AllAsync<Release>(Ct));
        Assert.Contains("Inzwischen hat sich etwas geändert", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Auf der Tafel verschoben, „Auftakt“", Words(page), StringComparison.Ordinal);
        Assert.Contains("15:00–16:00", Words(page), StringComparison.Ordinal);
        Assert.Equal("Meine Fassung", Value(page, "Input_Name"));

        using var sent = await PostAsync(desk, form.With("Input.Name", "Meine Fassung").Where(v => v.Key != "Input.Revision").Append(new("Input.Revision", Value(page, "Input_Revision"))));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(office.At(15), (await office.Office.AllAsync<Release>(Ct)).Single().Snapshot.Slots[0].StartsAt);
    }

    [Fact]
    public async Task A_refused_name_costs_nothing_but_another_press()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("Auftakt"), office.At(11))).Slot!;
        await office.ReleaseAsync("Fassung 1");
        await office.MoveAsync(slot, office.At(12));
        await using var desk = Open(office);

        using var taken = await desk.SendAsync(Preview, new Dictionary<string, string> { ["Input.Name"] = "fassung 1", ["Input.Note"] = "Später" }, Ct);
        var page = await Desk.ParseAsync(taken, Ct);
        Assert.Contains("So heißt schon eine andere Fassung", page.QuerySelector("#Input_Name-error")!.TextContent, StringComparison.Ordinal);
        using var sent = await PostAsync(desk, Fields(page).Where(v => v.Key != "Input.Name").Append(new("Input.Name", "Zweite")));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(("Zweite", "Später"), (await office.Office.AllAsync<Release>(Ct)).Where(r => r.Number == 2).Select(r => (r.Name, r.Note)).Single());
    }

    [Fact]
    public async Task Errors_stop_it_until_a_reason_is_given()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11));
        await office.PlaceAsync(await office.SessionAsync("zwei"), office.At(11, 30));
        await using var desk = Open(office);

        Assert.Contains("Im Raum Hauptbühne ist gleichzeitig „zwei“", Words(await desk.ReadAsync(Preview, Ct)), StringComparison.Ordinal);
        using var refused = await desk.SendAsync(Preview, new Dictionary<string, string>(), Ct);
        Assert.Contains("Es gibt noch Fehler", (await Desk.ParseAsync(refused, Ct)).QuerySelector("#Input_OverrideReason-error")!.TextContent, StringComparison.Ordinal);
        using var sent = await desk.SendAsync(Preview, new Dictionary<string, string> { ["Input.OverrideReason"] = "Der Saal ist geteilt." }, Ct);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Trotz Fehlern: Der Saal ist geteilt.", Words(await desk.ReadAsync(Releases, Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_waits_for_its_time_lets_no_other_overtake_it_and_can_be_withdrawn()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("Auftakt", email: "ayse@stadt.example"), office.At(11))).Slot!;
        await using var desk = Open(office);
        using var past = await desk.SendAsync(Preview, Later("2026-11-01T10:00"), Ct);
        Assert.Contains("zwischen jetzt und dem Ende", (await Desk.ParseAsync(past, Ct)).QuerySelector("#Input_PublishAt-error")!.TextContent, StringComparison.Ordinal);
        // The clock at the venue skips this hour.
        using var skipped = await desk.SendAsync(Preview, Later("2027-03-28T02:30"), Ct);
        Assert.Contains("vorgestellt", (await Desk.ParseAsync(skipped, Ct)).QuerySelector("#Input_PublishAt-error")!.TextContent, StringComparison.Ordinal);

        using var planned = await desk.SendAsync(Preview, Later("2026-12-01T10:00"), Ct);
        var page = planned.Headers.Location!.ToString();
        Assert.Contains("Wartet auf ihre Zeit", Words(await desk.ReadAsync(page, Ct)), StringComparison.Ordinal);
        Assert.Empty(await office.MailsAsync("Programme.Changes"));
        await office.MoveAsync(slot, office.At(12));
        using var overtaking = await desk.SendAsync(Preview, new Dictionary<string, string>(), Ct);
        Assert.Contains("wartet noch auf eine spätere Zeit", (await Desk.ParseAsync(overtaking, Ct)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);

        using var withdrawn = await desk.SendAsync(page + "/zuruecknehmen", new Dictionary<string, string>(), Ct);
        Assert.Equal(Releases, withdrawn.Headers.Location!.ToString());
        Assert.Empty(await office.Office.AllAsync<Release>(Ct));
        await desk.ReadAsync(page, Ct, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_old_release_is_compared_with_any_other_and_published_anew()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("Auftakt", email: "ayse@stadt.example"), office.At(11))).Slot!;
        await office.ReleaseAsync("Erste");
        await office.MoveAsync(slot, office.At(14));
        await office.ReleaseAsync("Zweite");
        var all = (await office.Office.AllAsync<Release>(Ct)).ToDictionary(r => r.Name, r => r.Id);
        await using var desk = Open(office);

        var both = Words(await desk.ReadAsync($"{Releases}/{all["Zweite"]}?mit={all["Erste"]}", Ct));
        Assert.Contains("1 Unterschied von „Erste“ zu „Zweite“", both, StringComparison.Ordinal);
        Assert.Contains("14:00–15:00 Uhr bisher: Sa., 27. März 2027, 11:00–12:00 Uhr", both, StringComparison.Ordinal);
        Assert.Contains("Kein Unterschied von „Zweite“ zu dem Entwurf", Words(await desk.ReadAsync($"{Releases}/{all["Zweite"]}?mit=gibtsnicht", Ct)), StringComparison.Ordinal);

        var back = $"{Releases}/{all["Erste"]}/zurueckholen";
        var stale = await Form.OfAsync(desk.Browser, back, Ct);
        Assert.Contains("ayse@stadt.example", Words(await desk.ReadAsync(back, Ct)), StringComparison.Ordinal);
        using var sent = await desk.SendAsync(back, new Dictionary<string, string> { ["Input.Name"] = "Dritte" }, Ct);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var again = await PostAsync(desk, stale.With("Input.Name", "Vierte"), back);
        Assert.Contains("Inzwischen hat sich etwas geändert", (await Desk.ParseAsync(again, Ct)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(["Erste", "Zweite", "Dritte"], (await office.Office.AllAsync<Release>(Ct)).OrderBy(r => r.Number).Select(r => r.Name));
        Assert.Equal(office.At(11), (await office.Office.AllAsync<Release>(Ct)).Single(r => r.Number == 3).Snapshot.Slots[0].StartsAt);
        Assert.Equal(office.At(14), (await office.Office.AllAsync<Slot>(Ct)).Single().StartsAt);
    }

    [Fact]
    public async Task The_scope_is_a_day_a_track_or_everything_and_anything_else_is_chosen_anew()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("Erster Tag"), office.At(11));
        await using var desk = Open(office);

        var second = Words(await desk.ReadAsync($"{Preview}?umfang={office.Conference.LastDay:yyyy-MM-dd}", Ct));
        Assert.Contains("Am Programm ändert sich nichts.", second, StringComparison.Ordinal);
        Assert.Equal(3, (await desk.ReadAsync(Releases + "/neu", Ct)).QuerySelectorAll("#umfang option").Length);
        foreach (var wrong in new[] { "2031-01-01", Guid.CreateVersion7().ToString(), "<script>" })
        {
            using var answer = await desk.Browser.GetAsync($"{Preview}?umfang={Uri.EscapeDataString(wrong)}", Ct);
            Assert.Equal((wrong, Releases + "/neu"), (wrong, answer.Headers.Location?.ToString()));
        }
    }

    private static Desk Open(ProgrammeOffice office) => Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), ProgrammeOffice.Olga, Roles.Programme);

    private static Dictionary<string, string> Later(string at) => new() { ["Input.When"] = "Later", ["Input.PublishAt"] = at };

    private static string Words(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Value(IHtmlDocument page, string id) => ((IHtmlInputElement)page.QuerySelector("#" + id)!).Value;

    private static List<KeyValuePair<string, string>> Fields(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main form[method=post] input, main form[method=post] textarea").Where(e => e is not IHtmlInputElement { Type: "radio", IsChecked: false })
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)e).Value))];

    private static async Task<HttpResponseMessage> PostAsync(Desk desk, IEnumerable<KeyValuePair<string, string>> fields, string path = Preview)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await desk.Browser.PostAsync(path, content, Ct);
    }
}
