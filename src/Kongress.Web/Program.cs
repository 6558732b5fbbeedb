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
builder.Services.AddKongress();
builder.Services.AddLanguages();
builder.Services.AddSignIns();
builder.Services.AddPageAccess();
builder.Services.AddProxies(builder.Configuration);
builder.Services.AddRateLimits(builder.Configuration);
builder.Services.AddJobs(builder.Configuration, database, connectionString);
builder.Services.AddScoped<Retention>();
builder.Services.AddPublicPages();
builder.AddSecurityTxt();
builder.Services.AddScoped<SiteFrame>().AddSingleton<RegistrationDrafts>().AddSingleton<Organisations>().AddScoped<OwnRegistration>()
    .AddScoped<Kongress.Web.Pages.Organiser.Registrations.Subject>().AddScoped<Kongress.Web.Pages.Organiser.Conferences.ConferenceEditor>();

var app = builder.Build();
await app.PrepareDatabaseAsync(database, connectionString);

app.UseForwardedHeaders();
app.UseExceptionHandler("/problem/500");
app.UseStatusCodePagesWithReExecute("/problem/{0}");
if (!app.Environment.IsDevelopment()) app.UseHsts();
app.UseSecurityHeaders();
app.UseRequestLocalization();
app.UseRouting();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UsePublicPages();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapTicketFiles();
app.MapLanguageChoice();
app.MapHealth();
app.UseJobs();
app.MapSecurityTxt();
// Without it the fallback policy would send people who mistyped an address to the sign-in.
app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
app.PrintDemoSignIns();
await app.RunAsync();

/// <summary>Named so that tests can host the product.</summary>
public sealed partial class Program;
