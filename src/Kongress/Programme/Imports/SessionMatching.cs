using Kongress.Programme.Board;
using Kongress.Programme.Sessions;

namespace Kongress.Programme.Imports;

/// <param name="Session">Null: it is new.</param>
/// <param name="Slot">Where it is placed now; null: nowhere.</param>
/// <param name="SlotId">Under which a new slot is known.</param>
/// <param name="Code">For a new session; null: a new one.</param>
/// <param name="Number">For a new slot; 0: the next.</param>
internal sealed record SessionMatch(Session? Session, Slot? Slot, Guid SlotId, string? Code, int Number);

/// <summary>Which session a row means: by the guid of its slot, by its code, or, where it has neither, by its title.</summary>
internal sealed class SessionMatching
{
    private readonly Draft draft;
    private readonly ImportIdentity identity;
    private readonly Dictionary<Guid, Slot> slots;
    private readonly ILookup<Guid, Slot> slotsOf;
    private readonly Dictionary<string, Session> byCode;
    private readonly ILookup<string, Session> byTitle;
    private readonly Dictionary<string, int> titlesWithoutGuid;
    private readonly Dictionary<Guid, ImportRow> guids = [];
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Guid> numbers;
    private readonly HashSet<int> told = [];
    private readonly HashSet<Guid> used = [];
    private readonly HashSet<string> codes;

    public SessionMatching(Draft draft, ImportFile file, ImportIdentity identity, IReadOnlyDictionary<int, Guid> numbers)
    {
        (this.draft, this.identity) = (draft, identity);
        slots = draft.Slots.ToDictionary(s => s.Id);
        slotsOf = draft.Slots.Where(s => s.SessionId is not null).ToLookup(s => s.SessionId!.Value);
        byCode = draft.Sessions.Values.ToDictionary(s => s.Code, StringComparer.OrdinalIgnoreCase);
        byTitle = draft.Sessions.Values.ToLookup(s => Title(s.Content.Title));
        titlesWithoutGuid = file.Rows.Where(r => r.Id is null).GroupBy(r => Title(r.Title)).ToDictionary(g => g.Key, g => g.Count());
        this.numbers = numbers.ToDictionary();
        codes = draft.Sessions.Values.Select(s => s.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>Null: an earlier row says the same.</returns>
    public SessionMatch? Match(ImportRow row, List<ImportNote> notes)
    {
        if (row.Id is { } guid && guids.TryGetValue(guid, out var earlier) && earlier.SaysTheSameAs(row))
        {
            notes.Add(new ImportNote(ImportNoteKind.Repeated));
            return null;
        }

        var slotId = SlotId(row, notes);
        var slot = slots.GetValueOrDefault(slotId);
        var session = slot is null ? draft.Sessions.GetValueOrDefault(identity.SessionOf(slotId)) : draft.SessionOf(slot);
        if (slot is not null && session is null)
        {
            // A blocker is nothing that a file could tell of.
            slotId = identity.Derived($"slot:{slotId:N}");
            slot = slots.GetValueOrDefault(slotId);
            session = slot is null ? draft.Sessions.GetValueOrDefault(identity.SessionOf(slotId)) : draft.SessionOf(slot);
        }

        session ??= row.Code is not null ? byCode.GetValueOrDefault(row.Code) : row.Id is null ? ByTitle(row) : null;
        if (session is not null && !used.Add(session.Id))
        {
            notes.Add(new ImportNote(ImportNoteKind.SessionTwice, session.Code));
            (session, slot) = (draft.Sessions.GetValueOrDefault(identity.SessionOf(slotId)), null);
            if (session is not null && !used.Add(session.Id)) return null;
        }

        if (session is not null) slot ??= slotsOf[session.Id].FirstOrDefault();
        return new SessionMatch(session, slot, slotId, session is null ? Code(row, notes) : null, Number(row, slot?.Id ?? slotId, notes));
    }

    private Guid SlotId(ImportRow row, List<ImportNote> notes)
    {
        if (row.Id is { } guid)
        {
            if (guids.TryAdd(guid, row)) return identity.Of(guid);
            notes.Add(new ImportNote(ImportNoteKind.GuidTwice));
            return identity.Derived($"again:{guid:N}:{Again($"guid:{guid:N}")}");
        }

        return identity.Derived(row.Number is { } number && Again($"number:{number}") == 1 ? $"number:{number}" : $"title:{row.Title}:{Again("title:" + row.Title)}");
    }

    private int Again(string key) => occurrences[key] = occurrences.GetValueOrDefault(key) + 1;

    private Session? ByTitle(ImportRow row)
    {
        var title = Title(row.Title);
        return titlesWithoutGuid.GetValueOrDefault(title) == 1 && byTitle[title].Take(2).ToList() is [var only] ? only : null;
    }

    private string? Code(ImportRow row, List<ImportNote> notes)
    {
        if (row.Code is null) return null;
        if (codes.Add(row.Code)) return row.Code;
        if (!notes.Exists(n => n.Kind is ImportNoteKind.SessionTwice)) notes.Add(new ImportNote(ImportNoteKind.SessionTwice, row.Code));
        return null;
    }

    private int Number(ImportRow row, Guid slotId, List<ImportNote> notes)
    {
        if (row.Number is not { } number) return 0;
        if (!told.Add(number)) notes.Add(new ImportNote(ImportNoteKind.NumberTwice, number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (number > MostNumber || (numbers.TryGetValue(number, out var holder) && holder != slotId)) return 0;
        numbers[number] = slotId;
        return number;
    }

    private static string Title(string title) => ImportText.Line(title, SessionContent.TitleLength).ToUpperInvariant();

    // Higher ones would soon use up what the column holds.
    private const int MostNumber = 1_000_000;
}
