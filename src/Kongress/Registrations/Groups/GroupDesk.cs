using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations.Rows;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Groups;

/// <summary>An office registers its people in one go. Each gets an own mail, an own place in the order of the rows, and confirms personally.</summary>
public sealed class GroupDesk(KongressDb db, Outbox outbox, RegistrationMails registrationMails, GroupMails mails, TimeProvider clock)
{
    /// <summary>Purpose of the link with which the contact sees and changes the group.</summary>
    internal const string Link = "Registration.Group";

    private readonly Intake intake = new(db, outbox, registrationMails);

    /// <summary>Takes in the rows without faults, in their order, all or none. Safe to call twice with the same form, safe under load.</summary>
    /// <remarks>
    /// The answer does not tell who is registered already; the owners of known addresses learn it by mail. Who dropped out can be registered again.
    /// Sent again with another contact it corrects the contact, for a day: the link goes to the new address, and the old one ends.
    /// </remarks>
    public Task<GroupResult> SubmitAsync(Conference conference, GroupSubmission submission, CancellationToken ct) => db.InTransactionAsync<GroupResult>(
        async () =>
        {
            await db.LockAsync<Conference>(conference.Id, ct);
            var now = clock.GetUtcNow();
            var edition = await db.ConferenceWithDaysAsync(conference.Id, ct);
            var group = await db.Set<Group>().SingleOrDefaultAsync(g => g.SubmissionId == submission.SubmissionId && g.ConferenceId == edition.Id, ct);
            if (now < edition.RegistrationOpensAt) return GroupOutcome.NotOpenYet;
            if (now >= edition.RegistrationClosesAt) return GroupOutcome.Closed;

            var isNew = group is null;
            group ??= new Group(edition.Id, submission, now);
            if (group.Differs(submission))
            {
                if (now - group.CreatedAt >= Group.CorrectableFor) return GroupOutcome.ContactIsFixed;
                await CorrectAsync(edition, group, submission, now, ct);
            }

            return await TakeInAsync(edition, group, isNew, submission.Rows, submission.Language, now, ct);
        },
        ct);

