using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.Tests.Hosting;

/// <summary>The process dies before it sends its n-th command to the database; a commit is a command too. Nothing is sent afterwards.</summary>
public sealed class SuddenDeath : DbCommandInterceptor
{
    private readonly int at;
    private int sent;

    /// <param name="at">From 1.</param>
    public SuddenDeath(int at)
    {
        this.at = at;
        AtCommit = new Committing(this);
    }

    /// <summary>Belongs into the options as well.</summary>
    public IInterceptor AtCommit { get; }

    public bool HasCome => sent >= at;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Live(result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Live(result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Live(result));

    private T Live<T>(T result) => ++sent >= at ? throw new Died() : result;

    private sealed class Died : Exception;

    private sealed class Committing(SuddenDeath death) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(death.Live(result));
    }
}
