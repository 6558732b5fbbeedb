using System.Collections.Concurrent;
using Kongress.Tests.Hosting;

namespace Kongress.BrowserTests.Reliability;

/// <summary>Many people who register at the same moment, and what each of them knows afterwards.</summary>
internal sealed class Rush : IDisposable
{
    private readonly HttpClient client;
    private readonly ConcurrentBag<string> acknowledged = [];
    private readonly ConcurrentBag<(string Email, LeanBrowser Browser)> unknown = [];
    private int count;

    public Rush(string address) => client = LeanBrowser.NewClient(new Uri(address));

    /// <summary>Those whom the product told that they are registered.</summary>
    public IReadOnlyCollection<string> Acknowledged => acknowledged;

    /// <summary>Those whose button was pressed and who never got an answer: stored or not, nobody knows.</summary>
    public IReadOnlyCollection<string> Unknown => [.. unknown.Select(person => person.Email)];

    /// <summary>Lets people register, this many at once, until nobody answers any more; <paramref name="kill"/> is called as soon as <paramref name="enough"/> have succeeded.</summary>
    public async Task RunUntilKilledAsync(int people, int enough, Func<Task> kill, CancellationToken ct)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = Enumerable.Range(0, people).Select(_ => RegisterOneAfterTheOtherAsync(enough, reached, ct)).ToArray();
        // A fault in all lines ends the wait as well: the rush then never comes so far.
        await Task.WhenAny(reached.Task, Task.WhenAll(lines));
        await kill();
        await Task.WhenAll(lines);
    }

    /// <summary>Who got no answer presses the button once more, with the same page.</summary>
    public async Task PressAgainAsync(CancellationToken ct)
    {
        foreach (var (_, browser) in unknown) await browser.PostAsync(RegistrationForms.Submit, RegistrationForms.Nothing, RegistrationForms.Submitted, ct);
    }

    public void Dispose() => client.Dispose();

    private async Task RegisterOneAfterTheOtherAsync(int enough, TaskCompletionSource reached, CancellationToken ct)
    {
        while (true)
        {
            var browser = new LeanBrowser(client);
            var email = $"person{Interlocked.Increment(ref count)}@itz.bund.example";
            var pressed = false;
            try
            {
                await browser.FillInRegistrationAsync(email, ct);
                pressed = true;
                await browser.PostAsync(RegistrationForms.Submit, RegistrationForms.Nothing, RegistrationForms.Submitted, ct);
                acknowledged.Add(email);
                if (acknowledged.Count >= enough) reached.TrySetResult();
            }
            catch (HttpRequestException)
            {
                // The product is gone.
                if (pressed) unknown.Add((email, browser));
                return;
            }
        }
    }
}
