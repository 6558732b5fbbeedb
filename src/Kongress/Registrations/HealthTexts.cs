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

    /// <summary>The name of one single need.</summary>
    public static string Name(IStringLocalizer<Texts> text, Assistance need) => need switch
    {
        Assistance.None => text["Keine"],
        Assistance.WheelchairPlace => text["Rollstuhlplatz"],
        Assistance.SignLanguage => text["Dolmetschen in Deutsche Gebärdensprache"],
        Assistance.SpeechToText => text["Schriftdolmetschen"],
        Assistance.HearingLoop => text["Induktive Höranlage"],
        Assistance.Companion => text["Begleitperson oder Assistenz (kostenfrei, eigenes Namensschild)"],
        Assistance.AssistanceDog => text["Assistenzhund"],
        Assistance.DocumentsInAdvance => text["Unterlagen vorab in digitaler Form"],
        Assistance.QuietRoom => text["Ruheraum"],
        Assistance.Parking => text["Parkplatz für Menschen mit Behinderung"],
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "One need at a time."),
    };
}
