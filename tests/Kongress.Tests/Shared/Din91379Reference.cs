using System.Globalization;

namespace Kongress.Tests.Shared;

/// <summary>The published list of the standard, which lies beside the repository on some machines only. Tests that need it are skipped elsewhere.</summary>
internal static class Din91379Reference
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Root(), "../shared/data/din91379"));

    /// <summary>Group ("bll", "bnlreq" …) and unit of every entry.</summary>
    public static (string Group, string Unit)[] Units() =>
        Lines("latin_list_1.3.txt").Select(fields => (fields[0], Text(fields[2]))).ToArray();

    /// <summary>Every letter with its normative search form.</summary>
    public static (string Unit, string SearchForm)[] SearchForms() =>
        Lines("latin_list_search_form_1.3.txt").Select(fields => (Text(fields[2]), Text(fields[5]))).ToArray();

    private static IEnumerable<string[]> Lines(string file)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The list of DIN 91379 is not there (../shared/data/din91379 beside the repository).");
        return File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => line.Split("; "));
    }

    private static string Text(string codePoints) =>
        string.Concat(codePoints.Split(' ').Select(hex => (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kongress.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder.FullName;
    }
}
