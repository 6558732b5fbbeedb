using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Imports;

/// <summary>The word of an organiser's list for the owner of an address.</summary>
internal sealed class ListWord(KongressDb db)
{
    /// <summary>Whether a list names the person: then an organiser vouches for them.</summary>
    /// <remarks>
    /// Who let the time pass and registered again by themselves takes the word along: the references stand for the new registration from now on, and they come
    /// as what the list says. That ends with the lapsed registration, as its references are erased with it. Only for a proved address, under the lock of the
    /// conference row; stored with the caller's save.
    /// </remarks>
    public async Task<bool> TakeAsync(Registration registration, DateTimeOffset now, CancellationToken ct)
    {
        var found = await (
            from imported in db.Set<ImportedAttendee>()
            join named in db.Set<Registration>() on imported.RegistrationId equals named.Id
            where imported.ConferenceId == registration.ConferenceId && named.Email == registration.Email
                && (named.Id == registration.Id || (named.Status == RegistrationStatus.Expired && named.AccountId == null))
            select new { Imported = imported, named.Id, named.Email, named.Kind }).ToListAsync(ct);
        // SQL Server compares by its collation, to which letters of different width are the same.
        var words = found.FindAll(w => w.Email == registration.Email);
        var lapsed = words.FindAll(w => w.Id != registration.Id);
        foreach (var word in lapsed)
        {
            word.Imported.StandFor(registration.Id);
            registration.ComeAs(word.Kind);
        }

        if (lapsed.Count > 0) db.Record(new Change(registration.ConferenceId, Actor.System, "Registration.ImportLinked", registration.Id, now));
        return words.Count > 0;
    }
}
