using System.Text.RegularExpressions;

namespace Kongress.Tests.Architecture;

/// <summary>Reads C# and Razor as text: enough for the house rules, without a compiler.</summary>
internal static partial class Source
{
    /// <summary>The code without comments and without what stands in strings; lines stay where they are.</summary>
    public static string Code(string text) => StringsAndComments().Replace(text, match =>
        match.Value[0] == '/' ? Lines(match.Value) : "\"\"" + Lines(match.Value));

    /// <summary>A page without Razor and HTML comments.</summary>
    public static string Markup(string text) => MarkupComments().Replace(text, match => Lines(match.Value));

    /// <summary>"path:line: what" for each match.</summary>
    public static IEnumerable<string> Find(string path, string code, Regex what) =>
        from Match match in what.Matches(code)
        select $"{path}:{code.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value.Trim()}";

    private static string Lines(string removed) => new('\n', removed.Count(c => c == '\n'));

    [GeneratedRegex(""""""
        """[\s\S]*?"""|\$*@\$*"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.[^']*|[^'\\])'|//[^\n]*|/\*[\s\S]*?\*/
        """""", RegexOptions.None, 5_000)]
    private static partial Regex StringsAndComments();

    [GeneratedRegex(@"@\*[\s\S]*?\*@|<!--[\s\S]*?-->", RegexOptions.None, 5_000)]
    private static partial Regex MarkupComments();
}
