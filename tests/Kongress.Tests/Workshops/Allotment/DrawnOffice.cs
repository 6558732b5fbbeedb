using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;

namespace Kongress.Tests.Workshops.Allotment;

/// <summary>Five people whose wishes end in every way that there is, whatever the lots say.</summary>
internal sealed class DrawnOffice(WorkshopOffice office) : IAsyncDisposable
{
    public const string Pages = "/organisation/programm/workshops/verteilung";

    public WorkshopOffice Office => office;

    /// <summary>One seat, which Jürgen gets by hand.</summary>
    public Workshop Ki { get; private set; } = null!;

    /// <summary>At the same time in part. Ayşe wished it first and gets it.</summary>
    public Workshop Forms { get; private set; } = null!;

    /// <summary>For the press since Hương wished it.</summary>
    public Workshop Press { get; private set; } = null!;

    /// <summary>Wilhelm has a seat from the time when it was first come.</summary>
    public Workshop Open { get; private set; } = null!;

    public Registration Ayse { get; private set; } = null!;

    public Registration Juergen { get; private set; } = null!;

    public Registration Huong { get; private set; } = null!;

    public Registration Wilhelm { get; private set; } = null!;

    /// <summary>Wished nothing and gets <see cref="Forms"/> by hand.</summary>
    public Registration Olafur { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The time for wishes is over; nothing is drawn yet.</summary>
    public static async Task<DrawnOffice> OpenAsync(string provider = Databases.Sqlite)
    {
        var drawn = new DrawnOffice(await WorkshopOffice.OpenAsync(provider));
        await drawn.FillAsync();
        return drawn;
    }

    public async Task<Registration> PersonAsync(string givenName, string familyName, string organisation, AdministrativeLevel level, string language = Language.German) =>
        (await office.PeopleAsync(1, s => s with { Language = language, Person = new Person { GivenName = givenName, FamilyName = familyName, Organisation = organisation, Level = level, Land = Land.Hessen } }))[0];

    /// <summary>Draws and publishes at once.</summary>
    public async Task<Guid> PublishAsync(int seed = 7)
    {
        var draw = await office.DrawAsync(seed);
        Assert.Equal(PublishOutcome.Published, (await office.PublishAsync(draw)).Outcome);
        return draw;
    }

    /// <summary>Another round of wishes, which is over, for a workshop that comes later; nothing is drawn yet.</summary>
    public async Task<Workshop> LaterAsync(string title, params Registration[] people)
    {
        var later = await office.WorkshopAsync(title, 1, 9, WorkshopOffice.ByWishes, day: 2);
        await office.AskForWishesAsync(most: 3);
        foreach (var person in people) Assert.Equal(WishOutcome.Saved, await office.WishAsync(person, later));
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
        return later;
    }

    public Task<AllotmentState> StateAsync() => UseAsync(lists => lists.FindAsync(office.Conference, Ct));

    /// <summary>The newest first.</summary>
    public Task<List<PublishedDraw>> PublishedAsync() => UseAsync(lists => lists.PublishedAsync(office.Conference.Id, Ct));

    /// <summary>Each person of the draw with level, lot and results, as text.</summary>
    public async Task<List<string>> PeopleAsync(PublishedDraw draw) => Lines(await UseAsync(lists => lists.PeopleAsync(draw, Ct)));

    public static List<string> Lines(IEnumerable<PlanPerson> people) =>
        [.. people.Select(p => $"{p.Registration.Person.FullName} {p.Level} {p.Lot} {p.Best}: {string.Join("; ", p.Wishes.Select(w => $"{w.Rank} {w.Workshop} {w.Result} {w.Because} {w.Reason}"))}")];

    public Task<T> UseAsync<T>(Func<AllotmentLists, Task<T>> read) => office.Office.UseAsync(read);

    /// <summary>An organiser at the pages, now.</summary>
    public Desk Desk() => Hosting.Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow(), WorkshopOffice.Olga, Kongress.Accounts.Roles.Organiser);

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task FillAsync()
    {
        Ki = await office.WorkshopAsync("Wie KI Anträge liest", 1, with: WorkshopOffice.ByWishes);
        Forms = await office.WorkshopAsync("Barrierefreie Formulare", 5, 14.5, WorkshopOffice.ByWishes);
        Press = await office.WorkshopAsync("Hinter den Kulissen", 5, 16, WorkshopOffice.ByWishes);
        Open = await office.WorkshopAsync("Offene Werkstatt", 5, 17);
        Ayse = await PersonAsync("Ayşe", "Şahin-Müller", "Stadt Köln", AdministrativeLevel.Kommune);
        Juergen = await PersonAsync("Jürgen", "Weiß", "Bundesministerium des Innern", AdministrativeLevel.Bund);
        Huong = await PersonAsync("Thị Hương", "Nguyễn", "Landeshauptstadt Hannover", AdministrativeLevel.Kommune, Language.English);
        Wilhelm = await PersonAsync("Wilhelm-Friedrich", "zu Löwenstein", "Staatskanzlei", AdministrativeLevel.Land);
        Olafur = await PersonAsync("Ólafur", "O’Brien", "Universität Kassel", AdministrativeLevel.Wissenschaft);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(Open, Wilhelm)).Outcome);
        await office.ChangeAsync(Open, WorkshopOffice.ByWishes);
        await office.LimitAsync(1);
        await office.AskForWishesAsync(most: 3);
        foreach (var (person, wishes) in new (Registration, Workshop[])[] { (Ayse, [Forms, Ki, Open]), (Juergen, [Ki]), (Huong, [Ki, Press]), (Wilhelm, [Forms, Open]) })
        {
            Assert.Equal(WishOutcome.Saved, await office.WishAsync(person, wishes));
        }

        await office.ChangeAsync(Press, s => s with { LevelList = "Presse" });
        Assert.Equal(AdjustOutcome.Adjusted, await office.AdjustAsync(Juergen, Ki, AdjustmentKind.Give, "Berichtet für den IT-Planungsrat"));
        Assert.Equal(AdjustOutcome.Adjusted, await office.AdjustAsync(Wilhelm, Forms, AdjustmentKind.Deny, "Leitet zur selben Zeit ein Gespräch"));
        Assert.Equal(AdjustOutcome.Adjusted, await office.AdjustAsync(Olafur, Forms, AdjustmentKind.Give, "Begleitet die Forschung"));
        office.Office.Clock.Advance(TimeSpan.FromDays(8));
    }
}
