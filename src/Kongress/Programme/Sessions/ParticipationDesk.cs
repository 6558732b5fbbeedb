using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Board;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Sessions;

public enum InviteOutcome
{
    /// <summary>The mails are written.</summary>
    Invited,

    /// <summary>Neither the person nor an office has an address: somebody has to call.</summary>
    NoAddress,
    NotFound,
}

public enum AnswerOutcome
{
    Recorded,

    /// <summary>The link is unknown, or the congress has begun.</summary>
    LinkEnded,

    /// <summary>The organisers took the person off the session.</summary>
    TakenOff,
}

/// <summary>What a link of an invitation shows.</summary>
public sealed record Invitation(Conference Conference, Session Session, Participation Participation, Speaker Speaker, Slot? Slot, IReadOnlyList<string> Rooms, bool ByAssistant);

/// <summary>Asks people whether they come, and takes their answers. No account is needed: the link is the right to answer.</summary>
public sealed class ParticipationDesk(KongressDb db, Outbox outbox, ParticipationMails mails, TimeProvider clock)
{
    private const string Own = "Participation.Answer";
    private const string Assistants = "Participation.AnswerFor";

    /// <summary>Writes to the person and the office, each with a link of its own. Asked again, the earlier links stay good.</summary>
    /// <remarks>From now on the person can also sign in by mail, to look after the own contributions.</remarks>
    public Task<InviteOutcome> InviteAsync(Guid conferenceId, Guid participationId, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var session = await WithPersonAsync(participationId, ct);
            if (session is null || session.ConferenceId != conferenceId) return InviteOutcome.NotFound;
            var participation = session.Participations.Single(p => p.Id == participationId);
            if (participation.State is ParticipationState.Cancelled) return InviteOutcome.NotFound;
            var speaker = await db.Set<Speaker>().SingleAsync(s => s.Id == participation.SpeakerId, ct);
            if (!speaker.Contact.Addresses.Any()) return InviteOutcome.NoAddress;

            var now = clock.GetUtcNow();
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            var slot = await db.Set<Slot>().FirstOrDefaultAsync(s => s.SessionId == session.Id, ct);
            var when = slot is null ? null : ProgrammeTexts.When(conference.Time, slot.StartsAt, slot.Minutes);
            foreach (var toAssistant in new[] { false, true })
            {
                if ((toAssistant ? speaker.Contact.AssistantEmail : speaker.Contact.Email) is null) continue;
                outbox.Add(mails.Invitation(conference, session, participation, speaker, when, toAssistant, db.NewLink(toAssistant ? Assistants : Own, participation.Id, conference.StartsAt)));
            }

            await db.OpenAccountAsync(speaker, now, ct);
            participation.Invite(now);
            db.Record(new Change(conferenceId, actorId, "Participation.Invited", session.Id, now, participation.Id.ToString()));
            await db.SaveChangesAsync(ct);
            return InviteOutcome.Invited;
        },
        ct);

    /// <summary>What the link is about; null: it is unknown or has ended.</summary>
    public async Task<Invitation?> OpenAsync(string? secret, CancellationToken ct)
    {
        var (token, byAssistant) = await FindAsync(secret, ct);
        if (token is null || clock.GetUtcNow() >= token.EndsAt) return null;
        var session = await WithPersonAsync(token.SubjectId, ct);
        if (session is null) return null;
        var participation = session.Participations.Single(p => p.Id == token.SubjectId);
        var slot = await db.Set<Slot>().AsNoTracking().FirstOrDefaultAsync(s => s.SessionId == session.Id, ct);
        var roomIds = slot?.RoomIds ?? [];
        return new Invitation(
            await db.ConferenceWithDaysAsync(session.ConferenceId, ct),
            session,
            participation,
            await db.Set<Speaker>().AsNoTracking().SingleAsync(s => s.Id == participation.SpeakerId, ct),
            slot,
            await db.Set<Room>().Where(r => roomIds.Contains(r.Id)).OrderBy(r => r.Position).Select(r => r.Name).ToListAsync(ct),
            byAssistant);
    }

    /// <summary>Records the answer. The link stays good until the congress begins: people change their minds, and the last word counts.</summary>
    /// <param name="word">What the person adds; at most 1000 characters.</param>
    public async Task<AnswerOutcome> AnswerAsync(string? secret, ParticipationState answer, string? word, CancellationToken ct)
    {
        var (token, byAssistant) = await FindAsync(secret, ct);
        if (token is null || clock.GetUtcNow() >= token.EndsAt) return AnswerOutcome.LinkEnded;
        return await RecordAsync(token.SubjectId, answer, word, byAssistant, Actor.Public, ct);
    }

    /// <summary>The same for a person who is signed in. What others were asked, or nobody has been asked yet, is unknown here.</summary>
    public async Task<AnswerOutcome> AnswerOwnAsync(Guid conferenceId, Guid accountId, Guid participationId, ParticipationState answer, string? word, CancellationToken ct)
    {
        var isOwn = await db.Set<Participation>().AnyAsync(
            p => p.Id == participationId && p.State != ParticipationState.Proposed && db.Set<Speaker>().Any(s => s.Id == p.SpeakerId && s.ConferenceId == conferenceId && s.AccountId == accountId), ct);
        if (!isOwn || clock.GetUtcNow() >= (await db.ConferenceWithDaysAsync(conferenceId, ct)).StartsAt) return AnswerOutcome.LinkEnded;
        return await RecordAsync(participationId, answer, word, byAssistant: false, accountId, ct);
    }

    /// <summary>The same by an organiser on the phone.</summary>
    public Task<AnswerOutcome> AnswerForAsync(Guid participationId, ParticipationState answer, string? word, Guid actorId, CancellationToken ct) =>
        RecordAsync(participationId, answer, word, byAssistant: false, actorId, ct);

    private async Task<AnswerOutcome> RecordAsync(Guid participationId, ParticipationState answer, string? word, bool byAssistant, Actor actor, CancellationToken ct)
    {
        if (await WithPersonAsync(participationId, ct) is not { ConferenceId: var conferenceId }) return AnswerOutcome.LinkEnded;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockDraftAsync(conferenceId, ct);
                var session = (await WithPersonAsync(participationId, ct))!;
                var participation = session.Participations.Single(p => p.Id == participationId);
                var now = clock.GetUtcNow();
                if (!participation.Answer(answer, string.IsNullOrWhiteSpace(word) ? null : word.Trim(), byAssistant, now)) return AnswerOutcome.TakenOff;
                session.FollowAnswers();
                db.Record(new Change(conferenceId, actor, "Participation.Answered", session.Id, now, $"{participation.Id}: {answer}{(byAssistant ? " (office)" : "")}"));
                await db.SaveChangesAsync(ct);
                return AnswerOutcome.Recorded;
            },
            ct);
    }

    private async Task<(LinkToken? Token, bool ByAssistant)> FindAsync(string? secret, CancellationToken ct) =>
        await db.FindLinkAsync(Own, secret, ct) is { } own ? (own, false) : (await db.FindLinkAsync(Assistants, secret, ct), true);

    private Task<Session?> WithPersonAsync(Guid participationId, CancellationToken ct) =>
        db.Set<Session>().Include(s => s.Participations).SingleOrDefaultAsync(s => s.Participations.Any(p => p.Id == participationId), ct);
}
