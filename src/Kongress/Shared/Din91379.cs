using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kongress.Shared;

/// <summary>The data types of DIN 91379:2022-08 (String.Latin+), which authorities must support since 2024-11-01.</summary>
public enum Din91379Type
{
    /// <summary>Names of people: Latin letters, space, hyphen, apostrophes, full stop, comma. No digits.</summary>
    A,

    /// <summary>Streets, places, titles, functions: A and digits and common signs such as &amp; / ( ) @ €.</summary>
    B,

    /// <summary>Organisations: B and six signs more. One line here: the line ends and tabulator of the standard's type C are refused.</summary>
    C,

    /// <summary>C in one line, and Greek letters, typographic quotation marks, superscripts.</summary>
    D,

    /// <summary>Everything the standard knows: D, Cyrillic letters, line ends and tabulator.</summary>
    E,
}

/// <summary>Checks text against DIN 91379. For names and addresses only, never for titles or free text: an en dash is in none of its types.</summary>
/// <remarks>What passes may still hold &lt; and &gt; (from type B on): the check replaces no encoding of output.</remarks>
public static class Din91379
{
    // Every unit has at most three code points even when decomposed. Longer runs of accents are refused before they are normalised:
    // canonical ordering takes quadratic time on them.
    private const int MostMarks = 8;

    private static readonly Dictionary<string, Din91379Groups>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Din91379Table.Units.GetAlternateLookup<ReadOnlySpan<char>>();

    // The two typographic hyphens that word processors put in, and the no-break space.
    private static readonly SearchValues<char> Replaced = SearchValues.Create("\u00A0\u2010\u2011");

    /// <summary>Trims, turns no-break spaces and typographic hyphens into plain ones, several spaces into one, composes (NFC), then checks.</summary>
    /// <param name="input">Anything; null counts as empty, and empty is allowed.</param>
    /// <returns>The normalised value, or what is not allowed. Never throws.</returns>
    public static Din91379Result Check(string? input, Din91379Type type)
    {
        var text = Tidy(input ?? "");
        var sound = SoundLength(text);
        var value = text[..sound].Normalize(NormalizationForm.FormC);
        var groups = GroupsOf(type) & ~(type == Din91379Type.C ? Din91379Groups.N4 : Din91379Groups.None);

        var position = 1;
        var last = 0;
        for (var at = 0; at < value.Length; position++)
        {
            var length = UnitLength(value.AsSpan(at), groups);
            if (length == 0)
            {
                // An accent is shown together with the letter that it may not stand on.
                var accent = at > 0 && IsMark(CategoryAt(value, at)) && !Din91379Result.IsInvisible(RuneAt(value, at));
                if (!accent) return Din91379Result.Refused(value.AsSpan(at), position);
                var letter = at - 1;
                while (IsMark(CategoryAt(value, letter)) && letter > last) letter--;
                return Din91379Result.Refused(value.AsSpan(letter), position - 1);
            }

            last = at;
            at += length;
        }

        return sound == text.Length ? Din91379Result.Allowed(value) : Din91379Result.Refused(text.AsSpan(sound), position);
    }

    /// <summary>The units (letters, sequences, signs) of a type as the standard lists them: C with its four characters of group N4.</summary>
    public static IEnumerable<string> UnitsOf(Din91379Type type)
    {
        var groups = GroupsOf(type);
        return Din91379Table.Units.Where(unit => groups.HasFlag(unit.Value)).Select(unit => unit.Key);
    }

    private static Din91379Groups GroupsOf(Din91379Type type)
    {
        const Din91379Groups a = Din91379Groups.Letters | Din91379Groups.N1;
        const Din91379Groups b = a | Din91379Groups.N2;
        return type switch
        {
            Din91379Type.A => a,
            Din91379Type.B => b,
            Din91379Type.C => b | Din91379Groups.N3 | Din91379Groups.N4,
            Din91379Type.D => b | Din91379Groups.N3 | Din91379Groups.Greek | Din91379Groups.E1,
            Din91379Type.E => b | Din91379Groups.N3 | Din91379Groups.N4 | Din91379Groups.Greek | Din91379Groups.Cyrillic | Din91379Groups.E1,
        };
    }

    private static int UnitLength(ReadOnlySpan<char> rest, Din91379Groups groups)
    {
        for (var length = Math.Min(3, rest.Length); length > 0; length--)
        {
            if (Lookup.TryGetValue(rest[..length], out var group) && groups.HasFlag(group)) return length;
        }

        return 0;
    }

    private static string Tidy(string input)
    {
        if (input.AsSpan().ContainsAny(Replaced))
            input = input.Replace('\u00A0', ' ').Replace('\u2010', '-').Replace('\u2011', '-');
        input = input.Trim();
        if (!input.Contains("  ", StringComparison.Ordinal)) return input;

        var tidy = new StringBuilder(input.Length);
        foreach (var c in input)
        {
            if (c != ' ' || tidy[^1] != ' ') tidy.Append(c);
        }

        return tidy.ToString();
    }

    /// <summary>How much of the text can be normalised: up to the first lone surrogate, U+FFFE or letter with too many accents.</summary>
    private static int SoundLength(string text)
    {
        var start = 0;
        var marks = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || rune.Value == 0xFFFE) return at; // Normalize throws on both
            if (!IsMark(Rune.GetUnicodeCategory(rune))) (start, marks) = (at, 0);
            else if (++marks > MostMarks) return start;
            at += rune.Utf16SequenceLength;
        }

        return text.Length;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static UnicodeCategory CategoryAt(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at);

    private static Rune RuneAt(string text, int at) => Rune.GetRuneAt(text, at);
}
