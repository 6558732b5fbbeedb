using System.Globalization;
using Kongress.Programme.Board;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;

namespace Kongress.Programme.Imports;

/// <summary>Names the fields in which a session and what a row makes of it differ.</summary>
internal sealed class LineComparison(Draft draft, PlaceMatching places, PeopleMatching people)
{
    private const int Shown = 120;

    public List<ImportChange> Of(Session session, Slot? slot, ImportLine line)
    {
        var changes = new List<ImportChange>();
        void Check<T>(Differing field, T before, T after, Func<T, string> words)
        {
            if (!EqualityComparer<T>.Default.Equals(before, after)) changes.Add(new ImportChange(field, Short(words(before)), Short(words(after))));
        }

        var (old, @new) = (session.Content, line.Content);
        Check(Differing.State, session.State, line.State, s => s.ToString());
        if (slot?.State is var present && !Equals(present, line.Slot) && line.Slot is { } wanted)
        {
            Check(Differing.Start, present?.StartsAt, wanted.StartsAt, at => at is { } instant ? draft.Conference.Time.DayAndTime(instant) : "");
            Check(Differing.Duration, present?.Minutes, wanted.Minutes, m => m?.ToString(CultureInfo.InvariantCulture) ?? "");
            Check(Differing.Room, present is null ? "" : Rooms(present), Rooms(wanted), text => text);
        }

        Check(Differing.Title, old.Title, @new.Title, text => text);
        Check(Differing.Subtitle, old.Subtitle, @new.Subtitle, text => text);
        Check(Differing.Text, old.Abstract, @new.Abstract, text => text);
        Check(Differing.Language, old.Language, @new.Language, text => text);
        Check(Differing.Track, old.TrackId, @new.TrackId, Track);
        Check(Differing.Recording, old.IsRecorded, @new.IsRecorded, yes => yes ? "ja" : "nein");
        Check(Differing.Link, (old.StreamUrl, old.Links), (@new.StreamUrl, @new.Links), x => $"{x.StreamUrl} {x.Links}".Trim());
        Check(Differing.Format, old.Kind, @new.Kind, kind => kind.ToString());
        if (line.PeopleToAdd.Count > 0 || line.PeopleToTakeOff.Count > 0 || line.PeopleInOrder is not null)
        {
            var before = session.Participations.Where(p => p.IsPublic).OrderBy(p => p.Position).Select(p => p.SpeakerId).Distinct().ToList();
            changes.Add(new ImportChange(Differing.People, Short(Names(before)), Short(Names(After(before, line)))));
        }

        return changes;
    }

    private static IEnumerable<Guid> After(List<Guid> before, ImportLine line)
    {
        var there = before.Except(line.PeopleToTakeOff).Concat(line.PeopleToAdd).ToList();
        return line.PeopleInOrder is { } order ? order.Concat(there.Except(order)) : there;
    }

    private string Names(IEnumerable<Guid> ids) => string.Join(", ", ids.Select(people.NameOf));

    private string Rooms(SlotState slot) => slot.RoomIds.Count == 0 ? Formats.ScheduleView.Everywhere : string.Join(" + ", places.AllRooms.Where(r => slot.RoomIds.Contains(r.Id)).Select(r => r.Name));

    private string Track(Guid? id) => draft.Tracks.FirstOrDefault(t => t.Id == id)?.Name ?? places.NewTracks.FirstOrDefault(t => t.Id == id)?.Name ?? "";

    private static string Short(string text) => text.Length <= Shown ? text : text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)] + " …";
}
