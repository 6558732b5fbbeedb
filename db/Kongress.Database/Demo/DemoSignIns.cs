using Kongress.Accounts;

namespace Kongress.Database.Demo;

/// <summary>The staff of the demo congress. The password is public; demo mode does not start in production.</summary>
public static class DemoSignIns
{
    public const string Password = "Rheinufer im Maerz";

    public static readonly IReadOnlyList<(string Email, string Name, string[] Roles)> Staff =
    [
        ("administration@demo.example", "Ada Lang", [Roles.Administrator]),
        ("organisation@demo.example", "Olaf Richter", [Roles.Organiser]),
        ("einlass@demo.example", "Esra Yıldız", [Roles.Door]),
        ("betreuung@demo.example", "Bärbel Groß", [Roles.Support]),
        ("beobachtung@demo.example", "Bo Weiß", [Roles.Observer]),
    ];
}
