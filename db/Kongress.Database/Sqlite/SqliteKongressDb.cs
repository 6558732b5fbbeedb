using Kongress.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Database.Sqlite;

/// <summary>The embedded default: one file, one writer.</summary>
/// <remarks>Writers of this process queue at a <see cref="WriteGate"/>.</remarks>
public class SqliteKongressDb(DbContextOptions options) : KongressDb(options)
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int Busy = 5;

    protected override Task<IAsyncDisposable?> EnterWriteAsync(CancellationToken ct) => WriterTurn.BeginAsync((KeptConnection)Database.GetDbConnection(), ct);

    protected override bool IsCollision(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException) is
    { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation } or { SqliteErrorCode: Busy };
}
