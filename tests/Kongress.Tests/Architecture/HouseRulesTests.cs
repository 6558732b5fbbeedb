namespace Kongress.Tests.Architecture;

/// <summary>Each rule finds what it forbids in a sample, and leaves alone what only looks like it.</summary>
public sealed class HouseRulesTests
{
    private static readonly ILookup<string, string> Types =
        new[] { ("Programme", "Session"), ("Data", "KongressDb") }.ToLookup(t => t.Item1, t => t.Item2);

    [Theory]
    [InlineData("Mail", "using Kongress.Registrations;", "Registrations")]
    [InlineData("Registrations", "using Kongress.Programme;", "Programme")]
    [InlineData("Data", "global using Kongress.Mail;", "Mail")]
    [InlineData("Conferences", "var x = new Kongress.Accounts.SignInDesk();", "Accounts")]
    [InlineData("Registrations", "Programme.Session s = null!;", "Programme")]
    [InlineData("Registrations", "using S = global::Kongress.Programme.Session;", "Programme")]
    [InlineData("Registrations", "using Kongress.Reminders;", "Reminders")]
    [InlineData("Dashboard", "using Kongress.Reminders;", "Reminders")]
    [InlineData("Privacy", "using Kongress.Registrations;", "Registrations")]
    [InlineData("Mail", "using Kongress.Web;", "Web")]
    public void A_use_against_the_table_is_found(string folder, string text, string used) =>
        Assert.Equal([$"X.cs: {folder} may not use {used}"], FolderTable.Violations("X.cs", folder, text, Types));

    [Theory]
    [InlineData("Registrations", "using Kongress.Accounts;\nusing Kongress.Mail;\nusing Kongress.Data;\nusing Kongress.Shared;")]
    [InlineData("Workshops", "using Kongress.Speakers;\nusing Kongress.Conferences;")]
    [InlineData("Reminders", "using Kongress.CheckIns;\nusing Kongress.Privacy;")]
    [InlineData("Mail", "namespace Kongress.Mail; // using Kongress.Registrations;")]
    [InlineData("Mail", "/* Kongress.Registrations */ var s = \"Kongress.Registrations\";")]
    [InlineData("Registrations", "day.Programme.Session(); Programme.Count();")]
    public void A_use_within_the_table_is_allowed(string folder, string text) =>
        Assert.Empty(FolderTable.Violations("X.cs", folder, text, Types));

    [Fact]
    public void A_folder_outside_the_table_is_found() =>
        Assert.Single(FolderTable.Violations("X.cs", "Infrastructure", "", Types));

    [Fact]
    public void A_table_that_points_back_is_refused() =>
        Assert.Throws<KeyNotFoundException>(() => FolderTable.Read("A -> B\nB -> A"));

    [Theory]
    [InlineData("using Microsoft.AspNetCore.Mvc.RazorPages;")]
    [InlineData("using Microsoft.AspNetCore.Http;")]
    [InlineData("using Hangfire;")]
    [InlineData("Microsoft.Data.Sqlite.SqliteException e;")]
    [InlineData("using Microsoft.EntityFrameworkCore.SqlServer.Storage;")]
    [InlineData("options.UseSqlite(x);")]
    public void An_outer_name_in_Kongress_is_found(string text) => Assert.Single(HouseRules.OuterNamesInKongress("X.cs", text));

