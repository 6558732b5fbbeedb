using System.Diagnostics;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Mail;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Hosting;

/// <summary>Demo data at the start, where the settings ask for it.</summary>
internal static class Demo
{
    public static async Task StartDemoAsync(this WebApplication app, DatabaseProvider provider, string connectionString)
    {
        var options = app.Services.GetRequiredService<IOptions<DemoOptions>>().Value;
        if (options.Stage is DemoStage.None) return;

        var started = Stopwatch.GetTimestamp();
        app.Logger.LogInformation("Demo data for the stage {Stage} is being made …", options.Stage);
        var made = await new DemoData(options, provider, connectionString, app.Services.GetRequiredService<TimeProvider>()).CreateAsync(CancellationToken.None);
        if (made) app.Logger.LogInformation("Demo data is there after {Seconds:0} seconds.", Stopwatch.GetElapsedTime(started).TotalSeconds);
        else app.Logger.LogInformation("The database has data already; the demo stage changes nothing.");
    }

    /// <summary>Tells on the console where the demo is and how to get in.</summary>
    public static void PrintDemoSignIns(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Stage is DemoStage.None) return;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var mail = app.Services.GetRequiredService<IOptions<MailOptions>>().Value;
            var mails = mail.Smtp.Host.Length > 0 ? $"{mail.Smtp.Host}:{mail.Smtp.Port}" : Path.GetFullPath(mail.Pickup);
            Console.Out.WriteLine($"""

                Kongress is running: {string.Join(", ", app.Urls)}

                  Register as an attendee:  {app.Urls.First()}/anmeldung
                  Mails arrive in:          {mails}
                  Staff sign in at:         {app.Urls.First()}/anmelden/team
                  Password for all:         {DemoSignIns.Password}
                {string.Join(Environment.NewLine, DemoSignIns.Staff.Select(staff => $"    {staff.Email,-30}{string.Join(", ", staff.Roles)}"))}

                """);
        });
    }
}
