using System.Text.Json.Serialization;
using Kongress.Conferences;
using Kongress.Programme.Board;
using Kongress.Programme.Conflicts;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Organiser.Programme.Board;

/// <summary>One day of the board, as the page and its script show it. Times are minutes since <see cref="From"/>.</summary>
public sealed record BoardState
{
    private const int Hour = 60;

    public required long Revision { get; init; }

    /// <summary>Names this very state: a script that says it has it is sent only what changed.</summary>
    public string Stamp { get; } = Guid.CreateVersion7().ToString("N");

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

    /// <summary>What the state was made of, so that the next one need not make it again.</summary>
    [JsonIgnore]
    public BoardMemory Memory { get; private init; } = null!;

    /// <param name="before">The state of the same day before it; what did not change since is taken from it. Null: everything is made anew.</param>
    public static BoardState Of(Draft draft, DateOnly day, IStringLocalizer<Texts> text, DateTimeOffset now, BoardState? before = null)
    {
        var time = draft.Conference.Time;
        var slots = draft.Slots.Where(s => DayOf(draft.Conference, s.StartsAt) == day).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToList();
        var hours = draft.Conference.Days.FirstOrDefault(d => d.Date == day);
        var opens = hours is null ? time.Instant(day, new TimeOnly(8, 0)) : time.Instant(day, hours.DoorsOpenAt);
        var closes = hours is null ? time.Instant(day, new TimeOnly(18, 0)) : time.Instant(day, hours.EveningStartsAt?.AddHours(2) is { } late && late > hours.EndsAt ? late : hours.EndsAt);
        var first = slots.Select(s => s.StartsAt).Append(opens).Min();
        var last = slots.Select(s => s.EndsAt).Append(closes).Max();
        var from = first.AddMinutes(-time.Local(first).Minute);
        var minutes = (int)Math.Ceiling((last - from).TotalMinutes / Hour) * Hour;

        var shown = slots.Select(s => s.Id).ToHashSet();
        var memory = new BoardMemory(draft, from, minutes, text, before?.Memory);
        var conflicts = ConflictFinder.Find(draft, now).Where(c => c.Severity > Severity.Hint).Select(memory.Of).ToList();
        var worst = conflicts.Where(c => c.Accepted is null).SelectMany(c => c.Slots.Select(id => (id, c.Severity))).ToLookup(x => x.id, x => x.Severity);
        var unplaced = draft.Unplaced.ToList();
        var people = slots.Select(draft.SessionOf).OfType<Session>().Concat(unplaced).SelectMany(s => s.Participations).Where(p => p.IsOn).Select(p => p.SpeakerId).ToHashSet();
        var state = new BoardState
        {
            Revision = draft.Revision,
            Day = day,
            From = from,
            Minutes = minutes,
            Clock = [.. Enumerable.Range(0, minutes / Hour).Select(h => time.Local(from.AddHours(h)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))],
            Rooms = [.. draft.Rooms.Select(r => new BoardRoom(r.Id, r.Name, r.Capacity, memory.Closed(r.Id)))],
            Slots = [.. slots.Select(s => Slot(memory, s, worst[s.Id].ToList()))],
            Unplaced = [.. unplaced.Select(memory.Of)],
            Conflicts = [.. conflicts.Where(c => c.Slots.Any(shown.Contains))],
            Away = people.Where(draft.Availabilities.ContainsKey).ToDictionary(id => id, memory.Closed),
            Memory = memory,
        };
        memory.Close();
        return state;
    }

    private static BoardSlot Slot(BoardMemory memory, Slot slot, List<string> trouble)
    {
        var session = memory.Draft.SessionOf(slot);
        return new BoardSlot(
            slot.Id,
            slot.Version,
            session is null ? null : memory.Of(session),
            session?.Content.Title ?? slot.Label,
            slot.RoomIds,
            (int)(slot.StartsAt - memory.From).TotalMinutes,
            slot.Minutes,
            BoardTexts.Hours(memory.Draft, slot),
            trouble.Count == 0 ? "" : trouble.Contains(nameof(Severity.Error)) ? nameof(Severity.Error) : nameof(Severity.Warning),
            trouble.Count);
    }
}
