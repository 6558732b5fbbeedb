using Kongress.Accounts;

namespace Kongress.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Regen über dem Deich")]
    [InlineData("zwölf Zeiche")]
    [InlineData("correct horse battery staple")]
    [InlineData("    abcdef    ")]
    public void Twelve_characters_are_enough_whatever_they_are(string password) => Assert.Null(PasswordRules.Refusal(password, "olaf@land.example"));

    [Theory]
    [InlineData("", "mindestens 12 Zeichen")]
    [InlineData("elf Zeichen", "mindestens 12 Zeichen")]
    [InlineData("abababababababab", "mehr verschiedene Zeichen")]
    [InlineData("Passwort1234!", "als Erstes geraten")]
    [InlineData("KONGRESS-2027-xyz", "als Erstes geraten")]
    [InlineData("qwertzuiopü+#", "als Erstes geraten")]
    [InlineData("Hier wohnt Olaf.Richter!", "nicht Ihre E-Mail-Adresse")]
    public void A_refused_password_is_told_why(string password, string reason) =>
        Assert.Contains(reason, PasswordRules.Refusal(password, "olaf.richter@land.example"), StringComparison.Ordinal);

    [Fact]
    public void Nobody_can_keep_the_server_busy_with_a_book_as_password()
    {
        Assert.Null(PasswordRules.Refusal(Random(PasswordRules.MaxLength), "olaf@land.example"));
        Assert.Contains("höchstens 200 Zeichen", PasswordRules.Refusal(Random(PasswordRules.MaxLength + 1), "olaf@land.example"), StringComparison.Ordinal);
    }

    // A short name stands in many a sentence: that is no reason.
    [Fact]
    public void A_name_of_three_letters_may_stand_in_the_password() => Assert.Null(PasswordRules.Refusal("Oma geht baden", "oma@land.example"));

    private static string Random(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i * 7 % 26)));
}
