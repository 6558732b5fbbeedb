using Kongress.BrowserTests.Browsing;
using Kongress.BrowserTests.Hosting;
using Kongress.Database.Demo;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Invitations;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kongress.BrowserTests.Journeys;

/// <summary>Every page about codes, invitations, companions and groups, looked at on phone and desktop with names and addresses as long as they may be.</summary>
public sealed class EveryPlacePageTests(Chromium chromium)
{
    // 80 letters without a place to break.
    private const string LongWord = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahrens";
    private const string LongAddress = "maximiliane-charlotte.von-hohenstein-wittgenstein-katzenelnbogen@staatskanzlei.landesregierung.brandenburg-vorpommern.example";
    private const string LongName = "Maximiliane-Charlotte Friederike Wilhelmine";
    private const string LongFamilyName = "von Hohenstein-Wittgenstein-Katzenelnbogen";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Codes_and_personal_invitations_from_the_organiser_to_the_guest()
    {
        await using var product = await StartAsync();
        await using var organiser = await VisitorAsync(product);
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/plaetze/code");
        await organiser.PressAsync("Speichern");
        await organiser.LookAsync("plaetze-code-fehler");
        await organiser.Page.GetByLabel("Für wen").FillAsync(LongWord);
        await organiser.Page.GetByLabel("So oft einlösbar").FillAsync("10000");
        await organiser.PressAsync("Speichern");
        await organiser.LookAsync("plaetze-code-angelegt");
        await organiser.OpenAsync("/organisation/plaetze/codes");
        await organiser.LookAsync("plaetze-codes");

        await organiser.OpenAsync("/organisation/plaetze/einladungen");
        await organiser.LookAsync("plaetze-einladungen");
        await organiser.PressAsync("Alle erinnern, die noch nicht geantwortet haben");
        await organiser.LookAsync("plaetze-einladungen-erinnert");
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Noch einmal senden, zurückziehen" }).First.ClickAsync();
        await organiser.LookAsync("plaetze-einladung");
        await organiser.PressAsync("Einladung zurückziehen");
        await organiser.LookAsync("plaetze-einladung-zurueckgezogen");
        await organiser.OpenAsync("/organisation/plaetze/einladungen/neu");
        await organiser.Page.GetByLabel("E-Mail-Adressen").FillAsync("keine Adresse\n" + LongAddress);
        await organiser.PressAsync("Einladungen senden");
        await organiser.LookAsync("plaetze-einladen-fehler");
        await organiser.Page.GetByLabel("E-Mail-Adressen").FillAsync(string.Join('\n', Enumerable.Range(1, 40).Select(i => $"person{i}@amt.example").Append(LongAddress).Append("sagtab@amt.example")));
        await organiser.PressAsync("Einladungen senden");
        await organiser.LookAsync("plaetze-einladungen-viele");

        await using var guest = await VisitorAsync(product);
        await using var db = product.OpenDatabase();
        var code = await db.Set<InvitationCode>().Where(c => c.Settings.Name == LongWord).Select(c => c.Code).SingleAsync(Ct);
        await guest.OpenAsync("/anmeldung/code/" + code);
        await guest.LookAsync("code");
        await guest.PressAsync("Zur Anmeldung");
        await guest.PressAsync("Weiter");
        await guest.LookAsync("code-anmeldung-fehler");
        await guest.OpenAsync("/anmeldung/code/GIBTESNICHT2");
        await guest.LookAsync("code-unbekannt");

        await guest.OpenAsync(await LinkAsync(product, "Registration.Invited", LongAddress));
        await guest.LookAsync("einladung");
        await guest.PressAsync("Zur Anmeldung");
        await guest.SeesAsync("Anmeldung");
        await Assertions.Expect(guest.Page.GetByLabel("Dienstliche E-Mail-Adresse")).ToHaveAttributeAsync("readonly", "readonly");
        await guest.LookAsync("einladung-anmeldung");
        await guest.OpenAsync(await LinkAsync(product, "Registration.Invited", "sagtab@amt.example"));
        await guest.PressAsync("Ich komme nicht");
        await guest.LookAsync("einladung-abgesagt");
        await guest.OpenAsync("/anmeldung/einladung/" + new string('A', 26));
        await guest.LookAsync("einladung-unbekannt");
    }

