using Kongress.Tests.Hosting;

namespace Kongress.LoadTests.Scenarios;

/// <summary>People who have filled in the registration and only have to press the last button.</summary>
internal static class Applicants
{
    /// <summary>The first two steps are not measured: each person's last one is ready to be sent.</summary>
    public static async Task<byte[][]> PrepareAsync(HttpClient client, IReadOnlyList<string> emails, CancellationToken ct)
    {
        var ready = new byte[emails.Count][];
        await Parallel.ForEachAsync(emails.Index(), ct, async (person, token) =>
        {
            var browser = new LeanBrowser(client);
            await browser.FillInRegistrationAsync(person.Item, token);
            ready[person.Index] = await browser.WriteAsync(RegistrationForms.Submit, RegistrationForms.Nothing, token);
        });
        return ready;
    }
}
