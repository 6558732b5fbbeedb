using Kongress.Conferences;
using Kongress.Speakers;

namespace Kongress.Programme.Sessions;

/// <summary>In the order in which a person should see to it.</summary>
public enum SpeakerTaskKind
{
    /// <summary>Say whether you come.</summary>
    Answer,

    /// <summary>You said "probably": decide.</summary>
    Decide,
    Slides,
    Availability,
    Biography,
    Portrait,

    /// <summary>There is a picture, and nobody may see it yet.</summary>
    PortraitConsent,
    Recording,
}

/// <param name="Participation">Null: it is about the person.</param>
/// <param name="Due">Null: as soon as possible.</param>
public sealed record SpeakerTask(SpeakerTaskKind Kind, Participation? Participation = null, Session? Session = null, DateOnly? Due = null, bool IsLate = false);

/// <summary>What is still asked of a person.</summary>
public static class SpeakerTasks
{
    /// <param name="parts">What the person was asked to do; with whether there are slides.</param>
    public static IReadOnlyList<SpeakerTask> Of(
        Conference conference, Speaker speaker, bool hasPortrait, bool hasAvailability, IReadOnlyCollection<(Participation Participation, Session Session, bool HasSlides)> parts, DateTimeOffset now)
    {
        var tasks = new List<SpeakerTask>();
        var today = conference.Time.Day(now);
        var on = parts.Where(p => p.Participation.IsOn && p.Participation.State is not ParticipationState.Proposed && Lives(p.Session.State)).ToList();
        foreach (var (participation, session, hasSlides) in on)
        {
            if (now < conference.StartsAt && participation.State is ParticipationState.Invited) tasks.Add(new SpeakerTask(SpeakerTaskKind.Answer, participation, session));
            if (now < conference.StartsAt && participation.State is ParticipationState.Tentative) tasks.Add(new SpeakerTask(SpeakerTaskKind.Decide, participation, session));
            if (!hasSlides && session.Content.SlidesDue is { } due && BringsSlides(participation.Role)) tasks.Add(new SpeakerTask(SpeakerTaskKind.Slides, participation, session, due, due < today));
        }

        if (on.Count == 0 || now >= conference.EndsAt) return [.. tasks.OrderBy(t => t.Kind)];
        if (!hasAvailability) tasks.Add(new SpeakerTask(SpeakerTaskKind.Availability));
        if (speaker.Profile.Biography.Length == 0) tasks.Add(new SpeakerTask(SpeakerTaskKind.Biography));
        if (!hasPortrait) tasks.Add(new SpeakerTask(SpeakerTaskKind.Portrait));
        else if (speaker.PortraitConsentAt is null) tasks.Add(new SpeakerTask(SpeakerTaskKind.PortraitConsent));
        if (speaker.Recording is RecordingConsent.Unknown) tasks.Add(new SpeakerTask(SpeakerTaskKind.Recording));
        return [.. tasks.OrderBy(t => t.Kind).ThenBy(t => t.Due ?? DateOnly.MaxValue)];
    }

    private static bool Lives(SessionState state) => state is not (SessionState.Rejected or SessionState.Withdrawn or SessionState.Cancelled);

    private static bool BringsSlides(ParticipationRole role) => role is ParticipationRole.Speaker or ParticipationRole.Panellist or ParticipationRole.WorkshopLead;
}
