using Kongress.Conferences;
using Kongress.Shared;

namespace Kongress.Database.Demo;

/// <summary>A congress modelled on the 12th IT-Planungskongress in Düsseldorf.</summary>
internal static class DemoConference
{
    /// <param name="firstDay">The day on which the demo congress begins.</param>
    public static Conference Create(DateOnly firstDay, int capacity)
    {
        var time = new ConferenceTime("Europe/Berlin");
        var conference = new Conference
        {
            Number = 12,
            Name = "12. IT-Planungskongress",
            Motto = "Gemeinsam Handeln, digital Wandeln – Am Puls der Transformation",
            HostLand = Land.NordrheinWestfalen,
            Host = "Ministerium für Heimat, Kommunales, Bau und Digitalisierung des Landes Nordrhein-Westfalen",
            VenueName = "Rheinterrasse Düsseldorf",
            VenueAddress = "Joseph-Beuys-Ufer 33\n40479 Düsseldorf",
            Directions = """
                **Mit Bus und Bahn:** U78 oder U79 bis Haltestelle *Nordstraße*, von dort zehn Minuten zu Fuß zum Rheinufer.

                **Mit dem Auto:** Parkhaus *Tonhalle/Ehrenhof*. Plätze für Menschen mit Behinderung sind am Haupteingang; bitte melden Sie sich vorher an.

                **Barrierefreiheit:** Alle Säle sind stufenlos erreichbar, im Rheingoldsaal gibt es eine induktive Höranlage.
                """,
            Welcome = """
                Zwei Tage, ein Ziel: Verwaltung, die digital funktioniert. Bund, Länder, Kommunen und Wissenschaft kommen zusammen,
                um voneinander zu lernen, um zu streiten und um gemeinsam zu entscheiden, was als Nächstes kommt.
                """,
            TimeZone = "Europe/Berlin",
            Capacity = capacity,
            RegistrationOpensAt = time.Instant(firstDay.AddDays(-100), new TimeOnly(9, 0)),
            RegistrationClosesAt = time.Instant(firstDay.AddDays(-3), new TimeOnly(18, 0)),
            ChangeDeadline = time.Instant(firstDay.AddDays(-2), new TimeOnly(12, 0)),
            AdmittedDomains = "bund.example\nfitko.example\ndataport.example\n" + string.Join('\n', Enum.GetValues<Land>().Select(land => SearchForm.Of(land.Name()).ToLowerInvariant().Replace(' ', '-') + ".example")),
            ContactEmail = "kongress@nordrhein-westfalen.example",
            ContactPhone = "0211 1234-0",
            AccessibilityContactName = "Büro für Teilhabe, Martina Köhler",
            AccessibilityContactEmail = "teilhabe@nordrhein-westfalen.example",
            AccessibilityContactPhone = "0211 1234-56",
            InterpretersOrderBy = firstDay.AddDays(-28),
            IsCurrent = true,
        };
        conference.SetDays(
        [
            new ConferenceDay { Date = firstDay, DoorsOpenAt = new(9, 30), StartsAt = new(11, 0), EndsAt = new(18, 0), EveningStartsAt = new(19, 0) },
            new ConferenceDay { Date = firstDay.AddDays(1), DoorsOpenAt = new(8, 30), StartsAt = new(9, 0), EndsAt = new(13, 30) },
        ]);
        ConferenceDefaults.Fill(conference);
        return conference;
    }

    /// <summary>The first day of a stage, seen from the day of the start.</summary>
    public static DateOnly FirstDay(DemoStage stage, DateOnly today) => stage switch
    {
        // In March or not, the congress is held from Wednesday to Thursday.
        DemoStage.Open => Wednesday(today.AddDays(70)),
        DemoStage.Planned => today.AddDays(9),
        DemoStage.Running or DemoStage.None => today,
        DemoStage.Over => today.AddDays(-7),
    };

    private static DateOnly Wednesday(DateOnly day) => day.AddDays(((int)DayOfWeek.Wednesday - (int)day.DayOfWeek + 7) % 7);
}
