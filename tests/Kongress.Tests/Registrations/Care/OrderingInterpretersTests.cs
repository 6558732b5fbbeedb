using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Care;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Care;

/// <summary>Interpreters are ordered in time, and nobody reads for whom.</summary>
public sealed class OrderingInterpretersTests
{
    private static readonly DateOnly LastDay = new(2027, 2, 26);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, "2027-02-27T12:00Z", true, InterpreterAlarm.None)]
    [InlineData(true, false, "2027-02-11T12:00Z", true, InterpreterAlarm.None)]
    [InlineData(true, false, "2027-02-11T23:30Z", true, InterpreterAlarm.Soon)]
    [InlineData(true, false, "2027-02-26T22:59Z", true, InterpreterAlarm.Soon)]
    [InlineData(true, false, "2027-02-26T23:01Z", true, InterpreterAlarm.Late)]
    [InlineData(true, true, "2027-02-27T12:00Z", true, InterpreterAlarm.None)]
    [InlineData(true, false, "2027-03-27T10:00Z", true, InterpreterAlarm.None)]
    [InlineData(true, false, "2026-11-24T12:00Z", false, InterpreterAlarm.DateMissing)]
    public void The_alarm_follows_need_date_and_order(bool needed, bool ordered, string at, bool dated, InterpreterAlarm alarm)
    {
        var now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var conference = Any.Conference(now);
        (conference.InterpretersOrderBy, conference.SignLanguageOrdered) = (dated ? LastDay : null, ordered);

        Assert.Equal(alarm, InterpreterState.Of(conference, needed, false, now).Alarm);
    }

    [Theory]
    [InlineData(true, true, true, false, InterpreterAlarm.Soon, "Schriftdolmetschen")]
    [InlineData(true, true, false, true, InterpreterAlarm.Soon, "Dolmetschen in Deutsche Gebärdensprache")]
    [InlineData(true, true, false, false, InterpreterAlarm.Soon, "Dolmetschen in Deutsche Gebärdensprache und Schriftdolmetschen")]
    [InlineData(true, true, true, true, InterpreterAlarm.None, "")]
    [InlineData(false, true, true, false, InterpreterAlarm.Soon, "Schriftdolmetschen")]
    [InlineData(false, true, false, true, InterpreterAlarm.None, "")]
    public void What_is_ordered_of_one_kind_silences_no_other(bool signLanguage, bool speechToText, bool signOrdered, bool textOrdered, InterpreterAlarm alarm, string kinds)
    {
        var now = new DateTimeOffset(2027, 2, 20, 9, 0, 0, TimeSpan.Zero);
        var conference = Any.Conference(now);
        (conference.InterpretersOrderBy, conference.SignLanguageOrdered, conference.SpeechToTextOrdered) = (LastDay, signOrdered, textOrdered);

        var state = InterpreterState.Of(conference, signLanguage, speechToText, now);

        Assert.Equal((alarm, kinds), (state.Alarm, state.Kinds));
    }

    [Theory, EveryDatabase]
    public async Task A_need_of_another_kind_is_told_anew_after_the_first_was_ordered(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(20, Ct, c => c.InterpretersOrderBy = LastDay);
        await office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync("eins@land.example", "Team", [Roles.Organiser], "Drei Zebras tanzen langsam", office.Clock.GetUtcNow(), Ct));
        Task NeedAsync(string email, Assistance assistance) => office.SubmitAsync(conference, Any.Submission(email) with { Health = new HealthInput(Diet.NoAnswer, null, assistance, null, "test") }, Ct);
        office.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 20, 9, 0, 0, TimeSpan.Zero));
        await NeedAsync("eins@bund.de", Assistance.SignLanguage);
        Assert.Equal(1, await RunAsync(office));
        await EditAsync(office, conference, new ConferenceEdit.Interpreting(LastDay, true, false));

        await NeedAsync("zwei@bund.de", Assistance.SpeechToText);
        Assert.Equal((1, 0), (await RunAsync(office), await RunAsync(office)));

        var second = Letters.Read((await office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Interpreters.OrderSoon").OrderBy(m => m.Id).Last()).TextBody!;
        Assert.Contains("Schriftdolmetschen", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Gebärdensprache", second, StringComparison.Ordinal);
        await NeedAsync("drei@bund.de", Assistance.SpeechToText | Assistance.SignLanguage);
        Assert.Equal(0, await RunAsync(office));
    }

    [Theory, EveryDatabase]
    public async Task Every_organiser_is_told_once_for_each_date_and_reads_no_name(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(20, Ct, c => c.InterpretersOrderBy = LastDay);
        foreach (var (address, role) in new[] { ("eins@land.example", Roles.Organiser), ("zwei@land.example", Roles.Organiser), ("tuer@land.example", Roles.Door) })
        {
            await office.UseAsync<StaffDesk, Account>(desk => desk.CreateStaffAsync(address, "Team", [role], "Drei Zebras tanzen langsam", office.Clock.GetUtcNow(), Ct));
        }

        office.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RunAsync(office));
        await office.SubmitAsync(conference, Any.Submission("taub@bund.de") with { Health = new HealthInput(Diet.NoAnswer, null, Assistance.SignLanguage | Assistance.Parking, "Bitte vorne", "test") }, Ct);
        Assert.Equal(2, await RunAsync(office));
        Assert.Equal(0, await RunAsync(office));

        var mails = (await office.AllAsync<OutgoingMail>(Ct)).Where(m => m.Kind == "Interpreters.OrderSoon").ToList();
        Assert.Equal(["eins@land.example", "zwei@land.example"], mails.Select(m => m.ToAddress).Order(StringComparer.Ordinal));
        Assert.All(mails, mail =>
        {
            var text = Letters.Read(mail).TextBody!;
            Assert.Contains("Dolmetschen in Deutsche Gebärdensprache", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Şahin", text, StringComparison.Ordinal);
            Assert.DoesNotContain("taub@", text, StringComparison.Ordinal);
        });
        Assert.Equal("2", Assert.Single(await office.AllAsync<Change>(Ct), c => c.Action == "Interpreters.Alarm").Detail);

        await EditAsync(office, conference, new ConferenceEdit.Interpreting(new DateOnly(2027, 2, 28), false, false));
        Assert.Equal(2, await RunAsync(office));
        await EditAsync(office, conference, new ConferenceEdit.Interpreting(new DateOnly(2027, 3, 1), true, false));
        Assert.Equal(0, await RunAsync(office));
    }

    [Fact]
    public async Task The_desk_shows_the_alarm_until_it_is_ticked_off_and_the_last_day_lies_before_the_congress()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(20, Ct);
        await office.SubmitAsync(conference, Any.Submission("taub@bund.de") with { Health = new HealthInput(Diet.NoAnswer, null, Assistance.SpeechToText, null, "test") }, Ct);
        await using var desk = Desk.Open(office.Database, Guid.CreateVersion7(), Roles.Organiser);
        const string page = "/organisation/kongress/dolmetschen";

        Assert.Contains("Bis wann können Sie es bestellen?", (await desk.ReadAsync("/organisation", Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var late = await desk.SendAsync(page, new Dictionary<string, string> { ["Input.OrderBy"] = "2027-03-27" }, Ct)) Assert.Contains("muss vor dem Kongress liegen", (await Desk.ParseAsync(late, Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var saved = await desk.SendAsync(page, new Dictionary<string, string> { ["Input.OrderBy"] = "2026-11-30" }, Ct)) Assert.Equal(System.Net.HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Bitte bestellen Sie Dolmetschen bis Mo., 30. November 2026.", (await desk.ReadAsync("/organisation", Ct)).Body!.TextContent, StringComparison.Ordinal);
        using (var done = await desk.SendAsync(page, new Dictionary<string, string> { ["Input.SpeechToTextOrdered"] = "true" }, Ct)) Assert.Equal(System.Net.HttpStatusCode.Redirect, done.StatusCode);
        Assert.DoesNotContain("Bitte bestellen Sie", (await desk.ReadAsync("/organisation", Ct)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<int> RunAsync(Office office) => office.UseAsync<InterpreterDesk, int>(desk => desk.AlarmDueAsync(Ct));

    private static async Task EditAsync(Office office, Conference conference, ConferenceEdit edit)
    {
        var version = (await office.AllAsync<Conference>(Ct)).Single(c => c.Id == conference.Id).Version;
        Assert.Equal(EditOutcome.Saved, (await office.UseAsync<ConferenceDesk, EditResult>(desk => desk.EditAsync(conference.Id, version, edit, Guid.CreateVersion7(), Ct))).Outcome);
    }
}
