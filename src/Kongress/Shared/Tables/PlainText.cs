using System.Text;

namespace Kongress.Shared.Tables;

/// <summary>Finds out in which encoding a text is.</summary>
internal static class PlainText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>By its mark, else UTF-8, else the old Western one of Windows. Null: no text at all.</summary>
    /// <param name="isOld">It was the last of these, which may be a guess.</param>
    public static string? Decode(byte[] bytes, out bool isOld)
    {
        isOld = false;
        var content = bytes.AsSpan();
        string text;
        if (content.StartsWith(Encoding.UTF8.Preamble)) text = Encoding.UTF8.GetString(content[3..]);
        else if (content.StartsWith(Encoding.Unicode.Preamble)) text = Encoding.Unicode.GetString(content[2..]);
        else if (content.StartsWith(Encoding.BigEndianUnicode.Preamble)) text = Encoding.BigEndianUnicode.GetString(content[2..]);
        else text = Guess(bytes, out isOld);
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    private static string Guess(byte[] bytes, out bool isOld)
    {
        try
        {
            isOld = false;
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            isOld = true;
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
