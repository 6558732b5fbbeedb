using System.Security.Cryptography;
using System.Text;

namespace Kongress.Shared;

/// <summary>Random codes and what is stored of them.</summary>
public static class Secret
{
    // No 0/O, 1/I/L: people read codes aloud. Upper case and digits keep a QR code small (alphanumeric mode).
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A random code of <paramref name="length"/> characters, 4.95 bits each. 16 are enough for a ticket, 26 for a link.</summary>
    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>Six random digits, for a code that is typed from a mail. Only safe where attempts are counted.</summary>
    public static string NewDigits() => RandomNumberGenerator.GetString("0123456789", 6);

    /// <summary>What a database may keep of a secret: SHA-256 in hexadecimal, 64 characters. Enough, as the secrets are random and long.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Brings a typed or scanned code into the stored form: upper case, without blanks and hyphens. At most 200 characters are looked at.</summary>
    public static string Clean(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "";
        var clean = new StringBuilder(typed.Length);
        foreach (var c in typed.AsSpan(0, Math.Min(typed.Length, 200)))
        {
            if (char.IsAsciiLetterOrDigit(c)) clean.Append(char.ToUpperInvariant(c));
        }

        return clean.ToString();
    }

    /// <summary>The code in groups of four, as people read it: "K7QF-2MRD-…".</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));
}
