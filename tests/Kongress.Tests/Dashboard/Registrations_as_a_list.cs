using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Groups;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Tests.Registrations.Groups;

namespace Kongress.Tests.Dashboard;

/// <summary>Filters, counts, order and pages of the list, against the whole set worked out by hand.</summary>
public sealed class Registrations_as_a_list
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Every_filter_gives_the_whole_set_and_its_counts_agree_with_it(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(40, Ct);
        await office.UseAsync<GroupDesk, GroupResult>(desk => desk.SubmitAsync(conference, GroupOffice.Form(GroupOffice.Row(1), GroupOffice.Row(2)), Ct));
        await FillAsync(office, conference, 120);
        await office.UseAsync<ContingentDesk>(desk => desk.CarryOutAsync(conference.Id, new ContingentChange.Keep(null, default, new ContingentSettings { Name = "Bremen", Places = 30, LandList = ContingentSettings.List([Land.Bremen]) }), Guid.CreateVersion7(), Ct));
        var all = await office.AllAsync<Registration>(Ct);
        var bremen = (await office.AllAsync<Contingent>(Ct)).Single().Id;
        var (group, members) = ((await office.AllAsync<Group>(Ct)).Single().Id, (await office.AllAsync<GroupMember>(Ct)).Select(m => m.RegistrationId).ToHashSet());
        Assert.Contains(all, r => r.ContingentId == bremen);

        var filters = new (RegistrationFilter Filter, Func<Registration, bool> Fits)[]
        {
            (new(), _ => true),
            (new() { Status = RegistrationStatus.AwaitingEmail }, r => r.Status is RegistrationStatus.AwaitingEmail),
            (new() { NeedsDecision = true }, r => r.Status is RegistrationStatus.UnderReview),
            (new() { Level = AdministrativeLevel.Land }, r => r.Person.Level is AdministrativeLevel.Land),
            (new() { Land = Land.Bremen }, r => r.Person.Land is Land.Bremen),
            (new() { Part = CongressPart.Evening }, r => r.Attendance.Evening),
            (new() { Part = CongressPart.Day2, Language = "en" }, r => r.Attendance.Day2 && r.Language == "en"),
            (new() { Contingent = bremen }, r => r.ContingentId == bremen),
            (new() { Contingent = Guid.Empty, Part = CongressPart.Day1 }, r => r.ContingentId is null && r.Attendance.Day1),
            (new() { Contingent = Guid.CreateVersion7() }, _ => false),
            (new() { Group = group }, r => members.Contains(r.Id)),
            (new() { Group = group, Search = "p1" }, r => members.Contains(r.Id) && r.Email == "p1@stadt-koeln.example"),
            (new() { Search = "özdemir" }, r => r.Person.FamilyName == "Özdemir"),
            (new() { Search = "OZDEMIR bremen" }, r => r.Person.FamilyName == "Özdemir" && r.Person.Organisation == "Stadt Bremen"),
            (new() { Search = all[7].Code.ToLowerInvariant() }, r => r.Id == all[7].Id),
            (new() { Search = "%_" }, _ => false),
            (new() { Level = AdministrativeLevel.Kommune, Land = Land.Bremen, Part = CongressPart.Day1, Search = "bremen" }, r => r.Person.Level is AdministrativeLevel.Kommune && r.Person.Land is Land.Bremen && r.Attendance.Day1 && r.Person.Organisation == "Stadt Bremen"),
        };
        foreach (var (filter, fits) in filters)
        {
            var expected = all.Where(fits).Select(r => r.Id).ToHashSet();
            var found = await WholeAsync(office, conference, filter);

            Assert.Equal((filter, expected.Count), (filter, found.Page.Total));
            Assert.True(expected.SetEquals(found.Ids), filter.ToString());
            foreach (var (status, count) in found.Page.Counts.Status)
            {
                Assert.Equal((filter, status, count), (filter, status, (await WholeAsync(office, conference, filter with { Status = status })).Page.Total));
            }

            foreach (var contingent in found.Page.Counts.Contingents) Assert.Equal((filter, contingent), (filter, contingent with { Count = (await WholeAsync(office, conference, filter with { Contingent = contingent.Id })).Page.Total }));
            foreach (var named in found.Page.Counts.Groups) Assert.Equal((filter, named), (filter, named with { Count = (await WholeAsync(office, conference, filter with { Group = named.Id })).Page.Total }));
            var exported = new HashSet<string>();
            await office.UseAsync<RegistrationList>(async list =>
            {
                await foreach (var row in list.ExportAsync(conference.Id, filter)) exported.Add(row.Code);
            });
            Assert.True(all.Where(fits).Select(r => r.Code).ToHashSet().SetEquals(exported), filter.ToString());
        }
    }

    [Theory, EveryDatabase]
    public async Task Names_sort_as_people_sort_them_on_every_database(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(40, Ct);
        foreach (var name in new[] { "Zimmer", "Özil", "Öztürk", "ode", "Sahin", "Şahin", "O'Brien" }) await office.SubmitAsync(conference, Any.Submission($"{Guid.CreateVersion7():N}@bund.de", "Kim", name), Ct);

        var page = await office.UseAsync<RegistrationList, RegistrationPage>(list => list.PageAsync(conference.Id, new() { Sort = RegistrationSort.Name }, 1, Ct));

        Assert.Equal(["Kim O'Brien", "Kim ode", "Kim Özil", "Kim Öztürk", "Kim Sahin", "Kim Şahin", "Kim Zimmer"], page.Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task The_list_the_figures_and_one_history_ask_as_often_for_1_row_as_for_1000()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(40, Ct);
        using var counter = new CommandCounter(office.Database);

        await FillAsync(office, conference, 1);
        var few = await CountAsync(office, conference, counter);
        await FillAsync(office, conference, 999);
        var many = await CountAsync(office, conference, counter);

        Assert.Equal(few, many);
        Assert.Equal((4, 2), (many.List, many.Figures));
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last_and_another_edition_is_never_shown()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(40, Ct);
        var other = await office.ConferenceAsync(40, Ct, c => { c.Number = 3; c.IsCurrent = false; });
        await FillAsync(office, conference, 51);
        await FillAsync(office, other, 2);

        var page = await office.UseAsync<RegistrationList, RegistrationPage>(list => list.PageAsync(conference.Id, new(), 99, Ct));
        var foreign = (await office.AllAsync<Registration>(Ct)).First(r => r.ConferenceId == other.Id);

        Assert.Equal((51, 2, 2, 1), (page.Total, page.Pages, page.Number, page.Rows.Count));
        Assert.Null(await office.UseAsync<RegistrationHistory, RegistrationDetails?>(history => history.FindAsync(conference.Id, foreign.Id, Ct)));
    }

    [Fact]
    public void Small_numbers_are_kept_back_and_a_single_one_takes_the_next_with_it()
    {
        Figure[] figures = [new("a", 0), new("b", 3), new("c", 40), new("d", 9)];

        Assert.Equal([0, null, 40, null], SmallNumbers.KeptBack(figures).Select(f => f.Count));
        Assert.Equal([2, 3], new[] { 2, 3 }.Where(n => SmallNumbers.KeptBack(n) is null));
        Assert.Equal([7, 5, 0], SmallNumbers.KeptBack([new("a", 7), new("b", 5), new("c", 0)]).Select(f => f.Count));
    }

    private static async Task<(int List, int Figures, int History)> CountAsync(Office office, Conference conference, CommandCounter counter)
    {
        var one = (await office.AllAsync<Registration>(Ct))[0].Id;
        counter.Take();
        await office.UseAsync<RegistrationList, RegistrationPage>(list => list.PageAsync(conference.Id, new() { Search = "kim" }, 1, Ct));
        var list = counter.Take();
        await office.UseAsync<Figures, ConferenceFigures>(figures => figures.OfAsync(conference, Ct));
        var figures = counter.Take();
        await office.UseAsync<RegistrationHistory, RegistrationDetails?>(history => history.FindAsync(conference.Id, one, Ct));
        return (list, figures, counter.Take());
    }

    private static async Task<(HashSet<Guid> Ids, RegistrationPage Page)> WholeAsync(Office office, Conference conference, RegistrationFilter filter)
    {
        var ids = new HashSet<Guid>();
        for (var number = 1; ; number++)
        {
            var page = await office.UseAsync<RegistrationList, RegistrationPage>(list => list.PageAsync(conference.Id, filter, number, Ct));
            ids.UnionWith(page.Rows.Select(r => r.Id));
            if (number >= page.Pages) return (ids, page);
        }
    }

    /// <summary>People of every kind, stored in one go: as many as there are is what counts here, not how they came.</summary>
    private static async Task FillAsync(Office office, Conference conference, int people)
    {
        var now = office.Clock.GetUtcNow();
        await using var db = office.Database.Open();
        var before = db.Set<Registration>().Count();
        foreach (var i in Enumerable.Range(before, people))
        {
            var level = (AdministrativeLevel)(i % 6);
            var person = new Person
            {
                GivenName = "Kim",
                FamilyName = i % 3 == 0 ? "Özdemir" : "Meier",
                Organisation = i % 4 == 0 ? "Stadt Bremen" : "Amt Nord",
                Level = level,
                Land = level.BelongsToALand() ? (i % 2 == 0 ? Land.Bremen : Land.Bayern) : null,
            };
            var submission = Any.Submission($"kim{i}@land.example") with { Person = person, Language = i % 5 == 0 ? "en" : "de", Attendance = new() { Day1 = i % 2 == 0, Day2 = i % 3 != 0, Evening = i % 7 == 0 } };
            var registration = new Registration(conference.Id, submission, before + i + 1, i < 40, now, now.AddDays(2));
            if (i % 3 == 1) registration.End(RegistrationStatus.Cancelled, now);
            db.Add(registration);
        }

        await db.SaveChangesAsync(Ct);
    }
}
