using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.MyConference;

/// <summary>Finds what belongs to the signed-in account at the current edition. Whoever asks for anything else finds nothing.</summary>
public sealed class OwnRegistration(KongressDb db, CurrentConference current)
{
    /// <summary>The living registration, else the last one that ended; null where there never was one.</summary>
    public async Task<(Conference Conference, Registration Registration)?> FindAsync(Guid accountId, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } conference) return null;
        var registration = await db.Set<Registration>().AsNoTracking()
            .Where(r => r.AccountId == accountId && r.ConferenceId == conference.Id)
            .OrderBy(r => r.ActiveEmail == null).ThenByDescending(r => r.OrderNumber)
            .FirstOrDefaultAsync(ct);
        return registration is null ? null : (conference, registration);
    }

    /// <summary>The valid ticket of a registration, or null.</summary>
    public Task<Ticket?> TicketAsync(Registration registration, CancellationToken ct) =>
        db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.ActiveFor == registration.Id, ct);

    public Task<HealthAnswers?> HealthAsync(Registration registration, CancellationToken ct) =>
        db.Set<HealthAnswers>().AsNoTracking().SingleOrDefaultAsync(h => h.RegistrationId == registration.Id, ct);
}
