namespace Kongress.LoadTests.Hosting;

/// <summary>Rate limits that one machine cannot reach: all the load comes from one address.</summary>
internal static class LiftedLimits
{
    public static IEnumerable<KeyValuePair<string, string>> Settings => new[] { "SignIn", "Registration", "Links" }.Select(limit => KeyValuePair.Create($"RateLimits:{limit}PerMinute", "1000000"));
}
