using Kongress.Programme.Releases;

namespace Kongress.Web.Pages.Programme;

/// <param name="Slots">Several where more than one thing starts in a room at the same time; none: nothing happens.</param>
public sealed record TimetableCell(int RowSpan, int ColumnSpan, IReadOnlyList<SnapshotSlot> Slots);

public sealed record TimetableRow(DateTimeOffset Start, IReadOnlyList<TimetableCell> Cells);

/// <summary>A day as a table: a row for each time at which something starts, a column for each room.</summary>
/// <remarks>What lasts reaches down over the rows that it covers, up to where something else starts in its room; what uses rooms side by side, or the whole house, reaches over their columns. Every cell of the grid is covered exactly once.</remarks>
public sealed class Timetable
{
    private readonly SnapshotRoom?[] columns;
    private readonly DateTimeOffset[] starts;

    /// <param name="slots">Of one day, in the order of their start.</param>
    public Timetable(PublicProgramme programme, IReadOnlyList<SnapshotSlot> slots)
    {
        var used = slots.SelectMany(s => s.RoomIds).ToHashSet();
        columns = [.. programme.Snapshot.Rooms.Where(r => used.Contains(r.Id))];
        if (columns.Length == 0) columns = [null];
        var inRooms = columns.Select(room => slots.Where(s => room is null || s.RoomIds.Count == 0 || s.RoomIds.Contains(room.Id)).ToList()).ToList();
        // A break of the whole house stands where nothing else does: in the foyer there is a market meanwhile.
        bool GivesWay(SnapshotSlot slot, List<SnapshotSlot> inRoom) => !slot.HasPage && inRoom.Exists(s => s.HasPage && s.StartsAt < slot.EndsAt && slot.StartsAt < s.EndsAt);
        var seen = inRooms.SelectMany(inRoom => inRoom.Where(s => !GivesWay(s, inRoom))).ToHashSet();
        inRooms = [.. inRooms.Select(inRoom => inRoom.Where(s => !seen.Contains(s) || !GivesWay(s, inRoom)).ToList())];
        starts = [.. slots.Select(s => s.StartsAt).Distinct().Order()];
        var grid = inRooms.Select(Column).ToArray();
        Rows = [.. starts.Select((start, row) => new TimetableRow(start, Row(grid, row)))];
    }

    /// <summary>Null: the one column of a day on which no room is named.</summary>
    public IReadOnlyList<SnapshotRoom?> Columns => columns;

    public IReadOnlyList<TimetableRow> Rows { get; }

    // Row by row: the cell that starts there, or null where one from above reaches down. What starts while something else lasts gets a cell of its own below it.
    private TimetableCell?[] Column(List<SnapshotSlot> slots)
    {
        var cells = new TimetableCell?[starts.Length];
        Array.Fill(cells, new TimetableCell(1, 1, []));
        var lasts = -1;
        var groups = slots.GroupBy(s => s.StartsAt).Select(g => (Row: Array.IndexOf(starts, g.Key), Slots: g.ToList())).OrderBy(g => g.Row).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var (row, together) = groups[i];
            lasts = Math.Max(lasts, together.Max(LastRow));
            var last = i + 1 < groups.Count ? Math.Min(lasts, groups[i + 1].Row - 1) : lasts;
            cells[row] = new TimetableCell(last - row + 1, 1, together);
            Array.Fill(cells, null, row + 1, last - row);
        }

        return cells;
    }

    private int LastRow(SnapshotSlot slot) => Array.FindLastIndex(starts, start => start == slot.StartsAt || (slot.StartsAt < start && start < slot.EndsAt));

    private static List<TimetableCell> Row(TimetableCell?[][] grid, int row)
    {
        var cells = new List<TimetableCell>();
        var isNeighbour = false;
        foreach (var column in grid)
        {
            if (column[row] is not { } cell)
            {
                isNeighbour = false;
                continue;
            }

            var left = isNeighbour ? cells[^1] : null;
            if (left is not null && cell.Slots.Count > 0 && left.RowSpan == cell.RowSpan && left.Slots.SequenceEqual(cell.Slots)) cells[^1] = left with { ColumnSpan = left.ColumnSpan + 1 };
            else cells.Add(cell);
            isNeighbour = true;
        }

        return cells;
    }
}
