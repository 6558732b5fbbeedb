using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Groups;
using Kongress.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Dashboard;

/// <param name="Actor">Name or address of the account that acted; null for the system and for people with a link.</param>
/// <param name="IsOwner">The person themself acted.</param>
/// <param name="Workshop">Title of the workshop that it was about; null: about none.</param>
public sealed record HistoryEntry(DateTimeOffset At, string Action, string? Detail, string? Actor, bool IsOwner, string? Workshop = null);

/// <summary>A seat of the person, or a place in line.</summary>
public sealed record HistorySeat(Guid Id, Guid SessionId, string Title, string Code, DateTimeOffset StartsAt, SignUpStatus Status);

public sealed record HistoryMail(Guid Id, string Kind, string Subject, MailState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, string? LastError);

/// <param name="Door">Name of the door.</param>
public sealed record HistoryScan(DateTimeOffset At, string Door, DoorAnswer Answer, bool Admits, DateTimeOffset? UndoneAt);

/// <summary>Another registration that this one replaced or was replaced by.</summary>
public sealed record RelatedRegistration(Guid Id, string Name);

/// <summary>Who registered somebody.</summary>
public sealed record RegisteredBy(Guid GroupId, string Name, string Email, string Organisation);

/// <param name="Contingent">From which the place is; null: open to everybody.</param>
/// <param name="RegisteredBy">The contact of the group; null: the person themself.</param>
/// <param name="Seats">In workshops, by their start; also what is over.</param>
/// <param name="Substitution">What became of the substitute; null: nobody was named.</param>
/// <param name="Line">Where the person waits; null: they do not wait.</param>
public sealed record RegistrationDetails(
    Registration Registration, IReadOnlyList<Ticket> Tickets, IReadOnlyList<HistoryEntry> Changes, IReadOnlyList<HistoryMail> Mails, IReadOnlyList<HistoryScan> Scans, IReadOnlyList<HistorySeat> Seats,
    RelatedRegistration? Replaces, RelatedRegistration? ReplacedBy, Contingent? Contingent, LinePosition? Line, RegisteredBy? RegisteredBy, Substitution? Substitution);

/// <summary>One registration with all that happened to it; a fixed number of queries.</summary>
public sealed class RegistrationHistory(KongressDb db, WaitingLine lines, NamedSubstitute substitutes)
{
    /// <summary>Null for an unknown id or one of another edition.</summary>
    public async Task<RegistrationDetails?> FindAsync(Guid conferenceId, Guid id, CancellationToken ct)
    {
        var registration = await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.ConferenceId == conferenceId, ct);
        if (registration is null) return null;

        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => t.RegistrationId == id).OrderBy(t => t.IssuedAt).ToListAsync(ct);
        var seats = await (
            from signUp in db.Set<SignUp>().AsNoTracking()
            join workshop in db.Set<Workshop>() on signUp.WorkshopId equals workshop.Id
            where signUp.RegistrationId == id
            orderby workshop.Place.StartsAt, signUp.SignedUpAt
            select new HistorySeat(signUp.Id, workshop.SessionId, workshop.Place.Title, workshop.Place.Code, workshop.Place.StartsAt, signUp.Status)).ToListAsync(ct);
        List<Guid> subjects = [id, .. seats.Select(s => s.Id)];
        var rows = await (
            from change in db.Set<Change>().AsNoTracking()
            where subjects.Contains(change.SubjectId)
            join account in db.Set<Account>() on change.ActorId equals account.Id into accounts
            from actor in accounts.DefaultIfEmpty()
            orderby change.At, change.Id
            select new
            {
                change.SubjectId,
                Entry = new HistoryEntry(
                    change.At, change.Action, change.Detail,
                    actor == null ? null : actor.DisplayName == "" ? actor.Email : actor.DisplayName,
                    change.ActorId != null && change.ActorId == registration.AccountId, null),
            }).ToListAsync(ct);
        var seatOf = seats.ToDictionary(s => s.Id);
        var changes = rows.ConvertAll(r => seatOf.GetValueOrDefault(r.SubjectId) is { } seat ? About(seat, r.Entry) : r.Entry);
        var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.SubjectId == id).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new HistoryMail(m.Id, m.Kind, m.Subject, m.State, m.Attempts, m.CreatedAt, m.SentAt, m.LastError)).ToListAsync(ct);
        var scans = await (
            from scan in db.Set<Scan>().AsNoTracking()
            join list in db.Set<CheckInList>() on scan.ListId equals list.Id
            where scan.RegistrationId == id
            orderby scan.ScannedAt
            select new HistoryScan(scan.ScannedAt, list.Name, scan.Answer, scan.Admits, scan.UndoneAt)).ToListAsync(ct);
        var related = await db.Set<Registration>().AsNoTracking().Where(r => r.ReplacedById == id || r.Id == registration.ReplacedById)
            .Select(r => new { r.Id, r.Person, r.ReplacedById }).ToListAsync(ct);
        var contingent = await db.Set<Contingent>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == registration.ContingentId, ct);
        var registeredBy = await (
            from member in db.Set<GroupMember>()
            join g in db.Set<Group>() on member.GroupId equals g.Id
            where member.RegistrationId == id
            select new RegisteredBy(g.Id, g.ContactName, g.ContactEmail, g.Organisation)).SingleOrDefaultAsync(ct);
        return new RegistrationDetails(
            registration, tickets, changes, mails, scans, seats,
            related.Where(r => r.ReplacedById == id).Select(r => new RelatedRegistration(r.Id, r.Person.FullName)).FirstOrDefault(),
            related.Where(r => r.Id == registration.ReplacedById).Select(r => new RelatedRegistration(r.Id, r.Person.FullName)).FirstOrDefault(),
            contingent,
            await lines.FindAsync(registration, ct),
            registeredBy,
            await substitutes.FindAsync(registration, ct));
    }

    // The row holds the code of the workshop; the reader gets its title instead.
    private static HistoryEntry About(HistorySeat seat, HistoryEntry entry) => entry with
    {
        Workshop = seat.Title,
        Detail = entry.Detail == seat.Code ? null : entry.Detail?.StartsWith(seat.Code + ": ", StringComparison.Ordinal) is true ? entry.Detail[(seat.Code.Length + 2)..] : entry.Detail,
    };
}
