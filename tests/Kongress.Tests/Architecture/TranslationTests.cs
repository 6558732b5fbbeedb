using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Architecture;

/// <summary>What attendees and visitors read exists in English too: the German text is the key.</summary>
public sealed partial class TranslationTests
{
    // Staff read German only.
    private static readonly string[] StaffOnly = ["Pages/Organiser/", "Pages/Operations/", "Pages/Door/"];
    private static readonly string[] ReadByAttendees = ["Pages/Registrations/", "Pages/MyConference/", "Pages/Site/", "Pages/Speakers/", "Pages/Programme/", "Pages/Shared/", "Pages/Accounts/SignIn", "Pages/Accounts/AccessDenied"];

    // The trap for programs, and a button for organisers.
    private static readonly string[] Untranslated = ["Website", "Kongress anlegen"];

    [Fact]
    public void Every_text_is_translated_and_every_translation_is_used()
    {
        var used = Used().ToHashSet(StringComparer.Ordinal);
        var english = English().Keys.ToHashSet(StringComparer.Ordinal);

        Assert.True(used.SetEquals(english), $"Not translated:\n{string.Join('\n', used.Except(english))}\nNot used:\n{string.Join('\n', english.Except(used))}");
    }

    [Fact]
    public void A_translation_says_something_and_fills_the_same_places()
    {
        foreach (var (german, english) in English())
        {
            Assert.False(string.IsNullOrWhiteSpace(english), german);
            Assert.Equal((german, Places(german)), (german, Places(english)));
        }
    }

    [Fact]
    public void The_scanner_reads_texts_as_the_compiler_does() => Assert.Equal(
        ["a \"quoted\" word", "one", "other", "third {0}"],
        TextsIn("""L["a \"quoted\" word"]; text[x ? "one" : "other"]; Text["third {0}", f("not this")]; list["nor this"]""").Order(StringComparer.Ordinal));

    [Fact]
    public void No_page_for_attendees_holds_a_text_of_its_own()
    {
        var found = from file in Files("*.cshtml")
                    where ReadByAttendees.Any(file.Path.Contains)
                    from Match match in LooseText().Matches(RazorCode().Replace(file.Text, "@"))
                    let words = match.Groups[1].Value.Trim()
                    where !Untranslated.Contains(words)
                    select $"{file.Path}: {words}";

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    private static IEnumerable<string> Used()
    {
        var attributes = from file in Files("*.cs")
                         where !StaffOnly.Any(file.Path.Contains)
                         from Match match in AttributeText().Matches(file.Text)
                         select Regex.Unescape(match.Groups[1].Value);
        return Files("*.cs").Concat(Files("*.cshtml")).SelectMany(file => TextsIn(file.Text))
            .Concat(attributes)
            .Concat(Enum.GetValues<AdministrativeLevel>().Select(level => level.Name()))
            .Concat(Enum.GetValues<Assistance>().Select(need => need.Name()))
            .Concat(Constants(typeof(Din91379Texts)))
            .Concat(Constants(typeof(MailAddressAttribute)))
            .Distinct(StringComparer.Ordinal);
    }

    // All literals of the first argument: text[late ? "…" : "…", now].
    private static IEnumerable<string> TextsIn(string source)
    {
        foreach (Match start in Indexer().Matches(source))
        {
            var depth = 1;
            for (var i = start.Index + start.Length; depth > 0 && i < source.Length; i++)
            {
                if (source[i] == '"' && Literal().Match(source, i) is { Success: true } literal && literal.Index == i)
                {
                    yield return Regex.Unescape(literal.Groups[1].Value);
                    i += literal.Length - 1;
                    continue;
                }

                if (source[i] == ',' && depth == 1) break;
                depth += source[i] switch { '[' or '(' or '{' => 1, ']' or ')' or '}' => -1, _ => 0 };
            }
        }
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!);

    private static Dictionary<string, string> English() =>
        XDocument.Load(Repository.PathOf("src/Kongress/Shared/Texts.en.resx")).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<(string Path, string Text)> Files(string pattern) =>
        from path in Directory.EnumerateFiles(Repository.PathOf("src"), pattern, SearchOption.AllDirectories)
        let name = path.Replace('\\', '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal) && !name.Contains("/node_modules/", StringComparison.Ordinal)
        select (name, File.ReadAllText(path));

    [GeneratedRegex("""\b(?:L|text|Text)\[(?=[^\]]*")""")]
    private static partial Regex Indexer();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?:Display\(Name|ErrorMessage) = ""((?:[^""\\]|\\.)*)""")]
    private static partial Regex AttributeText();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"@\{[\s\S]*?^\}|@\*[\s\S]*?\*@|@(?:if|foreach|else|switch|using|model|inject|page|section)\b[^\n]*|@[\w.]+(?:\[[^\]]*\]|\([^()]*(?:\([^()]*\)[^()]*)*\))?|""[^""\n]*""", RegexOptions.Multiline)]
    private static partial Regex RazorCode();

    [GeneratedRegex(">([^<>@{}=;]*[A-Za-zÄÖÜäöüß]{3,}[^<>@{}=;]*)</")]
    private static partial Regex LooseText();
}
