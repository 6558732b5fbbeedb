using System.Security.Cryptography;
using System.Text;
using Kongress.Shared;

namespace Kongress.Tests.Shared;

public sealed class The_table_of_DIN_91379
{
    [Theory]
    [InlineData(Din91379Type.A, 667)]
    [InlineData(Din91379Type.B, 727)]
    [InlineData(Din91379Type.C, 737)]
    [InlineData(Din91379Type.D, 844)]
    [InlineData(Din91379Type.E, 910)]
    public void Has_as_many_units_of_each_type_as_the_standard(Din91379Type type, int units) =>
        Assert.Equal(units, Din91379.UnitsOf(type).Distinct().Count());

    [Fact]
    public void Has_649_letters_each_with_a_search_form_of_A_to_Z()
    {
        var letters = Letters();

        Assert.Equal(649, letters.Length);
        Assert.All(letters, letter => Assert.Matches("^[A-Z]{1,2}$", SearchForm.Of(letter)));
        Assert.All(letters, letter => Assert.Matches("^[A-Z]{1,2}$", SearchForm.Plain(letter)));
    }

    /// <summary>The digest was taken of the published list, version 1.3: it holds where the list itself is not at hand.</summary>
    [Fact]
    public void Has_the_digest_of_the_published_list()
    {
        var all = new StringBuilder();
        foreach (var type in Enum.GetValues<Din91379Type>())
        {
            foreach (var unit in Din91379.UnitsOf(type).Order(StringComparer.Ordinal)) all.Append(type).Append(unit).Append('\n');
        }

        foreach (var letter in Letters().Order(StringComparer.Ordinal)) all.Append(letter).Append('=').Append(SearchForm.Of(letter)).Append('\n');

        Assert.Equal(
            "4809623AE17562096930BD037090CF068C7334930EA7EC833A9677288749DA66",
            Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))));
    }

    [Theory]
    [InlineData(Din91379Type.A, "bll bnlreq")]
    [InlineData(Din91379Type.B, "bll bnlreq bnl")]
    [InlineData(Din91379Type.C, "bll bnlreq bnl bnlopt bnlnot")]
    [InlineData(Din91379Type.D, "bll bnlreq bnl bnlopt gl enl")]
    [InlineData(Din91379Type.E, "bll bnlreq bnl bnlopt bnlnot gl enl cl")]
    public void Holds_the_groups_of_the_published_list(Din91379Type type, string groups)
    {
        var published = Din91379Reference.Units().Where(entry => groups.Split(' ').Contains(entry.Group)).Select(entry => entry.Unit);

        Assert.Equal(published.Order(StringComparer.Ordinal), Din91379.UnitsOf(type).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gives_the_published_search_form_for_every_letter()
    {
        var published = Din91379Reference.SearchForms();

        Assert.Equal(published, published.Select(entry => (entry.Unit, SearchForm.Of(entry.Unit))));
    }

    private static string[] Letters() => Din91379.UnitsOf(Din91379Type.A).Where(unit => SearchForm.Of(unit).Length > 0).ToArray();
}
