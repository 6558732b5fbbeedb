using System.Collections.Concurrent;
using Kongress.Data;
using Kongress.Database.Sqlite;
using Kongress.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Data;

/// <summary>A commit on SQLite is confirmed when it is on the disk, and one way to the disk is enough for all who have committed before it.</summary>
public sealed class LogFlushTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_done_before_the_disk_and_who_commits_meanwhile_shares_the_next_way()
    {
        using var disk = new Disk();
        var log = new LogFlush(disk.Flush, Minute);

        var first = log.ToDiskAsync();
        disk.AwaitFlush();
        // The disk may have looked already: these two have to wait for the next time.
        var (second, third) = (log.ToDiskAsync(), log.ToDiskAsync());
        Assert.False(first.IsCompleted);
        disk.Finish();
        await first;
        disk.AwaitFlush();
        Assert.False(second.IsCompleted);
        disk.Finish();
        await Task.WhenAll(second, third);

        Assert.Equal(2, disk.Flushes);
    }

    [Fact]
    public async Task A_disk_that_refuses_is_told_to_whoever_waited_and_the_next_one_tries_again()
    {
        var answers = new ConcurrentQueue<Exception?>([new IOException("Der Datenträger ist voll."), null]);
        var log = new LogFlush(() => { if (answers.TryDequeue(out var fault) && fault is not null) throw fault; }, Minute);

        await Assert.ThrowsAsync<IOException>(log.ToDiskAsync);
        await log.ToDiskAsync();

        Assert.Empty(answers);
    }

    [Fact]
    public async Task A_thread_that_ends_when_somebody_commits_leaves_nobody_waiting()
    {
        var flushes = 0;
        var log = new LogFlush(() => Interlocked.Increment(ref flushes), TimeSpan.Zero);

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), Ct, async (_, _) => await log.ToDiskAsync());

        Assert.InRange(flushes, 1, 500);
    }

    [Fact]
    public async Task What_the_disk_does_not_take_is_not_confirmed()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();
        Task AddAsync() => db.InTransactionAsync(
            async () =>
            {
                db.NewLink("Test", Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
                await db.SaveChangesAsync(Ct);
            },
            Ct);
        await AddAsync();

        // SQLite goes on writing into the file that it has open; whoever looks for it by its name finds a folder.
        var log = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource + "-wal";
        File.Move(log, log + ".moved");
        Directory.CreateDirectory(log);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(AddAsync);

        Directory.Delete(log);
        File.Move(log + ".moved", log);
        await AddAsync();
        Assert.Equal(3, await db.Set<LinkToken>().CountAsync(Ct));
    }

    [Fact]
    public async Task Only_who_writes_in_turn_brings_the_log_to_the_disk_themselves()
    {
        const string full = "2";
        const string normal = "1";
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();
        Task<string> SynchronousAsync() => db.Database.SqlQueryRaw<string>("SELECT CAST(synchronous AS TEXT) AS Value FROM pragma_synchronous").SingleAsync(Ct);

        var before = await SynchronousAsync();
        var inTurn = await db.InTransactionAsync(SynchronousAsync, Ct);
        var after = await SynchronousAsync();
        // Opened by hand in a turn and kept: whatever is written later brings itself to the disk.
        await db.InTransactionAsync(() => db.Database.OpenConnectionAsync(Ct), Ct);
        var kept = await SynchronousAsync();

        Assert.Equal((full, normal, full, full), (before, inTurn, after, kept));
    }

    /// <summary>A disk that takes as long as the test says.</summary>
    private sealed class Disk : IDisposable
    {
        private readonly SemaphoreSlim begun = new(0);
        private readonly SemaphoreSlim mayEnd = new(0);

        public int Flushes { get; private set; }

        public void Flush()
        {
            Flushes++;
            begun.Release();
            mayEnd.Wait(Minute, Ct);
        }

        public void AwaitFlush() => Assert.True(begun.Wait(Minute, Ct));

        public void Finish() => mayEnd.Release();

        public void Dispose()
        {
            begun.Dispose();
            mayEnd.Dispose();
        }
    }
}
