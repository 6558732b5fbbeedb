using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Rows;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Imports;

/// <summary>An organiser reads in people from a file: first a report of every row, then all of it, as often as one likes.</summary>
/// <remarks>Who is new confirms personally, like everybody; an organiser vouches for them, so that nobody is looked at again.</remarks>
public sealed class AttendeeImportDesk(KongressDb db, Outbox outbox, RegistrationMails registrationMails, ImportMails mails, TimeProvider clock)
{
    /// <summary>How many people a file may hold: each is a transaction of its own, and an organiser waits for them.</summary>
    public const int MostRows = 500;

    private readonly Intake intake = new(db, outbox, registrationMails);
    private readonly Places places = new(db, outbox, registrationMails);

    /// <summary>What would become of each row now. Two queries, whatever the number of rows; changes nothing.</summary>
    public async Task<(AttendeeReport? Report, SheetRefusal? Refusal)> PreviewAsync(Conference conference, byte[] content, CancellationToken ct)
    {
        var sheet = PersonSheet.Read(content, MostRows);
        if (sheet.Refusal is { } refusal) return (null, refusal);
        var rows = RowCheck.OfImport(sheet.Rows);
        var references = rows.Select(AttendeeLine.ReferenceOf).Where(r => r.Length > 0).ToList();
        var emails = rows.Select(r => r.Email).Where(e => e.Length > 0).ToList();
        // The database decides whether "a-1" is "A-1", as it does when the rows are read in; here its answer only finds its row.
        var known = await (
            from imported in db.Set<ImportedAttendee>().AsNoTracking()
            join registration in db.Set<Registration>().AsNoTracking() on imported.RegistrationId equals registration.Id
            where imported.ConferenceId == conference.Id && references.Contains(imported.Reference)
            select new { imported, registration }).ToDictionaryAsync(k => k.imported.Reference, k => new KnownAttendee(k.imported, k.registration), StringComparer.OrdinalIgnoreCase, ct);
        var byAddress = await db.Set<Registration>().AsNoTracking().Where(r => r.ConferenceId == conference.Id && r.ActiveEmail != null && emails.Contains(r.ActiveEmail)).ToDictionaryAsync(r => r.Email, ct);
        return (new AttendeeReport([.. rows.Select(row => AttendeeLine.Of(row, known.GetValueOrDefault(AttendeeLine.ReferenceOf(row)), byAddress.GetValueOrDefault(row.Email)))], sheet.IgnoredColumns), null);
    }

    /// <summary>Reads the file in, row by row under the lock of the edition; what the report said is judged anew. Stopped halfway and begun again it goes on where it stopped.</summary>
    /// <param name="source">Who gave us the data, as the people are told (Art. 14 GDPR); at most 200 characters.</param>
    /// <param name="progress">Told after each row how many are done; null: nobody wants to know.</param>
    /// <returns>What became of each row; null where the file is not read.</returns>
    public async Task<AttendeeReport?> CarryOutAsync(Conference conference, byte[] content, string source, Guid organiserId, IProgress<int>? progress, CancellationToken ct)
    {
        var sheet = PersonSheet.Read(content, MostRows);
        if (sheet.Refusal is not null) return null;
        var lines = new List<AttendeeLine>();
        foreach (var row in RowCheck.OfImport(sheet.Rows))
        {
            lines.Add(row.IsGood ? await db.InTransactionAsync(() => TakeAsync(conference.Id, row, source, organiserId, ct), ct) : AttendeeLine.Of(row, null, null));
            progress?.Report(lines.Count);
        }

        var report = new AttendeeReport(lines, sheet.IgnoredColumns);
        await db.InTransactionAsync(
            async () =>
            {
                var counts = string.Join(", ", Enum.GetValues<AttendeeLineKind>().Select(kind => $"{kind} {report.Count(kind)}"));
                db.Record(new Change(conference.Id, organiserId, "Registrations.Imported", conference.Id, clock.GetUtcNow(), counts));
                await db.SaveChangesAsync(ct);
            },
            ct);
        return report;
    }

    private async Task<AttendeeLine> TakeAsync(Guid conferenceId, CheckedRow row, string source, Guid organiserId, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conferenceId, ct);
        var now = clock.GetUtcNow();
        var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
        var reference = AttendeeLine.ReferenceOf(row);
        var known = await (
            from imported in db.Set<ImportedAttendee>()
            join registration in db.Set<Registration>() on imported.RegistrationId equals registration.Id
            where imported.ConferenceId == conferenceId && imported.Reference == reference
            select new KnownAttendee(imported, registration)).SingleOrDefaultAsync(ct);
        var byAddress = await db.Set<Registration>().SingleOrDefaultAsync(r => r.ConferenceId == conferenceId && r.ActiveEmail == row.Email, ct);
        var line = AttendeeLine.Of(row, known, byAddress);
        switch (line.Kind)
        {
            case AttendeeLineKind.New:
                var taken = (await intake.TakeAsync(conference, new Submission(row.Row.Id, row.Email, row.Person!, row.Attendance, null, "de"), now, ct, row.Kind)).Registration!;
                outbox.Add(mails.Registered(conference, taken, source, db.NewLink(RegistrationLinks.Confirm, taken)));
                Note(taken, "Registration.Imported");
                break;
            case AttendeeLineKind.Linked:
                Note(byAddress!, "Registration.ImportLinked");
                break;
            case AttendeeLineKind.Changed:
                await ChangeAsync(conference, line, known!, organiserId, now, ct);
                break;
            case AttendeeLineKind.Unchanged:
                known!.Imported.Tell(row);
                break;
            case AttendeeLineKind.Faulty:
                break;
            default:
                throw new InvalidOperationException($"No kind: {line.Kind}.");
        }

        await db.SaveChangesAsync(ct);
        return line;

        void Note(Registration registration, string action)
        {
            if (known is null) db.Add(new ImportedAttendee(conferenceId, row, registration.Id, now));
            else known.Imported.StandFor(row, registration.Id, now);
            db.Record(new Change(conferenceId, organiserId, action, registration.Id, now));
        }
    }

    private async Task ChangeAsync(Conference conference, AttendeeLine line, KnownAttendee known, Guid organiserId, DateTimeOffset now, CancellationToken ct)
    {
        var (imported, registration) = known;
        registration.Change(line.After!.Person, line.After.Days);
        imported.Tell(line.Row);
        await AssistantDesk.FollowDaysAsync(db, registration, ct);
        db.Record(new Change(conference.Id, organiserId, "Registration.ImportChanged", registration.Id, now));
        await db.SaveChangesAsync(ct);
        await places.FollowChangeAsync(conference, registration, now, ct);
    }
}
