using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Kongress.LoadTests.Driving;

/// <summary>What came back, as far as a load generator cares.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Head">Status line and header lines.</param>
/// <param name="Body">As sent: still compressed.</param>
internal readonly record struct Answer(int Status, string Head, byte[] Body)
{
    /// <summary>Where a redirect leads; null without one.</summary>
    public string? Location => Header("location");

    public string? Header(string name) => Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}

/// <summary>One kept HTTP/1.1 connection that sends ready bytes and reads the answer: as little work as can be, since it shares the cores with what it measures.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    public static async Task<Connection> OpenAsync(Uri address, CancellationToken ct)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(address.Host, address.Port, ct);
        return connection;
    }

    /// <param name="keep">Whether head and body are wanted; else only the status is kept.</param>
    public async Task<Answer> SendAsync(ReadOnlyMemory<byte> request, bool keep, CancellationToken ct)
    {
        while (request.Length > 0) request = request[await socket.SendAsync(request, ct)..];

        int headLength;
        while ((headLength = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync(ct);
        var head = Encoding.ASCII.GetString(buffer, start, headLength);
        start += headLength + 4;
        var status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        using var body = keep ? new MemoryStream() : null;
        if (status is not (204 or 304))
        {
            if (head.Contains("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase)) await ReadChunksAsync(body, ct);
            else if (Length(head) is { } length) await ReadAsync(length, body, ct);
        }

        return new Answer(status, keep ? head : "", body?.ToArray() ?? []);
    }

    public void Dispose() => socket.Dispose();

    private static int? Length(string head)
    {
        const string name = "content-length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = head.AsSpan(at + name.Length);
        var line = rest.IndexOf('\r');
        return int.Parse(line < 0 ? rest : rest[..line], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ReadChunksAsync(MemoryStream? body, CancellationToken ct)
    {
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) await FillAsync(ct);
            if (!Utf8Parser.TryParse(buffer.AsSpan(start, line), out int size, out _, 'x')) throw new IOException("A chunk without a length.");
            start += line + 2;
            await ReadAsync(size, body, ct);
            await ReadAsync(2, null, ct);
            if (size == 0) return;
        }
    }

    private async Task ReadAsync(int count, MemoryStream? into, CancellationToken ct)
    {
        while (count > 0)
        {
            if (start == end) await FillAsync(ct);
            var part = Math.Min(count, end - start);
            into?.Write(buffer, start, part);
            start += part;
            count -= part;
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (start == end) start = end = 0;
        else if (end == buffer.Length)
        {
            if (start == 0) Array.Resize(ref buffer, buffer.Length * 2);
            else
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
        }

        var read = await socket.ReceiveAsync(buffer.AsMemory(end), ct);
        if (read == 0) throw new IOException("The server closed the connection in the middle of an answer.");
        end += read;
    }
}
