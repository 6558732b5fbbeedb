using Kongress.Conferences;
using Kongress.Registrations.Imports;
using Kongress.Workshops;

namespace Kongress.Web.Pages.Organiser.Registrations.Imports;

/// <summary>A list of people on its way in.</summary>
public sealed class ImportRun(Conference conference, Guid accountId, string token, string fileName, int total, DateTimeOffset startedAt) : IProgress<int>
{
    private int done;

    public Guid ConferenceId => conference.Id;

    public Guid AccountId => accountId;

    /// <summary>The word under which its file and its report are found.</summary>
    public string Token => token;

    public string FileName => fileName;

    /// <summary>Rows of the file.</summary>
    public int Total => total;

    /// <summary>Rows that are done.</summary>
    public int Done => Volatile.Read(ref done);

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Ends with what became of each row; with null where it stopped on the way. Never fails.</summary>
    public Task<AttendeeReport?> Work { get; internal set; } = Task.FromResult<AttendeeReport?>(null);

    public AttendeeReport? Outcome => Work.IsCompletedSuccessfully ? Work.Result : null;

    public void Report(int value) => Volatile.Write(ref done, value);
}

/// <summary>Reads lists in while their pages may be left: the same file begun twice is one run, and whoever comes back sees how far it is.</summary>
/// <remarks>In the memory of this process, like the files themselves. Nothing is lost with it: a file read in again goes on where it stopped.</remarks>
public sealed class ImportRuns(IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock, ILogger<ImportRuns> log)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly List<ImportRun> runs = [];

    /// <summary>The run of a file; null: it was not begun, or is over for long.</summary>
    public ImportRun? Find(Guid conferenceId, Guid accountId, string? token)
    {
        lock (gate)
        {
            Tidy();
            return runs.Find(r => r.Token == token && r.AccountId == accountId && r.ConferenceId == conferenceId);
        }
    }

    /// <summary>What the person is reading in at this moment; null: nothing.</summary>
    public ImportRun? RunningFor(Guid conferenceId, Guid accountId)
    {
        lock (gate) return runs.Find(r => !r.Work.IsCompleted && r.AccountId == accountId && r.ConferenceId == conferenceId);
    }

    /// <summary>Begins; where the file is being read in or has been, that run is meant. One that stopped begins again.</summary>
    /// <param name="source">Who gave us the data.</param>
    public ImportRun Start(Conference conference, Guid accountId, string token, string fileName, byte[] content, int total, string source)
    {
        lock (gate)
        {
            Tidy();
            if (runs.Find(r => r.Token == token) is { } same && !(same.Work.IsCompleted && same.Outcome is null)) return same;
            runs.RemoveAll(r => r.Token == token);
            var run = new ImportRun(conference, accountId, token, fileName, total, clock.GetUtcNow());
            run.Work = Task.Run(() => CarryOutAsync(run, conference, content, source));
            runs.Add(run);
            return run;
        }
    }

    private async Task<AttendeeReport?> CarryOutAsync(ImportRun run, Conference conference, byte[] content, string source)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<AttendeeImportDesk>().CarryOutAsync(conference, content, source, run.AccountId, run, host.ApplicationStopping);
            // Who comes on fewer days gives up the workshops of the others.
            if (report?.Count(AttendeeLineKind.Changed) > 0) await scope.ServiceProvider.GetRequiredService<SignUpDesk>().PassTimeAsync(host.ApplicationStopping);
            return report;
        }
        catch (Exception e)
        {
            log.LogError(e, "Reading in a list of {Total} rows stopped after {Done}", run.Total, run.Done);
            return null;
        }
    }

    private void Tidy() => runs.RemoveAll(r => r.Work.IsCompleted && r.StartedAt + KeptFor <= clock.GetUtcNow());
}
