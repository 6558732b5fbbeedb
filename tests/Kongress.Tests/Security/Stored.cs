using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kongress.Data;
using Kongress.Speakers;
using Kongress.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kongress.Tests.Security;

/// <summary>What stands in the database, column by column: whether it may stand there, and whether it is still the same.</summary>
internal static class Stored
{
    // What changes by looking: keys that protect cookies are made at the first one.
    private static readonly string[] Volatile = ["DataProtectionKeys"];

    /// <summary>A line for each column, which changes with any row; so a difference names its place.</summary>
    public static async Task<IReadOnlyList<string>> FingerprintAsync(TestDatabase database, CancellationToken ct)
    {
        var all = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        await using var db = database.Open();
        await using var connection = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(ct);
        await foreach (var (column, value) in ValuesAsync(connection, db.Model, _ => true, "", ct))
        {
            // Taking a lock counts, and is no change.
            if (column.Name == nameof(ILockable.LockCount)) continue;
            var name = $"{column.Table.Name}.{column.Name}";
            if (!all.TryGetValue(name, out var values)) all[name] = values = new StringBuilder();
            values.Append(value).Append('\n');
        }

        return [.. all.Select(column => $"{column.Key} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(column.Value.ToString())))}")];
    }

    /// <summary>One line for each value that must not be stored: too long for its column, not normalised, with control characters or half characters, or a name that an enum does not have.</summary>
    /// <param name="database">Only rows that were not there before are looked at.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(Rewind database, IModel model, CancellationToken ct)
    {
        var problems = new List<string>();
        var touched = database.Touched;
        await foreach (var (column, value) in ValuesAsync(database.Connection, model, touched.Contains, "before", ct))
        {
            var property = column.PropertyMappings[0].Property;
            if (Problem(property, value) is { } problem) problems.Add($"{column.Table.Name}.{column.Name}: {problem}");
        }

        return problems;
    }

    private static string? Problem(IProperty property, object value)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum) return (value is string name ? Enum.GetNames(type).Contains(name) : IsNamed(type, Convert.ToInt64(value, CultureInfo.InvariantCulture))) ? null : $"{value} is no {type.Name}";
        if (value is not string text || type != typeof(string)) return null;
        if (property.GetMaxLength() is { } most && text.Length > most) return $"{text.Length} of {most} characters";
        if (text.EnumerateRunes().Any(rune => Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || text.Any(c => c is '\uFFFE' or '\uFFFF')) return "control characters";
        // A search form is decomposed on purpose.
        return property.Name == nameof(Speaker.SearchText) || text.IsNormalized() ? null : "not normalised";
    }

    private static bool IsNamed(Type type, long value) => type.IsDefined(typeof(FlagsAttribute), false)
        ? (value & ~Enum.GetValues(type).Cast<object>().Aggregate(0L, (all, one) => all | Convert.ToInt64(one, CultureInfo.InvariantCulture))) == 0
        : Enum.GetValues(type).Cast<object>().Any(one => Convert.ToInt64(one, CultureInfo.InvariantCulture) == value);

    /// <param name="except">A database that the connection knows too: rows that it has are left out.</param>
    private static async IAsyncEnumerable<(IColumn Column, object Value)> ValuesAsync(SqliteConnection connection, IModel model, Func<string, bool> isAsked, string except, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var table in model.GetRelationalModel().Tables.Where(t => !Volatile.Contains(t.Name) && isAsked(t.Name)))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the model.
            var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
            command.CommandText = $"SELECT {names} FROM main.\"{table.Name}\" {(except.Length == 0 ? "" : $"EXCEPT SELECT {names} FROM {except}.\"{table.Name}\"")} ORDER BY 1, 2";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync(ct);
            var columns = table.Columns.ToList();
            while (await rows.ReadAsync(ct))
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    if (!rows.IsDBNull(i)) yield return (columns[i], rows.GetValue(i));
                }
            }
        }
    }
}
