namespace Kongress.Shared;

/// <summary>Where in the state somebody works; steers contingents and statistics.</summary>
public enum AdministrativeLevel
{
    Bund,
    Land,
    Kommune,
    Wissenschaft,
    SonstigeOeffentlicheEinrichtung,
    Presse,

    /// <summary>Only invited, to exhibit: the congress is closed to companies.</summary>
    Unternehmen,
}

/// <summary>The sixteen Länder, in the order of their official keys 01 to 16.</summary>
public enum Land
{
    SchleswigHolstein = 1,
    Hamburg,
    Niedersachsen,
    Bremen,
    NordrheinWestfalen,
    Hessen,
    RheinlandPfalz,
    BadenWuerttemberg,
    Bayern,
    Saarland,
    Berlin,
    Brandenburg,
    MecklenburgVorpommern,
    Sachsen,
    SachsenAnhalt,
    Thueringen,
}

/// <summary>The German names of the values above, as people know them.</summary>
public static class PublicSector
{
    public static string Name(this AdministrativeLevel level) => level switch
    {
        AdministrativeLevel.Bund => "Bund",
        AdministrativeLevel.Land => "Land",
        AdministrativeLevel.Kommune => "Kommune",
        AdministrativeLevel.Wissenschaft => "Wissenschaft und Forschung",
        AdministrativeLevel.SonstigeOeffentlicheEinrichtung => "Sonstige öffentliche Einrichtung",
        AdministrativeLevel.Presse => "Presse",
        AdministrativeLevel.Unternehmen => "Unternehmen",
    };

    /// <summary>Whether somebody of this level belongs to a Land and is asked which.</summary>
    public static bool BelongsToALand(this AdministrativeLevel level) => level is AdministrativeLevel.Land or AdministrativeLevel.Kommune;

    public static string Name(this Land land) => land switch
    {
        Land.SchleswigHolstein => "Schleswig-Holstein",
        Land.Hamburg => "Hamburg",
        Land.Niedersachsen => "Niedersachsen",
        Land.Bremen => "Bremen",
        Land.NordrheinWestfalen => "Nordrhein-Westfalen",
        Land.Hessen => "Hessen",
        Land.RheinlandPfalz => "Rheinland-Pfalz",
        Land.BadenWuerttemberg => "Baden-Württemberg",
        Land.Bayern => "Bayern",
        Land.Saarland => "Saarland",
        Land.Berlin => "Berlin",
        Land.Brandenburg => "Brandenburg",
        Land.MecklenburgVorpommern => "Mecklenburg-Vorpommern",
        Land.Sachsen => "Sachsen",
        Land.SachsenAnhalt => "Sachsen-Anhalt",
        Land.Thueringen => "Thüringen",
    };
}
