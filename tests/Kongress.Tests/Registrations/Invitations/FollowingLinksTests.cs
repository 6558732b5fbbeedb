using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Registrations.Contingents;
using Microsoft.EntityFrameworkCore;
using static Kongress.Tests.Registrations.Contingents.ContingentOffice;

namespace Kongress.Tests.Registrations.Invitations;

/// <summary>From the link with a code or of a personal invitation over the pages to the ticket, with all that can go wrong on the way.</summary>
public sealed class FollowingLinksTests : IAsyncLifetime
{
    private const string Guest = "gast@firma.test";
    private static readonly Dictionary<string, string> Nothing = [];
    private ContingentOffice office = null!;
    private Desk visitor = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await OpenAsync(Databases.Sqlite, 10);
        visitor = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), Guid.Empty);
    }

    public async ValueTask DisposeAsync()
    {
        await visitor.DisposeAsync();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task A_code_leads_from_its_link_through_the_whole_form_to_the_ticket_and_survives_errors_and_going_back()
    {
        var guests = await office.AddAsync(For("Gäste", 2));
        var code = await CodeAsync(s => s with { ContingentId = guests.Id });
        var grouped = Secret.Grouped(code.Code);

        Assert.Contains(grouped, await TextAsync(LinkOf(code)), StringComparison.Ordinal);
        await SendAsync(LinkOf(code), "/anmeldung");
        Assert.Equal(grouped, await FieldAsync("/anmeldung", "Input.Code"));
        using (var faulty = await visitor.SendAsync("/anmeldung", Person(Guest, familyName: "W3iß"), Ct))
        {
            var page = await Desk.ParseAsync(faulty, Ct);
            Assert.Equal((grouped, "W3iß"), (Value(page, "Input.Code"), Value(page, "Input.Person.FamilyName")));
        }

        Assert.Equal((grouped, "W3iß"), (await FieldAsync("/anmeldung", "Input.Code"), await FieldAsync("/anmeldung", "Input.Person.FamilyName")));
        await SendAsync("/anmeldung", "/anmeldung/teilnahme", Person(Guest));
        Assert.Equal(grouped, await FieldAsync("/anmeldung", "Input.Code"));
        await SendAsync("/anmeldung/teilnahme", "/anmeldung/pruefen");
        Assert.Contains(grouped, await TextAsync("/anmeldung/pruefen"), StringComparison.Ordinal);
        Assert.Equal(grouped, await FieldAsync("/anmeldung", "Input.Code"));
        await SendAsync("/anmeldung/pruefen", "/anmeldung/abgeschickt");
        await ConfirmAsync(Guest);

        var registration = await office.Office.RegistrationOfAsync(Guest, Ct);
        Assert.Equal((RegistrationStatus.Confirmed, AttendeeKind.HostGuest, guests.Id, code.Id), (registration.Status, registration.Kind, registration.ContingentId, registration.InvitationCodeId));
        Assert.Single(await office.Office.AllAsync<Ticket>(Ct));
        Assert.Contains("Dieser Code ist aufgebraucht.", await TextAsync(LinkOf(code)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("used up", HttpStatusCode.OK, "Dieser Code ist aufgebraucht.", "schon so oft benutzt worden")]
    [InlineData("ended", HttpStatusCode.OK, "Dieser Code gilt nicht mehr.", "Dieser Code gilt nicht mehr.")]
    [InlineData("unknown", HttpStatusCode.NotFound, "Diesen Code kennen wir nicht.", "Diesen Code kennen wir nicht.")]
    [InlineData("of another edition", HttpStatusCode.NotFound, "Diesen Code kennen wir nicht.", "Diesen Code kennen wir nicht.")]
    [InlineData("cut off", HttpStatusCode.NotFound, "Diesen Code kennen wir nicht.", "Diesen Code kennen wir nicht.")]
    public async Task A_code_that_opens_nothing_says_so_at_the_link_and_in_the_form_where_everything_typed_stays(string state, HttpStatusCode status, string atTheLink, string inTheForm)
    {
        var code = await BadCodeAsync(state);

        var page = await visitor.ReadAsync("/anmeldung/code/" + code, Ct, status);
        Assert.Contains(atTheLink, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.NotNull(page.QuerySelector("main a[href='/anmeldung']"));

        using var sent = await visitor.SendAsync("/anmeldung", Person(Guest, code: code), Ct);
        var form = await Desk.ParseAsync(sent, Ct);
        Assert.Contains(inTheForm, form.QuerySelector("#Input_Code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((code, Guest, "Weiß"), (Value(form, "Input.Code"), Value(form, "Input.Email"), Value(form, "Input.Person.FamilyName")));
        Assert.Equal(state is "used up" ? 1 : 0, (await office.PeopleAsync()).Count);
    }

    [Fact]
    public async Task A_code_that_somebody_else_uses_up_meanwhile_leads_back_to_the_form_with_everything_typed()
    {
        var code = await CodeAsync();
        await SendAsync("/anmeldung", "/anmeldung/teilnahme", Person(Guest, code: code.Code));
        await SendAsync("/anmeldung/teilnahme", "/anmeldung/pruefen");
        await UseUpAsync(code);

        await SendAsync("/anmeldung/pruefen", "/anmeldung");
        var form = await visitor.ReadAsync("/anmeldung", Ct);
        Assert.Contains("schon so oft benutzt worden", form.QuerySelector("#Input_Code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((code.Code, "Weiß"), (Value(form, "Input.Code"), Value(form, "Input.Person.FamilyName")));

        // Without it the person registers as everybody does.
        await SendAsync("/anmeldung", "/anmeldung/teilnahme", new Dictionary<string, string> { ["Input.Code"] = "" });
        await SendAsync("/anmeldung/teilnahme", "/anmeldung/pruefen");
        await SendAsync("/anmeldung/pruefen", "/anmeldung/abgeschickt");
        Assert.Null((await office.Office.RegistrationOfAsync(Guest, Ct)).InvitationCodeId);
    }

    [Fact]
    public async Task Who_tries_too_many_codes_is_not_told_about_the_right_one_either()
    {
        var code = await CodeAsync();
        for (var i = 0; i < 15; i++)
        {
            await visitor.ReadAsync("/anmeldung/code/GIBTESNICHT2", Ct, HttpStatusCode.NotFound);
            (await visitor.SendAsync("/anmeldung", Person(Guest, code: "GIBTESNICHT2"), Ct)).Dispose();
        }

        var page = await visitor.ReadAsync(LinkOf(code), Ct, HttpStatusCode.TooManyRequests);
        Assert.Contains("zu viele falsche Codes", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_code_before_and_after_the_registration_says_when_it_is_of_use()
    {
        var code = await CodeAsync(s => s with { EndsAt = office.Conference.RegistrationClosesAt.AddDays(1) });
        await using (var db = office.Office.Database.Open())
        {
            await db.Set<Kongress.Conferences.Conference>().ExecuteUpdateAsync(set => set.SetProperty(c => c.RegistrationOpensAt, office.Office.Clock.GetUtcNow().AddHours(1)), Ct);
        }

        Assert.Contains("Bitte öffnen Sie diesen Link dann noch einmal.", await TextAsync(LinkOf(code)), StringComparison.Ordinal);
        await using var late = Desk.Open(office.Office.Database, office.Conference.RegistrationClosesAt, Guid.Empty);
        Assert.Contains("Die Anmeldung ist geschlossen.", (await late.ReadAsync(LinkOf(code), Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_invitation_leads_to_the_ticket_for_its_address_alone()
    {
        var link = await InviteAsync(Guest);

        Assert.Contains($"Die Einladung gilt nur für die Adresse {Guest}.", await TextAsync(link), StringComparison.Ordinal);
        await SendAsync(link, "/anmeldung", handler: "Accept");
        var form = await visitor.ReadAsync("/anmeldung", Ct);
        Assert.Equal((Guest, true), (Value(form, "Input.Email"), form.QuerySelector("[name='Input.Email']")!.HasAttribute("readonly")));
        Assert.Null(form.QuerySelector("[name='Input.Code']"));

        using (var other = await visitor.SendAsync("/anmeldung", Person("anders@firma.test"), Ct))
        {
            Assert.Contains("Die Einladung gilt nur für die Adresse, an die wir sie geschickt haben.", (await Desk.ParseAsync(other, Ct)).QuerySelector("#Input_Email-error")!.TextContent, StringComparison.Ordinal);
        }

        await SendAsync("/anmeldung", "/anmeldung/teilnahme", Person(Guest));
        await SendAsync("/anmeldung/teilnahme", "/anmeldung/pruefen");
        await SendAsync("/anmeldung/pruefen", "/anmeldung/abgeschickt");
        await ConfirmAsync(Guest);

        var registration = await office.Office.RegistrationOfAsync(Guest, Ct);
        Assert.Equal((RegistrationStatus.Confirmed, AttendeeKind.HostGuest), (registration.Status, registration.Kind));
        Assert.NotNull(registration.InvitationId);
        Assert.Contains("Mit dieser Einladung sind Sie schon angemeldet.", await TextAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_lays_the_invitation_aside_and_keeps_what_is_typed()
    {
        await SendAsync(await InviteAsync(Guest), "/anmeldung", handler: "Accept");

        using (var left = await visitor.SendAsync("/anmeldung", new Dictionary<string, string> { ["Input.Person.GivenName"] = "Kim" }, Ct, target: "handler=Leave")) Assert.Equal("/anmeldung", left.Headers.Location?.OriginalString);

        var form = await visitor.ReadAsync("/anmeldung", Ct);
        Assert.Equal(("", "Kim", false), (Value(form, "Input.Email"), Value(form, "Input.Person.GivenName"), form.QuerySelector("[name='Input.Email']")!.HasAttribute("readonly")));
        Assert.DoesNotContain("Sie folgen Ihrer persönlichen Einladung.", form.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_that_was_followed_last_counts()
    {
        var code = await CodeAsync();
        await SendAsync(await InviteAsync(Guest), "/anmeldung", handler: "Accept");
        await SendAsync(LinkOf(code), "/anmeldung");

        Assert.Equal(Secret.Grouped(code.Code), await FieldAsync("/anmeldung", "Input.Code"));
        await SendAsync(await InviteAsync("zweiter@firma.test"), "/anmeldung", handler: "Accept");
        Assert.Equal("zweiter@firma.test", await FieldAsync("/anmeldung", "Input.Email"));
    }

    [Fact]
    public async Task Declined_ended_and_unknown_invitations_say_what_they_are()
    {
        var declined = await InviteAsync(Guest);
        using (var answer = await visitor.SendAsync(declined, Nothing, Ct, target: "handler=Decline")) Assert.Contains("Sie haben abgesagt.", (await Desk.ParseAsync(answer, Ct)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sie haben abgesagt.", await TextAsync(declined), StringComparison.Ordinal);

        var ended = await InviteAsync("spaet@firma.test", days: 3);
        await using var later = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow().AddDays(3), Guid.Empty);
        var page = await later.ReadAsync(ended, Ct);
        Assert.Contains("Diese Einladung gilt nicht mehr.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));

        Assert.Contains("Diesen Link kennen wir nicht.", (await visitor.ReadAsync("/anmeldung/einladung/" + new string('A', 26), Ct, HttpStatusCode.NotFound)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_ends_while_the_form_is_filled_in_leads_back_and_lets_the_person_register_as_everybody()
    {
        var link = await InviteAsync(Guest);
        await SendAsync(link, "/anmeldung", handler: "Accept");
        await SendAsync("/anmeldung", "/anmeldung/teilnahme", Person(Guest));
        await SendAsync("/anmeldung/teilnahme", "/anmeldung/pruefen");
        await office.Office.UseAsync<InvitationDesk>(desk => desk.DeclineAsync(office.Conference.Id, link.Split('/')[^1], Ct));

        await SendAsync("/anmeldung/pruefen", "/anmeldung");
        Assert.Contains("Ihre Einladung gilt nicht mehr.", await TextAsync("/anmeldung"), StringComparison.Ordinal);
        await SendAsync("/anmeldung", "/anmeldung/teilnahme", Person(Guest));
        await SendAsync("/anmeldung/teilnahme", "/anmeldung/pruefen");
        await SendAsync("/anmeldung/pruefen", "/anmeldung/abgeschickt");
        Assert.Null((await office.Office.RegistrationOfAsync(Guest, Ct)).InvitationId);
    }

    private async Task<string> BadCodeAsync(string state)
    {
        switch (state)
        {
            case "used up":
                var used = await CodeAsync();
                await UseUpAsync(used);
                return used.Code;
            case "ended":
                return (await CodeAsync(s => s with { EndsAt = office.Office.Clock.GetUtcNow() })).Code;
            case "of another edition":
                var earlier = await office.Office.ConferenceAsync(10, Ct, c => (c.Number, c.IsCurrent) = (14, false));
                return (await CodeAsync(conferenceId: earlier.Id)).Code;
            case "cut off":
                return (await CodeAsync()).Code[..9];
            default:
                return "GIBTESNICHT2";
        }
    }

    private async Task<InvitationCode> CodeAsync(Func<InvitationCodeSettings, InvitationCodeSettings>? with = null, Guid? conferenceId = null)
    {
        var settings = new InvitationCodeSettings { Name = "Gäste", Uses = 1, EndsAt = office.Office.Clock.GetUtcNow().AddDays(30), Kind = AttendeeKind.HostGuest };
        return (await office.Office.UseAsync<InvitationDesk, (CodeOutcome, InvitationCode? Code)>(desk => desk.SaveCodeAsync(conferenceId ?? office.Conference.Id, null, default, with?.Invoke(settings) ?? settings, Organiser, Ct))).Code!;
    }

    private Task<SubmitOutcome> UseUpAsync(InvitationCode code) => office.Office.SubmitAsync(office.Conference, Any.Submission("schneller@bund.de") with { Code = code.Code }, Ct);

    private static string LinkOf(InvitationCode code) => "/anmeldung/code/" + code.Code;

    private async Task<string> InviteAsync(string email, int days = 30)
    {
        await office.Office.UseAsync<InvitationDesk, InvitedResult>(desk =>
            desk.InviteAsync(office.Conference.Id, [email], new InvitationTerms(null, AttendeeKind.HostGuest, office.Office.Clock.GetUtcNow().AddDays(days), Language.German), Organiser, Ct));
        return "/anmeldung/einladung/" + await office.Office.LastSecretAsync("Registration.Invited", email, Ct);
    }

    private async Task ConfirmAsync(string email)
    {
        var link = "/anmeldung/bestaetigen/" + await office.Office.LastSecretAsync("Registration.ConfirmEmail", email, Ct);
        using var answer = await visitor.SendAsync(link, Nothing, Ct);
        var page = answer.StatusCode is HttpStatusCode.Redirect ? await visitor.ReadAsync(answer.Headers.Location!.OriginalString, Ct) : await Desk.ParseAsync(answer, Ct);
        Assert.Contains("Sie sind angemeldet.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task SendAsync(string path, string next, Dictionary<string, string>? fields = null, string? handler = null)
    {
        using var answer = await visitor.SendAsync(path, fields ?? Nothing, Ct, target: handler is null ? null : "handler=" + handler);
        var said = answer.StatusCode is HttpStatusCode.OK ? (await Desk.ParseAsync(answer, Ct)).QuerySelector("main")!.TextContent : "";
        Assert.True(answer.Headers.Location?.OriginalString == next, $"{path} led to {answer.Headers.Location} instead of {next}: {said}");
    }

    private async Task<string> TextAsync(string path) => (await visitor.ReadAsync(path, Ct)).QuerySelector("main")!.TextContent;

    private async Task<string> FieldAsync(string path, string name) => Value(await visitor.ReadAsync(path, Ct), name);

    private static string Value(IParentNode page, string name) => ((IHtmlInputElement)page.QuerySelector($"main [name='{name}']")!).Value;

    // On top of what stands in the form; without a code what stands there stays.
    private static Dictionary<string, string> Person(string email, string familyName = "Weiß", string? code = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Email"] = email,
            ["Input.Person.GivenName"] = "Jo",
            ["Input.Person.FamilyName"] = familyName,
            ["Input.Person.Organisation"] = "Firma",
            ["Input.Person.Level"] = "Bund",
        };
        if (code is not null) fields["Input.Code"] = code;
        return fields;
    }
}
