using System.Diagnostics;
using Kongress.Database;
using Kongress.Database.Demo;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Hosting;

/// <summary>Demo data at the start, where the settings ask for it.</summary>
internal static class Demo
{
    /// <exception cref="InvalidOperationException">Demo data was asked for in production.</exception>
    public static async Task StartDemoAsync(this WebApplication app, DatabaseProvider provider, string connectionString)
    {
        var options = app.Services.GetRequiredService<IOptions<DemoOptions>>().Value;
        if (options.Stage is DemoStage.None) return;
        if (app.Environment.IsProduction())
        {
            throw new InvalidOperationException("Demo:Stage must be None in the Production environment: demo accounts have known passwords.");
        }

        var started = Stopwatch.GetTimestamp();
        app.Logger.LogInformation("Demo data for the stage {Stage} is being made …", options.Stage);
        var made = await new DemoData(options, provider, connectionString, app.Services.GetRequiredService<TimeProvider>()).CreateAsync(CancellationToken.None);
        if (made) app.Logger.LogInformation("Demo data is there after {Seconds:0} seconds.", Stopwatch.GetElapsedTime(started).TotalSeconds);
        else app.Logger.LogInformation("The database has data already; the demo stage changes nothing.");
    }
}
