using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Hosting;

/// <summary>What happened, told on the next page.</summary>
internal static class Announcements
{
    public const string Key = "Announcement";

    /// <summary>Shown once, at the top of the page that follows.</summary>
    public static void Announce(this PageModel page, string text) => page.TempData[Key] = text;
}
