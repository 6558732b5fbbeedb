using System.ComponentModel.DataAnnotations;

namespace Kongress.Web.Pages.Organiser.Programme;

/// <summary>Addresses of the web, one a line. Empty passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressesAttribute(int most) : ValidationAttribute
{
    /// <summary>Only https; otherwise http too.</summary>
    public bool OnlyHttps { get; set; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var lines = (value as string ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var wrong = lines.FirstOrDefault(line => !Uri.TryCreate(line, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (!OnlyHttps && uri.Scheme == Uri.UriSchemeHttp)));
        var problem = wrong is not null ? $"„{(wrong.Length > 80 ? wrong[..80] + "…" : wrong)}“ ist keine vollständige Adresse. Sie beginnt mit https://."
            : lines.Length > most ? $"Möglich sind höchstens {most} Adressen, jede in einer eigenen Zeile." : null;
        return problem is null ? ValidationResult.Success : new ValidationResult(problem, validationContext.MemberName is { } member ? [member] : null);
    }
}
