using Kongress.Data;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Tests.Data;

/// <summary>Writers of one process at one SQLite file: one after the other, in their order, whatever becomes of each.</summary>
public sealed class WriteGateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_have_their_turn_in_the_order_in_which_they_came()
    {
        await using var line = await Line.BehindOneWhoWritesAsync();

        var writers = Enumerable.Range(0, 1000).Select(i => line.WriteAsync(i, Ct)).ToList();
        Assert.Empty(line.Written);
        line.LetGo();
        await Task.WhenAll(writers);

        Assert.Equal(Enumerable.Range(0, 1000), line.Written);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_line_and_whoever_fails_does_not_hold_it_up()
    {
        await using var line = await Line.BehindOneWhoWritesAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var first = line.WriteAsync(1, Ct);
        var impatient = line.WriteAsync(2, patience.Token);
        var failing = line.WriteAsync(3, Ct, _ => throw new InvalidOperationException("Verschrieben"));
        var slow = line.WriteAsync(4, Ct, async _ => await Task.Run(() => 0, Ct));
        var last = line.WriteAsync(5, Ct);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        line.LetGo();

        await Task.WhenAll(first, slow, last);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal([1, 4, 5], line.Written);
    }

    [Fact]
    public async Task Whoever_writes_again_after_the_own_turn_lines_up_behind_the_others()
    {
        await using var line = await Line.BehindOneWhoWritesAsync();

        async Task TwiceAsync()
        {
            await line.WriteAsync(1, Ct);
            await line.WriteAsync(3, Ct);
        }

        var (twice, other) = (TwiceAsync(), line.WriteAsync(2, Ct));
        line.LetGo();
        await Task.WhenAll(twice, other);

        Assert.Equal([1, 2, 3], line.Written);
    }

    /// <summary>Somebody is writing and does not come to an end until they are let go; the others line up behind.</summary>
    private sealed class Line(TestDatabase database) : IAsyncDisposable
    {
        private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task writing = Task.CompletedTask;

        public List<int> Written { get; } = [];

        public static async Task<Line> BehindOneWhoWritesAsync()
        {
            var line = new Line(await TestDatabase.CreateAsync(Databases.Sqlite, Ct));
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            line.writing = line.InTransactionAsync(
                async _ =>
                {
                    started.SetResult();
                    await line.letGo.Task;
                },
                Ct);
            await started.Task;
            return line;
        }

        public void LetGo() => letGo.SetResult();

        public Task WriteAsync(int number, CancellationToken ct, Func<KongressDb, Task>? work = null) => InTransactionAsync(
            async db =>
            {
                if (work is not null) await work(db);
                await db.Database.ExecuteSqlAsync($"UPDATE Conferences SET LockCount = {number}", ct);
                // Nobody else is here now: a list without a lock would lose numbers.
                Written.Add(number);
            },
            ct);

        public async ValueTask DisposeAsync()
        {
            letGo.TrySetResult();
            await writing;
            await database.DisposeAsync();
        }

        private async Task InTransactionAsync(Func<KongressDb, Task> work, CancellationToken ct)
        {
            await using var db = database.Open();
            await db.InTransactionAsync(() => work(db), ct);
        }
    }
}
