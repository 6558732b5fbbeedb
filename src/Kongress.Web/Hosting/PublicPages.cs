using Kongress.Programme.Releases;
using Kongress.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Kongress.Web.Hosting;

/// <summary>Keeps the public pages ready for those who are not signed in. An edit of the edition throws them away at once.</summary>
internal static class PublicPages
{
    /// <summary>Name of the cache policy, and the tag under which its pages are thrown away.</summary>
    public const string Tag = "conference";

    /// <summary>Name of the policy of the programme, whose pages look different with another choice in the address.</summary>
    public const string Programme = "programme";

    // Pages change by themselves too, when registration opens; another node's edit is seen within this time.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    public static void AddPublicPages(this IServiceCollection services) => services.AddOutputCache(options =>
    {
        options.AddPolicy(Tag, policy => Kept(policy).SetVaryByQuery([]));
        options.AddPolicy(Programme, policy => Kept(policy).SetVaryByQuery("ansicht", "tag", "suche", "thema", "format", "raum", "niveau", "sprache", "plaetze"));
    });

    // A new release is another page at once. A page that tells one person what happened is nobody else's.
    private static OutputCachePolicyBuilder Kept(OutputCachePolicyBuilder policy) => policy.With(context => !context.HttpContext.Request.BringsAnnouncement()).Expire(Fresh).Tag(Tag)
        .VaryByValue(_ => new KeyValuePair<string, string>("language", Language.Current))
        .VaryByValue(async (http, ct) => new KeyValuePair<string, string>("release", (await http.RequestServices.GetRequiredService<CurrentProgramme>().FindAsync(ct))?.Hash ?? ""));

    /// <summary>Call it after authentication: what a signed-in person sees is never kept. The default policy of the framework sees to that.</summary>
    public static void UsePublicPages(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            // The browser asks again each time: the same address looks different after signing in and in another language.
            if (http.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is not null && http.User.Identity?.IsAuthenticated != true)
            {
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers.CacheControl = "no-cache";
                    http.Response.Headers.Append("Vary", "Cookie, Accept-Language");
                    return Task.CompletedTask;
                });
            }

            return next();
        });
        app.UseOutputCache();
    }
}
