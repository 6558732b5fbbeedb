using System.Text;

namespace Kongress.Programme.Formats;

/// <summary>Text without what other formats cannot carry: control characters but for line ends and tabs, lone surrogates, non-characters.</summary>
public static class CleanText
{
    public static string Of(string text)
    {
        var isClean = true;
        foreach (var c in text) isClean &= c is '\n' or '\t' || (c >= ' ' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF' or '\u007F'));
        if (isClean) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (rune.Value >= ' ' && rune.Value is not (0x7F or 0xFFFD or 0xFFFE or 0xFFFF))) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
