using System.Globalization;
using System.Text.RegularExpressions;

namespace Kongress.Programme;

/// <summary>Whether a colour can be seen where the programme shows it: as a sign on white.</summary>
public static partial class TrackColour
{
    /// <summary>WCAG 2.2, 1.4.11: what a sign needs to its ground.</summary>
    public const double LeastContrast = 3;

    /// <summary>"#2044aa"; null: it is no colour of six hexadecimal digits.</summary>
    public static string? Read(string? typed) => typed is not null && Pattern().IsMatch(typed) ? typed.ToLowerInvariant() : null;

    /// <summary>Contrast to white by WCAG, from 1 (white) to 21 (black).</summary>
    public static double ToWhite(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 1.05 / (0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5) + 0.05);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
