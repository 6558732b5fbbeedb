using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;

namespace Kongress.Web.Hosting;

/// <summary>Section "RateLimits": requests a minute from one address. Generous, as a whole ministry sits behind one.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Sign-in: mails asked for, codes and passwords tried. 1 to 1000000.</summary>
    [Range(1, 1_000_000)]
    public int SignInPerMinute { get; set; } = 60;

    /// <summary>Steps and submissions of the registration. 1 to 1000000.</summary>
    [Range(1, 1_000_000)]
    public int RegistrationPerMinute { get; set; } = 600;

    /// <summary>Links from mails. 1 to 1000000.</summary>
    [Range(1, 1_000_000)]
    public int LinksPerMinute { get; set; } = 300;
}

/// <summary>Counts wrong invitation codes per address: who has typed too many in a minute is not answered any more, whether the next one would be right or not.</summary>
public sealed class WrongCodes : IDisposable
{
    private const int PerMinute = 30;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
        address, _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    public bool AreTooMany(HttpContext http) => limiter.GetStatistics(Address(http)) is { CurrentAvailablePermits: 0 };

    public void Count(HttpContext http) => limiter.AttemptAcquire(Address(http)).Dispose();

    public void Dispose() => limiter.Dispose();

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}

internal static class RateLimits
{
    public const string SignIn = nameof(SignIn);
    public const string Registration = nameof(Registration);
    public const string Links = nameof(Links);

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WrongCodes>();
        var limits = configuration.Read<RateLimitOptions>(RateLimitOptions.Section);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                {
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };
            Add(SignIn, limits.SignInPerMinute);
            Add(Registration, limits.RegistrationPerMinute);
            Add(Links, limits.LinksPerMinute);

            void Add(string policy, int perMinute) => limiter.AddPolicy(policy, http => HttpMethods.IsGet(http.Request.Method) && policy != Links
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetSlidingWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));
        });
    }
}
