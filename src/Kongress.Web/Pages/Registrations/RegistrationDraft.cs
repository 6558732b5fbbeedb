using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Kongress.Web.Pages.Registrations;

/// <summary>What somebody has typed so far. It lives in their own browser, encrypted, for a day; nothing is stored with us before they submit.</summary>
public sealed class RegistrationDraft
{
    /// <summary>Makes a second press of the button the same submission.</summary>
    public Guid SubmissionId { get; init; } = Guid.CreateVersion7();

    public DateTimeOffset OpenedAt { get; init; }

    public string? Email { get; set; }

    public PersonInput Person { get; set; } = new();

    /// <summary>An invitation code as typed, or from a link; null: none.</summary>
    public string? Code { get; set; }

    /// <summary>The secret of a personal invitation; null: none.</summary>
    public string? Invitation { get; set; }

    /// <summary>Null until the second step was filled in.</summary>
    public AttendanceInput? Attendance { get; set; }

    /// <summary>Whether the first step was passed.</summary>
    public bool HasPerson { get; set; }
}

/// <summary>Keeps the draft in a cookie; several where the entries are long.</summary>
public sealed class RegistrationDrafts(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Name = "kongress-anmeldung";
    // Browsers and servers take some 32,000 characters of cookies; the longest entries that pass the checks need half as many as this.
    private const int Longest = 20_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("RegistrationDraft").ToTimeLimitedDataProtector();
    private readonly ChunkingCookieManager cookies = new() { ThrowForPartialCookies = false };

    /// <summary>The draft of this browser, or a new one; a cookie that is old, foreign or broken counts as none.</summary>
    public RegistrationDraft Open(HttpContext http)
    {
        if (cookies.GetRequestCookie(http, Name) is { } cookie)
        {
            try
            {
                return JsonSerializer.Deserialize<RegistrationDraft>(protector.Unprotect(cookie))!;
            }
            catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException or FormatException)
            {
                // Made with keys that are gone, or tampered with: the person starts anew.
            }
        }

        return new RegistrationDraft { OpenedAt = clock.GetUtcNow() };
    }

    /// <summary>Keeps the draft for a day. One that is too long for cookies is not kept: every later request would be refused with it.</summary>
    public void Keep(HttpContext http, RegistrationDraft draft)
    {
        var cookie = protector.Protect(JsonSerializer.Serialize(draft, Compact), Lifetime);
        if (cookie.Length <= Longest) cookies.AppendResponseCookie(http, Name, cookie, Options(http));
    }

    public void Forget(HttpContext http) => cookies.DeleteCookie(http, Name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Lifetime,
        Path = "/anmeldung",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
