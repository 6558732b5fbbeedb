using Kongress.Accounts;
using Kongress.Data;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Shared;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Hosting;

/// <summary>What happens once, before the first request.</summary>
internal static class Start
{
    /// <summary>Tells on the console why Kongress does not start.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(IReadOnlyList<string> reasons)
    {
        Console.Error.WriteLine($"""
            Kongress does not start:
            {string.Join(Environment.NewLine, reasons.Select(reason => "  " + reason))}
            appsettings.example.json describes every setting.
            """);
        return 1;
    }

    /// <summary>Migrates, makes demo data where asked for, and prints the set-up link while there is no administrator.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, DatabaseOptions database, string connectionString)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KongressDb>();
        if (database.MigratesAtStart()) await db.MigrateAsync(CancellationToken.None);
        await app.StartDemoAsync(database.Provider, connectionString);
        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Stage is DemoStage.None) await PrintSetUpLinkAsync(app, scope.ServiceProvider);
    }

    // On the console only, never through the log: logs are kept and read by others.
    private static async Task PrintSetUpLinkAsync(WebApplication app, IServiceProvider services)
    {
        if (await services.GetRequiredService<StaffDesk>().IssueSetUpLinkAsync(CancellationToken.None) is not { } secret) return;
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl.TrimEnd('/');
        await Console.Out.WriteLineAsync($"""

            Kongress has no administrator yet. Open this link within 24 hours to become the first one:
              {site}{Addresses.WithSecret(Addresses.SetUp, secret)}
            A restart prints a new link and ends this one.

            """);
    }
}
