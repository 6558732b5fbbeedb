using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Imports;

/// <summary>Writes what a plan says into the draft, whose lock is held.</summary>
internal sealed class ImportWork(KongressDb db, Guid conferenceId, Guid actorId, DateTimeOffset now)
{
    private Dictionary<Guid, Session> sessions = [];
    private Dictionary<Guid, Slot> slots = [];
    private Dictionary<Guid, Speaker> speakers = [];

    /// <param name="revision">The one that the lock gave; new slots are numbered from it.</param>
    public async Task DoAsync(ImportPlan plan, long revision, CancellationToken ct)
    {
        sessions = await db.Set<Session>().Include(s => s.Participations).Where(s => s.ConferenceId == conferenceId).ToDictionaryAsync(s => s.Id, ct);
        slots = await db.Set<Slot>().Where(s => s.ConferenceId == conferenceId).ToDictionaryAsync(s => s.Id, ct);
        speakers = await db.Set<Speaker>().Where(s => s.ConferenceId == conferenceId).ToDictionaryAsync(s => s.Id, ct);
        await PlacesAsync(plan, ct);
        foreach (var person in plan.NewPeople) Add(person);

        var number = Math.Max(revision, plan.Lines.Max(l => l.Slot?.Number) ?? 0);
        foreach (var line in plan.Lines.Where(l => l.Outcome is ImportOutcome.New or ImportOutcome.Changed))
        {
            var session = line.Outcome is ImportOutcome.New ? Add(line) : Change(line);
            Staff(session, line);
            if (line.Slot is not { } wanted) continue;
            if (!slots.TryGetValue(wanted.Id, out var slot))
            {
                if (wanted.Number == 0) wanted = wanted with { Number = (int)++number };
                db.Add(new Slot(conferenceId, wanted));
                Record("Slot.Placed", session.Id);
            }
            else if (!Equals(slot.State, wanted))
            {
                slot.Set(wanted);
                Record("Slot.Moved", session.Id);
            }
        }

        await db.RaiseDraftAsync(conferenceId, number, ct);
        Record("Programme.Imported", conferenceId, string.Create(CultureInfo.InvariantCulture, $"{plan.Count(ImportOutcome.New)} new, {plan.Count(ImportOutcome.Changed)} changed, {plan.Count(ImportOutcome.Faulty)} faulty"));
    }

    private async Task PlacesAsync(ImportPlan plan, CancellationToken ct)
    {
        var position = await db.Set<Room>().Where(r => r.ConferenceId == conferenceId).MaxAsync(r => (int?)r.Position, ct) ?? 0;
        foreach (var brought in plan.NewRooms)
        {
            var room = new Room(conferenceId) { Name = brought.Name, Capacity = brought.Capacity, Directions = brought.Directions, Position = ++position };
            room.Adopt(brought.Id, brought.Code);
            db.Add(room);
            Record("Room.Created", room.Id, room.Name);
        }

        position = await db.Set<Track>().Where(t => t.ConferenceId == conferenceId).MaxAsync(t => (int?)t.Position, ct) ?? 0;
        foreach (var brought in plan.NewTracks)
        {
            var track = new Track(conferenceId) { Name = brought.Name, Colour = brought.Colour, Position = ++position };
            track.Adopt(brought.Id);
            db.Add(track);
            Record("Track.Created", track.Id, track.Name);
        }
    }

    private void Add(NewPerson person)
    {
        var speaker = new Speaker(conferenceId, new SpeakerProfile { Title = person.Title, GivenName = person.GivenName, FamilyName = person.FamilyName, Biography = person.Biography }, new SpeakerContact());
        speaker.Adopt(person.Id, person.Code);
        db.Add(speaker);
        speakers[speaker.Id] = speaker;
        Record("Speaker.Created", speaker.Id);
    }

    private Session Add(ImportLine line)
    {
        var session = new Session(conferenceId, line.Content, line.State);
        session.Adopt(line.SessionId!.Value, line.Code);
        db.Add(session);
        Record("Session.Created", session.Id);
        return session;
    }

    private Session Change(ImportLine line)
    {
        var session = sessions[line.SessionId!.Value];
        if (session.Content != line.Content)
        {
            Record("Session.Changed", session.Id, SessionDesk.Changed(session.Content, line.Content));
            session.SetContent(line.Content);
        }

        var from = session.State;
        if (from != line.State && session.MoveTo(line.State, SessionActor.Organiser))
        {
            session.FollowAnswers();
            Record("Session.State", session.Id, $"{from} → {session.State}");
        }

        return session;
    }

    private void Staff(Session session, ImportLine line)
    {
        foreach (var id in line.PeopleToTakeOff)
        {
            foreach (var participation in session.Participations.Where(p => p.SpeakerId == id && p.IsOn).ToList())
            {
                participation.Cancel();
                Record("Participation.Cancelled", session.Id, participation.Id.ToString());
            }
        }

        foreach (var id in line.PeopleToAdd)
        {
            var speaker = speakers[id];
            if (session.Add(id, RoleOn(session.Content.Kind), speaker.Profile.Function ?? "", speaker.Profile.Organisation) is not { } added) continue;
            // Who stands in a programme that others have published has said yes to them; who stands in a plan has not.
            if (session.State.IsPublic()) added.Answer(ParticipationState.Accepted, null, byAssistant: false, now);
            Record("Participation.Added", session.Id, $"{added.Role} {added.Id}");
        }

        if (line.PeopleInOrder is { } order)
        {
            session.Order([.. order.SelectMany(id => session.Participations.Where(p => p.SpeakerId == id && p.IsOn).OrderBy(p => p.Position)).Select(p => p.Id)]);
            Record("Participation.Ordered", session.Id);
        }

        if (line.PeopleToAdd.Count > 0 || line.PeopleToTakeOff.Count > 0) session.FollowAnswers();
    }

    private static ParticipationRole RoleOn(SessionKind kind) => kind switch
    {
        SessionKind.Panel => ParticipationRole.Panellist,
        SessionKind.Workshop => ParticipationRole.WorkshopLead,
        SessionKind.Keynote or SessionKind.Talk or SessionKind.Plenary or SessionKind.Break or SessionKind.Social => ParticipationRole.Speaker,
    };

    private void Record(string action, Guid subjectId, string? detail = null) => db.Record(new Change(conferenceId, actorId, action, subjectId, now, detail));
}
