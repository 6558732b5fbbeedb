namespace Kongress.Database;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Section "ConnectionStrings" of the settings.</summary>
public sealed class ConnectionOptions
{
    public const string Section = "ConnectionStrings";

    /// <summary>The database of Kongress. Default for SQLite: a file beside the working folder's other data; required for SQL Server.</summary>
    public string Kongress { get; set; } = "Data Source=data/kongress.db";
}

/// <summary>Section "Database" of the settings.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite (embedded, default) or SqlServer.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Whether SQL Server's migrations run at the start. Off: the administrator runs db/sqlserver/kongress.sql. SQLite always migrates.</summary>
    public bool Migrate { get; set; }

    // A method, as every property is a setting.
    public bool MigratesAtStart() => Provider is DatabaseProvider.Sqlite || Migrate;
}
