using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Kongress.Web.Pages.Programme.Outside;

/// <summary>What pages and programs of others may read, and nothing else of this site: the released programme.</summary>
internal static class OutsideReaders
{
    public const string Policy = "Outside";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void AllowReading(CorsOptions options) => options.AddPolicy(
        Policy,
        policy => policy.AllowAnyOrigin().WithMethods(Read).AllowAnyHeader().WithExposedHeaders("ETag", "Last-Modified").SetPreflightMaxAge(TimeSpan.FromHours(1)));

    /// <summary>Everything mapped in the group is for everybody, from every page.</summary>
    public static RouteGroupBuilder MapOutside(this IEndpointRouteBuilder endpoints, string prefix)
    {
        var group = endpoints.MapGroup(prefix).AllowAnonymous().RequireCors(Policy);
        group.AddEndpointFilter(static (context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            // Everybody asks whether there is a new version, and is told quickly that there is none.
            headers.CacheControl = "public, no-cache";
            return next(context);
        });
        return group;
    }

    /// <summary>GET and HEAD. HEAD is a matter of course and stands in no description.</summary>
    public static RouteHandlerBuilder MapReading(this RouteGroupBuilder group, string pattern, Delegate handler)
    {
        group.MapMethods(pattern, [HttpMethods.Head], handler).ExcludeFromDescription();
        return group.MapGet(pattern, handler);
    }
}
