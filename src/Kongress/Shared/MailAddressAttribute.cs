using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Kongress.Shared;

/// <summary>An address that a mail server will take: ASCII, one @, a domain with a dot, at most 254 characters (RFC 5321). Empty passes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class MailAddressAttribute : ValidationAttribute
{
    private const string Message = "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel vorname.nachname@behoerde.de.";

    public static bool IsMailAddress(string? typed) => typed is { Length: > 0 and <= 254 } && Pattern().IsMatch(typed.Trim());

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string { Length: > 0 } typed || IsMailAddress(typed)) return ValidationResult.Success;
        var text = validationContext.GetService<IStringLocalizer<Texts>>();
        return new ValidationResult(text is null ? Message : text[Message], validationContext.MemberName is null ? null : [validationContext.MemberName]);
    }

    // Quoted local parts and address literals exist in the standard and nowhere in the public service.
    // No time limit: no character fits in two places and the text is short, whereas a clock runs out on a machine that stands still for a moment.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
