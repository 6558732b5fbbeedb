namespace Kongress.Shared;

/// <summary>Placeholder until the DIN 91379 table is merged.</summary>
public static class SearchForm
{
    public static string Index(params string?[] parts) => string.Join(' ', parts).ToUpperInvariant();
}
