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

internal static class RateLimits
{
    public const string SignIn = nameof(SignIn);
    public const string Registration = nameof(Registration);
    public const string Links = nameof(Links);

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
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
