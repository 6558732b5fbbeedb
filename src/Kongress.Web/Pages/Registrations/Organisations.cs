using Kongress.Data;
using Kongress.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Kongress.Web.Pages.Registrations;

/// <summary>Suggestions for the field Organisation: the great authorities, and what several people have typed already.</summary>
/// <remarks>A name appears from three registrations on, so that the list tells of nobody in particular. Kept for ten minutes.</remarks>
public sealed class Organisations(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);
    private volatile IReadOnlyList<string> known = WellKnown;
    private long refreshedAt;

    public IReadOnlyList<string> Known => known;

    public async Task RefreshAsync(CancellationToken ct)
    {
        var before = Interlocked.Read(ref refreshedAt);
        if (before != 0 && clock.GetElapsedTime(before) < MaxAge) return;
        if (Interlocked.CompareExchange(ref refreshedAt, clock.GetTimestamp(), before) != before) return;

        await using var scope = scopes.CreateAsyncScope();
        var typed = await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<Registration>()
            .Where(r => r.ActiveEmail != null)
            .GroupBy(r => r.Person.Organisation)
            .Where(group => group.Count() >= 3)
            .OrderByDescending(group => group.Count())
            .Take(200)
            .Select(group => group.Key)
            .ToListAsync(ct);
        known = [.. WellKnown.Union(typed, StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture)];
    }

    private static readonly IReadOnlyList<string> WellKnown =
    [
        "Auswärtiges Amt", "Bundesagentur für Arbeit", "Bundesamt für Sicherheit in der Informationstechnik", "Bundeskanzleramt",
        "Bundesministerium der Finanzen", "Bundesministerium der Justiz und für Verbraucherschutz", "Bundesministerium der Verteidigung",
        "Bundesministerium des Innern", "Bundesministerium für Arbeit und Soziales", "Bundesministerium für Digitales und Staatsmodernisierung",
        "Bundesministerium für Gesundheit", "Bundesverwaltungsamt", "Dataport AöR", "Deutsche Rentenversicherung Bund", "Deutscher Landkreistag",
        "Deutscher Städte- und Gemeindebund", "Deutscher Städtetag", "FITKO – Föderale IT-Kooperation", "Hessische Zentrale für Datenverarbeitung",
        "Informationstechnikzentrum Bund", "IT-Dienstleistungszentrum Berlin", "IT.Niedersachsen", "Landesbetrieb IT.NRW", "Statistisches Bundesamt",
        "Zentrum für Digitale Souveränität der Öffentlichen Verwaltung",
    ];
}
