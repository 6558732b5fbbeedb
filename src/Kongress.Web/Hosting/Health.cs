using Kongress.Data;
using Kongress.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Hosting;

/// <summary>For the machines that watch: is it alive, can it work.</summary>
internal static class Health
{
    private static readonly TimeSpan OldestMail = TimeSpan.FromMinutes(15);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        endpoints.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    // Mails that wait too long do not stop anybody from registering: degraded, still 200.
    private static async Task<IResult> ReadyAsync(KongressDb db, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            var since = clock.GetUtcNow() - OldestMail;
            var late = await db.Set<OutgoingMail>().AnyAsync(m => m.State == MailState.Due && m.Attempts == 0 && m.DueAt < since, ct);
            return Results.Text(late ? "degraded: mails have been waiting for more than 15 minutes" : "ok");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
