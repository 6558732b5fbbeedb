using Kongress.Accounts;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Dashboard;

/// <summary>Diets in figures that tell nobody's, and numbers for each day and the evening.</summary>
public sealed class Numbers_for_the_caterer
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Vegetarian 12, Vegan 5", "Vegetarian 12, Vegan 5, others 0")]
    [InlineData("Vegetarian 12, Halal 4, Kosher 2", "Vegetarian 12, others 6")]
    [InlineData("Vegetarian 12, Vegan 6, Kosher 2", "Vegetarian 12, others 8")]
    [InlineData("Vegetarian 4", "others few")]
    [InlineData("Halal 2, Kosher 2", "others few")]
    [InlineData("Other 7, NoAnswer 300", "others 7")]
    [InlineData("NoAnswer 300", "others 0")]
    [InlineData("Vegan 5, Kosher 1", "others 6")]
    public void Small_counts_go_into_a_sum_that_is_not_small_itself(string counts, string told)
    {
        var figures = DietFigures.Of(counts.Split(", ").Select(c => c.Split(' ')).Select(c => KeyValuePair.Create(Enum.Parse<Diet>(c[0]), int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(told, string.Join(", ", figures.Named.Select(n => $"{n.Diet} {n.Count}").Append($"others {figures.Others?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "few"}")));
    }

    [Theory, EveryDatabase]
    public async Task Each_part_counts_those_who_come_and_those_whose_place_is_held(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(20, Ct);
        for (var i = 0; i < 6; i++) await RegisterAsync(office, conference, $"p{i}@bund.de", i == 0 ? new Attendance { Day1 = true } : new Attendance { Day1 = true, Day2 = true }, Diet.Vegan);
        await office.SubmitAsync(conference, Any.Submission("offen@bund.de"), Ct);
        await RegisterAsync(office, conference, "weg@bund.de", new Attendance { Evening = true }, Diet.Vegan);
        var gone = await office.RegistrationOfAsync("weg@bund.de", Ct);
        await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(gone.Id, gone.AccountId!.Value, Ct));

        var parts = await office.UseAsync<Catering, IReadOnlyList<CateringPart>>(catering => catering.OfAsync(conference.Id, Ct));

        Assert.Equal([(CongressPart.Day1, 6, 1), (CongressPart.Day2, 5, 1), (CongressPart.Evening, 0, 1)], parts.Select(p => (p.Part, p.Coming, p.Open)));
        Assert.Equal([(Diet.Vegan, 6)], parts[0].Diets.Named);
        Assert.Equal([(Diet.Vegan, 5)], parts[1].Diets.Named);
        Assert.Equal(0, parts[2].Diets.Others);
    }

    [Theory, EveryDatabase]
    public async Task Who_accompanies_somebody_eats_on_their_days_and_no_longer_when_taken_off(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(20, Ct);
        await RegisterAsync(office, conference, "jo@bund.de", new Attendance { Day1 = true, Evening = true }, Diet.Vegan);
        var jo = await office.RegistrationOfAsync("jo@bund.de", Ct);
        foreach (var name in new[] { "Kim", "Lou" }) await office.UseAsync<AssistantDesk, AssistantOutcome>(desk => desk.AddAsync(jo.AccountId!.Value, jo.Id, Guid.CreateVersion7(), name, "Begleiter", Ct));
        Assert.Equal([3, 0, 3], await ComingAsync());

        var lou = (await office.AllAsync<Registration>(Ct)).Single(r => r.Person.GivenName == "Lou");
        await office.UseAsync<AssistantDesk, bool>(desk => desk.RemoveAsync(jo.AccountId!.Value, jo.Id, lou.Id, Ct));

        Assert.Equal([2, 0, 2], await ComingAsync());

        async Task<IEnumerable<int>> ComingAsync() => (await office.UseAsync<Catering, IReadOnlyList<CateringPart>>(catering => catering.OfAsync(conference.Id, Ct))).Select(p => p.Coming);
    }

    [Fact]
    public async Task An_organiser_reads_and_downloads_them()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(20, Ct);
        for (var i = 0; i < 6; i++) await RegisterAsync(office, conference, $"p{i}@bund.de", new Attendance { Day1 = true }, i < 5 ? Diet.Vegan : Diet.Kosher);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        const string page = "/organisation/anmeldungen/verpflegung";

        var text = (await desk.ReadAsync(page, Ct)).Body!.TextContent;
        Assert.Contains("Andere: 6", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Koscher", text, StringComparison.Ordinal);
        var csv = await desk.Browser.GetStringAsync(page + "?handler=Csv", Ct);
        Assert.Contains("Tag 1, Sa., 27. März 2027;Angemeldet;6\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("Tag 1, Sa., 27. März 2027;Andere;6\r\n", csv, StringComparison.Ordinal);
    }

    private static async Task RegisterAsync(Office office, Kongress.Conferences.Conference conference, string email, Attendance attendance, Diet diet)
    {
        await office.SubmitAsync(conference, Any.Submission(email) with { Attendance = attendance, Health = new HealthInput(diet, null, Assistance.None, null, "test") }, Ct);
        await office.UseAsync<RegistrationDesk>(async desk => await desk.ConfirmEmailAsync(await office.LastSecretAsync("Registration.ConfirmEmail", email, Ct), Ct));
    }
}
