using System.Globalization;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Workshops;

/// <summary>What an organiser does with seats: sets them, moves people up, takes people off. All of it is audited.</summary>
public sealed class WorkshopDesk(KongressDb db, Outbox outbox, WorkshopMails mails, TimeProvider clock)
{
    private readonly Seats seats = new(db, outbox, mails);

    /// <summary>Gives a session limited seats, or changes how they are given. More seats go to the next in line at once; fewer take nobody's seat away.</summary>
    /// <param name="version">Of the settings that were shown; default for a session that had none.</param>
    /// <param name="reason">Required when pausing, going on or capping the waiting list changes; kept in the audit.</param>
    public async Task<SettingsOutcome> SaveAsync(Guid conferenceId, Guid sessionId, Guid version, WorkshopSettings settings, string? reason, Guid organiserId, CancellationToken ct)
    {
        await seats.EnsureRulesAsync(conferenceId, ct);
        return await UnderLockAsync(
            conferenceId,
            SettingsOutcome.NotFound,
            async (conference, rules, now) =>
            {
                var session = await db.Set<Session>().SingleOrDefaultAsync(s => s.Id == sessionId && s.ConferenceId == conferenceId, ct);
                if (session is null) return SettingsOutcome.NotFound;
                var workshop = await db.Set<Workshop>().SingleOrDefaultAsync(w => w.SessionId == sessionId, ct);
                if ((workshop?.Version ?? Guid.Empty) != version) return SettingsOutcome.ChangedMeanwhile;
                var before = workshop?.Settings ?? new WorkshopSettings();
                var needsReason = before.IsPaused != settings.IsPaused || before.MostWaiting != settings.MostWaiting;
                if (needsReason && string.IsNullOrWhiteSpace(reason)) return SettingsOutcome.ReasonMissing;

                var isNew = workshop is null;
                workshop ??= new Workshop(conferenceId, sessionId);
                if (isNew)
                {
                    // The one that the other workshops follow, read behind the lock.
                    var place = await db.NewestToldReleaseAsync(conferenceId, ct) is { } release ? Placements.PlaceOf(conference, release.Snapshot, sessionId) : null;
                    workshop.Follow(place ?? new WorkshopPlace { Code = session.Code, Title = session.Content.Title, Seats = session.Content.Seats ?? 0 });
                    db.Add(workshop);
                }

                workshop.Set(settings);
                db.Record(new Change(conferenceId, organiserId, isNew ? "Workshop.Opened" : "Workshop.Changed", workshop.SessionId, now, Detail(before, settings, isNew, reason)));
                await ShortenOffersAsync(conference, workshop, organiserId, now, ct);
                await seats.PassOnAsync(conference, rules, now, ct);
                return SettingsOutcome.Saved;
            },
            ct);
    }

    /// <summary>How many workshops somebody may have, and should.</summary>
    /// <param name="most">Lowering it takes nobody's seat away; null: any number.</param>
    public async Task SaveRulesAsync(Guid conferenceId, int fewest, int? most, Guid organiserId, CancellationToken ct)
    {
        await seats.EnsureRulesAsync(conferenceId, ct);
        await UnderLockAsync(
            conferenceId,
            false,
            async (conference, rules, now) =>
            {
                rules.Set(fewest, most);
                db.Record(new Change(conferenceId, organiserId, "Workshop.RulesChanged", conferenceId, now, $"{Count(fewest)}–{Count(most)}"));
                await seats.PassOnAsync(conference, rules, now, ct);
                return true;
            },
            ct);
    }

    /// <summary>Puts somebody before everybody else who waits; a free seat is theirs at once.</summary>
    /// <param name="reason">Required; kept with the sign-up and in the audit.</param>
    public Task<MoveOutcome> MoveUpAsync(Guid conferenceId, Guid signUpId, string? reason, Guid organiserId, CancellationToken ct) => UnderLockAsync(
        conferenceId,
        MoveOutcome.NotFound,
        async (conference, rules, now) =>
        {
            var signUp = await db.Set<SignUp>().SingleOrDefaultAsync(s => s.Id == signUpId && s.ConferenceId == conferenceId, ct);
            if (signUp is null) return MoveOutcome.NotFound;
            if (string.IsNullOrWhiteSpace(reason)) return MoveOutcome.ReasonMissing;
            if (signUp.Status is not SignUpStatus.Waiting) return MoveOutcome.NotWaiting;
            var first = await db.Set<SignUp>().Where(s => s.WorkshopId == signUp.WorkshopId && s.Status == SignUpStatus.Waiting).MinAsync(s => s.Rank, ct);
            signUp.MoveUp(first - 1, reason.Trim());
            db.Record(new Change(conferenceId, organiserId, "Workshop.MovedToTop", signUp.Id, now, reason.Trim()));
            await seats.PassOnAsync(conference, rules, now, ct);
            return signUp.HoldsSeat ? MoveOutcome.GotSeat : MoveOutcome.MovedUp;
        },
        ct);

