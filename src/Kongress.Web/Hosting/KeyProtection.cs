using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kongress.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Kongress.Web.Hosting;

/// <summary>Section "DataProtection" of the settings: with what the keys of the cookies are encrypted in the database.</summary>
public sealed class KeyProtectionOptions : IValidatableObject
{
    public const string Section = "DataProtection";

    /// <summary>A PKCS#12 file (.pfx, .p12) with its private key, the same on every web node. Empty (default): the keys lie in the database as they are.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The password of the file; empty for one without.</summary>
    public string Password { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CertificateFile.Length == 0) yield break;
        if (!File.Exists(CertificateFile)) yield return new ValidationResult($"{Section}:{nameof(CertificateFile)} must be a PKCS#12 file; there is none at \"{CertificateFile}\".");
        else if (!IsUsable()) yield return new ValidationResult($"{Section}:{nameof(CertificateFile)} must be a PKCS#12 file with a private key that {Section}:{nameof(Password)} opens; \"{CertificateFile}\" is not.");
    }

    /// <exception cref="CryptographicException">The file is no PKCS#12, or the password is wrong.</exception>
    public X509Certificate2 Load() => X509CertificateLoader.LoadPkcs12FromFile(CertificateFile, Password);

    private bool IsUsable()
    {
        try
        {
            using var certificate = Load();
            return certificate.HasPrivateKey;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

internal static class KeyProtection
{
    /// <summary>Keeps the keys of the cookies in the database, for all web nodes, and encrypts them where the settings name a certificate.</summary>
    public static void AddKeyProtection(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("Kongress").PersistKeysToDbContext<KongressDb>();
        var options = configuration.Read<KeyProtectionOptions>(KeyProtectionOptions.Section);
        if (options.CertificateFile.Length > 0) keys.ProtectKeysWithCertificate(options.Load());
    }
}
