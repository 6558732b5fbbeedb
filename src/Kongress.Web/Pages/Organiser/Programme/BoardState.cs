using Kongress.Conferences;
using Kongress.Programme;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>One day of the board, as the page and its script show it. Times are minutes since <see cref="From"/>.</summary>
public sealed record BoardState
{
    private const int Hour = 60;

    public required long Revision { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The instant of the upper edge: a full hour.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Height of the day in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>What the clock shows at each full hour from the upper edge, so that a night in which the clocks change reads right.</summary>
    public required IReadOnlyList<string> Clock { get; init; }

    public required IReadOnlyList<BoardRoom> Rooms { get; init; }

    public required IReadOnlyList<BoardSlot> Slots { get; init; }

    public required IReadOnlyList<BoardItem> Unplaced { get; init; }

    public required IReadOnlyList<BoardConflict> Conflicts { get; init; }

    /// <summary>When somebody cannot, by the person's id.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<BoardStretch>> Away { get; init; }

    /// <summary>The days that have a tab: those of the congress, and others on which something is planned.</summary>
    public static IReadOnlyList<DateOnly> Days(Draft draft) =>
        [.. draft.Conference.Days.Select(d => d.Date).Concat(draft.Slots.Select(s => DayOf(draft.Conference, s.StartsAt))).Distinct().Order()];

    public static DateOnly DayOf(Conference conference, DateTimeOffset instant) => Opening.DayOf(conference, instant) ?? conference.Time.Day(instant);

    public static BoardState Of(Draft draft, DateOnly day, IStringLocalizer<Texts> text, DateTimeOffset now)
    {
        var time = draft.Conference.Time;
        var slots = draft.Slots.Where(s => DayOf(draft.Conference, s.StartsAt) == day).OrderBy(s => s.StartsAt).ToList();
        var hours = draft.Conference.Days.FirstOrDefault(d => d.Date == day);
        var opens = hours is null ? time.Instant(day, new TimeOnly(8, 0)) : time.Instant(day, hours.DoorsOpenAt);
        var closes = hours is null ? time.Instant(day, new TimeOnly(18, 0)) : time.Instant(day, hours.EveningStartsAt?.AddHours(2) is { } late && late > hours.EndsAt ? late : hours.EndsAt);
        var first = slots.Select(s => s.StartsAt).Append(opens).Min();
        var last = slots.Select(s => s.EndsAt).Append(closes).Max();
        var from = first.AddMinutes(-time.Local(first).Minute);
        var minutes = (int)Math.Ceiling((last - from).TotalMinutes / Hour) * Hour;

        var shown = slots.Select(s => s.Id).ToHashSet();
        var conflicts = ConflictFinder.Find(draft, now);
        var worst = conflicts.Where(c => !draft.Accepted.ContainsKey(c.Key)).SelectMany(c => new[] { c.SlotId, c.OtherSlotId }.OfType<Guid>().Select(id => (id, c.Severity))).ToLookup(x => x.id, x => x.Severity);
        var unplaced = draft.Unplaced.ToList();
        var people = slots.Select(draft.SessionOf).OfType<Session>().Concat(unplaced).SelectMany(s => s.Participations).Where(p => p.IsOn).Select(p => p.SpeakerId).ToHashSet();
        return new BoardState
        {
            Revision = draft.Revision,
            Day = day,
            From = from,
            Minutes = minutes,
            Clock = [.. Enumerable.Range(0, minutes / Hour).Select(h => time.Local(from.AddHours(h)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))],
            Rooms = [.. draft.Rooms.Select(r => new BoardRoom(r.Id, r.Name, r.Capacity, Closed(draft, r.Id, from, minutes)))],
            Slots = [.. slots.Select(s => Slot(draft, s, text, from, worst[s.Id].DefaultIfEmpty(Severity.Hint).Max(), worst[s.Id].Count(v => v > Severity.Hint)))],
            Unplaced = [.. unplaced.Select(s => Item(draft, s, text))],
            Conflicts = [.. conflicts.Where(c => c.Severity > Severity.Hint && ((c.SlotId is { } a && shown.Contains(a)) || (c.OtherSlotId is { } b && shown.Contains(b))))
                .Select(c => new BoardConflict(c.Key, c.Severity.ToString(), ConflictTexts.Sentence(draft, c), [.. new[] { c.SlotId, c.OtherSlotId }.OfType<Guid>()], draft.Accepted.GetValueOrDefault(c.Key)))],
            Away = people.Where(id => draft.Availabilities.ContainsKey(id)).ToDictionary(id => id, IReadOnlyList<BoardStretch> (id) => Closed(draft, id, from, minutes)),
        };
    }

    private static BoardSlot Slot(Draft draft, Slot slot, IStringLocalizer<Texts> text, DateTimeOffset from, Severity worst, int conflicts)
    {
        var session = draft.SessionOf(slot);
        return new BoardSlot(
            slot.Id,
            slot.Version,
            session is null ? null : Item(draft, session, text),
            session?.Content.Title ?? slot.Label,
            slot.RoomIds,
            (int)(slot.StartsAt - from).TotalMinutes,
            slot.Minutes,
            BoardTexts.Hours(draft, slot),
            conflicts == 0 ? "" : worst.ToString(),
            conflicts);
    }

    private static BoardItem Item(Draft draft, Session session, IStringLocalizer<Texts> text)
    {
        var on = session.Participations.Where(p => p.IsOn).ToList();
        var track = draft.Tracks.FirstOrDefault(t => t.Id == session.Content.TrackId);
        return new BoardItem(
            session.Id,
            session.Content.Title,
            ProgrammeTexts.Name(text, session.Content.Kind),
            session.Content.Kind is SessionKind.Break,
            PlanTexts.Of(session.State).Word,
            session.State is SessionState.Cancelled,
            session.Content.Minutes,
            track?.Name,
            track?.Colour,
            string.Join(", ", on.Where(p => p.IsPublic).Select(p => draft.Speakers.GetValueOrDefault(p.SpeakerId)?.Profile.FamilyName).OfType<string>()),
            [.. on.Select(p => p.SpeakerId).Distinct()]);
    }

    // In steps of the grid, joined to stretches.
    private static List<BoardStretch> Closed(Draft draft, Guid ownerId, DateTimeOffset from, int minutes)
    {
        var stretches = draft.AvailabilitiesOf(ownerId);
        var closed = new List<BoardStretch>();
        if (stretches.Count == 0) return closed;
        for (var at = 0; at < minutes; at += Kongress.Programme.Board.Slot.MinutesStep)
        {
            if (Availabilities.At(stretches, from.AddMinutes(at), from.AddMinutes(at + Kongress.Programme.Board.Slot.MinutesStep)) is not Presence.Unavailable) continue;
            if (closed.Count > 0 && closed[^1].To == at) closed[^1] = closed[^1] with { To = at + Kongress.Programme.Board.Slot.MinutesStep };
            else closed.Add(new BoardStretch(at, at + Kongress.Programme.Board.Slot.MinutesStep));
        }

        return closed;
    }
}

public sealed record BoardStretch(int From, int To);

public sealed record BoardRoom(Guid Id, string Name, int Capacity, IReadOnlyList<BoardStretch> Closed);

/// <summary>A session as a card.</summary>
public sealed record BoardItem(Guid Id, string Title, string Kind, bool IsBreak, string State, bool IsCancelled, int Minutes, string? Track, string? Colour, string Names, IReadOnlyList<Guid> People);

/// <param name="Session">Null: a blocker.</param>
/// <param name="Worst">"Warning" or "Error"; empty: nothing is wrong.</param>
public sealed record BoardSlot(Guid Id, Guid Version, BoardItem? Session, string Title, IReadOnlyList<Guid> Rooms, int Start, int Minutes, string Hours, string Worst, int Conflicts);

/// <param name="Accepted">The reason for which it may stay; null: it is open.</param>
public sealed record BoardConflict(string Key, string Severity, string Text, IReadOnlyList<Guid> Slots, string? Accepted);
