using System.Collections.Concurrent;
using Kongress.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Database.Sqlite;

/// <summary>The embedded default: one file, one writer.</summary>
/// <remarks>
/// SQLite lets one connection write and makes the others poll, which gives a tail of seconds under load.
/// Writers of this process therefore queue at a fair gate, one gate a file; the busy timeout covers other processes only.
/// </remarks>
public class SqliteKongressDb(DbContextOptions options) : KongressDb(options)
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int Busy = 5;

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    protected override async Task<IDisposable?> EnterWriteAsync(CancellationToken ct)
    {
        var gate = Gates.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    protected override bool IsCollision(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException) is
    { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation } or { SqliteErrorCode: Busy };

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
