using Kongress.CheckIns;
using Kongress.Data;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.CheckIns;

/// <summary>Search, figures and what remains of scans in the end.</summary>
public sealed class FindingPeopleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task People_are_found_by_name_organisation_address_and_code_however_it_is_typed(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(
            provider,
            (office, conference) => office.SubmitAsync(conference, Any.Submission("jo.spieler@bund.de", "Jo", "Özil"), Ct),
            "ayse@bund.de");
        var ayse = await door.Office.RegistrationOfAsync("ayse@bund.de", Ct);
        var ticket = await door.CodeOfAsync("ayse@bund.de");

        foreach (var typed in new[] { "sahin", "ŞAHIN", "Şahin, Ayşe", "ays sah", "ayse@bund.de", ayse.Code, ayse.Code.ToLowerInvariant(), ticket })
        {
            Assert.Equal(["Ayşe Şahin"], (await door.SearchAsync(typed)).Select(p => p.Name));
        }

        foreach (var typed in new[] { "oezil", "ozil", "Özil", "spieler" }) Assert.Equal(["Jo Özil"], (await door.SearchAsync(typed)).Select(p => p.Name));
        Assert.Equal(["Jo Özil", "Ayşe Şahin"], (await door.SearchAsync("koeln")).Select(p => p.Name).Order(StringComparer.Ordinal).Reverse());
        foreach (var typed in new[] { "", "  ", "%", "_", "'", "xyz", "kommissar sahin" }) Assert.Empty(await door.SearchAsync(typed));
    }

    [Fact]
    public async Task Somebody_found_is_let_in_from_the_list_and_shown_as_in()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        var found = Assert.Single(await door.SearchAsync("sahin"));

        var reply = await door.SendAsync(door.Day1, new ScanRequest(Guid.CreateVersion7(), null, ScanMethod.Search, found.RegistrationId));

        Assert.Equal(DoorAnswer.Welcome, reply!.Answer);
        Assert.Equal((false, true), (found.IsIn, Assert.Single(await door.SearchAsync("sahin")).IsIn));
        Assert.Equal(DoorAnswer.AlreadyIn, (await door.ScanAsync(door.Day1, await door.CodeOfAsync("ayse@bund.de"))).Answer);
    }

    [Fact]
    public async Task At_most_25_people_are_listed()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, [.. Enumerable.Range(1, 30).Select(i => $"person{i}@bund.de")]);

        Assert.Equal(25, (await door.SearchAsync("koeln")).Count);
    }

    [Fact]
    public async Task A_person_of_another_edition_is_unknown_here()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        var code = await door.CodeOfAsync("ayse@bund.de");
        var registration = await door.Office.RegistrationOfAsync("ayse@bund.de", Ct);
        var next = await door.Office.ConferenceAsync(capacity: 10, Ct, c => { c.Number = 16; c.IsCurrent = false; });
        var lists = await door.Office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(next, Ct));
        Task<DoorReply?> Scan(Guid listId, ScanRequest request) => door.Office.UseAsync<CheckInDesk, DoorReply?>(desk => desk.ScanAsync(next, listId, request, DoorOffice.Staff, Ct));

        Assert.Equal(DoorAnswer.Unknown, (await Scan(lists[0].Id, new ScanRequest(Guid.CreateVersion7(), code, ScanMethod.Camera)))!.Answer);
        Assert.Equal(DoorAnswer.Unknown, (await Scan(lists[0].Id, new ScanRequest(Guid.CreateVersion7(), null, ScanMethod.Search, registration.Id)))!.Answer);
        Assert.Null(await Scan(door.Day1.Id, new ScanRequest(Guid.CreateVersion7(), code, ScanMethod.Camera)));
    }

    [Fact]
    public async Task Arrivals_are_counted_per_quarter_of_an_hour_by_the_clock_of_the_venue()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, "a@bund.de", "b@bund.de", "c@bund.de");
        foreach (var (email, minutes) in new[] { ("a@bund.de", 0), ("b@bund.de", 2), ("c@bund.de", 40) })
        {
            door.Office.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await door.ScanAsync(door.Day1, await door.CodeOfAsync(email));
        }

        var arrivals = await door.Office.UseAsync<CheckInQueries, IReadOnlyList<(DateTime From, int People)>>(q => q.ArrivalsAsync(door.Day1.Id, door.Conference.Time, Ct));

        Assert.Equal([("09:30", 2), ("09:45", 0), ("10:00", 0), ("10:15", 1)], arrivals.Select(a => (a.From.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), a.People)));
        Assert.Equal((3, 3), ((await door.CountAsync(door.Day1)).Inside, (await door.CountAsync(door.Day1)).Expected));
    }

    [Theory, EveryDatabase]
    public async Task When_the_retention_ends_the_figures_stay_and_the_persons_go(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider, "ayse@bund.de");
        await door.ScanAsync(door.Day1, await door.CodeOfAsync("ayse@bund.de"));
        await door.ScanAsync(door.Day1, "Vielleicht Schmidt");
        var account = (await door.Office.RegistrationOfAsync("ayse@bund.de", Ct)).AccountId!.Value;
        var due = door.Conference.EndsAt.AddDays(door.Conference.KeepScansDays);
        Task<int> Erase(DateTimeOffset at) => door.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(all => all.OfType<ScanRecords>().Single().EraseDueAsync(at, Ct));
        Task<int> Shown() => door.Office.UseAsync<IEnumerable<IHoldsPersonalData>, int>(async all => (await all.OfType<ScanRecords>().Single().ShowAsync(account, Ct)).Sum(p => p.Values.Count));

        Assert.Equal((1, 0), (await Shown(), await Erase(due.AddSeconds(-1))));
        Assert.Equal(2, await Erase(due));

        Assert.Equal((0, 0), (await Shown(), await Erase(due)));
        Assert.All(await door.ScansAsync(), s => Assert.Equal(("", null, null, null, null), (s.Code, s.TicketId, s.RegistrationId, s.InFor, s.OverruledBecause)));
        Assert.Equal(1, (await door.CountAsync(door.Day1)).Inside);
    }
}
