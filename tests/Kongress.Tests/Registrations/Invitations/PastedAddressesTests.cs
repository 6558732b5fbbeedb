using Kongress.Web.Pages.Organiser.Places;

namespace Kongress.Tests.Registrations.Invitations;

/// <summary>Lists of addresses are pasted as they come out of mail programs and tables.</summary>
public sealed class PastedAddressesTests
{
    [Theory]
    [InlineData("a@x.de\r\nb@x.de\n\n", "a@x.de|b@x.de")]
    [InlineData("a@x.de, b@x.de;c@x.de d@x.de\te@x.de", "a@x.de|b@x.de|c@x.de|d@x.de|e@x.de")]
    [InlineData("Weiß, Jo <jo@x.de>; \"Şahin, Ayşe\" <ayse@x.de>\nKim < kim@x.de >", "jo@x.de|ayse@x.de|kim@x.de")]
    [InlineData("keine Adresse\na@x.de", "keine Adresse|a@x.de")]
    [InlineData("Jo jo@x.de", "Jo jo@x.de")]
    [InlineData("<>", "")]
    [InlineData(" ; ,\n", "")]
    public void Each_address_stands_alone_and_what_is_none_stays_together(string pasted, string read) =>
        Assert.Equal(read, string.Join('|', new InviteInput { Addresses = pasted }.Lines));
}
