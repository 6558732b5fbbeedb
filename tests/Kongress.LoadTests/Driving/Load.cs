using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kongress.LoadTests.Driving;

/// <summary>What one round of requests reached. Times in milliseconds.</summary>
internal sealed record Round(double PerSecond, double Median, double P99)
{
    /// <summary>When each answer had come, in seconds since the start, in their order; empty where nobody asks for it.</summary>
    public IReadOnlyList<double> Finished { get; init; } = [];

    /// <param name="times">How long each request took, in milliseconds; sorted here.</param>
    /// <param name="seconds">How long all of them took together.</param>
    public static Round Of(double[] times, double seconds)
    {
        Array.Sort(times);
        return new Round(times.Length / seconds, times[times.Length / 2], times[(int)(times.Length * 0.99)]);
    }
}

/// <summary>Sends requests over many connections at once, each connection one after the other.</summary>
internal static class Load
{
    public const int Connections = 64;

    /// <exception cref="InvalidOperationException">Something was answered with another status than the expected one: such a figure would mean nothing.</exception>
    public static async Task<Round> RunAsync(Uri address, IReadOnlyList<byte[]> requests, int expected, CancellationToken ct, int connections = Connections)
    {
        var times = new double[requests.Count];
        var finished = new double[requests.Count];
        var statuses = new ConcurrentDictionary<int, int>();
        var next = -1;
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Connection.OpenAsync(address, ct)));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(open.Select(connection => Task.Run(() => LineAsync(connection), ct)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var connection in open) connection.Dispose();
        if (statuses.Keys.Any(status => status != expected)) throw new InvalidOperationException($"Expected {expected}, got {string.Join(", ", statuses.Select(s => $"{s.Value} × {s.Key}"))}.");
        Array.Sort(finished);
        return Round.Of(times, seconds) with { Finished = finished };

        async Task LineAsync(Connection connection)
        {
            for (var i = Interlocked.Increment(ref next); i < requests.Count; i = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                var answer = await connection.SendAsync(requests[i], keep: false, ct);
                times[i] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
                finished[i] = Stopwatch.GetElapsedTime(started).TotalSeconds;
                statuses.AddOrUpdate(answer.Status, 1, (_, n) => n + 1);
            }
        }
    }
}
