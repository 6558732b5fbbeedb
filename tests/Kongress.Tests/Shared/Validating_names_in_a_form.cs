using System.ComponentModel.DataAnnotations;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Tests.Shared;

public sealed class Validating_names_in_a_form
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Ayşe Şahin-O'Neill")]
    public void A_name_or_nothing_passes(string? name) => Assert.Empty(Errors(new Input { Name = name }));

    [Fact]
    public void The_message_names_the_character_and_what_is_allowed() => Assert.Equal(
        ["Name: Das Zeichen „😀“ ist in Namen nicht zulässig. Erlaubt sind Buchstaben, Leerzeichen, Bindestrich und Apostroph."],
        Errors(new Input { Name = "Anna 😀" }));

    [Fact]
    public void The_message_names_the_code_point_of_what_cannot_be_seen() => Assert.Equal(
        ["Name: Ein unsichtbares Zeichen (U+202E) ist in Namen nicht zulässig. Erlaubt sind Buchstaben, Leerzeichen, Bindestrich und Apostroph."],
        Errors(new Input { Name = "Anna\u202E" }));

    [Fact]
    public void A_line_of_type_B_says_what_it_allows() => Assert.Equal(
        ["Street: Das Zeichen „–“ ist hier nicht zulässig. Erlaubt sind Buchstaben, Ziffern, Leerzeichen, Bindestrich und Zeichen wie . , ' & / ( ) @."],
        Errors(new Input { Street = "Am Rhein 7 – 9" }));

    [Fact]
    public void A_name_may_have_120_code_points_after_composing()
    {
        Assert.Empty(Errors(new Input { Name = string.Concat(Enumerable.Repeat("u\u0308", 120)) }));
        Assert.Equal(
            ["Name: Höchstens 120 Zeichen sind möglich. Sie haben 121 eingegeben."],
            Errors(new Input { Name = new string('ü', 121) }));
    }

    [Fact]
    public void The_length_of_other_lines_is_given_at_the_property() => Assert.Equal(
        ["Street: Höchstens 20 Zeichen sind möglich. Sie haben 21 eingegeben."],
        Errors(new Input { Street = new string('a', 21) }));

    [Fact]
    public void With_a_localizer_the_German_text_is_the_key() => Assert.Equal(
        ["Name: EN " + Din91379Texts.Name + " <2>"],
        Errors(new Input { Name = "Anna 2" }, new English()));

    [Fact]
    public void A_message_set_by_hand_replaces_the_own_one() =>
        Assert.Equal(["Badge: Bitte prüfen Sie Badge."], Errors(new Input { Badge = "7" }));

    private static string[] Errors(Input input, IServiceProvider? services = null)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input, services, items: null), results, validateAllProperties: true);
        return results.Select(result => $"{string.Join(',', result.MemberNames)}: {result.ErrorMessage}").ToArray();
    }

    private sealed class Input
    {
        [PersonName]
        public string? Name { get; init; }

        [Din91379(Din91379Type.B, MaxLength = 20)]
        public string? Street { get; init; }

        [PersonName(ErrorMessage = "Bitte prüfen Sie {0}.")]
        public string? Badge { get; init; }
    }

    /// <summary>A request whose language is English: shows the key it was asked for and the argument.</summary>
    private sealed class English : IServiceProvider, IStringLocalizer<Texts>
    {
        public LocalizedString this[string name] => new(name, "EN " + name);

        public LocalizedString this[string name, params object[] arguments] => new(name, $"EN {name} <{string.Join(',', arguments)}>");

        public object? GetService(Type serviceType) => serviceType == typeof(IStringLocalizer<Texts>) ? this : null;

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
