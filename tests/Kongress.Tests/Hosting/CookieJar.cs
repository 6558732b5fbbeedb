using System.Net;

namespace Kongress.Tests.Hosting;

/// <summary>A browser's cookies under the clock of the test: the container would forget by the machine's clock what the product lets live by its own.</summary>
/// <remarks>Only a removal (an end in 1970) is believed; whether a session has ended is the server's answer.</remarks>
internal sealed class CookieJar(CookieContainer cookies) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } sent) request.Headers.Add("Cookie", sent);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, string.Join(';', cookie.Split(';').Where(part => !IsEnd(part.Trim()))));
        }

        return answer;
    }

    private static bool IsEnd(string part) =>
        part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)
        || (part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase) && !part.Contains(" 1970 ", StringComparison.Ordinal));
}
