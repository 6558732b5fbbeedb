using System.Text.RegularExpressions;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Architecture;

/// <summary>Codes that are stored stand on pages of organisers as German words.</summary>
public sealed partial class WordsTests
{
    private const string Texts = "src/Kongress.Web/Pages/Organiser/";
    private const string Mails = Texts + "Mails";

    // What a link in a mail is for.
    private static readonly string[] Links = ["Registration.Group", "Registration.Confirm", "Participation.Answer", "Participation.AnswerFor"];

    // Of accounts, contingents, codes, groups, lists and rules: no page tells their history.
    private static readonly string[] ToldNowhere =
    [
        "Account.Created", "Account.Invited", "Account.Locked", "Account.PasswordSet", "Account.RolesChanged", "Account.SessionsEnded", "Account.SetUp", "Account.SignedIn", "Account.Unlocked",
        "Contingent.Added", "Contingent.Changed", "Contingent.Removed", "ExportTemplate.Changed", "ExportTemplate.Created", "ExportTemplate.Deleted", "Group.ContactCorrected", "Group.PeopleAdded", "Health.Looked",
        "InvitationCode.Added", "InvitationCode.Changed", "Mail.Aborted", "Mail.SentAgain", "Registrations.Exported", "Registrations.Imported", "Reminder.Changed", "Speakers.Forgotten", "Speakers.NeedsErased",
        "Workshop.AllotmentPublished", "Workshop.Drawn", "Workshop.WishesChanged",
    ];

    [Fact]
    public void Every_kind_of_mail_has_a_German_name() =>
        Assert.Empty(Codes(Repository.Files("src/Kongress", ".cs").Where(file => file.Path.EndsWith("Mails.cs", StringComparison.Ordinal))).Except(Codes(Repository.Files(Mails, ".cs"))));

    [Fact]
    public void Every_audit_row_that_a_page_tells_has_German_words()
    {
        // Some mails are written where their desk is.
        var mails = Codes(Repository.Files(Mails, ".cs")).ToHashSet(StringComparer.Ordinal);
        var told = Codes(Repository.Files(Texts, ".cs").Where(file => !file.Path.StartsWith(Mails, StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
        var written = Codes(Repository.Files("src/Kongress", ".cs").Where(file => !file.Path.EndsWith("Mails.cs", StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(written.Except(told).Except(mails).Except(ToldNowhere).Except(Links));
        // An entry that is no longer needed must go, too.
        Assert.Equal(ToldNowhere, ToldNowhere.Where(action => written.Contains(action) && !told.Contains(action)));
    }

    private static IEnumerable<string> Codes(IEnumerable<(string Path, string Text)> files) =>
        from file in files from Match match in Code().Matches(file.Text) select match.Groups[1].Value;

    [GeneratedRegex("(?<!cref=)\"([A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex Code();
}
