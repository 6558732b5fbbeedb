using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.CheckIns;

/// <summary>An edition with its doors on the morning of the first day, and what staff do there.</summary>
internal sealed class DoorOffice(Office office, Conference conference, IReadOnlyList<CheckInList> lists) : IAsyncDisposable
{
    public static readonly Guid Staff = Guid.Parse("01920000-0000-7000-8000-00000000d001");

    public Office Office => office;

    public Conference Conference => conference;

    public CheckInList Day1 => lists.Single(l => l.Part == CongressPart.Day1);

    public CheckInList Evening => lists.Single(l => l.Part == CongressPart.Evening);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="emails">People with a confirmed registration for both days and the evening.</param>
    public static Task<DoorOffice> OpenAsync(string provider, params string[] emails) => OpenAsync(provider, (_, _) => Task.CompletedTask, emails);

    /// <param name="before">What else happens while registration is open.</param>
    public static async Task<DoorOffice> OpenAsync(string provider, Func<Office, Conference, Task> before, params string[] emails)
    {
        var office = await Office.OpenAsync(provider, Ct);
        var conference = await office.ConferenceAsync(capacity: 800, Ct);
        foreach (var email in emails) await office.RegisterAsync(conference, email, Ct);
        await before(office, conference);
        var lists = await office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(conference, Ct));
        office.Clock.SetUtcNow(conference.Time.Instant(conference.FirstDay, new TimeOnly(9, 40)));
        return new DoorOffice(office, conference, lists);
    }

    /// <summary>The same doors behind another kind of context.</summary>
    public DoorOffice With(Func<TestDatabase, KongressDb> open) => new(office.With(open), conference, lists);

    public async Task<string> CodeOfAsync(string email)
    {
        var registration = await office.RegistrationOfAsync(email, Ct);
        return (await office.AllAsync<Ticket>(Ct)).Where(t => t.RegistrationId == registration.Id).OrderBy(t => t.Id).Last().Code;
    }

    public Task<DoorReply?> SendAsync(CheckInList list, ScanRequest request) =>
        office.UseAsync<CheckInDesk, DoorReply?>(desk => desk.ScanAsync(conference, list.Id, request, Staff, Ct));

    public async Task<DoorReply> ScanAsync(CheckInList list, string? code, string? because = null, string? device = null) =>
        (await SendAsync(list, new ScanRequest(Guid.CreateVersion7(), code, ScanMethod.Scanner, Device: device, OverruleReason: because)))!;

    public Task<bool> UndoAsync(Guid scanId, string reason = "Falsche Person") =>
        office.UseAsync<CheckInDesk, bool>(desk => desk.UndoAsync(conference.Id, scanId, reason, Staff, Ct));

    public Task<IReadOnlyList<DoorPerson>> SearchAsync(string typed) =>
        office.UseAsync<CheckInQueries, IReadOnlyList<DoorPerson>>(queries => queries.SearchAsync(conference.Id, Day1.Id, typed, Ct));

    public async Task<DoorCount> CountAsync(CheckInList list) =>
        (await office.UseAsync<CheckInQueries, IReadOnlyList<DoorCount>>(queries => queries.CountsAsync(conference.Id, Ct))).Single(c => c.ListId == list.Id);

    public async Task<List<Scan>> ScansAsync() => [.. (await office.AllAsync<Scan>(Ct)).OrderBy(s => s.Id)];

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
