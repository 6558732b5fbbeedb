using System.Text;

namespace Kongress.Web.Hosting;

/// <summary>Brings typed text into the stored form: NFC, without control characters and blanks around it.</summary>
internal static class Clean
{
    public static string Line(string? typed) => Text(typed).ReplaceLineEndings(" ");

    public static string Text(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "";
        // Rune by rune: a lone surrogate, which Normalize would throw on, becomes a replacement character.
        var runes = typed.ReplaceLineEndings("\n").EnumerateRunes()
            .Where(rune => rune.Value is '\n' or '\t' || !Rune.IsControl(rune) && rune.Value != 0xFFFE && rune.Value != 0xFFFF);
        return string.Concat(runes).Normalize().Trim();
    }
}
