using System.Net;
using System.Text.Json;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme.Formats;
using static Kongress.Tests.Programme.Public.Published;

namespace Kongress.Tests.Programme.Public;

/// <summary>The pages of a session, a person and a room.</summary>
public sealed class SessionPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_tells_all_about_itself_and_what_is_around_it()
    {
        var session = Slot("Register </script><script>alert(1)</script>", At(12), Stage) with
        {
            Kind = SessionKind.Panel,
            TrackId = Theme.Id,
            Abstract = "**Worum** es geht <img src=x onerror=alert(1)> [weg](javascript:alert(1))",
            People = [On(Ayse, ParticipationRole.Moderator), On(null, ParticipationRole.Panellist)],
            Links = ["https://it-planungsrat.example/a", "javascript:alert(1)"],
            StreamUrl = "https://stream.example/1",
            Seats = 20,
        };
        await using var published = await OpenAsync(Slot("Vorher", At(11), Stage), Slot("Anderswo", At(11), Forum), session, Slot("Daneben", At(12, 30), Forum), Slot("Nachher", At(13, 15), Stage), Slot("Am nächsten Tag", At(9, day: 1), Stage));

        var page = await published.Visitor.ReadAsync("/programm/" + session.Code.ToLowerInvariant(), Ct);

        Assert.Equal(session.Title, page.QuerySelector("h1")!.TextContent);
        var main = page.QuerySelector("main")!;
        foreach (var fact in new[] { "Sa., 27. März 2027, 12:00–13:00 Uhr", "Verwaltung & KI", "Deutsch", "für alle", "20, begrenzt", "Beigeordnete, Stadt Köln", "wird bekannt gegeben" }) Assert.Contains(fact, main.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/raeume/{Stage.Code}", main.QuerySelector("dd a")!.GetAttribute("href"));
        Assert.Equal(["Moderation Dr. Ayşe Şahin", "Podium wird bekannt gegeben"], main.QuerySelectorAll(".person").Select(p => $"{p.QuerySelector(".person__role")!.TextContent} {p.QuerySelector(".person__name")!.TextContent}"));
        Assert.Equal("Worum", main.QuerySelector(".text strong")!.TextContent);
        Assert.Equal(["Vorher", "Nachher"], main.QuerySelectorAll(".around a").Select(a => a.TextContent));
        Assert.Equal(["Daneben"], main.QuerySelectorAll(".item__title a > span:first-child").Select(a => a.TextContent));
        Assert.Equal(["https://stream.example/1", "https://it-planungsrat.example/a"], main.QuerySelectorAll(".plain-list a").Select(a => a.GetAttribute("href")));
        Assert.Null(page.QuerySelector("main img, main script, [onerror], a[href^=javascript]"));
    }

    [Fact]
    public async Task Search_engines_read_that_it_is_cancelled_and_no_text_ends_the_block()
    {
        var session = Slot("A </script><!-- \u2028 \uD800 \"'&", At(3, day: 1), Stage) with { IsCancelled = true, Abstract = "**</script>** Text", People = [On(Ayse)] };
        await using var published = await OpenAsync(session);

        var page = await published.Visitor.ReadAsync("/programm/" + session.Code, Ct);
        using var html = await published.Visitor.Browser.GetAsync("/programm/" + session.Code, Ct);
        var block = Assert.Single(page.QuerySelectorAll("script:not([src])"));
        var data = JsonDocument.Parse(block.TextContent).RootElement;

        Assert.Equal("application/ld+json", block.GetAttribute("type"));
        Assert.DoesNotContain('<', block.TextContent);
        Assert.Equal(("Event", "https://schema.org/EventCancelled", "2027-03-28T03:00:00+02:00", "</script> Text"), (data.GetProperty("@type").GetString(), data.GetProperty("eventStatus").GetString(), data.GetProperty("startDate").GetString(), data.GetProperty("description").GetString()));
        Assert.Equal("Dr. Ayşe Şahin", data.GetProperty("performer")[0].GetProperty("name").GetString());
        Assert.StartsWith("A </script><!--", data.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Contains("Dieser Programmpunkt fällt aus.", page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_read_from_when_it_was_moved()
    {
        var session = Slot("Verschoben", At(14), Stage) with { PreviousStart = At(11) };
        await using var published = await OpenAsync(session);

        var data = JsonDocument.Parse((await published.Visitor.ReadAsync("/programm/" + session.Code, Ct)).QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

        Assert.Equal(("https://schema.org/EventRescheduled", "2027-03-27T11:00:00+01:00", "2027-03-27T14:00:00+01:00"), (data.GetProperty("eventStatus").GetString(), data.GetProperty("previousStartDate").GetString(), data.GetProperty("startDate").GetString()));
    }

    [Fact]
    public async Task A_repeated_session_names_all_its_times_and_a_break_has_no_page()
    {
        var first = Slot("Zweimal", At(11), Stage);
        var pause = Slot("Pause", At(12)) with { Kind = SessionKind.Break };
        await using var published = await OpenAsync(first, pause, first with { Id = Guid.CreateVersion7(), StartsAt = At(15), RoomIds = [Forum.Id] });

        var times = (await published.Visitor.ReadAsync("/programm/" + first.Code, Ct)).QuerySelectorAll(".facts dd")[0].QuerySelectorAll("div").Select(d => d.TextContent);

        Assert.Equal(["Sa., 27. März 2027, 11:00–12:00 Uhr, Hauptbühne", "Sa., 27. März 2027, 15:00–16:00 Uhr, Forum A"], times);
        foreach (var code in new[] { pause.Code, "GIBTS0", "..x", "%EF%BF%BF", "%3Cb%3E", new string('x', 2000) }) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(published, "/programm/" + code));
    }

    [Fact]
    public async Task A_person_and_a_room_have_pages_with_their_programme()
    {
        await using var published = await OpenAsync(Slot("Mit Ayşe", At(11), Stage) with { People = [On(Ayse)] }, Slot("Ohne", At(12), Forum), Slot("Nochmal", At(9, day: 1), Forum) with { People = [On(Ayse)] });

        var person = (await published.Visitor.ReadAsync("/mitwirkende/" + Ayse.Code, Ct)).QuerySelector("main")!;
        var room = (await published.Visitor.ReadAsync("/raeume/" + Stage.Code, Ct)).QuerySelector("main")!;

        Assert.Equal(("Dr. Ayşe Şahin", "Leitet das Amt."), (person.QuerySelector("h1")!.TextContent, person.QuerySelector(".text")!.TextContent.Trim()));
        Assert.Equal(["Mit Ayşe", "Nochmal"], await published.TitlesAsync("/mitwirkende/" + Ayse.Code));
        Assert.Contains("So., 28. März 2027, 09:00–10:00 Uhr · Forum A", person.TextContent, StringComparison.Ordinal);
        foreach (var fact in new[] { "Hauptbühne", "100", "Stufenlos erreichbar", "Keine Höranlage" }) Assert.Contains(fact, room.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Mit Ayşe"], await published.TitlesAsync("/raeume/" + Stage.Code));
        Assert.Equal(Programmes.People.Length, (await published.Visitor.ReadAsync("/mitwirkende", Ct)).QuerySelectorAll("main .person").Length);
        Assert.Equal("Dr. Ayşe Şahin", Assert.Single((await published.Visitor.ReadAsync("/mitwirkende?suche=sahin", Ct)).QuerySelectorAll("main .person__name")).TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(published, "/mitwirkende/GIBTS0"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(published, "/raeume/GIBTS0"));
    }

    [Fact]
    public async Task No_page_asks_the_database_whatever_the_size_of_the_programme()
    {
        SnapshotSlot[] slots = [.. Enumerable.Range(0, 120).Select(i => Slot($"Punkt {i}", At(9 + i % 10, day: i % 2), i % 3 == 0 ? Stage : Forum) with { People = [On(Ayse)] })];
        await using var published = await OpenAsync(slots);
        string[] pages = ["/programm", "/programm?ansicht=tabelle", "/programm?suche=sahin", "/programm/" + slots[0].Code, "/mitwirkende", "/mitwirkende/" + Ayse.Code, "/raeume/" + Stage.Code, "/programm/programm.pdf"];
        using var counter = new CommandCounter(published.Office.Database);
        await published.Visitor.ReadAsync(pages[3], Ct);
        Assert.True(counter.Take() > 0, "the counter counts nothing");

        foreach (var page in pages.Concat(pages)) Assert.Equal((page, HttpStatusCode.OK), (page, await StatusAsync(published, page)));

        Assert.Equal(0, counter.Take());
    }

    [Fact]
    public async Task The_programme_on_paper_is_a_pdf_that_is_not_sent_twice()
    {
        await using var published = await OpenAsync(Slot("Eröffnung", At(11), Stage));

        using var first = await published.Visitor.Browser.GetAsync("/programm/programm.pdf", Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/programm/programm.pdf");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await published.Visitor.Browser.SendAsync(request, Ct);

        Assert.Equal(("application/pdf", HttpStatusCode.NotModified), (first.Content.Headers.ContentType!.MediaType, second.StatusCode));
        Assert.Equal("%PDF"u8.ToArray(), (await first.Content.ReadAsByteArrayAsync(Ct))[..4]);
    }

    private static async Task<HttpStatusCode> StatusAsync(Published published, string path)
    {
        using var answer = await published.Visitor.Browser.GetAsync(path, Ct);
        return answer.StatusCode;
    }
}
