using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Conferences;

/// <summary>One edition of the congress. All that changes with the host is data of the edition.</summary>
public sealed class Conference : ILockable, IVersioned
{
    private readonly List<ConferenceDay> days = [];
    private readonly List<ConferencePage> pages = [];

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public long LockCount { get; private set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Number of the edition, 1 to 999; earlier editions are found under it.</summary>
    public int Number { get; set; }

    /// <summary>"12. IT-Planungskongress", at most 100 characters.</summary>
    public string Name { get; set; } = "";

    public string Motto { get; set; } = "";

    public Land HostLand { get; set; }

    /// <summary>Who invites: the ministry as it signs. At most 200 characters.</summary>
    public string Host { get; set; } = "";

    public string VenueName { get; set; } = "";

    /// <summary>Lines of the address as on a letter.</summary>
    public string VenueAddress { get; set; } = "";

    /// <summary>How to get there; Markdown.</summary>
    public string Directions { get; set; } = "";

    /// <summary>Introduction on the start page; Markdown.</summary>
    public string Welcome { get; set; } = "";

    /// <summary>IANA zone of the venue. Every local time of this edition is meant in it.</summary>
    public string TimeZone { get; set; } = "Europe/Berlin";

    /// <summary>How many people may hold a place at once. Lowering it takes nobody's place away.</summary>
    public int Capacity { get; set; }

    public DateTimeOffset RegistrationOpensAt { get; set; }

    public DateTimeOffset RegistrationClosesAt { get; set; }

    /// <summary>Until then people change their own answers and name substitutes.</summary>
    public DateTimeOffset ChangeDeadline { get; set; }

    /// <summary>Hours for which a place is held until the address is confirmed; 1 to 336.</summary>
    public int HoldHours { get; set; } = 48;

    /// <summary>Hours for which a freed place is offered to the next in line; 1 to 336.</summary>
    public int OfferHours { get; set; } = 48;

    /// <summary>Mail domains whose people are admitted at once, one a line; "bund.de" covers "bmi.bund.de" too. Everybody else is looked at.</summary>
    public string AdmittedDomains { get; set; } = "";

    public string ContactEmail { get; set; } = "";

    public string ContactPhone { get; set; } = "";

    /// <summary>Who helps with access and assistance: a name or an office, shown wherever we ask about it.</summary>
    public string AccessibilityContactName { get; set; } = "";

    public string AccessibilityContactEmail { get; set; } = "";

    public string AccessibilityContactPhone { get; set; } = "";

    /// <summary>The last day on which interpreters for sign language or speech-to-text can be ordered; null: not said yet.</summary>
    public DateOnly? InterpretersOrderBy { get; set; }

    /// <summary>An organiser has ordered interpreters for German sign language.</summary>
    public bool SignLanguageOrdered { get; set; }

    /// <summary>An organiser has ordered speech-to-text.</summary>
    public bool SpeechToTextOrdered { get; set; }

    /// <summary>When the organisers were told that sign language has to be ordered; null: they have not been. A new date asks for a new mail.</summary>
    public DateTimeOffset? SignLanguageAlarmAt { get; set; }

    /// <summary>The same for speech-to-text.</summary>
    public DateTimeOffset? SpeechToTextAlarmAt { get; set; }

    /// <summary>Text of the official head line ("Eine offizielle Website von …"). Empty: no head line. Its use is granted, hence off by default.</summary>
    public string OfficialHeader { get; set; } = "";

    /// <summary>Retention in days: an unconfirmed registration after its submission.</summary>
    public int KeepUnconfirmedDays { get; set; } = 7;

    /// <summary>Retention in days after the last day: rejected, cancelled and expired registrations.</summary>
    public int KeepEndedDays { get; set; } = 30;

    /// <summary>Retention in days after the last day: diet and assistance.</summary>
    public int KeepHealthDays { get; set; } = 14;

    /// <summary>Retention in days after the last day: who was scanned when.</summary>
    public int KeepScansDays { get; set; } = 90;

    /// <summary>Retention in days after the last day: registrations.</summary>
    public int KeepRegistrationsDays { get; set; } = 180;

    /// <summary>One edition is current; the others are the archive.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>The days in order; at least one before registration opens.</summary>
    public IReadOnlyList<ConferenceDay> Days => days;

    public IReadOnlyList<ConferencePage> Pages => pages;

    public ConferenceTime Time => new(TimeZone);

    public DateOnly FirstDay => days.Count == 0 ? default : days.Min(d => d.Date);

    public DateOnly LastDay => days.Count == 0 ? default : days.Max(d => d.Date);

    /// <summary>The instant at which the first day starts.</summary>
    public DateTimeOffset StartsAt => days.Count == 0 ? DateTimeOffset.MaxValue : Time.Instant(FirstDay, days.MinBy(d => d.Date)!.StartsAt);

    /// <summary>Midnight after the last day, at the venue.</summary>
    public DateTimeOffset EndsAt => days.Count == 0 ? DateTimeOffset.MaxValue : Time.Instant(LastDay.AddDays(1), TimeOnly.MinValue);

    /// <summary>It ended at least so many days ago; never true for one without days.</summary>
    public bool IsPast(int days, DateTimeOffset now) => Days.Count > 0 && now >= EndsAt.AddDays(days);

    public string DatesText => days.Count == 0 ? "" : ConferenceTime.Span(FirstDay, LastDay);

    public bool RegistrationIsOpen(DateTimeOffset now) => RegistrationOpensAt <= now && now < RegistrationClosesAt;

    public bool AnswersCanChange(DateTimeOffset now) => now < ChangeDeadline;

    /// <summary>Whether the mail address belongs to a listed domain or one below it.</summary>
    public bool AdmitsAtOnce(string email) => MailDomain.Read(AdmittedDomains).Any(listed => MailDomain.IsWithin(MailDomain.Of(email), listed));

    /// <summary>Until when a place offered now is held: the hours of the edition, moved into the day (8 to 20 o'clock), and never past the start.</summary>
    public DateTimeOffset OfferEnd(DateTimeOffset now)
    {
        var end = Time.IntoDay(now.AddHours(OfferHours));
        return end < StartsAt ? end : StartsAt;
    }

    /// <summary>Until when a place is held for somebody whom others registered: the hours of the edition, and then until noon of a working day, as the person has to have read the mail.</summary>
    /// <remarks>Monday to Friday; public holidays differ between the Länder and are not known here.</remarks>
    public DateTimeOffset HoldEnd(DateTimeOffset now)
    {
        var noon = new TimeOnly(12, 0);
        var local = Time.Local(now.AddHours(HoldHours));
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) > noon) day = day.AddDays(1);
        while (IsWeekend(day.DayOfWeek)) day = day.AddDays(1);
        return Time.Instant(day, noon);
    }

    /// <summary>Monday to Friday, 8 to 20 o'clock at the venue: a mail that asks for something is seen then.</summary>
    public bool IsWorkingTime(DateTimeOffset now) => Time.Local(now) is { Hour: >= 8 and < 20 } local && !IsWeekend(local.DayOfWeek);

    private static bool IsWeekend(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Replaces the days. Order does not matter; two entries of one date are refused by the caller's form.</summary>
    public void SetDays(IEnumerable<ConferenceDay> newDays)
    {
        days.Clear();
        days.AddRange(newDays.OrderBy(d => d.Date));
    }

    /// <summary>The same for an edition in use: the first day stays the first day, whatever its date, as rows elsewhere may mean it.</summary>
    internal void MoveDays(IReadOnlyList<DayEntry> entries)
    {
        var inOrder = entries.OrderBy(e => e.Date).ToList();
        days.Sort((a, b) => a.Date.CompareTo(b.Date));
        if (days.Count > inOrder.Count) days.RemoveRange(inOrder.Count, days.Count - inOrder.Count);
        for (var i = 0; i < inOrder.Count; i++)
        {
            if (i == days.Count) days.Add(new ConferenceDay());
            (days[i].Date, days[i].DoorsOpenAt, days[i].StartsAt, days[i].EndsAt, days[i].EveningStartsAt)
                = (inOrder[i].Date, inOrder[i].DoorsOpenAt, inOrder[i].StartsAt, inOrder[i].EndsAt, inOrder[i].EveningStartsAt);
        }
    }

    /// <summary>The page, made empty when the edition has none of its kind yet.</summary>
    public ConferencePage Page(ConferencePageKind kind)
    {
        var page = pages.SingleOrDefault(p => p.Kind == kind);
        if (page is null)
        {
            page = new ConferencePage(kind);
            pages.Add(page);
        }

        return page;
    }
}

/// <summary>A day of the congress, in local time of the venue.</summary>
public sealed class ConferenceDay
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public DateOnly Date { get; set; }

    public TimeOnly DoorsOpenAt { get; set; }

    public TimeOnly StartsAt { get; set; }

    public TimeOnly EndsAt { get; set; }

    /// <summary>Start of the evening event on this day; null: none.</summary>
    public TimeOnly? EveningStartsAt { get; set; }
}

public enum ConferencePageKind
{
    Imprint,
    Privacy,
    Accessibility,
    EasyLanguage,
    SignLanguage,
}

/// <summary>A legal page of an edition; Markdown.</summary>
public sealed class ConferencePage(ConferencePageKind kind)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public ConferencePageKind Kind { get; private set; } = kind;

    public string Text { get; set; } = "";

    /// <summary>An English version; empty: the German one is shown.</summary>
    public string EnglishText { get; set; } = "";
}
