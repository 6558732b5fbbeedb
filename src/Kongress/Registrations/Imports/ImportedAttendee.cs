using Kongress.Registrations.Rows;

namespace Kongress.Registrations.Imports;

/// <summary>By which word another system knows a registration: the same reference read again is the same person for ever.</summary>
public sealed class ImportedAttendee(Guid conferenceId, string reference, Guid registrationId, DateTimeOffset importedAt)
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; } = conferenceId;

    /// <summary>At most 60 characters, compared as it stands.</summary>
    public string Reference { get; private set; } = reference;

    public Guid RegistrationId { get; private set; } = registrationId;

    public DateTimeOffset ImportedAt { get; private set; } = importedAt;
}

/// <summary>What becomes of a row.</summary>
public enum AttendeeLineKind
{
    New,
    Changed,
    Unchanged,

    /// <summary>The address is registered already: the reference is noted, nothing else changes.</summary>
    Linked,
    Faulty,
}

/// <summary>Why a row without faults in itself changes nothing, or cannot be read in.</summary>
public enum AttendeeLineNote
{
    None,

    /// <summary>The registration of this reference has ended; it is not revived.</summary>
    Ended,

    /// <summary>The reference belongs to a registration with another address.</summary>
    OtherAddress,
}

/// <param name="Reference">Cleaned; empty while there are faults.</param>
public sealed record AttendeeLine(CheckedRow Row, string Reference, AttendeeLineKind Kind, AttendeeLineNote Note = AttendeeLineNote.None)
{
    /// <summary>The one rule for the report and for the deed.</summary>
    /// <param name="byReference">The registration of the reference; null: the reference is new.</param>
    /// <param name="byAddress">A living registration of the address.</param>
    public static AttendeeLine Of(CheckedRow row, Registration? byReference, Registration? byAddress)
    {
        var reference = ReferenceOf(row);
        if (!row.IsGood) return new AttendeeLine(row, reference, AttendeeLineKind.Faulty);
        if (byReference is null) return new AttendeeLine(row, reference, byAddress is null ? AttendeeLineKind.New : AttendeeLineKind.Linked);
        if (!byReference.IsActive) return new AttendeeLine(row, reference, AttendeeLineKind.Unchanged, AttendeeLineNote.Ended);
        if (byReference.Email != row.Email) return new AttendeeLine(row, reference, AttendeeLineKind.Faulty, AttendeeLineNote.OtherAddress);
        return new AttendeeLine(row, reference, PersonFor(row, byReference) == byReference.Person && DaysFor(row, byReference) == byReference.Attendance ? AttendeeLineKind.Unchanged : AttendeeLineKind.Changed);
    }

    public static string ReferenceOf(CheckedRow row) => row.IsGood ? (row.Row.Reference ?? "").Trim().Normalize() : "";

    /// <summary>What the file does not know stays.</summary>
    public static Person PersonFor(CheckedRow row, Registration registration) => row.Person! with { BadgeName = registration.Person.BadgeName, Unit = registration.Person.Unit };

    /// <inheritdoc cref="PersonFor"/>
    public static Attendance DaysFor(CheckedRow row, Registration registration) => registration.Attendance with { Day1 = row.Row.Day1, Day2 = row.Row.Day2, Evening = row.Row.Evening };
}

/// <summary>A line for each row of the file, in its order.</summary>
public sealed record AttendeeReport(IReadOnlyList<AttendeeLine> Lines, IReadOnlyList<string> IgnoredColumns)
{
    public int Count(AttendeeLineKind kind) => Lines.Count(l => l.Kind == kind);

    /// <summary>Whether carrying it out would do anything.</summary>
    public bool DoesSomething => Lines.Any(l => l.Kind is AttendeeLineKind.New or AttendeeLineKind.Changed or AttendeeLineKind.Linked);
}
