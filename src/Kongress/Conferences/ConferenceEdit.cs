using Kongress.Shared;

namespace Kongress.Conferences;

/// <summary>One section of the edition as an organiser filled it in. It says what is wrong with it, and changes the edition when nothing is.</summary>
public abstract record ConferenceEdit
{
    /// <summary>Names the section in the audit.</summary>
    public abstract string Section { get; }

    internal abstract IEnumerable<ConferenceProblem> Check(Conference conference);

    internal abstract void Apply(Conference conference);

    public sealed record General(int Number, string Name, string Motto, Land HostLand, string Host, string Welcome, string OfficialHeader) : ConferenceEdit
    {
        public override string Section => nameof(General);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            if (Number is < 1 or > 999) yield return new(ConferenceRule.NumberOutOfRange, nameof(Number));
        }

        internal override void Apply(Conference conference) =>
            (conference.Number, conference.Name, conference.Motto, conference.HostLand, conference.Host, conference.Welcome, conference.OfficialHeader)
            = (Number, Name, Motto, HostLand, Host, Welcome, OfficialHeader);
    }

    public sealed record Venue(string VenueName, string VenueAddress, string Directions, string TimeZone) : ConferenceEdit
    {
        public override string Section => nameof(Venue);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            if (!ConferenceTime.Exists(TimeZone)) yield return new(ConferenceRule.UnknownTimeZone, nameof(TimeZone));
        }

        internal override void Apply(Conference conference)
        {
            (conference.VenueName, conference.VenueAddress, conference.Directions) = (VenueName, VenueAddress, Directions);
            if (conference.TimeZone == TimeZone) return;

            // "Until 18:00" stays 18:00 at the venue: the clock times stay, the instants move.
            var (before, after) = (conference.Time, new ConferenceTime(TimeZone));
            conference.RegistrationOpensAt = Moved(conference.RegistrationOpensAt);
            conference.RegistrationClosesAt = Moved(conference.RegistrationClosesAt);
            conference.ChangeDeadline = Moved(conference.ChangeDeadline);
            conference.TimeZone = TimeZone;

            DateTimeOffset Moved(DateTimeOffset instant)
            {
                var local = before.Local(instant);
                return after.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
            }
        }
    }

    /// <param name="Entries">One or two days, in any order: the registration asks for day 1 and day 2.</param>
    public sealed record Days(IReadOnlyList<DayEntry> Entries) : ConferenceEdit
    {
        public const int Most = 2;

        public override string Section => nameof(Days);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            if (Entries.Count is 0 or > Most)
            {
                yield return new(ConferenceRule.OneOrTwoDays, "");
                yield break;
            }

            for (var i = 0; i < Entries.Count; i++)
            {
                foreach (var problem in Entries[i].Check(conference.Time, i)) yield return problem;
            }

            if (Entries.Count == 1) yield break;
            var apart = Math.Abs(Entries[0].Date.DayNumber - Entries[1].Date.DayNumber);
            if (apart == 0) yield return new(ConferenceRule.SameDayTwice, "[1].Date");
            else if (apart > 1) yield return new(ConferenceRule.DaysNotConsecutive, "[1].Date");
        }

        internal override void Apply(Conference conference) => conference.MoveDays(Entries);
    }

    /// <summary>Local times are those of the clock at the venue. How many places there are is no setting: it is changed together with what it does to contingents and waiting list.</summary>
    public sealed record Registration(DateTime OpensAt, DateTime ClosesAt, DateTime ChangeDeadline, int HoldHours, int OfferHours) : ConferenceEdit
    {
        public override string Section => nameof(Registration);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            var wrong = false;
            foreach (var (local, field) in new[] { (OpensAt, nameof(OpensAt)), (ClosesAt, nameof(ClosesAt)), (ChangeDeadline, nameof(ChangeDeadline)) })
            {
                // The year first: the ends of the calendar have no instant.
                var strange = !Years.IsPlausible(local.Year);
                if (!strange && conference.Time.TryInstant(local, out _)) continue;
                wrong = true;
                yield return new(strange ? ConferenceRule.StrangeYear : ConferenceRule.SkippedTime, field);
            }

            if (wrong) yield break;
            if (ClosesAt <= OpensAt) yield return new(ConferenceRule.ClosesBeforeItOpens, nameof(ClosesAt));
            if (ChangeDeadline < OpensAt) yield return new(ConferenceRule.DeadlineBeforeItOpens, nameof(ChangeDeadline));
            if (conference.Days.Count == 0) yield break;

            var end = conference.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
            if (ClosesAt > end) yield return new(ConferenceRule.ClosesAfterTheEnd, nameof(ClosesAt));
            if (ChangeDeadline > end) yield return new(ConferenceRule.DeadlineAfterTheEnd, nameof(ChangeDeadline));
        }

        internal override void Apply(Conference conference)
        {
            conference.RegistrationOpensAt = Instant(OpensAt);
            conference.RegistrationClosesAt = Instant(ClosesAt);
            conference.ChangeDeadline = Instant(ChangeDeadline);
            (conference.HoldHours, conference.OfferHours) = (HoldHours, OfferHours);

            DateTimeOffset Instant(DateTime local) => conference.Time.Instant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }
    }

    /// <param name="AdmittedDomains">One a line.</param>
    public sealed record Admission(string AdmittedDomains) : ConferenceEdit
    {
        public override string Section => nameof(Admission);

        /// <summary>The lines that are no domain: "bund" alone would admit nobody, "de" everybody in Germany.</summary>
        public IReadOnlyList<string> Wrong => [.. MailDomain.Read(AdmittedDomains).Where(line => !MailDomain.IsDomain(line))];

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            if (Wrong.Count > 0) yield return new(ConferenceRule.NoDomain, nameof(AdmittedDomains));
        }

        internal override void Apply(Conference conference) => conference.AdmittedDomains = string.Join('\n', MailDomain.Read(AdmittedDomains));
    }

    public sealed record Contacts(string Email, string Phone, string AccessibilityName, string AccessibilityEmail, string AccessibilityPhone) : ConferenceEdit
    {
        public override string Section => nameof(Contacts);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference) => [];

        internal override void Apply(Conference conference) =>
            (conference.ContactEmail, conference.ContactPhone, conference.AccessibilityContactName, conference.AccessibilityContactEmail, conference.AccessibilityContactPhone)
            = (Email, Phone, AccessibilityName, AccessibilityEmail, AccessibilityPhone);
    }

    /// <param name="OrderBy">The last day for ordering; null: not known.</param>
    public sealed record Interpreting(DateOnly? OrderBy, bool SignLanguageOrdered, bool SpeechToTextOrdered) : ConferenceEdit
    {
        public override string Section => nameof(Interpreting);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            if (OrderBy is not { } last) yield break;
            if (!Years.IsPlausible(last.Year)) yield return new(ConferenceRule.StrangeYear, nameof(OrderBy));
            else if (conference.Days.Count > 0 && last >= conference.FirstDay) yield return new(ConferenceRule.OrdersAfterTheStart, nameof(OrderBy));
        }

        internal override void Apply(Conference conference)
        {
            if (conference.InterpretersOrderBy != OrderBy) (conference.SignLanguageAlarmAt, conference.SpeechToTextAlarmAt) = (null, null);
            (conference.InterpretersOrderBy, conference.SignLanguageOrdered, conference.SpeechToTextOrdered) = (OrderBy, SignLanguageOrdered, SpeechToTextOrdered);
        }
    }

    public sealed record LegalPage(ConferencePageKind Kind, string Text, string EnglishText) : ConferenceEdit
    {
        public override string Section => Kind.ToString();

        internal override IEnumerable<ConferenceProblem> Check(Conference conference) => [];

        internal override void Apply(Conference conference)
        {
            var page = conference.Page(Kind);
            (page.Text, page.EnglishText) = (Text, EnglishText);
        }
    }

    /// <summary>Days: the first after submission, the others after the last day of the congress.</summary>
    public sealed record Retention(int Unconfirmed, int Ended, int Health, int Scans, int Registrations) : ConferenceEdit
    {
        public override string Section => nameof(Retention);

        internal override IEnumerable<ConferenceProblem> Check(Conference conference)
        {
            if (Health > Registrations) yield return new(ConferenceRule.HealthOutlivesPeople, nameof(Health));
            if (Scans > Registrations) yield return new(ConferenceRule.ScansOutlivePeople, nameof(Scans));
            if (Ended > Registrations) yield return new(ConferenceRule.EndedOutlivePeople, nameof(Ended));
        }

        internal override void Apply(Conference conference) =>
            (conference.KeepUnconfirmedDays, conference.KeepEndedDays, conference.KeepHealthDays, conference.KeepScansDays, conference.KeepRegistrationsDays)
            = (Unconfirmed, Ended, Health, Scans, Registrations);
    }
}

