using System.Text.RegularExpressions;
using Kongress.Mail;
using MimeKit;

namespace Kongress.Tests.Hosting;

/// <summary>Reads mails as their recipients do.</summary>
public static partial class Letters
{
    public static MimeMessage Read(OutgoingMail mail)
    {
        using var stream = new MemoryStream(mail.Content);
        return MimeMessage.Load(stream);
    }

    /// <summary>The first link with a secret in the plain text.</summary>
    public static string Link(OutgoingMail mail) => LinkPattern().Match(Read(mail).TextBody!).Value;

    public static string Secret(OutgoingMail mail) => Link(mail).Split('/')[^1];

    /// <summary>The six digits to be typed.</summary>
    public static string Code(OutgoingMail mail) => CodePattern().Match(Read(mail).TextBody!).Value.Trim();

    [GeneratedRegex(@"(?m)^\s*\d{6}\s*$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"https?://\S+/[2-9A-HJ-NP-Z]{26}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LinkPattern();
}
