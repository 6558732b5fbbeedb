using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Mail;

/// <summary>At least once, with one Message-ID, visible when it fails: against a real mail server that refuses, hangs and drops.</summary>
public sealed class DeliveringMailsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<SmtpMoment, int?> Troubles { get; } = new(
        from moment in Enum.GetValues<SmtpMoment>()
        from code in new int?[] { null, 421, 451 }
        where moment is not SmtpMoment.BeforeDot || code is null
        select new TheoryDataRow<SmtpMoment, int?>(moment, code));

    [Theory, EveryDatabase]
    public async Task A_mail_reaches_the_server_once(string provider)
    {
        await using var post = await PostOffice.OpenAsync(provider);

        Assert.Equal(1, await post.DeliverAsync());
        Assert.Equal(0, await post.DeliverAsync());

        var mail = await post.MailAsync();
        Assert.Equal((MailState.Sent, 1, null), (mail.State, mail.Attempts, mail.LastError));
        var received = Assert.Single(post.Server.Mails);
        Assert.True(received.IsTo("person1@bund.de"));
        Assert.StartsWith($"{mail.Id:n}@", received.Message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_loses_nothing()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite, letters: 3);
        post.Server.Refuse();

        Assert.Equal(0, await post.DeliverAsync());
        // The first one has met the closed door; the others go back untried.
        Assert.Equal([0, 0, 1], (await post.MailsAsync()).Select(m => m.Attempts).Order());
        Assert.All(await post.MailsAsync(), m => Assert.Equal(MailState.Due, m.State));
        Assert.NotEmpty((await post.MailsAsync()).Single(m => m.Attempts == 1).LastError!);

        post.Server.Listen();
        post.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await post.DeliverAsync());
        Assert.Equal(3, post.Server.Mails.Select(m => m.Message.MessageId).Distinct().Count());
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task Trouble_at_any_moment_delays_the_mail_and_loses_nothing(SmtpMoment moment, int? code)
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite);
        post.Server.Next(code is { } answer ? SmtpPlan.Answer(moment, answer) : SmtpPlan.Drop(moment));

        Assert.Equal(0, await post.DeliverAsync());
        var waiting = await post.MailAsync();
        Assert.Equal((MailState.Due, 1), (waiting.State, waiting.Attempts));
        Assert.Equal(post.Office.Clock.GetUtcNow().AddMinutes(1), waiting.DueAt);
        Assert.NotEmpty(waiting.LastError!);
        Assert.Equal(0, await post.DeliverAsync());

        post.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await post.DeliverAsync());
        Assert.Equal(MailState.Sent, (await post.MailAsync()).State);
        // Dropped after the dot the server had taken it already: twice, but recognisably the same mail.
        Assert.Equal(moment is SmtpMoment.AfterDot && code is null ? 2 : 1, post.Server.Mails.Count);
        Assert.Single(post.Server.Mails.Select(m => m.Message.MessageId).Distinct());
    }

    [Fact]
    public async Task A_server_that_says_nothing_does_not_hold_the_round()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite);
        post.Server.Next(SmtpPlan.Hang(SmtpMoment.AfterDot));

        Assert.Equal(0, await post.DeliverAsync(timeoutSeconds: 1));

        var mail = await post.MailAsync();
        Assert.Equal(MailState.Due, mail.State);
        Assert.Contains("1 seconds", mail.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_address_fails_visibly_and_does_not_stop_the_others()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite, letters: 3);
        post.Server.Next(SmtpPlan.Take, SmtpPlan.Answer(SmtpMoment.Rcpt, 550, "no such user"));

        Assert.Equal(2, await post.DeliverAsync());

        var failed = (await post.MailsAsync()).Single(m => m.State is MailState.Failed);
        Assert.Contains("550 no such user", failed.LastError, StringComparison.Ordinal);
        Assert.Equal(0, await post.DeliverAsync());
        Assert.Equal(MailActionOutcome.Done, await post.SendAgainAsync(failed.Id));
        Assert.Equal(MailActionOutcome.NotPossible, await post.SendAgainAsync(failed.Id));
        Assert.Equal(1, await post.DeliverAsync());
        Assert.All(await post.MailsAsync(), m => Assert.Equal(MailState.Sent, m.State));
    }

    [Fact]
    public async Task The_waits_grow_and_after_two_days_the_mail_is_given_up_and_can_be_sent_again()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite, letters: 0);
        await post.Office.RegisterAsync(post.Conference, "ayse@bund.de", Ct);
        async Task<OutgoingMail> TicketMailAsync() => (await post.MailsAsync()).Single(m => m.Kind == "Registration.Confirmed");
        post.Server.Otherwise = SmtpPlan.Answer(SmtpMoment.Mail, 451, "busy");
        var waits = new List<int>();
        while ((await TicketMailAsync()).State is MailState.Due)
        {
            await post.DeliverAsync();
            var mail = await TicketMailAsync();
            if (mail.State is not MailState.Due) break;
            waits.Add((int)(mail.DueAt - post.Office.Clock.GetUtcNow()).TotalMinutes);
            post.Office.Clock.SetUtcNow(mail.DueAt);
        }

        Assert.Equal(OutgoingMail.BackOffMinutes, waits);
        var givenUp = await TicketMailAsync();
        Assert.Equal((MailState.Failed, waits.Count + 1), (givenUp.State, givenUp.Attempts));
        // The link of the other mail has ended meanwhile: it is stopped instead of sent.
        Assert.Equal(MailState.Aborted, (await post.MailsAsync()).Single(m => m.Id != givenUp.Id).State);
        post.Server.Otherwise = SmtpPlan.Take;
        await post.SendAgainAsync(givenUp.Id);
        Assert.Equal(1, await post.DeliverAsync());
    }

    [Fact]
    public async Task What_an_organiser_stops_is_not_sent()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite, letters: 2);
        var stopped = (await post.MailsAsync())[0];

        Assert.Equal(MailActionOutcome.Done, await post.AbortAsync(stopped.Id));
        Assert.Equal(1, await post.DeliverAsync());

        Assert.DoesNotContain(post.Server.Mails, m => m.IsTo(stopped.ToAddress));
        Assert.Equal(MailActionOutcome.NotPossible, await post.AbortAsync((await post.MailsAsync()).Single(m => m.State is MailState.Sent).Id));
        Assert.Equal(MailActionOutcome.NotFound, await post.AbortAsync(Guid.CreateVersion7()));
    }

    [Theory, EveryDatabase]
    public async Task A_mail_with_a_key_to_an_account_is_emptied_once_it_has_left_and_no_sooner(string provider)
    {
        await using var post = await PostOffice.OpenAsync(provider, letters: 0);
        await post.Office.RegisterAsync(post.Conference, "ayse@bund.de", Ct);
        await post.Office.UseAsync<SignInDesk>(desk => desk.RequestAsync("ayse@bund.de", Ct));
        async Task<OutgoingMail> KeyAsync() => (await post.MailsAsync()).Single(m => m.IsSecret);
        var written = (await KeyAsync()).Content;
        post.Server.Otherwise = SmtpPlan.Answer(SmtpMoment.Mail, 451, "busy");
        await post.DeliverAsync();
        Assert.Equal(written, (await KeyAsync()).Content);

        post.Server.Otherwise = SmtpPlan.Take;
        post.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await post.DeliverAsync();

        var key = await KeyAsync();
        Assert.Equal((MailState.Sent, "Account.SignIn", 0), (key.State, key.Kind, key.Content.Length));
        var received = Assert.Single(post.Server.Mails, m => m.Message.Subject == key.Subject);
        Assert.Contains("/anmelden/", received.Message.TextBody, StringComparison.Ordinal);
        Assert.All((await post.MailsAsync()).Where(m => !m.IsSecret), m => Assert.NotEmpty(m.Content));
    }

    [Theory, EveryDatabase]
    public async Task Four_workers_at_once_send_every_mail_once(string provider)
    {
        await using var post = await PostOffice.OpenAsync(provider, letters: 120);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => post.DeliverAsync())));

        Assert.Equal(120, sent.Sum());
        Assert.Equal(120, post.Server.Mails.Select(m => m.Message.MessageId).Distinct().Count());
        Assert.Equal(120, post.Server.Mails.Count);
    }

    [Fact]
    public async Task A_round_looks_at_due_mails_only_however_many_have_left()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite, letters: 3);
        using var commands = new CommandCounter(post.Office.Database);

        Assert.Equal(3, await post.DeliverAsync());

        Assert.DoesNotContain(await commands.PlansAsync(Ct), step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(11, 2)]
    public async Task While_the_lease_lasts_no_other_worker_sends_and_without_it_the_mail_leaves_twice(int minutesLater, int deliveries)
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite);
        var slow = SmtpPlan.Hang(SmtpMoment.AfterDot);
        post.Server.Next(slow);
        var first = post.DeliverAsync();
        await slow.Reached.WaitAsync(Ct);

        post.Office.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        await post.DeliverAsync();
        slow.Release();
        await first;

        Assert.Equal(deliveries, post.Server.Mails.Count);
        Assert.Single(post.Server.Mails.Select(m => m.Message.MessageId).Distinct());
        Assert.Equal(MailState.Sent, (await post.MailAsync()).State);
    }

    [Fact]
    public async Task Whose_mail_another_worker_has_taken_still_gives_back_the_others_when_the_line_breaks()
    {
        await using var post = await PostOffice.OpenAsync(Databases.Sqlite, letters: 3);
        var slow = SmtpPlan.Hang(SmtpMoment.AfterDot);
        post.Server.Next(slow, SmtpPlan.Drop(SmtpMoment.Mail));
        var order = await post.Office.UseAsync<KongressDb, List<Guid>>(db => db.Set<OutgoingMail>().OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(Ct));
        var delivery = post.DeliverAsync();
        await slow.Reached.WaitAsync(Ct);

        // As a worker does who finds the lease ended.
        await post.Office.UseAsync<KongressDb, int>(db => db.Set<OutgoingMail>().Where(m => m.Id == order[1]).ExecuteUpdateAsync(set => set.SetProperty(m => m.Version, Guid.CreateVersion7()), Ct));
        slow.Release();
        Assert.Equal(1, await delivery);

        var states = (await post.MailsAsync()).ToDictionary(m => m.Id, m => m.State);
        Assert.Equal([MailState.Sent, MailState.Sending, MailState.Due], order.Select(id => states[id]));
    }
}
