using Kongress.Programme.Board;
using Kongress.Programme.Formats;
using Kongress.Programme.Sessions;

namespace Kongress.Programme.Imports;

/// <summary>Holds a file against the draft: what is new, what differs, what stays. A pure function of both.</summary>
internal sealed class ImportPlanner
{
    private readonly Draft draft;
    private readonly ImportIdentity identity;
    private readonly PlaceMatching places;
    private readonly PeopleMatching people;
    private readonly SessionMatching sessions;
    private readonly LineComparison comparison;

    private ImportPlanner(Draft draft, ImportFile file, IReadOnlySet<Guid> taken, IReadOnlyDictionary<int, Guid> numbers)
    {
        this.draft = draft;
        identity = new ImportIdentity(draft.Conference.Id, taken);
        places = new PlaceMatching(draft, file, identity);
        people = new PeopleMatching(draft, identity);
        sessions = new SessionMatching(draft, file, identity, numbers);
        comparison = new LineComparison(draft, places, people);
    }

    /// <param name="taken">Ids of the file that belong to other editions.</param>
    /// <param name="numbers">Numbers of slots that are, or were released, and whose they are.</param>
    public static ImportPlan Plan(Draft draft, ImportFile file, IReadOnlySet<Guid> taken, IReadOnlyDictionary<int, Guid> numbers)
    {
        var planner = new ImportPlanner(draft, file, taken, numbers);
        var lines = new List<ImportLine>();
        foreach (var row in file.Rows) lines.Add(planner.Line(row));
        return new ImportPlan(file, draft.Revision) { Lines = lines, NewRooms = planner.places.NewRooms, NewTracks = planner.places.NewTracks, NewPeople = [.. planner.people.NewPeople] };
    }

    private ImportLine Line(ImportRow row)
    {
        if (row.IsFaulty) return new ImportLine(row, ImportOutcome.Faulty) { Notes = row.Notes };
        var notes = row.Notes.ToList();
        if (sessions.Match(row, notes) is not { } match) return new ImportLine(row, ImportOutcome.Skipped) { Notes = notes };

        var session = match.Session;
        // A title of ours that begins like a cancellation is no cancellation.
        if (session is { State: not SessionState.Cancelled } && row.IsCancelled == true && ImportText.Line(session.Content.Title, SessionContent.TitleLength) == ScheduleView.CancelledMark + row.Title) row = row with { IsCancelled = false, Title = ScheduleView.CancelledMark + row.Title };

        var state = State(row, session, notes);
        var content = Content(row, session?.Content);
        var line = new ImportLine(row, ImportOutcome.New)
        {
            SessionId = session?.Id ?? identity.SessionOf(match.SlotId),
            Code = match.Code,
            State = state,
        };
        var slot = Slot(row, match, line.SessionId!.Value, session, state, notes);
        if (session is null && row.Minutes is null) content = content with { Minutes = slot?.Minutes ?? content.Minutes };
        line = line with { Content = content, Slot = slot };
        if (row.People is not null) line = Staffed(line, people.Of(row.People, session, notes), session, notes);
        if (session is not null)
        {
            var changes = comparison.Of(session, match.Slot, line);
            line = line with { Outcome = changes.Count == 0 ? ImportOutcome.Unchanged : ImportOutcome.Changed, Changes = changes };
        }

        return line with { Notes = notes };
    }

    private static SessionState State(ImportRow row, Session? session, List<ImportNote> notes)
    {
        // A table that says nothing about it brings ideas, not decisions.
        if (session is null) return row.IsCancelled switch { true => SessionState.Cancelled, false => SessionState.Accepted, null => SessionState.Draft };
        if (row.IsCancelled is not { } isCancelled || (isCancelled ? session.State is SessionState.Cancelled : session.State.IsOn())) return session.State;
        var wanted = isCancelled ? SessionState.Cancelled : SessionState.Accepted;
        if (SessionStates.Allows(SessionActor.Organiser, session.State, wanted)) return wanted;
        notes.Add(new ImportNote(ImportNoteKind.StateNotAllowed, session.State.ToString()));
        return session.State;
    }

