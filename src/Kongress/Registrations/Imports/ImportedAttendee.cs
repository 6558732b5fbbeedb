using System.Globalization;
using Kongress.Registrations.Rows;
using Kongress.Shared;

namespace Kongress.Registrations.Imports;

/// <summary>By which word another system knows a registration: the same reference read again is the same person for ever.</summary>
/// <remarks>Remembers what the list said last, so that only what has changed there is taken over and nobody's own changes are undone.</remarks>
public sealed class ImportedAttendee
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>At most 60 characters, compared as the database compares: on SQLite as it stands, on SQL Server by its collation.</summary>
    public string Reference { get; private set; } = "";

    public Guid RegistrationId { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>Tells whether name, organisation or function in the list have changed: SHA-256 in hexadecimal, 64 characters.</summary>
    public string ToldPerson { get; private set; } = "";

    public bool ToldDay1 { get; private set; }

    public bool ToldDay2 { get; private set; }

    public bool ToldEvening { get; private set; }

    private ImportedAttendee()
    {
    }

    public ImportedAttendee(Guid conferenceId, CheckedRow row, Guid registrationId, DateTimeOffset importedAt)
    {
        ConferenceId = conferenceId;
        Reference = AttendeeLine.ReferenceOf(row);
        RegistrationId = registrationId;
        ImportedAt = importedAt;
        Tell(row);
    }

    /// <summary>The reference stands for another registration from now on, as the former has lapsed.</summary>
    internal void StandFor(CheckedRow row, Guid registrationId, DateTimeOffset now)
    {
        (RegistrationId, ImportedAt) = (registrationId, now);
        Tell(row);
    }

    /// <summary>The same where the person registered again by themselves: what the list said stays said.</summary>
    internal void StandFor(Guid registrationId) => RegistrationId = registrationId;

    /// <summary>What the list says now.</summary>
    internal void Tell(CheckedRow row) => (ToldPerson, ToldDay1, ToldDay2, ToldEvening) = (PrintOf(row.Person!), row.Row.Day1, row.Row.Day2, row.Row.Evening);

    /// <summary>The person as the registration should be: the list's where it has changed, without what no list knows.</summary>
    internal Person PersonFor(CheckedRow row, Registration registration) =>
        PrintOf(row.Person!) == ToldPerson ? registration.Person : row.Person! with { BadgeName = registration.Person.BadgeName, Unit = registration.Person.Unit };

    /// <summary>The days as they should be: each one as in the list where its answer there has changed.</summary>
    internal Attendance DaysFor(CheckedRow row, Registration registration)
    {
        var (typed, now) = (row.Row, registration.Attendance);
        var merged = now with
        {
            Day1 = typed.Day1 == ToldDay1 ? now.Day1 : typed.Day1,
            Day2 = typed.Day2 == ToldDay2 ? now.Day2 : typed.Day2,
            Evening = typed.Evening == ToldEvening ? now.Evening : typed.Evening,
        };
        // What is left may be nothing: then the list decides, as it names at least one part.
        return merged.Any ? merged : now with { Day1 = typed.Day1, Day2 = typed.Day2, Evening = typed.Evening };
    }

    private static string PrintOf(Person person) => Secret.Hash(string.Join(
        '\u001f', person.Title, person.GivenName, person.FamilyName, person.Organisation, person.Function, ((int)person.Level).ToString(CultureInfo.InvariantCulture), person.Land?.ToString()));
}
