using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Conflicts;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Sessions;

public enum SaveOutcome
{
    Saved,

    /// <summary>Somebody else saved since the form was opened.</summary>
    ChangedMeanwhile,
    NotFound,
}

public enum StateOutcome
{
    Changed,

    /// <summary>The table of states does not allow it.</summary>
    NotAllowed,
    NotFound,
}

/// <summary>What organisers do with sessions: write, decide, announce, and put people on them. All of it is audited.</summary>
public sealed class SessionDesk(KongressDb db, Outbox outbox, ParticipationMails mails, TimeProvider clock)
{
    /// <summary>The session with its people, detached; null: there is none at this edition.</summary>
    public Task<Session?> FindAsync(Guid conferenceId, Guid id, CancellationToken ct) =>
        db.Set<Session>().AsNoTracking().Include(s => s.Participations.OrderBy(p => p.Position)).SingleOrDefaultAsync(s => s.Id == id && s.ConferenceId == conferenceId, ct);

    public Task<Session> CreateAsync(Guid conferenceId, SessionContent content, string notes, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var session = new Session(conferenceId, content);
            session.SetNotes(notes);
            db.Add(session);
            Record(session, actorId, "Session.Created", null);
            await db.SaveChangesAsync(ct);
            return session;
        },
        ct);

    /// <summary>Makes another session of the same content and people, for a second time: with a slot, seats and answers of its own. Nobody is told.</summary>
    /// <param name="copyId">Made with the form, for the new session: pressed twice, it is there once.</param>
    /// <returns>False: there is no such session at this edition.</returns>
    public Task<bool> RepeatAsync(Guid conferenceId, Guid id, Guid copyId, Guid actorId, CancellationToken ct) => OnAsync(
        conferenceId,
        id,
        false,
        async session =>
        {
            if (await db.Set<Session>().AnyAsync(s => s.Id == copyId, ct)) return true;
            var copy = new Session(conferenceId, session.Content, session.State is SessionState.Accepted or SessionState.Confirmed ? SessionState.Accepted : SessionState.Draft);
            copy.Adopt(copyId, null);
            copy.SetNotes(session.InternalNotes);
            foreach (var person in session.Participations.Where(p => p.State is not (ParticipationState.Cancelled or ParticipationState.Declined)).OrderBy(p => p.Position))
            {
                copy.Add(person.SpeakerId, person.Role, person.Function, person.Organisation)?.Change(person.Function, person.Organisation, person.IsRequired);
            }

            db.Add(copy);
            Record(copy, actorId, "Session.Repeated", session.Code);
            return true;
        },
        ct);

    /// <param name="version">From the form; an edit of an older state is refused.</param>
    public Task<SaveOutcome> EditAsync(Guid conferenceId, Guid id, Guid version, SessionContent content, string notes, Guid actorId, CancellationToken ct) => OnAsync(
        conferenceId,
        id,
        SaveOutcome.NotFound,
        session =>
        {
            if (session.Version != version) return SaveOutcome.ChangedMeanwhile;
            var fields = Changed(session.Content, content);
            session.SetContent(content);
            session.SetNotes(notes);
            if (fields.Length > 0) Record(session, actorId, "Session.Changed", fields);
            return SaveOutcome.Saved;
        },
        ct);

    /// <summary>Leads the session to another state. People learn of it when it is announced.</summary>
    public Task<StateOutcome> MoveToAsync(Guid conferenceId, Guid id, SessionState to, string? reason, Guid actorId, CancellationToken ct) => OnAsync(
        conferenceId,
        id,
        StateOutcome.NotFound,
        session =>
        {
            var from = session.State;
            if (!session.MoveTo(to, SessionActor.Organiser)) return StateOutcome.NotAllowed;
            session.FollowAnswers();
            Record(session, actorId, "Session.State", $"{from} → {session.State}{(string.IsNullOrWhiteSpace(reason) ? "" : ": " + reason)}");
            return StateOutcome.Changed;
        },
        ct);

    /// <summary>Tells the people on it what was decided: one mail each. How many were written; people without an address are not among them.</summary>
    public Task<int> AnnounceAsync(Guid conferenceId, Guid id, Guid actorId, CancellationToken ct) => OnAsync(
        conferenceId,
        id,
        0,
        async session =>
        {
            if (!session.AwaitsAnnouncement) return 0;
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            var written = 0;
            foreach (var speakerId in session.ToTell().Select(p => p.SpeakerId).Distinct())
            {
                var speaker = await db.Set<Speaker>().SingleAsync(s => s.Id == speakerId, ct);
                foreach (var letter in mails.Decision(conference, session, speaker))
                {
                    outbox.Add(letter);
                    written++;
                }
            }

            session.MarkAnnounced();
            Record(session, actorId, "Session.Announced", $"{session.State}, {written} mails");
            return written;
        },
        ct);

    /// <summary>Puts a person on the session. False: the person has this role here already, or one of the two is not of this edition.</summary>
    public Task<bool> AddPersonAsync(Guid conferenceId, Guid id, Guid speakerId, ParticipationRole role, Guid actorId, CancellationToken ct) => OnAsync(
        conferenceId,
        id,
        false,
        async session =>
        {
            var speaker = await db.Set<Speaker>().SingleOrDefaultAsync(s => s.Id == speakerId && s.ConferenceId == conferenceId, ct);
            if (speaker is null || session.Add(speakerId, role, speaker.Profile.Function ?? "", speaker.Profile.Organisation) is not { } added) return false;
            Record(session, actorId, "Participation.Added", $"{role} {added.Id}");
            return true;
        },
        ct);

    /// <summary>Changes what the programme says of the person on this session.</summary>
    public Task<bool> ChangePersonAsync(Guid conferenceId, Guid id, Guid participationId, string function, string organisation, bool isRequired, Guid actorId, CancellationToken ct) => OnPersonAsync(
        conferenceId,
        id,
        participationId,
        (session, participation) =>
        {
            participation.Change(function, organisation, isRequired);
            session.FollowAnswers();
            Record(session, actorId, "Participation.Changed", participation.Id.ToString());
            return Task.FromResult(true);
        },
        ct);

    /// <summary>Takes the person off the session. The row stays as history.</summary>
    public Task<bool> TakeOffAsync(Guid conferenceId, Guid id, Guid participationId, Guid actorId, CancellationToken ct) => OnPersonAsync(
        conferenceId,
        id,
        participationId,
        (session, participation) =>
        {
            if (participation.State is ParticipationState.Cancelled) return Task.FromResult(false);
            participation.Cancel();
            session.FollowAnswers();
            Record(session, actorId, "Participation.Cancelled", participation.Id.ToString());
            return Task.FromResult(true);
        },
        ct);

    /// <summary>Puts somebody else in the place of a person: the same role and position, with an answer of their own to give.</summary>
    public Task<bool> ReplaceAsync(Guid conferenceId, Guid id, Guid participationId, Guid speakerId, Guid actorId, CancellationToken ct) => OnPersonAsync(
        conferenceId,
        id,
        participationId,
        async (session, participation) =>
        {
            var speaker = await db.Set<Speaker>().SingleOrDefaultAsync(s => s.Id == speakerId && s.ConferenceId == conferenceId, ct);
            if (speaker is null || participation.State is ParticipationState.Cancelled || session.Participations.Any(p => p.SpeakerId == speakerId && p.Role == participation.Role && p.State is not ParticipationState.Cancelled)) return false;
            var position = participation.Position;
            participation.Cancel();
            var added = session.Add(speakerId, participation.Role, speaker.Profile.Function ?? "", speaker.Profile.Organisation)!;
            participation.Cancel(added.Id);
            added.Change(added.Function, added.Organisation, participation.IsRequired);
            session.Order([.. session.Participations.Where(p => p.Id != added.Id && p.Position < position).OrderBy(p => p.Position).Select(p => p.Id), added.Id]);
            session.FollowAnswers();
            Record(session, actorId, "Participation.Replaced", $"{participation.Id} → {added.Id}");
            return true;
        },
        ct);

    /// <summary>Moves a person one place up or down in the order of protocol.</summary>
    public Task<bool> ShiftAsync(Guid conferenceId, Guid id, Guid participationId, bool up, Guid actorId, CancellationToken ct) => OnPersonAsync(
        conferenceId,
        id,
        participationId,
        (session, participation) =>
        {
            var order = session.Participations.Where(p => p.State is not ParticipationState.Cancelled).OrderBy(p => p.Position).Select(p => p.Id).ToList();
            var at = order.IndexOf(participation.Id);
            var to = at + (up ? -1 : 1);
            if (at < 0 || to < 0 || to >= order.Count) return Task.FromResult(false);
            (order[at], order[to]) = (order[to], order[at]);
            session.Order(order);
            Record(session, actorId, "Participation.Ordered", null);
            return Task.FromResult(true);
        },
        ct);

    /// <summary>Says why a conflict may stay, or takes that back (<paramref name="reason"/> null).</summary>
    public Task AcceptConflictAsync(Guid conferenceId, string key, string? reason, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            await db.Set<AcceptedConflict>().Where(a => a.ConferenceId == conferenceId && a.Key == key).ExecuteDeleteAsync(ct);
            var now = clock.GetUtcNow();
            if (reason is not null) db.Add(new AcceptedConflict(conferenceId, key, reason, actorId, now));
            db.Record(new Change(conferenceId, actorId, reason is null ? "Conflict.Reopened" : "Conflict.Accepted", conferenceId, now, $"{key}: {reason}"));
            await db.SaveChangesAsync(ct);
        },
        ct);

    private Task<bool> OnPersonAsync(Guid conferenceId, Guid id, Guid participationId, Func<Session, Participation, Task<bool>> work, CancellationToken ct) => OnAsync(
        conferenceId,
        id,
        false,
        async session => session.Participations.FirstOrDefault(p => p.Id == participationId) is { } participation && await work(session, participation),
        ct);

    private Task<T> OnAsync<T>(Guid conferenceId, Guid id, T notFound, Func<Session, T> work, CancellationToken ct) => OnAsync(conferenceId, id, notFound, session => Task.FromResult(work(session)), ct);

    private Task<T> OnAsync<T>(Guid conferenceId, Guid id, T notFound, Func<Session, Task<T>> work, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var session = await db.Set<Session>().Include(s => s.Participations).SingleOrDefaultAsync(s => s.Id == id && s.ConferenceId == conferenceId, ct);
            if (session is null) return notFound;
            var result = await work(session);
            await db.SaveChangesAsync(ct);
            return result;
        },
        ct);

    private void Record(Session session, Guid actorId, string action, string? detail) =>
        db.Record(new Change(session.ConferenceId, actorId, action, session.Id, clock.GetUtcNow(), detail));

    internal static string Changed(SessionContent old, SessionContent @new) => string.Join(", ", typeof(SessionContent).GetProperties()
        .Where(p => p.CanWrite && !Equals(p.GetValue(old), p.GetValue(@new))).Select(p => p.Name));
}
