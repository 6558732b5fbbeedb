using System.Net;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Programme.Public.Published;

namespace Kongress.Tests.Programme.Public;

/// <summary>The programme as everybody reads it.</summary>
public sealed class ProgrammePageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_release_the_programme_says_so_and_nothing_leads_to_it()
    {
        await using var published = await OpenAsync();

        Assert.Contains("Das Programm entsteht gerade.", (await published.Visitor.ReadAsync("/programm", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Das Programm entsteht gerade.", (await published.Visitor.ReadAsync("/mitwirkende", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await published.Visitor.ReadAsync("/", Ct)).QuerySelector("a[href='/programm']"));
        foreach (var path in new[] { "/programm/ABC234", "/mitwirkende/ABC234", "/mitwirkende/ABC234/portraet", "/raeume/ABC234", "/programm/programm.pdf" }) await published.Visitor.ReadAsync(path, Ct, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_shows_days_times_rooms_people_and_what_falls_out()
    {
        await using var published = await OpenAsync(
            Slot("Eröffnung <b>& Grußwort</b>", At(11), Stage) with { People = [On(Ayse, ParticipationRole.Moderator), On(null, ParticipationRole.Panellist), On(null, ParticipationRole.Panellist)] },
            Slot("Mittagspause", At(12)) with { Kind = SessionKind.Break },
            Slot("Ausfall", At(13), Forum) with { IsCancelled = true, Language = "en", TrackId = Theme.Id, Audience = Audience.Experts },
            Slot("Zweiter Tag", At(9, day: 1), Forum));
        var page = await published.Visitor.ReadAsync("/programm", Ct);

        Assert.Equal(["Sa., 27. März 2027", "So., 28. März 2027"], page.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(["Eröffnung <b>& Grußwort</b>", "Mittagspause", "Ausfall", "Zweiter Tag"], await published.TitlesAsync("/programm"));
        Assert.Equal("3 Programmpunkte", page.QuerySelector("main [role=status]")!.TextContent);
        var items = page.QuerySelectorAll(".item");
        Assert.Equal("Eröffnung <b>& Grußwort</b>, 11:00–12:00 Uhr, Hauptbühne, Deutsch", items[0].QuerySelector("a")!.TextContent);
        Assert.Equal("Moderation: Dr. Ayşe Şahin · Podium: wird bekannt gegeben", items[0].QuerySelector(".item__people")!.TextContent);
        Assert.Null(items[1].QuerySelector("a"));
        Assert.Equal("Fällt aus", items[2].QuerySelector(".kern-badge")!.TextContent.Trim());
        Assert.Equal("Ausfall, Fällt aus, 13:00–14:00 Uhr, Forum A, Englisch", items[2].QuerySelector("a")!.TextContent);
        Assert.Equal("en", items[2].QuerySelector("a > span")!.GetAttribute("lang"));
        Assert.Equal("/programm", page.QuerySelector("header nav a[aria-current]")!.GetAttribute("href"));
        Assert.NotNull((await published.Visitor.ReadAsync("/", Ct)).QuerySelector("main a[href='/programm']"));
    }

    [Theory]
    [InlineData("tag=2027-03-28", "D")]
    [InlineData("suche=sahin", "A")]
    [InlineData("suche=köln+register", "A")]
    [InlineData("suche=verfahren", "B")]
    [InlineData("suche=letztes", "B")]
    [InlineData("suche=%21%3F", "")]
    [InlineData("suche=gibtesnicht", "")]
    [InlineData("thema=TRACK", "B")]
    [InlineData("format=Workshop", "C")]
    [InlineData("format=3", "A B C D")]
    [InlineData("raum=FORUM", "C D")]
    [InlineData("niveau=Experts", "C")]
    [InlineData("sprache=en", "B")]
    [InlineData("raum=FORUM&tag=2027-03-27", "C")]
    [InlineData("thema=x&raum=y&tag=z&niveau=1&ansicht=w", "A B C D")]
    public async Task Filters_in_the_address_choose(string query, string expected)
    {
        await using var published = await OpenAsync(
            Slot("A", At(11), Stage) with { Subtitle = "Register", People = [On(Ayse)] },
            Slot("B", At(12), Stage) with { TrackId = Theme.Id, Language = "en", Abstract = string.Join(' ', Enumerable.Range(1, 600).Select(i => $"Verfahren{i}")) + " Letztes" },
            Slot("Pause", At(13)) with { Kind = SessionKind.Break },
            Slot("C", At(14), Forum) with { Kind = SessionKind.Workshop, Audience = Audience.Experts },
            Slot("D", At(10, day: 1), Forum));

        var address = "/programm?" + query.Replace("TRACK", Theme.Id.ToString(), StringComparison.Ordinal).Replace("FORUM", Forum.Code, StringComparison.Ordinal);
        var page = await published.Visitor.ReadAsync(address, Ct);

        Assert.Equal(expected, string.Join(' ', (await published.TitlesAsync(address)).Where(t => t != "Pause")));
        if (expected.Length == 0) Assert.Contains("Dazu gibt es keinen Programmpunkt.", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        else Assert.Equal(expected.Split(' ').Length is 4 ? "4 Programmpunkte" : $"{expected.Split(' ').Length} von 4 Programmpunkten", page.QuerySelector("main [role=status]")!.TextContent);
        // Changing the day keeps the choice, and the form the day.
        if (query.StartsWith("suche=sahin", StringComparison.Ordinal)) Assert.NotNull(page.QuerySelector(".tabs a[href='/programm?tag=2027-03-28&suche=sahin']"));
        if (query.StartsWith("tag=", StringComparison.Ordinal)) Assert.Equal("2027-03-28", page.QuerySelector("input[name=tag]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_table_names_room_and_time_of_each_session_in_its_headers()
    {
        await using var published = await OpenAsync(
            Slot("Lang", At(11), Stage, 120), Slot("Kurz", At(11), Forum, 30) with { IsCancelled = true }, Slot("Danach", At(11, 30), Forum, 30), Slot("Pause", At(13)) with { Kind = SessionKind.Break });

        var page = await published.Visitor.ReadAsync("/programm?ansicht=tabelle", Ct);

        var table = page.QuerySelector("main table")!;
        Assert.Equal(["Zeit", "Hauptbühne", "Forum A"], table.QuerySelectorAll("thead th[scope=col]").Select(h => h.TextContent.Trim()));
        Assert.Equal(["11:00", "11:30", "13:00"], table.QuerySelectorAll("tbody th[scope=row]").Select(h => h.TextContent));
        Assert.Equal("2", table.QuerySelector("tbody td")!.GetAttribute("rowspan"));
        Assert.Equal("2", table.QuerySelectorAll("tbody tr")[^1].QuerySelector("td")!.GetAttribute("colspan"));
        Assert.Equal("Kurz, Fällt aus, 11:00–11:30 Uhr, Forum A, Deutsch", table.QuerySelectorAll("a.timetable__title")[1].TextContent);
    }

    [Fact]
    public async Task During_the_congress_the_page_begins_with_now_and_next()
    {
        await using var published = await OpenAsync(Slot("Vorbei", At(10), Stage), Slot("Läuft", At(11), Stage), Slot("Fällt weg", At(11), Forum) with { IsCancelled = true }, Slot("Gleich", At(12, 30), Stage), Slot("Später", At(14), Stage), Slot("Morgen", At(10, day: 1), Stage));
        Assert.Null((await published.Visitor.ReadAsync("/programm", Ct)).QuerySelector(".now"));
        await using var during = Desk.Open(published.Office.Database, At(11, 59), Guid.Empty);
        await using var between = Desk.Open(published.Office.Database, At(12), Guid.Empty);
        await using var evening = Desk.Open(published.Office.Database, At(23), Guid.Empty);

        Assert.Equal("Jetzt: Läuft; Gleich, um 12:30 Uhr: Gleich", await NowAsync(during));
        Assert.Equal("Gleich, um 12:30 Uhr: Gleich", await NowAsync(between));
        Assert.Null((await evening.ReadAsync("/programm", Ct)).QuerySelector(".now"));
    }

    [Fact]
    public async Task Everything_is_said_in_English_too()
    {
        await using var published = await OpenAsync(Slot("Eröffnung", At(11), Stage) with { IsCancelled = true });
        published.Visitor.Browser.DefaultRequestHeaders.Add("Accept-Language", "en");

        var text = (await published.Visitor.ReadAsync("/programm", Ct)).QuerySelector("main")!;

        Assert.Equal("Eröffnung, Cancelled, 11:00–12:00, Hauptbühne, German", text.QuerySelector(".item__title a")!.TextContent);
        Assert.Equal("de", text.QuerySelector(".item__title a > span")!.GetAttribute("lang"));
    }

    private static async Task<string> NowAsync(Desk visitor)
    {
        var parts = (await visitor.ReadAsync("/programm", Ct)).QuerySelectorAll(".now h2");
        return string.Join("; ", parts.Select(h => $"{h.TextContent}: {string.Join(", ", h.NextElementSibling!.QuerySelectorAll(".item__title a > span:first-child").Select(t => t.TextContent))}"));
    }
}
