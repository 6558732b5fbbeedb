using Kongress.Accounts;
using Kongress.Data;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Operations;

/// <summary>One account of the team: roles, lock, second factor, sessions.</summary>
public sealed class StaffMemberModel(KongressDb db, StaffDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IList<string> MemberRoles { get; set; } = [];

    public Account Account { get; private set; } = null!;

    public bool IsSelf => Id == User.AccountId();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        MemberRoles = await RolesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (MemberRoles.Any(role => !Roles.Staff.Contains(role)))
        {
            ModelState.AddModelError(nameof(MemberRoles), "Diese Rolle gibt es nicht.");
            return Page();
        }

        // Nobody takes the key out of their own hand: the last administrator would be gone.
        if (IsSelf && !MemberRoles.Contains(Roles.Administrator))
        {
            ModelState.AddModelError(nameof(MemberRoles), "Die Rolle Administration können Sie sich nicht selbst nehmen.");
            return Page();
        }

        return Told(await desk.ChangeRolesAsync(Id, [.. MemberRoles], User.AccountId(), ct), "Die Rollen sind geändert. Die Person meldet sich neu an.");
    }

    public async Task<IActionResult> OnPostLockAsync(CancellationToken ct) =>
        IsSelf ? BadRequest() : await ActAsync(() => desk.LockAsync(Id, User.AccountId(), ct), "Das Konto ist gesperrt.", ct);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken ct) => ActAsync(() => desk.UnlockAsync(Id, User.AccountId(), ct), "Das Konto ist entsperrt.", ct);

    public Task<IActionResult> OnPostResetSecondFactorAsync(CancellationToken ct) =>
        ActAsync(() => desk.ResetSecondFactorAsync(Id, User.AccountId(), ct), "Der zweite Faktor ist zurückgesetzt. Die Person richtet ihn bei der nächsten Anmeldung neu ein.", ct);

    public Task<IActionResult> OnPostEndSessionsAsync(CancellationToken ct) =>
        ActAsync(() => desk.EndSessionsAsync(Id, User.AccountId(), ct), "Alle Sitzungen enden innerhalb einer Minute.", ct);

    private async Task<IActionResult> ActAsync(Func<Task<bool>> act, string told, CancellationToken ct) =>
        await LoadAsync(ct) ? Told(await act(), told) : NotFound();

    private IActionResult Told(bool done, string told)
    {
        if (!done) return NotFound();
        this.Announce(told);
        return RedirectToPage(new { Id });
    }

    // Accounts of attendees are none of this page's business.
    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var staff = StaffRoleIds();
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(
            a => a.Id == Id && (a.PasswordHash != null || db.Set<IdentityUserRole<Guid>>().Any(l => l.UserId == a.Id && staff.Contains(l.RoleId))), ct) is not { } account) return false;
        Account = account;
        return true;
    }

    private async Task<List<string>> RolesAsync(CancellationToken ct)
    {
        var staff = StaffRoleIds();
        var links = await db.Set<IdentityUserRole<Guid>>().Where(l => l.UserId == Id && staff.Contains(l.RoleId)).Select(l => l.RoleId).ToListAsync(ct);
        return [.. Roles.All.Where(r => links.Contains(r.Id)).Select(r => r.Name)];
    }

    private static List<Guid> StaffRoleIds() => [.. Roles.All.Where(r => Roles.Staff.Contains(r.Name)).Select(r => r.Id)];
}
