using CsCheck;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using static Kongress.Tests.Programme.Plans;

namespace Kongress.Tests.Programme;

/// <summary>What changed between two versions is named, and nothing else is.</summary>
public sealed class DifferenceTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    // Every way in which one slot can change, with what the comparison must call it.
    private static readonly (Func<SnapshotSlot, SnapshotSlot?> Change, Differing Fields, ChangeClass Class)[] Ways =
    [
        (s => s with { Title = s.Title + "!" }, Differing.Title, ChangeClass.Content),
        (s => s with { Subtitle = "neu" }, Differing.Subtitle, ChangeClass.Content),
        (s => s with { Abstract = "neu" }, Differing.Text, ChangeClass.Content),
        (s => s with { People = [new(Person, ParticipationRole.Host, "", "")] }, Differing.People, ChangeClass.People),
        (s => s with { Language = "en" }, Differing.Language, ChangeClass.Content),
        (s => s with { RoomIds = [Guid.CreateVersion7()] }, Differing.Room, ChangeClass.MovedInRoom),
        (s => s with { TrackId = Guid.CreateVersion7() }, Differing.Track, ChangeClass.Content),
        (s => s with { StartsAt = s.StartsAt.AddDays(1) }, Differing.Day | Differing.Start, ChangeClass.MovedInTime),
        (s => s with { StartsAt = s.StartsAt.AddMinutes(5) }, Differing.Start, ChangeClass.MovedInTime),
        (s => s with { StartsAt = s.StartsAt.AddMinutes(5), RoomIds = [Guid.CreateVersion7()] }, Differing.Start | Differing.Room, ChangeClass.MovedInTimeAndRoom),
        (s => s with { Minutes = s.Minutes + 5 }, Differing.Duration, ChangeClass.Duration),
        (s => s with { IsRecorded = true }, Differing.Recording, ChangeClass.Content),
        (s => s with { IsCancelled = true }, Differing.State, ChangeClass.Cancelled),
        (s => s with { StreamUrl = "https://example.org" }, Differing.Link, ChangeClass.Content),
        (s => s with { Seats = 20 }, Differing.Format, ChangeClass.Content),
        (_ => null, Differing.None, ChangeClass.Removed),
    ];

    private static readonly Gen<(int Slots, (int Slot, int Way)[] Changes, int New)> AnyChanges =
        from slots in Gen.Int[1, 40]
        from changes in (from slot in Gen.Int[0, slots - 1] from way in Gen.Int[0, Ways.Length - 1] select (slot, way)).Array[0, 15]
        from added in Gen.Int[0, 3]
        select (slots, changes.DistinctBy(c => c.slot).ToArray(), added);

    [Fact]
    public void Differences_are_exactly_the_changes_that_were_made() => AnyChanges.Sample(plan =>
    {
        var old = new Snapshot { Slots = [.. Enumerable.Range(0, plan.Slots).Select(Slot)] };
        var slots = old.Slots.ToList<SnapshotSlot?>();
        foreach (var (slot, way) in plan.Changes) slots[slot] = Ways[way].Change(slots[slot]!);
        var added = Enumerable.Range(100, plan.New).Select(Slot).ToList();
        var @new = new Snapshot { Slots = [.. slots.OfType<SnapshotSlot>().Concat(added)], People = [new SnapshotPerson { Id = Person, Name = "Ayşe Şahin" }] };

        var found = Differences.Between(old, @new, Conference.Time.Day).Select(d => (d.Slot.Id, d.Fields, d.Class)).ToHashSet();

        var expected = plan.Changes.Select(c => (old.Slots[c.Slot].Id, Ways[c.Way].Fields, Ways[c.Way].Class)).Concat(added.Select(s => (s.Id, Differing.None, ChangeClass.New))).ToHashSet();
        Assert.Equal(expected, found);
    });

    [Fact]
    public void Every_class_of_change_has_a_way_in_this_test() => Assert.Equal(
        Enum.GetValues<ChangeClass>().Except([ChangeClass.New, ChangeClass.Revived]).Order(),
        Ways.Select(w => w.Class).Distinct().Order());

    [Fact]
    public void What_was_cancelled_and_takes_place_after_all_is_revived()
    {
        var off = Slot(1) with { IsCancelled = true };
        var change = Assert.Single(Differences.Between(new Snapshot { Slots = [off] }, new Snapshot { Slots = [off with { IsCancelled = false }] }, Conference.Time.Day));
        Assert.Equal(ChangeClass.Revived, change.Class);
    }

    [Fact]
    public void A_person_who_gets_another_name_changes_every_session_of_theirs()
    {
        var slot = Slot(1) with { People = [new(Person, ParticipationRole.Speaker, "", "")] };
        Snapshot Named(string name) => new() { Slots = [slot], People = [new SnapshotPerson { Id = Person, Name = name }] };
        Assert.Equal(Differing.People, Assert.Single(Differences.Between(Named("Ayşe Şahin"), Named("Dr. Ayşe Şahin"), Conference.Time.Day)).Fields);
    }

    [Fact]
    public void A_version_survives_its_storage()
    {
        var snapshot = new Snapshot { Slots = [.. Enumerable.Range(0, 5).Select(Slot)], People = [new SnapshotPerson { Id = Person, Name = "Þórsdóttir, „Zoë“" }], Rooms = [new(Guid.CreateVersion7(), "ABC234", "Saal", 100, true, false, "")] };
        var back = Snapshot.FromJson(snapshot.ToJson());
        Assert.Empty(Differences.Between(snapshot, back, Conference.Time.Day));
        Assert.Equal(snapshot.ToJson(), back.ToJson());
    }

    private static SnapshotSlot Slot(int number) => new()
    {
        Id = new Guid(number + 1, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0),
        Number = number,
        Title = $"Programmpunkt {number}",
        RoomIds = [new Guid(number, 0, 7, 0, 0, 0, 0, 0, 0, 0, 1)],
        StartsAt = At(9).AddMinutes(number * 5),
        Minutes = 60,
    };
}