    [Theory]
    [InlineData("<PackageReference Include=\"Hangfire.Core\" />")]
    [InlineData("<PackageReference Include=\"Microsoft.EntityFrameworkCore.Sqlite\" />")]
    [InlineData("<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    public void An_outer_package_of_Kongress_is_found(string text) => Assert.Single(HouseRules.OuterNamesInKongress("X.csproj", text));

    [Theory]
    [InlineData("using Microsoft.AspNetCore.Identity;\nusing Microsoft.EntityFrameworkCore;")]
    [InlineData("using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;")]
    [InlineData("/// <summary>Hangfire rings, this decides.</summary>")]
    public void What_Kongress_may_know_is_allowed(string text) => Assert.Empty(HouseRules.OuterNamesInKongress("X.cs", text));

    [Theory]
    [InlineData("await db.SaveChangesAsync(ct);", 1)]
    [InlineData("db.SaveChanges();\nawait rows.ExecuteDeleteAsync(ct);", 2)]
    [InlineData("// never SaveChanges\nawait desk.SaveAsync(ct);", 0)]
    public void A_write_in_Web_is_found(string text, int found) => Assert.Equal(found, HouseRules.WritesInWeb("X.cs", text).Count());

    [Theory]
    [InlineData("x = outcome switch { SignUpOutcome.Done => 1, _ => 2 };", 1)]
    [InlineData("x = outcome switch\n{\n    SignUpOutcome.Done or SignUpOutcome.Full => 1,\n    _ => throw new X(),\n};", 1)]
    [InlineData("x = outcome switch { SignUpOutcome.Done => 1, SignUpOutcome.Full => 2 }; y = z switch { 1 => 2, _ => 3 };", 0)]
    public void An_outcome_that_is_passed_over_is_found(string text, int found) => Assert.Equal(found, HouseRules.OutcomesPassedOver("X.cs", text).Count());

    [Theory]
    [InlineData("src/Kongress/Mail/MailHelper.cs", "", 1)]
    [InlineData("src/Kongress/Common/X.cs", "", 1)]
    [InlineData("src/Kongress/Mail/X.cs", "public abstract class DeskBase;", 1)]
    [InlineData("src/Kongress/Mail/X.cs", "internal sealed record struct TimeUtils(int X);", 1)]
    [InlineData("db/Kongress.Database/KongressDatabase.cs", "public sealed class Commonwealth(UserManager<Account> users) : IdentityBase; // class XHelper", 0)]
    public void A_vague_name_is_found(string path, string text, int found) => Assert.Equal(found, HouseRules.VagueNames(path, text).Count());

    [Fact]
    public void A_file_of_301_lines_is_too_long()
    {
        Assert.Null(HouseRules.TooLong("X.cs", string.Concat(Enumerable.Repeat("line\n", 300))));
        Assert.Equal("X.cs: 301 lines", HouseRules.TooLong("X.cs", string.Concat(Enumerable.Repeat("line\n", 301))));
    }

    [Theory]
    [InlineData("<p>\n<script>alert(1)</script>", "X.cshtml:2: <script>")]
    [InlineData("<script type=\"module\">import 'x'</script>", "X.cshtml:1: <script type=\"module\">")]
    [InlineData("<p style=\"color: red\">", "X.cshtml:1: style=\"")]
    [InlineData("<style>p { }</style>", "X.cshtml:1: <style")]
    [InlineData("<button onclick=\"go()\">", "X.cshtml:1: onclick=\"")]
    [InlineData("<a href=\"javascript:go()\">", "X.cshtml:1: \"javascript:")]
    public void Inline_script_or_style_is_found(string text, string found) =>
        Assert.Equal([found], HouseRules.InlineScriptOrStyle("X.cshtml", text));

    [Theory]
    [InlineData("<script type=\"module\" src=\"~/door.js\"></script><link rel=\"stylesheet\" href=\"~/site.css\">")]
    [InlineData("<script type=\"application/json\" id=\"cases\">{}</script>")]
    [InlineData("@* <p style=\"x\"> *@ <!-- <script> --> <p data-style=\"x\">Die Regel style= gilt.</p>")]
    public void Pages_with_files_and_data_blocks_are_allowed(string text) => Assert.Empty(HouseRules.InlineScriptOrStyle("X.cshtml", text));

    [Theory]
    [InlineData("<a asp-page=\"Edit\">", "/Organiser/Rooms/Edit")]
    [InlineData("return RedirectToPage(\"../Missing\", new { id });", "/Organiser/Missing")]
    [InlineData("@Url.Page(\"/Index\")", "/Index")]
    [InlineData("<a asp-page=\"../Index\"><a asp-page=\"Index\">", null)]
    [InlineData("<a asp-page=\"/Organiser/Index\"><a asp-page=\"@name\">", null)]
    public void A_link_to_a_page_that_is_not_there_is_found(string text, string? missing) => Assert.Equal(
        missing is null ? [] : [$"src/Kongress.Web/Pages/Organiser/Rooms/Index.cshtml: there is no page {missing}"],
        HouseRules.DeadLinks("src/Kongress.Web/Pages/Organiser/Rooms/Index.cshtml", text, new HashSet<string> { "/Organiser/Index", "/Organiser/Rooms/Index" }));

    [Fact]
    public void Code_is_read_without_strings_and_comments_and_keeps_its_lines() =>
        Assert.Equal("a(\"\");\n\nb = \"\"\n;c", Source.Code("a(\"x // y\");// z\n/* 1\n*/b = \"\"\"\n1 \"2\" \"\"\";c"));
}
