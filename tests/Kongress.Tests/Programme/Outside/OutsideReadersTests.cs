using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme.Formats;
using Kongress.Tests.Security;

namespace Kongress.Tests.Programme.Outside;

/// <summary>What congress apps, calendars and pages of others get from us over HTTP.</summary>
public sealed class OutsideReadersTests : IAsyncLifetime
{
    private const string Xml = "/programm/schedule.xml";

    private static readonly (string Address, string MediaType)[] Files =
    [
        (Xml, "application/vnd.c3voc.schedule+xml"),
        ("/programm/schedule.json", "application/json"),
        ("/programm/schedule2.json", "application/json"),
        ("/programm/programm.ics", "text/calendar"),
        ("/programm/programm.csv", "text/csv"),
        ("/programm/programm.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("/api/v1/conference", "application/json"),
        ("/api/v1/sessions", "application/json"),
        ("/api/v1/speakers", "application/json"),
        ("/api/v1/rooms", "application/json"),
        ("/api/v1/releases/current", "application/json"),
    ];

    private ProgrammeOffice office = null!;
    private Crowd crowd = null!;
    private HttpClient reader = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await ProgrammeOffice.OpenAsync();
        crowd = Crowd.Gather(office.Office);
        reader = crowd.Visitor();
        reader.DefaultRequestHeaders.Add("Origin", "https://amt.example");
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await crowd.DisposeAsync();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task Before_the_first_release_there_is_nothing_and_it_is_said()
    {
        await office.PlaceAsync(await office.SessionAsync("Geheim"), office.At(11));

        foreach (var (address, _) in Files.Append(("/api/v1/sessions/ABCDEF", "")))
        {
            using var answer = await reader.GetAsync(address, Ct);
            var text = await answer.Content.ReadAsStringAsync(Ct);
            Assert.Equal((address, HttpStatusCode.NotFound, "*"), (address, answer.StatusCode, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
            Assert.Contains("Noch ist kein Programm veröffentlicht.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Geheim", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everybody_may_read_and_is_told_in_no_time_that_nothing_has_changed()
    {
        await ReleaseAsync();
        using var counter = new CommandCounter(office.Office.Database);
        foreach (var (address, mediaType) in Files)
        {
            using var answer = await reader.GetAsync(address, Ct);
            var content = await answer.Content.ReadAsByteArrayAsync(Ct);
            Assert.Equal((address, HttpStatusCode.OK, mediaType), (address, answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.NotEmpty(content);
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Equal(office.Office.Clock.GetUtcNow(), answer.Content.Headers.LastModified);
            Assert.Equal(["*", "cross-origin"], new[] { "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy" }.Select(name => answer.Headers.GetValues(name).Single()));
            Assert.True(answer.Headers.CacheControl is { Public: true, NoCache: true });

            foreach (var condition in new Action<HttpRequestHeaders>[] { h => h.IfNoneMatch.Add(answer.Headers.ETag!), h => h.IfModifiedSince = answer.Content.Headers.LastModified })
            {
                using var again = new HttpRequestMessage(HttpMethod.Get, address);
                condition(again.Headers);
                using var unchanged = await reader.SendAsync(again, Ct);
                Assert.Equal((address, HttpStatusCode.NotModified), (address, unchanged.StatusCode));
                Assert.Equal((answer.Headers.ETag, "*"), (unchanged.Headers.ETag, unchanged.Headers.GetValues("Access-Control-Allow-Origin").Single()));
                Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync(Ct));
            }

            using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Ct);
            Assert.Equal((address, HttpStatusCode.OK, content.LongLength), (address, head.StatusCode, head.Content.Headers.ContentLength));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
        }

        Assert.True(counter.Take() > 0, "the counter counts nothing");
        foreach (var (address, _) in Files) (await reader.GetAsync(address, Ct)).Dispose();
        Assert.Equal(0, counter.Take());
    }

    [Fact]
    public async Task A_new_release_is_another_content()
    {
        var slot = await ReleaseAsync();
        using var before = await reader.GetAsync(Xml, Ct);
        office.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.MoveAsync(slot, office.At(12));
        await office.ReleaseAsync("Zweite Fassung");
        // Another process released it.
        await using var other = Crowd.Gather(office.Office);
        using var visitor = other.Visitor();
        visitor.DefaultRequestHeaders.IfNoneMatch.Add(before.Headers.ETag!);

        using var after = await visitor.GetAsync(Xml, Ct);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("<version>Zweite Fassung</version>", await after.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task A_browser_that_asks_first_may_read_and_may_do_nothing_else()
    {
        await ReleaseAsync();
        foreach (var (method, isAllowed) in new[] { ("GET", true), ("HEAD", true), ("POST", false) })
        {
            using var question = new HttpRequestMessage(HttpMethod.Options, "/api/v1/sessions");
            question.Headers.Add("Access-Control-Request-Method", method);
            question.Headers.Add("Access-Control-Request-Headers", "if-none-match");
            using var answer = await reader.SendAsync(question, Ct);
            Assert.Equal((method, isAllowed), (method, answer.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) && methods.Single().Split(',').Contains(method)));
        }

        foreach (var own in new[] { "/", "/mein-kongress", "/impressum", "/anmeldung" })
        {
            using var answer = await reader.GetAsync(own, Ct);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), own);
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        }
    }

    [Fact]
    public async Task The_schedule_over_http_holds_to_the_schemas()
    {
        Schemas.Require();
        await ReleaseAsync();

        Assert.Empty(Schemas.ErrorsOfXml(await reader.GetByteArrayAsync(Xml, Ct)));
        Assert.Empty(await Schemas.ErrorsOfJsonAsync(await reader.GetStringAsync("/programm/schedule.json", Ct), Schemas.Json));
        Assert.Empty(await Schemas.ErrorsOfJsonAsync(await reader.GetStringAsync("/programm/schedule2.json", Ct), Schemas.Json2));
        Assert.Equal("PK"u8.ToArray(), (await reader.GetByteArrayAsync("/programm/programm.xlsx", Ct))[..2]);
        Assert.Equal(Encoding.UTF8.GetPreamble(), (await reader.GetByteArrayAsync("/programm/programm.csv", Ct))[..3]);
    }

    [Fact]
    public async Task The_element_for_other_pages_is_a_module_that_they_may_load()
    {
        using var answer = await reader.GetAsync("/programm/einbetten.js", Ct);

        Assert.Equal((HttpStatusCode.OK, "text/javascript", "*"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Contains("kongress-programm", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private async Task<Kongress.Programme.Board.Slot> ReleaseAsync()
    {
        var slot = (await office.PlaceAsync(await office.SessionAsync("Register & „Ämter“"), office.At(11))).Slot!;
        await office.ReleaseAsync("Erste Fassung");
        return slot;
    }
}
