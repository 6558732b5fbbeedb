using System.Net;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kongress.Tests.Hosting;

public sealed class SmtpSinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_as_it_was_sent_with_umlauts_dots_and_both_recipients()
    {
        await using var sink = SmtpSink.Start();
        var mail = Mail("Grüße\r\n.hidden\r\n..\r\nend");
        mail.To.Add(MailboxAddress.Parse("second@example.org"));

        await SendAsync(sink, mail);

        var received = await sink.WaitForMailAsync(m => m.IsTo("second@example.org"), Ct);
        Assert.Equal(["first@example.org", "second@example.org"], received.Recipients);
        Assert.Equal("from@example.org", received.Sender);
        Assert.Equal("Grüße\n.hidden\n..\nend", received.Message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(mail.MessageId, received.Message.MessageId);
    }

    [Fact]
    public async Task Waiting_ends_when_the_mail_comes_and_not_before()
    {
        await using var sink = SmtpSink.Start();
        var waiting = sink.WaitForAsync(mails => mails.Count == 2, Ct);

        await SendAsync(sink, Mail("1"));
        Assert.False(waiting.IsCompleted);
        await SendAsync(sink, Mail("2"));

        Assert.Equal(2, (await waiting).Count);
    }

    [Theory]
    [InlineData(SmtpMoment.Mail, 451)]
    [InlineData(SmtpMoment.Rcpt, 450)]
    [InlineData(SmtpMoment.Rcpt, 550)]
    [InlineData(SmtpMoment.Data, 452)]
    [InlineData(SmtpMoment.AfterDot, 451)]
    [InlineData(SmtpMoment.AfterDot, 554)]
    public async Task A_planned_refusal_reaches_the_client_and_keeps_nothing(SmtpMoment moment, int code)
    {
        await using var sink = SmtpSink.Start();
        sink.Next(SmtpPlan.Answer(moment, code));

        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(sink, Mail("refused")));
        Assert.Equal(code, (int)refusal.StatusCode);
        Assert.Empty(sink.Mails);

        await SendAsync(sink, Mail("taken"));
        Assert.Equal(["taken"], sink.Mails.Select(m => m.Message.TextBody!.Trim()));
        Assert.Equal(2, sink.Attempts);
    }

    [Theory]
    [InlineData(SmtpMoment.Mail, 0)]
    [InlineData(SmtpMoment.Rcpt, 0)]
    [InlineData(SmtpMoment.Data, 0)]
    [InlineData(SmtpMoment.BeforeDot, 0)]
    [InlineData(SmtpMoment.AfterDot, 1)]
    public async Task A_dropped_connection_has_taken_the_mail_only_after_its_dot(SmtpMoment moment, int taken)
    {
        await using var sink = SmtpSink.Start();
        sink.Next(SmtpPlan.Drop(moment));

        var failure = await Record.ExceptionAsync(() => SendAsync(sink, Mail("dropped")));

        Assert.True(failure is IOException or ProtocolException or SocketException, failure?.ToString());
        Assert.Equal(taken, sink.Mails.Count);
    }

    [Fact]
    public async Task A_hanging_server_answers_when_it_is_released()
    {
        await using var sink = SmtpSink.Start();
        var hang = SmtpPlan.Hang(SmtpMoment.AfterDot);
        sink.Next(hang);

        var sending = SendAsync(sink, Mail("late"));
        await hang.Reached.WaitAsync(Ct);
        Assert.False(sending.IsCompleted);
        Assert.Empty(sink.Mails);
        hang.Release();

        await sending;
        Assert.Single(sink.Mails);
    }

    [Fact]
    public async Task A_refusing_server_is_there_again_on_the_same_port()
    {
        await using var sink = SmtpSink.Start();
        var port = sink.Port;
        await SendAsync(sink, Mail("before"));
        sink.Refuse();

        await Assert.ThrowsAsync<SocketException>(() => SendAsync(sink, Mail("refused")));
        sink.Listen();
        await SendAsync(sink, Mail("after"));

        Assert.Equal(port, sink.Port);
        Assert.Equal(2, sink.Mails.Count);
    }

    [Fact]
    public async Task A_server_with_a_limit_closes_the_connection_after_that_many_mails()
    {
        await using var sink = SmtpSink.Start();
        sink.MailsPerConnection = 2;
        using var client = await ConnectAsync(sink);
        await client.SendAsync(Mail("1"), Ct);
        await client.SendAsync(Mail("2"), Ct);

        var failure = await Record.ExceptionAsync(() => client.SendAsync(Mail("3"), Ct));

        Assert.NotNull(failure);
        Assert.Equal(2, sink.Mails.Count);
    }

    [Fact]
    public async Task Two_mails_go_over_one_connection_with_reset_and_noop_between_them()
    {
        await using var sink = SmtpSink.Start();
        sink.Next(SmtpPlan.Answer(SmtpMoment.Rcpt, 550));
        using var client = await ConnectAsync(sink);
        await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Mail("1"), Ct));
        await client.NoOpAsync(Ct);
        await client.SendAsync(Mail("2"), Ct);

        Assert.Single(sink.Mails);
        Assert.Equal(1, sink.Connections);
    }

    [Fact]
    public async Task A_message_beyond_the_announced_size_is_refused()
    {
        await using var sink = SmtpSink.Start(maximumSize: 2_000);

        await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(sink, Mail(new string('x', 3_000))));

        Assert.Empty(sink.Mails);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task A_server_with_credentials_takes_mail_only_after_signing_in(string mechanism)
    {
        await using var sink = SmtpSink.Start(new NetworkCredential("kongress", "pass wörd"));
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(sink, Mail("stranger")));
        using var client = await ConnectAsync(sink);
        await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync(Sasl(mechanism, "wrong"), Ct));

        await client.AuthenticateAsync(Sasl(mechanism, "pass wörd"), Ct);
        await client.SendAsync(Mail("known"), Ct);

        Assert.Equal(["known"], sink.Mails.Select(m => m.Message.TextBody!.Trim()));
    }

    private static SaslMechanism Sasl(string mechanism, string password) =>
        mechanism == "PLAIN" ? new SaslMechanismPlain("kongress", password) : new SaslMechanismLogin("kongress", password);

    private static MimeMessage Mail(string text)
    {
        var mail = new MimeMessage { Subject = "Größe", Body = new TextPart("plain") { Text = text } };
        mail.From.Add(MailboxAddress.Parse("from@example.org"));
        mail.To.Add(MailboxAddress.Parse("first@example.org"));
        return mail;
    }

    private static async Task<SmtpClient> ConnectAsync(SmtpSink sink)
    {
        var client = new SmtpClient();
        await client.ConnectAsync(sink.Host, sink.Port, SecureSocketOptions.None, Ct);
        return client;
    }

    private static async Task SendAsync(SmtpSink sink, MimeMessage mail)
    {
        using var client = await ConnectAsync(sink);
        await client.SendAsync(mail, Ct);
        await client.DisconnectAsync(quit: true, Ct);
    }
}
