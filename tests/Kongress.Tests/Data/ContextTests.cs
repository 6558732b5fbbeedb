using System.Data.Common;
using Kongress.Data;
using Kongress.Database;
using Kongress.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kongress.Tests.Data;

/// <summary>What a context does on either database before anybody connects.</summary>
public sealed class ContextTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=nowhere.db")]
    [InlineData(DatabaseProvider.SqlServer, "Server=nowhere")]
    public async Task One_request_after_the_other_uses_the_same_context_and_finds_nothing_of_the_one_before(DatabaseProvider provider, string connectionString)
    {
        await using var services = new ServiceCollection().AddKongressDatabase(provider, connectionString).BuildServiceProvider();
        KongressDb first;
        await using (var request = services.CreateAsyncScope())
        {
            first = request.ServiceProvider.GetRequiredService<KongressDb>();
            first.NewLink("Test", Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
            Assert.True(first.ChangeTracker.HasChanges());
        }

        await using var next = services.CreateAsyncScope();
        var second = next.ServiceProvider.GetRequiredService<KongressDb>();

        Assert.Same(first, second);
        Assert.Empty(second.ChangeTracker.Entries());
    }

    [Fact]
    public async Task The_lock_is_one_update_that_SQL_Server_understands()
    {
        var server = new Silent();
        var options = new DbContextOptionsBuilder<SqlServerKongressDb>();
        KongressDatabase.UseSqlServer(options, "Server=nowhere");
        options.AddInterceptors(server, new Silent.Line());
        await using var db = new SqlServerKongressDb(options.Options);
        var lockable = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ILockable))).ToList();
        Assert.NotEmpty(lockable);

        foreach (var type in lockable)
        {
            await (Task)typeof(KongressDb).GetMethod(nameof(KongressDb.LockAsync))!.MakeGenericMethod(type.ClrType).Invoke(db, [Guid.CreateVersion7(), Ct])!;
        }

        Assert.Equal(lockable.Select(t => $"UPDATE [{t.GetTableName()}] SET [LockCount] = [LockCount] + 1 WHERE [Id] = @p0"), server.Commands);
        foreach (var command in server.Commands)
        {
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(command), out var errors);
            Assert.Empty(errors);
        }
    }

    /// <summary>Hears the commands instead of a server, and answers that one row was changed.</summary>
    private sealed class Silent : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return new(InterceptionResult<int>.SuppressWithResult(1));
        }

        /// <summary>Connects nowhere.</summary>
        internal sealed class Line : DbConnectionInterceptor
        {
            public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
                new(InterceptionResult.Suppress());
        }
    }
}
