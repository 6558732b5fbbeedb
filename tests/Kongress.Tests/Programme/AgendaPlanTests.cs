using CsCheck;
using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;
using Kongress.Tests.Programme.Formats;

namespace Kongress.Tests.Programme;

/// <summary>What somebody marked, by day, with what is at the same time.</summary>
public sealed class AgendaPlanTests
{
    [Fact]
    public void Touching_is_no_overlap_and_what_is_cancelled_is_in_nobodys_way()
    {
        var (first, next, beside, off) = (Programmes.Slot(1, start: Plans.At(11)), Programmes.Slot(2, start: Plans.At(12)), Programmes.Slot(3, start: Plans.At(11, 55)), Programmes.Slot(4, start: Plans.At(11)) with { IsCancelled = true });
        var plan = Plan([first, next, beside, off], first, next, off);

        Assert.Equal([first.Id, off.Id, next.Id], plan.Days.Single().Entries.Select(e => e.Slot.Id));
        Assert.Equal(0, plan.OverlapCount);

        plan = Plan([first, next, beside, off], first, next, beside, off);
        Assert.Equal(2, plan.OverlapCount);
        Assert.Equal([first.Id, next.Id], plan.Days.Single().Entries.Single(e => e.Slot.Id == beside.Id).Overlaps.Select(o => o.Id));
    }

    [Fact]
    public void The_night_belongs_to_the_day_before_and_what_was_taken_out_is_still_named()
    {
        var (night, gone) = (Programmes.Slot(1, "Nacht", Plans.At(23).AddHours(3)), Programmes.Slot(2, "Weg"));
        var programme = Programmes.Of(Plans.Conference, new Snapshot { Slots = [night], Gone = [gone] });
        var plan = AgendaPlan.Of(programme, new HashSet<Guid> { night.SessionId, gone.SessionId, Guid.CreateVersion7() });

        Assert.Equal([Plans.Conference.FirstDay], plan.Days.Select(d => d.Date));
        Assert.Equal(["Weg"], plan.Gone.Select(s => s.Title));
        Assert.True(AgendaPlan.Of(programme, new HashSet<Guid>()).IsEmpty);
    }

    [Fact]
    public void Overlaps_are_mutual_and_those_that_share_a_minute() => Programmes.Any(Gen.Const("Titel")).Sample(programme =>
    {
        var marked = programme.Snapshot.Slots.Where(s => s.Number % 2 == 0).ToList();
        var entries = AgendaPlan.Of(programme, marked.Select(s => s.SessionId).ToHashSet()).Days.SelectMany(d => d.Entries).ToDictionary(e => e.Slot.Id, e => e.Overlaps.Select(o => o.Id).ToHashSet());
        Assert.Equal(marked.Select(s => s.Id).Order(), entries.Keys.Order());
        foreach (var a in marked)
        {
            var expected = marked.Where(b => b.Id != a.Id && !a.IsCancelled && !b.IsCancelled && Minutes(a).Intersect(Minutes(b)).Any()).Select(b => b.Id);
            Assert.True(entries[a.Id].SetEquals(expected));
        }
    }, iter: 60);

    private static IEnumerable<int> Minutes(SnapshotSlot slot) => Enumerable.Range((int)(slot.StartsAt - Plans.At(0)).TotalMinutes, slot.Minutes);

    private static AgendaPlan Plan(SnapshotSlot[] slots, params SnapshotSlot[] marked) => AgendaPlan.Of(Programmes.Of(slots), marked.Select(s => s.SessionId).ToHashSet());
}
