using System.Net;
using System.Text.Json;
using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Registrations;
using Kongress.Reminders;

namespace Kongress.Tests.Security;

/// <summary>What belongs to another edition, to somebody else or to nobody is not there: always the same 404.</summary>
public sealed class ForeignIdTests : IAsyncLifetime
{
    // Take anything: an unknown language is German, a problem may have any number, the rest leads to pages and files by name.
    private static readonly string[] Anything = ["/sprache/{language}", "/problem/{code:int}", "/betrieb/jobs/{**path}", "/{*path}", "/{**path:file}"];

    private World world = null!;
    private Crowd crowd = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await World.MakeAsync();
        crowd = Crowd.Gather(world.Office);
    }

    public async ValueTask DisposeAsync()
    {
        await crowd.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_about_something_answers_404_to_what_it_does_not_know_and_changes_nothing()
    {
        // The host starts with its first visitor, and a start may write: a new link for the first administrator.
        using (var first = crowd.Visitor()) (await first.GetAsync("/", Ct)).Dispose();
        var before = await Stored.FingerprintAsync(world.Office.Database, Ct);
        var wrong = new List<string>();
        foreach (var (endpoint, who) in AccessTable.Rows.Where(row => row.Key.Contains('{', StringComparison.Ordinal) && !Anything.Any(route => row.Key.EndsWith(' ' + route, StringComparison.Ordinal))))
        {
            using var visitor = crowd.Visitor(world.Staff.Id, who[0]);
            visitor.DefaultRequestHeaders.Add("RequestVerificationToken", (await Form.OfAsync(visitor, "/barriere-melden", Ct)).Token);
            string? usual = null;
            foreach (var id in Ids(endpoint))
            {
                var (method, address) = Replaced(endpoint, id);
                using var answer = await visitor.SendAsync(new HttpRequestMessage(method, address), Ct);
                var shown = await answer.Content.ReadAsStringAsync(Ct);
                var text = Without(shown, address);
                usual ??= text;
                if (answer.StatusCode is not HttpStatusCode.NotFound) wrong.Add($"{method} {address[..Math.Min(120, address.Length)]}: {answer.StatusCode}");
                else if (text != usual && method != HttpMethod.Head) wrong.Add($"{method} {address[..Math.Min(120, address.Length)]}: another 404 than for an id that nobody has");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await Stored.FingerprintAsync(world.Office.Database, Ct));
    }

    [Fact]
    public async Task Ticking_a_registration_of_another_edition_admits_nobody()
    {
        using var organiser = crowd.Visitor(world.Staff.Id, Roles.Organiser);

        using var answer = await PostAsync(organiser, "/organisation/anmeldungen?handler=Approve", ("chosen", world.Foreign.Id.ToString()), ("chosen", "abc"), ("chosen", Guid.CreateVersion7().ToString()));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(RegistrationStatus.UnderReview, (await world.Office.RegistrationOfAsync(World.Former, Ct)).Status);
    }

    [Fact]
    public async Task The_door_knows_neither_person_nor_ticket_nor_scan_of_another_edition()
    {
        using var door = crowd.Visitor(world.Staff.Id, Roles.Door);
        var address = world.Address("/einlass/{listId:guid}");

        using var scanned = await PostAsync(door, address + "?handler=Scan", ("RegistrationId", world.Foreign.Id.ToString()), ("Reason", "Ich kenne sie"), ("Method", "Search"));
        var reply = JsonDocument.Parse(await scanned.Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.Equal(("Unknown", false, JsonValueKind.Null), (reply.GetProperty("answer").GetString(), reply.GetProperty("admitted").GetBoolean(), reply.GetProperty("name").ValueKind));

        await world.Office.UseAsync<ReviewDesk>(desk => desk.ApproveAsync(world.UnderReview.Id, world.Staff.Id, Ct));
        var theirs = await world.Office.UseAsync<CheckInDesk, DoorReply?>(desk => desk.ScanAsync(world.Earlier, world.ForeignDoor.Id, new ScanRequest(Guid.CreateVersion7(), "GIBTESNICHT", ScanMethod.Typed), world.Staff.Id, Ct));
        using var undone = await PostAsync(door, address + "?handler=Undo", ("scanId", theirs!.ScanId.ToString()), ("reason", "Falsche Person"));
        using var repeated = await PostAsync(door, address + "?handler=Scan", ("Nonce", (await world.Office.AllAsync<Scan>(Ct)).Single(s => s.Id == theirs.ScanId).Nonce.ToString()), ("Code", "GIBTESNICHT"));

        Assert.All(await world.Office.AllAsync<Scan>(Ct), scan => Assert.Null(scan.UndoneAt));
        Assert.Equal(HttpStatusCode.NotFound, repeated.StatusCode);
    }

    [Fact]
    public async Task A_reminder_of_another_edition_is_not_found()
    {
        await world.Office.UseAsync<ReminderDesk>(desk => desk.EnsureRulesAsync(world.Earlier, Ct));
        var theirs = (await world.Office.AllAsync<Reminder>(Ct)).First(r => r.ConferenceId == world.Earlier.Id);
        using var organiser = crowd.Visitor(world.Staff.Id, Roles.Organiser);

        foreach (var id in new[] { theirs.Id.ToString(), Guid.CreateVersion7().ToString(), "abc", "" })
        {
            using var answer = await PostAsync(organiser, "/organisation/erinnerungen", ("id", id), ("at", "03:33"), ("isOn", "true"));
            Assert.Equal((id, HttpStatusCode.NotFound), (id, answer.StatusCode));
        }

        Assert.DoesNotContain(await world.Office.AllAsync<Reminder>(Ct), r => r.At == new TimeOnly(3, 33));
    }

    [Fact]
    public async Task Nobody_sees_the_registration_of_somebody_else()
    {
        using var stranger = crowd.Visitor(world.Offered.AccountId);
        foreach (var page in new[] { "/mein-kongress", "/mein-kongress/angaben", "/mein-kongress/daten", "/mein-kongress/daten.json", "/mein-kongress/ticket/qr.svg", "/mein-kongress/kalender.ics" })
        {
            using var answer = await stranger.GetAsync($"{page}?id={world.Attendee.Id}&registrationId={world.Attendee.Id}&accountId={world.Attendee.AccountId}", Ct);
            Assert.DoesNotContain(World.Ayse, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    // First one that nobody has: the others must look the same.
    private IEnumerable<string> Ids(string endpoint) =>
    [
        endpoint.Contains("{secret}", StringComparison.Ordinal) ? new string('Z', 26) : Guid.CreateVersion7().ToString(),
        world.Foreign.Id.ToString(), world.ForeignDoor.Id.ToString(), world.Attendee.AccountId.ToString()!, world.Earlier.Id.ToString(), Guid.Empty.ToString(),
        "abc", "0", "-1", "99999999999999999999", "%0D%0ASet-Cookie:x=y", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%8F%B4%E2%80%AE", "%FF%FE", "%ED%A0%80", "%zz", "%", "null", "'%20OR%201=1--", "%3Cscript%3E", "__proto__",
        new string('A', 26), new string('9', 7000), string.Concat(Enumerable.Repeat("%C3%A4", 1500)), world.Attendee.Id.ToString("N") + "x", $"{{{world.Attendee.Id}}}x",
    ];

    private static (HttpMethod Method, string Address) Replaced(string endpoint, string id)
    {
        var (method, route) = endpoint.Split(' ', 2) is [var first, var second] ? (new HttpMethod(first), second) : throw new InvalidOperationException(endpoint);
        var (from, to) = (route.IndexOf('{', StringComparison.Ordinal), route.IndexOf('}', StringComparison.Ordinal) + 1);
        return (method, route[..from] + id + route[to..].Replace("/{handler?}", "", StringComparison.Ordinal));
    }

    // The page may name the address it was asked for, in its own link for another language.
    private static string Without(string page, string address) =>
        string.Join('\n', page.Split('\n').Where(line => !line.Contains("/sprache/", StringComparison.Ordinal) && !line.Contains("__RequestVerificationToken", StringComparison.Ordinal) && !line.Contains("seite=", StringComparison.Ordinal)))
            .Replace(address, "", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("RequestVerificationToken", (await Form.OfAsync(visitor, "/barriere-melden", Ct)).Token);
        return await visitor.SendAsync(request, Ct);
    }
}
