using Kongress.Data;
using Kongress.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Organiser.Mails;

/// <summary>The outbox: every mail, its state, and why it failed.</summary>
public sealed class IndexModel(KongressDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public MailState? Stand { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Art { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Suche { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Seite { get; set; } = 1;

    public sealed record Row(Guid Id, string Kind, string ToAddress, string Subject, MailState State, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string? LastError);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mails = db.Set<OutgoingMail>().AsNoTracking();
        Counts = await mails.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Kinds = await mails.Select(m => m.Kind).Distinct().OrderBy(kind => kind).ToListAsync(ct);
        if (Stand is { } state) mails = mails.Where(m => m.State == state);
        if (!string.IsNullOrWhiteSpace(Art)) mails = mails.Where(m => m.Kind == Art);
        if (!string.IsNullOrWhiteSpace(Suche))
        {
            var part = Suche.Trim().ToLowerInvariant();
            mails = mails.Where(m => m.ToAddress.Contains(part));
        }

        Total = await mails.CountAsync(ct);
        Seite = Math.Clamp(Seite, 1, Pages);
        Rows = await mails.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip((Seite - 1) * PageSize).Take(PageSize)
            .Select(m => new Row(m.Id, m.Kind, m.ToAddress, m.Subject, m.State, m.CreatedAt, m.DueAt, m.Attempts, m.LastError)).ToListAsync(ct);
    }
}
