using Kongress.Conferences;
using Kongress.Data;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Kongress.Programme;

/// <summary>What is held about the people of the programme. Needs go first, addresses later; what a release named stays, as the archive of the congress.</summary>
public sealed class SpeakerRecords(KongressDb db, IStringLocalizer<Texts> text) : IHoldsPersonalData
{
    public async Task<IReadOnlyList<PersonalDataPart>> ShowAsync(Guid accountId, CancellationToken ct)
    {
        var own = await db.Set<Speaker>().AsNoTracking().Where(s => s.AccountId == accountId).OrderBy(s => s.Id).ToListAsync(ct);
        if (own.Count == 0) return [];
        var ids = own.Select(s => s.Id).ToList();
        var conferences = await db.Set<Conference>().AsNoTracking().Include(c => c.Days).Where(c => own.Select(s => s.ConferenceId).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var portraits = await db.Set<Portrait>().Where(p => ids.Contains(p.SpeakerId)).ToDictionaryAsync(p => p.SpeakerId, p => p.AltText, ct);
        var availabilities = await db.Set<Availability>().AsNoTracking().Where(a => ids.Contains(a.OwnerId)).OrderBy(a => a.StartsAt).ToListAsync(ct);
        var files = await db.Set<SessionFile>().Where(f => f.SpeakerId != null && ids.Contains(f.SpeakerId.Value)).OrderBy(f => f.AddedAt).Select(f => new { f.SpeakerId, f.Name, f.Url, f.AddedAt }).ToListAsync(ct);
        var parts = await (
            from participation in db.Set<Participation>().AsNoTracking()
            join session in db.Set<Session>() on participation.SessionId equals session.Id
            where ids.Contains(participation.SpeakerId)
            orderby participation.Id
            select new { Participation = participation, session.Content.Title }).ToListAsync(ct);
        return [.. own.Select(speaker =>
        {
            var conference = conferences[speaker.ConferenceId];
            var time = conference.Time;
            return new PersonalDataPart($"{text["Mitwirkung"]}: {conference.Name}",
            [
                .. Person(conference, speaker, portraits.GetValueOrDefault(speaker.Id)),
                .. availabilities.Where(a => a.OwnerId == speaker.Id).Select(a => new KeyValuePair<string, string?>(ProgrammeTexts.Name(text, a.Kind), $"{time.DayAndTime(a.StartsAt)} – {time.DayAndTime(a.EndsAt)}")),
                .. parts.Where(p => p.Participation.SpeakerId == speaker.Id).Select(p => new KeyValuePair<string, string?>(text["Beitrag"], Part(conference, p.Title, p.Participation))),
                .. files.Where(f => f.SpeakerId == speaker.Id).Select(f => new KeyValuePair<string, string?>(text["Datei"], $"{f.Name} {f.Url} ({time.DayAndTime(f.AddedAt)})")),
            ]);
        })];
    }

    public async Task<int> EraseDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var erased = 0;
        foreach (var conference in await db.Set<Conference>().AsNoTracking().Include(c => c.Days).ToListAsync(ct))
        {
            if (!conference.IsPast(conference.KeepHealthDays, now)) continue;
            var isAllOver = conference.IsPast(conference.KeepRegistrationsDays, now);
            // Looked at first without the lock, so that the revision of an old draft does not grow every night.
            if (!await db.Set<Speaker>().AnyAsync(Due(conference.Id, isAllOver), ct)) continue;
            erased += await db.InTransactionAsync(() => EraseAsync(conference.Id, isAllOver, now, ct), ct);
        }

        return erased;
    }

    private static System.Linq.Expressions.Expression<Func<Speaker, bool>> Due(Guid conferenceId, bool isAllOver) => s => s.ConferenceId == conferenceId
        && (s.Needs.Equipment != "" || s.Needs.Access != "" || s.Needs.Arrival != "" || s.Needs.StepFree || s.Needs.Interpreter
            || (isAllOver && (s.Contact.Email != null || s.Contact.AssistantEmail != null || s.Contact.AssistantName != null || s.Contact.Phone != null || s.AccountId != null || s.Profile.Gender != null)));

    private async Task<int> EraseAsync(Guid conferenceId, bool isAllOver, DateTimeOffset now, CancellationToken ct)
    {
        await db.LockDraftAsync(conferenceId, ct);
        var due = await db.Set<Speaker>().Where(Due(conferenceId, isAllOver)).ToListAsync(ct);
        foreach (var speaker in due)
        {
            if (isAllOver) speaker.Forget();
            else speaker.SetNeeds(new SpeakerNeeds());
        }

        db.Record(new Change(conferenceId, Actor.System, isAllOver ? "Speakers.Forgotten" : "Speakers.NeedsErased", conferenceId, now, $"{due.Count} people"));
        await db.SaveChangesAsync(ct);
        if (isAllOver) await EraseTheRestAsync(conferenceId, ct);
        return due.Count;
    }

