using System.Text;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;
using MimeKit;

namespace Kongress.Tests.Mail;

/// <summary>What people find in their inbox.</summary>
public sealed class LettersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ticket_mail_has_text_and_simple_html_the_code_as_a_picture_and_the_dates_as_a_file()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(800, Ct), "ayse@bund.de", Ct);
        var mail = (await office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Registration.Confirmed");
        var letter = Letters.Read(mail);
        var code = Secret.Grouped(Assert.Single(await office.AllAsync<Ticket>(Ct)).Code);

        Assert.Equal("Ihre Teilnahme ist bestätigt – 15. IT-Planungskongress", letter.Subject);
        Assert.Equal("Ayşe Şahin", letter.To.Mailboxes.Single().Name);
        Assert.Equal("kongress@land.example", letter.ReplyTo.Mailboxes.Single().Address);
        Assert.Contains(code, letter.TextBody, StringComparison.Ordinal);
        Assert.Contains(code, letter.HtmlBody, StringComparison.Ordinal);
        var picture = letter.BodyParts.OfType<MimePart>().Single(part => part.ContentType.MimeType == "image/png");
        Assert.Contains($"cid:{picture.ContentId}", letter.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", letter.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", letter.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", letter.HtmlBody, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_calendar_file_holds_each_day_in_local_time_with_its_zone_and_short_lines()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.RegisterAsync(await office.ConferenceAsync(800, Ct), "ayse@bund.de", Ct);
        var mail = (await office.AllAsync<OutgoingMail>(Ct)).Single(m => m.Kind == "Registration.Confirmed");
        var file = Letters.Read(mail).BodyParts.OfType<MimePart>().Single(part => part.FileName?.EndsWith(".ics", StringComparison.Ordinal) == true);
        using var content = new MemoryStream();
        await file.Content!.DecodeToAsync(content, Ct);
        // Text parts travel with the line ends of the mail around them.
        var text = Encoding.UTF8.GetString(content.ToArray()).ReplaceLineEndings("\r\n");
        var lines = text.Split("\r\n");
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("TZID:Europe/Berlin", unfolded);
        // The second day begins after the change to summer time, at nine by the clock.
        Assert.Equal(
            ["DTSTART;TZID=Europe/Berlin:20270327T110000", "DTSTART;TZID=Europe/Berlin:20270327T190000", "DTSTART;TZID=Europe/Berlin:20270328T090000"],
            unfolded.Where(line => line.StartsWith("DTSTART;TZID", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(3, unfolded.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public async Task Who_registers_in_English_is_written_to_in_English()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        var conference = await office.ConferenceAsync(800, Ct);

        await office.SubmitAsync(conference, Any.Submission("ann@bund.de") with { Language = Language.English }, Ct);

        var letter = Letters.Read(Assert.Single(await office.AllAsync<OutgoingMail>(Ct)));
        Assert.Equal("Please confirm your e-mail address – 15. IT-Planungskongress", letter.Subject);
        Assert.Contains("Dear Ayşe Şahin", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Bitte", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_speak_English_to_an_English_browser()
    {
        await using var office = await Office.OpenAsync(Databases.Sqlite, Ct);
        await office.ConferenceAsync(800, Ct);
        await using var visitor = Desk.Open(office.Database, Guid.Empty);
        visitor.Browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US,en;q=0.9");

        var page = await visitor.ReadAsync("/anmeldung", Ct);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Registration", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Given name", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Vorname", page.Body.TextContent, StringComparison.Ordinal);
    }
}
