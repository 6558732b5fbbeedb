using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Speakers;

public enum SpeakerOutcome
{
    Saved,

    /// <summary>Somebody else saved since the form was opened.</summary>
    ChangedMeanwhile,
    NotFound,
}

/// <summary>What a form of a person saves.</summary>
public sealed record SpeakerEdit(SpeakerProfile Profile, SpeakerContact Contact, SpeakerNeeds Needs, bool IsNamed, bool PortraitConsent, RecordingConsent Recording);

/// <summary>A stretch as a form has it, in UTC.</summary>
public sealed record AvailabilityEntry(DateTimeOffset StartsAt, DateTimeOffset EndsAt, AvailabilityKind Kind);

/// <summary>The people of an edition's programme, edited by organisers and by themselves.</summary>
public sealed class SpeakerDesk(KongressDb db, TimeProvider clock)
{
    public Task<Speaker?> FindAsync(Guid conferenceId, Guid id, CancellationToken ct) =>
        db.Set<Speaker>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ConferenceId == conferenceId, ct);

    public Task<Speaker> CreateAsync(Guid conferenceId, SpeakerEdit edit, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var speaker = new Speaker(conferenceId, edit.Profile, edit.Contact);
            Apply(speaker, edit);
            db.Add(speaker);
            db.Record(new Change(conferenceId, actorId, "Speaker.Created", speaker.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return speaker;
        },
        ct);

    public Task<SpeakerOutcome> EditAsync(Guid conferenceId, Guid id, Guid version, SpeakerEdit edit, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var speaker = await db.Set<Speaker>().SingleOrDefaultAsync(s => s.Id == id && s.ConferenceId == conferenceId, ct);
            if (speaker is null) return SpeakerOutcome.NotFound;
            if (speaker.Version != version) return SpeakerOutcome.ChangedMeanwhile;
            Apply(speaker, edit);
            db.Record(new Change(conferenceId, actorId, "Speaker.Changed", speaker.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return SpeakerOutcome.Saved;
        },
        ct);

    /// <summary>Replaces what is known about the times of a person or a room.</summary>
    public Task SetAvailabilitiesAsync(Guid conferenceId, Guid ownerId, IReadOnlyList<AvailabilityEntry> entries, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            await db.Set<Availability>().Where(a => a.ConferenceId == conferenceId && a.OwnerId == ownerId).ExecuteDeleteAsync(ct);
            db.AddRange(entries.Where(e => e.StartsAt < e.EndsAt).Select(e => new Availability(conferenceId, ownerId, e.StartsAt, e.EndsAt, e.Kind)));
            db.Record(new Change(conferenceId, actorId, "Availability.Set", ownerId, clock.GetUtcNow(), $"{entries.Count} stretches"));
            await db.SaveChangesAsync(ct);
        },
        ct);

    public Task<List<Availability>> AvailabilitiesAsync(Guid ownerId, CancellationToken ct) =>
        db.Set<Availability>().AsNoTracking().Where(a => a.OwnerId == ownerId).OrderBy(a => a.StartsAt).ToListAsync(ct);

    /// <summary>Sets or takes away the picture.</summary>
    /// <param name="portrait">Null: take it away.</param>
    public Task SetPortraitAsync(Guid conferenceId, Guid speakerId, Portrait? portrait, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            await db.Set<Portrait>().Where(p => p.SpeakerId == speakerId).ExecuteDeleteAsync(ct);
            if (portrait is not null) db.Add(portrait);
            db.Record(new Change(conferenceId, actorId, portrait is null ? "Portrait.Removed" : "Portrait.Set", speakerId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        },
        ct);

    /// <summary>The same by the person: with the words for those who do not see it, and the consent.</summary>
    /// <param name="picture">As <see cref="PictureFile"/> cleaned it; null: the one that is there stays.</param>
    public Task ShowPortraitAsync(Guid conferenceId, Guid speakerId, (string MediaType, byte[] Content)? picture, string altText, bool consent, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var speaker = await db.Set<Speaker>().SingleAsync(s => s.Id == speakerId && s.ConferenceId == conferenceId, ct);
            var portrait = await db.Set<Portrait>().SingleOrDefaultAsync(p => p.SpeakerId == speakerId, ct);
            if (picture is var (mediaType, content))
            {
                if (portrait is null) db.Add(portrait = new Portrait(speakerId, mediaType, content, altText));
                else portrait.Replace(mediaType, content);
            }

            portrait?.AltText = altText;
            var now = clock.GetUtcNow();
            speaker.SetConsents(consent, speaker.Recording, now);
            db.Record(new Change(conferenceId, actorId, picture is null ? "Portrait.Changed" : "Portrait.Set", speakerId, now, consent ? "may be shown" : "may not be shown"));
            await db.SaveChangesAsync(ct);
        },
        ct);

    public Task<bool> HasPortraitAsync(Guid speakerId, CancellationToken ct) => db.Set<Portrait>().AnyAsync(p => p.SpeakerId == speakerId, ct);

    public Task<Portrait?> PortraitAsync(Guid speakerId, CancellationToken ct) => db.Set<Portrait>().AsNoTracking().SingleOrDefaultAsync(p => p.SpeakerId == speakerId, ct);

    /// <summary>The picture for everybody; null as soon as the person does not agree to it any more.</summary>
    public Task<Portrait?> PublicPortraitAsync(Guid speakerId, CancellationToken ct) =>
        db.Set<Portrait>().AsNoTracking().SingleOrDefaultAsync(p => p.SpeakerId == speakerId && db.Set<Speaker>().Any(s => s.Id == speakerId && s.PortraitConsentAt != null), ct);

    /// <summary>Marks that the person is there, or takes it back.</summary>
    public Task<bool> ArriveAsync(Guid conferenceId, Guid id, bool isThere, Guid actorId, CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            await db.LockDraftAsync(conferenceId, ct);
            var speaker = await db.Set<Speaker>().SingleOrDefaultAsync(s => s.Id == id && s.ConferenceId == conferenceId, ct);
            if (speaker is null) return false;
            var now = clock.GetUtcNow();
            speaker.Arrive(isThere ? now : null);
            db.Record(new Change(conferenceId, actorId, isThere ? "Speaker.Arrived" : "Speaker.NotThere", id, now));
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    /// <summary>The signed-in person's own rows at an edition: by the tied account, or tied now by the address that the sign-in proved.</summary>
    public async Task<Speaker?> OwnAsync(Guid conferenceId, Guid accountId, CancellationToken ct)
    {
        var own = await db.Set<Speaker>().AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.ConferenceId == conferenceId && s.AccountId == accountId, ct);
        if (own is not null) return own;
        var email = await db.Set<Account>().Where(a => a.Id == accountId && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(ct);
        if (email is null) return null;
        return await db.InTransactionAsync(
            async () =>
            {
                await db.LockDraftAsync(conferenceId, ct);
                var speaker = await db.Set<Speaker>().FirstOrDefaultAsync(s => s.ConferenceId == conferenceId && s.AccountId == null && s.Contact.Email == email, ct);
                if (speaker is null) return null;
                speaker.TieTo(accountId);
                await db.GiveSpeakerRoleAsync(accountId, ct);
                await db.SaveChangesAsync(ct);
                return speaker;
            },
            ct);
    }

    private void Apply(Speaker speaker, SpeakerEdit edit)
    {
        speaker.SetProfile(edit.Profile);
        speaker.SetContact(edit.Contact);
        speaker.SetNeeds(edit.Needs);
        speaker.SetNamed(edit.IsNamed);
        speaker.SetConsents(edit.PortraitConsent, edit.Recording, clock.GetUtcNow());
    }
}
