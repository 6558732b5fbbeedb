using Kongress.Conferences;
using Kongress.Dashboard;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>Finds the registration that a page is about. One of another edition is not found.</summary>
public sealed class Subject(CurrentConference current, RegistrationHistory history)
{
    public async Task<(Conference Conference, RegistrationDetails Details)?> FindAsync(Guid id, CancellationToken ct) =>
        await current.FindAsync(ct) is { } conference && await history.FindAsync(conference.Id, id, ct) is { } details ? (conference, details) : null;
}
