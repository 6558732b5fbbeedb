using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kongress.Web.Hosting;

/// <summary>What happened, told on the next page.</summary>
internal static class Announcements
{
    private const string Key = "Announcement";
    private const string Cookie = "kongress.announcement";

    public static void AddAnnouncements(this IServiceCollection services) => services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Cookie);

    /// <summary>Shown once, at the top of the page that follows.</summary>
    public static void Announce(this PageModel page, string text) => page.TempData[Key] = text;

    /// <summary>The browser brings something to be told. Its page is not for others.</summary>
    public static bool BringsAnnouncement(this HttpRequest request) => request.Cookies.ContainsKey(Cookie);

    /// <summary>What is to be told on this page; null: nothing. Without one no cookie is touched, so that the page can be kept for everybody.</summary>
    public static string? Announcement(this HttpRequest request, ITempDataDictionary kept) => request.BringsAnnouncement() ? kept[Key] as string : null;
}
