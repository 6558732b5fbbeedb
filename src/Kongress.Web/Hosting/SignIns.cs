using System.Globalization;
using System.Security.Claims;
using Kongress.Accounts;
using Kongress.Database.Demo;
using Kongress.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Hosting;

/// <summary>Cookies and sessions: an idle and an absolute end, a fresh look at the account every minute.</summary>
internal static class SignIns
{
    private const string Since = "since";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan MostForStaff = TimeSpan.FromHours(14);
    private static readonly TimeSpan MostForAttendees = TimeSpan.FromDays(7);

    public static void AddSignIns(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddScoped<SignInManager<Account>>().AddScoped<ISecurityStampValidator, SecurityStampValidator<Account>>().AddScoped<ITwoFactorSecurityStampValidator, TwoFactorSecurityStampValidator<Account>>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipals>();
        services.AddScoped<IUserConfirmation<Account>, DefaultUserConfirmation<Account>>();
        services.AddSingleton<PasswordGate>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, clock) => (options.ValidationInterval, options.TimeProvider) = (TimeSpan.FromMinutes(1), clock));
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "kongress";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.LoginPath = Addresses.SignIn;
            options.LogoutPath = "/abmelden";
            options.AccessDeniedPath = "/kein-zugriff";
            options.ReturnUrlParameter = "zurueck";
            options.Events.OnSigningIn = context =>
            {
                context.Properties.Items.TryAdd(Since, Now(context.HttpContext).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
                return Task.CompletedTask;
            };
            var validateStamp = options.Events.OnValidatePrincipal;
            options.Events.OnValidatePrincipal = async context =>
            {
                var most = SiteFrame.IsStaff(context.Principal!) ? MostForStaff : MostForAttendees;
                if (!context.Properties.Items.TryGetValue(Since, out var since)
                    || Now(context.HttpContext) - DateTimeOffset.FromUnixTimeSeconds(long.Parse(since!, CultureInfo.InvariantCulture)) > most)
                {
                    context.RejectPrincipal();
                    await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                    return;
                }

                // Identity asks the same, but makes its services first, at each request of somebody signed in.
                var every = context.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval;
                if (Now(context.HttpContext) - context.Properties.IssuedUtc is { } age && age <= every) return;
                await validateStamp(context);
            };
        });
    }

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Only addresses of this site; everything else leads to the start of the signed-in area.</summary>
    public static string LocalOr(this string? address, string otherwise) =>
        address is ['/', not ('/' or '\\'), ..] or "/" ? address : otherwise;
}

/// <summary>Gives an account its roles. Without a second factor the staff roles stay out: such a session reaches nothing but the page that sets one up.</summary>
internal sealed class AccountPrincipals(
    UserManager<Account> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> identity, IOptions<DemoOptions> demo, IWebHostEnvironment environment)
    : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(users, roles, identity)
{
    /// <summary>Marks a session of staff who have yet to set up the second factor.</summary>
    public const string MustEnrol = "kongress:enrol";

    // Demo mode refuses to start in production; there this is never true.
    private bool IsDemo => demo.Value.Stage is not DemoStage.None && !environment.IsProduction();

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.TwoFactorEnabled || IsDemo) return identity;

        var staff = identity.FindAll(identity.RoleClaimType).Where(claim => Roles.Staff.Contains(claim.Value)).ToList();
        foreach (var claim in staff) identity.RemoveClaim(claim);
        if (staff.Count > 0) identity.AddClaim(new Claim(MustEnrol, "yes"));
        return identity;
    }
}

/// <summary>Bounds how many passwords are hashed at once: a rush of sign-ins must not take the processors from everybody else.</summary>
public sealed class PasswordGate : IDisposable
{
    private const int LongestQueue = 100;
    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount - 1));
    private int waiting;

    /// <summary>Runs the work when a place is free; false when too many wait already.</summary>
    public async Task<(bool Served, T? Result)> TryAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > LongestQueue)
        {
            Interlocked.Decrement(ref waiting);
            return (false, default);
        }

        try
        {
            await places.WaitAsync(ct);
            try
            {
                return (true, await work());
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();
}
