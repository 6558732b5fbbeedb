namespace Kongress.Registrations;

/// <summary>What the person comes to and what they allow. Day 1, day 2 and evening are three answers, as three caterings hang on them.</summary>
public sealed record Attendance
{
    public bool Day1 { get; init; }

    public bool Day2 { get; init; }

    public bool Evening { get; init; }

    /// <summary>The person does not want to be in pictures; shown on the badge and at the door.</summary>
    public bool NoPhoto { get; init; }

    /// <summary>When the person agreed to portraits and their publication; null: did not, or withdrew.</summary>
    public DateTimeOffset? PortraitConsentAt { get; init; }

    /// <summary>When the person agreed to stand on the list that attendees see; null: did not, or withdrew.</summary>
    public DateTimeOffset? ListConsentAt { get; init; }

    public bool Any => Day1 || Day2 || Evening;

    /// <summary>The same days; consents are personal and do not pass on.</summary>
    internal Attendance ForSubstitute() => new() { Day1 = Day1, Day2 = Day2, Evening = Evening };
}
