namespace Kongress.Shared;

/// <summary>Domains of mail addresses, and lists of them.</summary>
public static class MailDomain
{
    /// <summary>What stands after the last @: "bmi.bund.de".</summary>
    public static string Of(string email) => email[(email.LastIndexOf('@') + 1)..];

    /// <summary>Whether the domain is the other or one below it: "bmi.bund.de" is within "bund.de".</summary>
    public static bool IsWithin(string domain, string other) =>
        domain.Equals(other, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The domains of a typed list, in lower case, each once; however they are separated, and with "@", "*." or "." before them or without. They may be wrong.</summary>
    public static IEnumerable<string> Read(string typed) => typed
        .Split(['\n', '\r', ',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.TrimStart('@', '*', '.').ToLowerInvariant()).Distinct();

    /// <summary>Whether there can be addresses of it: there are none of "bund" or "de" alone.</summary>
    public static bool IsDomain(string line) => MailAddressAttribute.IsMailAddress("post@" + line);
}