    /// <summary>Takes somebody off: their seat goes to the next in line, and they are told the reason.</summary>
    public Task<MoveOutcome> RemoveAsync(Guid conferenceId, Guid signUpId, string? reason, Guid organiserId, CancellationToken ct) => UnderLockAsync(
        conferenceId,
        MoveOutcome.NotFound,
        async (conference, rules, now) =>
        {
            var signUp = await db.Set<SignUp>().SingleOrDefaultAsync(s => s.Id == signUpId && s.ConferenceId == conferenceId, ct);
            if (signUp is null) return MoveOutcome.NotFound;
            if (string.IsNullOrWhiteSpace(reason)) return MoveOutcome.ReasonMissing;
            if (!signUp.End(SignUpStatus.Removed, now, reason.Trim())) return MoveOutcome.NotWaiting;
            var workshop = await db.Set<Workshop>().SingleAsync(w => w.Id == signUp.WorkshopId, ct);
            var registration = await db.Set<Registration>().SingleAsync(r => r.Id == signUp.RegistrationId, ct);
            outbox.Add(mails.Removed(conference, registration, workshop, reason.Trim()));
            db.Record(new Change(conferenceId, organiserId, "Workshop.Removed", signUp.Id, now, reason.Trim()));
            await seats.PassOnAsync(conference, rules, now, ct);
            return MoveOutcome.Removed;
        },
        ct);

    // Whoever has an offer is told when it ends earlier. One that has ended by that is told so when it is ended.
    private async Task ShortenOffersAsync(Conference conference, Workshop workshop, Guid organiserId, DateTimeOffset now, CancellationToken ct)
    {
        if (!workshop.Place.IsOn) return;
        var offered = await (
            from signUp in db.Set<SignUp>()
            join registration in db.Set<Registration>() on signUp.RegistrationId equals registration.Id
            where signUp.WorkshopId == workshop.Id && signUp.Status == SignUpStatus.Offered
            select new { signUp, registration }).ToListAsync(ct);
        foreach (var offer in offered)
        {
            if (!offer.signUp.HoldUntil(workshop.StopsAt)) continue;
            if (workshop.StopsAt > now) outbox.Add(mails.OfferShortened(conference, offer.registration, workshop, workshop.StopsAt));
            db.Record(new Change(conference.Id, organiserId, "Workshop.OfferShortened", offer.signUp.Id, now, workshop.Place.Code));
        }
    }

    private static string Detail(WorkshopSettings before, WorkshopSettings after, bool isNew, string? reason)
    {
        var parts = new List<string>();
        void Add(string name, string from, string to)
        {
            if (from != to) parts.Add($"{name} {Or(from)} → {Or(to)}");
        }

        if (isNew || before.Seats != after.Seats) parts.Add($"Seats {Count(before.Seats)} → {Count(after.Seats)}");
        if (before.IsPaused != after.IsPaused) parts.Add(after.IsPaused ? "Paused" : "Resumed");
        if (before.MostWaiting != after.MostWaiting) parts.Add($"MostWaiting {Count(before.MostWaiting)} → {Count(after.MostWaiting)}");
        Add("Mode", before.Mode.ToString(), after.Mode.ToString());
        Add("OpensAt", At(before.OpensAt), At(after.OpensAt));
        Add("ClosesAt", At(before.ClosesAt), At(after.ClosesAt));
        Add("Promotion", before.Promotion.ToString(), after.Promotion.ToString());
        Add("OfferHours", Count(before.OfferHours), Count(after.OfferHours));
        Add("StopMinutes", Count(before.StopMinutes), Count(after.StopMinutes));
        Add("ReleaseMinutes", Count(before.ReleaseMinutes), Count(after.ReleaseMinutes));
        Add("NeedsDay", before.NeedsDay.ToString(), after.NeedsDay.ToString());
        Add("KeptSeats", Count(before.KeptSeats), Count(after.KeptSeats));
        Add("KeptUntil", At(before.KeptUntil), At(after.KeptUntil));
        // The lists come last: they can be longer than the row.
        if (!string.IsNullOrWhiteSpace(reason)) parts.Add(reason.Trim());
        Add("Levels", before.LevelList, after.LevelList);
        Add("Lands", before.LandList, after.LandList);
        Add("KeptLevels", before.KeptLevelList, after.KeptLevelList);
        Add("KeptLands", before.KeptLandList, after.KeptLandList);
        return string.Join("; ", parts);
    }

    private static string Or(string value) => value.Length == 0 ? "–" : value;

    private static string At(DateTimeOffset? instant) => instant is { } at && at != default ? at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";

    private static string Count(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private Task<T> UnderLockAsync<T>(Guid conferenceId, T notFound, Func<Conference, WorkshopRules, DateTimeOffset, Task<T>> work, CancellationToken ct) =>
        seats.UnderLockAsync(conferenceId, notFound, clock, work, ct);
}
