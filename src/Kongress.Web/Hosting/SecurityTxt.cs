using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kongress.Shared;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Hosting;

/// <summary>Section "SecurityTxt": whom somebody tells who found a weakness (RFC 9116).</summary>
public sealed class SecurityTxtOptions : IValidatableObject
{
    public const string Section = "SecurityTxt";

    /// <summary>"mailto:…" or "https://…". Empty: there is no security.txt.</summary>
    public string Contact { get; set; } = "";

    /// <summary>When the entry ends, with its offset ("2027-12-31T00:00:00Z"); at most a year ahead is recommended. Required with a contact.</summary>
    public DateTimeOffset? Expires { get; set; }

    /// <summary>Address of the policy for reports; optional.</summary>
    public string Policy { get; set; } = "";

    public string PreferredLanguages { get; set; } = "de, en";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Contact.Length == 0) yield break;
        if (!IsAddress(Contact, "mailto", "https")) yield return new ValidationResult($"{Section}:{nameof(Contact)} must be an address that begins with mailto: or https:; it is \"{Contact}\".");
        if (Expires is null) yield return new ValidationResult($"{Section}:{nameof(Expires)} is required where {Section}:{nameof(Contact)} is set, for example 2027-12-31T00:00:00Z.");
        if (Policy.Length > 0 && !IsAddress(Policy, "https")) yield return new ValidationResult($"{Section}:{nameof(Policy)} must be an address that begins with https:; it is \"{Policy}\".");
        if (PreferredLanguages.Any(char.IsControl)) yield return new ValidationResult($"{Section}:{nameof(PreferredLanguages)} must be one line such as \"de, en\".");
    }

    private static bool IsAddress(string text, params string[] schemes) =>
        !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme);
}

internal static class SecurityTxt
{
    public const string Address = "/.well-known/security.txt";

    public static void AddSecurityTxt(this IServiceCollection services) => services.AddHostedService<ExpiryWatch>();

    public static void MapSecurityTxt(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, (IOptions<SecurityTxtOptions> options, IOptions<SiteOptions> site) =>
        options.Value.Contact.Length == 0 ? Results.NotFound() : Results.Text(Write(options.Value, site.Value.PublicUrl.TrimEnd('/')), "text/plain; charset=utf-8")).AllowAnonymous();

    private static string Write(SecurityTxtOptions options, string site)
    {
        string?[] lines =
        [
            $"Contact: {options.Contact}",
            $"Expires: {options.Expires!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
            $"Preferred-Languages: {options.PreferredLanguages}",
            $"Canonical: {site}{Address}",
            options.Policy.Length > 0 ? $"Policy: {options.Policy}" : null,
        ];
        return string.Join("\n", lines.Where(line => line is not null)) + "\n";
    }

    // An entry that has ended counts as none: whoever runs Kongress learns it a month before, each day anew.
    private sealed class ExpiryWatch(IOptions<SecurityTxtOptions> options, TimeProvider clock, ILogger<ExpiryWatch> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            if (options.Value.Expires is not { } expires) return;
            using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);
            do
            {
                if (expires - clock.GetUtcNow() < TimeSpan.FromDays(30)) log.LogWarning("The security.txt of this site ends on {Expires:yyyy-MM-dd}: check the contact and move SecurityTxt:Expires.", expires);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
    }
}
