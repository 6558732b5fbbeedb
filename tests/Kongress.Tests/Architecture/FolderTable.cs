using System.Text.RegularExpressions;

namespace Kongress.Tests.Architecture;

/// <summary>Which folder of src/Kongress may use which. Every line names only folders above it, so the folders depend one way.</summary>
internal static partial class FolderTable
{
    // "+ below": what the named folders may use themselves. "any": every folder but Reminders and Dashboard.
    private const string Table = """
        Shared        -> nothing
        Data          -> Shared
        Mail          -> Data, Shared
        Conferences   -> Mail, Data, Shared
        Accounts      -> Mail + below
        Speakers      -> Conferences, Accounts + below
        Programme     -> Speakers + below
        Registrations -> Conferences, Accounts + below
        Workshops     -> Programme, Registrations + below
        CheckIns      -> Registrations, Workshops + below
        Proposals     -> Programme, Speakers + below
        Privacy       -> Shared, Data, Mail, Accounts
        Dashboard     -> any
        Reminders     -> any
        """;

    /// <summary>Folder → what it may use, itself left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Allowed { get; } = Read(Table);

    /// <summary>What a file of a folder uses against the table, one sentence each.</summary>
    /// <param name="folder">The folder of the file: "Mail".</param>
    /// <param name="types">Folder → names of its types, to recognise "Data.KongressDb" without "Kongress.".</param>
    public static IEnumerable<string> Violations(string path, string folder, string text, ILookup<string, string> types)
    {
        if (!Allowed.TryGetValue(folder, out var allowed))
        {
            return [$"{path}: the folder {folder} is not in the table of DESIGN.md"];
        }

        var code = Source.Code(text);
        var named = from Match match in FullName().Matches(code) select match.Groups[1].Value;
        var abbreviated = from Match match in ShortName().Matches(code)
                          where types[match.Groups[1].Value].Contains(match.Groups[2].Value)
                          select match.Groups[1].Value;
        return from used in named.Concat(abbreviated).Distinct()
               where used != folder && !allowed.Contains(used)
               select $"{path}: {folder} may not use {used}";
    }

    internal static Dictionary<string, IReadOnlySet<string>> Read(string table)
    {
        var read = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (folder, right) = (line.Split("->")[0].Trim(), line.Split("->")[1].Trim());
            var names = right.Replace("+ below", "").Split(',', StringSplitOptions.TrimEntries).Where(name => name != "nothing").ToArray();
            if (right == "any")
            {
                names = [.. read.Keys.Except(["Dashboard"])];
            }

            // Fails here when a line names a folder that stands further down: then the folders no longer depend one way.
            var below = names.SelectMany(name => read[name]).ToList();
            read[folder] = (right.Contains("+ below", StringComparison.Ordinal) ? names.Concat(below) : names).ToHashSet();
        }

        return read;
    }

    [GeneratedRegex(@"\bKongress\.([A-Z]\w*)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*)\.([A-Z]\w*)")]
    private static partial Regex ShortName();
}
