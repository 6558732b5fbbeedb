using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Kongress.LoadTests.Driving;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.LoadTests.Hosting;

/// <summary>Adds up what a request spends in the database: statements, and the commit that waits for the disk.</summary>
internal sealed class TimeInDatabase
{
    private const int Slowest = 8;

    private long statements;
    private long statementTicks;
    private long commits;
    private long commitTicks;
    private readonly ConcurrentDictionary<string, long> ticksOf = new(StringComparer.Ordinal);

    public TimeInDatabase() => (Commands, Transactions) = (new CommandClock(this), new CommitClock(this));

    public IInterceptor Commands { get; }

    public IInterceptor Transactions { get; }

    public void Reset()
    {
        (statements, statementTicks, commits, commitTicks) = (0, 0, 0, 0);
        ticksOf.Clear();
    }

    public double StatementsPer(int requests) => (double)statements / requests;

    /// <summary>Where the time of a round over a single connection went, and the statements that took most of it: what is not the database is the pipeline, the page and the rules.</summary>
    public void Print(int requests, Round round)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  alone {1000 / round.PerSecond:0.00} ms each: {StatementsPer(requests):0.0} statements in {Each(statementTicks, requests):0.00} ms, {(double)commits / requests:0.0} commits in {Each(commitTicks, requests):0.00} ms"));
        foreach (var (text, ticks) in ticksOf.OrderByDescending(pair => pair.Value).Take(Slowest))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {Each(ticks, requests):0.000} ms  {string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}"));
        }
    }

    private static double Each(long ticks, int requests) => TimeSpan.FromTicks(ticks).TotalMilliseconds / requests;

    private void Add(string text, TimeSpan duration)
    {
        Interlocked.Increment(ref statements);
        ticksOf.AddOrUpdate(text, duration.Ticks, (_, ticks) => ticks + duration.Ticks);
        Interlocked.Add(ref statementTicks, duration.Ticks);
    }

    private sealed class CommandClock(TimeInDatabase times) : DbCommandInterceptor
    {
        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            times.Add(command.CommandText, eventData.Duration);
            return new(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            times.Add(command.CommandText, eventData.Duration);
            return new(result);
        }
    }

    private sealed class CommitClock(TimeInDatabase times) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref times.commits);
            Interlocked.Add(ref times.commitTicks, eventData.Duration.Ticks);
            return Task.CompletedTask;
        }
    }
}
