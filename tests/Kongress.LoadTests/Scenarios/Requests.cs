using System.Text;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Requests as bytes.</summary>
internal static class Requests
{
    public static byte[] Get(Uri address, string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nAccept-Encoding: gzip, br\r\n\r\n");

    public static byte[] Post(Uri address, string path) => Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: 0\r\n\r\n");

    public static IReadOnlyList<byte[]> Times(this byte[] request, int count) => [.. Enumerable.Repeat(request, count)];
}
