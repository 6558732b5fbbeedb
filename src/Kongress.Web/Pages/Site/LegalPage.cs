using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Pages.Site;

/// <summary>A page whose text belongs to the edition.</summary>
public abstract class LegalPage(CurrentConference current, ConferencePageKind kind) : PageModel
{
    public string Text { get; private set; } = "";

    /// <summary>The German text stands in for a missing English one and is marked as German.</summary>
    public bool IsForeign { get; private set; }

    public ConferencePageKind Kind => kind;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = (await current.FindAsync(ct))?.Pages.FirstOrDefault(p => p.Kind == kind);
        var english = Language.Current == Language.English;
        Text = page is null ? "" : english && page.EnglishText.Length > 0 ? page.EnglishText : page.Text;
        IsForeign = english && page is not null && page.EnglishText.Length == 0;
    }
}

[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class ImprintModel(CurrentConference current) : LegalPage(current, ConferencePageKind.Imprint);

[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class PrivacyModel(CurrentConference current) : LegalPage(current, ConferencePageKind.Privacy);

[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class AccessibilityModel(CurrentConference current) : LegalPage(current, ConferencePageKind.Accessibility);

[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class EasyLanguageModel(CurrentConference current) : LegalPage(current, ConferencePageKind.EasyLanguage);

[OutputCache(PolicyName = PublicPages.Tag)]
public sealed class SignLanguageModel(CurrentConference current) : LegalPage(current, ConferencePageKind.SignLanguage);
