using System.ComponentModel.DataAnnotations;

namespace Kongress.Shared;

/// <summary>Section "Site" of the settings: where this installation is reached.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Site";

    /// <summary>The address under which people reach Kongress, with http:// or https:// and no path; links in mails begin with it.</summary>
    public string PublicUrl { get; set; } = "http://localhost:5080";

    /// <summary>A page of this installation as people open it from outside: in a mail, a calendar, a QR code.</summary>
    /// <param name="address">One of <see cref="Addresses"/>.</param>
    /// <param name="secret">Becomes part of the path.</param>
    public string Url(string address, string? secret = null) => PublicUrl.TrimEnd('/') + (secret is null ? address : Addresses.WithSecret(address, secret));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.PathAndQuery == "/" && url.Fragment.Length == 0 && url.UserInfo.Length == 0) yield break;
        yield return new ValidationResult($"{Section}:{nameof(PublicUrl)} must be an address such as https://kongress.example.org, with http:// or https:// and no path; it is \"{PublicUrl}\".");
    }
}
