using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Kongress.Accounts;

/// <summary>The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds), by the clock of the product. A code works once.</summary>
public sealed class AuthenticatorCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    // Identity keeps the app's key beside it, under a name of its own; all of them go when the second factor is reset.
    private const string Keeper = "[Kongress]";
    private const string LastStep = "LastTimeStep";
    private const int SecondsPerStep = 30;

    // The clock of a telephone may be wrong by one step (RFC 6238, 5.2).
    private const int Tolerance = 1;

    /// <summary>The app makes the codes, never we.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };

    /// <summary>Whether the code is right now and newer than the last that was accepted (RFC 6238: never the same one again).</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key) return false;
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / SecondsPerStep;
        var used = long.TryParse(await manager.GetAuthenticationTokenAsync(user, Keeper, LastStep), CultureInfo.InvariantCulture, out var last) ? last : 0;
        var secret = Secret(key);
        for (var step = Math.Max(now - Tolerance, used + 1); step <= now + Tolerance; step++)
        {
            // Two who send the same code at once: the account's version lets only one of them keep the step.
            if (Code(secret, step) == token) return (await manager.SetAuthenticationTokenAsync(user, Keeper, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
        }

        return false;
    }

    /// <summary>The code of one time step (RFC 4226, 5.3).</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 is what every authenticator app speaks, and as an HMAC it holds.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The bytes of a key as Identity writes it: base32 (RFC 4648) without padding.</summary>
    public static byte[] Secret(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new byte[key.Length * 5 / 8];
        var (buffer, bits, next) = (0, 0, 0);
        foreach (var letter in key)
        {
            buffer = (buffer << 5 | alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[next++] = (byte)(buffer >> bits);
        }

        return bytes;
    }
}
