using Kongress.Data;
using Kongress.Mail;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Kongress.Web.Pages.Organiser.Mails;

/// <summary>One mail as it was sent. A mail with a key to an account shows no text.</summary>
public sealed class DetailsModel(KongressDb db, PostOfficeDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OutgoingMail Mail { get; private set; } = null!;

    public MimeMessage? Message { get; private set; }

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public bool CanBeRead => !Mail.IsSecret && Message is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Changes = await db.Set<Change>().AsNoTracking().Where(c => c.SubjectId == Id).OrderBy(c => c.At).ToListAsync(ct);
        return Page();
    }

    /// <summary>The HTML alone, for the sandboxed frame; its pictures come along as data.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !CanBeRead || Message!.HtmlBody is not { } html) return NotFound();
        foreach (var part in Message.BodyParts.OfType<MimePart>().Where(p => p.ContentId is not null && p.ContentType.MediaType == "image"))
        {
            using var stream = new MemoryStream();
            await part.Content!.DecodeToAsync(stream, ct);
            html = html.Replace("cid:" + part.ContentId, $"data:{part.ContentType.MimeType};base64,{Convert.ToBase64String(stream.ToArray())}", StringComparison.Ordinal);
        }

        return Content(html, "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnGetFileAsync(int number, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || !CanBeRead || Message!.Attachments.OfType<MimePart>().ElementAtOrDefault(number) is not { } part) return NotFound();
        var stream = new MemoryStream();
        await part.Content!.DecodeToAsync(stream, ct);
        stream.Position = 0;
        return File(stream, "application/octet-stream", part.FileName ?? "anhang");
    }

    public async Task<IActionResult> OnPostSendAgainAsync(CancellationToken ct) => Told(await desk.SendAgainAsync(Id, User.AccountId(), ct));

    public async Task<IActionResult> OnPostAbortAsync(CancellationToken ct) => Told(await desk.AbortAsync(Id, User.AccountId(), ct));

    private IActionResult Told(MailActionOutcome outcome)
    {
        if (outcome is MailActionOutcome.NotFound) return NotFound();
        this.Announce(MailTexts.For(outcome));
        return RedirectToPage(new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct) is not { } mail) return false;
        Mail = mail;
        if (mail.Content.Length > 0)
        {
            using var stream = new MemoryStream(mail.Content);
            Message = await MimeMessage.LoadAsync(stream, ct);
        }

        return true;
    }
}