    /// <summary>The contact adds people to their group later, while the registration is open. As safe as <see cref="SubmitAsync"/>.</summary>
    public async Task<GroupResult> AddAsync(string? secret, IReadOnlyList<TypedRow> rows, CancellationToken ct)
    {
        if (await db.FindLinkAsync(Link, secret, ct) is not { } token || await db.Set<Group>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == token.SubjectId, ct) is not { } group) return GroupOutcome.UnknownLink;
        return await db.InTransactionAsync<GroupResult>(
            async () =>
            {
                await db.LockAsync<Conference>(group.ConferenceId, ct);
                var now = clock.GetUtcNow();
                var edition = await db.ConferenceWithDaysAsync(group.ConferenceId, ct);
                if (!token.IsOpen(now) || !edition.IsCurrent) return GroupOutcome.UnknownLink;
                if (now < edition.RegistrationOpensAt) return GroupOutcome.NotOpenYet;
                if (now >= edition.RegistrationClosesAt) return GroupOutcome.Closed;
                return await TakeInAsync(edition, group, false, rows, group.Language, now, ct);
            },
            ct);
    }

    private async Task<GroupResult> TakeInAsync(Conference edition, Group group, bool isNew, IReadOnlyList<TypedRow> rows, string language, DateTimeOffset now, CancellationToken ct)
    {
        var good = RowCheck.OfOffice(edition, rows.Where(r => !r.IsBlank), group.Office, group.ContactEmail).Where(r => r.IsGood).ToList();
        if (good.Count == 0) return GroupOutcome.NobodyGood;
        var members = isNew ? [] : await MembersAsync(group, now, toChange: true, ct);
        var fresh = good.Where(r => !members.Exists(m => m.Member.RowId == r.Row.Id || (m.Member.Email == r.Email && !m.HasEnded))).DistinctBy(r => r.Row.Id).ToList();
        // Who dropped out comes back to their row.
        var rowOf = members.Where(m => m.HasEnded).DistinctBy(m => m.Member.Email).ToDictionary(m => m.Member.Email, m => m.Member);
        if (members.Count + fresh.Count(r => !rowOf.ContainsKey(r.Email)) > Group.MostPeople) return GroupOutcome.TooMany;

        if (isNew)
        {
            db.Add(group);
            SendLink(edition, group);
        }

        if (isNew || fresh.Count > 0) db.Record(new Change(edition.Id, Actor.Public, isNew ? "Group.Registered" : "Group.PeopleAdded", group.Id, now, $"{fresh.Count}"));
        var places = true;
        var position = members.Count;
        foreach (var row in fresh)
        {
            var taken = await intake.TakeAsync(edition, new Submission(row.Row.Id, row.Email, row.Person!, row.Attendance, null, language), now, ct);
            places &= taken.PlaceWasFree;
            if (taken.Registration is { } registration) outbox.Add(mails.Registered(edition, registration, group, db.NewLink(RegistrationLinks.Confirm, registration)));
            else outbox.Add(taken.KnownLetter);
            if (rowOf.TryGetValue(row.Email, out var member)) member.ComeBack(row.Row.Id, taken.Registration?.Id, now, edition.HoldEnd(now));
            else db.Add(member = new GroupMember(group, row.Row.Id, ++position, row.Email, taken.Registration?.Id, now, edition.HoldEnd(now)));
            member.Tell(row.Person!, row.Attendance);
            await db.SaveChangesAsync(ct);
        }

        return new GroupResult(GroupOutcome.Registered, fresh.Count, !places);
    }

    /// <summary>Whom the sender of a form has registered with it before, by row, without those who dropped out; only who has the form knows its id.</summary>
    public async Task<Dictionary<Guid, string>> AddressesAsync(Guid submissionId, CancellationToken ct) =>
        await db.Set<Group>().AsNoTracking().SingleOrDefaultAsync(g => g.SubmissionId == submissionId, ct) is { } group
            ? (await MembersAsync(group, clock.GetUtcNow(), toChange: false, ct)).Where(m => !m.HasEnded).ToDictionary(m => m.Member.RowId, m => m.Member.Email)
            : [];

    /// <summary>The group behind a secret link with everybody in it, a fixed number of queries; null for an unknown or ended link.</summary>
    public async Task<GroupView?> FindAsync(string? secret, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.FindLinkAsync(Link, secret, ct) is not { } token || !token.IsOpen(now)) return null;
        var group = await db.Set<Group>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == token.SubjectId && db.Set<Conference>().Any(c => c.Id == g.ConferenceId && c.IsCurrent), ct);
        return group is null ? null : new GroupView(group, await MembersAsync(group, now, toChange: false, ct));
    }

    private async Task<List<MemberView>> MembersAsync(Group group, DateTimeOffset now, bool toChange, CancellationToken ct)
    {
        var groupId = group.Id;
        var query =
            from member in db.Set<GroupMember>()
            join r in db.Set<Registration>() on member.RegistrationId equals r.Id into registrations
            from registration in registrations.DefaultIfEmpty()
            where member.GroupId == groupId
            orderby member.Position
            select new { member, registration };
        var members = await (toChange ? query : query.AsNoTracking()).ToListAsync(ct);
        var substitutes = members.Exists(m => m.registration?.ReplacedById is not null) ? await db.SubstitutesAsync(group.ConferenceId, ct) : [];
        return members.ConvertAll(m => new MemberView(m.member, m.member.StateOf(m.registration, now), m.registration, SubstituteOf(m.registration, substitutes)));
    }

    private static MemberSubstitute? SubstituteOf(Registration? registration, Dictionary<Guid, Registration> substitutes) =>
        Substitutes.LastAfter(registration, substitutes) is { } last ? new MemberSubstitute(last.Person.FullName, GroupMember.StateOf(last.Status)) : null;

    /// <summary>Sends the link of every group of this contact anew. The answer is the same whether there is one.</summary>
    public Task ResendLinkAsync(Conference conference, string contactEmail, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var email = contactEmail.Trim().ToLowerInvariant();
            var edition = await db.ConferenceWithDaysAsync(conference.Id, ct);
            foreach (var group in await db.Set<Group>().Where(g => g.ConferenceId == edition.Id && g.ContactEmail == email).ToListAsync(ct)) SendLink(edition, group);
            await db.SaveChangesAsync(ct);
        },
        ct);

    // The old address may be nobody's, or a stranger's who sees the group with the link.
    private async Task CorrectAsync(Conference conference, Group group, GroupSubmission submission, DateTimeOffset now, CancellationToken ct)
    {
        var former = mails.ContactChanged(conference, group);
        group.Correct(submission);
        db.Record(new Change(conference.Id, Actor.Public, "Group.ContactCorrected", group.Id, now));
        if (former.ToAddress != group.ContactEmail)
        {
            foreach (var token in await db.Set<LinkToken>().Where(t => t.SubjectId == group.Id && t.Purpose == Link && t.EndsAt > now).ToListAsync(ct)) token.End(now);
            outbox.Add(former);
            SendLink(conference, group);
        }

        await db.SaveChangesAsync(ct);
    }

    // Good until the end of the congress, as the contact comes back to it; only its hash is kept.
    private void SendLink(Conference conference, Group group) => outbox.Add(mails.Link(conference, group, db.NewLink(Link, group.Id, conference.EndsAt)));
}
