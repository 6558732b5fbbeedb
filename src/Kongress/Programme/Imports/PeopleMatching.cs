using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Speakers;

namespace Kongress.Programme.Imports;

/// <summary>Which people of the edition a file means, and which it brings along.</summary>
internal sealed class PeopleMatching
{
    private readonly ImportIdentity identity;
    private readonly IReadOnlyDictionary<Guid, Speaker> known;
    private readonly ILookup<string, Speaker> byName;
    private readonly HashSet<string> codes;
    private readonly Dictionary<Guid, NewPerson> created = [];
    private readonly Dictionary<string, Guid> createdByName = new(StringComparer.Ordinal);

    public PeopleMatching(Draft draft, ImportIdentity identity)
    {
        (this.identity, known) = (identity, draft.Speakers);
        byName = draft.Speakers.Values.OrderBy(s => s.Id)
            .SelectMany(s => new[] { s.Profile.FullName, $"{s.Profile.GivenName} {s.Profile.FamilyName}" }.Select(ImportNames.Key).Distinct().Select(key => (key, s)))
            .ToLookup(x => x.key, x => x.s);
        codes = draft.Speakers.Values.Select(s => s.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyCollection<NewPerson> NewPeople => created.Values;

    public string NameOf(Guid id) => known.TryGetValue(id, out var speaker) ? speaker.Profile.FullName
        : created.TryGetValue(id, out var person) ? string.Join(' ', new[] { person.Title, person.GivenName, person.FamilyName }.Where(part => !string.IsNullOrEmpty(part))) : "";

    /// <summary>The people of a row, each once, in its order; whoever cannot be told apart or named is left out, with a note.</summary>
    /// <param name="session">Null: it is new.</param>
    public List<Guid> Of(IReadOnlyList<ImportPerson> people, Session? session, List<ImportNote> notes) =>
        [.. people.Select(p => Find(p, session, notes)).OfType<Guid>().Distinct()];

    private Guid? Find(ImportPerson person, Session? session, List<ImportNote> notes)
    {
        var key = ImportNames.Key(person.Name);
        if (person.Id is { } guid)
        {
            var id = identity.Of(guid);
            if (known.TryGetValue(id, out var same))
            {
                if (key.Length > 0 && !byName[key].Contains(same)) notes.Add(new ImportNote(ImportNoteKind.PersonNamedOtherwise, $"{person.Name} → {same.Profile.FullName}"));
                return id;
            }

            if (created.ContainsKey(id)) return id;
        }

        if (person.Name.Length == 0) return null;
        var alike = key.Length == 0 ? [] : byName[key].ToList();
        if (alike.Count > 1 && session is not null) alike = alike.FindAll(s => session.Participations.Any(p => p.SpeakerId == s.Id && p.IsOn)) is { Count: 1 } here ? here : alike;
        switch (alike.Count)
        {
            case 1:
                return alike[0].Id;
            case > 1:
                notes.Add(new ImportNote(ImportNoteKind.PersonAmbiguous, person.Name));
                return null;
            default:
                return Create(person, notes);
        }
    }

    private Guid? Create(ImportPerson person, List<ImportNote> notes)
    {
        // People without a guid are one person if they have one name.
        if (person.Id is null && createdByName.TryGetValue(person.Name, out var there)) return there;
        if (ImportNames.Of(person.Name) is not var (title, given, family))
        {
            notes.Add(new ImportNote(ImportNoteKind.NameNotAllowed, person.Name));
            return null;
        }

        var id = person.Id is { } guid ? identity.Of(guid) : identity.Derived("person:" + person.Name);
        created[id] = new NewPerson(id, person.Code is { } code && codes.Add(code) ? code : null, title, given, family, person.Biography);
        createdByName.TryAdd(person.Name, id);
        return id;
    }
}
