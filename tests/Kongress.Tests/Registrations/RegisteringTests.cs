using Kongress.Accounts;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations;

public sealed class RegisteringTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_person_of_a_listed_domain_confirms_the_address_and_has_a_ticket(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 5, Ct);

        var outcome = await office.RegisterAsync(conference, "ayse.sahin@bmi.bund.de", Ct);

        Assert.Equal(ConfirmEmailOutcome.Confirmed, outcome);
        var registration = Assert.Single(await office.AllAsync<Registration>(Ct));
        Assert.Equal((RegistrationStatus.Confirmed, true), (registration.Status, registration.HoldsPlace));
        Assert.Equal(registration.AccountId, Assert.Single(await office.AllAsync<Account>(Ct)).Id);
        var ticket = Assert.Single(await office.AllAsync<Ticket>(Ct));
        var mail = Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Confirmed");
        Assert.Contains(Secret.Grouped(ticket.Code), Letters.Read(mail).TextBody, StringComparison.Ordinal);
        Assert.Contains("Ayşe Şahin", Letters.Read(mail).TextBody, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_of_another_domain_is_looked_at_and_keeps_the_place_meanwhile(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 1, Ct);

        Assert.Equal(ConfirmEmailOutcome.UnderReview, await office.RegisterAsync(conference, "a@stadt.example", Ct));
        Assert.Equal(ConfirmEmailOutcome.OnWaitingList, await office.RegisterAsync(conference, "b@bund.de", Ct));

        var reviewed = await office.RegistrationOfAsync("a@stadt.example", Ct);
        var organiser = Guid.CreateVersion7();
        Assert.Equal(ReviewOutcome.Confirmed, await office.UseAsync<ReviewDesk, ReviewOutcome>(desk => desk.ApproveAsync(reviewed.Id, organiser, Ct)));
        Assert.Equal(RegistrationStatus.WaitingList, (await office.RegistrationOfAsync("b@bund.de", Ct)).Status);
        Assert.Contains(await office.AllAsync<Change>(Ct), c => c.Action == "Registration.Approved" && c.ActorId == organiser && c.SubjectId == reviewed.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_declined_person_learns_the_reason_and_the_place_goes_to_the_next_in_line_at_once(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        await office.RegisterAsync(conference, "a@firma.example", Ct);
        await office.RegisterAsync(conference, "b@bund.de", Ct);
        var declined = await office.RegistrationOfAsync("a@firma.example", Ct);

        await office.UseAsync<ReviewDesk, ReviewOutcome>(desk => desk.RejectAsync(declined.Id, Guid.CreateVersion7(), "Der Kongress ist der Verwaltung vorbehalten.", Ct));

        Assert.Equal(RegistrationStatus.Offered, (await office.RegistrationOfAsync("b@bund.de", Ct)).Status);
        var mail = Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Rejected");
        Assert.Contains("Der Kongress ist der Verwaltung vorbehalten.", Letters.Read(mail).TextBody, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_form_sent_twice_is_one_registration_with_one_mail(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 5, Ct);
        var form = Any.Submission("a@bund.de");

        var outcomes = await Task.WhenAll(office.SubmitAsync(conference, form, Ct), office.SubmitAsync(conference, form, Ct));

        Assert.Equal([SubmitOutcome.Received, SubmitOutcome.Received], outcomes);
        Assert.Single(await office.AllAsync<Registration>(Ct));
        Assert.Single(await office.AllAsync<OutgoingMail>(Ct));
    }

    [Theory, EveryDatabase]
    public async Task A_known_address_gets_the_same_answer_and_a_mail_that_says_so(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 5, Ct);
        await office.RegisterAsync(conference, "a@bund.de", Ct);

        Assert.Equal(SubmitOutcome.Received, await office.SubmitAsync(conference, Any.Submission("A@Bund.de"), Ct));

        Assert.Single(await office.AllAsync<Registration>(Ct));
        Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.AlreadyRegistered");
    }

    [Theory, EveryDatabase]
    public async Task An_unconfirmed_place_goes_to_the_next_when_the_hold_ends(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        await office.SubmitAsync(conference, Any.Submission("late@bund.de"), Ct);
        var secret = await office.LastSecretAsync("Registration.ConfirmEmail", "late@bund.de", Ct);
        await office.RegisterAsync(conference, "next@bund.de", Ct);

        office.Clock.Advance(TimeSpan.FromHours(48));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));

        Assert.Equal(RegistrationStatus.Expired, (await office.RegistrationOfAsync("late@bund.de", Ct)).Status);
        Assert.Equal(RegistrationStatus.Offered, (await office.RegistrationOfAsync("next@bund.de", Ct)).Status);
        var (outcome, _) = await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct));
        Assert.Equal(ConfirmEmailOutcome.Ended, outcome);
    }

    [Theory, EveryDatabase]
    public async Task An_offer_that_nobody_answers_goes_on_in_the_order_of_submission(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        foreach (var name in new[] { "one", "two", "three" }) await office.RegisterAsync(conference, $"{name}@bund.de", Ct);
        var one = await office.RegistrationOfAsync("one@bund.de", Ct);
        await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(one.Id, one.AccountId!.Value, Ct));

        office.Clock.Advance(TimeSpan.FromHours(72));
        await office.UseAsync<RegistrationDesk>(desk => desk.PassTimeAsync(Ct));

        Assert.Equal(RegistrationStatus.Expired, (await office.RegistrationOfAsync("two@bund.de", Ct)).Status);
        Assert.Equal(RegistrationStatus.Offered, (await office.RegistrationOfAsync("three@bund.de", Ct)).Status);
        Assert.Equal(1, (await office.AllAsync<Registration>(Ct)).Count(r => r.HoldsPlace));
    }

    [Theory, EveryDatabase]
    public async Task A_substitute_gets_the_place_with_a_new_secret_and_both_are_told(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 1, Ct);
        await office.RegisterAsync(conference, "old@bund.de", Ct);
        var old = await office.RegistrationOfAsync("old@bund.de", Ct);

        var outcome = await office.UseAsync<AttendeeDesk, SubstituteOutcome>(desk =>
            desk.SubstituteAsync(old.Id, old.AccountId!.Value, Any.Submission("new@bund.de", "Jörg", "Özil"), Ct));
        var secret = await office.LastSecretAsync("Registration.NamedAsSubstitute", "new@bund.de", Ct);
        var (confirmed, _) = await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct));

        Assert.Equal((SubstituteOutcome.Substituted, ConfirmEmailOutcome.Confirmed), (outcome, confirmed));
        Assert.Equal(RegistrationStatus.Replaced, (await office.RegistrationOfAsync("old@bund.de", Ct)).Status);
        var tickets = await office.AllAsync<Ticket>(Ct);
        Assert.Equal([false, true], tickets.OrderBy(t => t.Id).Select(t => t.IsActive));
        Assert.Equal(2, tickets.Select(t => t.Code).Distinct().Count());
        Assert.Single(await office.AllAsync<OutgoingMail>(Ct), m => m.Kind == "Registration.Replaced" && m.ToAddress == "old@bund.de");
    }

    [Theory, EveryDatabase]
    public async Task A_foreign_registration_is_not_found(string provider)
    {
        await using var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 2, Ct);
        await office.RegisterAsync(conference, "mine@bund.de", Ct);
        await office.RegisterAsync(conference, "theirs@bund.de", Ct);
        var mine = await office.RegistrationOfAsync("mine@bund.de", Ct);
        var theirs = await office.RegistrationOfAsync("theirs@bund.de", Ct);

        Assert.Equal(CancelOutcome.NotFound, await office.UseAsync<AttendeeDesk, CancelOutcome>(desk => desk.CancelAsync(theirs.Id, mine.AccountId!.Value, Ct)));
        Assert.Equal(RegistrationStatus.Confirmed, (await office.RegistrationOfAsync("theirs@bund.de", Ct)).Status);
    }
}
