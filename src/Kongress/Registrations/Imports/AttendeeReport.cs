using Kongress.Registrations.Rows;
using Kongress.Shared;

namespace Kongress.Registrations.Imports;

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

    /// <summary>The registration of this reference has ended otherwise than by its time to confirm; it is not revived.</summary>
    Ended,

    /// <summary>The reference belongs to a registration with another address.</summary>
    OtherAddress,

    /// <summary>As what somebody comes is said when they are new; it stays.</summary>
    OtherKind,

    /// <summary>The list now names a company, and the person does not come as an exhibitor.</summary>
    CompanyWithoutStand,
}

/// <summary>A registration that was read in before, with what the list said then.</summary>
internal sealed record KnownAttendee(ImportedAttendee Imported, Registration Registration);

/// <summary>What a registration says of a person.</summary>
public sealed record AttendeeAnswers(Person Person, Attendance Days);

public sealed record AttendeeLine(CheckedRow Row, AttendeeLineKind Kind, AttendeeLineNote Note = AttendeeLineNote.None)
{
    /// <summary>Where something changes: how it was.</summary>
    public AttendeeAnswers? Before { get; private init; }

    /// <summary>Where something changes: how it will be, or is.</summary>
    public AttendeeAnswers? After { get; private init; }

    /// <summary>The one rule for the report and for the deed.</summary>
    /// <param name="known">The registration of the reference; null: the reference is new.</param>
    /// <param name="byAddress">A living registration of the address.</param>
    internal static AttendeeLine Of(CheckedRow row, KnownAttendee? known, Registration? byAddress)
    {
        if (!row.IsGood) return new AttendeeLine(row, AttendeeLineKind.Faulty);
        // Who let the time pass is as unknown as before: an organiser who still names them wants them to come.
        if (known is not var (imported, registration) || registration is { Status: RegistrationStatus.Expired, AccountId: null }) return byAddress is null ? new AttendeeLine(row, AttendeeLineKind.New) : new AttendeeLine(row, AttendeeLineKind.Linked, NoteFor(byAddress));
        if (!registration.IsActive) return new AttendeeLine(row, AttendeeLineKind.Unchanged, AttendeeLineNote.Ended);
        if (registration.Email != row.Email) return new AttendeeLine(row, AttendeeLineKind.Faulty, AttendeeLineNote.OtherAddress);
        var before = new AttendeeAnswers(registration.Person, registration.Attendance);
        var after = new AttendeeAnswers(imported.PersonFor(row, registration), imported.DaysFor(row, registration));
        if (after.Person.Level is AdministrativeLevel.Unternehmen && registration.Kind is not AttendeeKind.Exhibitor) return new AttendeeLine(row, AttendeeLineKind.Faulty, AttendeeLineNote.CompanyWithoutStand);
        return before == after
            ? new AttendeeLine(row, AttendeeLineKind.Unchanged, NoteFor(registration))
            : new AttendeeLine(row, AttendeeLineKind.Changed, NoteFor(registration)) { Before = before, After = after };

        AttendeeLineNote NoteFor(Registration there) =>
            row.Kind is { } told && AttendeeKinds.Of(told, row.Person!.Level) != there.Kind ? AttendeeLineNote.OtherKind : AttendeeLineNote.None;
    }

    /// <summary>Cleaned; empty while there are faults.</summary>
    internal static string ReferenceOf(CheckedRow row) => row.IsGood ? (row.Row.Reference ?? "").Trim().Normalize() : "";
}

/// <summary>A line for each row of the file, in its order.</summary>
public sealed record AttendeeReport(IReadOnlyList<AttendeeLine> Lines, IReadOnlyList<string> IgnoredColumns)
{
    public int Count(AttendeeLineKind kind) => Lines.Count(l => l.Kind == kind);

    /// <summary>Whether carrying it out would do anything.</summary>
    public bool DoesSomething => Lines.Any(l => l.Kind is AttendeeLineKind.New or AttendeeLineKind.Changed or AttendeeLineKind.Linked);
}
