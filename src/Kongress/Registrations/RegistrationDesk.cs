using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>What a person does before and until they have a place: submit, confirm the address, answer an offer.</summary>
public sealed class RegistrationDesk(KongressDb db, Outbox outbox, RegistrationMails mails, HoldMails holdMails, TimeProvider clock)
{
    private readonly Places places = new(db, outbox, mails);
    private readonly Entrances entrances = new(db);
    private readonly ListWord lists = new(db);
    private readonly LateEntrances late = new(db, outbox, mails);
    private readonly Lapses lapses = new(db, outbox, holdMails);

    /// <summary>Takes a form in: a place is held, or a position in line. Safe to call twice with the same form, safe under load.</summary>
    /// <remarks>
    /// The answer does not tell whether the address is registered already; its owner learns it by mail.
    /// Who submits again before confirming gets a new mail and keeps the first submission's position, with the new answers, and what a code opened before.
    /// Later on a code or an invitation still gives its place to whoever has none for good; answers are then changed by the signed-in person alone.
    /// </remarks>
    public Task<SubmitOutcome> SubmitAsync(Conference conference, Submission submission, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conference.Id, ct);
            var now = clock.GetUtcNow();
            var situation = await places.LookAsync(conference.Id, now, ct);
            var email = submission.Email.Trim().ToLowerInvariant();
            var known = await db.Set<Registration>().SingleOrDefaultAsync(
                r => r.ConferenceId == conference.Id && (r.ActiveEmail == email || r.SubmissionId == submission.SubmissionId), ct);
            if (known?.SubmissionId == submission.SubmissionId) return known.HoldsPlace ? SubmitOutcome.Received : SubmitOutcome.ReceivedForWaitingList;
            if (now < situation.OpensAt) return SubmitOutcome.NotOpenYet;
            if (now >= situation.ClosesAt) return SubmitOutcome.Closed;

            var (refusal, entrance) = await entrances.FindAsync(conference.Id, submission.Code, submission.Invitation, email, now, ct);
            if (refusal is not EntranceRefusal.None) return Outcome(refusal);
            if (submission.Person.Level is AdministrativeLevel.Unternehmen && entrance.Kind is not AttendeeKind.Exhibitor) return SubmitOutcome.CompanyNotInvited;
            var contingent = situation.ContingentFor(Applicant.Of(email, submission.Person) with { InvitedTo = entrance.InvitedTo });
            var isFree = situation.Tree.IsFreeFor(contingent);
            var outcome = isFree ? SubmitOutcome.Received : SubmitOutcome.ReceivedForWaitingList;
            if (known is { Status: RegistrationStatus.AwaitingEmail })
            {
                known.Change(submission.Person, submission.Attendance);
                if (late.Take(conference, situation, known, entrance, Actor.Public, now)) await places.PassOnAsync(conference, now, ct);
                else if (!known.IsInvited) known.EnterBy(new Entrance(Kind: known.Kind is AttendeeKind.Press ? null : known.Kind));
                await HealthRecords.KeepAsync(db, known.Id, submission.Health, now, ct);
                await places.FollowChangeAsync(conference, known, now, ct);
                SendConfirmation(conference, known);
            }
            else if (known is not null)
            {
                if (late.Take(conference, situation, known, entrance, Actor.Public, now)) await places.PassOnAsync(conference, now, ct);
                else outbox.Add(places.AlreadyRegistered(conference, known));
            }
            else
            {
                var registration = new Registration(conference.Id, submission, situation.OrderNumber, isFree, now, now.AddHours(conference.HoldHours));
                registration.EnterBy(entrance);
                registration.PutInto(contingent);
                db.Add(registration);
                if (submission.Health is not null) await HealthRecords.KeepAsync(db, registration.Id, submission.Health, now, ct);
                SendConfirmation(conference, registration);
            }

