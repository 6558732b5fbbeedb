using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;

namespace Kongress.Programme.Imports;

public enum ImportOutcome
{
    New,
    Changed,
    Unchanged,

    /// <summary>Cannot be taken over; the notes say why.</summary>
    Faulty,

    /// <summary>The same as an earlier row.</summary>
    Skipped,
}

/// <summary>A field before and after, as people read it.</summary>
public sealed record ImportChange(Differing Field, string Before, string After);

/// <summary>What one row of the file comes to.</summary>
public sealed record ImportLine(ImportRow Row, ImportOutcome Outcome)
{
    public IReadOnlyList<ImportNote> Notes { get; init; } = [];

    public IReadOnlyList<ImportChange> Changes { get; init; } = [];

    /// <summary>The session that is or will be; null for rows that come to nothing.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Whether there is something to tell besides.</summary>
    public bool IsTolerated => Outcome is not ImportOutcome.Faulty && Notes.Count > 0;

    internal SessionContent Content { get; init; } = new();

    internal string? Code { get; init; }

    internal SessionState State { get; init; }

    /// <summary>Null: as it is, or without a place.</summary>
    internal SlotState? Slot { get; init; }

    internal IReadOnlyList<Guid> PeopleToAdd { get; init; } = [];

    internal IReadOnlyList<Guid> PeopleToTakeOff { get; init; } = [];

    /// <summary>All of the file, in its order; null: the order stays.</summary>
    internal IReadOnlyList<Guid>? PeopleInOrder { get; init; }
}

/// <param name="Code">Null: a new one.</param>
public sealed record NewRoom(Guid Id, string Name, string? Code, int Capacity, string Directions);

public sealed record NewTrack(Guid Id, string Name, string Colour);

/// <param name="Code">Null: a new one.</param>
public sealed record NewPerson(Guid Id, string? Code, string? Title, string GivenName, string FamilyName, string Biography);

/// <summary>Everything that carrying out a file would do, worked out beforehand.</summary>
public sealed record ImportPlan(ImportFile File, long Revision)
{
    public IReadOnlyList<ImportLine> Lines { get; init; } = [];

    public IReadOnlyList<NewRoom> NewRooms { get; init; } = [];

    public IReadOnlyList<NewTrack> NewTracks { get; init; } = [];

    public IReadOnlyList<NewPerson> NewPeople { get; init; } = [];

    public bool ChangesNothing => NewRooms.Count == 0 && NewTracks.Count == 0 && NewPeople.Count == 0 && !Lines.Any(l => l.Outcome is ImportOutcome.New or ImportOutcome.Changed);

    public int Count(ImportOutcome outcome) => Lines.Count(l => l.Outcome == outcome);
}
