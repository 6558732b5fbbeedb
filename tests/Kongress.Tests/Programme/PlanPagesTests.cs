using System.Net;
using Kongress.Accounts;
using Kongress.Programme;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Tests.Hosting;
using Kongress.Tests.Speakers;

namespace Kongress.Tests.Programme;

/// <summary>Rooms, themes, conflicts and balance as the programme team works on them.</summary>
public sealed class PlanPagesTests
{
    private const string Rooms = "/organisation/programm/raeume";
    private const string Tracks = "/organisation/programm/themen";
    private const string Conflicts = "/organisation/programm/konflikte";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_is_made_changed_moved_and_deleted_only_when_nothing_is_in_it()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("Auftakt"), office.At(11))).Slot!;
        await using var desk = Open(office);

        using var wrong = await desk.SendAsync(Rooms + "/bearbeiten", new Dictionary<string, string> { ["Input.Name"] = "forum a", ["Input.Capacity"] = "0" }, Ct);
        var page = await Desk.ParseAsync(wrong, Ct);
        Assert.Equal(2, page.QuerySelectorAll(".errors li").Length);
        Assert.Equal("forum a", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        using var made = await desk.SendAsync(Rooms + "/bearbeiten", new Dictionary<string, string>
        {
            ["Input.Name"] = "Foyer",
            ["Input.Capacity"] = "80",
            ["Input.ChangeoverMinutes"] = "0",
            ["Input.Equipment"] = "HearingLoop",
            ["Input.AllowsParallel"] = "true",
            ["Input.Directions"] = "Gleich am **Eingang**",
        }, Ct);
        Assert.Equal(Rooms, made.Headers.Location!.ToString());
        var foyer = (await office.Office.AllAsync<Room>(Ct)).Single(r => r.Name == "Foyer");
        Assert.Equal((80, 0, Equipment.HearingLoop, true, true, 4), (foyer.Capacity, foyer.ChangeoverMinutes, foyer.Equipment, foyer.AllowsParallel, foyer.IsStepFree, foyer.Position));

        using var up = await desk.SendAsync(Rooms, new Dictionary<string, string>(), Ct, $"raum={foyer.Id}&handler=Up");
        Assert.Equal(["Hauptbühne", "Forum A", "Foyer", "Forum B"], (await office.Office.AllAsync<Room>(Ct)).OrderBy(r => r.Position).Select(r => r.Name));

        using var used = await desk.SendAsync($"{Rooms}/{slot.RoomIds[0]}/loeschen", new Dictionary<string, string>(), Ct);
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.Contains("„Auftakt“ (11:00–12:00 Uhr, Hauptbühne)", (await Desk.ParseAsync(used, Ct)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var gone = await desk.SendAsync($"{Rooms}/{foyer.Id}/loeschen", new Dictionary<string, string>(), Ct);
        Assert.Equal(Rooms, gone.Headers.Location!.ToString());
        Assert.Equal(["Hauptbühne", "Forum A", "Forum B"], (await office.Office.AllAsync<Room>(Ct)).OrderBy(r => r.Position).Select(r => r.Name));
    }

    [Fact]
    public async Task A_theme_whose_colour_nobody_could_see_is_refused_and_deleting_one_leaves_its_sessions()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await using var desk = Open(office);

        foreach (var (colour, told) in new[] { ("#ffee55", "kaum zu sehen"), ("blau", "sechs Stellen"), ("#12345", "sechs Stellen") })
        {
            using var refused = await desk.SendAsync(Tracks + "/bearbeiten", new Dictionary<string, string> { ["Input.Name"] = "Register", ["Input.Colour"] = colour }, Ct);
            Assert.Contains(told, (await Desk.ParseAsync(refused, Ct)).QuerySelector("#Input_Colour-error")!.TextContent, StringComparison.Ordinal);
        }

        using var made = await desk.SendAsync(Tracks + "/bearbeiten", new Dictionary<string, string> { ["Input.Name"] = "Register", ["Input.Colour"] = "#2044AA" }, Ct);
        var track = Assert.Single(await office.Office.AllAsync<Track>(Ct));
        Assert.Equal(("Register", "#2044aa"), (track.Name, track.Colour));
        var session = await office.SessionAsync("Auftakt");
        await office.Office.UseAsync<SessionDesk, SaveOutcome>(d => d.EditAsync(office.Conference.Id, session.Id, session.Version, session.Content with { TrackId = track.Id }, "", ProgrammeOffice.Olga, Ct));
        Assert.Contains("1 Programmpunkt hat danach kein Thema mehr.", (await desk.ReadAsync($"{Tracks}/{track.Id}/loeschen", Ct)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var gone = await desk.SendAsync($"{Tracks}/{track.Id}/loeschen", new Dictionary<string, string>(), Ct);

        Assert.Empty(await office.Office.AllAsync<Track>(Ct));
        Assert.Null((await office.FreshAsync(session)).Content.TrackId);
    }

    [Theory, InlineData("#ffffff", 1), InlineData("#000000", 21), InlineData("#777777", 4.48), InlineData("#2044aa", 8.51)]
    public void Contrast_is_counted_as_the_guidelines_say(string colour, double expected) => Assert.Equal(expected, TrackColour.ToWhite(colour), 0.02);

    [Fact]
    public async Task A_conflict_is_found_taken_with_a_reason_and_taken_back()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11));
        await office.PlaceAsync(await office.SessionAsync("zwei"), office.At(11, 30));
        await using var desk = Open(office);

        var page = await desk.ReadAsync(Conflicts, Ct);
        var item = page.QuerySelector("#Error + .conflicts li")!;
        Assert.Contains("„eins“ (11:00–12:00 Uhr, Hauptbühne): Im Raum Hauptbühne ist gleichzeitig „zwei“", item.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, item.QuerySelectorAll("a[href*='/punkte/']").Length);
        Assert.Contains("tafel?tag=2027-03-27", item.InnerHtml, StringComparison.Ordinal);
        Assert.Empty((await desk.ReadAsync(Conflicts + "?art=NoModerator", Ct)).QuerySelectorAll(".conflicts li"));
        Assert.Single((await desk.ReadAsync(Conflicts + "?suche=zwei&schwere=Error&tag=2027-03-27&seite=%F0", Ct)).QuerySelectorAll("#Error + .conflicts li"));

        var accept = item.QuerySelector("a[href*='hinnehmen']")!.GetAttribute("href")!;
        using var empty = await desk.SendAsync(accept, new Dictionary<string, string> { ["Input.Reason"] = " " }, Ct);
        Assert.Contains("Bitte nennen Sie einen Grund", (await Desk.ParseAsync(empty, Ct)).QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        using var sent = await desk.SendAsync(accept, new Dictionary<string, string> { ["Input.Reason"] = "Der Saal ist geteilt <b>" }, Ct);
        Assert.Equal(Conflicts, sent.Headers.Location!.ToString());
        Assert.Null((await desk.ReadAsync(Conflicts, Ct)).QuerySelector("#Error"));
        Assert.Empty((await office.PreviewAsync()).Errors);
        Assert.Contains("Darf so bleiben: Der Saal ist geteilt <b>", (await desk.ReadAsync(Conflicts + "?hingenommen=true", Ct)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var back = await desk.SendAsync(Conflicts + "?hingenommen=true", new Dictionary<string, string>(), Ct, "handler=Reopen");
        Assert.Empty(await office.Office.AllAsync<AcceptedConflict>(Ct));
        Assert.Single((await office.PreviewAsync()).Errors);
        using var unknown = await desk.Browser.GetAsync(Conflicts + "/hinnehmen?konflikt=RoomTwice:1", Ct);
        Assert.Equal(Conflicts, unknown.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_balance_counts_each_person_once_in_all_and_gender_only_where_it_was_told()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var panel = await office.EmptySessionAsync("Podium");
        var talk = await office.EmptySessionAsync("Vortrag");
        var (city, federal, silent) = (await PersonAsync(office, "Stadt", AdministrativeLevel.Kommune, Gender.Female), await PersonAsync(office, "Bund", AdministrativeLevel.Bund, null), await PersonAsync(office, "Still", null, null));
        foreach (var person in new[] { city, federal, silent }) await office.Office.UseAsync<SessionDesk, bool>(d => d.AddPersonAsync(office.Conference.Id, panel.Id, person, ParticipationRole.Panellist, ProgrammeOffice.Olga, Ct));
        await office.Office.UseAsync<SessionDesk, bool>(d => d.AddPersonAsync(office.Conference.Id, talk.Id, city, ParticipationRole.Speaker, ProgrammeOffice.Olga, Ct));
        await office.Office.UseAsync<SessionDesk, bool>(d => d.AddPersonAsync(office.Conference.Id, talk.Id, federal, ParticipationRole.Interpreter, ProgrammeOffice.Olga, Ct));
        await using var desk = Open(office);

        var page = await desk.ReadAsync("/organisation/programm/ausgewogenheit", Ct);
        var rows = page.QuerySelectorAll(".list-table tbody tr").ToDictionary(r => r.QuerySelector("th a")!.TextContent, r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList());

        Assert.Contains("3 Personen auf 2 Programmpunkten", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["3", "1 Bund, 1 Kommune, 1 ohne Angabe", "1 Hessen", "1 weiblich"], rows["Podium"]);
        Assert.Equal(["1", "1 Kommune", "1 Hessen", "1 weiblich"], rows["Vortrag"]);
        Assert.Contains("Nach Geschlecht (1 von 3 mit Angabe)", page.QuerySelector("#geschlecht")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Noch steht niemand auf der Bühne", (await desk.ReadAsync("/organisation/programm/ausgewogenheit?zugesagt=true", Ct)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Guid> PersonAsync(ProgrammeOffice office, string name, AdministrativeLevel? level, Gender? gender) => (await office.Office.UseAsync<SpeakerDesk, Speaker>(desk => desk.CreateAsync(
        office.Conference.Id,
        new SpeakerEdit(new SpeakerProfile { GivenName = "Kim", FamilyName = name, Organisation = "Amt", Level = level, Land = level is AdministrativeLevel.Kommune ? Land.Hessen : null, Gender = gender }, new SpeakerContact(), new SpeakerNeeds(), true, false, RecordingConsent.Unknown),
        ProgrammeOffice.Olga,
        Ct))).Id;

    [Fact]
    public async Task The_history_of_a_session_says_in_words_where_it_stood()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.SessionAsync("Auftakt");
        var slot = (await office.PlaceAsync(session, office.At(11))).Slot!;
        await office.MoveAsync(slot, office.At(14), room: 1);
        await using var desk = Open(office);

        var history = (await desk.ReadAsync($"/organisation/programm/punkte/{session.Id}", Ct)).QuerySelectorAll(".history li .kern-body--muted").Select(p => p.TextContent);

        Assert.Equal(
            ["Sa., 27. März 2027, 11:00 Uhr, 60 Minuten, Hauptbühne → Sa., 27. März 2027, 14:00 Uhr, 60 Minuten, Forum A", "– → Sa., 27. März 2027, 11:00 Uhr, 60 Minuten, Hauptbühne"],
            history.Where(p => p.Contains("Minuten", StringComparison.Ordinal)));
    }

    private static Desk Open(ProgrammeOffice office) => Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), ProgrammeOffice.Olga, Roles.Programme);
}
