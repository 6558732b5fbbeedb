using Kongress.Accounts;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using Kongress.Workshops;

namespace Kongress.Tests.Workshops;

/// <summary>Seats that are kept for a group until a date.</summary>
public sealed class KeptSeatsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Others_get_only_the_rest_and_at_the_date_the_kept_seats_go_to_those_who_wait(string provider)
    {
        await using var office = await WorkshopOffice.OpenAsync(provider);
        var workshop = await office.WorkshopAsync("Werkstatt", 3, with: Keeping(office, 2));
        var hesse = await office.PeopleAsync(3, FromHesse);
        var others = await office.PeopleAsync(3);

        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(workshop, others[0])).Outcome);
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(workshop, others[1])).Outcome);
        Assert.Equal(SignUpOutcome.Seated, (await office.SignUpAsync(workshop, hesse[0])).Outcome);
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(workshop, others[2])).Outcome);
        await office.PassTimeAsync();
        Assert.Equal(2, (await office.SignUpsAsync()).Count(s => s.HoldsSeat));

        office.Office.Clock.Advance(TimeSpan.FromDays(7));
        await office.PassTimeAsync();
        Assert.Equal(SignUpStatus.Seated, await office.StatusAsync(workshop, others[1]));
        Assert.Equal(SignUpStatus.Waiting, await office.StatusAsync(workshop, others[2]));
        Assert.Equal(SignUpOutcome.Waiting, (await office.SignUpAsync(workshop, hesse[1])).Outcome);
    }

    [Fact]
    public async Task The_organiser_reads_why_nobody_moves_and_each_person_sees_what_is_free_for_them()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 2, with: Keeping(office, 1));
        var hesse = await office.PeopleAsync(1, FromHesse);
        var others = await office.PeopleAsync(3);
        await office.SignUpAsync(workshop, others[0]);
        await office.SignUpAsync(workshop, others[1]);

        await using var organiser = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);
        var page = (await organiser.ReadAsync($"/organisation/programm/workshops/{workshop.SessionId}", Ct)).Body!.TextContent;
        Assert.Contains("Der eine freie Platz ist für eine Gruppe freigehalten, zu der niemand gehört, der wartet.", page, StringComparison.Ordinal);
        Assert.Contains("1 Platz für Hessen bis", page, StringComparison.Ordinal);
        await using var inside = Desk.Open(office.Office.Database, hesse[0].AccountId!.Value, Roles.Attendee);
        await using var outside = Desk.Open(office.Office.Database, others[2].AccountId!.Value, Roles.Attendee);
        Assert.Contains("Eintragen", (await inside.ReadAsync("/workshops", Ct)).QuerySelector("li.workshop")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ausgebucht", (await outside.ReadAsync("/workshops", Ct)).QuerySelector("li.workshop")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_keeps_seats_and_says_what_is_missing()
    {
        await using var office = await WorkshopOffice.OpenAsync();
        var workshop = await office.WorkshopAsync("Werkstatt", 3);
        await using var desk = Desk.Open(office.Office.Database, WorkshopOffice.Olga, Roles.Organiser);
        var address = $"/organisation/programm/workshops/{workshop.SessionId}/plaetze";

        using (var wrong = await desk.SendAsync(address, new Dictionary<string, string> { ["Input.KeptSeats"] = "4" }, Ct))
        {
            var text = (await Desk.ParseAsync(wrong, Ct)).Body!.TextContent;
            Assert.Contains("bis wann die Plätze freigehalten werden", text, StringComparison.Ordinal);
            Assert.Contains("für welche Ebenen oder Länder", text, StringComparison.Ordinal);
            Assert.Contains("höchstens so viele Plätze, wie es gibt", text, StringComparison.Ordinal);
        }

        using (var saved = await desk.SendAsync(address, new Dictionary<string, string> { ["Input.KeptSeats"] = "2", ["Input.KeptLevels"] = "Kommune", ["Input.KeptUntil"] = "2027-03-01T12:00" }, Ct)) Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
        var settings = Assert.Single(await office.Office.AllAsync<Workshop>(Ct)).Settings;
        Assert.Equal((2, "Kommune", ""), (settings.KeptSeats, settings.KeptLevelList, settings.KeptLandList));
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 11, 0, 0, TimeSpan.Zero), settings.KeptUntil);
    }

    private static Submission FromHesse(Submission submission) => submission with { Person = submission.Person with { Level = AdministrativeLevel.Land, Land = Land.Hessen } };

    private static Func<WorkshopSettings, WorkshopSettings> Keeping(WorkshopOffice office, int seats) =>
        settings => settings with { KeptSeats = seats, KeptLandList = nameof(Land.Hessen), KeptUntil = office.Office.Clock.GetUtcNow().AddDays(7) };
}
