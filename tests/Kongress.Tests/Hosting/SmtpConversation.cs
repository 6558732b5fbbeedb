using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using MimeKit;

namespace Kongress.Tests.Hosting;

/// <summary>One connection to the <see cref="SmtpSink"/>: the part of RFC 5321 that a mail client needs.</summary>
internal sealed class SmtpConversation(SmtpSink sink, Stream stream)
{
    private readonly PipeReader reader = PipeReader.Create(stream);
    private readonly List<string> recipients = [];
    private string? sender;
    private SmtpPlan plan = SmtpPlan.Take;
    private bool signedIn;
    private int taken;

    public async Task RunAsync(CancellationToken ct)
    {
        await SayAsync("220 sink ESMTP", ct);
        while (await ReadLineAsync(ct) is { } line)
        {
            var command = Encoding.UTF8.GetString(line).TrimEnd('\r', '\n');
            if (!await ObeyAsync(command, ct)) return;
            if (taken == sink.MailsPerConnection)
            {
                await SayAsync("421 enough mails on this connection", ct);
                return;
            }
        }
    }

    // False: the connection is over.
    private async Task<bool> ObeyAsync(string command, CancellationToken ct)
    {
        switch (command.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                Reset();
                await SayAsync(
                    sink.Credentials is null
                        ? $"250-sink\r\n250-SIZE {sink.MaximumSize}\r\n250 8BITMIME"
                        : $"250-sink\r\n250-SIZE {sink.MaximumSize}\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
                    ct);
                return true;
            case "HELO":
            case "RSET":
            case "NOOP":
                if (!command.StartsWith("NOOP", StringComparison.OrdinalIgnoreCase)) Reset();
                await SayAsync("250 OK", ct);
                return true;
            case "AUTH":
                await SignInAsync(command, ct);
                return true;
            case "MAIL":
                return await MailAsync(command, ct);
            case "RCPT":
                return await RcptAsync(command, ct);
            case "DATA":
                return await DataAsync(ct);
            case "QUIT":
                await SayAsync("221 Bye", ct);
                return false;
            default:
                await SayAsync("502 not implemented", ct);
                return true;
        }
    }

    private async Task<bool> MailAsync(string command, CancellationToken ct)
    {
        Reset();
        plan = sink.BeginMail();
        if (sink.Credentials is not null && !signedIn)
        {
            await SayAsync("530 authentication required", ct);
            return true;
        }

        if (Parameter(command, "SIZE=") is { } size && long.TryParse(size, out var bytes) && bytes > sink.MaximumSize)
        {
            await SayAsync("552 message too large", ct);
            return true;
        }

        return await ReachAsync(SmtpMoment.Mail, "250 OK", () => sender = Address(command), ct);
    }

    private async Task<bool> RcptAsync(string command, CancellationToken ct)
    {
        if (sender is null)
        {
            await SayAsync("503 MAIL first", ct);
            return true;
        }

        return await ReachAsync(SmtpMoment.Rcpt, "250 OK", () => recipients.Add(Address(command)), ct);
    }

    private async Task<bool> DataAsync(CancellationToken ct)
    {
        if (recipients.Count == 0)
        {
            await SayAsync("503 RCPT first", ct);
            return true;
        }

        var goesOn = false;
        if (!await ReachAsync(SmtpMoment.Data, "354 end with a dot", () => goesOn = true, ct)) return false;
        return !goesOn || await MessageAsync(ct);
    }

    private async Task<bool> MessageAsync(CancellationToken ct)
    {
        using var message = new MemoryStream();
        while (true)
        {
            if (await ReadLineAsync(ct) is not { } line) return false;
            if (plan.Moment is SmtpMoment.BeforeDot)
            {
                await plan.ArriveAsync(ct);
                if (plan.Drops) return false;
            }

            if (line is [(byte)'.', (byte)'\r', (byte)'\n']) break;
            // A line of the message that begins with a dot comes with one more (RFC 5321 4.5.2).
            await message.WriteAsync(line[0] == '.' ? line.AsMemory(1) : line, ct);
        }

        if (message.Length > sink.MaximumSize)
        {
            Reset();
            await SayAsync("552 message too large", ct);
            return true;
        }

        message.Position = 0;
        var mail = new ReceivedMail(sender!, [.. recipients], await MimeMessage.LoadAsync(message, ct));
        if (plan is { Moment: SmtpMoment.AfterDot, Drops: true }) sink.Keep(mail);
        var stays = await ReachAsync(
            SmtpMoment.AfterDot,
            "250 taken",
            () =>
            {
                taken++;
                sink.Keep(mail);
            },
            ct);
        Reset();
        return stays;
    }

    /// <summary>Does what is planned for this moment, otherwise <paramref name="accept"/> and the usual answer. False: the connection is dropped.</summary>
    private async Task<bool> ReachAsync(SmtpMoment moment, string usual, Action accept, CancellationToken ct)
    {
        if (plan.Moment == moment)
        {
            await plan.ArriveAsync(ct);
            if (plan.Drops) return false;
            if (plan.Reply is { } reply)
            {
                await SayAsync(reply, ct);
                return true;
            }
        }

        accept();
        await SayAsync(usual, ct);
        return true;
    }

    private async Task SignInAsync(string command, CancellationToken ct)
    {
        var parts = command.Split(' ');
        string user, password;
        if (parts[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            var fields = (parts.Length > 2 ? Decode(parts[2]) : await AskAsync("334 ", ct)).Split('\0');
            (user, password) = fields.Length == 3 ? (fields[1], fields[2]) : ("", "");
        }
        else
        {
            user = parts.Length > 2 ? Decode(parts[2]) : await AskAsync("334 VXNlcm5hbWU6", ct);
            password = await AskAsync("334 UGFzc3dvcmQ6", ct);
        }

        signedIn = sink.Credentials is { } known && user == known.UserName && password == known.Password;
        await SayAsync(signedIn ? "235 welcome" : "535 wrong user or password", ct);
    }

    private async Task<string> AskAsync(string question, CancellationToken ct)
    {
        await SayAsync(question, ct);
        return Decode(Encoding.ASCII.GetString(await ReadLineAsync(ct) ?? []).Trim());
    }

    private void Reset()
    {
        sender = null;
        recipients.Clear();
        plan = SmtpPlan.Take;
    }

    private async Task SayAsync(string reply, CancellationToken ct) => await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), ct);

    /// <summary>The next line with its end; null when the client has closed.</summary>
    private async Task<byte[]?> ReadLineAsync(CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var next = read.Buffer.GetPosition(1, end);
                var line = read.Buffer.Slice(0, next).ToArray();
                reader.AdvanceTo(next);
                return line;
            }

            if (read.IsCompleted) return null;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Address(string command)
    {
        var from = command.IndexOf('<', StringComparison.Ordinal) + 1;
        var to = command.IndexOf('>', StringComparison.Ordinal);
        return from > 0 && to >= from ? command[from..to] : "";
    }

    private static string? Parameter(string command, string name) =>
        command.Split(' ').FirstOrDefault(part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..];
}
