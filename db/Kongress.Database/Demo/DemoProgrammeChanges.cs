using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;

namespace Kongress.Database.Demo;

/// <summary>What happens to a programme between its releases: every class of change, and conflicts of every kind.</summary>
internal sealed class DemoProgrammeChanges(DemoProgramme demo)
{
    public async Task BetweenReleasesAsync(CancellationToken ct)
    {
        await EditAsync("Transparenzregister", c => c with { Subtitle = "Erfahrungen aus zwei Ländern" }, ct);
        await StateAsync("Smart City", SessionState.Cancelled, ct);
        await MoveAsync("Das Postfach", s => s with { StartsAt = s.StartsAt.AddMinutes(5) }, ct);
    }

    public async Task SinceThenAsync(CancellationToken ct)
    {
        await ChangeAsync(ct);
        await CollideAsync(ct);
    }

    // One of each: new, cancelled, revived, removed, moved in time, in room, in both, longer, other people, other texts.
    private async Task ChangeAsync(CancellationToken ct)
    {
        await demo.AddAsync(new() { Kind = SessionKind.Talk, Title = "Nachgereicht: Der Staatsvertrag in 20 Minuten", Minutes = 20, TrackId = demo.Track(3).Id }, demo.At(1, 10, 50), [demo.Room(9)], [ParticipationRole.Speaker], ct);
        await StateAsync("Digitale Zwillinge", SessionState.Cancelled, ct);
        await StateAsync("Smart City", SessionState.Accepted, ct);
        await RemoveAsync("Marktplatz-Impuls 8", ct);
        await MoveAsync("Marktplatz-Impuls 1", s => s with { StartsAt = s.StartsAt.AddMinutes(10) }, ct);
        await MoveAsync("Marktplatz-Impuls 2", s => s with { RoomIds = [demo.Room(5).Id] }, ct);
        await MoveAsync("Marktplatz-Impuls 3", s => s with { RoomIds = [demo.Room(4).Id], StartsAt = s.StartsAt.AddMinutes(-5) }, ct);
        await MoveAsync("Tagesabschluss", s => s with { Minutes = 10 }, ct);
        var keynote = await demo.FindAsync("Keynote", ct);
        var substitute = await demo.HireAsync(ct);
        await demo.UseAsync<SessionDesk, bool>(desk => desk.ReplaceAsync(demo.Conference.Id, keynote.Id, keynote.Participations[0].Id, substitute.Id, demo.Organiser, ct));
        await EditAsync("Wechselfähigkeit", c => c with { Title = "Wechselfähigkeit messen, nicht behaupten", Language = "en", TrackId = demo.Track(0).Id, Links = "https://example.org/wechsel" }, ct);
        await EditAsync("Bezahlen, prüfen", c => c with { Subtitle = "Ein Blick hinter die Kulissen", Abstract = c.Abstract + "\n\nNeu dabei: eine Vorführung am lebenden System." }, ct);
        await MoveAsync("Marktplatz-Impuls 6", s => s with { StartsAt = demo.At(0, 14, 5) }, ct);
        await EditAsync("Impuls: Verwaltung", c => c with { IsRecorded = true, StreamUrl = "https://stream.example.org/impuls" }, ct);
    }

    private async Task CollideAsync(CancellationToken ct)
    {
        var dayTwo = demo.At(1, 9, 45);
        await MoveAsync("Vergabe von Open Source", s => s with { StartsAt = dayTwo.AddMinutes(30), RoomIds = [demo.Room(3).Id] }, ct);
        await MoveAsync("Datenqualität", s => s with { StartsAt = s.StartsAt.AddMinutes(-10) }, ct);
        await MoveAsync("Marktplatz-Impuls 4", s => s with { StartsAt = demo.At(0, 8, 30) }, ct);
        await MoveAsync("Marktplatz-Impuls 5", s => s with { StartsAt = demo.At(0, 11, 10) }, ct);
        await MoveAsync("Notfallübung", s => s with { Minutes = 55 }, ct);
        await EditAsync("Prompts für", c => c with { Seats = 60 }, ct);
        await EditAsync("Die KI-Verordnung", c => c with { ExpectedAudience = 320, Equipment = c.Equipment | Kongress.Programme.Equipment.InterpreterBooth, NeedsInterpreter = true }, ct);
        await EditAsync("Barrierefreiheit prüfen", c => c with { NeedsStepFree = true, SlidesDue = demo.Conference.FirstDay.AddDays(-5) }, ct);

        var panel = await demo.FindAsync("Sprachmodelle im Bescheid", ct);
        await demo.UseAsync<SessionDesk, bool>(desk => desk.TakeOffAsync(demo.Conference.Id, panel.Id, panel.Participations[0].Id, demo.Organiser, ct));
        var declined = await demo.FindAsync("Deutsche Verwaltungscloud", ct);
        await AnswerAsync(declined.Participations[1], ParticipationState.Declined, "Leider ein Termin im Kabinett.", ct);
        await AnswerAsync(declined.Participations[2], ParticipationState.Tentative, null, ct);

        // The same person on two stages at once, and five minutes later on a third.
        var busy = (await demo.FindAsync("Once Only", ct)).Participations[0];
        foreach (var title in new[] { "KI-Assistenz", "Sprachmodelle im Bescheid" })
        {
            var session = await demo.FindAsync(title, ct);
            await demo.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(demo.Conference.Id, session.Id, busy.SpeakerId, ParticipationRole.Host, demo.Organiser, ct));
        }

