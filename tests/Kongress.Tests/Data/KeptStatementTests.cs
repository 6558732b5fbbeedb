using System.Data.Common;
using Kongress.Data;
using Kongress.Database;
using Kongress.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Kongress.Tests.Data;

/// <summary>SQLite's connections stay open between requests, and with them the statements that they have compiled.</summary>
public sealed class KeptStatementTests
{
    private const string Ask = "SELECT name FROM sqlite_master WHERE type = $type ORDER BY name";

    // SQLITE_STMTSTATUS_RUN in sqlite3.h.
    private const int RunCounter = 6;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_is_compiled_once_for_all_requests_and_forgotten_when_the_file_is_closed()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);

        for (var run = 1; run <= 3; run++) Assert.Equal(run, await RunsAsync(database));
        KongressDatabase.CloseSqlite(database.ConnectionString);
        Assert.Equal(1, await RunsAsync(database));
    }

    [Fact]
    public async Task A_statement_that_is_being_read_is_not_taken_away_by_another_reader_of_the_same_text()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(Ct);
        var tables = await NamesAsync(db, "table");
        await using var outer = Command(db, "table");
        await using var reader = await outer.ExecuteReaderAsync(Ct);
        var read = new List<string>();

        while (await reader.ReadAsync(Ct))
        {
            read.Add(reader.GetString(0));
            if (read.Count == 2) Assert.NotEqual(tables, await NamesAsync(db, "index"));
        }

        Assert.Equal(tables, read);
        Assert.Equal(tables, await NamesAsync(db, "table"));
    }

    [Fact]
    public async Task What_was_left_open_is_rolled_back_and_the_next_request_finds_the_file_free()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using (var left = database.Open())
        {
            await left.Database.OpenConnectionAsync(Ct);
            var connection = left.Database.GetDbConnection();
            await connection.BeginTransactionAsync(Ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Lost (Id INTEGER)";
            await command.ExecuteNonQueryAsync(Ct);
            // Nobody commits, and a reader stays open too.
            var forgotten = Command(left, "table");
            Assert.True(await (await forgotten.ExecuteReaderAsync(Ct)).ReadAsync(Ct));
        }

        await using var db = database.Open();

        Assert.DoesNotContain("Lost", await NamesAsync(db, "table"));
        await db.InTransactionAsync(() => db.Database.ExecuteSqlRawAsync("CREATE TABLE Kept (Id INTEGER)", Ct), Ct);
        Assert.Contains("Kept", await NamesAsync(db, "table"));
    }

    [Fact]
    public async Task A_statement_that_failed_works_the_next_time_and_one_whose_table_changed_does_too()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Numbers (Id INTEGER PRIMARY KEY)", Ct);
        Task AddAsync(int id) => db.Database.ExecuteSqlAsync($"INSERT INTO Numbers (Id) VALUES ({id})", Ct);
        await AddAsync(1);

        await Assert.ThrowsAsync<SqliteException>(() => AddAsync(1));
        await AddAsync(2);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE Numbers ADD COLUMN Name TEXT NOT NULL DEFAULT 'zwei'", Ct);
        await AddAsync(3);

        Assert.Equal([1, 2, 3], await db.Database.SqlQueryRaw<int>("SELECT Id AS Value FROM Numbers WHERE Name = 'zwei' ORDER BY Id").ToListAsync(Ct));
    }

    [Fact]
    public async Task Each_connection_is_durable_keeps_foreign_keys_and_waits_for_other_processes()
    {
        await using var database = await TestDatabase.CreateAsync(Databases.Sqlite, Ct);
        await using var db = database.Open();

        foreach (var (pragma, value) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "10000") })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync(Ct);
            command.CommandText = "PRAGMA " + pragma;
            Assert.Equal(value, (await command.ExecuteScalarAsync(Ct))!.ToString());
        }
    }

    // How often the compiled statement has run, counted by SQLite itself.
    private static async Task<int> RunsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = Command(db, "table");
        await using var reader = (SqliteDataReader)await command.ExecuteReaderAsync(Ct);
        return raw.sqlite3_stmt_status(reader.Handle, RunCounter, 0);
    }

    private static async Task<List<string>> NamesAsync(KongressDb db, string type)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = Command(db, type);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var names = new List<string>();
        while (await reader.ReadAsync(Ct)) names.Add(reader.GetString(0));
        return names;
    }

    private static DbCommand Command(KongressDb db, string type)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Ask;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$type", type);
        command.Parameters.Add(parameter);
        return command;
    }
}