    [Fact]
    public async Task Somebody_who_was_offered_a_place_accepts_it()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Open, 60, Ct, sink);
        string email;
        await using (var db = product.OpenDatabase())
        {
            var offered = await db.Set<Registration>().Where(r => r.Status == RegistrationStatus.Confirmed && r.AccountId != null && r.Language == "de").OrderBy(r => r.OrderNumber).FirstAsync(Ct);
            email = offered.Email;
            await db.Set<Ticket>().Where(t => t.RegistrationId == offered.Id).ExecuteDeleteAsync(Ct);
            await db.Set<Registration>().Where(r => r.Id == offered.Id).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Status, RegistrationStatus.Offered).SetProperty(r => r.HeldUntil, offered.SubmittedAt.AddDays(365)).SetProperty(r => r.ConfirmedAt, (DateTimeOffset?)null), Ct);
        }

        await using var person = await chromium.SignInAsync(product, sink, email, "/mein-kongress");
        await person.LookAsync("mein-kongress-angebot");
        await person.PressAsync("Platz annehmen");
        await Assertions.Expect(person.Page.GetByText("Der Platz gehört Ihnen.")).ToBeVisibleAsync();
        await person.SeesAsync("Mein Kongress");
    }

    [Fact]
    public async Task Companions_and_answers_of_somebody_who_comes()
    {
        await using var sink = SmtpSink.Start();
        await using var product = await KongressProcess.StartDemoAsync(DemoStage.Open, 60, Ct, sink);
        string email;
        await using (var db = product.OpenDatabase())
        {
            var someone = await db.Set<Registration>().Where(r => r.Status == RegistrationStatus.Confirmed && r.AccountId != null && r.Language == "de" && r.Attendance.Day1 && r.Attendance.Day2).OrderBy(r => r.OrderNumber).FirstAsync(Ct);
            email = someone.Email;
            foreach (var day in new[] { 1, 2 })
            {
                var seat = new SignUp(await db.Set<Workshop>().Where(w => w.Place.Day == day).OrderBy(w => w.Id).FirstAsync(Ct), someone.Id, day, someone.SubmittedAt);
                seat.Seat(someone.SubmittedAt);
                db.Add(seat);
            }

            await db.SaveChangesAsync(Ct);
        }

        await using var person = await chromium.SignInAsync(product, sink, email, "/mein-kongress");
        await person.SeesAsync("Mein Kongress");
        await person.LookAsync("mein-kongress");
        await person.OpenAsync("/mein-kongress/begleitung");
        await person.LookAsync("begleitung-leer");
        await person.PressAsync("Eintragen");
        await person.LookAsync("begleitung-fehler");
        await AddAsync("Jo", "Weiß");
        await person.LookAsync("begleitung-eine");
        await AddAsync(LongName, LongFamilyName);
        await person.LookAsync("begleitung-zwei");
        foreach (var page in new[] { "angaben", "teilweise-absagen" })
        {
            await person.OpenAsync("/mein-kongress/" + page);
            await person.LookAsync("mein-kongress-" + page);
        }

        await person.Page.GetByLabel("Tag 2").First.CheckAsync();
        await person.PressAsync("Ausgewähltes absagen");
        await person.OpenAsync("/mein-kongress/begleitung");
        await Assertions.Expect(person.Page.GetByText("Tag 2")).ToHaveCountAsync(0);
        await person.LookAsync("begleitung-ein-tag");

        async Task AddAsync(string given, string family)
        {
            await person.Page.GetByLabel("Vorname der Begleitperson").FillAsync(given);
            await person.Page.GetByLabel("Nachname der Begleitperson").FillAsync(family);
            await person.PressAsync("Eintragen");
        }
    }

    [Fact]
    public async Task A_group_at_its_contact_and_at_the_organisers_desk()
    {
        await using var product = await StartAsync();
        string contact;
        await using (var db = product.OpenDatabase()) contact = await db.Set<Group>().Select(g => g.ContactEmail).FirstAsync(Ct);
        await using var office = await VisitorAsync(product);
        var link = await LinkAsync(product, "Group.Link", contact);
        await office.OpenAsync(link);
        await office.LookAsync("gruppe-dienststelle");
        await office.OpenAsync(link + "/weitere");
        await office.LookAsync("gruppe-weitere");
        await office.Page.Locator("#Input_Rows_0__GivenName").FillAsync(LongName);
        await office.Page.Locator("#Input_Rows_0__FamilyName").FillAsync(LongFamilyName);
        await office.Page.Locator("#Input_Rows_0__Email").FillAsync("lang@" + contact.Split('@')[1]);
        await office.Page.Locator("#Input_Rows_1__GivenName").FillAsync("J0");
        await office.PressAsync("Prüfen");
        await office.LookAsync("gruppe-weitere-fehler");
        await office.PressAsync("1 Person anmelden");
        await Assertions.Expect(office.Page.GetByText("1 Person ist eingetragen.")).ToBeVisibleAsync();

        await office.OpenAsync(link);
        await office.Page.Locator("main tbody tr:has(a)", new() { HasTextString = "Angemeldet" }).First.Locator("a").ClickAsync();
        await office.LookAsync("gruppe-person-bestaetigt");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "Vertretung nennen" }).ClickAsync();
        await office.PressAsync("Vertretung eintragen");
        await office.LookAsync("gruppe-vertretung-fehler");
        await office.Page.GetByLabel("Vorname").FillAsync(LongName);
        await office.Page.GetByLabel("Nachname").FillAsync(LongFamilyName);
        await office.Page.GetByLabel("Dienstliche E-Mail-Adresse").FillAsync("vertretung@" + contact.Split('@')[1]);
        await office.LookAsync("gruppe-vertretung");
        await office.PressAsync("Vertretung eintragen");
        await Assertions.Expect(office.Page.GetByText("Die Vertretung ist eingetragen.")).ToBeVisibleAsync();
        await office.LookAsync("gruppe-vertreten");

        await using var organiser = await VisitorAsync(product);
        await organiser.SignInAsStaffAsync("organisation");
        await organiser.OpenAsync("/organisation/anmeldungen/gruppen");
        await organiser.LookAsync("organisation-gruppen");
        await organiser.Page.Locator("main tbody th a").First.ClickAsync();
        await organiser.LookAsync("organisation-gruppe-anmeldungen");
        await organiser.Page.Locator("main tbody th a").First.ClickAsync();
        await Assertions.Expect(organiser.Page.GetByText("Angemeldet von", new() { Exact = true })).ToBeVisibleAsync();
        await organiser.LookAsync("organisation-gruppe-person");
    }

    // The registration is open, people have seats, offices have registered theirs.
    private static Task<KongressProcess> StartAsync() => KongressProcess.StartDemoAsync(DemoStage.Open, 60, Ct);

    private async Task<Visitor> VisitorAsync(KongressProcess product)
    {
        var visitor = await chromium.NewVisitorAsync(address: product.Address);
        visitor.Expect("status of 404");
        return visitor;
    }

    /// <summary>The path of the link in the newest mail of a kind to an address, as it lies in the outbox.</summary>
    private static async Task<string> LinkAsync(KongressProcess product, string kind, string address)
    {
        await using var db = product.OpenDatabase();
        var mail = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Kind == kind && m.ToAddress == address).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).FirstAsync(Ct);
        return new Uri(Letters.Link(mail)).AbsolutePath;
    }
}
