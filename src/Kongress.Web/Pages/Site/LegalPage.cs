using Kongress.Conferences;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Site;

/// <summary>A page whose text belongs to the edition.</summary>
public abstract class LegalPage(CurrentConference current, ConferencePageKind kind) : PageModel
{
    public string Text { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = (await current.FindAsync(ct))?.Pages.FirstOrDefault(p => p.Kind == kind);
        Text = page is null ? "" : Language.Current == Language.English && page.EnglishText.Length > 0 ? page.EnglishText : page.Text;
    }
}

public sealed class ImprintModel(CurrentConference current) : LegalPage(current, ConferencePageKind.Imprint);

public sealed class PrivacyModel(CurrentConference current) : LegalPage(current, ConferencePageKind.Privacy);

public sealed class AccessibilityModel(CurrentConference current) : LegalPage(current, ConferencePageKind.Accessibility);

public sealed class EasyLanguageModel(CurrentConference current) : LegalPage(current, ConferencePageKind.EasyLanguage);

public sealed class SignLanguageModel(CurrentConference current) : LegalPage(current, ConferencePageKind.SignLanguage);
