using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Tests.Hosting;

/// <summary>Valid things without surprises; a test names only what it is about.</summary>
public static class Any
{
    public static Conference Conference(DateTimeOffset now, int capacity = 800)
    {
        var conference = new Conference
        {
            Number = 15,
            Name = "15. IT-Planungskongress",
            Motto = "Gemeinsam weiter – „Ämter“ & Länder",
            HostLand = Land.Hessen,
            Host = "Hessisches Ministerium für Digitalisierung",
            VenueName = "Kurhaus",
            VenueAddress = "Kurhausplatz 1\n65189 Wiesbaden",
            Capacity = capacity,
            RegistrationOpensAt = now.AddDays(-1),
            RegistrationClosesAt = now.AddDays(100),
            ChangeDeadline = now.AddDays(110),
            AdmittedDomains = "bund.de\nland.example",
            ContactEmail = "kongress@land.example",
            IsCurrent = true,
        };
        conference.SetDays(
        [
            new ConferenceDay { Date = new DateOnly(2027, 3, 27), DoorsOpenAt = new(9, 30), StartsAt = new(11, 0), EndsAt = new(18, 0), EveningStartsAt = new(19, 0) },
            new ConferenceDay { Date = new DateOnly(2027, 3, 28), DoorsOpenAt = new(8, 30), StartsAt = new(9, 0), EndsAt = new(13, 30) },
        ]);
        return conference;
    }

    public static Submission Submission(string email, string givenName = "Ayşe", string familyName = "Şahin") => new(
        Guid.CreateVersion7(),
        email,
        new Person { GivenName = givenName, FamilyName = familyName, Organisation = "Stadt Köln", Level = AdministrativeLevel.Kommune, Land = Land.NordrheinWestfalen },
        new Attendance { Day1 = true, Day2 = true, Evening = true },
        null,
        Language.German);
}