    // Answers, times and pictures served the preparation. Who never was in a release is not part of the archive either and goes altogether.
    private async Task EraseTheRestAsync(Guid conferenceId, CancellationToken ct)
    {
        var released = await db.Set<Release>().AsNoTracking().Where(r => r.ConferenceId == conferenceId).ToListAsync(ct);
        var named = released.SelectMany(r => r.Snapshot.People).Select(p => p.Id).ToHashSet();
        var all = db.Set<Speaker>().Where(s => s.ConferenceId == conferenceId);
        var unnamed = (await all.Select(s => s.Id).ToListAsync(ct)).Where(id => !named.Contains(id)).ToList();
        var parts = db.Set<Participation>().Where(p => all.Any(s => s.Id == p.SpeakerId));
        await db.Set<LinkToken>().Where(t => parts.Any(p => p.Id == t.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Set<Availability>().Where(a => all.Any(s => s.Id == a.OwnerId)).ExecuteDeleteAsync(ct);
        await db.Set<Portrait>().Where(p => all.Any(s => s.Id == p.SpeakerId && s.PortraitConsentAt == null)).ExecuteDeleteAsync(ct);
        await parts.ExecuteUpdateAsync(set => set.SetProperty(p => p.Word, (string?)null), ct);
        foreach (var some in unnamed.Chunk(100))
        {
            await db.Set<SessionFile>().Where(f => f.SpeakerId != null && some.Contains(f.SpeakerId.Value) && !f.IsPublic).ExecuteDeleteAsync(ct);
            await db.Set<Participation>().Where(p => some.Contains(p.SpeakerId)).ExecuteDeleteAsync(ct);
            await db.Set<Portrait>().Where(p => some.Contains(p.SpeakerId)).ExecuteDeleteAsync(ct);
            await db.Set<Speaker>().Where(s => some.Contains(s.Id)).ExecuteDeleteAsync(ct);
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Person(Conference conference, Speaker speaker, string? portrait)
    {
        var (profile, contact, needs) = (speaker.Profile, speaker.Contact, speaker.Needs);
        string? At(DateTimeOffset? instant) => instant is { } i ? conference.Time.DayAndTime(i) : null;
        string Yes(bool isSo) => isSo ? text["Ja"] : text["Nein"];
        return
        [
            new(text["Akademischer Titel"], profile.Title),
            new(text["Vorname"], profile.GivenName),
            new(text["Nachname"], profile.FamilyName),
            new(text["Funktion"], profile.Function),
            new(text["Organisation"], profile.Organisation),
            new(text["Verwaltungsebene"], profile.Level is { } level ? text[level.Name()].Value : null),
            new(text["Bundesland"], profile.Land?.Name()),
            new(text["Geschlecht"], profile.Gender is { } gender ? ProgrammeTexts.Name(text, gender) : null),
            new(text["Kurzbiografie"], profile.Biography),
            new(text["Links"], profile.Links),
            new(text["Porträt"], portrait),
            new(text["Einwilligung zum Porträt"], At(speaker.PortraitConsentAt)),
            new(text["Aufzeichnung"], ProgrammeTexts.Name(text, speaker.Recording)),
            new(text["E-Mail-Adresse"], contact.Email),
            new(text["Name des Büros"], contact.AssistantName),
            new(text["E-Mail-Adresse des Büros"], contact.AssistantEmail),
            new(text["Telefon"], contact.Phone),
            new(text["Sprache"], contact.Language),
            new(text["Technik"], needs.Equipment),
            new(text["Unterstützung"], needs.Access),
            new(text["Stufenloser Zugang zur Bühne"], Yes(needs.StepFree)),
            new(text["Gebärdensprachdolmetschen"], Yes(needs.Interpreter)),
            new(text["Ankunft"], needs.Arrival),
            new(text["Vor Ort gemeldet"], At(speaker.ArrivedAt)),
        ];
    }

    private string Part(Conference conference, string title, Participation participation) => string.Join(", ", new[]
    {
        title,
        ProgrammeTexts.Name(text, participation.Role),
        participation.Function,
        participation.Organisation,
        ProgrammeTexts.Name(text, participation.State),
        participation.InvitedAt is { } invited ? $"{text["Eingeladen"]} {conference.Time.DayAndTime(invited)}" : "",
        participation.AnsweredAt is { } answered ? $"{text["Beantwortet"]} {conference.Time.DayAndTime(answered)}" : "",
        participation.Word ?? "",
    }.Where(part => part.Length > 0));
}
