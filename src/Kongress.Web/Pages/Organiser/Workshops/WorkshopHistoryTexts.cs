using System.Globalization;
using System.Text.RegularExpressions;
using Kongress.Shared;
using Kongress.Workshops;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>What was changed about the seats of a workshop, in words. The log holds names of fields and values.</summary>
internal static partial class WorkshopHistoryTexts
{
    /// <summary>A part that is not known here, such as a reason, is shown as it is stored.</summary>
    public static string Detail(string detail, ConferenceTime time) => string.Join("; ", detail.Split("; ").Select(part => Part(part, time)));

    private static string Part(string part, ConferenceTime time)
    {
        if (part == "Paused") return "Warteliste angehalten";
        if (part == "Resumed") return "Warteliste läuft wieder";
        if (Changed().Match(part) is not { Success: true } change || Label(change.Groups[1].Value) is not { } label) return part;
        var (from, to) = (Value(change.Groups[1].Value, change.Groups[2].Value, time), Value(change.Groups[1].Value, change.Groups[3].Value, time));
        return from == to ? $"{label}: {to}" : $"{label}: {from} → {to}";
    }

    private static string? Label(string field) => field switch
    {
        "Seats" => "Plätze",
        "MostWaiting" => "Warteliste höchstens",
        "Mode" => "Vergabe",
        "OpensAt" => "Eintragen ab",
        "ClosesAt" => "Eintragen bis",
        "Promotion" => "Nachrücken",
        "OfferHours" => "Stunden für ein Angebot",
        "StopMinutes" => "Minuten vor Beginn, ab denen niemand nachrückt",
        "ReleaseMinutes" => "Minuten nach Beginn, ab denen leere Plätze weitergehen",
        "NeedsDay" => "Nur, wer an dem Tag kommt",
        "KeptSeats" => "Freigehaltene Plätze",
        "KeptUntil" => "Freigehalten bis",
        "Levels" => "Ebenen",
        "Lands" => "Länder",
        "KeptLevels" => "Freigehalten für Ebenen",
        "KeptLands" => "Freigehalten für Länder",
        _ => null,
    };

    private static string Value(string field, string value, ConferenceTime time) => field switch
    {
        "Seats" when value == "–" => "wie im Programm",
        "Levels" or "Lands" when value == "–" => "alle",
        _ when value == "–" => value,
        "Mode" when Enum.TryParse<SeatMode>(value, out var mode) => mode is SeatMode.Allotment ? "nach Wünschen" : "der Reihe nach",
        "Promotion" when Enum.TryParse<Promotion>(value, out var promotion) => promotion is Promotion.ByOffer ? "mit Angebot" : "sofort",
        "NeedsDay" => value == bool.TrueString ? "ja" : "nein",
        "OpensAt" or "ClosesAt" or "KeptUntil" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => time.DayAndTime(at),
        "Levels" or "KeptLevels" => string.Join(", ", value.Split(',').Select(name => Enum.TryParse<AdministrativeLevel>(name, out var level) ? level.Name() : name)),
        "Lands" or "KeptLands" => string.Join(", ", value.Split(',').Select(name => Enum.TryParse<Land>(name, out var land) ? land.Name() : name)),
        _ => value,
    };

    [GeneratedRegex("^([A-Za-z]+) (.*) → (.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Changed();
}