        await MoveAsync("KI-Assistenz", s => s with { StartsAt = demo.At(0, 15, 20) }, ct);
        await AwayAsync((await demo.FindAsync("Quelltexte teilen", ct)).Participations[0].SpeakerId, AvailabilityKind.Unavailable, demo.At(0, 8), demo.At(0, 20), ct);
        await AwayAsync(demo.Room(8).Id, AvailabilityKind.Available, demo.At(0, 8), demo.At(0, 16), ct);

        await demo.AddAsync(new() { Kind = SessionKind.Talk, Title = "Offen für Vorschläge: die Stunde der Kommunen", Minutes = 40, TrackId = demo.Track(4).Id }, demo.At(0, 17), [demo.Room(0)], [], ct, SessionState.Proposed);
        await demo.AddAsync(new() { Kind = SessionKind.Workshop, Title = "Warteschlange: Formulare, die mitdenken", Minutes = 60, Seats = 30, TrackId = demo.Track(3).Id }, null, [], [ParticipationRole.WorkshopLead], ct);
        await demo.AddAsync(new() { Kind = SessionKind.Panel, Title = "Ländliche Räume: Wer bleibt, wer geht, wer kommt zurück?", Minutes = 60, TrackId = demo.Track(4).Id }, null, [], [ParticipationRole.Moderator, ParticipationRole.Panellist], ct);
        await demo.AddAsync(new() { Kind = SessionKind.Talk, Title = "Eine Idee, die noch reifen muss", Minutes = 30 }, null, [], [], ct, SessionState.Proposed);

        // A portrait nobody has agreed to yet is not public.
        var pictured = (await demo.FindAsync("NOOTS", ct)).Participations[0].SpeakerId;
        await demo.UseAsync<SpeakerDesk, bool>(async desk =>
        {
            await desk.SetPortraitAsync(demo.Conference.Id, pictured, new Portrait(pictured, "image/png", Convert.FromBase64String(DemoProgrammeTexts.Portrait), "Umriss einer Person"), demo.Organiser, ct);
            return true;
        });

        var opening = await demo.FindAsync("Eröffnung", ct);
        await demo.UseAsync<SpeakerDesk, SpeakerOutcome>(async desk =>
        {
            var speaker = (await desk.FindAsync(demo.Conference.Id, opening.Participations[1].SpeakerId, ct))!;
            return await desk.EditAsync(demo.Conference.Id, speaker.Id, speaker.Version, new SpeakerEdit(speaker.Profile, speaker.Contact, speaker.Needs with { StepFree = true }, IsNamed: false, false, RecordingConsent.Refused), demo.Organiser, ct);
        });
        await demo.UseAsync<BoardDesk, BoardResult>(desk => desk.BlockAsync(demo.Conference.Id, "Aufbau der Technik", [demo.Room(0).Id], demo.At(0, 9), 90, demo.Organiser, ct));
    }

    private async Task EditAsync(string title, Func<SessionContent, SessionContent> change, CancellationToken ct)
    {
        var session = await demo.FindAsync(title, ct);
        await demo.UseAsync<SessionDesk, SaveOutcome>(desk => desk.EditAsync(demo.Conference.Id, session.Id, session.Version, change(session.Content), session.InternalNotes, demo.Organiser, ct));
    }

    private async Task StateAsync(string title, SessionState state, CancellationToken ct)
    {
        var session = await demo.FindAsync(title, ct);
        await demo.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(demo.Conference.Id, session.Id, state, null, demo.Organiser, ct));
    }

    private Task<AnswerOutcome> AnswerAsync(Participation participation, ParticipationState answer, string? word, CancellationToken ct) =>
        demo.UseAsync<ParticipationDesk, AnswerOutcome>(desk => desk.AnswerForAsync(participation.Id, answer, word, demo.Organiser, ct));

    private async Task MoveAsync(string title, Func<SlotState, SlotState> change, CancellationToken ct)
    {
        var slot = await SlotAsync(title, ct);
        var to = change(slot.State);
        await demo.UseAsync<BoardDesk, BoardResult>(desk => desk.MoveAsync(demo.Conference.Id, slot.Id, slot.Version, to.RoomIds, to.StartsAt, to.Minutes, demo.Organiser, ct));
    }

    private async Task RemoveAsync(string title, CancellationToken ct)
    {
        var slot = await SlotAsync(title, ct);
        await demo.UseAsync<BoardDesk, BoardResult>(desk => desk.RemoveAsync(demo.Conference.Id, slot.Id, slot.Version, demo.Organiser, ct));
    }

    private async Task<Slot> SlotAsync(string title, CancellationToken ct)
    {
        var session = await demo.FindAsync(title, ct);
        var draft = await demo.UseAsync<KongressDb, Draft>(db => demo.UseAsync<Drafts, Draft>(drafts => drafts.ReadAsync(db, demo.Conference.Id, ct)));
        return draft.Slots.First(s => s.SessionId == session.Id);
    }

    private async Task AwayAsync(Guid ownerId, AvailabilityKind kind, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => await demo.UseAsync<SpeakerDesk, bool>(async desk =>
    {
        await desk.SetAvailabilitiesAsync(demo.Conference.Id, ownerId, [new AvailabilityEntry(from, to, kind)], demo.Organiser, ct);
        return true;
    });
}
