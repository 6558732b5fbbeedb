using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kongress.CheckIns;

/// <summary>What the door shows after a scan: the answer and as little of the person as is needed.</summary>
/// <param name="FirstAt">When and by which device the person was let in before; for <see cref="DoorAnswer.AlreadyIn"/>.</param>
/// <param name="NeedsSupport">Assistance was asked for; what exactly is nobody's business at the door.</param>
/// <param name="Level">Says which badge is handed out; null: nobody was found.</param>
/// <param name="Kind">As what the person comes; null: nobody was found.</param>
/// <param name="Accompanies">Whom an assistant comes with.</param>
/// <param name="ComesTo">The parts that the person registered for, for "not for this list".</param>
/// <param name="Workshop">At the door of a workshop, what the decision depended on; null elsewhere, and where nobody was found.</param>
public sealed record DoorReply(
    Guid ScanId, DoorAnswer Answer, bool Admitted, Guid? RegistrationId, string? Name, string? Organisation, bool NoPhoto, bool NeedsSupport,
    DateTimeOffset? FirstAt, string? FirstDevice, IReadOnlyList<CongressPart> ComesTo, bool CanBeOverruled, AdministrativeLevel? Level, AttendeeKind? Kind, string? Accompanies, WorkshopDoor? Workshop = null);

/// <summary>The door: scan, overrule, undo. Every attempt becomes a row.</summary>
public sealed class CheckInDesk(KongressDb db, TimeProvider clock)
{
    private readonly WorkshopDoors workshops = new(db);

    /// <summary>The doors of an edition, each day and the evening; makes those that are missing.</summary>
    public async Task<List<CheckInList>> EnsureListsAsync(Conference conference, CancellationToken ct)
    {
        var lists = await db.Set<CheckInList>().AsNoTracking().Where(l => l.ConferenceId == conference.Id && l.WorkshopId == null).ToListAsync(ct);
        if (Missing(conference, lists).Count > 0)
        {
            await db.InTransactionAsync(
                async () =>
                {
                    db.AddRange(Missing(conference, await db.Set<CheckInList>().Where(l => l.ConferenceId == conference.Id && l.WorkshopId == null).ToListAsync(ct)));
                    await db.SaveChangesAsync(ct);
                },
                ct);
            lists = await db.Set<CheckInList>().AsNoTracking().Where(l => l.ConferenceId == conference.Id && l.WorkshopId == null).ToListAsync(ct);
        }

        return [.. lists.OrderBy(l => l.Part)];
    }

    private static List<CheckInList> Missing(Conference conference, List<CheckInList> lists) =>
        [.. Enum.GetValues<CongressPart>().Where(part => part.DayOf(conference) is not null && !lists.Exists(l => l.Part == part)).Select(part => new CheckInList(conference.Id, part, part.Name()))];

    /// <summary>Decides and keeps one attempt. The same nonce gives the same answer and no second row; of many scans of one ticket at once one lets in.</summary>
    /// <remarks>Four statements: one look before the transaction, then lock, person and row. The nonce is looked up again only after a collision.</remarks>
    /// <returns>Null: there is no such list at this edition.</returns>
    public async Task<DoorReply?> ScanAsync(Conference conference, Guid listId, ScanRequest request, Guid accountId, CancellationToken ct)
    {
        var code = CleanCode(request.Code);
        var scans = db.Set<Scan>();
        var tickets = (request.RegistrationId is { } chosen ? db.Set<Ticket>().Where(t => t.ActiveFor == chosen) : db.Set<Ticket>().Where(t => t.Code == code)).Where(t => t.ConferenceId == conference.Id);
        var look = await db.Set<CheckInList>().AsNoTracking().Where(l => l.Id == listId && l.ConferenceId == conference.Id).Select(l => new
        {
            List = l,
            TicketId = tickets.Select(t => (Guid?)t.Id).FirstOrDefault(),
            Holder = tickets.Select(t => (Guid?)t.RegistrationId).FirstOrDefault(),
            IsKnown = scans.Any(s => s.Nonce == request.Nonce),
        }).SingleOrDefaultAsync(ct);
        if (look is null) return null;
        var ticketId = look.TicketId;
        var registrationId = request.RegistrationId ?? look.Holder;
        var mayBeKnown = look.IsKnown;
        return await db.InTransactionAsync(
            async () =>
            {
                // An unknown code locks nothing: there is nothing to race for.
                if (ticketId is { } id) await db.LockAsync<Ticket>(id, ct);
                // At a workshop many tickets race for the last empty seat.
                if (look.List.WorkshopId is not null) await db.LockAsync<CheckInList>(listId, ct);
                if (mayBeKnown && await db.Set<Scan>().AsNoTracking().SingleOrDefaultAsync(s => s.Nonce == request.Nonce, ct) is { } known)
                {
                    return known.ConferenceId == conference.Id ? Reply(known, await PersonAsync(conference.Id, known.ListId, known.RegistrationId, known.TicketId, ct)) : null;
                }

                // Run again, this attempt has met another one in a unique index, perhaps its own twin.
                mayBeKnown = true;
                return await DecideAsync(conference, look.List, request, code, registrationId, ticketId, accountId, ct);
            },
            ct);
    }

