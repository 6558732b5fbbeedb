using System.Globalization;
using Kongress.Programme.Formats;
using Kongress.Programme.Sessions;
using Kongress.Shared;

namespace Kongress.Programme.Imports;

/// <summary>Makes of the words of a file what they mean here, and notes what is odd about them. Never throws.</summary>
internal sealed class RowReading(ConferenceTime time)
{
    public const int MostPeople = 50;
    private const int AbstractLength = 5000;
    private const int StreamLength = 500;
    private const int LinksLength = 2000;
    private const int BiographyLength = 2000;
    private const int PersonLength = 200;

    // Several rooms as one.
    internal const int PlacesLength = 1000;

    /// <summary>The longest name of a room or a track.</summary>
    internal const int PlaceLength = 100;

    public ImportRow Of(RawRow raw)
    {
        var notes = new List<ImportNote>();
        void Note(ImportNoteKind kind, string? detail = "") => notes.Add(new ImportNote(kind, ImportText.Line(detail, 200)));
        string? Text(string? text, int length, bool isLine)
        {
            if (text is null) return null;
            if (ImportText.IsTooLong(text, length)) Note(ImportNoteKind.TextShortened, length.ToString(CultureInfo.InvariantCulture));
            return isLine ? ImportText.Line(text, length) : ImportText.Of(text, length);
        }

        bool? isCancelled = null;
        var title = ImportText.Line(raw.Title, SessionContent.TitleLength + ScheduleView.CancelledMark.Length);
        if (raw.TitleTellsState)
        {
            isCancelled = title.StartsWith(ScheduleView.CancelledMark, StringComparison.Ordinal);
            if (isCancelled.Value) title = title[ScheduleView.CancelledMark.Length..].TrimStart();
        }

        title = Text(title, SessionContent.TitleLength, true)!;
        if (title.Length == 0) Note(ImportNoteKind.TitleMissing);

        Guid? guid = null;
        if (!string.IsNullOrWhiteSpace(raw.Guid))
        {
            if (Guid.TryParse(raw.Guid.Trim(), out var parsed) && parsed != Guid.Empty) guid = parsed;
            else Note(ImportNoteKind.GuidUnreadable, raw.Guid);
        }
        else
        {
            Note(ImportNoteKind.GuidMissing);
        }

        var when = new TimeReading(time, notes);
        var start = when.Start(raw);
        var minutes = when.Minutes(raw, start);

        var kind = SessionWords.Kind(raw.Kind);
        if (kind is null && !string.IsNullOrWhiteSpace(raw.Kind)) Note(ImportNoteKind.KindUnknown, raw.Kind);
        var language = SessionWords.Language(raw.Language);
        if (language is null && !string.IsNullOrWhiteSpace(raw.Language)) Note(ImportNoteKind.LanguageUnknown, raw.Language);
        if (!string.IsNullOrWhiteSpace(raw.State))
        {
            isCancelled = SessionWords.IsCancelled(raw.State);
            if (isCancelled is null) Note(ImportNoteKind.StateUnknown, raw.State);
        }

        var room = raw.Room is null ? null : ImportText.Line(raw.Room, PlacesLength);
        if (room is { Length: 0 } && start is not null) Note(ImportNoteKind.RoomMissing);
        if (string.Equals(room, ScheduleView.Everywhere, StringComparison.Ordinal)) room = "";
        if (raw.HasAttachments) Note(ImportNoteKind.AttachmentsDropped);

        return new ImportRow
        {
            Position = raw.Position,
            Id = guid,
            Number = int.TryParse(raw.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null,
            Code = raw.Code?.Trim() is { Length: 6 } code && code.All(char.IsAsciiLetterOrDigit) ? code.ToUpperInvariant() : null,
            Title = title,
            Subtitle = Text(raw.Subtitle, SessionContent.TitleLength, true),
            Kind = kind,
            StartsAt = start,
            Minutes = minutes,
            Room = room,
            RoomGuid = Guid.TryParse(raw.RoomGuid, out var roomGuid) && roomGuid != Guid.Empty ? roomGuid : null,
            Track = raw.Track is null ? null : ImportText.Line(raw.Track, PlaceLength),
            Language = language,
            Abstract = Text(Whole(raw), AbstractLength, false),
            IsCancelled = isCancelled,
            IsRecorded = SessionWords.YesOrNo(raw.Recorded),
            StreamUrl = raw.Stream is null ? null : Address(raw.Stream, StreamLength, notes) ?? "",
            Links = raw.Links is null ? null : Links(raw.Links, notes),
            People = raw.People is null ? null : People(raw.People, notes),
            Notes = notes,
        };
    }

    private static string? Whole(RawRow raw)
    {
        var (first, second) = (raw.Abstract?.Trim(), raw.Description?.Trim());
        if (string.IsNullOrEmpty(second) || string.Equals(first, second, StringComparison.Ordinal)) return raw.Abstract;
        return string.IsNullOrEmpty(first) ? second : $"{first}\n\n{second}";
    }

    private static List<string> Links(IReadOnlyList<string> raw, List<ImportNote> notes)
    {
        var links = raw.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => Address(l, LinksLength, notes)).OfType<string>().ToList();
        while (links.Sum(l => l.Length + 1) > LinksLength)
        {
            notes.Add(new ImportNote(ImportNoteKind.LinkDropped, ImportText.Line(links[^1], 200)));
            links.RemoveAt(links.Count - 1);
        }

        return links;
    }

    private static string? Address(string text, int length, List<ImportNote> notes)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var address = text.Length > length ? null : WebAddress.Of(text.Trim());
        if (address is not null && address.Length <= length) return address;
        notes.Add(new ImportNote(ImportNoteKind.LinkDropped, ImportText.Line(text, 200)));
        return null;
    }

    private static List<ImportPerson> People(IReadOnlyList<RawPerson> raw, List<ImportNote> notes)
    {
        var people = raw
            .Select(p => new ImportPerson(
                ImportText.Line(p.Name, PersonLength),
                Guid.TryParse(p.Guid, out var guid) && guid != Guid.Empty ? guid : null,
                p.Code?.Trim() is { Length: 6 } code && code.All(char.IsAsciiLetterOrDigit) ? code.ToUpperInvariant() : null,
                ImportText.Of(p.Biography, BiographyLength)))
            .Where(p => p.Name.Length > 0 || p.Id is not null)
            .ToList();
        if (people.Count <= MostPeople) return people;
        notes.Add(new ImportNote(ImportNoteKind.TooManyPeople, people.Count.ToString(CultureInfo.InvariantCulture)));
        return people[..MostPeople];
    }
}
