using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.MyConference;

/// <summary>The ticket as a page to print.</summary>
public sealed class TicketModel(OwnRegistration own) : PageModel
{
    public Conference Conference { get; private set; } = null!;

    public Registration Registration { get; private set; } = null!;

    public Ticket Ticket { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, registration)) return NotFound();
        if (await own.TicketAsync(registration, ct) is not { } ticket) return RedirectToPage("Index");
        (Conference, Registration, Ticket) = (conference, registration, ticket);
        return Page();
    }
}
