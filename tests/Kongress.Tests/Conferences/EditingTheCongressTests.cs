using Kongress.Conferences;
using Kongress.Data;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Conferences;

/// <summary>What an organiser may and may not make of the edition.</summary>
public sealed class EditingTheCongressTests
{
    private static readonly Guid Organiser = Guid.CreateVersion7();
    private static readonly DateOnly Saturday = new(2027, 3, 27);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_clock_time_that_summer_time_skips_is_refused_and_nothing_is_stored(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        var days = await EditAsync(office, conference, new ConferenceEdit.Days([Day(Saturday), Day(Saturday.AddDays(1)) with { DoorsOpenAt = new(2, 30) }]));
        var registration = await EditAsync(office, conference, Registration(conference) with { ChangeDeadline = new DateTime(2027, 3, 28, 2, 0, 0, DateTimeKind.Unspecified) });

        Assert.Equal([new ConferenceProblem(ConferenceRule.SkippedTime, "[1].DoorsOpenAt")], days.Problems);
        Assert.Equal([new ConferenceProblem(ConferenceRule.SkippedTime, "ChangeDeadline")], registration.Problems);
        Assert.Equal(conference.Version, (await office.AllAsync<Conference>(Ct)).Single().Version);
        Assert.Empty(await office.AllAsync<Change>(Ct));
    }

    [Fact]
    public async Task Local_times_become_instants_on_both_sides_of_the_change_to_summer_time()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        await EditAsync(office, conference, Registration(conference) with { ClosesAt = Local(2027, 3, 28, 1, 59), ChangeDeadline = Local(2027, 3, 28, 3, 0) });

