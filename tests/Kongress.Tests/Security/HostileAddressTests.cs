using System.Net;
using Kongress.Accounts;
using Kongress.Registrations;

namespace Kongress.Tests.Security;

/// <summary>Addresses, cookies and headers that nobody wrote on purpose.</summary>
public sealed class HostileAddressTests : IAsyncLifetime
{
    private World world = null!;
    private Crowd crowd = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await World.MakeAsync();
        crowd = Crowd.Gather(world.Office);
    }

    public async ValueTask DisposeAsync()
    {
        await crowd.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_stands_behind_the_question_mark_breaks_no_page_and_never_becomes_markup()
    {
        using var attack = new Attack(world, crowd);
        using var nobody = crowd.Visitor();
        using var attendee = crowd.Visitor(world.Attendee.AccountId);
        using var organiser = crowd.Visitor(world.Staff.Id, Roles.Organiser, Roles.Door);
        string[] list = ["suche", "status", "ebene", "land", "teil", "sprache", "entscheiden", "sortierung", "richtung", "seite", "handler"];

        await attack.OnQueryAsync(organiser, "/organisation/anmeldungen", list);
        await attack.OnQueryAsync(organiser, "/organisation/anmeldungen?handler=Csv", "suche", "sortierung", "seite");
        await attack.OnQueryAsync(organiser, "/organisation/anmeldungen?handler=Xlsx", "suche");
        await attack.OnQueryAsync(organiser, "/organisation/postausgang", "Stand", "Art", "Suche", "Seite");
        await attack.OnQueryAsync(organiser, world.Address("/organisation/postausgang/{id:guid}") + "/File", "number");
        await attack.OnQueryAsync(organiser, world.Address("/einlass/{listId:guid}"), "Suche", "ListId", "handler");
        await attack.OnQueryAsync(organiser, world.Address("/organisation/anmeldungen/{id:guid}"), "id", "handler");
        await attack.OnQueryAsync(attendee, "/mein-kongress", "id", "handler");
        await attack.OnQueryAsync(attendee, "/anmelden", "zurueck", "Input.Email");
        await attack.OnQueryAsync(nobody, "/anmelden", "zurueck");
        await attack.OnQueryAsync(nobody, "/anmelden/team", "zurueck");
        await attack.OnQueryAsync(nobody, "/barriere-melden", "seite", "gesendet");
        await attack.OnQueryAsync(nobody, "/sprache/en", "zurueck", "language");
        await attack.OnQueryAsync(nobody, "/", "x", "culture");
        await attack.OnQueryAsync(attendee, "/mein-programm", "handler", "codes");
        await attack.OnQueryAsync(nobody, "/programm", "ansicht", "tag", "suche", "thema", "format", "raum", "niveau", "sprache");
        await attack.OnQueryAsync(nobody, "/mitwirkende", "suche");

        Assert.True(attack.Report.Length == 0, attack.Report);
    }

    [Theory]
    [InlineData("kongress")]
    [InlineData("kongress-anmeldung")]
    [InlineData(".AspNetCore.Culture")]
    [InlineData(".AspNetCore.Mvc.CookieTempDataProvider")]
    [InlineData("Identity.TwoFactorUserId")]
    [InlineData("Identity.TwoFactorRememberMe")]
    public async Task A_cookie_with_anything_in_it_counts_as_none(string name)
    {
        foreach (var value in new[] { "", "x", "chunks-3", "chunks-2147483647", "chunks--1", "chunks-99999999999999999999", "CfDJ8AAAA", new string('A', 8_000), "%00%FF", "%", "c=xx|uic=yy", "c=|uic=", "c%3Dde-DE%7Cuic%3D..%2F..", "\"", "{}", "null", "ü" })
        {
            foreach (var page in new[] { "/", "/anmeldung", "/anmeldung/pruefen", "/anmelden/code", "/anmelden/team/code", "/mein-kongress" })
            {
                using var visitor = crowd.Frozen(new CookieContainer(), page);
                visitor.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"{name}={value}; {name}C1={value}; {name}C2=");
                using var answer = await visitor.GetAsync(page, Ct);
                Assert.True((int)answer.StatusCode < 500, $"{page} {name}={value[..Math.Min(20, value.Length)]}: {answer.StatusCode}");
                if (page == "/mein-kongress") Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Headers_with_anything_in_them_break_no_page()
    {
        foreach (var header in new[] { "Accept-Language", "Accept", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "Origin", "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Authorization", "Cache-Control" })
        {
            foreach (var value in new[] { "\"", "de;q=zz,*;q=-1", "bytes=9-1,-1", new string('x', 4_000), "a,,,;;;==", "http://[::1", "javascript:alert(1)", "evil.example" })
            {
                foreach (var page in new[] { "/", "/anmeldung", "/favicon.svg", "/mein-kongress" })
                {
                    using var visitor = crowd.Visitor();
                    visitor.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
                    using var answer = await visitor.GetAsync(page, Ct);
                    Assert.True((int)answer.StatusCode < 500, $"{page} {header}: {value[..Math.Min(20, value.Length)]}: {answer.StatusCode}");
                    Assert.DoesNotContain("evil.example", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Entries_that_are_too_long_for_cookies_do_not_lock_anybody_out()
    {
        var jar = new CookieContainer();
        using var visitor = crowd.Visitor(jar);
        foreach (var handler in new[] { "", "?handler=Keep" })
        {
            var form = await Form.OfAsync(visitor, "/anmeldung", Ct);
            using var content = new FormUrlEncodedContent(form.WithAll(new string('ä', 60_000)));
            using var answer = await visitor.PostAsync("/anmeldung" + handler, content, Ct);

            Assert.True((int)answer.StatusCode < 300, answer.StatusCode.ToString());
            Assert.InRange(jar.GetCookieHeader(new Uri("https://kongress.example/anmeldung")).Length, 1, 24_000);
        }
    }

    [Fact]
    public async Task The_longest_entries_that_are_right_are_kept_and_fit_into_cookies()
    {
        var jar = new CookieContainer();
        using var visitor = crowd.Visitor(jar);
        // The longest that DIN 91379 knows: a letter with two marks counts three.
        var name = string.Concat(Enumerable.Repeat("c\u0328\u0306", 40));

        using var person = await Form.SendAsync(visitor, "/anmeldung", Ct, ("Input.Email", "lang@bund.de"), ("Input.Person.GivenName", name), ("Input.Person.FamilyName", name), ("Input.Person.Organisation", name), ("Input.Person.Function", name), ("Input.Person.Level", "Bund"));
        using var attendance = await Form.SendAsync(visitor, "/anmeldung/teilnahme", Ct, ("Input.DietNote", new string('語', 500)), ("Input.AssistanceNote", new string('語', 1_000)), ("Input.HealthConsent", "true"));
        using var submitted = await Form.SendAsync(visitor, "/anmeldung/pruefen", Ct);

        Assert.Equal(["/anmeldung/teilnahme", "/anmeldung/pruefen", "/anmeldung/abgeschickt"], new[] { person, attendance, submitted }.Select(a => a.Headers.Location?.OriginalString));
        Assert.Equal(new string('語', 1_000), Assert.Single(await world.Office.AllAsync<HealthAnswers>(Ct), h => h.DietNote!.StartsWith('語')).AssistanceNote);
    }
}
