using Kongress.Database;
using Kongress.Database.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kongress.Tests.Hosting;

/// <summary>A context that takes no lock and no transaction: the twin of a race test shows with it what the lock prevents.</summary>
/// <param name="beforeSaving">Awaited before anything is written; the race is staged here, not left to chance.</param>
/// <param name="watching">Who watches what is stored.</param>
public sealed class WithoutLock(string connectionString, Func<Task> beforeSaving, params IInterceptor[] watching) : SqliteKongressDb(Options(connectionString, watching))
{
    public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken ct) => work();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.HasChanges()) await beforeSaving();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private static DbContextOptions<SqliteKongressDb> Options(string connectionString, IInterceptor[] watching)
    {
        var options = new DbContextOptionsBuilder<SqliteKongressDb>();
        KongressDatabase.UseSqlite(options, connectionString);
        options.AddInterceptors(watching);
        return options.Options;
    }
}
