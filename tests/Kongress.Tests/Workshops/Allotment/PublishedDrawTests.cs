using System.Text;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops.Allotment;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>What a draw gave is kept on its publication, exactly as long as it may be.</summary>
public sealed class PublishedDrawTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_is_kept_is_what_the_preview_said(string provider)
    {
        await using var drawn = await DrawnOffice.OpenAsync(provider);
        var draw = await drawn.Office.DrawAsync(7);
        var preview = (await drawn.StateAsync()).Plan!;
        Assert.Empty(await drawn.PublishedAsync());
        Assert.Empty(await drawn.Office.Office.AllAsync<AllotmentResult>(Ct));
        await drawn.Office.PublishAsync(draw);
        // What is renamed, moved or allowed later does not change what was drawn.
        await drawn.Office.PlaceAsync(drawn.Ki, place => place with { Title = "Umbenannt", StartsAt = place.StartsAt.AddHours(2), EndsAt = place.EndsAt.AddHours(2) });
        await drawn.Office.LimitAsync(null);

        var published = Assert.Single(await drawn.PublishedAsync());
        Assert.Equal((draw, 1, 7, drawn.Office.Office.Clock.GetUtcNow()), (published.Id, published.Number, published.Seed, published.PublishedAt));
        Assert.Equal(preview.Counts.ToJson(), published.Counts!.ToJson());
        Assert.Equal(DrawnOffice.Lines(preview.People), await drawn.PeopleAsync(published));
        Assert.Null((await drawn.StateAsync()).Plan);
        // The five people are there for this; that of a block is read below.
        Assert.Equal(Enum.GetValues<WishResult>().Except([WishResult.HasEnoughInBlock]).ToHashSet(), preview.People.SelectMany(p => p.Wishes).Select(w => w.Result).ToHashSet());
        Assert.Equal((5, 2, 3), (published.Counts.People, published.Counts.None, published.Counts.Seats));
    }

    [Fact]
    public async Task The_level_is_that_of_the_draw_and_the_name_is_that_of_today()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        await drawn.PublishAsync();
        await using (var db = drawn.Office.Office.Database.Open())
        {
            var ayse = await db.Set<Registration>().SingleAsync(r => r.Id == drawn.Ayse.Id, Ct);
            db.Entry(ayse).ComplexProperty(r => r.Person).Property(p => p.Level).CurrentValue = AdministrativeLevel.Bund;
            db.Entry(ayse).ComplexProperty(r => r.Person).Property(p => p.FamilyName).CurrentValue = "Şahin";
            await db.SaveChangesAsync(Ct);
        }

        var published = (await drawn.PublishedAsync())[0];
        Assert.Equal(["Bund 1", "Land 1", "Kommune 2", "Wissenschaft 1"], published.Counts!.Levels.Select(l => $"{l.Level} {l.People}"));
        Assert.Contains(await drawn.PeopleAsync(published), line => line.StartsWith("Ayşe Şahin Kommune", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_second_draw_leaves_the_first_as_it_was_and_a_newer_preview_stands_beside_them(string provider)
    {
        await using var drawn = await DrawnOffice.OpenAsync(provider);
        await drawn.Office.LimitAsync(2);
        var first = await drawn.PublishAsync(1);
        var before = await drawn.PeopleAsync((await drawn.PublishedAsync())[0]);
        await drawn.LaterAsync("Register verknüpfen", drawn.Ayse, drawn.Huong);
        var second = await drawn.PublishAsync(2);
        await drawn.LaterAsync("Haushalt lesen", drawn.Juergen);
        var preview = await drawn.Office.DrawAsync(3);

        var published = await drawn.PublishedAsync();
        Assert.Equal([second, first], published.Select(d => d.Id));
        Assert.Equal(before, await drawn.PeopleAsync(published[1]));
        Assert.Equal((2, 1, 1), (published[0].Counts!.People, published[0].Counts!.Seats, published[0].Counts!.None));
        var state = await drawn.StateAsync();
        Assert.Equal((preview, 3), (state.Run!.Id, state.Run.Number));
        Assert.Equal(drawn.Juergen.Id, Assert.Single(state.Plan!.People).Registration.Id);
        // The newest first, each as it was.
        Assert.Equal([second, first], (await drawn.UseAsync(lists => lists.ResultsAsync(drawn.Ayse, Ct))).Select(r => r.Draw.Id));
        Assert.Equal([first], (await drawn.UseAsync(lists => lists.ResultsAsync(drawn.Juergen, Ct))).Select(r => r.Draw.Id));
    }

    [Theory, EveryDatabase]
    public async Task The_results_go_exactly_with_what_went_into_the_draw(string provider)
    {
        await using var drawn = await DrawnOffice.OpenAsync(provider);
        await drawn.PublishAsync();
        var end = drawn.Office.Conference.EndsAt;
        Task<int> EraseAsync(DateTimeOffset at) => drawn.Office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(all => all.OfType<AllotmentRecords>().Single().EraseDueAsync(at, Ct));
        async Task<(bool Inputs, bool Counts, int Results)> LeftAsync()
        {
            var run = Assert.Single(await drawn.Office.Office.AllAsync<AllotmentRun>(Ct));
            return (run.Inputs != "", run.Counts != "", (await drawn.Office.Office.AllAsync<AllotmentResult>(Ct)).Count);
        }

        Assert.Equal(0, await EraseAsync(end.AddDays(30).AddSeconds(-1)));
        Assert.Equal((true, true, 5), await LeftAsync());
        // 8 wishes, 3 settled by hand, 5 results, 1 draw.
        Assert.Equal(17, await EraseAsync(end.AddDays(30)));
        Assert.Equal((false, false, 0), await LeftAsync());
        Assert.Equal(0, await EraseAsync(end.AddDays(31)));
        var left = Assert.Single(await drawn.PublishedAsync());
        Assert.Equal((1, 7, null), (left.Number, left.Seed, left.Counts));
        Assert.Empty(await drawn.PeopleAsync(left));
        Assert.Empty(await drawn.UseAsync(lists => lists.ResultsAsync(drawn.Ayse, Ct)));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_erased_is_gone_from_the_results_and_stays_in_the_numbers(string provider)
    {
        await using var drawn = await DrawnOffice.OpenAsync(provider);
        await drawn.PublishAsync();
        await using (var db = drawn.Office.Office.Database.Open()) await db.Set<Registration>().Where(r => r.Id == drawn.Huong.Id).ExecuteDeleteAsync(Ct);

        var published = (await drawn.PublishedAsync())[0];
        Assert.Equal((5, 2), (published.Counts!.People, published.Counts.None));
        Assert.Equal(4, (await drawn.PeopleAsync(published)).Count);
        await using (var db = drawn.Office.Office.Database.Open())
        {
            var run = await db.Set<AllotmentRun>().SingleAsync(Ct);
            Assert.DoesNotContain(drawn.Huong.Id.ToString(), run.Counts, StringComparison.OrdinalIgnoreCase);
            Assert.False(await db.Set<AllotmentResult>().AnyAsync(r => r.RegistrationId == drawn.Huong.Id, Ct));
        }
    }

    [Fact]
    public async Task A_person_is_shown_their_own_results_and_nobody_elses()
    {
        await using var drawn = await DrawnOffice.OpenAsync();
        await drawn.PublishAsync();
        async Task<List<string>> ShownAsync(Registration person)
        {
            var parts = await drawn.Office.Office.UseAsync<IEnumerable<IHoldsPersonalData>, IReadOnlyList<PersonalDataPart>>(all => all.OfType<AllotmentRecords>().Single().ShowAsync(person.AccountId!.Value, Ct));
            return [.. parts.SelectMany(p => p.Values).Where(v => v.Key.StartsWith("Auslosung", StringComparison.Ordinal)).Select(v => $"{v.Key} = {v.Value}")];
        }

        Assert.Equal(
            [
                $"Auslosung 1: Los = {Draw.Lot(7, drawn.Ayse.Id)} von 4096",
                "Auslosung 1: Verwaltungsebene = Kommune",
                "Auslosung 1: 1. Wunsch = Barrierefreie Formulare: Dieser Wunsch ging in Erfüllung.",
                "Auslosung 1: 2. Wunsch = Wie KI Anträge liest: Zur selben Zeit hatten Sie einen Platz in „Barrierefreie Formulare“.",
                "Auslosung 1: 3. Wunsch = Offene Werkstatt: Mit Ihren anderen Plätzen hatten Sie schon so viele Workshops, wie möglich sind.",
            ],
            await ShownAsync(drawn.Ayse));
        Assert.Equal("Auslosung 1: Ohne Wunsch = Barrierefreie Formulare: Diesen Platz hat Ihnen die Organisation gegeben. Begleitet die Forschung", (await ShownAsync(drawn.Olafur))[^1]);
        Assert.Empty(await ShownAsync(await drawn.PersonAsync("Zoë", "Ångström", "Kreis Mettmann", AdministrativeLevel.Kommune)));
    }

    [Fact]
    public async Task Eight_hundred_people_with_five_wishes_take_little_room()
    {
        var start = new DateTimeOffset(2027, 3, 27, 9, 0, 0, TimeSpan.Zero);
        var places = Enumerable.Range(0, 30).Select(i => new PlanPlace(Guid.CreateVersion7(), Guid.CreateVersion7(), $"K7F{i:000}", $"Digitalisierung für Ämter, Städte und Länder – Teil {i}", start.AddHours(i % 6))).ToList();
        var run = new AllotmentRun(Guid.CreateVersion7(), 1, 1, new RunInputs([], [], ""), Guid.CreateVersion7(), start);
        await using var office = await WorkshopOffice.OpenAsync();
        var person = (await office.PeopleAsync(1, s => s with { Person = new Person { GivenName = "Maximiliane-Charlotte", FamilyName = "von Hohenstein-Wittgenstein", Organisation = "Niedersächsisches Ministerium für Inneres, Sport und Digitalisierung", Level = AdministrativeLevel.Land, Land = Land.Niedersachsen } }))[0];
        var wishes = Enumerable.Range(0, 5).Select(i => new WishOutcomeRow(places[i], i + 1, i == 1 ? WishResult.Granted : WishResult.Overlaps, i == 1 ? null : places[1], null)).ToList();
        run.Publish(new PlanCounts(5, [.. Enum.GetValues<AdministrativeLevel>().Select(level => new PlanLevel(level, 100, [10, 10, 10, 10, 10], 10, 40))], [.. places.Select(p => new PlanWorkshop(p, 100, 200, 25, 25))], []), start);

        var each = Encoding.UTF8.GetByteCount(new AllotmentResult(run, new PlanPerson(person, AdministrativeLevel.Land, 4096, wishes)).Wishes);

        var full = wishes[0] with { Result = WishResult.HasEnoughInBlock, Because = null, Block = "Samstag Vormittag" };
        Assert.Equal([full], new AllotmentResult(run, new PlanPerson(person, AdministrativeLevel.Land, 1, [full])).Read(person, PlanCounts.FromJson(run.Counts).Places).Wishes);
        Assert.InRange(Encoding.UTF8.GetByteCount(run.Counts) + (800 * each), 100_000, 220_000);
    }
}
