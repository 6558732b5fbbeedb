using Kongress.Registrations;
using Kongress.Shared;

namespace Kongress.Database.Demo;

/// <summary>Invents people from all levels and Länder. Any likeness is chance; all addresses end in ".example".</summary>
internal sealed class DemoPeople(Random random)
{
    private readonly HashSet<string> addresses = new(StringComparer.Ordinal);

    public (Person Person, string Email) Next()
    {
        var level = Pick(Levels);
        Land? land = level.BelongsToALand() || level is AdministrativeLevel.Wissenschaft ? Pick(Lands) : null;
        var (organisation, domain) = Office(level, land);
        var given = Pick(GivenNames);
        var family = random.Next(12) == 0 ? $"{Pick(FamilyNames)}-{Pick(FamilyNames)}" : Pick(FamilyNames);
        var person = new Person
        {
            Title = random.Next(100) switch { < 11 => "Dr.", < 13 => "Prof. Dr.", _ => null },
            GivenName = given,
            FamilyName = family,
            Organisation = organisation,
            Function = random.Next(5) == 0 ? null : Pick(Functions),
            Level = level,
            Land = level.BelongsToALand() ? land : null,
        };
        return (person, Address(given, family, domain));
    }

    public Attendance Attendance(DateTimeOffset now)
    {
        var both = random.Next(100);
        return new Attendance
        {
            Day1 = both < 92,
            Day2 = both is < 78 or >= 92,
            Evening = random.Next(100) < 62,
            NoPhoto = random.Next(100) < 6,
            ListConsentAt = random.Next(100) < 55 ? now : null,
            PortraitConsentAt = random.Next(100) < 20 ? now : null,
        };
    }

    public HealthInput? Health() => random.Next(100) switch
    {
        < 14 => new HealthInput(Diet.Vegetarian, null, Assistance.None, null, "2026-11"),
        < 21 => new HealthInput(Diet.Vegan, null, Assistance.None, null, "2026-11"),
        < 24 => new HealthInput(Diet.Other, "Erdnussallergie", Assistance.None, null, "2026-11"),
        24 => new HealthInput(Diet.NoAnswer, null, Assistance.WheelchairPlace | Assistance.Parking, "Bitte einen Platz am Gang.", "2026-11"),
        25 => new HealthInput(Diet.NoAnswer, null, Assistance.SignLanguage, null, "2026-11"),
        26 => new HealthInput(Diet.GlutenFree, null, Assistance.HearingLoop, null, "2026-11"),
        _ => null,
    };

    private (string Organisation, string Domain) Office(AdministrativeLevel level, Land? land) => level switch
    {
        AdministrativeLevel.Bund => Pick(Federal),
        AdministrativeLevel.Land => (Pick(StateOffices) + " " + land!.Value.Name(), $"{Slug(land.Value.Name())}.example"),
        AdministrativeLevel.Kommune => Municipality(),
        AdministrativeLevel.Wissenschaft => Pick(Science),
        AdministrativeLevel.SonstigeOeffentlicheEinrichtung => Pick(Others),
        AdministrativeLevel.Unternehmen => ("Werkstatt für Formulare GmbH", "formulare.example"),
        AdministrativeLevel.Presse => ("Redaktion Verwaltung heute", "presse.example"),
    };

    private (string, string) Municipality()
    {
        var town = Pick(Towns);
        return random.Next(4) == 0 ? ($"Landkreis {town}", $"kreis-{Slug(town)}.example") : ($"Stadt {town}", $"{Slug(town)}.example");
    }

    private string Address(string given, string family, string domain)
    {
        var local = $"{Slug(given)}.{Slug(family)}";
        var address = $"{local}@{domain}";
        for (var i = 2; !addresses.Add(address); i++) address = $"{local}{i}@{domain}";
        return address;
    }

    private static string Slug(string text) => SearchForm.Of(text).ToLowerInvariant().Replace(' ', '-');

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    // Weighted by repetition: municipalities come in numbers, as the congress wants them to.
    private static readonly AdministrativeLevel[] Levels =
    [
        .. Enumerable.Repeat(AdministrativeLevel.Bund, 24), .. Enumerable.Repeat(AdministrativeLevel.Land, 38), .. Enumerable.Repeat(AdministrativeLevel.Kommune, 25),
        .. Enumerable.Repeat(AdministrativeLevel.Wissenschaft, 6), .. Enumerable.Repeat(AdministrativeLevel.SonstigeOeffentlicheEinrichtung, 6), AdministrativeLevel.Presse,
    ];

    private static readonly Land[] Lands = [.. Enum.GetValues<Land>(), Land.NordrheinWestfalen, Land.NordrheinWestfalen, Land.NordrheinWestfalen, Land.Bayern, Land.Hessen];

