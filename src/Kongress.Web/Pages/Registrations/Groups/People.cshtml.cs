using Kongress.Conferences;
using Kongress.Registrations.Groups;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>The people of an office, for whoever holds its secret link.</summary>
[EnableRateLimiting(RateLimits.Links)]
public sealed class PeopleModel(CurrentConference current, GroupDesk desk, TimeProvider clock) : PageModel
{
    public string Secret { get; private set; } = "";

    public Conference? Conference { get; private set; }

    public GroupView? View { get; private set; }

    public bool IsOpen => Conference!.RegistrationIsOpen(clock.GetUtcNow());

    public bool CanAdd => View!.Members.Count < Group.MostPeople && IsOpen;

    /// <summary>How many places stand where; states that nobody has are left out.</summary>
    public IEnumerable<(MemberState State, int Count)> Counts => View!.Members.CountBy(m => m.Place).OrderBy(c => c.Key).Select(c => (c.Key, c.Value));

    public async Task OnGetAsync(string secret, CancellationToken ct)
    {
        Secret = secret;
        Conference = await current.FindAsync(ct);
        View = await desk.FindAsync(secret, ct);
        if (View is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