    /// <summary>Takes an admission back. The row stays, the reason is audited. False: it admitted nobody, or was undone before.</summary>
    public async Task<bool> UndoAsync(Guid conferenceId, Guid scanId, string reason, Guid accountId, CancellationToken ct)
    {
        var ticketId = await db.Set<Scan>().Where(s => s.Id == scanId && s.ConferenceId == conferenceId).Select(s => s.TicketId).SingleOrDefaultAsync(ct);
        return await db.InTransactionAsync(
            async () =>
            {
                if (ticketId is { } id) await db.LockAsync<Ticket>(id, ct);
                var scan = await db.Set<Scan>().SingleOrDefaultAsync(s => s.Id == scanId && s.ConferenceId == conferenceId, ct);
                if (scan is not { Admits: true, UndoneAt: null }) return false;
                var now = clock.GetUtcNow();
                scan.Undo(now);
                db.Record(new Change(conferenceId, accountId, "CheckIn.Undone", scan.RegistrationId ?? scan.Id, now, reason));
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    private async Task<DoorReply?> DecideAsync(Conference conference, CheckInList list, ScanRequest request, string code, Guid? registrationId, Guid? ticketId, Guid accountId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = await PersonAsync(conference.Id, list.Id, registrationId, ticketId, ct);
        var isIn = person?.InSince is not null;
        var workshop = person is not null && list.WorkshopId is { } id ? await workshops.DoorAsync(id, list.Id, person.RegistrationId, person.AccompaniesId, person.Person, ct) : null;
        var answer = DoorRules.Decide(new DoorFacts(
            person?.Status,
            person is { TicketIsRevoked: true },
            workshop?.IsOpen(now) ?? list.IsOpen(conference, now),
            workshop?.Expects(now) ?? (person is not null && person.Attendance.Includes(list.Part)),
            isIn));
        var admits = answer is DoorAnswer.Welcome || (DoorRules.CanBeOverruled(answer) && !string.IsNullOrWhiteSpace(request.OverruleReason));
        var scan = new Scan(conference.Id, list.Id, request, code, answer, admits, ticketId, person?.RegistrationId, accountId, now, isIn);
        db.Add(scan);
        if (scan.OverruledBecause is not null) db.Record(new Change(conference.Id, accountId, "CheckIn.Overruled", person!.RegistrationId, now, $"{answer}: {scan.OverruledBecause}"));
        await db.SaveChangesAsync(ct);
        return Reply(scan, person, workshop);
    }

    // Some scanners put the character set before the code, "\000026" for UTF-8; no ticket holds a zero.
    private static string CleanCode(string? read)
    {
        var text = (read ?? "").AsSpan().TrimStart();
        while (text.StartsWith("\\0000") && text.Length >= 7) text = text[7..];
        return Secret.Clean(text.ToString());
    }

    private sealed record PersonAtDoor(
        Guid RegistrationId, RegistrationStatus Status, Person Person, Attendance Attendance, bool TicketIsRevoked, bool NeedsSupport, DateTimeOffset? InSince, string? InDevice, AttendeeKind Kind, Guid? AccompaniesId, string? Accompanies);

    // The admission is found by its key: looked for by list and person, it would be searched for among all who are in.
    private async Task<PersonAtDoor?> PersonAsync(Guid conferenceId, Guid listId, Guid? registrationId, Guid? ticketId, CancellationToken ct)
    {
        if (registrationId is not { } id) return null;
        var inFor = Scan.KeyOf(listId, id);
        var (scans, tickets, health, people) = (db.Set<Scan>(), db.Set<Ticket>(), db.Set<HealthAnswers>(), db.Set<Registration>());
        var found = await (
            from registration in db.Set<Registration>().AsNoTracking().Where(r => r.Id == id && r.ConferenceId == conferenceId)
            from first in scans.Where(s => s.InFor == inFor).DefaultIfEmpty()
            select new
            {
                registration.Status,
                registration.Person,
                registration.Attendance,
                registration.Kind,
                registration.AccompaniesId,
                Accompanied = people.Where(p => p.Id == registration.AccompaniesId).Select(p => p.Person.GivenName + " " + p.Person.FamilyName).FirstOrDefault(),
                IsRevoked = tickets.Any(t => t.Id == ticketId && t.RevokedAt != null),
                NeedsSupport = health.Any(h => h.RegistrationId == id && (h.Assistance != Assistance.None || h.AssistanceNote != null)),
                InSince = (DateTimeOffset?)first.ScannedAt,
                InDevice = (string?)first.Device,
            }).SingleOrDefaultAsync(ct);
        return found is null ? null : new PersonAtDoor(id, found.Status, found.Person, found.Attendance, found.IsRevoked, found.NeedsSupport, found.InSince, found.InDevice, found.Kind, found.AccompaniesId, found.Accompanied);
    }

    private static DoorReply Reply(Scan scan, PersonAtDoor? person, WorkshopDoor? workshop = null)
    {
        var isBefore = scan.Answer is DoorAnswer.AlreadyIn;
        return new DoorReply(
            scan.Id, scan.Answer, scan.Admits, person?.RegistrationId, person?.Person.FullName, person?.Person.Organisation, person?.Attendance.NoPhoto ?? false, person?.NeedsSupport ?? false,
            isBefore ? person?.InSince : null, isBefore ? person?.InDevice : null, [.. person?.Attendance.Parts() ?? []], DoorRules.CanBeOverruled(scan.Answer) && !scan.Admits, person?.Person.Level, person?.Kind, person?.Accompanies, workshop);
    }
}
