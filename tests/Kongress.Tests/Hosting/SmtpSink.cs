using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Kongress.Tests.Hosting;

/// <summary>A mail as the server took it: the envelope, and the message parsed.</summary>
public sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, MimeMessage Message)
{
    public bool IsTo(string address) => Recipients.Contains(address, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A real SMTP server on 127.0.0.1 that keeps what it receives and misbehaves on request.</summary>
/// <remarks>
/// <see cref="Next"/> plans the coming mails one by one; without a plan <see cref="Otherwise"/> holds, which takes everything.
/// A mail counts as an attempt as soon as the client says MAIL.
/// </remarks>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Queue<SmtpPlan> plans = new();
    private readonly List<ReceivedMail> mails = [];
    private readonly HashSet<TcpClient> clients = [];
    private readonly List<Task> conversations = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TcpListener? listener;

    private SmtpSink()
    {
    }

    public string Host => "127.0.0.1";

    /// <summary>Stays the same over <see cref="Refuse"/> and <see cref="Listen"/>.</summary>
    public int Port { get; private set; }

    /// <summary>The largest message taken, in bytes; announced as SIZE and answered with 552 beyond.</summary>
    public int MaximumSize { get; init; } = 10_000_000;

    /// <summary>User and password that AUTH PLAIN or LOGIN must bring before MAIL; null: no AUTH is offered.</summary>
    public NetworkCredential? Credentials { get; init; }

    /// <summary>After this many mails on one connection the server says 421 and closes it.</summary>
    public int? MailsPerConnection { get; set; }

    /// <summary>What happens to mails for which nothing was planned.</summary>
    public SmtpPlan Otherwise { get; set; } = SmtpPlan.Take;

    /// <summary>How often a client said MAIL, whatever became of it.</summary>
    public int Attempts { get; private set; }

    public int Connections { get; private set; }

    /// <summary>What was received up to now, oldest first.</summary>
    public IReadOnlyList<ReceivedMail> Mails
    {
        get { lock (gate) return [.. mails]; }
    }

    public static SmtpSink Start(NetworkCredential? credentials = null, int maximumSize = 10_000_000)
    {
        var sink = new SmtpSink { Credentials = credentials, MaximumSize = maximumSize };
        sink.Listen();
        return sink;
    }

    /// <summary>Plans the next mails in this order.</summary>
    public void Next(params ReadOnlySpan<SmtpPlan> coming)
    {
        lock (gate)
        {
            foreach (var plan in coming) plans.Enqueue(plan);
        }
    }

    /// <summary>Stops listening and drops every connection: the next client is refused.</summary>
    public void Refuse()
    {
        lock (gate)
        {
            listener?.Dispose();
            listener = null;
            foreach (var client in clients) client.Dispose();
        }
    }

    /// <summary>Listens (again), on the same port.</summary>
    public void Listen()
    {
        lock (gate)
        {
            if (listener is not null) return;
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            conversations.Add(AcceptAsync(listener));
        }
    }

    /// <summary>Completes as soon as the received mails are as <paramref name="expected"/> says; at once when they already are.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(Func<IReadOnlyList<ReceivedMail>, bool> expected, CancellationToken ct)
    {
        var seen = Mails;
        await WaitUntilAsync(() => expected(seen = [.. mails]), ct);
        return seen;
    }

    /// <summary>The first mail that fits.</summary>
    public async Task<ReceivedMail> WaitForMailAsync(Func<ReceivedMail, bool> fits, CancellationToken ct) =>
        (await WaitForAsync(all => all.Any(fits), ct)).First(fits);

    public Task WaitForAttemptsAsync(int count, CancellationToken ct) => WaitUntilAsync(() => Attempts >= count, ct);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Refuse();
        Task[] open;
        lock (gate) open = [.. conversations];
        await Task.WhenAll(open);
        stopping.Dispose();
    }

    internal SmtpPlan BeginMail()
    {
        lock (gate)
        {
            Attempts++;
            Announce();
            return plans.TryDequeue(out var plan) ? plan : Otherwise;
        }
    }

    internal void Keep(ReceivedMail mail)
    {
        lock (gate)
        {
            mails.Add(mail);
            Announce();
        }
    }

    private async Task WaitUntilAsync(Func<bool> reached, CancellationToken ct)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (reached()) return;
                next = changed.Task;
            }

            await next.WaitAsync(ct);
        }
    }

    // Call it while holding the gate.
    private void Announce()
    {
        changed.SetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task AcceptAsync(TcpListener current)
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await current.AcceptTcpClientAsync(stopping.Token);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }

            lock (gate)
            {
                if (listener != current)
                {
                    client.Dispose();
                    return;
                }

                Connections++;
                clients.Add(client);
                conversations.Add(TalkAsync(client));
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await Task.Yield();
        try
        {
            await new SmtpConversation(this, client.GetStream()).RunAsync(stopping.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the sink is being closed.
        }
        finally
        {
            lock (gate) clients.Remove(client);
            client.Dispose();
        }
    }
}
