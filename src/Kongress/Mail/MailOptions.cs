using System.ComponentModel.DataAnnotations;
using Kongress.Shared;

namespace Kongress.Mail;

/// <summary>Section "Mail" of the settings.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The sender's address. Its domain needs SPF, DKIM and DMARC for the mail server below.</summary>
    public string From { get; set; } = "kongress@localhost.localdomain";

    /// <summary>Folder for .eml files; used when no SMTP server is named. Relative to the working folder.</summary>
    public string Pickup { get; set; } = "data/mails";

    /// <summary>Days after which sent, failed and stopped mails are deleted, 30 to 3650. Those about a registration go with it at the latest.</summary>
    [Range(30, 3650)]
    public int KeepDays { get; set; } = 180;

    public SmtpOptions Smtp { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailAddressAttribute.IsMailAddress(From)) yield return new ValidationResult($"{Section}:{nameof(From)} must be a mail address such as kongress@example.org; it is \"{From}\".");
        if (Smtp.Host.Length == 0 && Pickup.Length == 0) yield return new ValidationResult($"{Section}:{nameof(Pickup)} must name a folder where {Section}:Smtp:Host names no server.");
        if (Smtp.Host.Length > 0 && Uri.CheckHostName(Smtp.Host) is UriHostNameType.Unknown) yield return new ValidationResult($"{Section}:Smtp:Host must be the name or IP address of a server; it is \"{Smtp.Host}\".");
        if (Smtp.User.Length > 0 && Smtp.Password.Length == 0) yield return new ValidationResult($"{Section}:Smtp:Password is required where {Section}:Smtp:User is set.");
        if (Smtp.User.Length == 0 && Smtp.Password.Length > 0) yield return new ValidationResult($"{Section}:Smtp:User is required where {Section}:Smtp:Password is set.");
    }
}

/// <summary>Section "Mail:Smtp".</summary>
public sealed class SmtpOptions
{
    /// <summary>Name of the mail server. Empty: mails go into the pickup folder.</summary>
    public string Host { get; set; } = "";

    /// <summary>1 to 65535.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Required (STARTTLS, default), Implicit (TLS from the first byte, port 465) or None (only towards a server on the same machine).</summary>
    public SmtpTls Tls { get; set; } = SmtpTls.Required;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Seconds to wait for an answer of the server, 1 to 300.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;
}

public enum SmtpTls
{
    Required,
    Implicit,
    None,
}
