namespace Kongress.Database.Sqlite;

/// <summary>A turn at the <see cref="WriteGate"/>. It lets the next writer in, and ends when what was committed in it is on the disk.</summary>
internal sealed class WriterTurn : IAsyncDisposable
{
    private readonly KeptConnection connection;
    private readonly IAsyncDisposable turn;

    private WriterTurn(KeptConnection connection, IAsyncDisposable turn)
    {
        (this.connection, this.turn) = (connection, turn);
        connection.BeginWriting();
    }

    public static async Task<IAsyncDisposable?> BeginAsync(KeptConnection connection, CancellationToken ct) =>
        new WriterTurn(connection, await WriteGate.Of(connection.ConnectionString).EnterAsync(ct));

    public async ValueTask DisposeAsync()
    {
        Task? onDisk = null;
        try
        {
            onDisk = connection.EndWriting()?.ToDiskAsync();
        }
        finally
        {
            // Whatever happens here, the others go on.
            await turn.DisposeAsync();
        }

        if (onDisk is not null) await onDisk;
    }
}
