using System.ComponentModel.DataAnnotations;
using Kongress.Accounts;
using Kongress.Data;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Operations;

/// <summary>The accounts of the team, and the invitation of new people.</summary>
public sealed class StaffModel(KongressDb db, StaffDesk desk, TimeProvider clock) : PageModel
{
    public sealed record Row(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, bool HasPassword, bool HasSecondFactor, bool IsLocked, DateTimeOffset? LastSignInAt);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Said together with the other faults, as there might be several.
        if (Input.Roles.Count == 0 || Input.Roles.Any(role => !Roles.Staff.Contains(role))) ModelState.AddModelError("Input.Roles", "Bitte wählen Sie mindestens eine Rolle.");
        if (!ModelState.IsValid)
        {
            await LoadAsync(ct);
            return Page();
        }

        await desk.InviteAsync(Input.Email!, Clean.Line(Input.Name), [.. Input.Roles], User.AccountId(), ct);
        this.Announce("Die Einladung ist unterwegs. Sie gilt sieben Tage.");
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var staff = Roles.All.Where(r => Roles.Staff.Contains(r.Name)).ToDictionary(r => r.Id, r => r.Name);
        var ids = staff.Keys.ToList();
        var links = await db.Set<IdentityUserRole<Guid>>().AsNoTracking().Where(l => ids.Contains(l.RoleId)).ToListAsync(ct);
        var accounts = await db.Set<Account>().AsNoTracking()
            .Where(a => db.Set<IdentityUserRole<Guid>>().Any(l => l.UserId == a.Id && ids.Contains(l.RoleId)) || a.PasswordHash != null)
            .OrderBy(a => a.DisplayName).ToListAsync(ct);
        var now = clock.GetUtcNow();
        Rows = [.. accounts.Select(a => new Row(
            a.Id, a.DisplayName, a.Email!, [.. links.Where(l => l.UserId == a.Id).Select(l => staff[l.RoleId]).Order()], a.PasswordHash is not null, a.TwoFactorEnabled, a.IsLocked(now), a.LastSignInAt))];
    }

    public sealed class InputModel
    {
        [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie den Namen ein."), StringLength(200, ErrorMessage = "Bitte kürzen Sie den Namen auf {1} Zeichen.")]
        public string? Name { get; set; }

        [Display(Name = "E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie die E-Mail-Adresse ein."), MailAddress]
        public string? Email { get; set; }

        public IList<string> Roles { get; set; } = [];
    }
}
