using System.Collections.Concurrent;
using System.Net.Sockets;
using Kongress.BrowserTests.Hosting;
using Kongress.LoadTests.Driving;

namespace Kongress.LoadTests.Scenarios;

/// <summary>Many people press a button at once, each once, and the process may be killed meanwhile.</summary>
internal static class KilledRush
{
    private const int Connections = 500;

    /// <param name="ready">Each person's request.</param>
    /// <param name="people">Who presses now.</param>
    /// <param name="answered">Gets whoever had an answer.</param>
    /// <param name="killAt">After how many answers kill -9 comes; null: not at all.</param>
    public static async Task RunAsync(KongressProcess product, IReadOnlyList<byte[]> ready, IEnumerable<int> people, ConcurrentBag<int> answered, int? killAt, CancellationToken ct)
    {
        var address = new Uri(product.Address);
        var line = new ConcurrentQueue<int>(people);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var connections = Enumerable.Range(0, Connections).Select(_ => Task.Run(SendAsync, ct)).ToList();
        if (killAt is not null)
        {
            await Task.WhenAny(reached.Task, Task.WhenAll(connections));
            await product.KillAsync();
        }

        await Task.WhenAll(connections);

        async Task SendAsync()
        {
            try
            {
                using var connection = await Connection.OpenAsync(address, ct);
                while (line.TryDequeue(out var person))
                {
                    var answer = await connection.SendAsync(ready[person], keep: false, ct);
                    if (answer.Status != 302) throw new InvalidOperationException($"Answered with {answer.Status}.");
                    answered.Add(person);
                    if (answered.Count >= killAt) reached.TrySetResult();
                }
            }
            catch (Exception e) when (killAt is not null && e is IOException or SocketException)
            {
                // The product is gone: this person does not know.
            }
        }
    }
}
