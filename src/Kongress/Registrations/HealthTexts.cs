using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Registrations;

/// <summary>Words for diet and assistance.</summary>
public static class HealthTexts
{
    public static string Name(IStringLocalizer<Texts> text, Diet diet) => diet switch
    {
        Diet.NoAnswer => text["Keine Angabe"],
        Diet.Vegetarian => text["Vegetarisch"],
        Diet.Vegan => text["Vegan"],
        Diet.Halal => text["Halal"],
        Diet.Kosher => text["Koscher"],
        Diet.GlutenFree => text["Glutenfrei"],
        Diet.LactoseFree => text["Laktosefrei"],
        Diet.Other => text["Anderes"],
    };

    /// <summary>The name of one single need in German, as organisers read it.</summary>
    public static string Name(this Assistance need) => need switch
    {
        Assistance.None => "Keine",
        Assistance.WheelchairPlace => "Rollstuhlplatz",
        Assistance.SignLanguage => "Dolmetschen in Deutsche Gebärdensprache",
        Assistance.SpeechToText => "Schriftdolmetschen",
        Assistance.HearingLoop => "Induktive Höranlage",
        Assistance.Companion => "Begleitperson oder Assistenz (kostenfrei, eigenes Namensschild)",
        Assistance.AssistanceDog => "Assistenzhund",
        Assistance.DocumentsInAdvance => "Unterlagen vorab in digitaler Form",
        Assistance.QuietRoom => "Ruheraum",
        Assistance.Parking => "Parkplatz für Menschen mit Behinderung",
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "One need at a time."),
    };

    /// <summary>The name of one single need in the language of the reader.</summary>
    public static string Name(IStringLocalizer<Texts> text, Assistance need) => text[need.Name()];
}
