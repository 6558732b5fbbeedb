namespace Kongress.Programme.Imports;

/// <summary>What there is to say about a row of a file.</summary>
public enum ImportNoteKind
{
    /// <summary>A session needs a title.</summary>
    TitleMissing,

    /// <summary>The start, or one of its parts, is no time.</summary>
    TimeUnreadable,

    /// <summary>The clock skips this time: summer time begins.</summary>
    TimeSkipped,

    /// <summary>The length is none.</summary>
    DurationUnreadable,

    /// <summary>It ends before it starts.</summary>
    EndsBeforeStart,

    /// <summary>The row is the same as an earlier one, and left out.</summary>
    Repeated,

    /// <summary>Without a guid it is known again by its number or title.</summary>
    GuidMissing,
    GuidUnreadable,

    /// <summary>An earlier row has the same guid; this one gets its own.</summary>
    GuidTwice,

    /// <summary>An earlier row has the same number; this one gets its own.</summary>
    NumberTwice,

    /// <summary>An earlier row is the same session; this one becomes a session of its own.</summary>
    SessionTwice,

    /// <summary>Too far from the days of the edition: taken over without time and room.</summary>
    TimeOutside,

    /// <summary>Moved back to the grid of five minutes.</summary>
    TimeRounded,
    DurationMissing,

    /// <summary>Lengthened to the grid of five minutes.</summary>
    DurationRounded,

    /// <summary>Shortened to ten hours.</summary>
    DurationCapped,
    RoomMissing,

    /// <summary>The guid belongs to a room with another name here.</summary>
    RoomNamedOtherwise,

    /// <summary>The guid belongs to a person with another name here.</summary>
    PersonNamedOtherwise,

    /// <summary>Several people here have this name; none of them is taken.</summary>
    PersonAmbiguous,

    /// <summary>The name holds characters that no name has; the person is left out.</summary>
    NameNotAllowed,

    /// <summary>The person said no here, and is not asked again by a file.</summary>
    PersonDeclined,

    /// <summary>More people than a session may have.</summary>
    TooManyPeople,
    KindUnknown,
    LanguageUnknown,
    StateUnknown,

    /// <summary>The table of states does not lead there; the state stays.</summary>
    StateNotAllowed,

    /// <summary>Rejected and withdrawn sessions get no place.</summary>
    NotPlannable,
    TextShortened,

    /// <summary>An address that is none of the web.</summary>
    LinkDropped,

    /// <summary>Files are not fetched from elsewhere.</summary>
    AttachmentsDropped,
}

/// <param name="Detail">The value it is about, at most 200 characters; empty where there is none.</param>
public sealed record ImportNote(ImportNoteKind Kind, string Detail = "")
{
    /// <summary>The row cannot be taken over.</summary>
    public bool IsFault => Kind is ImportNoteKind.TitleMissing or ImportNoteKind.TimeUnreadable or ImportNoteKind.TimeSkipped or ImportNoteKind.DurationUnreadable or ImportNoteKind.EndsBeforeStart;
}
