namespace Kongress.Tests.Hosting;

/// <summary>A meeting point: nobody goes on before all have come.</summary>
public sealed class Rendezvous(int people)
{
    private readonly TaskCompletionSource[] arrivals = [.. Enumerable.Range(0, people).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
    private int arrived;

    /// <summary>Waits for the others. Who comes after all are there goes straight through.</summary>
    public Task ArriveAsync()
    {
        var number = Interlocked.Increment(ref arrived);
        if (number <= people) arrivals[number - 1].TrySetResult();
        return arrivals[^1].Task;
    }

    /// <summary>Done when that many have come.</summary>
    public Task Arrived(int count) => arrivals[count - 1].Task;
}
