using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Rows;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Groups;

/// <summary>What the contact of a group does about one person of it. Every step starts from the secret link, so that a foreign person is not found.</summary>
public sealed class MemberDesk(KongressDb db, Outbox outbox, RegistrationMails registrationMails, GroupMails mails, TimeProvider clock)
{
    private readonly Intake intake = new(db, outbox, registrationMails);
    private readonly Endings endings = new(db, outbox, registrationMails);

    /// <summary>Corrects name, function and days, until the person confirms: from then on their answers are theirs to change.</summary>
    /// <param name="person">Organisation, level and Land are the group's, whatever stands here.</param>
    public Task<MemberOutcome> ChangeAsync(string secret, Guid memberId, Person person, Attendance attendance, CancellationToken ct) => UnderLockAsync(
        secret,
        memberId,
        async (found, now) =>
        {
            if (found.State is not MemberState.AwaitingEmail) return found.State is MemberState.Ended ? MemberOutcome.Ended : MemberOutcome.ConfirmedMeanwhile;
            var named = person with { Organisation = found.Group.Organisation, Level = found.Group.Level, Land = found.Group.Land };
            found.Registration?.Change(named, found.Registration.Attendance with { Day1 = attendance.Day1, Day2 = attendance.Day2, Evening = attendance.Evening });
            found.Member.Tell(named, attendance);
            Record(found, "Group.MemberChanged", now);
            await db.SaveChangesAsync(ct);
            return MemberOutcome.Done;
        },
        ct);

    /// <summary>Sends the mail with the link to confirm once more; once in an hour at most. While the registration is open the person has the full time to confirm again.</summary>
    /// <remarks>Also without a place, and where there is no registration of the group's own: the contact must not see a difference.</remarks>
    public Task<MemberOutcome> ResendAsync(string secret, Guid memberId, CancellationToken ct) => UnderLockAsync(
        secret,
        memberId,
        async (found, now) =>
        {
            if (found.State is not MemberState.AwaitingEmail) return found.State is MemberState.Ended ? MemberOutcome.Ended : MemberOutcome.ConfirmedMeanwhile;
            if (!found.Member.MaySend(now)) return MemberOutcome.JustSent;
            found.Member.Sent(now);
            string? extended = null;
            if (found.Conference.RegistrationIsOpen(now))
            {
                var until = found.Conference.HoldEnd(now);
                found.Member.Hold(until);
                found.Registration?.ExtendHold(until);
                extended = $"{until:u}";
            }

            if (found.Registration is { } registration) outbox.Add(mails.Registered(found.Conference, registration, found.Group, db.NewLink(RegistrationLinks.Confirm, registration)));
            else if (await intake.KnownLetterAsync(found.Conference, found.Member.Email, ct) is { } letter) outbox.Add(letter);
            Record(found, "Group.MemberRemindedToConfirm", now, extended);
            await db.SaveChangesAsync(ct);
            return MemberOutcome.Done;
        },
        ct);

    /// <summary>Takes somebody off: their place goes to the next in line, and they are told who did it. Until the deadline of the edition.</summary>
    public Task<MemberOutcome> RemoveAsync(string secret, Guid memberId, CancellationToken ct) => UnderLockAsync(
        secret,
        memberId,
        async (found, now) =>
        {
            if (found.State is MemberState.Ended) return MemberOutcome.Ended;
            if (!found.Conference.AnswersCanChange(now)) return MemberOutcome.DeadlinePassed;
            found.Member.Remove(now);
            Record(found, "Group.MemberRemoved", now);
            if (found.Registration is { } registration) await endings.CancelAsync(found.Conference, registration, Actor.Public, mails.Withdrawn(found.Group, registration), now, ct);
            await db.SaveChangesAsync(ct);
            return MemberOutcome.Done;
        },
        ct);

    /// <summary>Names somebody of the office who comes instead: they take the place and the days, confirm personally and get a ticket of their own. Until the deadline of the edition. Safe to call twice with the same row.</summary>
    /// <remarks>Days are those of the person, whatever stands in the row. The person is told who did it; their ticket is revoked.</remarks>
    public Task<MemberOutcome> SubstituteAsync(string secret, Guid memberId, TypedRow row, CancellationToken ct) => UnderLockAsync(
        secret,
        memberId,
        async (found, now) =>
        {
            if (found.Registration?.SubmissionId == row.Id) return MemberOutcome.Done;
            if (found.State is MemberState.Ended) return MemberOutcome.Ended;
            if (found.Registration is not { HoldsPlace: true, Status: RegistrationStatus.Confirmed or RegistrationStatus.UnderReview } old) return MemberOutcome.NoPlace;
            if (!found.Conference.AnswersCanChange(now)) return MemberOutcome.DeadlinePassed;
            if (RowCheck.OfOffice(found.Conference, [row], found.Group.Office, found.Group.ContactEmail)[0] is not { IsGood: true, Person: { } person } good) return MemberOutcome.Faulty;

            var submission = new Submission(row.Id, good.Email, person, good.Attendance, null, found.Group.Language);
            var by = $"{found.Group.ContactName} ({found.Group.Organisation})";
            switch (await endings.SubstituteAsync(found.Conference, old, submission, Actor.Public, now, ct, by))
            {
                case SubstituteOutcome.Substituted:
                    found.Member.GiveTo(good.Email, old.ReplacedById!.Value, now, found.Conference.HoldEnd(now));
                    found.Member.Tell(person, old.Attendance);
                    Record(found, "Group.MemberSubstituted", now);
                    await db.SaveChangesAsync(ct);
                    return MemberOutcome.Done;
                case SubstituteOutcome.AddressNotPossible:
                    return MemberOutcome.AddressNotPossible;
                case SubstituteOutcome.NoPlace:
                    return MemberOutcome.NoPlace;
                default:
                    throw new InvalidOperationException("Ruled out above.");
            }
        },
        ct);

    private void Record(Found found, string action, DateTimeOffset now, string? detail = null) =>
        db.Record(new Change(found.Conference.Id, Actor.Public, action, found.Registration?.Id ?? found.Member.Id, now, detail));

    private async Task<MemberOutcome> UnderLockAsync(string secret, Guid memberId, Func<Found, DateTimeOffset, Task<MemberOutcome>> work, CancellationToken ct)
    {
        if (await db.FindLinkAsync(GroupDesk.Link, secret, ct) is not { } token || !token.IsOpen(clock.GetUtcNow())) return MemberOutcome.NotFound;
        var conferenceId = await db.Set<Group>().Where(g => g.Id == token.SubjectId && db.Set<Conference>().Any(c => c.Id == g.ConferenceId && c.IsCurrent))
            .Select(g => (Guid?)g.ConferenceId).SingleOrDefaultAsync(ct);
        if (conferenceId is not { } id) return MemberOutcome.NotFound;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(id, ct);
                var now = clock.GetUtcNow();
                var member = await db.Set<GroupMember>().SingleOrDefaultAsync(m => m.Id == memberId && m.GroupId == token.SubjectId, ct);
                if (member is null) return MemberOutcome.NotFound;
                var group = await db.Set<Group>().SingleAsync(g => g.Id == member.GroupId, ct);
                var registration = member.RegistrationId is { } own ? await db.Set<Registration>().SingleAsync(r => r.Id == own, ct) : null;
                return await work(new Found(await db.ConferenceWithDaysAsync(id, ct), group, member, registration, member.StateOf(registration, now)), now);
            },
            ct);
    }

    private sealed record Found(Conference Conference, Group Group, GroupMember Member, Registration? Registration, MemberState State);
}
