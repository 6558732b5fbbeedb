using System.Text.Json;

namespace Kongress.Programme.Board;

/// <summary>One step on the board, kept so that the person who made it can take it back.</summary>
public sealed class BoardMove
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The revision of the draft that the step made.</summary>
    public long Revision { get; private set; }

    public Guid SlotId { get; private set; }

    /// <summary>The slot before, as JSON; null: it was not there.</summary>
    public string? Before { get; private set; }

    public string? After { get; private set; }

    public bool IsUndone { get; private set; }

    private BoardMove()
    {
    }

    public BoardMove(Guid conferenceId, Guid accountId, long revision, SlotState? before, SlotState? after)
    {
        ConferenceId = conferenceId;
        AccountId = accountId;
        Revision = revision;
        SlotId = (before ?? after ?? throw new ArgumentNullException(nameof(after))).Id;
        Before = Write(before);
        After = Write(after);
    }

    public SlotState? BeforeState => Read(Before);

    public SlotState? AfterState => Read(After);

    public void SetUndone(bool isUndone) => IsUndone = isUndone;

    private static string? Write(SlotState? state) => state is null ? null : JsonSerializer.Serialize(state);

    private static SlotState? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<SlotState>(json);
}
