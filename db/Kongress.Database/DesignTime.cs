using Kongress.Database.Sqlite;
using Kongress.Database.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kongress.Database;

// The two factories let `dotnet ef` add migrations without a running server.
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteKongressDb>
{
    public SqliteKongressDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteKongressDb>();
        KongressDatabase.UseSqlite(options, "Data Source=design-time.db");
        return new SqliteKongressDb(options.Options);
    }
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerKongressDb>
{
    public SqlServerKongressDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerKongressDb>();
        KongressDatabase.UseSqlServer(options, "Server=design-time");
        return new SqlServerKongressDb(options.Options);
    }
}
