using Kongress.Shared;

namespace Kongress.Registrations.Contingents;

/// <summary>What decides which contingent somebody belongs to.</summary>
/// <param name="Email">In lower case.</param>
/// <param name="InvitedTo">The contingent of a code or an invitation; it goes before everything else.</param>
/// <param name="Organisation">As <see cref="Registration.SortOrganisation"/>.</param>
public sealed record Applicant(string Email, AdministrativeLevel Level, Land? Land, string Organisation, Guid? InvitedTo = null)
{
    public static Applicant Of(string email, Person person) => new(email.Trim().ToLowerInvariant(), person.Level, person.Land, Registration.SortForm(person.Organisation));

    public static Applicant Of(Registration registration) => Of(registration.Email, registration.Person) with { InvitedTo = registration.InvitedTo };

    internal bool IsOfDomain(string domain) => MailDomain.IsWithin(MailDomain.Of(Email), domain);

    internal bool IsOfOrganisation(string organisation) => Registration.SortForm(organisation) == Organisation;
}

/// <summary>Finds the right contingent for somebody: a pure function of the person and the contingents.</summary>
public static class Assignment
{
    /// <summary>The most specific contingent that fits; null: none does, and the person takes one of the places open to everybody.</summary>
    /// <remarks>
    /// A contingent fits when it and all around it fit. A named organisation or mail domain is more specific than a Land, a Land more than a level, two criteria more than one;
    /// among equals the one that lies deeper, then the smaller one, then the older one.
    /// </remarks>
    public static Contingent? Of(IReadOnlyCollection<Contingent> contingents, Applicant applicant)
    {
        var byId = contingents.ToDictionary(c => c.Id);
        if (applicant.InvitedTo is { } invited && byId.TryGetValue(invited, out var named)) return named;
        return contingents
            .Select(contingent => (Contingent: contingent, Around: Around(contingent, byId)))
            .Where(c => c.Around.All(around => around.Settings.HasCriteria && around.Settings.Fits(applicant)))
            .OrderByDescending(c => Weight(c.Around)).ThenByDescending(c => c.Around.Count).ThenBy(c => c.Contingent.Settings.Places).ThenBy(c => c.Contingent.Id)
            .FirstOrDefault().Contingent;
    }

    /// <summary>The contingent itself and those it lies within, from the inside out.</summary>
    internal static IReadOnlyList<Contingent> Around(Contingent contingent, IReadOnlyDictionary<Guid, Contingent> byId)
    {
        var around = new List<Contingent> { contingent };
        // Bounded, as a circle would be the end of all counting; the desk refuses to store one.
        while (around.Count <= byId.Count && around[^1].Settings.ParentId is { } parent && byId.TryGetValue(parent, out var next)) around.Add(next);
        return around;
    }

    private static int Weight(IReadOnlyList<Contingent> around) =>
        (around.Any(c => c.Settings.Domains.Length + c.Settings.Organisations.Length > 0) ? 4 : 0)
        + (around.Any(c => c.Settings.LandList.Length > 0) ? 2 : 0)
        + (around.Any(c => c.Settings.LevelList.Length > 0) ? 1 : 0);
}
