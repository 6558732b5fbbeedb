using Kongress.Shared;

namespace Kongress.Programme.Imports;

/// <summary>A file between its report and the decision.</summary>
public sealed record ShelvedFile(string Name, byte[] Content);

/// <summary>Keeps uploaded files for half an hour, in memory: at most one for each person, and a few in all. Whoever comes too late chooses the file again.</summary>
public sealed class ImportShelf(TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private const int MostFiles = 8;
    private const int TokenLength = 26;

    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <returns>The word under which the same person finds it again.</returns>
    public string Put(Guid conferenceId, Guid accountId, ShelvedFile file)
    {
        var entry = new Entry(Secret.New(TokenLength), conferenceId, accountId, file, clock.GetUtcNow());
        lock (gate)
        {
            Tidy();
            entries.RemoveAll(e => e.AccountId == accountId);
            if (entries.Count >= MostFiles) entries.RemoveAt(0);
            entries.Add(entry);
        }

        return entry.Token;
    }

    /// <summary>Null: it is not there, not any more, or somebody else's.</summary>
    public ShelvedFile? Find(Guid conferenceId, Guid accountId, string? token)
    {
        lock (gate)
        {
            Tidy();
            return entries.Find(e => e.Token == token && e.AccountId == accountId && e.ConferenceId == conferenceId)?.File;
        }
    }

    public void Remove(Guid accountId)
    {
        lock (gate) entries.RemoveAll(e => e.AccountId == accountId);
    }

    private void Tidy() => entries.RemoveAll(e => e.At + KeptFor <= clock.GetUtcNow());

    private sealed record Entry(string Token, Guid ConferenceId, Guid AccountId, ShelvedFile File, DateTimeOffset At);
}
