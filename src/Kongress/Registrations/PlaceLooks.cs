using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations.Contingents;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations;

/// <summary>What <see cref="Places"/> asks behind the lock of the edition at each submission.</summary>
/// <remarks>"yes" and "no" are parameters that are always true or false: SQLite finds neither "HoldsPlace" nor "NOT HoldsPlace" in an index.</remarks>
internal static class PlaceLooks
{
    /// <param name="SomebodyWaits">For the places open to everybody.</param>
    public sealed record EditionLook(long LockCount, int Capacity, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, bool SomebodyWaits);

    public sealed record ContingentLook(Contingent Contingent, bool SomebodyWaits);

    public static readonly ReadyQuery<Func<KongressDb, Guid, bool, CancellationToken, Task<EditionLook>>> Edition = new(() => EF.CompileAsyncQuery(
        (KongressDb db, Guid conferenceId, bool no, CancellationToken _) => db.Set<Conference>().Where(c => c.Id == conferenceId).Select(c => new EditionLook(
            c.LockCount,
            c.Capacity,
            c.RegistrationOpensAt,
            c.RegistrationClosesAt,
            db.Set<Registration>().Any(r => r.ConferenceId == conferenceId && r.HoldsPlace == no
                && (r.Status == RegistrationStatus.WaitingList || r.Status == RegistrationStatus.UnderReview || r.Status == RegistrationStatus.AwaitingEmail) && r.ContingentId == null))).Single()));

    public static readonly ReadyQuery<Func<KongressDb, Guid, bool, IAsyncEnumerable<ContingentLook>>> Contingents = new(() => EF.CompileAsyncQuery(
        (KongressDb db, Guid conferenceId, bool no) => db.Set<Contingent>().AsNoTracking().Where(c => c.ConferenceId == conferenceId).Select(c => new ContingentLook(
            c,
            db.Set<Registration>().Any(r => r.ConferenceId == conferenceId && r.HoldsPlace == no
                && (r.Status == RegistrationStatus.WaitingList || r.Status == RegistrationStatus.UnderReview || r.Status == RegistrationStatus.AwaitingEmail) && r.ContingentId == c.Id)))));

    public static readonly ReadyQuery<Func<KongressDb, Guid, bool, IAsyncEnumerable<PlaceCount>>> Holding = new(() => EF.CompileAsyncQuery(
        (KongressDb db, Guid conferenceId, bool yes) => db.Set<Registration>().Where(r => r.ConferenceId == conferenceId && r.HoldsPlace == yes)
            .GroupBy(r => new { r.ContingentId, r.Status, r.HoldsPlace })
            .Select(g => new PlaceCount(g.Key.ContingentId, g.Key.Status, g.Key.HoldsPlace, g.Count()))));
}
