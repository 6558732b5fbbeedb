using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Exports;

/// <summary>Keeps the organisers' templates for lists; all of them share them. Each step is audited.</summary>
public sealed class ExportTemplateDesk(KongressDb db, TimeProvider clock)
{
    /// <summary>By name.</summary>
    public async Task<List<ExportTemplate>> AllAsync(Guid conferenceId, CancellationToken ct) =>
        [.. (await db.Set<ExportTemplate>().AsNoTracking().Where(t => t.ConferenceId == conferenceId).ToListAsync(ct)).OrderBy(t => t.Name, StringComparer.CurrentCulture)];

    public Task<ExportTemplate?> FindAsync(Guid conferenceId, Guid id, CancellationToken ct) =>
        db.Set<ExportTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.ConferenceId == conferenceId, ct);

    /// <param name="id">Null: a new one.</param>
    /// <param name="version">From the form; an edit of an older state is refused.</param>
    public Task<TemplateOutcome> SaveAsync(Guid conferenceId, Guid? id, Guid version, ExportTemplateEdit edit, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var name = edit.Name.Trim();
            if (await db.Set<ExportTemplate>().AnyAsync(t => t.ConferenceId == conferenceId && t.Name == name && t.Id != id, ct)) return TemplateOutcome.NameTaken;
            ExportTemplate? template;
            if (id is null)
            {
                template = new ExportTemplate(conferenceId, edit);
                db.Add(template);
            }
            else
            {
                template = await db.Set<ExportTemplate>().SingleOrDefaultAsync(t => t.Id == id && t.ConferenceId == conferenceId, ct);
                if (template is null) return TemplateOutcome.NotFound;
                if (template.Version != version) return TemplateOutcome.ChangedMeanwhile;
                template.Set(edit);
            }

            db.Record(new Change(conferenceId, organiserId, id is null ? "ExportTemplate.Created" : "ExportTemplate.Changed", template.Id, clock.GetUtcNow(), template.Name));
            await db.SaveChangesAsync(ct);
            return TemplateOutcome.Saved;
        },
        ct);

    /// <summary>False: there is none, perhaps not any more.</summary>
    public Task<bool> DeleteAsync(Guid conferenceId, Guid id, Guid organiserId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var template = await db.Set<ExportTemplate>().SingleOrDefaultAsync(t => t.Id == id && t.ConferenceId == conferenceId, ct);
            if (template is null) return false;
            db.Remove(template);
            db.Record(new Change(conferenceId, organiserId, "ExportTemplate.Deleted", id, clock.GetUtcNow(), template.Name));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);
}
