using System.Globalization;
using System.Text;

namespace Kongress.Shared;

/// <summary>Text as it is searched: upper case, letters and digits in words separated by one space. Takes any text, never throws.</summary>
/// <remarks>
/// DIN 91379 gives each of its Latin letters a search form of A–Z (Ä→AE, Ø→OE, ß→SS, ı→I, Ş→S). Stored beside it is the form without accents,
/// because "Özil" is typed as OEZIL and as OZIL. Collations are not used: they differ between databases.
/// Letters of other scripts stay, without accents. An apostrophe and its kin join (O'Brien → OBRIEN), everything else separates.
/// </remarks>
public static class SearchForm
{
    /// <summary>Most UTF-16 units that <see cref="Index"/> returns; a column of 2000 then has room for a mail address beside it.</summary>
    public const int MaxLength = 1700;

    // Longer words are found by their beginning; both sides are cut alike.
    private const int WordLength = 60;

    // A person types a name and an organisation; more words would only make the query slow.
    private const int MostQueryWords = 8;

    // Apostrophes, primes, clicks and middle dots: group N1 of DIN 91379 without space, comma, hyphen, full stop, and what is typed for them.
    private const string Joiners = "'`~¨´·ʹʺʾʿˈˌ’‡‘ʼ′";

    /// <summary>The normative search form: "Müller-Lüdenscheidt" → "MUELLER LUEDENSCHEIDT".</summary>
    public static string Of(string? text) => Words(text, normative: true, joined: true);

    /// <summary>The form without accents: "Müller-Lüdenscheidt" → "MULLER LUDENSCHEIDT". ß is SS here too, Æ is AE, Ø is O.</summary>
    public static string Plain(string? text) => Words(text, normative: false, joined: true);

    /// <summary>What to store: each word once in every form, each after a space (" OEZIL OZIL"), so that <c>Contains(" " + word)</c> finds beginnings.</summary>
    /// <param name="parts">Most important first: what does not fit into <see cref="MaxLength"/> is left out by whole words.</param>
    public static string Index(params string?[] parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = new StringBuilder();
        foreach (var part in parts)
        {
            // With the apostrophe as separator too: d'Alembert is also found as "alembert".
            string[] forms = [Of(part), Plain(part), Words(part, normative: true, joined: false), Words(part, normative: false, joined: false)];
            foreach (var word in forms.SelectMany(Split))
            {
                if (seen.Add(word) && index.Length + 1 + word.Length <= MaxLength) index.Append(' ').Append(word);
            }
        }

        return index.ToString();
    }

    /// <summary>The words to look for, all of which must be found in the <see cref="Index"/>: <c>r.Search.Contains(" " + word)</c>.</summary>
    /// <returns>At most eight; empty when the text holds no letter or digit. Words never hold a LIKE wildcard.</returns>
    public static IReadOnlyList<string> Query(string? text) => Split(Of(text)).Distinct().Take(MostQueryWords).ToList();

    private static IEnumerable<string> Split(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length <= WordLength ? word : Cut(word));

    private static string Cut(string word) => word[..(char.IsHighSurrogate(word[WordLength - 1]) ? WordLength - 1 : WordLength)];

    private static string Words(string? text, bool normative, bool joined)
    {
        var words = new StringBuilder(text?.Length + 8 ?? 0);
        var carrier = ' ';
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsJoiner(rune))
            {
                if (!joined) Separate(words);
                carrier = ' ';
            }
            else if (rune.IsAscii || rune.Value == 0xFFFE)
            {
                // ASCII is decomposed already; on U+FFFE Normalize throws.
                Append(words, rune, normative, ref carrier);
            }
            else
            {
                // One by one: normalising a whole text takes quadratic time when somebody piles up accents.
                foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
                    Append(words, part, normative, ref carrier);
            }
        }

        if (words.Length > 0 && words[^1] == ' ') words.Length--;
        return words.ToString();
    }

    /// <param name="carrier">The letter written last, if a diaeresis or ring on it would be written out (AE, OE, UE, AA); else a space.</param>
    private static void Append(StringBuilder words, Rune rune, bool normative, ref char carrier)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                if (IsJoiner(rune)) break;
                var upper = Rune.ToUpperInvariant(rune);
                words.Append(Letter(upper, normative) ?? upper.ToString());
                carrier = normative && upper.Value is 'A' or 'O' or 'U' ? (char)upper.Value : ' ';
                break;
            case UnicodeCategory.DecimalDigitNumber:
                words.Append((int)Rune.GetNumericValue(rune));
                carrier = ' ';
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                var written = (carrier, rune.Value) switch { ('A' or 'O' or 'U', 0x0308) => 'E', ('A', 0x030A) => 'A', _ => ' ' };
                if (written == ' ') break;
                words.Append(written);
                carrier = ' ';
                break;
            case UnicodeCategory.Format:
                break; // soft hyphens, bidi controls: not there for a reader
            default:
                if (!IsJoiner(rune)) Separate(words); // the dot of Ŀ appears only when it is decomposed
                carrier = ' ';
                break;
        }
    }

    /// <summary>Letters that do not decompose into a basic letter and accents; all others do.</summary>
    private static string? Letter(Rune upper, bool normative) => upper.Value switch
    {
        'Æ' => "AE",
        'Ð' or 'Đ' => "D",
        'Ø' => normative ? "OE" : "O",
        'Þ' => "TH",
        'Ħ' => "H",
        'ı' or 'Ɨ' => "I",
        'ĸ' => "K",
        'Ł' => "L",
        'Ŋ' => "N",
        'Œ' => "OE",
        'ß' or 'ẞ' => "SS",
        'Ŧ' => "T",
        'Ƈ' => "C",
        'Ə' => "E",
        'Ʒ' => "Z",
        'Ǥ' => "G",
        _ => null,
    };

    private static bool IsJoiner(Rune rune) => rune.IsBmp && Joiners.Contains((char)rune.Value, StringComparison.Ordinal);

    private static void Separate(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
    }
}
