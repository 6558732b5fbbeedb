using Kongress.Data;
using Kongress.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Operations;

/// <summary>Where administrators begin: is everything well, and where to look.</summary>
public sealed class IndexModel(KongressDb db, TimeProvider clock) : PageModel
{
    public int MailsWaiting { get; private set; }

    public int MailsFailed { get; private set; }

    public TimeSpan? OldestMail { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mails = db.Set<OutgoingMail>().AsNoTracking();
        MailsWaiting = await mails.CountAsync(m => m.State == MailState.Due, ct);
        MailsFailed = await mails.CountAsync(m => m.State == MailState.Failed, ct);
        var oldest = await mails.Where(m => m.State == MailState.Due).OrderBy(m => m.CreatedAt).Select(m => (DateTimeOffset?)m.CreatedAt).FirstOrDefaultAsync(ct);
        OldestMail = clock.GetUtcNow() - oldest;
    }
}
