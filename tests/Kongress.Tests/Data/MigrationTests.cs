using Kongress.Database;
using Kongress.Database.Sqlite;
using Kongress.Database.SqlServer;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Kongress.Tests.Data;

public sealed class MigrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void No_migration_was_forgotten_for_SQLite() =>
        Assert.False(Sqlite().Database.HasPendingModelChanges(), "The model has changed: add a migration for both databases (db/README.md).");

    [Fact]
    public void No_migration_was_forgotten_for_SQL_Server() =>
        Assert.False(SqlServer().Database.HasPendingModelChanges(), "The model has changed: add a migration for both databases (db/README.md).");

    [Theory, EveryDatabase]
    public async Task Every_migration_applies_to_an_empty_database(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, Ct);
        await using var db = database.Open();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
    }

    [Fact]
    public async Task The_script_for_administrators_is_what_the_migrations_say()
    {
        var generated = SqlServer().GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var stored = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "db", "sqlserver", "kongress.sql"), Ct);

        Assert.Equal(Lines(generated), Lines(stored));
    }

    [Fact]
    public async Task The_script_is_T_SQL_without_a_syntax_error()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "db", "sqlserver", "kongress.sql"), Ct);

        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script.Replace("CREATE TABLE", "CREATE TABEL", StringComparison.Ordinal)), out var broken);
        Assert.NotEmpty(broken);
    }

    [Fact]
    public async Task SQLite_keeps_its_promises_on_every_connection()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();

        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Ct));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Ct));
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Ct));
    }

    private static string[] Lines(string script) =>
        [.. script.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private static SqliteKongressDb Sqlite()
    {
        var options = new DbContextOptionsBuilder<SqliteKongressDb>();
        KongressDatabase.UseSqlite(options, "Data Source=:memory:");
        return new SqliteKongressDb(options.Options);
    }

    private static SqlServerKongressDb SqlServer()
    {
        var options = new DbContextOptionsBuilder<SqlServerKongressDb>();
        KongressDatabase.UseSqlServer(options, "Server=nowhere");
        return new SqlServerKongressDb(options.Options);
    }
}
