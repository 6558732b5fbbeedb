using Kongress.Conferences;

namespace Kongress.Registrations;

/// <summary>What somebody comes to, and can give up while keeping the rest. Each has a door and a catering of its own. Stored by name.</summary>
public enum CongressPart
{
    Day1,
    Day2,
    Evening,
}

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

    public bool Includes(CongressPart part) => part switch
    {
        CongressPart.Day1 => Day1,
        CongressPart.Day2 => Day2,
        CongressPart.Evening => Evening,
    };

    /// <summary>What the person comes to, in the order of the congress.</summary>
    public IEnumerable<CongressPart> Parts() => Enum.GetValues<CongressPart>().Where(Includes);

    /// <summary>The same days; consents are personal and do not pass on.</summary>
    internal Attendance ForSubstitute() => new() { Day1 = Day1, Day2 = Day2, Evening = Evening };
}

/// <summary>Names and days of the parts.</summary>
public static class CongressParts
{
    /// <summary>In German, for organisers and the door.</summary>
    public static string Name(this CongressPart part) => part switch
    {
        CongressPart.Day1 => "Tag 1",
        CongressPart.Day2 => "Tag 2",
        CongressPart.Evening => "Abendveranstaltung",
    };

    /// <summary>In German, where there is little room.</summary>
    public static string ShortName(this CongressPart part) => part is CongressPart.Evening ? "Abend" : part.Name();

    /// <summary>The edition's day of this part; null when the edition has none (any more).</summary>
    public static ConferenceDay? DayOf(this CongressPart part, Conference conference)
    {
        var days = conference.Days.OrderBy(d => d.Date).ToList();
        return part switch
        {
            CongressPart.Day1 => days.ElementAtOrDefault(0),
            CongressPart.Day2 => days.ElementAtOrDefault(1),
            CongressPart.Evening => days.Find(d => d.EveningStartsAt is not null),
        };
    }
}
