using System.ComponentModel.DataAnnotations;

namespace Kongress.Mail;

/// <summary>Section "Mail" of the settings.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The sender's address. Its domain needs SPF, DKIM and DMARC for the mail server below.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "kongress@localhost.localdomain";

    /// <summary>Folder for .eml files; used when no SMTP server is named. Relative to the working folder.</summary>
    public string Pickup { get; set; } = "data/mails";

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Section "Mail:Smtp".</summary>
public sealed class SmtpOptions
{
    /// <summary>Name of the mail server. Empty: mails go into the pickup folder.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Required (STARTTLS, default), Implicit (TLS from the first byte, port 465) or None (only towards a server on the same machine).</summary>
    [EnumDataType(typeof(SmtpTls))]
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
