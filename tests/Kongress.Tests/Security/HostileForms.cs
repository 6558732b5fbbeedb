using System.Net;

namespace Kongress.Tests.Security;

/// <summary>Whatever somebody sends: no page breaks, nothing wrong is stored, and what was typed is still there. A class for each kind of work, so that they run at the same time.</summary>
public abstract class HostileForms : IAsyncLifetime
{
    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected CookieContainer Jar { get; } = new();

    private protected World World { get; private set; } = null!;

    private protected Crowd Crowd { get; private set; } = null!;

    private protected Attack Attack { get; set; } = null!;

    /// <inheritdoc cref="Attack.OneIn"/>
    private protected virtual int OneIn => 1;

    public async ValueTask InitializeAsync()
    {
        World = await World.MakeAsync();
        Crowd = Crowd.Gather(World.Office);
        Attack = new Attack(World, Crowd) { OneIn = OneIn };
    }

    public async ValueTask DisposeAsync()
    {
        Attack.Dispose();
        await Crowd.DisposeAsync();
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>All endpoints below a path, those whose button the page does not show just now included.</summary>
    private protected async Task OnAllAsync(string path, Guid account, string role, Attack with)
    {
        foreach (var endpoints in AccessTable.Rows.Keys.Where(key => key.StartsWith("POST " + path, StringComparison.Ordinal)).GroupBy(key => key[5..].Split("?handler=")[0]))
        {
            var page = endpoints.Key switch
            {
                _ when endpoints.Key.EndsWith("/tafel/platz", StringComparison.Ordinal) => $"{endpoints.Key}?platz={World.Slot.Id}",
                _ when endpoints.Key.EndsWith("/konflikte/hinnehmen", StringComparison.Ordinal) => $"{endpoints.Key}?konflikt={World.ConflictKey}",
                _ when endpoints.Key.EndsWith("/konflikte", StringComparison.Ordinal) => endpoints.Key + "?hingenommen=true",
                _ when endpoints.Key.EndsWith("/programm/workshops/{id:guid}", StringComparison.Ordinal) => endpoints.Key.Replace("{id:guid}", World.Untouched.SessionId.ToString(), StringComparison.Ordinal),
                _ => null,
            };
            await with.OnAsync(Jar, endpoints.Key, account, role, page, handlers: [.. endpoints.Select(key => key.Split("?handler=")).Where(parts => parts.Length == 2).Select(parts => parts[1])]);
        }
    }

    private protected async Task DoAsync(string page, params (string, string)[] fields)
    {
        using var visitor = Crowd.Visitor(Jar);
        using var answer = await Form.SendAsync(visitor, page, Ct, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private protected void AssertHeld(Func<(string Endpoint, string[] Who), bool> expected) => AssertHeld(Attack, expected);

    private protected static void AssertHeld(Attack attack, Func<(string Endpoint, string[] Who), bool> expected)
    {
        Assert.Equal(AccessTable.Rows.Where(row => row.Key.StartsWith("POST ", StringComparison.Ordinal) && expected((row.Key, row.Value))).Select(row => row.Key).Order(StringComparer.Ordinal), attack.Attacked);
        Assert.True(attack.Report.Length == 0, attack.Report);
    }
}
