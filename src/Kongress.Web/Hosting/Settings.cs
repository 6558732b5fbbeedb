using System.ComponentModel.DataAnnotations;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Mail;
using Kongress.Shared;

namespace Kongress.Web.Hosting;

/// <summary>Every section of the settings: bound once, checked as a whole before anything starts.</summary>
internal static class Settings
{
    private sealed record Section(string Name, Type Options, Action<IServiceCollection> Bind);

    private static readonly Section[] Sections =
    [
        Of<ConnectionOptions>(ConnectionOptions.Section),
        Of<DatabaseOptions>(DatabaseOptions.Section),
        Of<SiteOptions>(SiteOptions.Section),
        Of<ProxyOptions>(ProxyOptions.Section),
        Of<KeyProtectionOptions>(KeyProtectionOptions.Section),
        Of<MailOptions>(MailOptions.Section),
        Of<SecurityTxtOptions>(SecurityTxtOptions.Section),
        Of<JobOptions>(JobOptions.Section),
        Of<RateLimitOptions>(RateLimitOptions.Section),
        Of<DemoOptions>(DemoOptions.Section),
    ];

    public static void AddSettings(this WebApplicationBuilder builder)
    {
        foreach (var section in Sections) section.Bind(builder.Services);
    }

    /// <summary>Reads one section before the services are built.</summary>
    public static T Read<T>(this IConfiguration configuration, string section) where T : class, new() => configuration.GetSection(section).Get<T>() ?? new T();

    /// <summary>What is wrong with the settings: one sentence each, with the key and what is allowed. Empty when Kongress can start.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration configuration, IHostEnvironment environment)
    {
        var unreadable = Sections.SelectMany(section => SettingsText.Faults(configuration.GetSection(section.Name), section.Options)).ToList();
        return unreadable.Count > 0 ? unreadable : [.. Sections.SelectMany(section => Refusals(configuration, section)), .. TogetherRefused(configuration, environment)];
    }

    private static IEnumerable<string> Refusals(IConfiguration configuration, Section section)
    {
        var options = configuration.GetSection(section.Name).Get(section.Options) ?? Activator.CreateInstance(section.Options)!;
        return options is IValidatableObject rules ? rules.Validate(new ValidationContext(options)).Select(r => r.ErrorMessage!) : [];
    }

    // What only two sections together can say.
    private static IEnumerable<string> TogetherRefused(IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = configuration.Read<DatabaseOptions>(DatabaseOptions.Section).Provider;
        if (KongressDatabase.Refusal(provider, configuration[$"{ConnectionOptions.Section}:{nameof(ConnectionOptions.Kongress)}"]) is { } refusal) yield return refusal;

        var stage = configuration.Read<DemoOptions>(DemoOptions.Section).Stage;
        if (stage is not DemoStage.None && environment.IsProduction()) yield return $"Demo:Stage must be None in the Production environment, as the passwords of demo accounts are public; it is \"{stage}\".";
    }

    private static Section Of<T>(string name) where T : class => new(name, typeof(T), services => services.AddOptions<T>().BindConfiguration(name));
}
