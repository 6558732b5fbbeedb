using System.Net;
using System.Text;

namespace Kongress.Tests.Hosting;

/// <summary>A browser that keeps cookies and the token of its last form, and nothing else: thousands of them share one client over real sockets.</summary>
/// <param name="client">With cookies and redirects switched off: <see cref="NewClient"/>.</param>
public sealed class LeanBrowser(HttpClient client)
{
    private const string TokenField = "__RequestVerificationToken";
    private readonly Dictionary<string, string> cookies = [];
    private string? token;

    public static HttpClient NewClient(Uri address) =>
        new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Sends a cookie from now on that no answer has set.</summary>
    public void Carry(string name, string value) => cookies[name] = value;

    /// <summary>Opens a page; the token of its forms is used from now on.</summary>
    public async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request, ct);
        var page = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode is not HttpStatusCode.OK) throw new InvalidOperationException($"GET {path} answered {(int)answer.StatusCode}: {answer.Headers.Location}");
        token = TokenIn(page) ?? token;
        return page;
    }

    /// <summary>Sends a form. The answer is the caller's to dispose.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(fields) };
        return await SendAsync(request, ct);
    }

    /// <summary>Sends a form that must lead on to another page.</summary>
    /// <exception cref="InvalidOperationException">It led elsewhere.</exception>
    public async Task PostAsync(string path, IReadOnlyDictionary<string, string> fields, string next, CancellationToken ct)
    {
        using var answer = await PostAsync(path, fields, ct);
        if (answer.Headers.Location?.OriginalString != next) throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}, led to {answer.Headers.Location} instead of {next}");
    }

    /// <summary>The same form as the bytes of an HTTP/1.1 request, for a client that should cost nothing.</summary>
    public async Task<byte[]> WriteAsync(string path, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        using var form = Form(fields);
        var body = await form.ReadAsByteArrayAsync(ct);
        var head = $"POST {path} HTTP/1.1\r\nHost: {client.BaseAddress!.Authority}\r\nCookie: {CookieLine}\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private string CookieLine => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    private FormUrlEncodedContent Form(IReadOnlyDictionary<string, string> fields) => new(fields.Append(new(TokenField, token ?? "")));

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (cookies.Count > 0) request.Headers.Add("Cookie", CookieLine);
        var answer = await client.SendAsync(request, ct);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var pair = line.AsSpan(0, line.IndexOf(';', StringComparison.Ordinal));
            var equals = pair.IndexOf('=');
            var (name, value) = (pair[..equals].ToString(), pair[(equals + 1)..].ToString());
            if (value.Length > 0) cookies[name] = value;
            else cookies.Remove(name);
        }

        return answer;
    }

    private static string? TokenIn(string page)
    {
        var field = page.IndexOf($"name=\"{TokenField}\"", StringComparison.Ordinal);
        if (field < 0) return null;
        var start = page.IndexOf("value=\"", field, StringComparison.Ordinal) + 7;
        return page[start..page.IndexOf('"', start)];
    }
}
