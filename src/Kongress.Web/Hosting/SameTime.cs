namespace Kongress.Web.Hosting;

/// <summary>For answers that must not tell whether an address is known: neither can be read off a watch.</summary>
internal static class SameTime
{
    // Longer than a look-up, a letter and a commit together; little for somebody on the way to the mailbox.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(300);

    /// <summary>Does the work and returns no sooner than after the least time.</summary>
    public static async Task TakeAsync(Task work, CancellationToken ct)
    {
        // The watch is the visitor's: the machine's time, not the clock of the product.
        await Task.WhenAll(work, Task.Delay(Least, TimeProvider.System, ct));
    }

    /// <inheritdoc cref="TakeAsync(Task, CancellationToken)"/>
    public static async Task<T> TakeAsync<T>(Task<T> work, CancellationToken ct)
    {
        await TakeAsync((Task)work, ct);
        return await work;
    }
}
