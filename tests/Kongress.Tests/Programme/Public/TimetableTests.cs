using CsCheck;
using Kongress.Tests.Programme.Formats;
using Kongress.Web.Pages.Programme;

namespace Kongress.Tests.Programme.Public;

/// <summary>The day as a table.</summary>
public sealed class TimetableTests
{
    [Fact]
    public void Every_place_of_the_grid_is_covered_once_and_every_session_stands_in_its_row() => Programmes.Any(Gen.Const("x")).Sample(programme =>
    {
        foreach (var day in programme.Snapshot.Slots.GroupBy(programme.DayOf))
        {
            var table = new Timetable(programme, [.. day]);
            var covered = new int[table.Rows.Count, table.Columns.Count];
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var column = 0;
                foreach (var cell in table.Rows[row].Cells)
                {
                    // As a browser does: the next place that nothing from above reaches.
                    while (covered[row, column] > 0) column++;
                    for (var r = row; r < row + cell.RowSpan; r++)
                    {
                        for (var c = column; c < column + cell.ColumnSpan; c++) covered[r, c]++;
                    }

                    Assert.All(cell.Slots, s => Assert.Equal(table.Rows[row].Start, s.StartsAt));
                    var room = table.Columns[column];
                    Assert.All(cell.Slots, s => Assert.True(room is null || s.RoomIds.Count == 0 || s.RoomIds.Contains(room.Id)));
                }
            }

            Assert.All(covered.Cast<int>(), places => Assert.Equal(1, places));
            var shown = table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Slots).Select(s => s.Id).ToHashSet();
            Assert.True(shown.SetEquals(day.Select(s => s.Id)));
        }
    });
}
