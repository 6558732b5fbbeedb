using CsCheck;
using Kongress.Shared;

namespace Kongress.Tests.Shared;

public sealed class Searching_names
{
    private static readonly Gen<string> AnyText =
        Gen.OneOf(
            Gen.Int[0, 0xFFFF].Select(unit => ((char)unit).ToString()),
            Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32),
            Gen.OneOf("ä", "u\u0308", "Å", "o'", "-", " ", "%", "_", "[", "ß", "İ", "ı", "7")).Array[0, 30].Select(string.Concat);

    [Theory]
    [InlineData("Äpfel Öl Übung Straße ẞ", "AEPFEL OEL UEBUNG STRASSE SS", "APFEL OL UBUNG STRASSE SS")]
    [InlineData("Sørensen Åse Ærø", "SOERENSEN AASE AEROE", "SORENSEN ASE AERO")]
    [InlineData("Łukasz Þór Đorđe", "LUKASZ THOR DORDE", "LUKASZ THOR DORDE")]
    [InlineData("ŞAHİN Yıldız", "SAHIN YILDIZ", "SAHIN YILDIZ")]
    [InlineData("Müller-Lüdenscheidt", "MUELLER LUEDENSCHEIDT", "MULLER LUDENSCHEIDT")]
    [InlineData("Gal·la O’Brien d'Alembert", "GALLA OBRIEN DALEMBERT", "GALLA OBRIEN DALEMBERT")]
    [InlineData("  IT.NRW & Co. (24/7) ", "IT NRW CO 24 7", "IT NRW CO 24 7")]
    [InlineData("Дмитрий Ωμέγα", "ДМИТРИИ ΩΜΕΓΑ", "ДМИТРИИ ΩΜΕΓΑ")]
    [InlineData("100 % [a_b]", "100 A B", "100 A B")]
    [InlineData("Mu\u0308ller So\u00ADest", "MUELLER SOEST", "MULLER SOEST")]
    [InlineData(null, "", "")]
    public void Text_has_a_normative_form_and_one_without_accents(string? text, string normative, string plain) =>
        Assert.Equal((normative, plain), (SearchForm.Of(text), SearchForm.Plain(text)));

    [Fact]
    public void The_index_holds_every_word_once_in_all_its_forms() =>
        Assert.Equal(
            " MESUT OEZIL OZIL IT NRW DALEMBERT D ALEMBERT",
            SearchForm.Index("Mesut", "Özil", null, "Mesut Özil", "IT.NRW", "d'Alembert"));

    [Fact]
    public void The_index_of_nothing_is_empty() => Assert.Equal("", SearchForm.Index(null, "", " – "));

    [Theory]
    [InlineData("özil")]
    [InlineData("oezil")]
    [InlineData("ozil")]
    [InlineData("ÖZIL")]
    [InlineData("O\u0308zil")]
    [InlineData("Mesut Özil")]
    [InlineData("ozil mes")]
    [InlineData("sahin")]
    [InlineData("Şahin")]
    [InlineData("ŞAHİN")]
    [InlineData("SAHIN")]
    [InlineData("oeztürk-sah")]
    [InlineData("o'bri")]
    [InlineData("O’Brien")]
    [InlineData("brien")]
    [InlineData("innovation & d")]
    [InlineData("%")]
    public void Whoever_types_it_some_other_way_finds_it(string typed) =>
        Assert.True(Finds(typed, SearchForm.Index("Mesut", "Özil", "Öztürk-Şahin", "O'Brien", "Amt für Digitales & Innovation")));

    [Theory]
    [InlineData("zil")]
    [InlineData("mesut müller")]
    [InlineData("özils")]
    public void What_is_not_the_beginning_of_a_word_is_not_found(string typed) =>
        Assert.False(Finds(typed, SearchForm.Index("Mesut", "Özil")));

    [Fact]
    public void A_query_has_at_most_eight_different_words() =>
        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "H"], SearchForm.Query("a A b-c_d%e f g h i j k"));

    [Fact]
    public void A_very_long_word_is_found_by_itself() =>
        Assert.True(Finds(new string('ü', 5000), SearchForm.Index(new string('ü', 120))) && Finds(new string('ü', 120), SearchForm.Index(new string('ü', 5000))));

    [Fact]
    public void Every_word_finds_the_text_it_was_taken_from() => AnyText.Sample(text =>
    {
        var index = SearchForm.Index(text);
        return index.Length <= SearchForm.MaxLength
            && SearchForm.Query(text).All(word => index.Contains(" " + word, StringComparison.Ordinal) && !"%_[]^ '".Any(word.Contains));
    });

    [Fact]
    public void Every_character_there_is_has_a_search_form_that_is_its_own_search_form()
    {
        var all = Enumerable.Range(0, 0x110000).Where(System.Text.Rune.IsValid).Select(char.ConvertFromUtf32);

        Assert.Equal([], all.Where(c => SearchForm.Of(SearchForm.Of(c)) != SearchForm.Of(c)));
    }

    [Fact]
    public void A_search_form_is_its_own_search_form() =>
        AnyText.Sample(text => SearchForm.Of(SearchForm.Of(text)) == SearchForm.Of(text) && SearchForm.Plain(SearchForm.Plain(text)) == SearchForm.Plain(text));

    [Fact]
    public void Composed_and_decomposed_names_have_one_search_form() => Assert.All(
        Din91379.UnitsOf(Din91379Type.D),
        unit => Assert.Equal(SearchForm.Of(unit), SearchForm.Of(unit.Normalize(System.Text.NormalizationForm.FormD))));

    [Fact]
    public void A_hundred_thousand_characters_are_answered_and_fit_the_column()
    {
        Assert.Equal(100_000, SearchForm.Of(new string('é', 100_000)).Length);
        Assert.Equal("A", SearchForm.Of("a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000))));
        Assert.InRange(SearchForm.Index(string.Join(' ', Enumerable.Range(0, 50_000))).Length, 1, SearchForm.MaxLength);
    }

    /// <summary>As the database does it: every word of the query is the beginning of a word of the index.</summary>
    private static bool Finds(string typed, string index) =>
        SearchForm.Query(typed).All(word => index.Contains(" " + word, StringComparison.Ordinal));
}
