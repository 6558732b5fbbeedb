namespace Kongress.Programme.Releases;

/// <summary>In what a slot differs between two versions of the programme.</summary>
[Flags]
public enum Differing
{
    None = 0,
    Title = 1,
    Subtitle = 2,
    Text = 4,
    People = 8,
    Language = 16,
    Room = 32,
    Track = 64,
    Day = 128,
    Start = 256,
    Duration = 512,
    Recording = 1024,
    State = 2048,
    Link = 4096,

    /// <summary>Kind, audience or seats.</summary>
    Format = 8192,
}

/// <summary>What a change means to those whom it concerns.</summary>
public enum ChangeClass
{
    New,
    Cancelled,

    /// <summary>Was cancelled and takes place after all.</summary>
    Revived,

    /// <summary>No longer in the programme, without a word of cancellation.</summary>
    Removed,
    MovedInTime,
    MovedInRoom,
    MovedInTimeAndRoom,
    Duration,
    People,
    Content,
}

/// <summary>A slot before and after.</summary>
/// <param name="Old">Null: it is new.</param>
/// <param name="New">Null: it is gone.</param>
public sealed record SlotDifference(SnapshotSlot? Old, SnapshotSlot? New, Differing Fields)
{
    /// <summary>The slot as one speaks of it: the new one where there is one.</summary>
    public SnapshotSlot Slot => New ?? Old!;

    public ChangeClass Class => (Old, New) switch
    {
        (null, _) => ChangeClass.New,
        (_, null) => ChangeClass.Removed,
        ({ IsCancelled: false }, { IsCancelled: true }) => ChangeClass.Cancelled,
        ({ IsCancelled: true }, { IsCancelled: false }) => ChangeClass.Revived,
        _ when IsMoved && Fields.HasFlag(Differing.Room) => ChangeClass.MovedInTimeAndRoom,
        _ when IsMoved => ChangeClass.MovedInTime,
        _ when Fields.HasFlag(Differing.Room) => ChangeClass.MovedInRoom,
        _ when Fields.HasFlag(Differing.Duration) => ChangeClass.Duration,
        _ when Fields.HasFlag(Differing.People) => ChangeClass.People,
        _ => ChangeClass.Content,
    };

    /// <summary>Time, room or state: what makes people come at the wrong moment or to the wrong door.</summary>
    public bool IsUrgent => Class is not (ChangeClass.People or ChangeClass.Content);

    private bool IsMoved => (Fields & (Differing.Start | Differing.Day)) != Differing.None;
}

/// <summary>Compares two versions of the programme.</summary>
public static class Differences
{
    /// <summary>Every slot that differs, matched by its id, in the order of time. Equal versions give nothing.</summary>
    /// <param name="day">The congress day of an instant, so that "another day" means what people mean by it.</param>
    public static IReadOnlyList<SlotDifference> Between(Snapshot old, Snapshot @new, Func<DateTimeOffset, DateOnly> day)
    {
        var before = old.Slots.ToDictionary(s => s.Id);
        var after = @new.Slots.ToDictionary(s => s.Id);
        var (namesBefore, namesAfter) = (Names(old), Names(@new));
        return [.. before.Keys.Union(after.Keys)
            .Select(id => Compare(before.GetValueOrDefault(id), after.GetValueOrDefault(id), namesBefore, namesAfter, day))
            .OfType<SlotDifference>()
            .OrderBy(d => d.Slot.StartsAt).ThenBy(d => d.Slot.Number)];
    }

    private static SlotDifference? Compare(SnapshotSlot? old, SnapshotSlot? @new, Dictionary<Guid, string> namesBefore, Dictionary<Guid, string> namesAfter, Func<DateTimeOffset, DateOnly> day)
    {
        if (old is null || @new is null) return new SlotDifference(old, @new, Differing.None);
        var fields = Differing.None;
        void Check(bool differs, Differing field) => fields |= differs ? field : Differing.None;
        Check(old.Title != @new.Title, Differing.Title);
        Check(old.Subtitle != @new.Subtitle, Differing.Subtitle);
        Check(old.Abstract != @new.Abstract, Differing.Text);
        Check(!People(old, namesBefore).SequenceEqual(People(@new, namesAfter)), Differing.People);
        Check(old.Language != @new.Language, Differing.Language);
        Check(!old.RoomIds.SequenceEqual(@new.RoomIds), Differing.Room);
        Check(old.TrackId != @new.TrackId, Differing.Track);
        Check(day(old.StartsAt) != day(@new.StartsAt), Differing.Day);
        Check(old.StartsAt != @new.StartsAt, Differing.Start);
        Check(old.Minutes != @new.Minutes, Differing.Duration);
        Check(old.IsRecorded != @new.IsRecorded, Differing.Recording);
        Check(old.IsCancelled != @new.IsCancelled, Differing.State);
        Check(old.StreamUrl != @new.StreamUrl || !old.Links.SequenceEqual(@new.Links), Differing.Link);
        Check(old.Kind != @new.Kind || old.Audience != @new.Audience || old.Seats != @new.Seats, Differing.Format);
        return fields is Differing.None ? null : new SlotDifference(old, @new, fields);
    }

    private static Dictionary<Guid, string> Names(Snapshot snapshot) => snapshot.People.ToDictionary(p => p.Id, p => p.Name);

    private static IEnumerable<(SnapshotParticipation, string?)> People(SnapshotSlot slot, Dictionary<Guid, string> names) =>
        slot.People.Select(p => (p, p.PersonId is { } id ? names.GetValueOrDefault(id) : null));
}
