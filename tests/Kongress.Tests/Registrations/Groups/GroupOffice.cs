using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Registrations.Groups;

/// <summary>An edition and an office in Cologne that registers its people.</summary>
internal sealed class GroupOffice(Office office, Conference conference, Office? desks = null) : IAsyncDisposable
{
    public const string Contact = "sekretariat@stadt-koeln.example";

    private readonly Office desks = desks ?? office;

    public Office Office => office;

    public Conference Conference => conference;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GroupOffice> OpenAsync(int capacity, string provider = Databases.Sqlite)
    {
        var office = await Office.OpenAsync(provider, Ct);
        return new GroupOffice(office, await office.ConferenceAsync(capacity, Ct));
    }

    public GroupOffice WithoutLock(Rendezvous meeting) => new(office, conference, office.With(database => new WithoutLock(database.ConnectionString, meeting.ArriveAsync)));

    public static TypedRow Row(int number) => new() { GivenName = "Jo", FamilyName = "Weiß", Email = $"p{number}@stadt-koeln.example" };

    public static GroupSubmission Form(params TypedRow[] rows) => new(
        Guid.CreateVersion7(),
        Contact,
        new Person { GivenName = "Petra", FamilyName = "Büro", Organisation = "Stadt Köln", Level = AdministrativeLevel.Kommune, Land = Land.NordrheinWestfalen },
        rows,
        Language.German);

    public Task<GroupResult> SubmitAsync(GroupSubmission form) => desks.UseAsync<GroupDesk, GroupResult>(desk => desk.SubmitAsync(conference, form, Ct));

    public Task<string> SecretAsync() => office.LastSecretAsync("Group.Link", Contact, Ct);

    public async Task<GroupView> ViewAsync() => (await FindAsync(await SecretAsync()))!;

    public Task<GroupView?> FindAsync(string? secret) => desks.UseAsync<GroupDesk, GroupView?>(desk => desk.FindAsync(secret, Ct));

    /// <summary>"p1 Confirmed", in the order of the rows.</summary>
    public async Task<List<string>> StatesAsync() => [.. (await ViewAsync()).Members.Select(m => $"{m.Member.Email.Split('@')[0]} {m.State}")];

    public async Task<MemberOutcome> DoAsync(string email, Func<MemberDesk, string, Guid, Task<MemberOutcome>> work)
    {
        var secret = await SecretAsync();
        var member = (await ViewAsync()).Members.Single(m => m.Member.Email == email).Member.Id;
        return await desks.UseAsync<MemberDesk, MemberOutcome>(desk => work(desk, secret, member));
    }

    /// <summary>The contact adds people later.</summary>
    public async Task<GroupResult> AddAsync(params TypedRow[] rows)
    {
        var secret = await SecretAsync();
        return await desks.UseAsync<GroupDesk, GroupResult>(desk => desk.AddAsync(secret, rows, Ct));
    }

    /// <summary>The person confirms and an organiser admits them: they have a ticket.</summary>
    public async Task AdmitAsync(string email)
    {
        await ConfirmAsync(email);
        var registration = await office.RegistrationOfAsync(email, Ct);
        await office.UseAsync<ReviewDesk, ReviewOutcome>(desk => desk.ApproveAsync(registration.Id, Guid.CreateVersion7(), Ct));
    }

    public async Task<ConfirmEmailOutcome> ConfirmAsync(string email)
    {
        var secret = await office.LastSecretAsync("Group.Registered", email, Ct);
        return (await office.UseAsync<RegistrationDesk, (ConfirmEmailOutcome Outcome, Guid?)>(desk => desk.ConfirmEmailAsync(secret, Ct))).Outcome;
    }

    /// <summary>Kinds and readers of all mails, in order.</summary>
    public async Task<List<string>> MailsAsync() => [.. (await office.AllAsync<OutgoingMail>(Ct)).OrderBy(m => m.Id).Select(m => $"{m.Kind} {m.ToAddress}")];

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
