using System.Globalization;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Imports;
using Kongress.Tests.Hosting;
using static Kongress.Tests.Registrations.Groups.GroupOffice;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>How long a place is held for people whom others registered, and how they are reminded.</summary>
public sealed class TimeToConfirmTests
{
    private const string First = "p1@stadt-koeln.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-24 12:00", "2026-11-26 12:00")]
    [InlineData("2026-11-24 12:01", "2026-11-27 12:00")]
    [InlineData("2026-11-27 14:00", "2026-11-30 12:00")]
    [InlineData("2026-11-25 13:00", "2026-11-30 12:00")]
    [InlineData("2026-11-29 03:00", "2026-12-01 12:00")]
    [InlineData("2027-03-26 09:00", "2027-03-29 12:00")]
    public void The_time_ends_at_noon_of_a_working_day_and_is_never_shorter_than_the_hours_of_the_edition(string from, string until)
    {
        var conference = Any.Conference(DateTimeOffset.UnixEpoch);
        DateTimeOffset At(string local) => conference.Time.Instant(DateOnly.Parse(local[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(local[11..], CultureInfo.InvariantCulture));

        Assert.Equal(At(until), conference.HoldEnd(At(from)));
    }

    [Theory, EveryDatabase]
    public async Task Half_way_the_person_is_reminded_once_in_working_time(string provider)
    {
        await using var office = await OpenAsync(1, provider);
        // Friday at two in the afternoon; the place is held until Monday noon, half of it is over in the night to Sunday.
        office.Office.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 13, 0, 0, TimeSpan.Zero));
        await office.SubmitAsync(Form(Row(1), Row(2), Row(3)));
        await office.ConfirmAsync("p3@stadt-koeln.example");

        Assert.Equal([], await RemindersAsync(office, new DateTimeOffset(2026, 11, 27, 17, 0, 0, TimeSpan.Zero)));
        Assert.Equal([], await RemindersAsync(office, new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal([], await RemindersAsync(office, new DateTimeOffset(2026, 11, 30, 6, 59, 0, TimeSpan.Zero)));
        Assert.Equal([First, "p2@stadt-koeln.example"], await RemindersAsync(office, new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero)));
        Assert.Equal([First, "p2@stadt-koeln.example"], await RemindersAsync(office, new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero)));

        var texts = (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.StillToConfirm").OrderBy(m => m.ToAddress, StringComparer.Ordinal).Select(m => Letters.Read(m).TextBody!).ToList();
        Assert.Contains("Bis Mo., 30. November 2026, 12:00 Uhr ist ein Platz für Sie reserviert.", texts[0], StringComparison.Ordinal);
        Assert.Contains("Sie stehen dann auf der Warteliste", texts[1], StringComparison.Ordinal);
        Assert.Equal(2, (await office.Office.AllAsync<Change>(Ct)).Count(c => c.Action == "Registration.RemindedToConfirm"));
        var secret = await office.Office.LastSecretAsync("Registration.StillToConfirm", First, Ct);
        Assert.Equal(ConfirmEmailOutcome.UnderReview, (await office.Office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct))).Outcome);
    }

    [Fact]
    public async Task Sent_once_more_by_hand_the_half_counts_from_there()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        office.Office.Clock.Advance(TimeSpan.FromHours(23));
        await office.DoAsync(First, (desk, secret, id) => desk.ResendAsync(secret, id, Ct));

        Assert.Equal([], await RemindersAsync(office, new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero)));
        Assert.Equal([First], await RemindersAsync(office, new DateTimeOffset(2026, 11, 26, 11, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Imported_people_and_substitutes_are_reminded_and_who_registered_themself_is_not()
    {
        await using var office = await OpenAsync(10);
        await office.Office.SubmitAsync(office.Conference, Any.Submission("selbst@bund.de"), Ct);
        await office.Office.UseAsync<AttendeeImportDesk, AttendeeReport?>(desk => desk.CarryOutAsync(
            office.Conference, "Referenz;Vorname;Nachname;E-Mail-Adresse;Organisation;Verwaltungsebene;Land;Tag 1;Tag 2;Abend\r\nA-1;Lou;Weiß;lou@bund.de;BMI;Bund;;ja;ja;nein\r\n"u8.ToArray(), "Meldung", Guid.CreateVersion7(), null, Ct));
        await office.Office.RegisterAsync(office.Conference, "jo@bund.de", Ct);
        var jo = await office.Office.RegistrationOfAsync("jo@bund.de", Ct);
        await office.Office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(jo.Id, jo.AccountId!.Value, Any.Submission("kim@bund.de"), Ct));

        Assert.Equal(["kim@bund.de", "lou@bund.de"], await RemindersAsync(office, office.Office.Clock.GetUtcNow().AddHours(25)));
    }

    [Theory, EveryDatabase]
    public async Task A_hundred_people_and_ten_runs_at_once_are_a_hundred_reminders(string provider)
    {
        await using var office = await OpenAsync(200, provider);
        foreach (var round in new[] { 0, 1 }) await office.SubmitAsync(Form([.. Enumerable.Range(round * 50, 50).Select(Row)]) with { ContactEmail = $"s{round}@stadt-koeln.example" });
        office.Office.Clock.Advance(TimeSpan.FromHours(25));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.Office.UseAsync<HoldDesk>(desk => desk.RemindDueAsync(Ct)), Ct)));

        Assert.Equal(100, (await office.MailsAsync()).Count(m => m.StartsWith("Registration.StillToConfirm", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_the_lock_two_runs_remind_twice()
    {
        await using var office = await OpenAsync(10);
        await office.SubmitAsync(Form(Row(1)));
        office.Office.Clock.Advance(TimeSpan.FromHours(25));
        var bothHaveLooked = new Rendezvous(2);
        var race = office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));

        var first = race.UseAsync<HoldDesk>(desk => desk.RemindDueAsync(Ct));
        await bothHaveLooked.Arrived(1);
        await Task.WhenAll(first, race.UseAsync<HoldDesk>(desk => desk.RemindDueAsync(Ct)));

        Assert.Equal(2, (await office.MailsAsync()).Count(m => m.StartsWith("Registration.StillToConfirm", StringComparison.Ordinal)));
    }

    private static async Task<List<string>> RemindersAsync(GroupOffice office, DateTimeOffset at)
    {
        office.Office.Clock.SetUtcNow(at);
        await office.Office.UseAsync<HoldDesk>(desk => desk.RemindDueAsync(Ct));
        return [.. (await office.Office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Registration.StillToConfirm").Select(m => m.ToAddress).Order(StringComparer.Ordinal)];
    }
}
