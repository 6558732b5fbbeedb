using System.Text.RegularExpressions;

namespace Kongress.Tests.Architecture;

/// <summary>The rules of DESIGN.md that can be read off a single file. Each gives one line per violation.</summary>
internal static partial class HouseRules
{
    public const int LongestFile = 300;

    /// <summary>src/Kongress knows no pages, no Hangfire and no database provider.</summary>
    public static IEnumerable<string> OuterNamesInKongress(string path, string text) =>
        Source.Find(path, path.EndsWith(".csproj", StringComparison.Ordinal) ? text : Source.Code(text), OuterName());

    /// <summary>Pages and endpoints call a desk; they never write themselves.</summary>
    public static IEnumerable<string> WritesInWeb(string path, string text) => Source.Find(path, Source.Code(text), Write());

    /// <summary>Folders, files and types called Helper, Manager, Util, Common or Base.</summary>
    public static IEnumerable<string> VagueNames(string path, string text)
    {
        var places = path.Split('/').Select(part => part.Split('.')[0]);
        var types = from Match match in TypeDeclaration().Matches(Source.Code(text)) select match.Groups[1].Value;
        return from name in places.Concat(types).Distinct()
               where VagueWord().IsMatch(name)
               select $"{path}: {name}";
    }

    /// <summary>Null when the file is short enough.</summary>
    public static string? TooLong(string path, string text)
    {
        var lines = text.AsSpan().TrimEnd().Count('\n') + 1;
        return lines > LongestFile ? $"{path}: {lines} lines" : null;
    }

    /// <summary>Scripts, styles and event attributes that the content security policy would block. Data blocks (JSON) are not scripts.</summary>
    public static IEnumerable<string> InlineScriptOrStyle(string path, string text) => Source.Find(path, Source.Markup(text), Inline());

    /// <summary>Links and redirects to pages that are not there: the framework makes an empty address of them without a word.</summary>
    /// <param name="pages">Names as the framework has them: "/Organiser/Index".</param>
    public static IEnumerable<string> DeadLinks(string path, string text, IReadOnlySet<string> pages) =>
        from Match link in PageLink().Matches(text)
        let name = link.Groups[1].Value
        let whole = name.StartsWith('/') ? name : new Uri(new Uri("page:" + PageOf(path)), name).AbsolutePath
        where !pages.Contains(whole)
        select $"{path}: there is no page {whole}";

    /// <summary>"src/Kongress.Web/Pages/Organiser/Index.cshtml" → "/Organiser/Index".</summary>
    public static string PageOf(string path) => path[(path.IndexOf("/Pages/", StringComparison.Ordinal) + "/Pages".Length)..].Split('.')[0];

    /// <summary>A switch over outcomes names each of them: a new one must be thought of everywhere.</summary>
    public static IEnumerable<string> OutcomesPassedOver(string path, string text) => Source.Find(path, Source.Code(text), OutcomePassedOver());

    [GeneratedRegex(@"(?:asp-page=""|RedirectToPage\(""|Url\.Page\("")([^""@]+)""")]
    private static partial Regex PageLink();

    [GeneratedRegex(@"\bMicrosoft\.AspNetCore\.(?!Identity|DataProtection|Cryptography)\w+|\bHangfire\b|\bMicrosoft\.EntityFrameworkCore\.(Sqlite|SqlServer)\b|\bMicrosoft\.Data\.\w+|\bUse(Sqlite|SqlServer)\b|""Microsoft\.AspNetCore\.App""")]
    private static partial Regex OuterName();

    [GeneratedRegex(@"\b(SaveChanges|ExecuteUpdate|ExecuteDelete|ExecuteSql\w*?)(Async)?\b")]
    private static partial Regex Write();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+([A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    // Arms of a switch expression up to its end, of which one names an outcome and a later one is for all others.
    [GeneratedRegex(@"\bswitch\s*\{\s*\w+Outcome\.[^{}]*?\s_ =>")]
    private static partial Regex OutcomePassedOver();

    // A word of a PascalCase name: "DateHelper" is one, "Database" and "Commonwealth" are not.
    [GeneratedRegex(@"(Helpers?|Managers?|Utils?|Utility|Utilities|Common|Base)(?![a-z])")]
    private static partial Regex VagueWord();

    [GeneratedRegex(
        @"<script\b(?![^>]*\bsrc\s*=)(?![^>]*\btype\s*=\s*""application/(ld\+)?json"")[^>]*>|<style\b|\sstyle\s*=\s*[""'@]|\son[a-z]+\s*=\s*[""'@]|[""']javascript:",
        RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
