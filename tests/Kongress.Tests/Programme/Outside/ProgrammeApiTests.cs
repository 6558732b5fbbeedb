using System.Net;
using System.Text.Json;
using Kongress.Programme.Sessions;
using Kongress.Tests.Security;

namespace Kongress.Tests.Programme.Outside;

/// <summary>The API says what was released and nothing else, and its document says what the API does.</summary>
public sealed class ProgrammeApiTests : IAsyncLifetime
{
    private ProgrammeOffice office = null!;
    private Crowd crowd = null!;
    private HttpClient reader = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await ProgrammeOffice.OpenAsync();
        crowd = Crowd.Gather(office.Office);
        reader = crowd.Visitor();
        foreach (var (title, hour) in new[] { ("Register", 11), ("Ämter & Länder", 13), ("Fällt aus", 15) }) await office.PlaceAsync(await office.SessionAsync(title), office.At(hour));
        await office.ReleaseAsync("Erste Fassung");
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await crowd.DisposeAsync();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task What_is_released_can_be_read_and_the_draft_cannot()
    {
        var sessions = await ReadAsync("/api/v1/sessions");
        var register = sessions.GetProperty("sessions")[0];
        await office.PlaceAsync(await office.SessionAsync("Entwurf"), office.At(17));

        Assert.Equal(["Register", "Ämter & Länder", "Fällt aus"], sessions.GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("title").GetString()));
        Assert.Equal(("Europe/Berlin", "Erste Fassung", 1), (sessions.GetProperty("timeZone").GetString(), sessions.GetProperty("release").GetProperty("name").GetString(), sessions.GetProperty("release").GetProperty("number").GetInt32()));
        Assert.Equal(("talk", "speaker"), (register.GetProperty("kind").GetString(), register.GetProperty("people")[0].GetProperty("role").GetString()));
        var time = register.GetProperty("times")[0];
        Assert.Equal(("2027-03-27T11:00:00+01:00", "2027-03-27T12:00:00+01:00", "Hauptbühne"), (time.GetProperty("startsAt").GetString(), time.GetProperty("endsAt").GetString(), time.GetProperty("rooms")[0].GetProperty("name").GetString()));

        var one = await ReadAsync("/api/v1/sessions/" + register.GetProperty("code").GetString()!.ToLowerInvariant());
        Assert.True(JsonElement.DeepEquals(register, one));
        var person = await ReadAsync("/api/v1/speakers/" + register.GetProperty("people")[0].GetProperty("code").GetString());
        Assert.Equal(("Ayşe Register", "Register"), (person.GetProperty("name").GetString(), person.GetProperty("sessions")[0].GetProperty("title").GetString()));
        Assert.Equal(3, (await ReadAsync("/api/v1/speakers")).GetProperty("speakers").GetArrayLength());
        Assert.Equal(["Hauptbühne"], (await ReadAsync("/api/v1/rooms")).GetProperty("rooms").EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.Equal(2, (await ReadAsync("/api/v1/conference")).GetProperty("days").GetArrayLength());
        Assert.Equal("Erste Fassung", (await ReadAsync("/api/v1/releases/current")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_was_cancelled_is_told_and_keeps_its_time()
    {
        var session = (await office.Office.AllAsync<Session>(Ct)).Single(s => s.Content.Title == "Fällt aus");
        await office.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(office.Conference.Id, session.Id, SessionState.Cancelled, "krank", ProgrammeOffice.Olga, Ct));
        await office.ReleaseAsync("Zweite Fassung");

        var told = await ReadAsync("/api/v1/sessions/" + session.Code);

        Assert.True(told.GetProperty("isCancelled").GetBoolean());
        Assert.Equal(("2027-03-27T15:00:00+01:00", 1), (told.GetProperty("times")[0].GetProperty("startsAt").GetString(), told.GetProperty("times")[0].GetProperty("sequence").GetInt32()));
        Assert.DoesNotContain("krank", told.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/sessions/ABCDEF")]
    [InlineData("/api/v1/sessions/%01")]
    [InlineData("/api/v1/sessions/%F0%9F%9A%80")]
    [InlineData("/api/v1/speakers/ABCDEF")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await reader.GetAsync(address, Ct);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Das gibt es im veröffentlichten Programm nicht.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_names_every_address_and_every_answer_is_as_it_says()
    {
        var document = await ReadAsync("/api/v1/openapi.json");
        var real = (await crowd.Endpoints.NamesAsync(Ct)).Where(name => name.StartsWith("GET /api/", StringComparison.Ordinal)).Select(name => name[4..]).Where(route => route != "/api/v1/openapi.json");
        var paths = document.GetProperty("paths").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal(real.Order(StringComparer.Ordinal), paths.Keys.Order(StringComparer.Ordinal));

        var session = (await ReadAsync("/api/v1/sessions")).GetProperty("sessions")[0];
        foreach (var (path, methods) in paths)
        {
            var get = Assert.Single(methods.EnumerateObject()).Value;
            Assert.NotEmpty(get.GetProperty("summary").GetString()!);
            var schema = get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            var code = path.StartsWith("/api/v1/speakers", StringComparison.Ordinal) ? session.GetProperty("people")[0].GetProperty("code") : session.GetProperty("code");
            var answer = await ReadAsync(path.Replace("{code}", code.GetString(), StringComparison.Ordinal));
            Assert.Empty(new OpenApiAnswer(document).Differences(schema, answer, path));
            // The check sees what is missing, what is too much and what is of another kind.
            Assert.NotEmpty(new OpenApiAnswer(document).Differences(schema, JsonDocument.Parse("{\"x\":1}").RootElement, path));
        }

        Assert.Contains("\"description\":\"Stays the same whatever becomes of the session.\"", document.GetRawText().Replace("\": \"", "\":\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("/mein-kongress", document.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> ReadAsync(string address)
    {
        using var document = JsonDocument.Parse(await reader.GetStringAsync(address, Ct));
        return document.RootElement.Clone();
    }
}
