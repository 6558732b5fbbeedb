using Kongress.Shared;

namespace Kongress.Conferences;

/// <summary>Start texts of the legal pages: what the law wants said, with gaps in [square brackets] for what only the host knows.</summary>
public static class ConferenceDefaults
{
    /// <summary>Gives every legal page that is still empty its start text.</summary>
    public static void Fill(Conference conference)
    {
        foreach (var kind in Enum.GetValues<ConferencePageKind>())
        {
            var page = conference.Page(kind);
            if (page.Text.Length == 0) page.Text = Text(kind, conference);
        }
    }

    /// <summary>The German start text of a page, filled with what the edition says of itself.</summary>
    public static string Text(ConferencePageKind kind, Conference conference)
    {
        using var stream = typeof(ConferenceDefaults).Assembly.GetManifestResourceStream($"Kongress.Conferences.Defaults.{kind}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{Name}", conference.Name, StringComparison.Ordinal)
            .Replace("{Motto}", conference.Motto, StringComparison.Ordinal)
            .Replace("{Host}", Or(conference.Host, "[Name des ausrichtenden Ministeriums]"), StringComparison.Ordinal)
            .Replace("{HostLand}", conference.HostLand == default ? "[Land]" : conference.HostLand.Name(), StringComparison.Ordinal)
            .Replace("{Dates}", Or(conference.DatesText, "[Datum]"), StringComparison.Ordinal)
            .Replace("{Venue}", Or(conference.VenueName, "[Ort]"), StringComparison.Ordinal)
            .Replace("{Address}", Or(conference.VenueAddress.ReplaceLineEndings(", "), "[Anschrift]"), StringComparison.Ordinal)
            .Replace("{Email}", Or(conference.ContactEmail, "[E-Mail-Adresse]"), StringComparison.Ordinal)
            .Replace("{Phone}", Or(conference.ContactPhone, "[Telefonnummer]"), StringComparison.Ordinal)
            .Replace("{AccessEmail}", Or(conference.AccessibilityContactEmail, Or(conference.ContactEmail, "[E-Mail-Adresse]")), StringComparison.Ordinal)
            .Replace("{AccessPhone}", Or(conference.AccessibilityContactPhone, "[Telefonnummer]"), StringComparison.Ordinal)
            .Replace("{KeepUnconfirmed}", $"{conference.KeepUnconfirmedDays} Tage", StringComparison.Ordinal)
            .Replace("{KeepEnded}", $"{conference.KeepEndedDays} Tage", StringComparison.Ordinal)
            .Replace("{KeepHealth}", $"{conference.KeepHealthDays} Tage", StringComparison.Ordinal)
            .Replace("{KeepScans}", $"{conference.KeepScansDays} Tage", StringComparison.Ordinal)
            .Replace("{KeepRegistrations}", $"{conference.KeepRegistrationsDays} Tage", StringComparison.Ordinal);
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
