using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Tests.Security;

/// <summary>All that the running product answers to, as "GET /einlass/{listId:guid}" and "POST /einlass/{listId:guid}?handler=Undo".</summary>
internal sealed class Endpoints(IServiceProvider services)
{
    /// <summary>Stands for the style sheets, scripts and pictures, which are many.</summary>
    public const string Files = "GET static files";

    /// <summary>Every endpoint with each of its page handlers. A page can always be asked for by GET, with a handler or without.</summary>
    public async Task<SortedSet<string>> NamesAsync(CancellationToken ct)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) names.Add(Files + (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? " behind a sign-in" : ""));
            else if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) names.UnionWith(await OfPageAsync(page, route, ct));
            else names.UnionWith((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => $"{method} {route}"));
        }

        return names;
    }

    private async Task<IEnumerable<string>> OfPageAsync(PageActionDescriptor page, string route, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return compiled.HandlerMethods.Select(handler => $"{handler.HttpMethod.ToUpperInvariant()} {route}{(handler.Name is { } name ? "?handler=" + name : "")}").Prepend("GET " + route);
    }
}