    private static readonly (string, string)[] Federal =
    [
        ("Bundesministerium des Innern", "bmi.bund.example"), ("Bundesministerium der Finanzen", "bmf.bund.example"), ("Informationstechnikzentrum Bund", "itzbund.bund.example"),
        ("Bundesverwaltungsamt", "bva.bund.example"), ("Bundesamt für Sicherheit in der Informationstechnik", "bsi.bund.example"), ("Bundesagentur für Arbeit", "arbeitsagentur.bund.example"),
        ("Statistisches Bundesamt", "destatis.bund.example"), ("Deutsche Rentenversicherung Bund", "drv.bund.example"),
    ];

    private static readonly string[] StateOffices =
    [
        "Staatskanzlei", "Ministerium für Digitalisierung", "Ministerium des Innern", "Ministerium der Finanzen", "Landesamt für Statistik", "Landesrechenzentrum", "Ministerium für Heimat, Kommunales, Bau und Digitalisierung",
    ];

    private static readonly (string, string)[] Science =
    [
        ("Fraunhofer-Institut für Offene Kommunikationssysteme FOKUS", "fraunhofer.example"), ("Hochschule für öffentliche Verwaltung", "hoev.example"),
        ("Universität Speyer", "uni-speyer.example"), ("Hertie School", "hertie.example"),
    ];

    private static readonly (string, string)[] Others =
    [
        ("FITKO – Föderale IT-Kooperation", "fitko.example"), ("Deutscher Städtetag", "staedtetag.example"), ("Deutscher Landkreistag", "landkreistag.example"),
        ("Kommunales Rechenzentrum Niederrhein", "krzn.example"), ("govdigital eG", "govdigital.example"), ("Dataport AöR", "dataport.example"),
    ];

    private static readonly string[] Towns =
    [
        "Köln", "Düsseldorf", "Münster", "Osnabrück", "Nürnberg", "Würzburg", "Lübeck", "Görlitz", "Gütersloh", "Dresden", "Erfurt", "Jena", "Kiel", "Bremerhaven", "Mannheim", "Tübingen",
        "Ulm", "Potsdam", "Cottbus", "Rostock", "Schwerin", "Magdeburg", "Halle (Saale)", "Mainz", "Trier", "Saarbrücken", "Kassel", "Fulda", "Göttingen", "Wolfsburg", "Aachen", "Bielefeld",
    ];

    private static readonly string[] Functions =
    [
        "Referatsleitung", "Referentin", "Referent", "Sachbearbeitung", "Abteilungsleitung", "CIO", "CDO", "Projektleitung OZG", "IT-Leitung", "Informationssicherheit", "Datenschutz", "Stabsstelle Digitalisierung", "Amtsleitung", "Beigeordnete", "Architekturmanagement",
    ];

    private static readonly string[] GivenNames =
    [
        "Anna", "Ayşe", "Björn", "Carla", "Çağla", "Daniel", "Dörte", "Elif", "Emre", "Eva", "Fatma", "Felix", "François", "Friederike", "Georg", "Günther", "Hannah", "Heike", "Ingo", "Ines", "Jana", "Jens", "Jörg", "Jürgen",
        "Karin", "Katharina", "Kemal", "Lars", "Lena", "Łukasz", "Maike", "Malte", "María", "Markus", "Martina", "Mehmet", "Michaela", "Miloš", "Nele", "Nguyễn", "Nico", "Ömer", "Olga", "Paul", "Petra", "Ralf", "Renée", "Sabine",
        "Sandra", "Saša", "Sebastian", "Sören", "Stefanie", "Sven", "Tanja", "Thomas", "Tomáš", "Ulrike", "Uwe", "Vera", "Wiebke", "Yasemin", "Zoë",
    ];

    private static readonly string[] FamilyNames =
    [
        "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Schäfer", "Koch", "Bauer", "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Krüger", "Hartmann",
        "Lange", "Werner", "Krause", "Lehmann", "Köhler", "Maier", "König", "Huber", "Kaiser", "Fuchs", "Peters", "Lang", "Scholz", "Möller", "Weiß", "Jung", "Hahn", "Vogel", "Friedrich", "Günther", "Keller", "Böhm", "Şahin", "Özil", "Yılmaz",
        "Öztürk", "Kılıç", "Nowak", "Wójcik", "Kowalčík", "Dvořák", "Horváth", "Nguyễn", "O’Brien", "García", "Ivanović", "Þórsdóttir", "Groß", "Großmann", "Strauß", "van der Berg", "von Arnim", "d’Angelo", "Bräuer", "Häußler",
    ];
}
