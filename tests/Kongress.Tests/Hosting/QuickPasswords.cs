using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Tests.Hosting;

/// <summary>What makes a password slow to guess makes thousands of attempts slow to test.</summary>
public static class QuickPasswords
{
    /// <summary>A password is hashed as in production, only once round instead of a hundred thousand times. Each hash says its own rounds, so both kinds are understood.</summary>
    public static IServiceCollection WithQuickPasswords(this IServiceCollection services) => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
}
