namespace Kongress.Accounts;

/// <summary>The roles of an installation. What each may do stands in one table, in the Web project's page access.</summary>
public static class Roles
{
    public const string Administrator = "Administrator";
    public const string Organiser = "Organiser";
    public const string Programme = "Programme";
    public const string Reviewer = "Reviewer";
    public const string Door = "Door";

    /// <summary>Betreuung: the only role that sees diet and assistance of a person.</summary>
    public const string Support = "Support";
    public const string Observer = "Observer";
    public const string Speaker = "Speaker";
    public const string Attendee = "Attendee";

    /// <summary>Every role with the fixed key under which the migrations store it.</summary>
    public static readonly IReadOnlyList<(string Name, Guid Id)> All =
    [
        (Administrator, new("01920000-0000-7000-8000-000000000001")),
        (Organiser, new("01920000-0000-7000-8000-000000000002")),
        (Programme, new("01920000-0000-7000-8000-000000000003")),
        (Reviewer, new("01920000-0000-7000-8000-000000000004")),
        (Door, new("01920000-0000-7000-8000-000000000005")),
        (Support, new("01920000-0000-7000-8000-000000000006")),
        (Observer, new("01920000-0000-7000-8000-000000000007")),
        (Speaker, new("01920000-0000-7000-8000-000000000008")),
        (Attendee, new("01920000-0000-7000-8000-000000000009")),
    ];

    /// <summary>Roles that work with other people's data: they need a password and a second factor.</summary>
    public static readonly IReadOnlyList<string> Staff = [Administrator, Organiser, Programme, Reviewer, Door, Support, Observer];

    /// <summary>The German name for people.</summary>
    public static string German(string role) => role switch
    {
        Administrator => "Administration",
        Organiser => "Organisation",
        Programme => "Programm",
        Reviewer => "Bewertung",
        Door => "Einlass",
        Support => "Betreuung",
        Observer => "Beobachtung",
        Speaker => "Mitwirkende",
        Attendee => "Teilnehmende",
        _ => role,
    };
}
