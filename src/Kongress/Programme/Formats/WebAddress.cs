namespace Kongress.Programme.Formats;

/// <summary>Addresses that somebody typed.</summary>
public static class WebAddress
{
    /// <summary>The address as the web writes it; null: it is none of http or https.</summary>
    public static string? Of(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;

    /// <summary>What a reader sees of it: "it-planungsrat.de/beschluesse".</summary>
    public static string Label(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? (uri.Host + uri.AbsolutePath).TrimEnd('/') : address;
}
