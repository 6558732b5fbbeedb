using Microsoft.AspNetCore.Identity;

namespace Kongress.Accounts;

/// <summary>Passwords of staff: at least twelve characters, as a second factor and a lock-out go with them (BSI); long rather than odd; nothing that is guessed first.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    // Beginnings of what stands at the top of every list of leaked passwords, German ones included.
    private static readonly string[] Trivial =
        ["passwort", "password", "kongress", "12345", "123123", "qwertz", "qwerty", "asdf", "hallo", "geheim", "willkommen", "welcome", "schalke", "iloveyou", "admin", "abc123", "sommer20", "winter20", "fruehling", "start123"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refusal(password ?? "", user.Email ?? "") is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = refusal })
            : IdentityResult.Success);

    /// <summary>Why a password is refused, in German; null when it is good.</summary>
    public static string? Refusal(string password, string email)
    {
        var lower = password.ToLowerInvariant();
        if (password.Length < MinLength) return $"Bitte wählen Sie ein Passwort mit mindestens {MinLength} Zeichen. Ein Satz ist leichter zu merken als Sonderzeichen.";
        if (password.Length > MaxLength) return $"Bitte wählen Sie ein Passwort mit höchstens {MaxLength} Zeichen.";
        if (lower.Distinct().Count() < 6) return "Bitte verwenden Sie mehr verschiedene Zeichen.";
        if (Trivial.Any(start => lower.StartsWith(start, StringComparison.Ordinal))) return "Dieses Passwort wird zu oft verwendet und als Erstes geraten. Bitte wählen Sie ein anderes.";
        var name = email.Split('@')[0].ToLowerInvariant();
        return name.Length >= 4 && lower.Contains(name, StringComparison.Ordinal) ? "Bitte verwenden Sie nicht Ihre E-Mail-Adresse im Passwort." : null;
    }
}
