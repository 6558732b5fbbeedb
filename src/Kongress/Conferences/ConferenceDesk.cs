using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Conferences;

public enum EditOutcome
{
    Saved,

    /// <summary>Nothing differs from what is stored.</summary>
    Unchanged,

    /// <summary>Somebody else saved the edition since the form was opened.</summary>
    ChangedMeanwhile,

    /// <summary>The problems say why.</summary>
    Refused,
    NotFound,
}

/// <param name="Version">What the form has to carry from now on.</param>
public sealed record EditResult(EditOutcome Outcome, Guid Version, IReadOnlyList<ConferenceProblem> Problems);

/// <summary>The short form of a first edition.</summary>
public sealed record NewConference(ConferenceEdit.General General, ConferenceEdit.Venue Venue, ConferenceEdit.Days Days, int Capacity, string ContactEmail);

/// <summary>Makes and edits the edition of the congress. Every edit is one section, checked against the version that its form showed.</summary>
public sealed class ConferenceDesk(KongressDb db, CurrentConference current, TimeProvider clock)
{
    /// <summary>The edition with days and pages, fresh from the database and detached; null for an unknown one.</summary>
    public Task<Conference?> FindAsync(Guid id, CancellationToken ct) => WithParts(db.Set<Conference>().AsNoTracking()).SingleOrDefaultAsync(c => c.Id == id, ct);

    /// <summary>Changes one section.</summary>
    /// <param name="version">From the form; an edit of an older state is refused.</param>
    public async Task<EditResult> EditAsync(Guid id, Guid version, ConferenceEdit edit, Guid actorId, CancellationToken ct)
    {
        var result = await db.InTransactionAsync(
            async () =>
            {
                if (!await db.LockAsync<Conference>(id, ct)) return Result(EditOutcome.NotFound, version);
                var conference = await WithParts(db.Set<Conference>()).SingleAsync(c => c.Id == id, ct);
                if (conference.Version != version) return Result(EditOutcome.ChangedMeanwhile, conference.Version);
                var problems = await ProblemsAsync(conference, edit, ct);
                if (problems.Count > 0) return Result(EditOutcome.Refused, version, problems);

                edit.Apply(conference);
                var fields = ChangedFields(conference);
                if (fields.Count == 0) return Result(EditOutcome.Unchanged, version);

                // Days and pages are rows of their own; the version speaks for all of it.
                db.Entry(conference).State = EntityState.Modified;
                db.Record(new Change(id, actorId, "Conference.Changed", id, clock.GetUtcNow(), $"{edit.Section}: {string.Join(", ", fields)}"));
                await db.SaveChangesAsync(ct);
                return Result(EditOutcome.Saved, conference.Version);
            },
            ct);
        if (result.Outcome is EditOutcome.Saved) current.Forget();
        return result;
    }

    /// <summary>Makes the first edition, with start texts for its legal pages and with registration still closed for two weeks.</summary>
    /// <returns>The problems; empty when it was made. Nothing happens where there is a current edition already.</returns>
    public async Task<IReadOnlyList<ConferenceProblem>> CreateAsync(NewConference form, Guid actorId, CancellationToken ct)
    {
        var problems = await db.InTransactionAsync<IReadOnlyList<ConferenceProblem>>(
            async () =>
            {
                if (await db.Set<Conference>().AnyAsync(c => c.IsCurrent, ct)) return [];
                var conference = new Conference { IsCurrent = true, Capacity = form.Capacity, ContactEmail = form.ContactEmail };
                ConferenceEdit[] sections = [form.General, form.Venue, form.Days];
                var found = new List<ConferenceProblem>();
                foreach (var section in sections)
                {
                    var wrong = await ProblemsAsync(conference, section, ct);
                    found.AddRange(wrong);
                    if (wrong.Count == 0) section.Apply(conference);
                }

                if (found.Count > 0) return found;

                conference.RegistrationOpensAt = conference.Time.Instant(conference.Time.Day(clock.GetUtcNow()).AddDays(14), new TimeOnly(9, 0));
                conference.RegistrationClosesAt = conference.Time.Instant(conference.FirstDay.AddDays(-7), new TimeOnly(18, 0));
                conference.ChangeDeadline = conference.RegistrationClosesAt;
                if (conference.RegistrationOpensAt >= conference.RegistrationClosesAt) conference.RegistrationOpensAt = conference.RegistrationClosesAt.AddHours(-1);
                ConferenceDefaults.Fill(conference);
                db.Add(conference);
                db.Record(new Change(conference.Id, actorId, "Conference.Created", conference.Id, clock.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                return [];
            },
            ct);
        if (problems.Count == 0) current.Forget();
        return problems;
    }

    private async Task<IReadOnlyList<ConferenceProblem>> ProblemsAsync(Conference conference, ConferenceEdit edit, CancellationToken ct)
    {
        var problems = edit.Check(conference).ToList();
        if (edit is ConferenceEdit.General { Number: var number } && await db.Set<Conference>().AnyAsync(c => c.Number == number && c.Id != conference.Id, ct))
        {
            problems.Add(new ConferenceProblem(ConferenceRule.NumberTaken, nameof(ConferenceEdit.General.Number)));
        }

        return problems;
    }

    private static EditResult Result(EditOutcome outcome, Guid version, IReadOnlyList<ConferenceProblem>? problems = null) => new(outcome, version, problems ?? []);

    private static IQueryable<Conference> WithParts(IQueryable<Conference> conferences) => conferences.AsSplitQuery().Include(c => c.Days.OrderBy(d => d.Date)).Include(c => c.Pages);

    /// <summary>The names of the fields that differ from what is stored.</summary>
    private List<string> ChangedFields(Conference conference)
    {
        db.ChangeTracker.DetectChanges();
        var names = db.Entry(conference).Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).ToList();
        foreach (var part in db.ChangeTracker.Entries().Where(e => e.Entity is ConferenceDay or ConferencePage))
        {
            if (part.State is EntityState.Added or EntityState.Deleted) names.Add($"{part.Metadata.ClrType.Name} {part.State}");
            if (part.State is EntityState.Modified) names.AddRange(part.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name));
        }

        return [.. names.Distinct()];
    }
}
