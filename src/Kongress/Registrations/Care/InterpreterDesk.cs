using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Registrations.Care;

/// <summary>How pressing it is to order interpreters.</summary>
public enum InterpreterAlarm
{
    /// <summary>Nobody needs any that are not ordered, there is time yet, or the congress has begun.</summary>
    None,

    /// <summary>Somebody needs one, and nobody has said until when one can be ordered.</summary>
    DateMissing,

    /// <summary>The last day for ordering is at most <see cref="InterpreterState.AlarmDays"/> days away.</summary>
    Soon,

    /// <summary>The last day for ordering has passed.</summary>
    Late,
}

/// <summary>What is needed and not ordered yet, and how pressing it is. Tells of nobody: neither who nor how many.</summary>
/// <param name="SignLanguage">Interpreters for German sign language are missing.</param>
/// <param name="SpeechToText">Speech-to-text is missing.</param>
public sealed record InterpreterState(InterpreterAlarm Alarm, bool SignLanguage, bool SpeechToText, DateOnly? OrderBy)
{
    /// <summary>Days before the last order at which the alarm begins.</summary>
    public const int AlarmDays = 14;

    /// <param name="signLanguage">Somebody with a place needs it.</param>
    /// <param name="speechToText">Somebody with a place needs it.</param>
    public static InterpreterState Of(Conference conference, bool signLanguage, bool speechToText, DateTimeOffset now)
    {
        (signLanguage, speechToText) = (signLanguage && !conference.SignLanguageOrdered, speechToText && !conference.SpeechToTextOrdered);
        var today = conference.Time.Day(now);
        var alarm = (!signLanguage && !speechToText) || now >= conference.StartsAt ? InterpreterAlarm.None
            : conference.InterpretersOrderBy is not { } last ? InterpreterAlarm.DateMissing
            : today > last ? InterpreterAlarm.Late
            : today.AddDays(AlarmDays) >= last ? InterpreterAlarm.Soon
            : InterpreterAlarm.None;
        return new InterpreterState(alarm, signLanguage, speechToText, conference.InterpretersOrderBy);
    }

    /// <summary>"Dolmetschen in Deutsche Gebärdensprache und Schriftdolmetschen"; empty when nothing is missing.</summary>
    public string Kinds => string.Join(" und ", new[] { SignLanguage ? Assistance.SignLanguage.Name() : null, SpeechToText ? Assistance.SpeechToText.Name() : null }.OfType<string>());
}

/// <summary>Sees to it that interpreters are ordered in time: on the desk, and by one mail to each organiser for each kind.</summary>
public sealed class InterpreterDesk(KongressDb db, Outbox outbox, InterpreterMails mails, TimeProvider clock)
{
    public async Task<InterpreterState> LookAsync(Conference conference, CancellationToken ct)
    {
        var needs = await (
            from health in db.Set<HealthAnswers>()
            join r in db.Set<Registration>() on health.RegistrationId equals r.Id
            where r.ConferenceId == conference.Id && r.HoldsPlace
            select health.Assistance).Distinct().ToListAsync(ct);
        return InterpreterState.Of(conference, needs.Any(n => n.HasFlag(Assistance.SignLanguage)), needs.Any(n => n.HasFlag(Assistance.SpeechToText)), clock.GetUtcNow());
    }

    /// <summary>Writes to all organisers when the alarm begins, once for each kind and date. Run every quarter of an hour; safe to run anywhere at any time.</summary>
    /// <returns>How many mails.</returns>
    public async Task<int> AlarmDueAsync(CancellationToken ct)
    {
        var written = 0;
        foreach (var id in await db.Set<Conference>().Where(c => c.IsCurrent && (c.SignLanguageAlarmAt == null || c.SpeechToTextAlarmAt == null)).Select(c => c.Id).ToListAsync(ct))
        {
            written += await db.InTransactionAsync(() => AlarmAsync(id, ct), ct);
        }

        return written;
    }

    private async Task<int> AlarmAsync(Guid conferenceId, CancellationToken ct)
    {
        await db.LockAsync<Conference>(conferenceId, ct);
        var now = clock.GetUtcNow();
        var conference = await db.ConferenceWithDaysAsync(conferenceId, ct);
        var state = await LookAsync(conference, ct);
        var (signLanguage, speechToText) = (state.SignLanguage && conference.SignLanguageAlarmAt is null, state.SpeechToText && conference.SpeechToTextAlarmAt is null);
        if ((!signLanguage && !speechToText) || state.Alarm is not (InterpreterAlarm.Soon or InterpreterAlarm.Late)) return 0;

        // Not an edit of the edition: whoever has one of its forms open can still save it.
        await db.Set<Conference>().Where(c => c.Id == conferenceId).ExecuteUpdateAsync(
            set =>
            {
                if (signLanguage) set.SetProperty(c => c.SignLanguageAlarmAt, now);
                if (speechToText) set.SetProperty(c => c.SpeechToTextAlarmAt, now);
            },
            ct);
        var role = Roles.All.Single(r => r.Name == Roles.Organiser).Id;
        var organisers = await db.Set<Account>().Where(a => db.Set<IdentityUserRole<Guid>>().Any(l => l.UserId == a.Id && l.RoleId == role)).OrderBy(a => a.Email).ToListAsync(ct);
        foreach (var organiser in organisers) outbox.Add(mails.OrderSoon(conference, organiser, state));
        db.Record(new Change(conferenceId, Actor.System, "Interpreters.Alarm", conferenceId, now, $"{organisers.Count}"));
        await db.SaveChangesAsync(ct);
        return organisers.Count;
    }
}
