using System.ComponentModel.DataAnnotations;

namespace Kongress.Database;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Section "Database" of the settings.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite (embedded, default) or SqlServer.</summary>
    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Whether SQL Server's migrations run at the start. Off: the administrator runs db/sqlserver/kongress.sql. SQLite always migrates.</summary>
    public bool Migrate { get; set; }
}
