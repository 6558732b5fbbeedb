using System.Net;
using System.Text;
using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Rows;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Withdrawals;

namespace Kongress.Tests.Registrations.Imports;

/// <summary>An organiser reads in people from a list, as often as they like.</summary>
public sealed class ReadingInPeopleTests
{
    private const string Head = "Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene;Land;Tag 1;Tag 2;Abend\r\n";
    private const string Jo = "A-1;Jo;Weiß;jo@stadt-koeln.example;Stadt Köln;Kommune;Nordrhein-Westfalen;ja;ja;nein\r\n";
    private const string Ayse = "A-2;Ayşe;Şahin;ayse@bund.de;BMI;Bund;;ja;nein;nein\r\n";

    private const string Page = "/organisation/anmeldungen/einlesen";

    private static readonly Guid Olga = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task New_people_confirm_personally_learn_the_source_and_need_no_admission(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);

        Assert.Equal("New New", await PreviewAsync(office, conference, Jo + Ayse));
        Assert.Empty(await office.AllAsync<Registration>(Ct));
        Assert.Equal("New New", await CarryOutAsync(office, conference, Jo + Ayse));

        var mail = (await office.AllAsync<OutgoingMail>(Ct)).Single(m => m.ToAddress == "jo@stadt-koeln.example");
        Assert.Contains("Meldung der Staatskanzlei (Art. 14 DSGVO)", Letters.Read(mail).TextBody!, StringComparison.Ordinal);
        var secret = Letters.Secret(mail);
        Assert.Equal(ConfirmEmailOutcome.Confirmed, (await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct))).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task The_same_file_again_changes_nothing_and_a_corrected_one_only_what_differs(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo + Ayse);
        var mails = (await office.AllAsync<OutgoingMail>(Ct)).Count;

        Assert.Equal("Unchanged Unchanged", await CarryOutAsync(office, conference, Jo + Ayse));
        var corrected = Jo.Replace("Weiß", "Weiß-Groß", StringComparison.Ordinal) + Ayse;
        var foreseen = (await office.UseAsync<AttendeeImportDesk, (AttendeeReport? Report, SheetRefusal?)>(desk => desk.PreviewAsync(conference, Bytes(corrected), Ct))).Report!.Lines[0];
        Assert.Equal(("Weiß", "Weiß-Groß", foreseen.Before!.Days), (foreseen.Before.Person.FamilyName, foreseen.After!.Person.FamilyName, foreseen.After.Days));
        Assert.Equal("Changed Unchanged", await CarryOutAsync(office, conference, corrected));

        Assert.Equal(mails, (await office.AllAsync<OutgoingMail>(Ct)).Count);
        Assert.Equal("Weiß-Groß", (await office.RegistrationOfAsync("jo@stadt-koeln.example", Ct)).Person.FamilyName);
        Assert.Equal(["New 2, Changed 0, Unchanged 0, Linked 0, Faulty 0", "New 0, Changed 0, Unchanged 2, Linked 0, Faulty 0", "New 0, Changed 1, Unchanged 1, Linked 0, Faulty 0"],
            (await office.AllAsync<Change>(Ct)).Where(c => c.Action == "Registrations.Imported" && c.ActorId == Olga).OrderBy(c => c.Id).Select(c => c.Detail));
    }

    [Fact]
    public async Task Who_is_registered_already_is_linked_and_stays_as_they_are()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await office.RegisterAsync(conference, "ayse@bund.de", Ct);
        var before = await office.RegistrationOfAsync("ayse@bund.de", Ct);

        Assert.Equal("Linked", await CarryOutAsync(office, conference, Ayse));

        Assert.Equal(before.Version, (await office.RegistrationOfAsync("ayse@bund.de", Ct)).Version);
        Assert.Equal(before.Id, Assert.Single(await office.AllAsync<ImportedAttendee>(Ct)).RegistrationId);
    }

    [Fact]
    public async Task Faults_and_ended_registrations_are_told_and_left_alone()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo + Ayse);
        var ayse = await office.RegistrationOfAsync("ayse@bund.de", Ct);
        await office.UseAsync<ReviewDesk, CancelOutcome>(desk => desk.CancelAsync(ayse.Id, Olga, null, Ct));

        var report = (await office.UseAsync<AttendeeImportDesk, (AttendeeReport? Report, SheetRefusal?)>(desk => desk.PreviewAsync(conference, Bytes(
            Jo.Replace("jo@", "anders@", StringComparison.Ordinal) + Ayse + "A-1;X;Y;x@bund.de;BMI;Bund;;ja;ja;ja\r\n;X;Y;y@bund.de;GmbH;Unternehmen;;ja;vielleicht;ja\r\nA-3;X;Y;z@bund.de;Stadt;Kommune;;ja;ja;ja\r\n"), Ct))).Report!;

        Assert.Equal(
            ["Faulty OtherAddress ", "Unchanged Ended ", "Faulty None Reference ReferenceTwice", "Faulty None Days UnclearAnswer|Reference Missing|Level Company", "Faulty None Land Missing"],
            report.Lines.Select(l => $"{l.Kind} {l.Note} {string.Join('|', l.Row.Problems.Select(p => $"{p.Field} {p.Fault}"))}"));
    }

    [Theory, EveryDatabase]
    public async Task Who_let_the_time_pass_is_read_in_anew_or_recognised_where_they_registered_themselves(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo + Ayse);
        office.Clock.Advance(TimeSpan.FromHours(49));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));
        await office.SubmitAsync(conference, Any.Submission("ayse@bund.de"), Ct);
        // The address was wrong and is corrected.
        var corrected = Jo.Replace("jo@", "jo.weiss@", StringComparison.Ordinal) + Ayse;

        Assert.Equal("New Linked", await PreviewAsync(office, conference, corrected));
        Assert.Equal("New Linked", await CarryOutAsync(office, conference, corrected));
        Assert.Equal("Unchanged Unchanged", await CarryOutAsync(office, conference, corrected));

        var living = (await office.AllAsync<Registration>(Ct)).Where(r => r.IsActive).Select(r => r.Id).Order();
        Assert.Equal(living, (await office.AllAsync<ImportedAttendee>(Ct)).Select(i => i.RegistrationId).Order());
        // The organiser vouches for them as before.
        var secret = await office.LastSecretAsync("Registration.Imported", "jo.weiss@stadt-koeln.example", Ct);
        Assert.Equal(ConfirmEmailOutcome.Confirmed, (await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct))).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task The_report_and_the_deed_agree_about_a_reference_in_small_letters(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo);
        var small = Jo.Replace("A-1", "a-1", StringComparison.Ordinal).Replace("Weiß", "Groß", StringComparison.Ordinal);

        var foreseen = await PreviewAsync(office, conference, small);

        Assert.Equal(foreseen, await CarryOutAsync(office, conference, small));
    }

    [Theory, EveryDatabase]
    public async Task Two_organisers_at_once_read_in_everybody_once(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(10, Ct);

        await Task.WhenAll(Enumerable.Range(1, 2).Select(_ => Task.Run(() => CarryOutAsync(office, conference, Jo + Ayse), Ct)));

        Assert.Equal(2, (await office.AllAsync<Registration>(Ct)).Count);
        Assert.Equal(2, (await office.AllAsync<ImportedAttendee>(Ct)).Count);
    }

    [Fact]
    public async Task Without_the_lock_the_second_organiser_is_stopped_by_the_index_only()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        var bothHaveLooked = new Rendezvous(2);
        var race = office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = CarryOutAsync(race, conference, Jo);
        await bothHaveLooked.Arrived(1);
        var second = CarryOutAsync(race, conference, Jo);

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => Task.WhenAll(first, second));
    }

    [Fact]
    public async Task What_somebody_changed_themselves_stays_until_the_list_says_something_new_about_it()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo);
        var jo = await office.RegistrationOfAsync("jo@stadt-koeln.example", Ct);
        await office.UseAsync<RegistrationDesk>(async desk => await desk.ConfirmEmailAsync(await office.LastSecretAsync("Registration.Imported", jo.Email, Ct), Ct));
        jo = await office.RegistrationOfAsync(jo.Email, Ct);
        await office.UseAsync<AnswersDesk, ChangeOutcome>(desk => desk.ChangeAsync(jo.Id, jo.AccountId!.Value, jo.Version, jo.Person with { Function = "Amtsleitung" }, jo.Attendance with { Day2 = false, NoPhoto = true }, null, Ct));
        await office.UseAsync<AssistantDesk, AssistantOutcome>(desk => desk.AddAsync(jo.AccountId!.Value, jo.Id, Guid.CreateVersion7(), "Kim", "Begleiter", Ct));

        Assert.Equal("Unchanged", await CarryOutAsync(office, conference, Jo));
        Assert.Equal("Changed", await CarryOutAsync(office, conference, Jo.Replace("ja;ja;nein", "ja;ja;ja", StringComparison.Ordinal)));
        Assert.Equal("Unchanged", await CarryOutAsync(office, conference, Jo.Replace("ja;ja;nein", "ja;ja;ja", StringComparison.Ordinal)));

        var people = (await office.AllAsync<Registration>(Ct)).OrderBy(r => r.OrderNumber).Select(r => (r.Person.GivenName, r.Person.Function, r.Attendance.Day1, r.Attendance.Day2, r.Attendance.Evening, r.Attendance.NoPhoto));
        Assert.Equal([("Jo", "Amtsleitung", true, false, true, true), ("Kim", null, true, false, true, false)], people);
        // Nothing would be left of the first day alone: then the list decides.
        Assert.Equal("Changed", await CarryOutAsync(office, conference, Jo.Replace("ja;ja;nein", "nein;ja;nein", StringComparison.Ordinal)));
        var after = (await office.RegistrationOfAsync(jo.Email, Ct)).Attendance;
        Assert.Equal((false, true, false), (after.Day1, after.Day2, after.Evening));
    }

    [Fact]
    public async Task Stopped_halfway_and_begun_again_it_goes_on_where_it_stopped()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(conference, Bytes(Jo + Ayse), "Meldung", Olga, new After(1, stop.Cancel), stop.Token)));
        Assert.Equal("jo@stadt-koeln.example", Assert.Single(await office.AllAsync<Registration>(Ct)).Email);

        Assert.Equal("Unchanged New", await CarryOutAsync(office, conference, Jo + Ayse));
        Assert.Equal(2, (await office.AllAsync<OutgoingMail>(Ct)).Count);
    }

    [Fact]
    public async Task The_report_asks_the_database_as_often_for_1_row_as_for_500()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(10, Ct);
        await CarryOutAsync(office, conference, Jo + Ayse);
        using var counter = new CommandCounter(office.Database);

        await PreviewAsync(office, conference, Jo);
        var few = counter.Take();
        await PreviewAsync(office, conference, Jo + string.Concat(Enumerable.Range(1, AttendeeImportDesk.MostRows - 1).Select(i => $"B-{i};Kim;Weiß;kim{i}@bund.de;BMI;Bund;;ja;nein;nein\r\n")));

        Assert.Equal((2, 2), (few, counter.Take()));
    }

    [Fact]
    public async Task The_page_shows_the_report_asks_for_the_source_reads_in_and_tells_what_is_still_missing()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Olga, Roles.Organiser);
        var (report, _) = await UploadAsync(desk, Jo + Ayse.Replace("Bund;", "Firma;", StringComparison.Ordinal));

        Assert.Contains("Bericht über „liste.csv“", await TextAsync(desk, report), StringComparison.Ordinal);
        Assert.DoesNotContain("jo@stadt-koeln.example", await TextAsync(desk, report + "&nur=fehler"), StringComparison.Ordinal);
        using (var silent = await desk.SendAsync(report, new Dictionary<string, string>(), Ct, "CarryOut")) Assert.Contains("von wem die Angaben sind", (await Desk.ParseAsync(silent, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var done = await desk.SendAsync(report, new Dictionary<string, string> { ["Input.Source"] = "Meldung" }, Ct, "CarryOut")) Assert.Equal(report, done.Headers.Location!.OriginalString);

        Assert.Single(await office.AllAsync<Registration>(Ct));
        var end = await TextAsync(desk, report);
        Assert.Contains("1 Person ist neu eingetragen und wird angeschrieben.", end, StringComparison.Ordinal);
        Assert.Contains("Eine Zeile fehlt noch", end, StringComparison.Ordinal);
        Assert.Contains("ayse@bund.de", end, StringComparison.Ordinal);
        Assert.DoesNotContain("jo@stadt-koeln.example", end, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_read_in_the_page_can_be_left_and_a_second_press_begins_nothing()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(10, Ct);
        await using var desk = Desk.Open(office.Database, Olga, Roles.Organiser);
        var (report, token) = await UploadAsync(desk, Jo + Ayse);
        // Somebody else writes for long: reading in cannot go on.
        var (isHeld, isOver) = (new TaskCompletionSource(), new TaskCompletionSource());
        var other = office.UseAsync<KongressDb, bool>(db => db.InTransactionAsync(
            async () =>
            {
                isHeld.SetResult();
                await isOver.Task;
                return true;
            },
            Ct));
        await isHeld.Task;

        var first = PressAsync();
        while (!(await TextAsync(desk, report)).Contains("0 von 2 Zeilen aus „liste.csv“ sind eingelesen.", StringComparison.Ordinal)) Ct.ThrowIfCancellationRequested();
        Assert.Contains("Sie lesen gerade eine Datei ein.", await TextAsync(desk, Page), StringComparison.Ordinal);
        using (var second = await PressAsync()) Assert.Equal(report, second.Headers.Location!.OriginalString);
        isOver.SetResult();
        await other;
        using (var answer = await first) Assert.Equal(report, answer.Headers.Location!.OriginalString);

        Assert.Contains("2 Personen sind neu eingetragen und werden angeschrieben.", await TextAsync(desk, report), StringComparison.Ordinal);
        Assert.Equal(2, (await office.AllAsync<Registration>(Ct)).Count);
        Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Registrations.Imported");

        async Task<HttpResponseMessage> PressAsync()
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Input.Source"] = "Meldung" });
            return await desk.Browser.PostAsync(report + "&handler=CarryOut", content, Ct);
        }
    }

    private static async Task<(string Report, string Token)> UploadAsync(Desk desk, string rows)
    {
        var token = ((AngleSharp.Html.Dom.IHtmlInputElement)(await desk.ReadAsync(Page, Ct)).QuerySelector("main input[name=__RequestVerificationToken]")!).Value;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Bytes(rows)), "Input.File", "liste.csv" } };
        using var answer = await desk.Browser.PostAsync(Page, content, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (answer.Headers.Location!.OriginalString, token);
    }

    private static async Task<string> TextAsync(Desk desk, string path) => (await desk.ReadAsync(path, Ct)).Body!.TextContent;

    private static async Task<string> PreviewAsync(Office office, Conference conference, string rows) =>
        Kinds((await office.UseAsync<AttendeeImportDesk, (AttendeeReport? Report, SheetRefusal?)>(desk => desk.PreviewAsync(conference, Bytes(rows), Ct))).Report!);

    private static async Task<string> CarryOutAsync(Office office, Conference conference, string rows) =>
        Kinds((await office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(conference, Bytes(rows), "Meldung der Staatskanzlei", Olga, null, Ct)))!);

    private static string Kinds(AttendeeReport report) => string.Join(' ', report.Lines.Select(l => l.Kind));

    private static byte[] Bytes(string rows) => Encoding.UTF8.GetBytes(Head + rows);

    private sealed class After(int rows, Action act) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == rows) act();
        }
    }
}
