using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kongress.Mail;

/// <summary>Speaks to one mail server over one kept connection.</summary>
internal sealed class SmtpCarrier(SmtpOptions options) : MailCarrier
{
    private readonly SmtpClient client = new() { Timeout = options.TimeoutSeconds * 1000 };

    public override async Task HandOverAsync(Guid mailId, MimeMessage message, CancellationToken ct)
    {
        // MailKit's own timeout does not cover every wait; a server that hangs must not hold the round for ever. Either may be first.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            if (!client.IsConnected) await ConnectAsync(patience.Token);
            await client.SendAsync(message, patience.Token);
        }
        catch (SmtpCommandException e)
        {
            await ResetAsync();
            throw new MailRefusedException($"{(int)e.StatusCode} {e.Message}", (int)e.StatusCode >= 500, e);
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            await ResetAsync();
            throw new MailLineException($"The mail server did not answer within {options.TimeoutSeconds} seconds.", e);
        }
        catch (Exception e) when (e is SmtpProtocolException or IOException or SocketException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException)
        {
            await ResetAsync();
            throw new MailLineException(e.Message, e);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await ResetAsync();
        client.Dispose();
        await base.DisposeAsync();
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        // With the default socket every mail waits 40 ms for an acknowledgement (Nagle); this makes a mailing sixty times quicker.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, ct);
            var tls = options.Tls switch
            {
                SmtpTls.Required => SecureSocketOptions.StartTls,
                SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
                SmtpTls.None => SecureSocketOptions.None,
            };
            await client.ConnectAsync(socket, options.Host, options.Port, tls, ct);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, ct);
    }

    private async Task ResetAsync()
    {
        if (!client.IsConnected) return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ProtocolException or SocketException or InvalidOperationException)
        {
            // A server that is gone needs no farewell.
        }
    }
}
