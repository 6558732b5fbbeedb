using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Programme;

/// <summary>What a room has, and what a session needs.</summary>
[Flags]
public enum Equipment
{
    None = 0,
    Projector = 1,
    Microphones = 2,
    Recording = 4,
    Boards = 8,
    Computers = 16,
    InterpreterBooth = 32,
    HearingLoop = 64,
}

/// <summary>A place where sessions happen.</summary>
public sealed class Room(Guid conferenceId) : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; } = conferenceId;

    /// <summary>Public part of its address; random, six characters. Stays when the room is renamed.</summary>
    public string Code { get; private set; } = Secret.New(6);

    public string Name { get; set; } = "";

    /// <summary>Place in every list and on the board, from the left.</summary>
    public int Position { get; set; }

    /// <summary>How many people may be in it.</summary>
    public int Capacity { get; set; }

    public Equipment Equipment { get; set; }

    public bool IsStepFree { get; set; } = true;

    /// <summary>A foyer or marketplace: several things may happen in it at the same time.</summary>
    public bool AllowsParallel { get; set; }

    /// <summary>Minutes needed between two sessions, 0 to 120.</summary>
    public int ChangeoverMinutes { get; set; } = 10;

    /// <summary>How to find it; Markdown.</summary>
    public string Directions { get; set; } = "";

    /// <summary>Takes over under what another system knows the room. Before it is stored only.</summary>
    /// <param name="code">Null: the own one stays.</param>
    internal void Adopt(Guid id, string? code) => (Id, Code) = (id, code ?? Code);
}

/// <summary>A theme with a colour; a session has one at most.</summary>
public sealed class Track(Guid conferenceId) : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; } = conferenceId;

    public string Name { get; set; } = "";

    /// <summary>"#rrggbb", in lower case. Never the only sign of a track: the name always stands beside it.</summary>
    public string Colour { get; set; } = "#171a2b";

    public int Position { get; set; }

    /// <summary>Takes over the id that an import derived. Before it is stored only.</summary>
    internal void Adopt(Guid id) => Id = id;
}
