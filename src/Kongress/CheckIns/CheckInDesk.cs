using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.CheckIns;

/// <summary>What the door shows after a scan: the answer and as little of the person as is needed.</summary>
/// <param name="FirstAt">When and by which device the person was let in before; for <see cref="DoorAnswer.AlreadyIn"/>.</param>
/// <param name="NeedsSupport">Assistance was asked for; what exactly is nobody's business at the door.</param>
/// <param name="ComesTo">The parts that the person registered for, for "not for this list".</param>
public sealed record DoorReply(
    Guid ScanId, DoorAnswer Answer, bool Admitted, Guid? RegistrationId, string? Name, string? Organisation, bool NoPhoto, bool NeedsSupport,
    DateTimeOffset? FirstAt, string? FirstDevice, IReadOnlyList<CheckInPart> ComesTo, bool CanBeOverruled);

/// <summary>The door: scan, overrule, undo. Every attempt becomes a row.</summary>
public sealed class CheckInDesk(KongressDb db, TimeProvider clock)
{
    /// <summary>Makes the doors of an edition: each day and the evening. Does nothing where they are.</summary>
    public Task<List<CheckInList>> EnsureListsAsync(Conference conference, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var lists = await db.Set<CheckInList>().Where(l => l.ConferenceId == conference.Id).ToListAsync(ct);
            void Ensure(CheckInPart part, string name)
            {
                if (lists.Any(l => l.Part == part)) return;
                var list = new CheckInList(conference.Id, part, name);
                db.Add(list);
                lists.Add(list);
            }

            if (conference.Days.Count > 0) Ensure(CheckInPart.Day1, "Tag 1");
            if (conference.Days.Count > 1) Ensure(CheckInPart.Day2, "Tag 2");
            if (conference.Days.Any(d => d.EveningStartsAt is not null)) Ensure(CheckInPart.Evening, "Abendveranstaltung");
            await db.SaveChangesAsync(ct);
            return lists.OrderBy(l => l.Part).ToList();
        },
        ct);

    /// <summary>Decides and keeps one attempt. The same nonce gives the same answer and no second row; of many scans of one ticket at once one lets in.</summary>
    /// <returns>Null: there is no such list at this edition.</returns>
    public async Task<DoorReply?> ScanAsync(Conference conference, Guid listId, ScanRequest request, Guid accountId, CancellationToken ct)
    {
        var list = await db.Set<CheckInList>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == listId && l.ConferenceId == conference.Id, ct);
        if (list is null) return null;
        var code = Secret.Clean(request.Code);
        var ticketId = await TicketIdAsync(conference.Id, code, request.RegistrationId, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                if (ticketId is not null) await db.LockAsync<Ticket>(ticketId.Value, ct);
                if (await db.Set<Scan>().AsNoTracking().SingleOrDefaultAsync(s => s.Nonce == request.Nonce, ct) is { } known) return await RepeatAsync(known, list, ct);

                var now = clock.GetUtcNow();
                var person = await PersonAsync(conference.Id, ticketId, request.RegistrationId, list.Id, ct);
                var answer = DoorRules.Decide(new DoorFacts(
                    person?.Status,
                    person is { TicketIsRevoked: true },
                    list.IsOpen(conference, now),
                    person is not null && list.Expects(person.Attendance),
                    person?.InSince is not null));
                var admits = answer is DoorAnswer.Welcome || (DoorRules.CanBeOverruled(answer) && !string.IsNullOrWhiteSpace(request.OverruleReason));
                if (answer is DoorAnswer.AlreadyIn && admits) await FreeAsync(list.Id, person!.RegistrationId, now, ct);
                var scan = new Scan(conference.Id, list.Id, request, code, answer, admits, ticketId, person?.RegistrationId, accountId, now);
                db.Add(scan);
                if (scan.OverruledBecause is not null) db.Record(new Change(conference.Id, accountId, "CheckIn.Overruled", person!.RegistrationId, now, $"{answer}: {scan.OverruledBecause}"));
                await db.SaveChangesAsync(ct);
                return Reply(scan, person);
            },
            ct);
    }

    /// <summary>Takes an admission back. The row stays, the reason is audited. False: it admitted nobody, or was undone before.</summary>
    public Task<bool> UndoAsync(Guid conferenceId, Guid scanId, string reason, Guid accountId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var scan = await db.Set<Scan>().SingleOrDefaultAsync(s => s.Id == scanId && s.ConferenceId == conferenceId, ct);
            if (scan is not { Admits: true, UndoneAt: null }) return false;
            var now = clock.GetUtcNow();
            scan.Undo(now);
            db.Record(new Change(conferenceId, accountId, "CheckIn.Undone", scan.RegistrationId ?? scan.Id, now, reason));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    // An unknown code locks nothing: there is nothing to race for.
    private async Task<Guid?> TicketIdAsync(Guid conferenceId, string code, Guid? registrationId, CancellationToken ct)
    {
        if (registrationId is { } id)
        {
            return await db.Set<Ticket>().Where(t => t.ConferenceId == conferenceId && t.ActiveFor == id).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(ct);
        }

        return code.Length == 0 ? null : await db.Set<Ticket>().Where(t => t.ConferenceId == conferenceId && t.Code == code).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(ct);
    }

    private sealed record PersonAtDoor(
        Guid RegistrationId, RegistrationStatus Status, Person Person, Attendance Attendance, bool TicketIsRevoked, bool NeedsSupport, DateTimeOffset? InSince, string? InDevice);

    private async Task<PersonAtDoor?> PersonAsync(Guid conferenceId, Guid? ticketId, Guid? registrationId, Guid listId, CancellationToken ct)
    {
        if (ticketId is null && registrationId is null) return null;
        var found = await (
            from registration in db.Set<Registration>().AsNoTracking()
            from ticket in db.Set<Ticket>().Where(t => t.Id == ticketId && t.RegistrationId == registration.Id).DefaultIfEmpty()
            where registration.ConferenceId == conferenceId && (ticketId != null ? ticket != null : registration.Id == registrationId)
            select new
            {
                registration.Id,
                registration.Status,
                registration.Person,
                registration.Attendance,
                IsRevoked = ticket != null && ticket.RevokedAt != null,
                NeedsSupport = db.Set<HealthAnswers>().Any(h => h.RegistrationId == registration.Id && (h.Assistance != Assistance.None || h.AssistanceNote != null)),
                First = db.Set<Scan>().Where(s => s.ListId == listId && s.RegistrationId == registration.Id && s.InFor != null).Select(s => new { s.ScannedAt, s.Device }).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct);
        return found is null ? null : new PersonAtDoor(found.Id, found.Status, found.Person, found.Attendance, found.IsRevoked, found.NeedsSupport, found.First?.ScannedAt, found.First?.Device);
    }

    private async Task FreeAsync(Guid listId, Guid registrationId, DateTimeOffset now, CancellationToken ct)
    {
        var key = Scan.KeyOf(listId, registrationId);
        var before = await db.Set<Scan>().SingleAsync(s => s.InFor == key, ct);
        before.Undo(now);
        await db.SaveChangesAsync(ct);
    }

    private async Task<DoorReply> RepeatAsync(Scan scan, CheckInList list, CancellationToken ct) =>
        Reply(scan, await PersonAsync(scan.ConferenceId, scan.TicketId, scan.RegistrationId, list.Id, ct));

    private static DoorReply Reply(Scan scan, PersonAtDoor? person)
    {
        var parts = person is null ? [] : new[] { (person.Attendance.Day1, CheckInPart.Day1), (person.Attendance.Day2, CheckInPart.Day2), (person.Attendance.Evening, CheckInPart.Evening) }
            .Where(part => part.Item1).Select(part => part.Item2).ToList();
        var isBefore = scan.Answer is DoorAnswer.AlreadyIn;
        return new DoorReply(
            scan.Id, scan.Answer, scan.Admits, person?.RegistrationId, person?.Person.FullName, person?.Person.Organisation, person?.Attendance.NoPhoto ?? false, person?.NeedsSupport ?? false,
            isBefore ? person?.InSince : null, isBefore ? person?.InDevice : null, parts, DoorRules.CanBeOverruled(scan.Answer) && !scan.Admits);
    }
}
