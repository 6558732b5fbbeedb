using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kongress.Tests.Mail;

/// <summary>An outbox with mails of real registrations, and a mail server that misbehaves on request.</summary>
internal sealed class PostOffice(Office office, Conference conference, SmtpSink server) : IAsyncDisposable
{
    public Office Office => office;

    public SmtpSink Server => server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="letters">How many people have just registered; each has one mail waiting.</param>
    public static async Task<PostOffice> OpenAsync(string provider, int letters = 1)
    {
        var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 800, Ct);
        for (var i = 1; i <= letters; i++) await office.SubmitAsync(conference, Any.Submission($"person{i}@bund.de"), Ct);
        return new PostOffice(office, conference, SmtpSink.Start());
    }

    /// <summary>One round of a worker of its own; returns how many mails left.</summary>
    public Task<int> DeliverAsync(int timeoutSeconds = 20) => office.UseAsync<IServiceScopeFactory, int>(scopes =>
        new MailDelivery(
            scopes,
            Options.Create(new MailOptions { Smtp = new SmtpOptions { Host = server.Host, Port = server.Port, Tls = SmtpTls.None, TimeoutSeconds = timeoutSeconds } }),
            office.Clock,
            NullLogger<MailDelivery>.Instance).DeliverDueAsync(Ct));

    public async Task<List<OutgoingMail>> MailsAsync() => [.. (await office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.DueAt).ThenBy(m => m.Id)];

    public async Task<OutgoingMail> MailAsync() => Assert.Single(await MailsAsync());

    public Task<MailActionOutcome> SendAgainAsync(Guid mailId) =>
        office.UseAsync<PostOfficeDesk, MailActionOutcome>(desk => desk.SendAgainAsync(mailId, Guid.Empty, Ct));

    public Task<MailActionOutcome> AbortAsync(Guid mailId) =>
        office.UseAsync<PostOfficeDesk, MailActionOutcome>(desk => desk.AbortAsync(mailId, Guid.Empty, Ct));

    public Conference Conference => conference;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await office.DisposeAsync();
    }
}
