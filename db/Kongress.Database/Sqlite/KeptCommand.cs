using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Kongress.Database.Sqlite;

/// <summary>A command that runs with the statement compiled before, where its connection has one of the same text.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    // Holds text and parameters; what runs is another one, which outlives it.
    private readonly SqliteCommand own = new();
    private (OpenFile File, SqliteCommand Command, SqliteDataReader Reader)? reading;

    [AllowNull]
    public override string CommandText
    {
        get => own.CommandText;
        set => own.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => own.CommandTimeout;
        set => own.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => own.CommandType;
        set => own.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => own.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
        // SQLite runs on the caller's thread; there is nobody to tell.
    }

    public override void Prepare()
    {
        // Compiled by the first execution and kept.
    }

    public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(ExecuteNonQuery());
    }

    public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(ExecuteScalar());
    }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        EndReading();
        var file = connection.OpenedFile;
        var command = Begin(file);
        try
        {
            var reader = command.ExecuteReader(behavior & ~CommandBehavior.CloseConnection);
            reading = (file, command, reader);
            return reader;
        }
        catch
        {
            file.Drop(command);
            throw;
        }
    }

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(ExecuteDbDataReader(behavior));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            EndReading();
            own.Dispose();
        }

        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> run)
    {
        EndReading();
        var file = connection.OpenedFile;
        var command = Begin(file);
        try
        {
            var result = run(command);
            file.Keep(command);
            return result;
        }
        catch
        {
            file.Drop(command);
            throw;
        }
    }

    private SqliteCommand Begin(OpenFile file)
    {
        var command = file.Take(own.CommandText);
        foreach (SqliteParameter parameter in own.Parameters) command.Parameters.Add(parameter);
        command.CommandTimeout = own.CommandTimeout;
        command.Transaction = (DbTransaction as KeptTransaction)?.Running;
        return command;
    }

    private void EndReading()
    {
        if (reading is not var (file, command, reader)) return;
        reading = null;
        reader.Dispose();
        file.Keep(command);
    }
}
