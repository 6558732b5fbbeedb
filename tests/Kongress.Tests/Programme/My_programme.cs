using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kongress.Accounts;
using Kongress.Programme.Agendas;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;
using Kongress.Tests.Security;

namespace Kongress.Tests.Programme;

/// <summary>"Mein Programm" over HTTP: with an account, without one, behind its secret addresses.</summary>
public sealed class My_programme : IAsyncLifetime
{
    private const string Page = "/mein-programm";

    private ProgrammeOffice office = null!;
    private Crowd crowd = null!;
    private Account ayse = null!;
    private Session register = null!;
    private Session beside = null!;
    private Session later = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await ProgrammeOffice.OpenAsync();
        await office.Office.RegisterAsync(office.Conference, "ayse@bund.de", Ct);
        ayse = (await office.Office.AllAsync<Account>(Ct)).Single(a => a.Email == "ayse@bund.de");
        (register, beside, later) = (await office.SessionAsync("Register"), await office.SessionAsync("Gleichzeitig"), await office.SessionAsync("Danach"));
        await office.PlaceAsync(register, office.At(11));
        await office.PlaceAsync(beside, office.At(11, 30), room: 1);
        await office.PlaceAsync(later, office.At(13));
        await office.ReleaseAsync("Erste Fassung");
        crowd = Crowd.Gather(office.Office);
    }

    public async ValueTask DisposeAsync()
    {
        await crowd.DisposeAsync();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task Without_an_account_the_browser_asks_for_the_list_and_the_server_stores_nothing()
    {
        using var nobody = crowd.Visitor();
        (await nobody.GetAsync(Page, Ct)).Dispose();
        using var counter = new CommandCounter(office.Office.Database);

        nobody.DefaultRequestHeaders.Add("Kongress-Marks", $"{register.Code.ToLowerInvariant()},{beside.Code},GIBTESNICHT,,");
        var list = await ReadAsync(nobody, $"{Page}?handler=List");

        Assert.Equal(["Register", "Gleichzeitig"], list.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Contains("Zwei gemerkte Programmpunkte überschneiden sich.", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gleichzeitig: Gleichzeitig (11:30–12:30 Uhr)", list.Body.TextContent, StringComparison.Ordinal);
        Assert.All(list.QuerySelectorAll("button[data-mark]"), b => Assert.True(b.HasAttribute("hidden")));
        Assert.Equal(0, counter.Take());
        Assert.Empty(await office.Office.AllAsync<Agenda>(Ct));
    }

    [Fact]
    public async Task With_an_account_a_plain_form_marks_and_takes_back_and_twice_changes_nothing()
    {
        using var browser = crowd.Visitor(ayse.Id);
        await MarkAsync(browser, register, true);
        await MarkAsync(browser, register, true);
        using var answer = await MarkAsync(browser, later, true, back: "/impressum?x=1");
        using var away = await MarkAsync(browser, later, true, back: "//boese.example");

        Assert.Equal(("/impressum?x=1", Page), (answer.Headers.Location!.OriginalString, away.Headers.Location!.OriginalString));
        var page = await ReadAsync(browser, Page);
        Assert.Equal(["Register", "Danach"], page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        var button = page.QuerySelector("form[data-mark-form] button")!;
        Assert.Equal(("true", "Gemerkt – Register"), (button.GetAttribute("aria-pressed"), button.TextContent));

        // The button of the page itself takes back.
        using var back = await Form.SendAsync(browser, Page, "handler=Mark", Ct);
        Assert.Equal(["Danach"], (await ReadAsync(browser, Page)).QuerySelectorAll("main h3").Select(h => h.TextContent));
        using var other = crowd.Visitor((await office.Office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync("otto@land.example", "Otto", [], World.Password, office.Office.Clock.GetUtcNow(), Ct))).Id);
        Assert.Empty((await ReadAsync(other, Page)).QuerySelectorAll("main h3"));
    }

    [Fact]
    public async Task A_calendar_has_a_secret_address_that_is_shown_once_and_ends_when_it_is_switched_off()
    {
        using var browser = crowd.Visitor(ayse.Id);
        await MarkAsync(browser, register, true);
        using var made = await Form.SendAsync(browser, Page, "handler=Calendar", Ct);
        var address = AddressOn(await ReadAsync(browser, Page));
        Assert.Null((await ReadAsync(browser, Page)).QuerySelector("code"));

        using var calendarProgram = crowd.Visitor();
        using var answer = await calendarProgram.GetAsync(address, Ct);
        var calendar = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("SUMMARY:Register\r\n", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("SUMMARY:Danach", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("ayse@bund.de", calendar, StringComparison.OrdinalIgnoreCase);
        using var head = await calendarProgram.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Ct);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        // It opens the calendar and nothing else.
        using var page = await calendarProgram.GetAsync(address.Replace("/kalender.ics", "", StringComparison.Ordinal), Ct);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);

        using var off = await Form.SendAsync(browser, Page, "handler=Revoke", Ct);
        using var gone = await calendarProgram.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var secret = address.Split('/')[^2];
        Assert.DoesNotContain(secret, string.Join('\n', crowd.Log), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, string.Join('\n', (await office.Office.AllAsync<Agenda>(Ct)).Select(a => a.CalendarHash)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_gives_its_list_to_a_link_and_the_link_gives_it_to_an_account_and_can_be_deleted()
    {
        using var nobody = crowd.Visitor();
        using var empty = await Form.SendAsync(nobody, Page, "handler=Share", Ct);
        Assert.Equal(Page, empty.Headers.Location!.OriginalString);
        using var shared = await Form.SendAsync(nobody, Page, "handler=Share", Ct, ("Codes", $"{register.Code},{later.Code},UNBEKANNT"));
        var link = shared.Headers.Location!.OriginalString;
        var page = await ReadAsync(nobody, link);
        Assert.Equal(["Register", "Danach"], page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.Equal($"{register.Code},{later.Code}", page.QuerySelector("form[data-marks-take]")!.GetAttribute("data-marks-take"));
        using var raw = await nobody.GetAsync(link, Ct);
        Assert.Equal("no-referrer", raw.Headers.GetValues("Referrer-Policy").Single());

        using var browser = crowd.Visitor(ayse.Id);
        await MarkAsync(browser, beside, true);
        using var taken = await Form.SendAsync(browser, link, Ct);
        Assert.Equal(["Register", "Gleichzeitig", "Danach"], (await ReadAsync(browser, Page)).QuerySelectorAll("main h3").Select(h => h.TextContent));

        Assert.Contains("SUMMARY:Danach", await nobody.GetStringAsync(link + "/kalender.ics", Ct), StringComparison.Ordinal);
        using var removed = await Form.SendAsync(nobody, link, "handler=Remove", Ct);
        foreach (var address in new[] { link, link + "/kalender.ics", Page + "/GIBTESNICHT", Page + "/%20/kalender.ics" })
        {
            using var answer = await nobody.GetAsync(address, Ct);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }

        Assert.Equal(ayse.Id, Assert.Single(await office.Office.AllAsync<Agenda>(Ct)).AccountId);
    }

    [Fact]
    public async Task What_a_browser_kept_goes_into_the_account_and_mails_are_a_choice()
    {
        using var browser = crowd.Visitor(ayse.Id);
        using var taken = await Form.SendAsync(browser, Page, "handler=TakeOver", Ct, ("Codes", $"{register.Code},{beside.Code}"));
        var page = await ReadAsync(browser, Page);
        Assert.NotNull(page.QuerySelector("[data-marks-taken]"));
        Assert.Equal(2, page.QuerySelectorAll("main h3").Length);

        using var off = await Form.SendAsync(browser, Page, "handler=Mails", Ct);
        Assert.False(Assert.Single(await office.Office.AllAsync<Agenda>(Ct)).WantsMail);
        using var on = await Form.SendAsync(browser, Page, "handler=Mails", Ct);
        Assert.True(Assert.Single(await office.Office.AllAsync<Agenda>(Ct)).WantsMail);
    }

    [Fact]
    public async Task Secret_addresses_are_slowed_down()
    {
        await using var slow = Crowd.Gather(office.Office, ("RateLimits:LinksPerMinute", "3"));
        using var guesser = slow.Visitor();
        var answers = new List<HttpStatusCode>();
        foreach (var suffix in new[] { "", "/kalender.ics", "", "/kalender.ics" })
        {
            using var answer = await guesser.GetAsync($"{Page}/GERATEN{suffix}", Ct);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpClient browser, string address) => new HtmlParser().ParseDocument(await browser.GetStringAsync(address, Ct));

    private static string AddressOn(IHtmlDocument page) => new Uri(page.QuerySelector("main code")!.TextContent).AbsolutePath;

    private async Task<HttpResponseMessage> MarkAsync(HttpClient browser, Session session, bool isMarked, string? back = null)
    {
        var form = await Form.OfAsync(browser, Page, Ct);
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Token), new("Code", session.Code), new("IsMarked", isMarked ? "true" : "false"), new("Back", back ?? "")]);
        var answer = await browser.PostAsync(Page + "?handler=Mark", content, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }
}
