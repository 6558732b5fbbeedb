using Kongress.Shared;

namespace Kongress.Registrations.Contingents;

/// <summary>What an organiser wants to change about the places. It can be tried before it is made.</summary>
public abstract record ContingentChange
{
    /// <summary>The contingents as they would be; null: the one that is meant is not there.</summary>
    internal abstract IReadOnlyList<Contingent>? Apply(Guid conferenceId, IReadOnlyList<Contingent> contingents);

    /// <summary>What is wrong with it.</summary>
    internal virtual IEnumerable<ContingentProblem> Check(int capacity, IReadOnlyList<Contingent> after, DateTimeOffset now) => [];

    internal virtual int Capacity(int capacity) => capacity;

    /// <summary>A new contingent, or another state of one.</summary>
    /// <param name="Id">Null: a new one.</param>
    /// <param name="Version">Of the contingent that the form showed.</param>
    public sealed record Keep(Guid? Id, Guid Version, ContingentSettings Settings) : ContingentChange
    {
        // The same new contingent in every look at this change.
        private Contingent? made;

        internal override IReadOnlyList<Contingent>? Apply(Guid conferenceId, IReadOnlyList<Contingent> contingents)
        {
            if (Id is null) return [.. contingents, made ??= new Contingent(conferenceId, Settings)];
            if (contingents.SingleOrDefault(c => c.Id == Id) is not { } old) return null;
            old.Set(Settings);
            return contingents;
        }

        internal override IEnumerable<ContingentProblem> Check(int capacity, IReadOnlyList<Contingent> after, DateTimeOffset now)
        {
            var own = Id is null ? made! : after.Single(c => c.Id == Id);
            if (after.Count > ContingentDesk.Most) yield return new(ContingentRule.TooMany);
            if (after.Any(c => c.Id != own.Id && SearchForm.Of(c.Settings.Name) == SearchForm.Of(Settings.Name))) yield return new(ContingentRule.NameTaken);
            if (!Settings.DomainLines.All(MailDomain.IsDomain)) yield return new(ContingentRule.NoDomain);
            if (Settings.ParentId is { } parent && (after.All(c => c.Id != parent) || Encloses(own, parent, after)))
            {
                yield return new(ContingentRule.WithinItself);
                yield break;
            }

            // Numbers of released contingents bind nobody any more.
            if (own.IsReleased(now)) yield break;
            var around = Enclosing(own, after, now);
            var places = after.SingleOrDefault(c => c.Id == around)?.Settings.Places ?? capacity;
            if (Sum(after, around, now) is var together && together > places) yield return new(ContingentRule.MoreThanAround, together, places);
            if (Sum(after, own.Id, now) is var within && within > Settings.Places) yield return new(ContingentRule.LessThanWithin, within, Settings.Places);
        }

        private static bool Encloses(Contingent own, Guid parent, IReadOnlyList<Contingent> after) =>
            Assignment.Around(after.Single(c => c.Id == parent), after.ToDictionary(c => c.Id)).Any(c => c.Id == own.Id);
    }

    /// <summary>Its people take from the contingent around it, or from the places open to everybody; what lies within it moves there too.</summary>
    public sealed record Remove(Guid Id) : ContingentChange
    {
        internal override IReadOnlyList<Contingent>? Apply(Guid conferenceId, IReadOnlyList<Contingent> contingents)
        {
            if (contingents.SingleOrDefault(c => c.Id == Id) is not { } gone) return null;
            foreach (var within in contingents.Where(c => c.Settings.ParentId == Id)) within.Set(within.Settings with { ParentId = gone.Settings.ParentId });
            return [.. contingents.Where(c => c.Id != Id)];
        }
    }

    /// <summary>Another number of places for the whole edition.</summary>
    public sealed record Total(int Places) : ContingentChange
    {
        internal override IReadOnlyList<Contingent> Apply(Guid conferenceId, IReadOnlyList<Contingent> contingents) => contingents;

        internal override IEnumerable<ContingentProblem> Check(int capacity, IReadOnlyList<Contingent> after, DateTimeOffset now)
        {
            if (Sum(after, null, now) is var together && together > Places) yield return new(ContingentRule.MoreThanAround, together, Places);
        }

        internal override int Capacity(int capacity) => Places;
    }

    /// <summary>Places that the contingents directly within one, or within the whole edition, keep together.</summary>
    private static int Sum(IReadOnlyList<Contingent> contingents, Guid? within, DateTimeOffset now) => contingents
        .Where(c => Enclosing(c, contingents, now) == within && !c.IsReleased(now)).Sum(c => c.Settings.Places);

    // The next one around it that is not released.
    private static Guid? Enclosing(Contingent contingent, IReadOnlyList<Contingent> contingents, DateTimeOffset now) =>
        Assignment.Around(contingent, contingents.ToDictionary(c => c.Id)).Skip(1).FirstOrDefault(c => !c.IsReleased(now))?.Id;
}

/// <param name="Needed">What the numbers come to, where numbers are the matter.</param>
/// <param name="Given">What there is.</param>
public sealed record ContingentProblem(ContingentRule Rule, int Needed = 0, int Given = 0);

public enum ContingentRule
{
    TooMany,
    NameTaken,
    NoDomain,

    WithinItself,

    /// <summary>The contingents of this level together have more places than what is around them.</summary>
    MoreThanAround,

    /// <summary>The contingents within it have more places than it.</summary>
    LessThanWithin,
}
