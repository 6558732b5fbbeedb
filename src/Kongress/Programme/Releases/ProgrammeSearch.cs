using Kongress.Shared;

namespace Kongress.Programme.Releases;

/// <summary>The words of each slot: title, text, track, people and their organisations.</summary>
internal sealed class ProgrammeSearch(PublicProgramme programme)
{
    // So few words at once that none is left out of an index.
    private const int WordsAtOnce = 30;

    private readonly Dictionary<Guid, string> words = programme.Snapshot.Slots.ToDictionary(s => s.Id, s => string.Concat(Texts(programme, s).SelectMany(Pieces).Select(piece => SearchForm.Index(piece))));

    /// <param name="query">As <see cref="SearchForm.Query"/> gives it; all of them must be there.</param>
    public bool Finds(SnapshotSlot slot, IReadOnlyList<string> query) => query.All(word => words[slot.Id].Contains(" " + word, StringComparison.Ordinal));

    private static IEnumerable<string?> Texts(PublicProgramme programme, SnapshotSlot slot) =>
    [
        slot.Code, slot.Title, slot.Subtitle, slot.Abstract, programme.TrackOf(slot)?.Name,
        .. slot.People.SelectMany(p => new[] { programme.PersonOf(p)?.Name, p.Function, p.Organisation, programme.PersonOf(p)?.Organisation }),
    ];

    private static IEnumerable<string> Pieces(string? text) =>
        (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(WordsAtOnce).Select(piece => string.Join(' ', piece));
}
