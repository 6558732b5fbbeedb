using System.Globalization;

namespace Kongress.Shared;

/// <summary>The languages that attendees and speakers see.</summary>
public static class Language
{
    public const string German = "de";
    public const string English = "en";

    /// <summary>The language of the current request or job.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : German;

    /// <summary>Writes what follows in the language of its reader, until disposed. Dates and numbers follow too.</summary>
    public static IDisposable Use(string language)
    {
        var scope = new Scope(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == English ? "en" : "de");
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == English ? "en-GB" : "de-DE");
        return scope;
    }

    private sealed class Scope(CultureInfo culture, CultureInfo uiCulture) : IDisposable
    {
        public void Dispose()
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = uiCulture;
        }
    }
}
