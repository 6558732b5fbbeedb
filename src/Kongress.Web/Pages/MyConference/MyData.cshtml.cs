using Kongress.Data;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.MyConference;

/// <summary>Everything that is stored about the signed-in person (Art. 15 GDPR).</summary>
public sealed class MyDataModel(IEnumerable<IHoldsPersonalData> holders) : PageModel
{
    public List<PersonalDataPart> Parts { get; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        foreach (var holder in holders) Parts.AddRange(await holder.ShowAsync(User.AccountId(), ct));
    }
}
