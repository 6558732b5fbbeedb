namespace Kongress.Programme.Conflicts;

public enum Severity
{
    /// <summary>Good to know.</summary>
    Hint,

    /// <summary>Should be looked at.</summary>
    Warning,

    /// <summary>Cannot happen like this; stops a release.</summary>
    Error,
}

public enum ConflictKind
{
    /// <summary>Two things in one room at the same time.</summary>
    RoomTwice,

    /// <summary>One person at two places at the same time.</summary>
    PersonTwice,
    PersonUnavailable,

    /// <summary>The person said nothing about this time.</summary>
    PersonUnknown,
    RoomClosed,

    /// <summary>Before the doors open or after the end.</summary>
    OutsideHours,

    /// <summary>Too little time to change the room over.</summary>
    RoomChangeover,

    /// <summary>Too little time to walk from one room to the other.</summary>
    PersonChangeover,

    /// <summary>More seats than the room has places.</summary>
    RoomTooSmall,

    /// <summary>More people are expected, or marked the session, than the room has places.</summary>
    RoomTight,
    EquipmentMissing,
    NotStepFree,
    InterpreterMissing,

    /// <summary>A person has not said yes.</summary>
    Unconfirmed,

    /// <summary>A person who is needed has said no.</summary>
    Declined,
    NobodyOnStage,
    NoModerator,
    InBreak,
    BesidePlenary,
    BiographyMissing,
    PortraitConsentMissing,
    RecordingConsentMissing,
    RecordingRefused,
    SlidesMissing,

    /// <summary>It has a slot, but has not been decided: a release leaves it out.</summary>
    NotDecided,

    /// <summary>It was decided, but has no slot.</summary>
    Unplaced,

    /// <summary>The slot is longer or shorter than the session wants.</summary>
    LengthDiffers,
}

/// <summary>Something that does not fit, found by <see cref="ConflictFinder"/>.</summary>
public sealed record Conflict(ConflictKind Kind, Severity Severity)
{
    /// <summary>The session it is about; null for two blockers.</summary>
    public Guid? SessionId { get; init; }

    public Guid? SlotId { get; init; }

    /// <summary>The slot on the other side.</summary>
    public Guid? OtherSlotId { get; init; }

    public Guid? RoomId { get; init; }

    public Guid? SpeakerId { get; init; }

    /// <summary>Minutes there are, people too many, or missing equipment as flags: what the kind counts.</summary>
    public int Amount { get; init; }

    /// <summary>Names the conflict as long as the same things are in each other's way; at most 200 characters.</summary>
    public string Key => string.Join(':', new object?[] { Kind, SlotId ?? SessionId, OtherSlotId, RoomId, SpeakerId }.OfType<object>().Select(part => part is Guid id ? id.ToString("N") : part.ToString()));

    public bool Concerns(Guid slotId) => SlotId == slotId || OtherSlotId == slotId;
}
