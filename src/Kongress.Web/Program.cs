using System.Data.Common;
using Kongress;
using Kongress.Database;
using Kongress.Web.Hosting;
using Kongress.Web.Pages.MyConference;
using Kongress.Web.Pages.Programme;
using Kongress.Web.Pages.Programme.Outside;
using Kongress.Web.Pages.Registrations;
using Kongress.Web.Pages.Speakers;

WebApplicationBuilder builder;
try
{
    builder = WebApplication.CreateBuilder(args);
}
catch (InvalidDataException e)
{
    return Start.Refuse([$"{e.Message} {e.GetBaseException().Message}"]);
}

if (Settings.Faults(builder.Configuration, builder.Environment) is { Count: > 0 } faults) return Start.Refuse(faults);

builder.AddSettings();
var database = builder.Configuration.Read<DatabaseOptions>(DatabaseOptions.Section);
var connectionString = builder.Configuration.Read<ConnectionOptions>(ConnectionOptions.Section).Kongress;

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddKongressDatabase(database.Provider, connectionString);
builder.Services.AddKeyProtection(builder.Configuration);
builder.Services.AddKongress();
builder.Services.AddLanguages();
builder.Services.AddSignIns();
builder.Services.AddPageAccess();
builder.Services.AddProxies(builder.Configuration);
builder.Services.AddRateLimits(builder.Configuration);
builder.Services.AddJobs(builder.Configuration, database, connectionString);
builder.Services.AddScoped<Retention>();
builder.Services.AddScoped<DatabaseCare>();
builder.Services.AddAnnouncements();
builder.Services.AddPublicPages();
builder.Services.AddSecurityTxt();
builder.Services.AddProgrammeApi();
builder.Services.AddScoped<SiteFrame>().AddSingleton<RegistrationDrafts>().AddSingleton<Organisations>().AddSingleton<PrintedProgramme>().AddSingleton<Kongress.Web.Pages.Organiser.Programme.Board.BoardStates>().AddSingleton<Kongress.Web.Pages.Organiser.Registrations.Imports.ImportRuns>().AddScoped<OwnRegistration>().AddScoped<OwnContributions>().AddScoped<OwnMarks>()
    .AddScoped<Kongress.Web.Pages.Organiser.Registrations.Subject>().AddScoped<Kongress.Web.Pages.Organiser.Conferences.ConferenceEditor>()
    .AddScoped<Kongress.Web.Pages.Organiser.Programme.PlanReader>();

var app = builder.Build();
try
{
    await app.PrepareDatabaseAsync(database, connectionString);
}
catch (Exception e) when (e.GetBaseException() is DbException or IOException or UnauthorizedAccessException)
{
    return Start.Refuse([$"ConnectionStrings:Kongress leads to a database that cannot be used: {e.GetBaseException().Message}{(database.MigratesAtStart() ? "" : " Has db/sqlserver/kongress.sql been run?")}"]);
}

app.UseProxies();
app.UseExceptionHandler("/problem/500");
app.UseStatusCodePagesWithReExecute("/problem/{0}");
if (!app.Environment.IsDevelopment()) app.UseHsts();
app.UseSecurityHeaders();
app.UseRequestLocalization();
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UsePublicPages();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.MapTicketFiles();
app.MapSpeakerFiles();
app.MapAgendaCalendar();
app.MapOutsideFormats();
app.MapProgrammeApi();
app.MapPrintAndPortraits();
app.MapLanguageChoice();
app.MapHealth();
app.UseJobs();
app.MapSecurityTxt();
// Without it the fallback policy would send people who mistyped an address to the sign-in.
app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
app.PrintDemoSignIns();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can host the product.</summary>
public sealed partial class Program;
