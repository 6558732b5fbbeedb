using Kongress.Data;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>A seat, an offer or a place in line, with its person.</summary>
internal sealed record Entry(SignUp SignUp, Registration Registration)
{
    /// <summary>It ended with the workshop or with its day, and by nobody's wish.</summary>
    public bool IsTaken => SignUp.Status is SignUpStatus.WorkshopCancelled or SignUpStatus.WorkshopMoved;
}

/// <summary>A workshop that has followed the programme.</summary>
/// <param name="Before">What it was until then.</param>
internal sealed record Moved(Workshop Workshop, WorkshopPlace Before);

/// <summary>Who is in workshops that move. Read once, so that one change of the programme can be thought through after the other.</summary>
internal static class Entries
{
    private static readonly SignUpStatus[] Wanted = [SignUpStatus.Waiting, SignUpStatus.Offered, SignUpStatus.Seated, SignUpStatus.WorkshopCancelled, SignUpStatus.WorkshopMoved];

    /// <summary>What lives, and what was taken from people who have not signed up anew since; by name.</summary>
    /// <param name="signUps">Tracked: what becomes of them is stored. Not tracked: it is only foreseen.</param>
    public static async Task<List<Entry>> OfAsync(KongressDb db, IQueryable<SignUp> signUps, IEnumerable<Workshop> workshops, CancellationToken ct)
    {
        var ids = workshops.Select(w => w.Id).ToList();
        if (ids.Count == 0) return [];
        var rows = await (
            from signUp in signUps
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where ids.Contains(signUp.WorkshopId) && Wanted.Contains(signUp.Status)
                && !db.Set<SignUp>().Any(later => later.WorkshopId == signUp.WorkshopId && later.RegistrationId == signUp.RegistrationId && later.SignedUpAt > signUp.SignedUpAt)
            orderby registration.Person.FamilyName, registration.Id
            select new { signUp, registration }).ToListAsync(ct);
        return rows.ConvertAll(r => new Entry(r.signUp, r.registration));
    }
}
