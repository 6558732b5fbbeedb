using Kongress.Data;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Formats;
using Kongress.Programme.Imports;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Programme.Formats;

namespace Kongress.Tests.Programme.Imports;

/// <summary>What the report says is what happens, once.</summary>
public sealed class Taking_over_a_programme
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_changes_nothing()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        var plan = await exchange.PreviewAsync(edition, Event("11:00", "01:00"));

        Assert.Equal((1, 1, 1), (plan.Count(ImportOutcome.New), plan.NewRooms.Count, plan.NewPeople.Count));
        Assert.Empty((await exchange.DraftAsync(edition)).Sessions);
        Assert.Empty(await exchange.Office.AllAsync<Change>(Ct));
    }

    [Fact]
    public async Task Only_what_differs_is_changed_and_named()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.ImportAsync(edition, Event("11:00", "01:00"));
        var before = (await exchange.DraftAsync(edition)).Sessions.Values.Single();

        var (result, plan) = await exchange.ImportAsync(edition, Event("11:30", "00:45", "Ein anderer Titel", people: "<person>Karl Müller</person>"));

        Assert.Equal(ImportResult.Done, result);
        Assert.Equal([Differing.Title, Differing.People, Differing.Start, Differing.Duration], Assert.Single(plan.Lines).Changes.Select(c => c.Field).Order());
        var draft = await exchange.DraftAsync(edition);
        var (session, slot) = (draft.Sessions.Values.Single(), draft.Slots.Single());
        Assert.Equal((before.Id, before.Code, "Ein anderer Titel", SessionState.Confirmed), (session.Id, session.Code, session.Content.Title, session.State));
        Assert.Equal((edition.Time.Instant(edition.FirstDay, new(11, 30)), 45), (slot.StartsAt, slot.Minutes));
        Assert.Equal(["Karl Müller"], session.Participations.Where(p => p.IsOn).Select(p => draft.Speakers[p.SpeakerId].Profile.FullName));
        Assert.Equal(ParticipationState.Cancelled, session.Participations.Single(p => !p.IsOn).State);
    }

    [Fact]
    public async Task Everything_that_is_done_is_in_the_log()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.ImportAsync(edition, Event("11:00", "01:00"));

        var log = await exchange.Office.AllAsync<Change>(Ct);
        Assert.Equal(["Participation.Added", "Programme.Imported", "Room.Created", "Session.Created", "Slot.Placed", "Speaker.Created"], log.Select(c => c.Action).Order(StringComparer.Ordinal));
        Assert.All(log, c => Assert.Equal((edition.Id, ProgrammeOffice.Olga), (c.ConferenceId, c.ActorId)));
    }

    [Fact]
    public async Task A_report_that_is_out_of_date_is_made_again_instead()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        var file = Event("11:00", "01:00");
        var seen = (await exchange.PreviewAsync(edition, file)).Revision;
        await exchange.Office.UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveRoomAsync(edition.Id, null, default, room => room.Name = "A", ProgrammeOffice.Otto, Ct));

        var (result, plan) = await exchange.Office.UseAsync<ImportDesk, (ImportResult, ImportPlan?)>(desk => desk.CarryOutAsync(edition.Id, file, seen, ProgrammeOffice.Olga, Ct));

        Assert.Equal(ImportResult.ChangedMeanwhile, result);
        Assert.Empty(plan!.NewRooms);
        Assert.Empty((await exchange.DraftAsync(edition)).Sessions);
    }

    [Fact]
    public async Task Rooms_and_people_who_are_here_already_are_known_by_guid_or_name()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.Office.UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveRoomAsync(edition.Id, null, default, room => (room.Name, room.Capacity) = ("a", 77), ProgrammeOffice.Olga, Ct));
        var speaker = await exchange.Office.UseAsync<SpeakerDesk, Speaker>(desk => desk.CreateAsync(edition.Id, new SpeakerEdit(new SpeakerProfile { Title = "Dr.", GivenName = "Ayse", FamilyName = "Şahin", Organisation = "Stadt Köln" }, new SpeakerContact(), new SpeakerNeeds(), true, false, RecordingConsent.Unknown), ProgrammeOffice.Olga, Ct));

        var (_, plan) = await exchange.ImportAsync(edition, Event("11:00", "01:00"));

        Assert.Empty(plan.NewRooms);
        Assert.Empty(plan.NewPeople);
        var draft = await exchange.DraftAsync(edition);
        Assert.Equal(("a", 77), (draft.Rooms.Single().Name, draft.Rooms.Single().Capacity));
        Assert.Equal((speaker.Id, "Stadt Köln"), (draft.Sessions.Values.Single().Participations.Single().SpeakerId, draft.Sessions.Values.Single().Participations.Single().Organisation));
    }

    [Fact]
    public async Task Two_people_of_one_name_are_told_apart_by_nobody()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        for (var i = 0; i < 2; i++) await exchange.Office.UseAsync<SpeakerDesk, Speaker>(desk => desk.CreateAsync(edition.Id, new SpeakerEdit(new SpeakerProfile { GivenName = "Ayşe", FamilyName = "Şahin" }, new SpeakerContact(), new SpeakerNeeds(), true, false, RecordingConsent.Unknown), ProgrammeOffice.Olga, Ct));

        var (_, plan) = await exchange.ImportAsync(edition, Event("11:00", "01:00"));
        Assert.Equal([ImportNoteKind.PersonAmbiguous], Assert.Single(plan.Lines).Notes.Select(n => n.Kind));
        Assert.Empty((await exchange.DraftAsync(edition)).Sessions.Values.Single().Participations);
        Assert.Equal(ImportResult.Nothing, (await exchange.ImportAsync(edition, Event("11:00", "01:00"))).Result);
    }

    [Fact]
    public async Task Double_guids_numbers_and_codes_are_told_and_lose_nothing()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        const string Guid = "11111111-2222-4333-8444-555555555555";
        string Row(string id, string code, string title, string guid = Guid) => $"<event id=\"{id}\" guid=\"{guid}\" code=\"{code}\"><date>2027-03-27T11:00:00+01:00</date><duration>01:00</duration><room>A</room><title>{title}</title></event>";
        var file = Reading_odd_programmes.File(Row("1", "AAAAAA", "eins") + Row("1", "AAAAAA", "eins") + Row("1", "BBBBBB", "zwei") + Row("2", "AAAAAA", "drei", "11111111-2222-4333-8444-666666666666") + "<event id=\"3\"><title></title></event>");

        var (result, plan) = await exchange.ImportAsync(edition, file);

        Assert.Equal(ImportResult.Done, result);
        Assert.Equal([ImportOutcome.New, ImportOutcome.Skipped, ImportOutcome.New, ImportOutcome.New, ImportOutcome.Faulty], plan.Lines.Select(l => l.Outcome));
        Assert.Equal([ImportNoteKind.GuidTwice, ImportNoteKind.NumberTwice], plan.Lines[2].Notes.Select(n => n.Kind).Order());
        Assert.Equal([ImportNoteKind.SessionTwice], plan.Lines[3].Notes.Select(n => n.Kind));
        var draft = await exchange.DraftAsync(edition);
        Assert.Equal(["drei", "eins", "zwei"], draft.Sessions.Values.Select(s => s.Content.Title).Order(StringComparer.Ordinal));
        Assert.Equal(3, draft.Slots.Select(s => s.Number).Distinct().Count());
        Assert.Equal(ImportResult.Nothing, (await exchange.ImportAsync(edition, file)).Result);
    }

    [Fact]
    public async Task A_programme_of_another_edition_becomes_one_of_its_own()
    {
        await using var exchange = await Exchange.OpenAsync();
        var (old, @new) = (await exchange.EditionAsync(), await exchange.EditionAsync());
        await exchange.ImportAsync(old, Event("11:00", "01:00"));
        var exported = ScheduleXml.Of(await exchange.ProgrammeAsync(old), Programmes.Url);

        Assert.Equal(ImportResult.Done, (await exchange.ImportAsync(@new, exported)).Result);
        Assert.Equal(ImportResult.Nothing, (await exchange.ImportAsync(@new, exported)).Result);
        Assert.Equal(ImportResult.Nothing, (await exchange.ImportAsync(old, exported)).Result);
        var (first, second) = (await exchange.DraftAsync(old), await exchange.DraftAsync(@new));
        Assert.Equal(first.Sessions.Values.Single().Content.Title, second.Sessions.Values.Single().Content.Title);
        Assert.NotEqual(first.Slots.Single().Id, second.Slots.Single().Id);
    }

    [Fact]
    public async Task What_lies_on_another_day_comes_without_a_place_and_only_once()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        var file = Reading_odd_programmes.File($"<event guid=\"{Guid.CreateVersion7()}\"><date>2026-03-27T11:00:00+01:00</date><duration>01:00</duration><room>A</room><title>Voriges Jahr</title></event>");

        var (_, plan) = await exchange.ImportAsync(edition, file);

        Assert.Equal([ImportNoteKind.TimeOutside], Assert.Single(plan.Lines).Notes.Select(n => n.Kind));
        Assert.Empty((await exchange.DraftAsync(edition)).Slots);
        Assert.Equal(ImportResult.Nothing, (await exchange.ImportAsync(edition, file)).Result);
        Assert.Single((await exchange.DraftAsync(edition)).Sessions);
    }

    [Fact]
    public async Task Numbers_of_a_file_are_kept_and_the_next_slot_comes_after_them()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.ImportAsync(edition, Event("11:00", "01:00", id: 4711));
        Assert.Equal(4711, (await exchange.DraftAsync(edition)).Slots.Single().Number);

        var room = (await exchange.DraftAsync(edition)).Rooms.Single();
        var placed = await exchange.Office.UseAsync<BoardDesk, BoardResult>(desk => desk.BlockAsync(edition.Id, "Aufbau", [room.Id], edition.Time.Instant(edition.FirstDay, new(9, 0)), 60, ProgrammeOffice.Olga, Ct));
        Assert.Equal((BoardOutcome.Done, 4712), (placed.Outcome, placed.Slot!.Number));
    }

    [Fact]
    public async Task Who_said_no_is_not_put_back_by_a_file()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.ImportAsync(edition, Event("11:00", "01:00"));
        var participation = (await exchange.DraftAsync(edition)).Sessions.Values.Single().Participations.Single();
        await exchange.Office.UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerForAsync(participation.Id, ParticipationState.Declined, null, ProgrammeOffice.Olga, Ct));

        var (result, plan) = await exchange.ImportAsync(edition, Event("11:00", "01:00"));

        Assert.Equal((ImportResult.Nothing, ImportNoteKind.PersonDeclined), (result, Assert.Single(Assert.Single(plan.Lines).Notes).Kind));
    }

    [Fact]
    public async Task What_was_taken_off_the_board_comes_back_to_its_place()
    {
        await using var exchange = await Exchange.OpenAsync();
        var edition = await exchange.EditionAsync();
        await exchange.ImportAsync(edition, Event("11:00", "01:00"));
        var slot = (await exchange.DraftAsync(edition)).Slots.Single();
        await exchange.Office.UseAsync<BoardDesk, BoardResult>(desk => desk.RemoveAsync(edition.Id, slot.Id, slot.Version, ProgrammeOffice.Olga, Ct));

        var (_, plan) = await exchange.ImportAsync(edition, Event("11:00", "01:00"));

        Assert.Equal(ImportOutcome.Changed, Assert.Single(plan.Lines).Outcome);
        var draft = await exchange.DraftAsync(edition);
        Assert.Single(draft.Sessions);
        Assert.Equal(slot.State, draft.Slots.Single().State);
    }

    private static byte[] Event(string start, string duration, string title = "Vortrag", string people = "<person>Ayşe Şahin</person>", int id = 7) =>
        Reading_odd_programmes.File($"<event id=\"{id}\" guid=\"01234567-89ab-4cde-8f01-23456789abcd\"><date>2027-03-27T{start}:00+01:00</date><duration>{duration}</duration><room>A</room><title>{title}</title><persons>{people}</persons></event>");
}
