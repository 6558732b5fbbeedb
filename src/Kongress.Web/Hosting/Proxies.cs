using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kongress.Web.Hosting;

/// <summary>Believes what a reverse proxy says about the visitor, if the proxy is known. One on the same machine always is.</summary>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var known = configuration.GetSection("ForwardedHeaders:KnownProxies").Get<string[]>() ?? [];
        var addresses = known.Select(text => IPAddress.TryParse(text, out var address)
            ? address
            : throw new InvalidOperationException($"ForwardedHeaders:KnownProxies: \"{text}\" is no IP address.")).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var address in addresses) options.KnownProxies.Add(address);
        });
    }
}
