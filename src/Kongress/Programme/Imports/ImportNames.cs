using Kongress.Shared;

namespace Kongress.Programme.Imports;

/// <summary>Takes a name that a file has in one piece apart.</summary>
internal static class ImportNames
{
    private const int TitleLength = 60;
    private const int NameLength = 100;

    private static readonly HashSet<string> Titles = ["PROF", "DR", "DIPL", "MAG", "ING", "HABIL", "MDIN", "MDG", "PD"];
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "van", "von", "vom", "der", "den", "dem", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "zu", "zum", "zur", "ten", "ter", "op", "af", "av", "el", "al", "bin", "ibn", "und" };

    /// <summary>"Prof. Dr. Ludwig van der Heyden" → title, given name, family name, which put together are the same again. Null: holds what no name has.</summary>
    public static (string? Title, string GivenName, string FamilyName)? Of(string fullName)
    {
        if (Din91379.Check(fullName, Din91379Type.A).Value is not { Length: > 0 } name) return null;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var titles = words.TakeWhile(IsTitle).Count();
        if (titles == words.Length) titles = 0;
        var family = words.Length - 1;
        while (family - 1 > titles && Particles.Contains(words[family - 1])) family--;
        // A title without a given name could not be put together again.
        if (family == titles) titles = 0;
        var parts = (Title: titles == 0 ? null : string.Join(' ', words[..titles]), Given: string.Join(' ', words[titles..family]), Family: string.Join(' ', words[family..]));
        return parts.Title?.Length > TitleLength || parts.Given.Length > NameLength || parts.Family.Length > NameLength ? null : parts;
    }

    /// <summary>How two spellings of a name are held against each other.</summary>
    public static string Key(string name) => SearchForm.Of(name);

    private static bool IsTitle(string word) => word.EndsWith('.') && Titles.Contains(word.Split('.', '-')[0].ToUpperInvariant());
}