/// <summary>A day as typed: the date and the times of the clock at the venue.</summary>
public sealed record DayEntry(DateOnly Date, TimeOnly DoorsOpenAt, TimeOnly StartsAt, TimeOnly EndsAt, TimeOnly? EveningStartsAt)
{
    internal IEnumerable<ConferenceProblem> Check(ConferenceTime time, int position)
    {
        if (!Years.IsPlausible(Date.Year))
        {
            yield return Problem(ConferenceRule.StrangeYear, nameof(Date));
            yield break;
        }

        if (DoorsOpenAt > StartsAt) yield return Problem(ConferenceRule.DoorsOpenAfterTheStart, nameof(DoorsOpenAt));
        if (EndsAt <= StartsAt) yield return Problem(ConferenceRule.EndsBeforeItStarts, nameof(EndsAt));
        if (EveningStartsAt <= StartsAt) yield return Problem(ConferenceRule.EveningBeforeTheStart, nameof(EveningStartsAt));
        foreach (var (at, field) in new (TimeOnly?, string)[] { (DoorsOpenAt, nameof(DoorsOpenAt)), (StartsAt, nameof(StartsAt)), (EndsAt, nameof(EndsAt)), (EveningStartsAt, nameof(EveningStartsAt)) })
        {
            if (at is { } clock && !time.TryInstant(Date.ToDateTime(clock), out _)) yield return Problem(ConferenceRule.SkippedTime, field);
        }

        ConferenceProblem Problem(ConferenceRule rule, string field) => new(rule, $"[{position}].{field}");
    }
}

file static class Years
{
    public static bool IsPlausible(int year) => year is >= 2000 and <= 2100;
}

/// <param name="Field">The property of the section, "[1].Date" for a day; empty for the section as a whole.</param>
public sealed record ConferenceProblem(ConferenceRule Rule, string Field);

/// <summary>What an edition must keep to.</summary>
public enum ConferenceRule
{
    NumberOutOfRange,
    NumberTaken,
    UnknownTimeZone,
    OneOrTwoDays,
    SameDayTwice,
    DaysNotConsecutive,
    StrangeYear,
    DoorsOpenAfterTheStart,
    EndsBeforeItStarts,
    EveningBeforeTheStart,

    /// <summary>The clock jumps over this time, as summer time begins.</summary>
    SkippedTime,
    ClosesBeforeItOpens,
    ClosesAfterTheEnd,
    DeadlineBeforeItOpens,
    DeadlineAfterTheEnd,
    NoDomain,

    /// <summary>The last day for ordering interpreters is a day of the congress, or after it.</summary>
    OrdersAfterTheStart,
    HealthOutlivesPeople,
    ScansOutlivePeople,
    EndedOutlivePeople,
}
