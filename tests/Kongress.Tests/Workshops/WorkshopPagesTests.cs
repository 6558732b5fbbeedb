using System.Net;
using Kongress.Accounts;
using Kongress.Mail;
using Kongress.Tests.Hosting;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>What attendees and organisers read and press.</summary>
public sealed class WorkshopPagesTests
{
    private const string Page = "/workshops";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attendee_signs_up_swaps_waits_and_gives_back()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var full = await office.WorkshopAsync("Volle Werkstatt", 1);
        await office.WorkshopAsync("Freie Werkstatt", 8);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(full, people[1]);
        await using var desk = Desk.Open(office.Office.Database, people[0].AccountId!.Value, Roles.Attendee);

        Assert.Equal(["Freie Werkstatt: Plätze frei 8 von 8 | Eintragen", "Volle Werkstatt: Ausgebucht | Auf die Warteliste"], await CardsAsync(desk));
        await PressAsync(desk, "Freie Werkstatt", "SignUp");
        Assert.Equal(["Freie Werkstatt: Ihr Platz ist sicher | Platz zurückgeben", "Volle Werkstatt: Ausgebucht | Auf die Warteliste"], await CardsAsync(desk));
        await PressAsync(desk, "Volle Werkstatt", "SignUp");
        Assert.Equal(["Freie Werkstatt: Ihr Platz ist sicher | Platz zurückgeben", "Volle Werkstatt: Warteliste: Platz 1 | Von der Warteliste austragen"], await CardsAsync(desk));

