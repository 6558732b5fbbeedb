using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Reminders;

/// <summary>What people read: in their language, with the true distance to the congress, and with all that they need on the way.</summary>
public sealed class ReminderLetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(14, "In zwei Wochen: ", "In two weeks: ")]
    [InlineData(13, "In 13 Tagen: ", "In 13 days: ")]
    [InlineData(7, "In einer Woche: ", "In one week: ")]
    [InlineData(2, "In 2 Tagen: ", "In 2 days: ")]
    [InlineData(1, "Morgen: ", "Tomorrow: ")]
    [InlineData(0, "Heute: ", "Today: ")]
    public async Task The_subject_says_how_many_days_are_left_however_late_it_is(int daysBefore, string german, string english)
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite);
        await office.RegisterAsync("jo@bund.de");
        await office.RegisterAsync("ann@bund.de", Language.English);
        office.MoveTo(daysBefore, new(9, 0));

        await office.RunAsync();

        var subjects = (await office.MailsAsync()).ToDictionary(m => m.ToAddress, m => m.Subject);
        Assert.Equal((german + office.Conference.Name, english + office.Conference.Name), (subjects["jo@bund.de"], subjects["ann@bund.de"]));
    }

    [Fact]
    public async Task It_holds_the_day_the_doors_the_place_and_the_valid_ticket()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        await office.RunAtAsync(ReminderOffice.DueAt[2]);

        var letter = Letters.Read(Assert.Single(await office.MailsAsync()));

        Assert.Equal("Ayşe Şahin", letter.To.Mailboxes.Single().Name);
        Assert.Equal("kongress@land.example", letter.ReplyTo.Mailboxes.Single().Address);
        var code = Secret.Grouped(Assert.Single(await office.Office.AllAsync<Ticket>(Ct)).Code);
        foreach (var part in new[] { "Guten Tag Ayşe Şahin,", "Di., 30. März 2027", "Einlass ab 09:30 Uhr, Beginn 11:00 Uhr", "Kurhausplatz 1", code, "/mein-kongress" })
        {
            Assert.Contains(part, letter.TextBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_registered_in_English_reads_nothing_German()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite);
        await office.RegisterAsync("ann@bund.de", Language.English);
        await office.RunAtAsync(ReminderOffice.DueAt[2]);

        var letter = Letters.Read(Assert.Single(await office.MailsAsync()));

        Assert.Contains("Tue, 30 March 2027", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Doors open at 09:30, begins at 11:00", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", letter.HtmlBody, StringComparison.Ordinal);
        foreach (var german in new[] { "Guten Tag", "Uhr", "Dabei", "Ort", "Sie ", "Mein Kongress", "Grüße" }) Assert.DoesNotContain(german, letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_ticket_is_not_sent_around_again()
    {
        await using var office = await ReminderOffice.OpenAsync(Databases.Sqlite, "ayse@bund.de");
        var ayse = await office.Office.RegistrationOfAsync("ayse@bund.de", Ct);
        await office.Office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(ayse.Id, ayse.AccountId!.Value, Any.Submission("jo@bund.de", "Jo", "Özil"), Ct));
        var secret = await office.Office.LastSecretAsync("Registration.NamedAsSubstitute", "jo@bund.de", Ct);
        await office.Office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct));

        await office.RunAtAsync(ReminderOffice.DueAt[0]);

        var mail = Assert.Single(await office.MailsAsync());
        var tickets = await office.Office.AllAsync<Ticket>(Ct);
        Assert.Equal("jo@bund.de", mail.ToAddress);
        Assert.Equal(2, tickets.Count);
        Assert.All(tickets, t => Assert.Equal(t.IsActive, Letters.Read(mail).TextBody!.Contains(Secret.Grouped(t.Code), StringComparison.Ordinal)));
    }
}
