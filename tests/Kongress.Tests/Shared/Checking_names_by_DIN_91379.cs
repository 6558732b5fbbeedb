using System.Text;
using CsCheck;
using Kongress.Shared;

namespace Kongress.Tests.Shared;

public sealed class Checking_names_by_DIN_91379
{
    private static readonly string[] Everything = Din91379.UnitsOf(Din91379Type.E).ToArray();

    /// <summary>Any UTF-16, lone surrogates too, mixed with what the standard knows, accents and emoji.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Int[0, 0xFFFF].Select(unit => ((char)unit).ToString()),
        Gen.Int[0x0300, 0x0331].Select(accent => ((char)accent).ToString()),
        Gen.OneOf("😀", "👩‍👩‍👧", " ", "\u00A0", "\u2011", "\u202E", "\u0000", "q\u0303", "A\u030A"),
        Gen.Int[0, Everything.Length - 1].Select(i => Everything[i])).Array[0, 40].Select(string.Concat);

    private static readonly Gen<Din91379Type> AnyType = Gen.Enum<Din91379Type>();

    [Theory]
    [InlineData("Ayşe Şahin")]
    [InlineData("Jean-Luc O'Neill")]
    [InlineData("Đặng Thị Hồng")]
    [InlineData("Groß, Dr. ẞ")]
    [InlineData("C\u0328\u0306 n\u0302 K\u035FH k\u035Fh Ạ\u0308")]
    [InlineData("ŉ Ŀ ḗ")]
    [InlineData("")]
    public void A_name_of_letters_and_sequences_passes_unchanged(string name) =>
        Assert.Equal(name, Din91379.Check(name, Din91379Type.A).Value);

    [Theory]
    [InlineData(" \t Anna \u00A0  Maria\n", "Anna Maria")]
    [InlineData("Müller\u2010Lü\u2011denscheidt", "Müller-Lü-denscheidt")]
    [InlineData("S\u0327ahin Mu\u0308ller", "Şahin Müller")]
    [InlineData("\u212Bse", "Åse")]
    [InlineData("\u00A0", "")]
    [InlineData(null, "")]
    public void What_people_paste_is_tidied(string? typed, string stored) =>
        Assert.Equal(stored, Din91379.Check(typed, Din91379Type.A).Value);

    [Theory]
    [InlineData("Anna😀", "😀", "U+1F600", 5)]
    [InlineData("  Anna\u00A0 2", "2", "U+0032", 6)]
    [InlineData("Anq\u0303a", "q\u0303", "U+0071 U+0303", 3)]
    [InlineData("S\u0327q\u0303", "q\u0303", "U+0071 U+0303", 2)]
    [InlineData("K\u035Fh\u0300", "h\u0300", "U+0068 U+0300", 1)]
    [InlineData("\u0303a", "\u25CC\u0303", "U+0303", 1)]
    [InlineData("Max–Moritz", "–", "U+2013", 4)]
    [InlineData("Дмитрий", "Д", "U+0414", 1)]
    [InlineData("👩‍👩‍👧", "👩‍👩\u200D", "U+1F469 U+200D U+1F469 U+200D", 1)]
    public void The_first_offending_character_is_shown_with_its_place(string name, string offending, string codePoint, int position)
    {
        var result = Din91379.Check(name, Din91379Type.A);

        Assert.Null(result.Value);
        Assert.Equal((offending, codePoint, position, false), (result.Offending, result.CodePoint, result.Position, result.IsInvisibleCharacter));
    }

    [Theory]
    [InlineData("An\u200Bna", "U+200B", 3)]
    [InlineData("An\u00ADna", "U+00AD", 3)]
    [InlineData("\u202Eanna", "U+202E", 1)]
    [InlineData("An\u0000na", "U+0000", 3)]
    [InlineData("An\tna", "U+0009", 3)]
    [InlineData("An\r\nna", "U+000D U+000A", 3)]
    [InlineData("An\uFE0Fna", "U+FE0F", 3)]
    public void A_character_that_cannot_be_seen_is_named(string name, string codePoint, int position)
    {
        var result = Din91379.Check(name, Din91379Type.A);

        Assert.Equal((codePoint, codePoint, position, true), (result.Offending, result.CodePoint, result.Position, result.IsInvisibleCharacter));
    }

    [Fact]
    public void A_lone_surrogate_is_named_unless_something_before_it_offends()
    {
        Assert.Equal(("U+D83D", 3), CodePointAndPosition("An\uD83D"));
        Assert.Equal(("U+DE00", 3), CodePointAndPosition("An\uDE00na"));
        Assert.Equal(("U+0032", 1), CodePointAndPosition("2\uD83D"));

        static (string?, int) CodePointAndPosition(string name)
        {
            var result = Din91379.Check(name, Din91379Type.A);
            return (result.CodePoint, result.Position);
        }
    }

    /// <summary>The samples of the standard's own groups: which types allow what.</summary>
    [Theory]
    [InlineData("’ ẞ", "ABCDE")]
    [InlineData("7 & / ( ) @ € § \" <", "BCDE")]
    [InlineData("¼", "CDE")]
    [InlineData("„ “ …", "DE")]
    [InlineData("Ω", "DE")]
    [InlineData("Д", "E")]
    [InlineData("a\nb", "E")]
    [InlineData("a\tb", "E")]
    [InlineData("–", "")]
    [InlineData("•", "")]
    [InlineData("a\u00ADb", "")]
    [InlineData("😀", "")]
    public void Each_type_allows_its_own_signs(string text, string types) =>
        Assert.Equal(types, string.Concat(Enum.GetValues<Din91379Type>().Where(type => Din91379.Check(text, type).IsAllowed)));

    [Fact]
    public void Every_unit_passes_alone_and_between_letters()
    {
        foreach (var type in Enum.GetValues<Din91379Type>())
        {
            var refused = Din91379.UnitsOf(type).Where(unit => !Din91379.Check($"a{unit}a", type).IsAllowed).ToArray();

            // C is one line here: its tabulator and line ends are refused, its no-break space has become a space.
            Assert.Equal(type == Din91379Type.C ? ["\t", "\n", "\r"] : [], refused.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_text_makes_it_throw_and_what_it_allows_is_composed_and_stays() => Gen.Select(AnyText, AnyType).Sample((text, type) =>
    {
        var result = Din91379.Check(text, type);
        if (!result.IsAllowed)
            return result.Position > 0 && result.Offending.Length > 0 && result.CodePoint.StartsWith("U+", StringComparison.Ordinal);

        return result.Value.IsNormalized(NormalizationForm.FormC)
            && result.Value.Trim() == result.Value
            && Din91379.Check(result.Value, type).Value == result.Value
            && !result.Value.Any(char.IsSurrogate);
    });

    [Fact]
    public void Every_single_UTF_16_unit_is_answered_and_910_less_the_sequences_pass()
    {
        var allowed = Enumerable.Range(0, 0x10000).Select(unit => $"x{(char)unit}x").Where(text => Din91379.Check(text, Din91379Type.E).Value == text);

        // U+00A0 has become a space.
        Assert.Equal(910 - 149 - 1, allowed.Count());
    }

    [Fact]
    public void Units_in_any_order_pass() =>
        Gen.Int[0, Everything.Length - 1].Select(i => Everything[i]).Array[0, 30].Sample(units =>
            Din91379.Check(string.Concat(units), Din91379Type.E).IsAllowed);

    [Fact]
    public void A_hundred_thousand_characters_are_answered_too()
    {
        Assert.True(Din91379.Check(new string('a', 100_000), Din91379Type.A).IsAllowed);
        Assert.True(Din91379.Check(string.Concat(Enumerable.Repeat("C\u0328\u0306", 33_000)), Din91379Type.A).IsAllowed);
        Assert.True(Din91379.Check(new string(' ', 100_000), Din91379Type.A).IsAllowed);
        Assert.Equal(2, Din91379.Check("na" + string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000)), Din91379Type.A).Position);
        Assert.Equal(100_001, Din91379.Check(new string('a', 100_000) + "\uD800", Din91379Type.A).Position);
    }
}
