using System.Net;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>What organisers read about a draw after its publication.</summary>
public sealed class PublishedDrawPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_numbers_by_rank_level_and_workshop()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var draw = await drawn.PublishAsync();
        await using var desk = drawn.Desk();
        var page = await desk.ReadAsync(Of(draw), Ct);

        Assert.StartsWith("Auslosung 1, veröffentlicht am Mi., 2. Dezember 2026", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1. Wunsch 2", "2. Wunsch 0", "3. Wunsch 0", "ohne Platz 2", "vergebene Plätze 3"], page.QuerySelectorAll(".tile").Select(t => $"{t.QuerySelector("dt")!.TextContent} {t.QuerySelector("dd")!.TextContent}"));
        Assert.Equal(
            [
                "Bund 1 1 0 0 0 0", "Land 1 0 0 0 0 1", "Kommune 2 1 0 0 0 1", "Wissenschaft und Forschung 1 0 0 0 1 0",
                "Wie KI Anträge liest 2 3 1 1 0", "Barrierefreie Formulare 2 2 5 2 3", "Hinter den Kulissen 0 1 5 0 5", "Offene Werkstatt 0 2 4 0 4",
            ],
            page.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.Children.Select(c => (c.QuerySelector("a") ?? c).TextContent.Trim()))));
        Assert.Contains("blieben frei", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("der in Erfüllung ging", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Vorschau", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_people_with_search_and_filter()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var people = Of(await drawn.PublishAsync(), "/personen");
        await using var desk = drawn.Desk();

        Assert.Equal(
            ["Thị Hương Nguyễn: kein Platz", "Ólafur O’Brien: von Hand", "Ayşe Şahin-Müller: 1. Wunsch", "Jürgen Weiß: 1. Wunsch", "Wilhelm-Friedrich zu Löwenstein: kein Platz"],
            await RowsAsync(desk, people));
        Assert.Equal(["Thị Hương Nguyễn: kein Platz", "Wilhelm-Friedrich zu Löwenstein: kein Platz"], await RowsAsync(desk, people + "?ergebnis=ohne"));
        Assert.Equal(["Ólafur O’Brien: von Hand", "Jürgen Weiß: 1. Wunsch", "Wilhelm-Friedrich zu Löwenstein: kein Platz"], await RowsAsync(desk, people + "?ergebnis=hand"));
        Assert.Equal(["Ayşe Şahin-Müller: 1. Wunsch"], await RowsAsync(desk, people + "?suche=sahin"));
        Assert.Contains("Niemand gefunden.", await TextAsync(desk, people + "?suche=weiss&ergebnis=ohne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_one_person_got_what_they_got()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var draw = await drawn.PublishAsync();
        await using var desk = drawn.Desk();

        var ayse = await TextAsync(desk, Of(draw, $"/person/{drawn.Ayse.Id}"));
        Assert.Contains($"bekam den 1. Wunsch: Barrierefreie Formulare. Los {Draw.Lot(7, drawn.Ayse.Id)} von 4096; bei Gleichstand gewann das höhere.", ayse, StringComparison.Ordinal);
        Assert.Equal(
            ["Barrierefreie Formulare | 1. | Bekam den Platz", "Wie KI Anträge liest | 2. | Überschnitt sich mit „Barrierefreie Formulare“", "Offene Werkstatt | 3. | Hatte so viele Workshops wie erlaubt"],
            await WishesAsync(desk, Of(draw, $"/person/{drawn.Ayse.Id}")));
        Assert.Equal(["Barrierefreie Formulare | 1. | Von Hand ausgeschlossen Grund: Leitet zur selben Zeit ein Gespräch", "Offene Werkstatt | 2. | Hatte dort schon einen Platz"], await WishesAsync(desk, Of(draw, $"/person/{drawn.Wilhelm.Id}")));
        Assert.Equal(["Wie KI Anträge liest | 1. | Kein Platz war frei", "Hinter den Kulissen | 2. | War nicht für diese Person vorgesehen"], await WishesAsync(desk, Of(draw, $"/person/{drawn.Huong.Id}")));
        Assert.Equal(["Barrierefreie Formulare | – | Von Hand vergeben Grund: Begleitet die Forschung"], await WishesAsync(desk, Of(draw, $"/person/{drawn.Olafur.Id}")));
        // The page from which a seat is given by hand tells it too, and says nothing that is not so.
        var now = await TextAsync(desk, $"{DrawnOffice.Pages}/person/{drawn.Ayse.Id}");
        Assert.Contains("Auslosung 1, veröffentlicht am", now, StringComparison.Ordinal);
        Assert.Contains("1. Wunsch: Barrierefreie Formulare", now, StringComparison.Ordinal);
        Assert.DoesNotContain("keine Wünsche genannt", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_published_draw_can_be_opened_and_a_newer_preview_is_another_thing()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        await drawn.Office.LimitAsync(2);
        var first = await drawn.PublishAsync(1);
        await drawn.LaterAsync("Register verknüpfen", drawn.Huong);
        var second = await drawn.PublishAsync(2);
        await using var desk = drawn.Desk();
        Assert.Equal(["Auslosung 2", "Auslosung 1"], await DrawsAsync(desk, DrawnOffice.Pages));
        var nothing = await TextAsync(desk, DrawnOffice.Pages + "/personen");
        Assert.Contains("Zurzeit ist nichts zu verteilen.", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("Vorschau", nothing, StringComparison.Ordinal);

        await drawn.LaterAsync("Haushalt lesen", drawn.Juergen);
        await drawn.Office.DrawAsync(3);
        Assert.Equal(["Auslosung 2", "Auslosung 1"], await DrawsAsync(desk, DrawnOffice.Pages));
        Assert.Contains("Vorschau: Auslosung 3", await TextAsync(desk, DrawnOffice.Pages), StringComparison.Ordinal);
        Assert.Equal(["Jürgen Weiß: 1. Wunsch"], await RowsAsync(desk, DrawnOffice.Pages + "/personen"));
        Assert.Equal(["Thị Hương Nguyễn: 1. Wunsch"], await RowsAsync(desk, Of(second, "/personen")));
        Assert.Equal(5, (await RowsAsync(desk, Of(first, "/personen"))).Count);
        var huong = await TextAsync(desk, $"{DrawnOffice.Pages}/person/{drawn.Huong.Id}");
        Assert.Contains("In der Vorschau kommt diese Person nicht vor", huong, StringComparison.Ordinal);
        Assert.Equal(["Auslosung 2", "Auslosung 1"], await DrawsAsync(desk, $"{DrawnOffice.Pages}/person/{drawn.Huong.Id}"));
    }

    [Fact]
    public async Task Whoever_has_cancelled_since_stays_in_the_numbers_and_their_row_says_so_without_a_dead_link()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var draw = await drawn.PublishAsync();
        await drawn.Office.CancelRegistrationAsync(drawn.Ayse);
        await using var desk = drawn.Desk();

        var list = await desk.ReadAsync(Of(draw, "/personen"), Ct);
        Assert.Equal(["Ayşe Şahin-Müller"], list.QuerySelectorAll("main tbody tr").Where(r => r.TextContent.Contains("Inzwischen nicht mehr angemeldet: Storniert", StringComparison.Ordinal)).Select(r => r.QuerySelector("a")!.TextContent));
        Assert.Contains("5 Personen nahmen teil", await TextAsync(desk, Of(draw)), StringComparison.Ordinal);
        foreach (var page in new[] { Of(draw), Of(draw, "/personen"), Of(draw, $"/person/{drawn.Ayse.Id}") })
        {
            foreach (var link in (await desk.ReadAsync(page, Ct)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(href => href.StartsWith('/')).Distinct()) await desk.ReadAsync(link, Ct);
        }

        Assert.Contains("Inzwischen nicht mehr angemeldet: Storniert", await TextAsync(desk, Of(draw, $"/person/{drawn.Ayse.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_erased_is_said_to_be_erased()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var draw = await drawn.PublishAsync();
        await using var desk = drawn.Desk();
        await using (var db = drawn.Office.Office.Database.Open()) await db.Set<Registration>().Where(r => r.Id == drawn.Huong.Id).ExecuteDeleteAsync(Ct);
        Assert.Contains("Die Angaben von 1 weiteren Person sind gelöscht; in den Zahlen ist sie enthalten.", await TextAsync(desk, Of(draw, "/personen")), StringComparison.Ordinal);
        await desk.ReadAsync(Of(draw, $"/person/{drawn.Huong.Id}"), Ct, HttpStatusCode.NotFound);

        await drawn.Office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(all => all.OfType<AllotmentRecords>().Single().EraseDueAsync(drawn.Office.Conference.EndsAt.AddDays(30), Ct));
        Assert.Equal(["Auslosung 1"], await DrawsAsync(desk, DrawnOffice.Pages));
        Assert.Contains("Was diese Auslosung ergab, ist nicht mehr gespeichert.", await TextAsync(desk, Of(draw)), StringComparison.Ordinal);
        Assert.Contains("Diese Angaben sind nicht mehr gespeichert.", await TextAsync(desk, Of(draw, "/personen")), StringComparison.Ordinal);
        await desk.ReadAsync(Of(draw, $"/person/{drawn.Ayse.Id}"), Ct, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_preview_a_draw_of_another_edition_and_somebody_who_took_no_part_are_not_found()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var preview = await drawn.Office.DrawAsync(1);
        var draw = await drawn.PublishAsync();
        var stranger = await drawn.PersonAsync("Zoë", "Ångström", "Kreis Mettmann", AdministrativeLevel.Kommune);
        await using (var desk = drawn.Desk())
        {
            foreach (var path in new[] { Of(preview), Of(preview, "/personen"), Of(preview, $"/person/{drawn.Ayse.Id}"), Of(draw, $"/person/{stranger.Id}"), Of(Guid.CreateVersion7()) }) await desk.ReadAsync(path, Ct, HttpStatusCode.NotFound);
        }

        // The next edition is the current one now.
        await using (var db = drawn.Office.Office.Database.Open()) await db.Set<Conference>().ExecuteUpdateAsync(set => set.SetProperty(c => c.IsCurrent, false), Ct);
        await drawn.Office.Office.ConferenceAsync(800, Ct, c => (c.Number, c.Name) = (16, "16. IT-Planungskongress"));
        await using (var desk = drawn.Desk())
        {
            Assert.Empty(await DrawsAsync(desk, DrawnOffice.Pages));
            foreach (var path in new[] { Of(draw), Of(draw, "/personen"), Of(draw, $"/person/{drawn.Ayse.Id}") }) await desk.ReadAsync(path, Ct, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_pages_ask_as_often_for_five_people_as_for_thirty()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        var small = await drawn.PublishAsync();
        var many = await drawn.Office.PeopleAsync(30);
        await drawn.LaterAsync("Register verknüpfen", [.. many]);
        var large = await drawn.PublishAsync();
        await using var desk = drawn.Desk();
        using var counter = new CommandCounter(drawn.Office.Office.Database);
        async Task<int> AskedAsync(string path)
        {
            await desk.ReadAsync(path, Ct);
            counter.Take();
            await desk.ReadAsync(path, Ct);
            return counter.Take();
        }

        foreach (var rest in new[] { "", "/personen", "/personen?suche=a" }) Assert.Equal((rest, await AskedAsync(Of(small, rest))), (rest, await AskedAsync(Of(large, rest))));
    }

    private static string Of(Guid draw, string rest = "") => $"{DrawnOffice.Pages}/auslosung/{draw}{rest}";

    private static async Task<string> TextAsync(Desk desk, string path) => (await desk.ReadAsync(path, Ct)).QuerySelector("main")!.TextContent;

    private static async Task<List<string>> RowsAsync(Desk desk, string path) =>
        [.. (await desk.ReadAsync(path, Ct)).QuerySelectorAll("main tbody tr").Select(r => $"{r.QuerySelector("th a")!.TextContent}: {r.QuerySelector(".kern-badge")!.TextContent.Trim()}")];

    private static async Task<List<string>> WishesAsync(Desk desk, string path) =>
        [.. (await desk.ReadAsync(path, Ct)).QuerySelectorAll("main tbody tr").Select(r => string.Join(" | ", r.Children.Select((c, i) => i == 0 ? c.FirstChild!.TextContent : string.Join(' ', c.Children.Select(x => x.TextContent.Trim()).DefaultIfEmpty(c.TextContent)))))];

    // The links to published draws, in their order.
    private static async Task<List<string>> DrawsAsync(Desk desk, string path) =>
        [.. (await desk.ReadAsync(path, Ct)).QuerySelectorAll("main li a").Where(a => a.GetAttribute("href")!.Contains("/auslosung/", StringComparison.Ordinal)).Select(a => a.TextContent.Split(',')[0])];
}
