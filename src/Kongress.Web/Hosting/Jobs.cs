using System.ComponentModel.DataAnnotations;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Kongress.Data;
using Kongress.Database;
using Kongress.Mail;
using Kongress.Programme.Releases;
using Kongress.Registrations;
using Kongress.Registrations.Care;
using Kongress.Registrations.Invitations;
using Kongress.Reminders;
using Kongress.Workshops;

namespace Kongress.Web.Hosting;

/// <summary>Section "Jobs" of the settings.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this process runs the jobs (default). Off on web nodes where another one does.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Seconds between two looks for mails that have just been written, 1 to 60.</summary>
    [Range(1, 60)]
    public int MailSeconds { get; set; } = 2;
}

/// <summary>Hangfire is the alarm clock, never the memory: every job looks into the database for what is due, and losing Hangfire's storage loses nothing.</summary>
internal static class Jobs
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration, DatabaseOptions database, string connectionString)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (database.Provider is DatabaseProvider.SqlServer) hangfire.UseSqlServerStorage(connectionString);
            // A machine that stood still for a moment is no failure of a job, or of its page.
            else hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(3), CommandTimeout = TimeSpan.FromMinutes(1) });
        });
        if (!configuration.Read<JobOptions>(JobOptions.Section).Enabled) return;
        services.AddHangfireServer(server => server.WorkerCount = 2);
        services.AddHostedService<MailRound>();
    }

    /// <summary>Registers the recurring jobs anew at every start; their arguments are empty.</summary>
    public static void UseJobs(this WebApplication app)
    {
        app.MapHangfireDashboard(SecurityHeaders.JobsPath, new DashboardOptions { Authorization = [new AdministratorsOnly()], DashboardTitle = "Kongress", DisplayStorageConnectionString = false })
            .RequireAuthorization(PageAccess.Operate);
        if (!app.Configuration.Read<JobOptions>(JobOptions.Section).Enabled) return;
        var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
        jobs.AddOrUpdate<MailDelivery>("mails", delivery => delivery.DeliverDueAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<RegistrationDesk>("places", desk => desk.PassTimeAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<SignUpDesk>("seats", desk => desk.PassTimeAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<ReleaseDesk>("releases", desk => desk.TellDueAsync(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<ReminderDesk>("reminders", desk => desk.EnqueueDueAsync(CancellationToken.None), "*/15 * * * *");
        jobs.AddOrUpdate<InterpreterDesk>("interpreters", desk => desk.AlarmDueAsync(CancellationToken.None), "*/15 * * * *");
        jobs.AddOrUpdate<HoldDesk>("holds", desk => desk.RemindDueAsync(CancellationToken.None), "*/15 * * * *");
        jobs.AddOrUpdate<InvitationDesk>("invitations", desk => desk.RemindDueAsync(CancellationToken.None), "*/15 * * * *");
        jobs.AddOrUpdate<Retention>("retention", retention => retention.EraseDueAsync(CancellationToken.None), Cron.Daily(3));
        jobs.AddOrUpdate<DatabaseCare>("statistics", care => care.CountRowsAsync(CancellationToken.None), Cron.Hourly());
    }

    // The endpoint's policy has decided already; this only says that nobody else is let in by default.
    private sealed class AdministratorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(Accounts.Roles.Administrator);
    }
}

/// <summary>Takes what was just written on its way within seconds; Hangfire's minute is the safety net behind it.</summary>
internal sealed class MailRound(MailDelivery delivery, TimeProvider clock, Microsoft.Extensions.Options.IOptions<JobOptions> options, ILogger<MailRound> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.MailSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await delivery.DeliverDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The mail round failed; the next one follows");
            }
        }
    }
}

/// <summary>A database that fills within days needs to know how its rows are spread.</summary>
public sealed class DatabaseCare(KongressDb db)
{
    public Task CountRowsAsync(CancellationToken ct) => db.CountRowsAsync(ct);
}

/// <summary>Deletes what has reached its end, feature by feature.</summary>
public sealed class Retention(IEnumerable<IHoldsPersonalData> holders, TimeProvider clock, ILogger<Retention> log)
{
    public async Task EraseDueAsync(CancellationToken ct)
    {
        foreach (var holder in holders)
        {
            var erased = await holder.EraseDueAsync(clock.GetUtcNow(), ct);
            if (erased > 0) log.LogInformation("{Holder} erased {Count} rows whose time was over", holder.GetType().Name, erased);
        }
    }
}
