using System.Security.Claims;
using Kongress.Conferences;
using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Programme;

/// <summary>The sessions that the signed-in person marked; asked for once a request, however many buttons a page has.</summary>
public sealed class OwnMarks(AgendaDesk desk, CurrentConference current)
{
    private IReadOnlySet<Guid>? own;

    /// <summary>Null: nobody is signed in, and the browser keeps the marks.</summary>
    public async ValueTask<IReadOnlySet<Guid>?> FindAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (user.Identity?.IsAuthenticated != true) return null;
        return own ??= await current.FindAsync(ct) is { } conference && await desk.OfAccountAsync(conference.Id, user.AccountId(), ct) is { } agenda ? agenda.SessionIds : new HashSet<Guid>();
    }

    /// <summary>The sessions of codes, as browsers send them: "K7QF2M,3XAB9C". What is unknown, doubled or too much is left out.</summary>
    public static HashSet<Guid> Read(PublicProgramme programme, string? codes)
    {
        var named = (codes ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(AgendaDesk.MostItems).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. programme.Snapshot.Slots.Concat(programme.Snapshot.Gone).Where(s => s.HasPage && named.Contains(s.Code)).Select(s => s.SessionId)];
    }
}
