using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Kongress.Database.Sqlite;

/// <summary>The provider's transaction, at the connection that lends the file.</summary>
internal sealed class KeptTransaction(KeptConnection connection, SqliteTransaction transaction) : DbTransaction
{
    public override IsolationLevel IsolationLevel => transaction.IsolationLevel;

    public override bool SupportsSavepoints => true;

    /// <summary>What the statements run in; null once it has ended, as the provider wants none then.</summary>
    internal SqliteTransaction? Running => transaction.Connection is null ? null : transaction;

    // None once it has ended, as with the provider's.
    protected override DbConnection? DbConnection => Running is null ? null : connection;

    public override void Commit() => transaction.Commit();

    public override void Rollback() => transaction.Rollback();

    public override void Save(string savepointName) => transaction.Save(savepointName);

    public override void Rollback(string savepointName) => transaction.Rollback(savepointName);

    public override void Release(string savepointName) => transaction.Release(savepointName);

    protected override void Dispose(bool disposing)
    {
        if (disposing) transaction.Dispose();
        base.Dispose(disposing);
    }
}
