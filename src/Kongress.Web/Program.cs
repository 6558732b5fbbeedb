using Kongress;
using Kongress.Data;
using Kongress.Database;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.MyConference;
using Kongress.Web.Pages.Registrations;
using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.AddSettings();
var database = builder.Configuration.Read<DatabaseOptions>(DatabaseOptions.Section);
var connectionString = builder.Configuration.GetConnectionString("Kongress") ?? "Data Source=data/kongress.db";

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddKongressDatabase(database.Provider, connectionString);
builder.Services.AddDataProtection().SetApplicationName("Kongress").PersistKeysToDbContext<KongressDb>();
builder.Services.AddLocalization();
builder.Services.AddKongress();
builder.Services.AddSingleton<RegistrationDrafts>().AddSingleton<Organisations>().AddScoped<OwnRegistration>();
builder.Services.AddRazorPages();

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    if (database.Provider is DatabaseProvider.Sqlite || database.Migrate)
    {
        await scope.ServiceProvider.GetRequiredService<KongressDb>().MigrateAsync(CancellationToken.None);
    }

    await app.StartDemoAsync(database.Provider, connectionString);
}

app.UseRequestLocalization("de", "en");
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapTicketFiles();
app.MapGet("/health/live", () => Results.Text("ok"));
app.MapGet("/health/ready", async (KongressDb db, CancellationToken ct) => await db.Database.CanConnectAsync(ct) ? Results.Text("ok") : Results.StatusCode(503));
await app.RunAsync();

/// <summary>Named so that tests can host the product.</summary>
public sealed partial class Program;
