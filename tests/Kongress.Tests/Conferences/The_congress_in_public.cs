using System.Net;
using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Conferences;

/// <summary>What everybody sees of the edition, and how organisers change it.</summary>
public sealed class The_congress_in_public
{
    private static readonly string[] Pages = ["/", "/impressum", "/datenschutz", "/barrierefreiheit", "/leichte-sprache", "/gebaerdensprache"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Public_pages_ask_no_database_once_the_edition_is_in_memory()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct, ConferenceDefaults.Fill);
        await using var visitor = Desk.Open(office.Database, Guid.Empty);
        using var counter = new CommandCounter(office.Database);
        await visitor.ReadAsync("/", Ct);
        Assert.True(counter.Take() > 0, "the counter counts nothing");

        foreach (var page in Pages.Concat(Pages).Append("/barriere-melden"))
        {
            using var answer = await visitor.Browser.GetAsync(page + "?x=" + Guid.CreateVersion7(), Ct);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
            if (page != "/barriere-melden") Assert.True(answer.Headers.CacheControl!.NoCache, page);
        }

        Assert.Equal(0, counter.Take());
    }

    [Fact]
    public async Task A_public_page_is_made_once_for_everybody_and_sets_no_cookie()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct, ConferenceDefaults.Fill);
        await using var visitor = Desk.Open(office.Database, Guid.Empty);
        await using var organiser = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        foreach (var page in Pages)
        {
            Assert.Equal((page, false, false), await KeptAsync(visitor, page));
            Assert.Equal((page, true, false), await KeptAsync(visitor, page));
            await organiser.ReadAsync(page, Ct);
            Assert.False((await KeptAsync(organiser, page)).Kept, page);
        }

        visitor.Browser.DefaultRequestHeaders.Add("Accept-Language", "en");
        Assert.False((await KeptAsync(visitor, "/")).Kept, "the other language is another page");

        static async Task<(string Page, bool Kept, bool SetsCookie)> KeptAsync(Desk desk, string page)
        {
            using var answer = await desk.Browser.GetAsync(page, Ct);
            return (page, answer.Headers.Age is not null, answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_browser_that_is_still_to_be_told_something_gets_a_page_of_its_own()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct, ConferenceDefaults.Fill);
        await using var host = new KongressHost(office.Database.Settings);
        await using var visitor = Desk.Visit(host, host.Clock);
        await using var other = Desk.Visit(host, host.Clock);
        await visitor.ReadAsync("/impressum", Ct);
        visitor.Browser.DefaultRequestHeaders.Add("Cookie", "kongress.announcement=something");

        using var own = await visitor.Browser.GetAsync("/impressum", Ct);
        using var others = await other.Browser.GetAsync("/impressum", Ct);

        Assert.Null(own.Headers.Age);
        Assert.NotNull(others.Headers.Age);
    }

    [Fact]
    public async Task An_edit_is_seen_at_once_and_a_second_organiser_is_told_that_somebody_was_there_first()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct, ConferenceDefaults.Fill);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        var stale = (await desk.ReadAsync("/organisation/kongress/allgemeines", Ct)).QuerySelector("[name='Input.Version']")!.GetAttribute("value")!;
        Assert.DoesNotContain("Neues Motto", (await desk.ReadAsync("/", Ct)).Body!.TextContent, StringComparison.Ordinal);

        using var saved = await desk.SendAsync("/organisation/kongress/allgemeines", new Dictionary<string, string> { ["Input.Motto"] = "Neues Motto <script>" }, Ct);
        using var late = await desk.SendAsync("/organisation/kongress/allgemeines", new Dictionary<string, string> { ["Input.Motto"] = "Altes Motto", ["Input.Version"] = stale }, Ct);
        var form = await Desk.ParseAsync(late, Ct);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("inzwischen von jemand anderem geändert", form.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Altes Motto", form.QuerySelector("[name='Input.Motto']")!.GetAttribute("value"));
        Assert.NotEqual(stale, form.QuerySelector("[name='Input.Version']")!.GetAttribute("value"));
        Assert.Contains("Neues Motto <script>", (await desk.ReadAsync("/", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allgemeines", "Input.Number")]
    [InlineData("allgemeines", "Input.Name")]
    [InlineData("ort", "Input.TimeZone")]
    [InlineData("ort", "Input.VenueAddress")]
    [InlineData("tage", "Input.Days[0].Date")]
    [InlineData("tage", "Input.Days[1].EveningStartsAt")]
    [InlineData("anmeldung", "Input.HoldHours")]
    [InlineData("anmeldung", "Input.OpensAt")]
    [InlineData("zulassung", "Input.AdmittedDomains")]
    [InlineData("kontakte", "Input.Email")]
    [InlineData("kontakte", "Input.Version")]
    [InlineData("texte/impressum", "Input.Text")]
    [InlineData("aufbewahrung", "Input.Health")]
    public async Task Hostile_entries_are_answered_and_never_break_a_form(string section, string field)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);

        foreach (var entry in new[] { "", "\0\u0001", "\uFFFE\uFFFF", "🏴\u202E𝕏", "'; DROP TABLE Conferences; --", "<script>alert(1)</script>", "-1", "99999999999999999999", "2027-02-30", "25:61", "0001-01-01T00:00", "9999-12-31T23:59", new string('ä', 60_000) })
        {
            using var answer = await desk.SendAsync("/organisation/kongress/" + section, new Dictionary<string, string> { [field] = entry }, Ct);
            Assert.True((int)answer.StatusCode < 500, $"{section} {field} {entry[..Math.Min(20, entry.Length)]}: {answer.StatusCode}");
            await desk.ReadAsync("/", Ct);
        }
    }

    [Fact]
    public async Task A_barrier_is_reported_without_a_name_and_reaches_the_contact()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct, c => c.AccessibilityContactEmail = "teilhabe@land.example");
        await using var visitor = Desk.Open(office.Database, Guid.Empty);
        const string Page = "/barriere-melden?seite=%2Fdatenschutz";

        using var empty = await visitor.SendAsync(Page, new Dictionary<string, string> { ["Input.Text"] = " ", ["Input.Email"] = "kein @" }, Ct);
        Assert.Equal("kein @", (await Desk.ParseAsync(empty, Ct)).QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        using var machine = await visitor.SendAsync(Page, new Dictionary<string, string> { ["Input.Text"] = "Kaufen!", ["Website"] = "https://spam.example" }, Ct);
        using var sent = await visitor.SendAsync(Page, new Dictionary<string, string> { ["Input.Text"] = "Die Tabelle\r\nBcc: x@y.example\u0001 ist nicht lesbar 🏴" }, Ct);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], new[] { machine.StatusCode, sent.StatusCode });
        Assert.Contains("innerhalb eines Monats", (await visitor.ReadAsync(sent.Headers.Location!.ToString(), Ct)).Body!.TextContent, StringComparison.Ordinal);
        var mail = Assert.Single(await office.AllAsync<OutgoingMail>(Ct));
        var message = Letters.Read(mail);
        Assert.Equal("teilhabe@land.example", Assert.Single(message.To.Mailboxes).Address);
        Assert.Empty(message.Bcc);
        Assert.Contains("/datenschutz", message.TextBody, StringComparison.Ordinal);
        Assert.Equal(("Barrier.Reported", conference.Id), Assert.Single(await office.AllAsync<Change>(Ct)) is var change ? (change.Action, change.SubjectId) : default);
    }

    [Fact]
    public async Task An_empty_installation_leads_the_organiser_to_the_first_congress()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await using var visitor = Desk.Open(office.Database, Guid.Empty);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Administrator);
        foreach (var page in Pages) await visitor.ReadAsync(page, Ct);
        Assert.Contains("Hier entsteht", (await visitor.ReadAsync("/", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await desk.ReadAsync("/organisation", Ct)).QuerySelector("a[href='/organisation/kongress/neu']"));

        var form = new Dictionary<string, string>
        {
            ["Input.Number"] = "15",
            ["Input.Name"] = "15. IT-Planungskongress",
            ["Input.HostLand"] = "Hessen",
            ["Input.Host"] = "Ministerium",
            ["Input.VenueName"] = "Kurhaus",
            ["Input.Days[0].Date"] = "2027-03-28",
            ["Input.Days[0].DoorsOpenAt"] = "02:30",
            ["Input.Days[0].StartsAt"] = "11:00",
            ["Input.Days[0].EndsAt"] = "18:00",
            ["Input.Capacity"] = "600",
            ["Input.ContactEmail"] = "kongress@land.example",
        };
        using var skipped = await desk.SendAsync("/organisation/kongress/neu", form, Ct);
        Assert.Contains("Sommerzeit", (await Desk.ParseAsync(skipped, Ct)).QuerySelector("#Input_Days_0__DoorsOpenAt-error")!.TextContent, StringComparison.Ordinal);
        using var made = await desk.SendAsync("/organisation/kongress/neu", new Dictionary<string, string>(form) { ["Input.Days[0].DoorsOpenAt"] = "09:30" }, Ct);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await desk.ReadAsync("/organisation/kongress", Ct);
        Assert.Contains("15. IT-Planungskongress", (await desk.ReadAsync("/", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_of_organisers_become_safe_markup_below_the_heading_of_the_page()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct, c => c.Page(ConferencePageKind.Imprint).Text = "# Anschrift\n\n### Haus\n\n[weg](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n| a | b |\n|---|---|\n| 1 | 2 |");
        await using var visitor = Desk.Open(office.Database, Guid.Empty);

        var page = await visitor.ReadAsync("/impressum", Ct);

        Assert.Equal("Impressum", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("Anschrift", page.QuerySelector(".text h2")!.TextContent);
        Assert.Null(page.QuerySelector(".text img, .text [onerror], .text a[href^=javascript]"));
        Assert.NotNull(page.QuerySelector(".text .table-wrap table"));
    }

    [Fact]
    public async Task Who_finds_a_weakness_learns_whom_to_tell()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var without = Desk.Open(database, Guid.Empty);
        using (var answer = await without.Browser.GetAsync("/.well-known/security.txt", Ct)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);

        await using var host = new KongressHost(new Dictionary<string, string>(database.Settings)
        {
            ["SecurityTxt:Contact"] = "mailto:sicherheit@land.example",
            ["SecurityTxt:Expires"] = "2027-06-01T00:00:00+02:00",
            ["Site:PublicUrl"] = "https://kongress.land.example/",
        });
        using var visitor = host.NewVisitor();

        Assert.Equal(
            "Contact: mailto:sicherheit@land.example\nExpires: 2027-05-31T22:00:00Z\nPreferred-Languages: de, en\nCanonical: https://kongress.land.example/.well-known/security.txt\n",
            await visitor.GetStringAsync("/.well-known/security.txt", Ct));
    }
}