    private SessionContent Content(ImportRow row, SessionContent? present)
    {
        var content = present ?? new SessionContent { Minutes = row.Minutes ?? DefaultMinutes };
        return content with
        {
            Title = Told(content.Title, row.Title, isLine: true),
            Subtitle = Told(content.Subtitle, row.Subtitle, isLine: true),
            Abstract = Told(content.Abstract, row.Abstract, isLine: false),
            Kind = row.Kind ?? content.Kind,
            Language = row.Language ?? content.Language,
            TrackId = row.Track is null ? content.TrackId : places.Track(row.Track),
            IsRecorded = row.IsRecorded ?? content.IsRecorded,
            StreamUrl = row.StreamUrl is null || (WebAddress.Of(content.StreamUrl) ?? "") == row.StreamUrl ? content.StreamUrl : row.StreamUrl,
            Links = row.Links is null || content.LinkList.Select(WebAddress.Of).OfType<string>().SequenceEqual(row.Links) ? content.Links : string.Join('\n', row.Links),
        };
    }

    // What reads back the same is the same, even if the file could not carry it letter by letter.
    private static string Told(string present, string? told, bool isLine)
    {
        if (told is null) return present;
        return told == (isLine ? ImportText.Line(present, int.MaxValue / 4) : ImportText.Of(present, int.MaxValue / 4)) ? present : told;
    }

    private SlotState? Slot(ImportRow row, SessionMatch match, Guid sessionId, Session? session, SessionState state, List<ImportNote> notes)
    {
        var present = match.Slot?.State;
        var start = row.StartsAt;
        if (start is { } at && !IsNear(at))
        {
            notes.Add(new ImportNote(ImportNoteKind.TimeOutside, draft.Conference.Time.DayAndTime(at)));
            start = null;
        }

        if (present is null && start is null) return null;
        if (present is null && state is SessionState.Rejected or SessionState.Withdrawn)
        {
            notes.Add(new ImportNote(ImportNoteKind.NotPlannable, state.ToString()));
            return null;
        }

        if (present is null && row.Minutes is null) notes.Add(new ImportNote(ImportNoteKind.DurationMissing, (session?.Content.Minutes ?? DefaultMinutes).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var slot = present ?? new SlotState(match.SlotId, match.Number, sessionId, "", [], start!.Value, session?.Content.Minutes ?? DefaultMinutes);
        var rooms = row.Room is null || (row.StartsAt is not null && start is null) ? slot.RoomIds : places.Rooms(row.Room, row.RoomGuid, notes);
        return slot with
        {
            RoomIds = rooms.ToHashSet().SetEquals(slot.RoomIds) ? slot.RoomIds : rooms,
            StartsAt = start ?? slot.StartsAt,
            Minutes = row.StartsAt is not null && start is null ? slot.Minutes : row.Minutes ?? slot.Minutes,
        };
    }

    private bool IsNear(DateTimeOffset instant)
    {
        if (draft.Conference.Days.Count == 0) return false;
        var day = draft.Conference.Time.Day(instant);
        return draft.Conference.FirstDay.AddDays(-1) <= day && day <= draft.Conference.LastDay.AddDays(1);
    }

    private ImportLine Staffed(ImportLine line, List<Guid> wanted, Session? session, List<ImportNote> notes)
    {
        if (session is null) return line with { PeopleToAdd = wanted };
        var on = session.Participations.Where(p => p.IsOn).Select(p => p.SpeakerId).ToHashSet();
        foreach (var declined in wanted.Where(id => !on.Contains(id) && session.Participations.Any(p => p.SpeakerId == id && p.State is ParticipationState.Declined)).ToList())
        {
            notes.Add(new ImportNote(ImportNoteKind.PersonDeclined, people.NameOf(declined)));
            wanted.Remove(declined);
        }

        // Whoever is not named yet is in no file, and not taken off by one.
        var named = session.Participations.Where(p => p.IsPublic && p.State is (ParticipationState.Accepted or ParticipationState.Tentative) && draft.Speakers.GetValueOrDefault(p.SpeakerId)?.IsNamed == true).Select(p => p.SpeakerId).Distinct().ToList();
        var order = session.Participations.Where(p => p.IsOn).OrderBy(p => p.Position).Select(p => p.SpeakerId).Distinct().Where(wanted.Contains).ToList();
        var toAdd = wanted.Where(id => !on.Contains(id)).ToList();
        return line with
        {
            PeopleToAdd = toAdd,
            PeopleToTakeOff = [.. named.Where(id => !wanted.Contains(id))],
            PeopleInOrder = order.SequenceEqual(wanted) ? null : wanted,
        };
    }

    private const int DefaultMinutes = 60;
}
