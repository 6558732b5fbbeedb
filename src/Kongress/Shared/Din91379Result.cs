using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Kongress.Shared;

/// <summary>The answer of <see cref="Din91379.Check"/>: a normalised value, or the first thing that is not allowed.</summary>
public sealed record Din91379Result
{
    private const int MostShown = 4;

    private Din91379Result()
    {
    }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Offending), nameof(CodePoint))]
    public bool IsAllowed => Value is not null;

    /// <summary>The value to store (NFC, trimmed); null when refused. Allowed values hold no surrogates: a UTF-16 unit is a code point.</summary>
    public string? Value { get; private init; }

    /// <summary>What a person reads as the offending character: itself with its accents, or its code point name where nothing would be seen.</summary>
    public string? Offending { get; private init; }

    /// <summary>True when <see cref="Offending"/> is a code point name because the character cannot be seen (control, bidi, lone surrogate …).</summary>
    public bool IsInvisibleCharacter { get; private init; }

    /// <summary>Code points of what is offending, such as "U+1F600" or "U+0071 U+0303"; at most four.</summary>
    public string? CodePoint { get; private init; }

    /// <summary>1-based, counted in visible characters of the tidied input (a letter with its accents is one); 0 when allowed.</summary>
    public int Position { get; private init; }

    internal static Din91379Result Allowed(string value) => new() { Value = value };

    internal static Din91379Result Refused(ReadOnlySpan<char> rest, int position)
    {
        var element = rest[..StringInfo.GetNextTextElementLength(rest)];
        var names = new List<string>(MostShown);
        var shown = new StringBuilder();
        var invisible = false;
        while (!element.IsEmpty && names.Count < MostShown)
        {
            // A lone surrogate has no rune; it is named by its own number.
            var sound = Rune.DecodeFromUtf16(element, out var rune, out var used) == System.Buffers.OperationStatus.Done;
            if (names.Count == 0)
            {
                invisible = !sound || IsInvisible(rune);
                if (IsAccent(rune)) shown.Append('\u25CC'); // the dotted circle carries an accent that stands alone
            }

            names.Add("U+" + (sound ? rune.Value : element[0]).ToString("X4", CultureInfo.InvariantCulture));
            shown.Append(element[..used]);
            element = element[used..];
        }

        var codePoint = string.Join(' ', names);
        return new()
        {
            CodePoint = codePoint,
            Offending = invisible ? codePoint : shown.ToString(),
            IsInvisibleCharacter = invisible,
            Position = position,
        };
    }

    /// <summary>Characters that a message must name because they are not seen or would reorder the message itself.</summary>
    internal static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x034F or 0x3164 or 0xFFA0 or (>= 0x115F and <= 0x1160) or (>= 0x180B and <= 0x180F)
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsAccent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
