namespace Kongress.Programme.Imports;

/// <summary>What stands in a file, word for word; null: nothing.</summary>
internal sealed record RawRow(int Position)
{
    public string? Guid { get; init; }

    public string? Number { get; init; }

    public string? Code { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Kind { get; init; }

    /// <summary>Day, or day and time.</summary>
    public string? Date { get; init; }

    /// <summary>The day that the file puts it under.</summary>
    public string? Day { get; init; }

    public string? Clock { get; init; }

    /// <summary>Start and end of a table that holds real dates, by the clock of the venue.</summary>
    public DateTime? LocalStart { get; init; }

    public DateTime? LocalEnd { get; init; }

    public string? End { get; init; }

    public string? Duration { get; init; }

    public string? Room { get; init; }

    public string? RoomGuid { get; init; }

    public string? Track { get; init; }

    public string? Language { get; init; }

    public string? Abstract { get; init; }

    /// <summary>More text, which follows the abstract.</summary>
    public string? Description { get; init; }

    public string? State { get; init; }

    public string? Recorded { get; init; }

    public string? Stream { get; init; }

    public IReadOnlyList<string>? Links { get; init; }

    public IReadOnlyList<RawPerson>? People { get; init; }

    public bool HasAttachments { get; init; }

    /// <summary>The title says whether it was cancelled, as these formats have no word for it.</summary>
    public bool TitleTellsState { get; init; }
}

internal sealed record RawPerson(string Name, string? Guid = null, string? Code = null, string? Biography = null);
