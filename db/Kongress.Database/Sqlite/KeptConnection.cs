using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.Database.Sqlite;

/// <summary>A connection that lends an <see cref="OpenFile"/> while it is open, with all statements that were compiled before.</summary>
internal sealed class KeptConnection(string connectionString) : DbConnection
{
    private OpenFile? file;
    private KeptTransaction? transaction;
    private bool isWriting;
    private LogFlush? written;

    [AllowNull]
    public override string ConnectionString { get; set; } = connectionString;

    public override string Database => "main";

    public override string DataSource => file?.Connection.DataSource ?? new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    public override string ServerVersion => OpenedFile.Connection.ServerVersion;

    public override ConnectionState State => file is null ? ConnectionState.Closed : ConnectionState.Open;

    internal OpenFile OpenedFile => file ?? throw new InvalidOperationException("The connection is closed.");

    public override void Open()
    {
        if (file is not null) return;
        file = OpenFiles.Take(ConnectionString, isWriting);
        if (isWriting) written = file.Log;
    }

    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Open();
        return Task.CompletedTask;
    }

    /// <summary>Gives the file back for others; a transaction that was not committed is rolled back.</summary>
    public override void Close()
    {
        if (file is not { } used) return;
        (file, var open) = (null, transaction);
        transaction = null;
        try
        {
            open?.Dispose();
        }
        catch
        {
            used.Dispose();
            throw;
        }

        OpenFiles.GiveBack(used);
    }

    public override Task CloseAsync()
    {
        Close();
        return Task.CompletedTask;
    }

    /// <summary>From now on it opens as the <see cref="OpenFile.IsWriters">writer's</see>, until <see cref="EndWriting"/>.</summary>
    internal void BeginWriting() => isWriting = true;

    /// <summary>Returns the log that is still to be brought to the disk; null where nothing was opened.</summary>
    internal LogFlush? EndWriting()
    {
        var log = written;
        (isWriting, written) = (false, null);
        // Whoever opened it by hand goes on with it as with any other.
        if (file is { IsWriters: true }) file.BringEachCommitToDisk();
        return log;
    }

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A file is one database.");

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => transaction = new KeptTransaction(this, OpenedFile.Connection.BeginTransaction(isolationLevel));

    protected override DbCommand CreateDbCommand() => new KeptCommand(this) { Transaction = transaction };

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    /// <summary>Gives EF Core this kind of connection wherever it would make one of the provider's.</summary>
    internal sealed class Maker : DbConnectionInterceptor
    {
        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString!));
    }
}
