using System.Text;
using Kongress.Programme.Formats;

namespace Kongress.Programme.Imports;

/// <summary>Brings foreign text into the form in which it is stored, and present text into the form in which a file would bring it back.</summary>
internal static class ImportText
{
    private static readonly char[] Breaks = ['\r', '\n'];

    /// <summary>Text of several lines: clean, composed, trimmed, at most so long.</summary>
    public static string Of(string? text, int length)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        // Cut before composing: that takes quadratic time where somebody piles up accents.
        var clean = CleanText.Of(Cut(text.Trim(), 2 * length)).Normalize(NormalizationForm.FormC).Trim();
        return Cut(clean, length).TrimEnd();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string? text, int length)
    {
        if (text is null || text.IndexOfAny(Breaks) < 0) return Of(text, length);
        return Of(string.Join(' ', Cut(text.Trim(), 4 * length).Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), length);
    }

    /// <summary>Whether <see cref="Of"/> leaves something out.</summary>
    public static bool IsTooLong(string? text, int length) => text is not null && text.Length > length && CleanText.Of(Cut(text.Trim(), 4 * length)).Trim().Length > length;

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
