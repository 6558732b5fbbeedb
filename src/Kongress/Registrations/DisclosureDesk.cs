using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>A person who asked for something, for the role Betreuung.</summary>
public sealed record PersonWithNeeds(Guid RegistrationId, string Name, string Organisation, string Email, RegistrationStatus Status, Attendance Attendance, Diet Diet, string? DietNote, Assistance Needs, string? NeedsNote);

/// <summary>Hands out what is protected more than the rest. Each look and each export leaves an audit row in the same transaction.</summary>
public sealed class DisclosureDesk(KongressDb db, TimeProvider clock)
{
    /// <summary>Diet and assistance of all who are coming or waiting, by name. For the role Betreuung alone (Art. 9 GDPR).</summary>
    public Task<List<PersonWithNeeds>> LookAtNeedsAsync(Guid conferenceId, Guid accountId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var people = await (
                from health in db.Set<HealthAnswers>().AsNoTracking()
                join r in db.Set<Registration>().AsNoTracking() on health.RegistrationId equals r.Id
                where r.ConferenceId == conferenceId && r.ActiveEmail != null
                orderby r.SortName, r.OrderNumber
                select new { Registration = r, Health = health }).ToListAsync(ct);
            db.Record(new Change(conferenceId, accountId, "Health.Looked", conferenceId, clock.GetUtcNow(), $"{people.Count}"));
            await db.SaveChangesAsync(ct);
            return people.ConvertAll(p => new PersonWithNeeds(
                p.Registration.Id, p.Registration.Person.FullName, p.Registration.Person.Organisation, p.Registration.Email, p.Registration.Status, p.Registration.Attendance,
                p.Health.Diet, p.Health.DietNote, p.Health.Assistance, p.Health.AssistanceNote));
        },
        ct);

    /// <summary>Notes that a list of registrations leaves the house.</summary>
    /// <param name="filter">Which rows, as names of states and levels; no search words, which may be names.</param>
    public Task NoteExportAsync(Guid conferenceId, Guid accountId, string format, int rows, string filter, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            db.Record(new Change(conferenceId, accountId, "Registrations.Exported", conferenceId, clock.GetUtcNow(), $"{format}, {rows}; {filter}"));
            await db.SaveChangesAsync(ct);
        },
        ct);
}
