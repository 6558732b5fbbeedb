using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Exports;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Invitations;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Reminders;
using Kongress.Speakers;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Kongress.Workshops.Blocks;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Security;

/// <summary>An edition in use and an earlier one, with one of everything that a page can be about.</summary>
internal sealed class World(Office office, Conference conference, Conference earlier) : IAsyncDisposable
{
    public const string Ayse = "ayse@bund.de";
    public const string Applicant = "neu@gmbh.example";
    public const string Waiting = "wartet@bund.de";
    public const string Former = "frueher@gmbh.example";
    public const string StaffAddress = "olaf@land.example";
    public const string SecuredAddress = "sicher@land.example";
    public const string Password = "Drei Zebras tanzen langsam";

    public Office Office => office;

    public Conference Conference => conference;

    public Conference Earlier => earlier;

    /// <summary>Has a place and a ticket.</summary>
    public Registration Attendee { get; private set; } = null!;

    /// <summary>Waits for a decision.</summary>
    public Registration UnderReview { get; private set; } = null!;

    /// <summary>Was offered a place; <see cref="OfferSecret"/> answers it.</summary>
    public Registration Offered { get; private set; } = null!;

    /// <summary>Waits for a decision at the earlier edition.</summary>
    public Registration Foreign { get; private set; } = null!;

    public CheckInList Door { get; private set; } = null!;

    /// <summary>In which no workshop begins.</summary>
    public WorkshopBlock Block { get; } = new() { Name = "Morgens", Day = 1, From = new TimeOnly(6, 0), Until = new TimeOnly(7, 0), Most = 1 };

    /// <summary>A workshop that nobody has anything to do with yet.</summary>
    public Workshop Untouched { get; private set; } = null!;

    /// <summary>The list of the first workshop's door.</summary>
    public Guid WorkshopDoor { get; private set; }

    public CheckInList ForeignDoor { get; private set; } = null!;

    /// <summary>On the plan, with one person who was asked.</summary>
    public Session Session { get; private set; } = null!;

    /// <summary>Was asked; <see cref="AnswerSecret"/> answers.</summary>
    public Participation Participation { get; private set; } = null!;

    /// <summary>Where <see cref="Session"/> stands in the draft.</summary>
    public Slot Slot { get; private set; } = null!;

    /// <summary>Nothing is planned in it.</summary>
    public Room Room { get; private set; } = null!;

    public Track Track { get; private set; } = null!;

    /// <summary>A conflict of <see cref="Session"/> that may stay.</summary>
    public string ConflictKey => $"{ConflictKind.Unconfirmed}:{Slot.Id:N}:{Participation.SpeakerId:N}";

    /// <summary>Published: <see cref="Session"/> where it was first.</summary>
    public Release Release { get; private set; } = null!;

    /// <summary>Waits for the day before the congress.</summary>
    public Release PlannedRelease { get; private set; } = null!;

    /// <summary>The seat of <see cref="Attendee"/> in <see cref="Session"/>.</summary>
    public SignUp SignUp { get; private set; } = null!;

    /// <summary>A draw that gave <see cref="Attendee"/> nothing.</summary>
    public Guid PublishedDraw { get; private set; }

    /// <summary>For guests, good once.</summary>
    public InvitationCode Code { get; private set; } = null!;

    /// <summary>Of the link of a personal invitation that nobody has answered.</summary>
    public string InvitedSecret { get; private set; } = "";

    /// <summary>For science, without a place.</summary>
    /// <summary>The invitation of <see cref="InvitedSecret"/>.</summary>
    public Guid Invited { get; private set; }

    public Contingent Contingent { get; private set; } = null!;

    /// <summary>The account of the person of <see cref="Participation"/>.</summary>
    public Guid SpeakerAccountId { get; private set; }

    public ExportTemplate Template { get; private set; } = null!;

    /// <summary>Of a group that an office registered; opens its page.</summary>
    public string GroupSecret { get; private set; } = "";

    /// <summary>Has yet to confirm.</summary>
    public GroupMember GroupMember { get; private set; } = null!;

    public string AnswerSecret { get; private set; } = "";

    /// <summary>A failed mail.</summary>
    public OutgoingMail Mail { get; private set; } = null!;

