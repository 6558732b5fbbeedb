using System.Text;
using Kongress.Registrations;
using Kongress.Registrations.Rows;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>What is wrong with a row is found where it stands; a file is read as offices write it.</summary>
public sealed class RowTests
{
    private static readonly Kongress.Conferences.Conference Conference = Any.Conference(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("Jo;Weiß;jo@stadt-koeln.example", "")]
    [InlineData("Jo;Weiß;JO@Amt.Stadt-Koeln.example ", "")]
    [InlineData("Jo;Weiß;jo@bmi.bund.de", "")]
    [InlineData(";Weiß;jo@stadt-koeln.example", "GivenName Missing")]
    [InlineData("Jo;W3iß;jo@stadt-koeln.example", "FamilyName NotInNames 3")]
    [InlineData("Jo;Wei\u200Bß;jo@stadt-koeln.example", "FamilyName Invisible U+200B")]
    [InlineData("Jo;Weiß;", "Email Missing")]
    [InlineData("Jo;Weiß;jo(at)stadt-koeln.example", "Email NoMailAddress")]
    [InlineData("Jo;Weiß;jo@firma.example", "Email ForeignDomain")]
    [InlineData("Jo;Weiß;jo@nichtstadt-koeln.example", "Email ForeignDomain")]
    [InlineData("Jo;Weiß;vor@stadt-koeln.example", "Email TwiceInTheList 1")]
    public void Each_fault_names_its_field(string row, string found)
    {
        var parts = row.Split(';');
        var rows = RowCheck.OfOffice(Conference,
            [new TypedRow { GivenName = "Vor", FamilyName = "Gänger", Email = "VOR@stadt-koeln.example" }, new TypedRow { GivenName = parts[0], FamilyName = parts[1], Email = parts[2] }],
            new Person { Organisation = "Stadt Köln" }, "sekretariat@stadt-koeln.example");

        Assert.Equal(found, string.Join(", ", rows[1].Problems.Select(p => $"{p.Field} {p.Fault} {p.Detail}".Trim())));
    }

    [Fact]
    public void A_row_of_accents_is_too_long_at_once() => Assert.Equal(
        RowFault.TooLong,
        RowCheck.OfOffice(Conference, [new TypedRow { GivenName = "a" + new string('\u0301', 900), FamilyName = "B", Email = "a@bund.de" }], new Person(), "x@bund.de")[0].Problems.Single().Fault);

    [Theory]
    [InlineData("Vorname;Nachname;E-Mail-Adresse;Tag 1;Abend\r\nJo;Weiß;jo@bund.de;x;nein\r\n", "Jo Weiß jo@bund.de True True False ")]
    [InlineData("\uFEFFtitel,VORNAME,name,e-mail,Telefon\r\nDr.,Jo,Weiß,jo@bund.de,123\r\n", "Jo Weiß jo@bund.de True True False ")]
    [InlineData("Vorname\tNachname\tMail\tTag 2\nJo\tWeiß\tjo@bund.de\tvielleicht\n", "Jo Weiß jo@bund.de True False False vielleicht")]
    public void A_file_is_read_by_its_headings(string text, string read)
    {
        var sheet = PersonSheet.Read(Encoding.UTF8.GetBytes(text), 50);

        Assert.Null(sheet.Refusal);
        Assert.Equal(read, string.Join("|", sheet.Rows.Select(r => $"{r.GivenName} {r.FamilyName} {r.Email} {r.Day1} {r.Day2} {r.Evening} {r.UnclearAnswer}")));
    }

    [Theory]
    [InlineData("", SheetRefusal.Empty)]
    [InlineData("Vorname;Nachname;E-Mail\r\n", SheetRefusal.Empty)]
    [InlineData("Jo;Weiß;jo@bund.de\r\n", SheetRefusal.HeadingsMissing)]
    [InlineData("Vorname;Nachname;E-Mail\r\na;b;c\r\na;b;c\r\na;b;c\r\n", SheetRefusal.TooManyRows)]
    [InlineData("PK\u0003\u0004kaputt", SheetRefusal.Broken)]
    [InlineData("Vor\0name", SheetRefusal.NoTable)]
    public void A_file_that_is_not_read_says_why(string text, SheetRefusal why) => Assert.Equal(why, PersonSheet.Read(Encoding.UTF8.GetBytes(text), 2).Refusal);
}