            await db.SaveChangesAsync(ct);
            return outcome;
        },
        ct);

    /// <summary>What a link from the confirmation mail stands for, to show before the person acts; null for an unknown one.</summary>
    public Task<Registration?> FindByConfirmLinkAsync(string? secret, CancellationToken ct) => FindByLinkAsync(RegistrationLinks.Confirm, secret, ct);

    /// <summary>What a link from an offer stands for, to show before the person acts; null for an unknown one.</summary>
    public Task<Registration?> FindByOfferLinkAsync(string? secret, CancellationToken ct) => FindByLinkAsync(RegistrationLinks.Offer, secret, ct);

    /// <summary>The person proves the address: they get the ticket, a review or a position in line. Safe to call twice.</summary>
    public async Task<(ConfirmEmailOutcome Outcome, Guid? AccountId)> ConfirmEmailAsync(string? secret, CancellationToken ct)
    {
        var found = await FindByConfirmLinkAsync(secret, ct);
        if (found is null) return (ConfirmEmailOutcome.UnknownLink, null);
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync<Conference>(found.ConferenceId, ct);
                var now = clock.GetUtcNow();
                var conference = await db.ConferenceWithDaysAsync(found.ConferenceId, ct);
                var registration = await db.Set<Registration>().SingleAsync(r => r.Id == found.Id, ct);
                var token = await db.FindLinkAsync(RegistrationLinks.Confirm, secret, ct);
                if (registration.Status is RegistrationStatus.AwaitingEmail && !token!.IsOpen(now)) return (ConfirmEmailOutcome.Ended, null);

                await EnterByOwnInvitationAsync(conference, registration, now, ct);
                var account = await places.AccountOfAsync(registration, now, ct);
                // An organiser vouches for those whom they read in from a list.
                var isOnAList = registration.CanConfirm(now) && await lists.TakeAsync(registration, now, ct);
                var admitted = conference.AdmitsAtOnce(registration.Email) || registration.IsInvited || isOnAList;
                var outcome = registration.ConfirmEmail(account.Id, admitted, now);
                if (outcome is ConfirmEmailOutcome.AlreadyConfirmed or ConfirmEmailOutcome.Ended) return (outcome, null);

                token!.Use(now);
                db.Record(new Change(conference.Id, account.Id, "Registration.EmailConfirmed", registration.Id, now, registration.Status.ToString()));
                if (outcome is ConfirmEmailOutcome.Confirmed) places.IssueTicket(conference, registration, now);
                if (outcome is ConfirmEmailOutcome.UnderReview or ConfirmEmailOutcome.UnderReviewWithoutPlace) outbox.Add(mails.UnderReview(conference, registration));
                if (outcome is ConfirmEmailOutcome.OnWaitingList) outbox.Add(mails.OnWaitingList(conference, registration));
                await db.SaveChangesAsync(ct);
                return (outcome, (Guid?)account.Id);
            },
            ct);
    }

    // Whoever was invited in person and used the form for everybody has now shown to be the one who was meant.
    private async Task EnterByOwnInvitationAsync(Conference conference, Registration registration, DateTimeOffset now, CancellationToken ct)
    {
        if (!registration.CanConfirm(now) || registration.IsInvited) return;
        var entrance = await entrances.OfAddressAsync(conference.Id, registration.Email, now, ct);
        if (entrance.IsInvited && late.Take(conference, await places.LookAsync(conference.Id, now, ct), registration, entrance, Actor.Public, now)) await places.PassOnAsync(conference, now, ct);
    }

    /// <summary>The person takes the offered place. Safe to call twice: there is one place and one ticket.</summary>
    public async Task<OfferOutcome> AcceptOfferAsync(string? secret, CancellationToken ct) =>
        await FindByOfferLinkAsync(secret, ct) is { } found ? await AnswerOfferAsync(found, secret, Accept, ct) : OfferOutcome.UnknownLink;

    /// <summary>The same for somebody who has signed in; of another account's registration there is no offer.</summary>
    public async Task<OfferOutcome> AcceptOfferAsync(Guid registrationId, Guid accountId, CancellationToken ct) =>
        await OwnAsync(registrationId, accountId, ct) is { } found ? await AnswerOfferAsync(found, null, Accept, ct) : OfferOutcome.Ended;

    /// <summary>The person lets the offered place go; the next in line is asked at once.</summary>
    public async Task<OfferOutcome> DeclineOfferAsync(string? secret, CancellationToken ct) =>
        await FindByOfferLinkAsync(secret, ct) is { } found ? await AnswerOfferAsync(found, secret, Decline, ct) : OfferOutcome.UnknownLink;

    /// <summary>The same for somebody who has signed in; of another account's registration there is no offer.</summary>
    public async Task<OfferOutcome> DeclineOfferAsync(Guid registrationId, Guid accountId, CancellationToken ct) =>
        await OwnAsync(registrationId, accountId, ct) is { } found ? await AnswerOfferAsync(found, null, Decline, ct) : OfferOutcome.Ended;

    /// <summary>Ends what was not answered in time and passes the places on. Run every minute; safe to run anywhere at any time.</summary>
    public async Task PassTimeAsync(CancellationToken ct)
    {
        var conferences = await db.Set<Conference>().Where(c => c.IsCurrent).Select(c => c.Id).ToListAsync(ct);
        foreach (var id in conferences) await PassTimeAsync(id, ct);
    }

    /// <summary>The same for one edition; called at once when its capacity was raised.</summary>
    public Task<int> PassTimeAsync(Guid conferenceId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(conferenceId, ct);
            var now = clock.GetUtcNow();
            var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
            var late = await db.Set<Registration>()
                .Where(r => r.ConferenceId == conferenceId && r.HeldUntil != null && r.HeldUntil <= now)
                .ToListAsync(ct);
            foreach (var registration in late)
            {
                var wasOffer = registration.Status is RegistrationStatus.Offered;
                if (!registration.End(RegistrationStatus.Expired, now)) continue;
                if (wasOffer) outbox.Add(mails.OfferEnded(conference, registration));
                db.Record(new Change(conferenceId, Actor.System, "Registration.Expired", registration.Id, now));
            }

            if (late.Count > 0)
            {
                await HealthRecords.EraseAsync(db, late.ConvertAll(r => r.Id), ct);
                await lapses.TellAsync(conference, late, now, ct);
            }

            return await places.PassOnAsync(conference, now, ct);
        },
        ct);

    private OfferOutcome Accept(Conference conference, Registration registration, DateTimeOffset now)
    {
        var outcome = registration.AcceptOffer(now);
        if (outcome is OfferOutcome.Accepted) places.IssueTicket(conference, registration, now);
        return outcome;
    }

    private OfferOutcome Decline(Conference conference, Registration registration, DateTimeOffset now)
    {
        if (registration.Status is not RegistrationStatus.Offered) return OfferOutcome.Ended;
        registration.End(RegistrationStatus.Cancelled, now);
        outbox.Add(mails.Cancelled(conference, registration, null));
        return OfferOutcome.Declined;
    }

    /// <param name="secret">Of the link; null: the person has signed in.</param>
    private Task<OfferOutcome> AnswerOfferAsync(Registration found, string? secret, Func<Conference, Registration, DateTimeOffset, OfferOutcome> answer, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAsync<Conference>(found.ConferenceId, ct);
            var now = clock.GetUtcNow();
            var conference = await db.ConferenceWithDaysAsync(found.ConferenceId, ct);
            var registration = await db.Set<Registration>().SingleAsync(r => r.Id == found.Id, ct);
            var token = secret is null ? null : await db.FindLinkAsync(RegistrationLinks.Offer, secret, ct);
            if (registration.Status is RegistrationStatus.Offered && (registration.HeldUntil <= now || token?.IsOpen(now) is false)) return OfferOutcome.Ended;

            var outcome = answer(conference, registration, now);
            if (outcome is OfferOutcome.Declined) await HealthRecords.EraseAsync(db, [registration.Id], ct);
            if (outcome is OfferOutcome.Accepted or OfferOutcome.Declined)
            {
                token?.Use(now);
                db.Record(new Change(conference.Id, Actor.FromNullable(registration.AccountId), $"Registration.Offer{outcome}", registration.Id, now));
                await places.PassOnAsync(conference, now, ct);
            }

            return outcome;
        },
        ct);

    private Task<Registration?> OwnAsync(Guid id, Guid accountId, CancellationToken ct) =>
        db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.AccountId == accountId && db.Set<Conference>().Any(c => c.Id == r.ConferenceId && c.IsCurrent), ct);

    private static SubmitOutcome Outcome(EntranceRefusal refusal) => refusal switch
    {
        EntranceRefusal.None => SubmitOutcome.Received,
        EntranceRefusal.CodeUnknown => SubmitOutcome.CodeUnknown,
        EntranceRefusal.CodeUsedUp => SubmitOutcome.CodeUsedUp,
        EntranceRefusal.CodeEnded => SubmitOutcome.CodeEnded,
        EntranceRefusal.InvitationEnded => SubmitOutcome.InvitationEnded,
        EntranceRefusal.OtherAddress => SubmitOutcome.InvitationForOther,
    };

    private void SendConfirmation(Conference conference, Registration registration) =>
        outbox.Add(mails.ConfirmEmail(conference, registration, db.NewLink(RegistrationLinks.Confirm, registration)));

    private async Task<Registration?> FindByLinkAsync(string purpose, string? secret, CancellationToken ct) =>
        await db.FindLinkAsync(purpose, secret, ct) is { } token
            ? await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == token.SubjectId, ct)
            : null;
}
