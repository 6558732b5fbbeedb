using Kongress.Accounts;
using Kongress.Data;
using Kongress.Programme.Agendas;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Programme.Releases;

/// <summary>An address that gets one mail about a release, and all that is in it.</summary>
/// <param name="Address">Null: the person cannot be reached by mail and has to be called.</param>
/// <param name="SubjectId">The registration, else the speaker, else the agenda.</param>
/// <param name="Name">Who is greeted; empty: not known, or an office that answers for several.</param>
/// <param name="Speakers">Whose sessions are in <paramref name="OnStage"/>: the person's own, or those for whom an office answers.</param>
/// <param name="OnStage">Every change of the sessions that the speakers are on.</param>
/// <param name="Seats">What becomes of entries for workshops, those on a waiting list included.</param>
/// <param name="Marked">What is urgent about marked sessions, unless it is told already.</param>
public sealed record Recipient(
    string? Address,
    Guid SubjectId,
    string Name,
    string Language,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<SlotDifference> OnStage,
    IReadOnlyList<SeatChange> Seats,
    IReadOnlyList<SlotDifference> Marked)
{
    /// <summary>Everything in short, in the order of the mail.</summary>
    public IEnumerable<(ChangeClass Class, string Title)> Changes => OnStage.Select(Short).Concat(Seats.Select(s => (s.Class, s.Title))).Concat(Marked.Select(Short));

    private static (ChangeClass, string) Short(SlotDifference difference) => (difference.Class, difference.Slot.Title);
}

/// <summary>Finds out who is told what. One entry an address, whatever its case.</summary>
public static class Recipients
{
    /// <summary>Those on changed sessions hear of every change; those who marked them, if they want to, of what is urgent; those who signed up of what becomes of their entry.</summary>
    public static async Task<IReadOnlyList<Recipient>> OfAsync(KongressDb db, Guid conferenceId, IReadOnlyList<SlotDifference> differences, IReadOnlyList<SeatTidings> seats, CancellationToken ct) =>
        Compose(differences, await OnStageAsync(db, differences, ct), seats, await MarkedAsync(db, conferenceId, differences, ct));

    /// <summary>Those who signed up alone.</summary>
    public static IReadOnlyList<Recipient> Of(IReadOnlyList<SeatTidings> seats) => Compose([], [], seats, []);

    private static List<Recipient> Compose(IReadOnlyList<SlotDifference> differences, List<OnStage> onStage, IReadOnlyList<SeatTidings> seats, List<Bookmarks> marked)
    {
        var speakers = onStage.SelectMany(o => o.Speaker.Contact.Addresses.Select(address => (address, o))).ToLookup(x => x.address, x => x.o, StringComparer.OrdinalIgnoreCase);
        var seated = seats.ToLookup(s => s.Address, StringComparer.OrdinalIgnoreCase);
        var bookmarks = marked.ToLookup(m => m.Address, StringComparer.OrdinalIgnoreCase);
        var addresses = speakers.Select(g => g.Key).Concat(seated.Select(g => g.Key)).Concat(bookmarks.Select(g => g.Key)).Distinct(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. onStage.Where(o => !o.Speaker.Contact.Addresses.Any()).Select(o => new Recipient(null, o.Speaker.Id, o.Name, o.Speaker.Contact.Language, [o.Name], o.Differences, [], [])),
            .. addresses.Select(address => Compose(differences, address, [.. speakers[address]], [.. seated[address]], [.. bookmarks[address]])),
        ];
    }

    private static Recipient Compose(IReadOnlyList<SlotDifference> differences, string address, List<OnStage> speakers, List<SeatTidings> seats, List<Bookmarks> marked)
    {
        var own = speakers.Find(s => string.Equals(s.Speaker.Contact.Email, address, StringComparison.OrdinalIgnoreCase));
        var names = speakers.Select(s => s.Name).Distinct().ToList();
        var onStage = speakers.SelectMany(s => s.Differences).ToHashSet();
        var changes = seats.SelectMany(s => s.Changes).ToList();
        var told = changes.Select(c => (c.SessionId, c.StartsAt)).ToHashSet();
        var bookmarks = marked.SelectMany(m => m.Differences).Where(d => !onStage.Contains(d) && !told.Contains((d.Slot.SessionId, d.Slot.StartsAt))).ToHashSet();
        return new Recipient(
            address,
            seats.Count > 0 ? seats[0].SubjectId : speakers.Count > 0 ? (own ?? speakers[0]).Speaker.Id : marked[0].AgendaId,
            own?.Name ?? (seats.Count > 0 ? seats[0].Name : names is [var only] ? only : ""),
            // What people chose themselves when they registered comes before what was entered for them.
            seats.Count > 0 ? seats[0].Language : speakers.Count > 0 ? (own ?? speakers[0]).Speaker.Contact.Language : marked[0].Language,
            names,
            [.. differences.Where(onStage.Contains)],
            changes,
            [.. differences.Where(bookmarks.Contains)]);
    }

    private static async Task<List<OnStage>> OnStageAsync(KongressDb db, IReadOnlyList<SlotDifference> differences, CancellationToken ct)
    {
        var sessions = differences.Select(d => d.Slot.SessionId).Distinct().ToList();
        var participations = (await db.Set<Participation>().AsNoTracking().Where(p => sessions.Contains(p.SessionId)).ToListAsync(ct)).ToLookup(p => p.SessionId);
        // Whoever was named in the old version and was taken off since hears of it too.
        var changes = differences.SelectMany(d => participations[d.Slot.SessionId].Where(p => p.IsOn && p.State is not ParticipationState.Proposed).Select(p => p.SpeakerId)
            .Concat((d.Old?.People ?? []).Select(p => p.PersonId).OfType<Guid>()).Distinct().Select(speaker => (speaker, d))).ToLookup(x => x.speaker, x => x.d);
        var ids = changes.Select(g => g.Key).ToList();
        var speakers = await db.Set<Speaker>().AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.SortName).ToListAsync(ct);
        return [.. speakers.Select(s => new OnStage(s, [.. changes[s.Id]]))];
    }

    private static async Task<List<Bookmarks>> MarkedAsync(KongressDb db, Guid conferenceId, IReadOnlyList<SlotDifference> differences, CancellationToken ct)
    {
        var urgent = differences.Where(d => d.IsUrgent && d.Old is not null).ToLookup(d => d.Slot.SessionId);
        var sessions = urgent.Select(g => g.Key).ToList();
        var marked = await (
            from agenda in db.Set<Agenda>()
            join account in db.Set<Account>() on agenda.AccountId equals account.Id
            from item in agenda.Items
            where agenda.ConferenceId == conferenceId && agenda.WantsMail && sessions.Contains(item.SessionId)
            select new { agenda.Id, account.Email, account.Language, item.SessionId }).ToListAsync(ct);
        return [.. marked.GroupBy(m => (m.Id, m.Email, m.Language)).OrderBy(g => g.Key.Email, StringComparer.Ordinal)
            .Select(g => new Bookmarks(g.Key.Id, g.Key.Email!, g.Key.Language, [.. g.SelectMany(m => urgent[m.SessionId])]))];
    }

    private sealed record OnStage(Speaker Speaker, IReadOnlyList<SlotDifference> Differences)
    {
        public string Name => Speaker.Profile.FullName;
    }

    private sealed record Bookmarks(Guid AgendaId, string Address, string Language, IReadOnlyList<SlotDifference> Differences);
}
