using System.ComponentModel.DataAnnotations;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Mail;
using Kongress.Shared;

namespace Kongress.Web.Hosting;

/// <summary>Binds every section of the settings once and refuses to start on a wrong value.</summary>
internal static class Settings
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Bind<SiteOptions>(SiteOptions.Section);
        builder.Bind<DatabaseOptions>(DatabaseOptions.Section);
        builder.Bind<MailOptions>(MailOptions.Section);
        builder.Bind<DemoOptions>(DemoOptions.Section);
        builder.Bind<JobOptions>(JobOptions.Section);
        builder.Bind<RateLimitOptions>(RateLimitOptions.Section);
    }

    /// <summary>Reads one section before the services are built; wrong values are told as at the start.</summary>
    public static T Read<T>(this IConfiguration configuration, string section) where T : class, new()
    {
        var options = configuration.GetSection(section).Get<T>() ?? new T();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }

    private static void Bind<T>(this WebApplicationBuilder builder, string section) where T : class =>
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
