using Kongress.Tests.Hosting;

namespace Kongress.Tests.Architecture;

/// <summary>Holds the code to the rules. <see cref="HouseRulesTests"/> shows that each rule can fail.</summary>
public sealed class HouseTests
{
    // Files that may be longer than 300 lines, each with its reason.
    private static readonly Dictionary<string, string> MayBeLong = new()
    {
    };

    // Puts the features together, so it may name them all.
    private const string Composition = "src/Kongress/KongressFeatures.cs";

    [Fact]
    public void Folders_of_Kongress_use_only_what_the_table_allows()
    {
        var files = Repository.Files("src/Kongress", ".cs").ToList();
        var types = files.Where(file => FolderOf(file.Path) is not null)
            .ToLookup(file => FolderOf(file.Path)!, file => Path.GetFileName(file.Path).Split('.')[0]);

        AssertNone(files.SelectMany(file => FolderOf(file.Path) is { } folder
            ? FolderTable.Violations(file.Path, folder, file.Text, types)
            : file.Path == Composition && !file.Text.Contains("global using", StringComparison.Ordinal) ? []
            : [$"{file.Path}: a file of Kongress stands in a folder"]));
    }

    [Fact]
    public void Kongress_names_no_pages_no_Hangfire_and_no_database_provider() =>
        AssertNone(Repository.Files("src/Kongress", ".cs", ".csproj").SelectMany(file => HouseRules.OuterNamesInKongress(file.Path, file.Text)));

    [Fact]
    public void Web_never_writes_to_the_database_itself() =>
        AssertNone(Repository.Files("src/Kongress.Web", ".cs", ".cshtml").SelectMany(file => HouseRules.WritesInWeb(file.Path, file.Text)));

    [Fact]
    public void A_switch_over_outcomes_names_each_of_them() =>
        AssertNone(new[] { "src", "db" }.SelectMany(folder => Repository.Files(folder, ".cs", ".cshtml")).SelectMany(file => HouseRules.OutcomesPassedOver(file.Path, file.Text)));

    [Fact]
    public void Nothing_is_called_Helper_Manager_Util_Common_or_Base() =>
        AssertNone(new[] { "src", "db", "tests" }
            .SelectMany(folder => Repository.Files(folder, ".cs", ".cshtml", ".js", ".ts"))
            .SelectMany(file => HouseRules.VagueNames(file.Path, file.Text)));

    [Fact]
    public void Files_are_short()
    {
        var tooLong = new[] { "src", "db" }
            .SelectMany(folder => Repository.Files(folder, ".cs", ".cshtml", ".js", ".ts", ".css"))
            .Select(file => HouseRules.TooLong(file.Path, file.Text))
            .OfType<string>()
            .ToList();

        // An entry that is no longer needed must go, too.
        Assert.Equal(MayBeLong.Keys.Order(), tooLong.Select(line => line.Split(':')[0]).Order());
    }

    [Fact]
    public void Pages_hold_no_inline_script_style_or_event_attribute() =>
        AssertNone(Repository.Files("src/Kongress.Web", ".cshtml").SelectMany(file => HouseRules.InlineScriptOrStyle(file.Path, file.Text)));

    [Fact]
    public void Every_link_to_a_page_leads_to_one()
    {
        var files = Repository.Files("src/Kongress.Web", ".cs", ".cshtml").Where(file => file.Path.Contains("/Pages/", StringComparison.Ordinal)).ToList();
        var pages = files.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal) && file.Text.StartsWith("@page", StringComparison.Ordinal)).Select(file => HouseRules.PageOf(file.Path)).ToHashSet();

        AssertNone(files.SelectMany(file => HouseRules.DeadLinks(file.Path, file.Text, pages)));
    }

    private static void AssertNone(IEnumerable<string> violations) => Assert.True(!violations.Any(), string.Join('\n', violations));

    // "src/Kongress/Mail/Outbox.cs" → "Mail".
    private static string? FolderOf(string path) => path.Split('/') is { Length: > 3 } parts ? parts[2] : null;
}
