using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>Takes in people whom somebody else registers: several in one transaction, each with an own number in the order of submission.</summary>
/// <remarks>The caller's transaction must hold the lock of the conference row. Unlike a form of one's own, it changes nothing that is there already.</remarks>
internal sealed class Intake(KongressDb db, Outbox outbox, RegistrationMails mails)
{
    private readonly Places places = new(db, outbox, mails);

    /// <param name="Registration">The new one; null where the address is registered already.</param>
    /// <param name="Letter">For the owner of the known address.</param>
    /// <param name="PlaceWasFree">Whether a newcomer had a place; told alike for known and unknown addresses.</param>
    public sealed record Taken(Registration? Registration, Letter? Letter, bool PlaceWasFree)
    {
        public Letter KnownLetter => Letter ?? throw new InvalidOperationException("The address was not known.");
    }

    /// <summary>Adds the registration, without its mail; the caller says from whom the data came, and saves.</summary>
    /// <param name="kind">As what the person comes; null: as everybody does.</param>
    public async Task<Taken> TakeAsync(Conference conference, Submission submission, DateTimeOffset now, CancellationToken ct, AttendeeKind? kind = null)
    {
        // Each locking gives a number of its own.
        await db.LockAsync<Conference>(conference.Id, ct);
        var situation = await places.LookAsync(conference.Id, now, ct);
        var contingent = situation.ContingentFor(Applicant.Of(submission.Email, submission.Person));
        var isFree = situation.Tree.IsFreeFor(contingent);
        var email = submission.Email.Trim().ToLowerInvariant();
        if (await KnownLetterAsync(conference, email, ct) is { } letter) return new Taken(null, letter, isFree);
        // The id of a row comes from a browser; one that is taken already must not stop the others.
        if (await db.Set<Registration>().AnyAsync(r => r.SubmissionId == submission.SubmissionId, ct)) submission = submission with { SubmissionId = Guid.CreateVersion7() };
        var registration = new Registration(conference.Id, submission, situation.OrderNumber, isFree, now, conference.HoldEnd(now));
        registration.EnterBy(new Entrance(Kind: kind));
        registration.PutInto(contingent);
        db.Add(registration);
        return new Taken(registration, null, isFree);
    }

    /// <summary>What the owner of an address is told who is registered already: to confirm, or that nothing changed. Null: nobody is.</summary>
    public async Task<Letter?> KnownLetterAsync(Conference conference, string email, CancellationToken ct)
    {
        var known = await db.Set<Registration>().SingleOrDefaultAsync(r => r.ConferenceId == conference.Id && r.ActiveEmail == email, ct);
        if (known is null) return null;
        return known.Status is RegistrationStatus.AwaitingEmail ? mails.ConfirmEmail(conference, known, db.NewLink(RegistrationLinks.Confirm, known)) : places.AlreadyRegistered(conference, known);
    }
}