    /// <summary>Has a password and has yet to set up the second factor.</summary>
    public Account Staff { get; private set; } = null!;

    /// <summary>Has both.</summary>
    public Account Secured { get; private set; } = null!;

    public string ConfirmSecret { get; private set; } = "";

    public string OfferSecret { get; private set; } = "";

    public string InvitationSecret { get; private set; } = "";

    public string SignInSecret { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<World> MakeAsync()
    {
        var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var earlier = await office.ConferenceAsync(10, Ct, c => (c.Number, c.IsCurrent, c.Name) = (14, false, "14. IT-Planungskongress"));
        var conference = await office.ConferenceAsync(2, Ct, ConferenceDefaults.Fill);
        var world = new World(office, conference, earlier);
        await world.FillAsync();
        return world;
    }

    /// <summary>An installation without any edition: nothing of the rest is there.</summary>
    public static async Task<World> NothingYetAsync() => new(await Office.OpenAsync(Databases.Sqlite, Ct), null!, null!);

    /// <summary>The route with ids and secrets that exist.</summary>
    public string Address(string route) => route
        .Replace("/beitraege/{id:guid}", $"/beitraege/{Participation.Id}", StringComparison.Ordinal)
        .Replace("/zeitblock/{id:guid?}", $"/zeitblock/{Block.Id}", StringComparison.Ordinal)
        .Replace("/workshops/{id:guid}", $"/workshops/{Session.Id}", StringComparison.Ordinal)
        .Replace("{draw:guid}", PublishedDraw.ToString(), StringComparison.Ordinal)
        .Replace("{registration:guid}", Attendee.Id.ToString(), StringComparison.Ordinal)
        .Replace("{signUp:guid}", SignUp.Id.ToString(), StringComparison.Ordinal)
        .Replace("{person:guid}", Participation.Id.ToString(), StringComparison.Ordinal)
        .Replace("/punkte/{id:guid}", $"/punkte/{Session.Id}", StringComparison.Ordinal)
        .Replace("/punkte/bearbeiten/{id:guid?}", $"/punkte/bearbeiten/{Session.Id}", StringComparison.Ordinal)
        .Replace("/mitwirkende/{id:guid}", $"/mitwirkende/{Participation.SpeakerId}", StringComparison.Ordinal)
        .Replace("/mitwirkende/bearbeiten/{id:guid?}", $"/mitwirkende/bearbeiten/{Participation.SpeakerId}", StringComparison.Ordinal)
        .Replace("/raeume/{id:guid}", $"/raeume/{Room.Id}", StringComparison.Ordinal)
        .Replace("/raeume/bearbeiten/{id:guid?}", $"/raeume/bearbeiten/{Room.Id}", StringComparison.Ordinal)
        .Replace("/themen/{id:guid}", $"/themen/{Track.Id}", StringComparison.Ordinal)
        .Replace("/themen/bearbeiten/{id:guid?}", $"/themen/bearbeiten/{Track.Id}", StringComparison.Ordinal)
        .Replace("/fassungen/{id:guid}/zuruecknehmen", $"/fassungen/{PlannedRelease.Id}/zuruecknehmen", StringComparison.Ordinal)
        .Replace("/fassungen/{id:guid}", $"/fassungen/{Release.Id}", StringComparison.Ordinal)
        .Replace("/zeiten/{id:guid}", $"/zeiten/{Participation.SpeakerId}", StringComparison.Ordinal)
        .Replace("/dateien/{id:guid}", $"/dateien/{Session.Id}", StringComparison.Ordinal)
        .Replace("/vorlagen/{id:guid}", $"/vorlagen/{Template.Id}", StringComparison.Ordinal)
        .Replace("/vorlagen/bearbeiten/{id:guid?}", $"/vorlagen/bearbeiten/{Template.Id}", StringComparison.Ordinal)
        .Replace("/gruppe/{secret}", $"/gruppe/{GroupSecret}", StringComparison.Ordinal)
        .Replace("{member:guid}", GroupMember.Id.ToString(), StringComparison.Ordinal)
        .Replace("antwort/{secret}", $"antwort/{AnswerSecret}", StringComparison.Ordinal)
        .Replace("{listId:guid}/liste", $"{WorkshopDoor}/liste", StringComparison.Ordinal)
        .Replace("{listId:guid}", Door.Id.ToString(), StringComparison.Ordinal)
        .Replace("/organisation/anmeldungen/{id:guid}", $"/organisation/anmeldungen/{(route.EndsWith("/ablehnen", StringComparison.Ordinal) ? UnderReview : Attendee).Id}", StringComparison.Ordinal)
        .Replace("/plaetze/code/{id:guid?}", $"/plaetze/code/{Code.Id}", StringComparison.Ordinal)
        .Replace("/anmeldung/code/{code}", $"/anmeldung/code/{Code.Code}", StringComparison.Ordinal)
        .Replace("/anmeldung/einladung/{secret}", $"/anmeldung/einladung/{InvitedSecret}", StringComparison.Ordinal)
        .Replace("/einladungen/{id:guid}", $"/einladungen/{Invited}", StringComparison.Ordinal)
        .Replace("/kontingent/{id:guid?}", $"/kontingent/{Contingent.Id}", StringComparison.Ordinal)
        .Replace("/kontingent/{id:guid}", $"/kontingent/{Contingent.Id}", StringComparison.Ordinal)
        .Replace("/organisation/postausgang/{id:guid}", $"/organisation/postausgang/{Mail.Id}", StringComparison.Ordinal)
        .Replace("/betrieb/konten/{id:guid}", $"/betrieb/konten/{Staff.Id}", StringComparison.Ordinal)
        .Replace("bestaetigen/{secret}", $"bestaetigen/{ConfirmSecret}", StringComparison.Ordinal)
        .Replace("angebot/{secret}", $"angebot/{OfferSecret}", StringComparison.Ordinal)
        .Replace("link/{secret}", $"link/{SignInSecret}", StringComparison.Ordinal)
        .Replace("{secret}", InvitationSecret, StringComparison.Ordinal)
        .Replace("{slug}", "impressum", StringComparison.Ordinal)
        .Replace("{language}", "en", StringComparison.Ordinal)
        .Replace("{code}", Session.Code, StringComparison.Ordinal)
        .Replace("{code:int}", "404", StringComparison.Ordinal)
        .Replace("/{handler?}", "", StringComparison.Ordinal)
        .Replace("{**path}", "", StringComparison.Ordinal)
        .Replace("{*path}", "gibt-es-nicht", StringComparison.Ordinal);

    /// <summary>The secret with which the first administrator sets the installation up. Every start of a host ends the ones before.</summary>
    public async Task<string> SetUpSecretAsync() => (await office.UseAsync<StaffDesk, string?>(desk => desk.IssueSetUpLinkAsync(Ct)))!;

    /// <summary>Gives <see cref="GroupMember"/> a place, as if one had been free and they had confirmed.</summary>
    public Task AdmitGroupMemberAsync() => ChangeAsync(db => db.Set<Registration>().Where(r => r.Id == GroupMember.RegistrationId)
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.HoldsPlace, true).SetProperty(r => r.Status, RegistrationStatus.Confirmed).SetProperty(r => r.HeldUntil, (DateTimeOffset?)null), Ct));

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task FillAsync()
    {
        await office.SubmitAsync(conference, Any.Submission(Ayse) with { Health = new HealthInput(Diet.Vegan, "Erdnuss", Assistance.QuietRoom, "Erdgeschoss", "test") }, Ct);
        await office.UseAsync<RegistrationDesk>(async desk => await desk.ConfirmEmailAsync(await office.LastSecretAsync("Registration.ConfirmEmail", Ayse, Ct), Ct));
        await office.RegisterAsync(conference, Applicant, Ct);
        await office.RegisterAsync(conference, Waiting, Ct);
        await office.RegisterAsync(earlier, Former, Ct);
        // One place more: it is offered to the one who waits.
        await ChangeAsync(db => db.Set<Conference>().Where(c => c.Id == conference.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 3), Ct));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(conference.Id, Ct));
        await office.SubmitAsync(conference, Any.Submission("unbestaetigt@bund.de"), Ct);
        Door = (await office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(conference, Ct)))[0];
        ForeignDoor = (await office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(earlier, Ct)))[0];
        await office.UseAsync<ReminderDesk>(desk => desk.EnsureRulesAsync(conference, Ct));
        Staff = await office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync(StaffAddress, "Olaf Organisator", [Roles.Organiser], Password, office.Clock.GetUtcNow(), Ct));
        Secured = await office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync(SecuredAddress, "Sina Sicher", [Roles.Organiser], Password, office.Clock.GetUtcNow(), Ct));
        await office.UseAsync<StaffDesk>(desk => desk.InviteAsync("neue.kraft@land.example", "Neue Kraft", [Roles.Door], Staff.Id, Ct));
        await office.UseAsync<SignInDesk>(desk => desk.RequestAsync(Ayse, Ct));

        await PlanAsync();
        await office.UseAsync<GroupDesk, GroupResult>(desk => desk.SubmitAsync(
            conference, new GroupSubmission(Guid.CreateVersion7(), "sekretariat@bund.de", Any.Submission("x@bund.de").Person, [new TypedRow { GivenName = "Jo", FamilyName = "Weiß", Email = "jo@bund.de" }], "de"), Ct));
        await office.UseAsync<ExportTemplateDesk, TemplateOutcome>(desk => desk.SaveAsync(conference.Id, null, default, new ExportTemplateEdit("Namensschilder", ["Vorname", "Nachname"], "", ExportFormat.Csv), Staff.Id, Ct));
        Template = (await office.AllAsync<ExportTemplate>(Ct)).Single();
        GroupSecret = await office.LastSecretAsync("Group.Link", "sekretariat@bund.de", Ct);
        GroupMember = (await office.AllAsync<GroupMember>(Ct)).Single();
        await office.UseAsync<ContingentDesk>(desk => desk.CarryOutAsync(conference.Id, new ContingentChange.Keep(null, default, new ContingentSettings { Name = "Wissenschaft", LevelList = "Wissenschaft" }), Staff.Id, Ct));
        Code = (await office.UseAsync<InvitationDesk, (CodeOutcome, InvitationCode? Code)>(desk => desk.SaveCodeAsync(conference.Id, null, default, new InvitationCodeSettings { Name = "Gäste", Uses = 1, EndsAt = conference.RegistrationClosesAt, Kind = AttendeeKind.HostGuest }, Staff.Id, Ct))).Code!;
        await office.UseAsync<InvitationDesk>(desk => desk.InviteAsync(conference.Id, ["gast@firma.example"], new InvitationTerms(null, AttendeeKind.Exhibitor, conference.RegistrationClosesAt, Language.German), Staff.Id, Ct));
        InvitedSecret = await office.LastSecretAsync("Registration.Invited", "gast@firma.example", Ct);
        Invited = (await office.AllAsync<Kongress.Registrations.Invitations.Invitation>(Ct)).Single().Id;
        // Long enough ago to be reminded of.
        await ChangeAsync(db => db.Set<Kongress.Registrations.Invitations.Invitation>().ExecuteUpdateAsync(set => set.SetProperty(i => i.InvitedAt, office.Clock.GetUtcNow().AddDays(-5)), Ct));
        Contingent = (await office.AllAsync<Contingent>(Ct)).Single();

        Attendee = await office.RegistrationOfAsync(Ayse, Ct);
        await SeatAsync();
        UnderReview = await office.RegistrationOfAsync(Applicant, Ct);
        Offered = await office.RegistrationOfAsync(Waiting, Ct);
        Foreign = await office.RegistrationOfAsync(Former, Ct);
        ConfirmSecret = await office.LastSecretAsync("Registration.ConfirmEmail", "unbestaetigt@bund.de", Ct);
        OfferSecret = await office.LastSecretAsync("Registration.Offer", Waiting, Ct);
        InvitationSecret = await office.LastSecretAsync("Account.Invitation", "neue.kraft@land.example", Ct);
        SignInSecret = await office.LastSecretAsync("Account.SignIn", Ayse, Ct);
        Mail = (await office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Registration.Confirmed" && m.ToAddress == Ayse);
        await ChangeAsync(db => db.Set<OutgoingMail>().Where(m => m.Id == Mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.LastError, "550 No such user"), Ct));
        await ChangeAsync(db => db.Set<Account>().Where(a => a.Id == Secured.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true), Ct));
        await ChangeAsync(db =>
        {
            db.Add(new IdentityUserToken<Guid> { UserId = Secured.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "JBSWY3DPEHPK3PXP" });
            return db.SaveChangesAsync(Ct);
        });
        // Not today, but staff had a reason.
        await office.UseAsync<CheckInDesk>(desk => desk.ScanAsync(conference, Door.Id, new ScanRequest(Guid.CreateVersion7(), null, ScanMethod.Search, Attendee.Id, OverruleReason: "Bringt den Schlüssel"), Staff.Id, Ct));
    }

    private async Task PlanAsync()
    {
        const string email = "buehne@stadt.example";
        var speaker = await office.UseAsync<SpeakerDesk, Speaker>(desk => desk.CreateAsync(
            conference.Id,
            new SpeakerEdit(new SpeakerProfile { GivenName = "Bärbel", FamilyName = "Bühne", Organisation = "Stadt Köln" }, new SpeakerContact { Email = email }, new SpeakerNeeds(), true, false, RecordingConsent.Unknown),
            Staff.Id,
            Ct));
        var session = await office.UseAsync<SessionDesk, Session>(desk => desk.CreateAsync(conference.Id, new SessionContent { Title = "Register", Minutes = 60 }, "", Staff.Id, Ct));
        await office.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(conference.Id, session.Id, speaker.Id, ParticipationRole.Speaker, Staff.Id, Ct));
        await office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(conference.Id, session.Id, SessionState.Accepted, null, Staff.Id, Ct));
        Session = (await office.UseAsync<SessionDesk, Session?>(desk => desk.FindAsync(conference.Id, session.Id, Ct)))!;
        Participation = Session.Participations[0];
        foreach (var name in new[] { "Hauptbühne", "Forum A" }) await office.UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveRoomAsync(conference.Id, null, default, room => (room.Name, room.Capacity) = (name, 100), Staff.Id, Ct));
        Room = (await office.AllAsync<Room>(Ct)).OrderBy(r => r.Position).First();
        foreach (var name in new[] { "Register", "Stadt, Land, Kreis" }) await office.UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveTrackAsync(conference.Id, null, default, name, "#2044aa", Staff.Id, Ct));
        Track = (await office.AllAsync<Track>(Ct)).OrderBy(t => t.Position).First();
        var start = conference.Time.Instant(conference.Days[0].Date, conference.Days[0].StartsAt);
        Slot = (await office.UseAsync<BoardDesk, BoardResult>(desk => desk.PlaceAsync(conference.Id, session.Id, [], start, 60, Staff.Id, Ct))).Slot!;
        // Each version of the plan differs from the others: two releases, of which one waits, and the draft.
        Release = await ReleaseAsync("Erste Fassung", null);
        await MoveAsync(start.AddHours(1));
        PlannedRelease = await ReleaseAsync("Zweite Fassung", conference.StartsAt.AddDays(-1));
        await MoveAsync(start.AddHours(2));
        await office.UseAsync<ParticipationDesk, InviteOutcome>(desk => desk.InviteAsync(conference.Id, Participation.Id, Staff.Id, Ct));
        await office.UseAsync<SessionDesk>(desk => desk.AcceptConflictAsync(conference.Id, ConflictKey, "Hat am Telefon zugesagt", Staff.Id, Ct));
        AnswerSecret = await office.LastSecretAsync("Programme.Invitation", email, Ct);
        SpeakerAccountId = (await office.AllAsync<Speaker>(Ct)).Single(s => s.Id == speaker.Id).AccountId!.Value;
    }

    private async Task<Release> ReleaseAsync(string name, DateTimeOffset? at) => (await office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release? Release)>(desk =>
        desk.ReleaseAsync(conference.Id, new ReleaseOrder(name, "", ReleaseScope.Everything, PublishAt: at, OverrideReason: "Probe"), Staff.Id, Ct))).Release!;

    private async Task MoveAsync(DateTimeOffset start) =>
        Slot = (await office.UseAsync<BoardDesk, BoardResult>(desk => desk.MoveAsync(conference.Id, Slot.Id, Slot.Version, [], start, 60, Staff.Id, Ct))).Slot!;

    // As if it were released: a place with limited seats, and the attendee on one of them.
    private async Task SeatAsync()
    {
        var workshop = new Workshop(conference.Id, Session.Id);
        workshop.Set(new WorkshopSettings { Seats = 5, OpensAt = office.Clock.GetUtcNow(), ClosesAt = Slot.StartsAt });
        workshop.Follow(new WorkshopPlace { Code = Session.Code, Title = Session.Content.Title, Day = 1, StartsAt = Slot.StartsAt, EndsAt = Slot.EndsAt, IsOn = true });
        await ChangeAsync(db =>
        {
            var rules = new WorkshopRules(conference.Id);
            rules.SetBlocks([Block]);
            db.Add(rules);
            db.Add(workshop);
            return db.SaveChangesAsync(Ct);
        });
        await office.UseAsync<SignUpDesk, SignUpResult>(desk => desk.SignUpAsync(conference, workshop.Id, Attendee.AccountId!.Value, swap: false, Ct));
        SignUp = (await office.AllAsync<SignUp>(Ct)).Single();
        await WishAsync(Slot.StartsAt.AddHours(3));
        Untouched = await LimitAsync("Falsch angeklickt", SeatMode.FirstCome, Slot.StartsAt.AddHours(5));
        WorkshopDoor = (await office.UseAsync<WorkshopDoors, List<WorkshopDoorRow>>(doors => doors.AllAsync(conference.Id, Ct)))[0].ListId;
    }

    // Another one, of which the attendee wishes a seat; a draw was published before, another one has been looked at.
    private async Task WishAsync(DateTimeOffset start)
    {
        var workshop = await LimitAsync("Wunschwerkstatt", SeatMode.Allotment, start);
        await office.UseAsync<AllotmentDesk, bool>(desk => desk.SaveDatesAsync(conference.Id, office.Clock.GetUtcNow(), start.AddDays(-1), 3, Staff.Id, Ct));
        await office.UseAsync<WishDesk, WishOutcome>(desk => desk.SaveAsync(conference.Id, Attendee.AccountId!.Value, [workshop.Id], Ct));
        await ChangeAsync(db =>
        {
            var (now, wish) = (office.Clock.GetUtcNow(), new WishOutcomeRow(new PlanPlace(Guid.CreateVersion7(), Session.Id, Session.Code, Session.Content.Title, start), 1, WishResult.NoSeat, null, null));
            var run = new AllotmentRun(conference.Id, 1, 1, new RunInputs([], [], ""), Staff.Id, now);
            run.Publish(new PlanCounts(1, [new PlanLevel(Attendee.Person.Level, 1, [0], 0, 1)], [new PlanWorkshop(wish.Workshop, 1, 1, 0, 0)], []), now);
            db.Add(run);
            db.Add(new AllotmentResult(run, new PlanPerson(Attendee, Attendee.Person.Level, 1, [wish])));
            PublishedDraw = run.Id;
            return db.SaveChangesAsync(Ct);
        });
        await office.UseAsync<AllotmentDesk, Guid?>(desk => desk.DrawAsync(conference.Id, 1, Staff.Id, Ct));
    }

    private async Task<Workshop> LimitAsync(string title, SeatMode mode, DateTimeOffset start)
    {
        var session = await office.UseAsync<SessionDesk, Session>(desk => desk.CreateAsync(conference.Id, new SessionContent { Title = title, Minutes = 60 }, "", Staff.Id, Ct));
        var workshop = new Workshop(conference.Id, session.Id);
        workshop.Set(new WorkshopSettings { Seats = 5, Mode = mode, OpensAt = office.Clock.GetUtcNow(), ClosesAt = start });
        workshop.Follow(new WorkshopPlace { Code = session.Code, Title = session.Content.Title, Day = 1, StartsAt = start, EndsAt = start.AddHours(1), IsOn = true });
        await ChangeAsync(db =>
        {
            db.Add(workshop);
            return db.SaveChangesAsync(Ct);
        });
        return workshop;
    }

    private async Task ChangeAsync(Func<KongressDb, Task> change)
    {
        await using var db = office.Database.Open();
        await change(db);
    }
}