        var stored = (await office.AllAsync<Conference>(Ct)).Single();
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 0, 59, 0, TimeSpan.Zero), stored.RegistrationClosesAt);
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), stored.ChangeDeadline);
    }

    public static TheoryData<string, ConferenceEdit, ConferenceRule[]> Wrong => new()
    {
        { "no day", new ConferenceEdit.Days([]), [ConferenceRule.OneOrTwoDays] },
        { "three days", new ConferenceEdit.Days([Day(Saturday), Day(Saturday.AddDays(1)), Day(Saturday.AddDays(2))]), [ConferenceRule.OneOrTwoDays] },
        { "one day twice", new ConferenceEdit.Days([Day(Saturday), Day(Saturday)]), [ConferenceRule.SameDayTwice] },
        { "a gap", new ConferenceEdit.Days([Day(Saturday), Day(Saturday.AddDays(2))]), [ConferenceRule.DaysNotConsecutive] },
        { "ends first", new ConferenceEdit.Days([Day(Saturday) with { EndsAt = new(11, 0) }]), [ConferenceRule.EndsBeforeItStarts] },
        { "late doors", new ConferenceEdit.Days([Day(Saturday) with { DoorsOpenAt = new(11, 1) }]), [ConferenceRule.DoorsOpenAfterTheStart] },
        { "early evening", new ConferenceEdit.Days([Day(Saturday) with { EveningStartsAt = new(10, 0) }]), [ConferenceRule.EveningBeforeTheStart] },
        { "year 3000", new ConferenceEdit.Days([Day(new DateOnly(3000, 3, 1))]), [ConferenceRule.StrangeYear] },
        { "closes first", new ConferenceEdit.Registration(Local(2027, 2, 1, 9, 0), Local(2027, 1, 1, 9, 0), Local(2027, 2, 2, 9, 0), 48, 48), [ConferenceRule.ClosesBeforeItOpens] },
        { "closes after the end", new ConferenceEdit.Registration(Local(2027, 1, 1, 9, 0), Local(2027, 3, 30, 9, 0), Local(2027, 4, 2, 9, 0), 48, 48), [ConferenceRule.ClosesAfterTheEnd, ConferenceRule.DeadlineAfterTheEnd] },
        { "no zone", new ConferenceEdit.Venue("Kurhaus", "", "", "Europe/Wiesbaden"), [ConferenceRule.UnknownTimeZone] },
        { "no domain", new ConferenceEdit.Admission("bund.de\nbund"), [ConferenceRule.NoDomain] },
        { "health stays longest", new ConferenceEdit.Retention(7, 30, 200, 90, 180), [ConferenceRule.HealthOutlivesPeople] },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_makes_no_sense_is_refused(string what, ConferenceEdit edit, ConferenceRule[] rules)
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        var result = await EditAsync(office, conference, edit);

        Assert.Equal((what, EditOutcome.Refused), (what, result.Outcome));
        Assert.Equal(rules, result.Problems.Select(p => p.Rule));
    }

    [Theory, EveryDatabase]
    public async Task An_edit_of_an_older_version_is_refused_and_the_first_one_stays(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        var first = await EditAsync(office, conference, Registration(conference) with { HoldHours = 24 });
        var second = await EditAsync(office, conference, new ConferenceEdit.Days([Day(Saturday)]));
        var again = await office.UseAsync<ConferenceDesk, EditResult>(desk => desk.EditAsync(conference.Id, second.Version, new ConferenceEdit.Days([Day(Saturday)]), Organiser, Ct));

        Assert.Equal([EditOutcome.Saved, EditOutcome.ChangedMeanwhile, EditOutcome.Saved], new[] { first, second, again }.Select(r => r.Outcome));
        Assert.Equal(3, new[] { conference.Version, first.Version, again.Version }.Distinct().Count());
        Assert.Single(await office.AllAsync<ConferenceDay>(Ct));
        Assert.Equal(24, (await office.AllAsync<Conference>(Ct)).Single().HoldHours);
    }

    [Theory, EveryDatabase]
    public async Task The_first_day_stays_the_first_day_when_the_dates_move_by_one(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(800, Ct);
        var before = (await office.AllAsync<ConferenceDay>(Ct)).OrderBy(d => d.Date).Select(d => d.Id).ToList();

        await EditAsync(office, conference, new ConferenceEdit.Days([Day(Saturday.AddDays(2)), Day(Saturday.AddDays(1))]));

        var after = (await office.AllAsync<ConferenceDay>(Ct)).OrderBy(d => d.Date).ToList();
        Assert.Equal([Saturday.AddDays(1), Saturday.AddDays(2)], after.Select(d => d.Date));
        Assert.Equal(before, after.Select(d => d.Id));
    }

    [Fact]
    public async Task The_audit_names_the_fields_and_not_their_texts()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        await EditAsync(office, conference, Registration(conference) with { OfferHours = 12, HoldHours = 24 });
        var same = await EditAsync(office, (await office.AllAsync<Conference>(Ct)).Single(), new ConferenceEdit.Admission("bund.de\nland.example"));

        var change = Assert.Single(await office.AllAsync<Change>(Ct));
        Assert.Equal(("Conference.Changed", Organiser, conference.Id, "Registration: HoldHours, OfferHours"), (change.Action, change.ActorId!.Value, change.SubjectId, change.Detail));
        Assert.Equal(EditOutcome.Unchanged, same.Outcome);
    }

    [Fact]
    public async Task Another_zone_keeps_the_clock_times()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        await EditAsync(office, conference, new ConferenceEdit.Venue("Kulturhaus", "", "", "Europe/Lisbon"));

        var stored = (await office.AllAsync<Conference>(Ct)).Single();
        Assert.Equal(conference.Time.Local(conference.RegistrationClosesAt), stored.Time.Local(stored.RegistrationClosesAt));
        Assert.NotEqual(conference.RegistrationClosesAt, stored.RegistrationClosesAt);
    }

    [Theory, EveryDatabase]
    public async Task A_first_edition_has_start_texts_and_is_made_once(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var form = new NewConference(
            new ConferenceEdit.General(15, "15. IT-Planungskongress", "", Land.Hessen, "Ministerium „für“ Digitales", "", ""),
            new ConferenceEdit.Venue("Kurhaus", "Kurhausplatz 1\n65189 Wiesbaden", "", "Europe/Berlin"),
            new ConferenceEdit.Days([Day(Saturday), Day(Saturday.AddDays(1))]), 600, "kongress@land.example");

        var wrong = await office.UseAsync<ConferenceDesk, IReadOnlyList<ConferenceProblem>>(desk => desk.CreateAsync(form with { Days = new ConferenceEdit.Days([]) }, Organiser, Ct));
        Assert.Equal([ConferenceRule.OneOrTwoDays], wrong.Select(p => p.Rule));
        for (var i = 0; i < 2; i++) Assert.Empty(await office.UseAsync<ConferenceDesk, IReadOnlyList<ConferenceProblem>>(desk => desk.CreateAsync(form, Organiser, Ct)));

        var conference = Assert.Single(await office.AllAsync<Conference>(Ct));
        Assert.True(conference.RegistrationOpensAt < conference.RegistrationClosesAt);
        Assert.False(conference.RegistrationIsOpen(office.Clock.GetUtcNow()));
        var pages = await office.AllAsync<ConferencePage>(Ct);
        Assert.Equal(Enum.GetValues<ConferencePageKind>().Order(), pages.Select(p => p.Kind).Order());
        Assert.All(pages, page => Assert.DoesNotContain("{", page.Text, StringComparison.Ordinal));
    }

    private static ConferenceEdit.Registration Registration(Conference c) =>
        new(c.Time.Local(c.RegistrationOpensAt), c.Time.Local(c.RegistrationClosesAt), c.Time.Local(c.ChangeDeadline), c.HoldHours, c.OfferHours);

    private static DayEntry Day(DateOnly date) => new(date, new(9, 30), new(11, 0), new(18, 0), null);

    private static DateTime Local(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);

    private static Task<EditResult> EditAsync(Office office, Conference conference, ConferenceEdit edit) =>
        office.UseAsync<ConferenceDesk, EditResult>(desk => desk.EditAsync(conference.Id, conference.Version, edit, Organiser, Ct));
}
