using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kongress.Web.Hosting;

/// <summary>Section "ForwardedHeaders" of the settings.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "ForwardedHeaders";

    /// <summary>IP addresses of the reverse proxies that are believed. None (default): only one on the same machine.</summary>
    public string[] KnownProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from address in KnownProxies
        where !IPAddress.TryParse(address, out _)
        select new ValidationResult($"{Section}:{nameof(KnownProxies)} must be IP addresses such as 192.0.2.7 or 2001:db8::7; one is \"{address}\".");
}

/// <summary>Believes what a reverse proxy says about the visitor, if the proxy is known. One on the same machine always is.</summary>
/// <remarks>The name of the site comes from the proxy as <c>Host</c>, like everywhere; a second header for it would be one more thing to forge.</remarks>
internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var addresses = configuration.Read<ProxyOptions>(ProxyOptions.Section).KnownProxies.Select(IPAddress.Parse).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var address in addresses) options.KnownProxies.Add(address);
        });
    }

    /// <summary>What is neither http nor https is no scheme: it would stand in every redirect.</summary>
    public static void UseProxies(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.Headers["X-Forwarded-Proto"].Any(said => !IsScheme(said))) http.Request.Headers.Remove("X-Forwarded-Proto");
            return next();
        });
        app.UseForwardedHeaders();
    }

    private static bool IsScheme(string? said) =>
        said is not null && said.Split(',', StringSplitOptions.TrimEntries).All(scheme => scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase));
}
