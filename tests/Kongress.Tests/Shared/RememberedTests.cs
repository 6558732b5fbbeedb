using Kongress.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kongress.Tests.Shared;

/// <summary>An answer of the database is asked for once, and never outlives a change.</summary>
public sealed class RememberedTests : IDisposable
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly FakeTimeProvider clock = new();
    private readonly Remembered<int, string> remembered;
    private int questions;

    public RememberedTests() => remembered = new(services.GetRequiredService<IServiceScopeFactory>(), clock, MaxAge);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_asks_once_until_the_time_is_over_and_again_for_another_key()
    {
        Assert.Equal(["1: 1", "1: 1"], [await AskAsync(1), await AskAsync(1)]);
        clock.Advance(MaxAge - TimeSpan.FromTicks(1));
        Assert.Equal("1: 1", await AskAsync(1));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("1: 2", await AskAsync(1));
        Assert.Equal("2: 3", await AskAsync(2));
        Assert.Equal("1: 4", await AskAsync(1));
    }

    [Fact]
    public async Task Many_readers_at_once_put_one_question()
    {
        var gate = new TaskCompletionSource();
        var readers = Enumerable.Range(0, 50).Select(_ => AskAsync(1, gate.Task)).ToList();
        gate.SetResult();

        Assert.Equal(Enumerable.Repeat("1: 1", 50), await Task.WhenAll(readers));
    }

    [Fact]
    public async Task An_answer_to_a_question_put_before_a_change_is_not_kept()
    {
        var gate = new TaskCompletionSource();
        var early = AskAsync(1, gate.Task);
        remembered.Forget();
        gate.SetResult();

        Assert.Equal("1: 1", await early);
        Assert.Equal("1: 2", await AskAsync(1));
        Assert.Equal("1: 2", await AskAsync(1));
    }

    [Fact]
    public async Task A_failed_question_is_put_again()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => AskAsync(1, Task.FromException(new TimeoutException())));

        Assert.Equal("1: 2", await AskAsync(1));
    }

    public void Dispose()
    {
        remembered.Dispose();
        services.Dispose();
    }

    private Task<string> AskAsync(int key, Task? until = null) => remembered.GetAsync(key, async (_, _) =>
    {
        var number = ++questions;
        await (until ?? Task.CompletedTask);
        return $"{key}: {number}";
    }, Ct).AsTask();
}