        await office.GiveBackAsync(full, people[1]);
        Assert.Equal(["Freie Werkstatt: Ihr Platz ist sicher | Platz zurückgeben", "Volle Werkstatt: Ein Platz ist für Sie reserviert | Platz annehmen, Ablehnen"], await CardsAsync(desk));
        await PressAsync(desk, "Volle Werkstatt", "Accept");
        Assert.Equal(["Freie Werkstatt: Plätze frei 8 von 8 | Hierher tauschen", "Volle Werkstatt: Ihr Platz ist sicher | Platz zurückgeben"], await CardsAsync(desk));
        await PressAsync(desk, "Freie Werkstatt", "SignUp");
        await PressAsync(desk, "Freie Werkstatt", "GiveBack");
        Assert.DoesNotContain(await office.SignUpsAsync(), s => s.IsActive);
    }

    [Fact]
    public async Task Whoever_has_a_seat_reads_until_when_it_waits_for_them()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: s => s with { ReleaseMinutes = 10 });
        var plain = await office.WorkshopAsync("Ohne", 2, 16);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.SignUpAsync(plain, people[0]);
        const string Line = "Bitte seien Sie bis 14:10 Uhr da; danach geben wir leere Plätze weiter.";

        await using (var desk = Desk.Open(office.Office.Database, people[0].AccountId!.Value, Roles.Attendee))
        {
            var cards = (await desk.ReadAsync(Page, Ct)).QuerySelectorAll("li.workshop").ToDictionary(c => c.QuerySelector("h3")!.TextContent, c => c.TextContent);
            Assert.Contains(Line, cards["Werkstatt"], StringComparison.Ordinal);
            Assert.DoesNotContain("Bitte seien Sie", cards["Ohne"], StringComparison.Ordinal);
        }

        await office.GiveBackAsync(workshop, people[0]);
        var mails = (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind is "Workshop.Confirmed" or "Workshop.MovedUp").OrderBy(m => m.Id).Select(m => Letters.Read(m).TextBody!.ReplaceLineEndings(" ")).ToList();
        Assert.Equal([true, false, true], mails.Select(m => m.Contains(Line, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Shortly_before_the_start_the_card_says_that_nobody_moves_up_and_offers_a_free_seat_to_all()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1, with: s => s with { ReleaseMinutes = 10 });
        var people = await office.PeopleAsync(3);
        foreach (var person in people.Take(2)) await office.SignUpAsync(workshop, person);
        office.Office.Clock.SetUtcNow(workshop.StopsAt);
        await using var waiting = Desk.Open(office.Office.Database, workshop.StopsAt, people[1].AccountId!.Value, Roles.Attendee);
        await using var newcomer = Desk.Open(office.Office.Database, workshop.StopsAt, people[2].AccountId!.Value, Roles.Attendee);
        const string Still = "Niemand rückt mehr nach; ab 14:10 Uhr gehen leere Plätze an alle an der Tür.";

        Assert.Equal(["Werkstatt: Warteliste: Platz 1 | Von der Warteliste austragen"], await CardsAsync(waiting));
        Assert.Contains(Still, (await waiting.ReadAsync(Page, Ct)).QuerySelector("li.workshop")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Werkstatt: Ausgebucht 1 Person wartet | "], await CardsAsync(newcomer));
        Assert.Contains(Still, (await newcomer.ReadAsync(Page, Ct)).QuerySelector("li.workshop")!.TextContent, StringComparison.Ordinal);

        await office.GiveBackAsync(workshop, people[0]);
        Assert.Equal(["Werkstatt: Plätze frei 1 von 1 | Eintragen"], await CardsAsync(newcomer));
        Assert.Equal(["Werkstatt: Warteliste: Platz 1 | Eintragen, Von der Warteliste austragen"], await CardsAsync(waiting));
        await PressAsync(waiting, "Werkstatt", "SignUp");
        Assert.Equal(["Werkstatt: Ihr Platz ist sicher | Platz zurückgeben"], await CardsAsync(waiting));
    }

    [Fact]
    public async Task A_session_without_limited_seats_is_proposed_open_until_it_begins_and_empty_seats_at_the_door()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var session = new Kongress.Programme.Sessions.Session(office.Conference.Id, new() { Kind = Kongress.Programme.Sessions.SessionKind.Workshop, Title = "Neu" }, Kongress.Programme.Sessions.SessionState.Accepted);
        await using (var db = office.Office.Database.Open())
        {
            db.Add(session);
            await db.SaveChangesAsync(Ct);
        }

        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);
        using (var saved = await desk.SendAsync($"/organisation/programm/workshops/{session.Id}/plaetze", new Dictionary<string, string>(), Ct)) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var settings = Assert.Single(await office.Office.AllAsync<Workshop>(Ct)).Settings;
        Assert.Equal((office.Conference.EndsAt, 10), (settings.ClosesAt, settings.ReleaseMinutes));
    }

    [Fact]
    public async Task The_page_counts_what_the_limit_counts_and_offers_no_button_that_is_refused()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.LimitAsync(2);
        var had = await office.WorkshopAsync("Gehabt", 5, 11);
        var full = await office.WorkshopAsync("Voll", 1, 15);
        var next = await office.WorkshopAsync("Morgen", 5, 10, day: 2);
        await office.WorkshopAsync("Auch morgen", 5, 12, day: 2);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(full, people[1]);
        await office.SignUpAsync(had, people[0]);
        await office.SignUpAsync(full, people[0]);

        await using (var desk = Desk.Open(office.Office.Database, people[0].AccountId!.Value, Roles.Attendee))
        {
            Assert.Contains("Sie haben 1 von höchstens 2 Workshops, und Sie warten auf 1.", (await desk.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Morgen: Plätze frei 5 von 5 | ", (await CardsAsync(desk)).Single(c => c.StartsWith("Morgen", StringComparison.Ordinal)));
        }

        Assert.Equal(SignUpOutcome.TooMany, (await office.SignUpAsync(next, people[0])).Outcome);

        // The second workshop never came true: it no longer counts once it has begun. The first does, although it is over.
        office.Office.Clock.SetUtcNow(full.Place.StartsAt);
        await using (var desk = Desk.Open(office.Office.Database, full.Place.StartsAt, people[0].AccountId!.Value, Roles.Attendee))
        {
            Assert.Contains("Sie haben 1 von höchstens 2 Workshops.", (await desk.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
            await PressAsync(desk, "Morgen", "SignUp");
            Assert.Contains("Sie haben 2 von höchstens 2 Workshops.", (await desk.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Auch morgen: Plätze frei 5 von 5 | ", (await CardsAsync(desk)).Single(c => c.StartsWith("Auch", StringComparison.Ordinal)));
        }

        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(next, people[0]));
    }

    [Fact]
    public async Task Whoever_waits_elsewhere_at_that_time_can_still_swap_at_the_limit()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        await office.LimitAsync(1);
        var had = await office.WorkshopAsync("Gehabt", 5);
        var full = await office.WorkshopAsync("Voll", 1);
        await office.WorkshopAsync("Neu", 5);
        var people = await office.PeopleAsync(2);
        await office.SignUpAsync(full, people[1]);
        await office.SignUpAsync(had, people[0]);
        await office.SignUpAsync(full, people[0]);
        await using var desk = Desk.Open(office.Office.Database, people[0].AccountId!.Value, Roles.Attendee);

        Assert.Equal("Neu: Plätze frei 5 von 5 | Hierher tauschen", (await CardsAsync(desk)).Single(c => c.StartsWith("Neu", StringComparison.Ordinal)));
        await PressAsync(desk, "Neu", "SignUp");
        Assert.Equal("Neu: Ihr Platz ist sicher | Platz zurückgeben", (await CardsAsync(desk)).Single(c => c.StartsWith("Neu", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task My_conference_tells_the_workshops_and_who_cancels_frees_them_at_once()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(2);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await using var first = Desk.Open(office.Office.Database, people[0].AccountId!.Value, Roles.Attendee);
        await using var second = Desk.Open(office.Office.Database, people[1].AccountId!.Value, Roles.Attendee);

        Assert.Contains("Werkstatt (Sa., 27. März 2027, 14:00 Uhr, Forum A): Platz sicher", (await first.ReadAsync("/mein-kongress", Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Warteliste: Platz 1", (await second.ReadAsync("/mein-kongress", Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var cancelled = await first.SendAsync("/mein-kongress/stornieren", new Dictionary<string, string>(), Ct)) Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[1]));
    }

    [Fact]
    public async Task The_public_programme_tells_where_seats_are_left()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var full = await office.WorkshopAsync("Volle Werkstatt", 1);
        var free = await office.WorkshopAsync("Freie Werkstatt", 8);
        await office.SignUpAsync(full, (await office.PeopleAsync(1))[0]);
        await office.ReleaseAsync(full, free);
        await using var anybody = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow().AddHours(6), Guid.Empty);

        Assert.Equal(["Freie Werkstatt: Plätze frei", "Volle Werkstatt: Ausgebucht"], await ItemsAsync("/programm"));
        Assert.Equal(["Freie Werkstatt: Plätze frei"], await ItemsAsync("/programm?plaetze=frei"));

        async Task<IEnumerable<string>> ItemsAsync(string path) =>
            (await anybody.ReadAsync(path, Ct)).QuerySelectorAll("main .programme-day .item").Select(item => $"{item.QuerySelector(".item__title a > span")!.TextContent}: {item.QuerySelector(".kern-badge")!.TextContent.Trim()}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Few_seats_and_a_stranger_are_told_in_words()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 4);
        var people = await office.PeopleAsync(4);
        foreach (var person in people.Take(3)) await office.SignUpAsync(workshop, person);
        await using var attendee = Desk.Open(office.Office.Database, people[3].AccountId!.Value, Roles.Attendee);
        Assert.Equal(["Werkstatt: Nur noch wenige Plätze 1 von 4 | Eintragen"], await CardsAsync(attendee));

        await using var stranger = Desk.Open(office.Office.Database, Guid.CreateVersion7(), Roles.Attendee);
        Assert.Contains("Sie sind zurzeit nicht angemeldet.", (await stranger.ReadAsync(Page, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using var posted = await attendee.Browser.PostAsync($"{Page}?handler=SignUp", null, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
    }

    [Fact]
    public async Task An_organiser_reads_who_is_next_and_moves_somebody_up_with_a_reason()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(3, s => s with { Person = s.Person with { FamilyName = "Nr " + s.Email[6] } });
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);
        var address = $"/organisation/programm/workshops/{workshop.SessionId}";

        var page = await desk.ReadAsync(address, Ct);
        Assert.Contains("Als Nächstes an der Reihe: Ayşe Nr 2. Niemand rückt nach, weil alle Plätze vergeben sind.", page.Body!.TextContent, StringComparison.Ordinal);
        var last = (await office.SignUpsAsync()).Single(s => s.RegistrationId == people[2].Id);
        using (var refused = await desk.SendAsync($"{address}/person/{last.Id}", new Dictionary<string, string> { ["Input.Step"] = "MoveUp", ["Input.Reason"] = "" }, Ct))
        {
            Assert.Contains("Bitte nennen Sie einen Grund.", (await Desk.ParseAsync(refused, Ct)).Body!.TextContent, StringComparison.Ordinal);
        }

        using (var moved = await desk.SendAsync($"{address}/person/{last.Id}", new Dictionary<string, string> { ["Input.Step"] = "MoveUp", ["Input.Reason"] = "Leitet die Gruppe" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Contains("Als Nächstes an der Reihe: Ayşe Nr 3.", (await desk.ReadAsync(address, Ct)).Body!.TextContent, StringComparison.Ordinal);

        using (var paused = await desk.SendAsync($"{address}/plaetze", new Dictionary<string, string> { ["Input.Seats"] = "2", ["Input.IsPaused"] = "true", ["Input.Reason"] = "Wir sortieren" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, paused.StatusCode);
        Assert.Contains("weil die Warteliste angehalten ist", (await desk.ReadAsync(address, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var on = await desk.SendAsync($"{address}/plaetze", new Dictionary<string, string> { ["Input.IsPaused"] = "false", ["Input.Reason"] = "Fertig sortiert" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, on.StatusCode);
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, people[2]));
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(workshop, people[1]));
    }

    [Fact]
    public async Task The_page_of_a_registration_tells_its_workshops_and_all_that_happened_to_the_seats()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 1);
        var people = await office.PeopleAsync(3);
        foreach (var person in people) await office.SignUpAsync(workshop, person);
        await office.MoveUpAsync(workshop, people[2], "Leitet die Gruppe");
        await office.GiveBackAsync(workshop, people[0]);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        var first = (await desk.ReadAsync($"/organisation/anmeldungen/{people[0].Id}", Ct)).Body!.TextContent;
        Assert.Contains("Workshop-Platz genommen: Werkstatt (die Person selbst)", first, StringComparison.Ordinal);
        Assert.Contains("Workshop-Platz zurückgegeben: Werkstatt (die Person selbst)", first, StringComparison.Ordinal);
        var page = await desk.ReadAsync($"/organisation/anmeldungen/{people[2].Id}", Ct);
        Assert.Contains("Auf der Warteliste nach vorn gestellt: Werkstatt", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leitet die Gruppe", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Im Workshop nachgerückt: Werkstatt", page.Body!.TextContent, StringComparison.Ordinal);
        var seat = page.QuerySelectorAll("main li").Single(l => l.QuerySelector($"a[href='/organisation/programm/workshops/{workshop.SessionId}']") is not null);
        Assert.Contains("Hat einen Platz", seat.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(workshop.Place.Code, page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_session_names_every_rule_that_was_changed()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 5);
        await office.ChangeAsync(workshop, s => s with
        {
            Seats = 8,
            Mode = SeatMode.Allotment,
            ClosesAt = workshop.Place.StartsAt.AddHours(-2),
            Promotion = Promotion.ByOffer,
            StopMinutes = 30,
            OfferHours = 12,
            ReleaseMinutes = 5,
            NeedsDay = false,
            LevelList = "Bund,Land",
            KeptSeats = 2,
            KeptLandList = "Hessen",
            KeptUntil = workshop.Place.StartsAt.AddDays(-1),
        });
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        var text = string.Join(' ', (await desk.ReadAsync($"/organisation/programm/punkte/{workshop.SessionId}", Ct)).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(
            "Plätze: 5 → 8; Vergabe: der Reihe nach → nach Wünschen; Eintragen bis: Sa., 27. März 2027, 14:00 Uhr → Sa., 27. März 2027, 12:00 Uhr; Nachrücken: sofort → mit Angebot; Stunden für ein Angebot: 24 → 12; "
            + "Minuten vor Beginn, ab denen niemand nachrückt: 60 → 30; Minuten nach Beginn, ab denen leere Plätze weitergehen: – → 5; Nur, wer an dem Tag kommt: ja → nein; "
            + "Freigehaltene Plätze: 0 → 2; Freigehalten bis: – → Fr., 26. März 2027, 14:00 Uhr; Ebenen: alle → Bund, Land; Freigehalten für Länder: – → Hessen",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_gets_limited_seats_and_a_limit_per_person_holds()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 5);
        var second = await office.WorkshopAsync("Zweite", 5, 16);
        var third = await office.WorkshopAsync("Dritte", 5, 18);
        var people = await office.PeopleAsync(2);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);

        using (var wrong = await desk.SendAsync("/organisation/programm/workshops", new Dictionary<string, string> { ["Input.Fewest"] = "3", ["Input.Most"] = "2" }, Ct))
        {
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
            var page = await Desk.ParseAsync(wrong, Ct);
            Assert.Contains("Höchstens kann nicht kleiner sein als mindestens.", page.QuerySelector("#Input_Most-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(("3", "2"), (page.QuerySelector("#Input_Fewest")!.GetAttribute("value"), page.QuerySelector("#Input_Most")!.GetAttribute("value")));
        }

        Assert.Equal((0, null), Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct)) is var untouched ? (untouched.FewestPerPerson, untouched.MostPerPerson) : default);
        using (var saved = await desk.SendAsync("/organisation/programm/workshops", new Dictionary<string, string> { ["Input.Fewest"] = "1", ["Input.Most"] = "2" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var rules = Assert.Single(await office.Office.AllAsync<WorkshopRules>(Ct));
        Assert.Equal((1, 2), (rules.FewestPerPerson, rules.MostPerPerson));

        using (var none = await desk.SendAsync($"/organisation/programm/workshops/{workshop.SessionId}/plaetze", new Dictionary<string, string> { ["Input.Seats"] = "0" }, Ct)) Assert.Equal(HttpStatusCode.OK, none.StatusCode);
        Assert.Equal(5, (await office.Office.AllAsync<Workshop>(Ct)).Single(w => w.Id == workshop.Id).Seats);
        using (var limited = await desk.SendAsync($"/organisation/programm/workshops/{workshop.SessionId}/plaetze", new Dictionary<string, string> { ["Input.Seats"] = "1" }, Ct)) Assert.Equal(HttpStatusCode.Redirect, limited.StatusCode);
        Assert.Equal(1, (await office.Office.AllAsync<Workshop>(Ct)).Single(w => w.Id == workshop.Id).Seats);

        // The one seat goes once, and nobody has a third workshop, whether with a seat or in line.
        var outcomes = new List<SignUpOutcome>();
        foreach (var (person, wanted) in new[] { (0, workshop), (1, workshop), (0, second), (0, third), (1, third), (1, second) }) outcomes.Add((await office.SignUpAsync(wanted, people[person])).Outcome);
        Assert.Equal([SignUpOutcome.Seated, SignUpOutcome.Waiting, SignUpOutcome.Seated, SignUpOutcome.TooMany, SignUpOutcome.Seated, SignUpOutcome.TooMany], outcomes);
    }

    // "Title: badge and count | buttons".
    private static async Task<List<string>> CardsAsync(Desk desk) =>
        [.. (await desk.ReadAsync(Page, Ct)).QuerySelectorAll("li.workshop").Select(card =>
            $"{card.QuerySelector("h3")!.TextContent}: {string.Join(' ', (card.QuerySelector("p:has(.kern-badge)")!.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} | {string.Join(", ", card.QuerySelectorAll("button").Select(b => b.TextContent.Split(':')[0].Trim()))}")];

    private static async Task PressAsync(Desk desk, string title, string handler)
    {
        var card = (await desk.ReadAsync(Page, Ct)).QuerySelectorAll("li.workshop").Single(c => c.QuerySelector("h3")!.TextContent == title);
        var form = card.QuerySelectorAll("form").Single(f => f.GetAttribute("action")!.EndsWith("handler=" + handler, StringComparison.Ordinal));
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var answer = await desk.Browser.PostAsync(form.GetAttribute("action"), content, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
