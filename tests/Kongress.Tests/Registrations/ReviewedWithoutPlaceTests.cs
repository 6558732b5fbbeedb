using Kongress.Mail;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations;

/// <summary>Somebody whose domain we do not know confirms the address: nobody without a place is promised one.</summary>
public sealed class ReviewedWithoutPlaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "Ihr Platz bleibt so lange reserviert.")]
    [InlineData(0, "Zurzeit ist kein Platz für Sie frei.")]
    public async Task Page_and_mail_say_whether_a_place_is_held(int capacity, string sentence)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(capacity, Ct);
        await office.SubmitAsync(conference, Any.Submission("a@stadt.example"), Ct);
        var page = "/anmeldung/bestaetigen/" + await office.LastSecretAsync("Registration.ConfirmEmail", "a@stadt.example", Ct);
        await using var person = Desk.Open(office.Database, office.Clock.GetUtcNow(), Guid.Empty);

        using var answer = await person.SendAsync(page, new Dictionary<string, string>(), Ct);

        var promised = "Platz bleibt so lange reserviert";
        var text = (await Desk.ParseAsync(answer, Ct)).Body!.TextContent;
        Assert.Equal(capacity > 0, text.Contains(promised, StringComparison.Ordinal));
        Assert.Equal(capacity == 0, text.Contains("Zurzeit ist kein Platz für Sie frei", StringComparison.Ordinal));
        var mail = Letters.Read((await office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Registration.UnderReview")).TextBody!;
        Assert.Contains(sentence, mail, StringComparison.Ordinal);
        Assert.Equal(capacity > 0, mail.Contains(promised, StringComparison.Ordinal));
    }
}
