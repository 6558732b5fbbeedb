using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Organiser.Conferences;

/// <summary>Longest texts; a statement of accessibility has about 8 000 characters.</summary>
internal static class Longest
{
    public const int Markdown = 50_000;
    public const string Message = "Bitte kürzen Sie den Text auf {1} Zeichen.";
}

public sealed class GeneralInput : SectionInput
{
    [Display(Name = "Nummer"), Required(ErrorMessage = "Bitte geben Sie die Nummer des Kongresses ein, zum Beispiel 15."), Range(1, 999, ErrorMessage = "Die Nummer liegt zwischen {1} und {2}.")]
    public int? Number { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Bitte geben Sie den Namen ein, zum Beispiel 15. IT-Planungskongress."), StringLength(100, ErrorMessage = Longest.Message)]
    public string? Name { get; set; }

    [Display(Name = "Motto"), StringLength(200, ErrorMessage = Longest.Message)]
    public string? Motto { get; set; }

    [Display(Name = "Ausrichtendes Land"), Required(ErrorMessage = "Bitte wählen Sie das ausrichtende Land.")]
    public Land? HostLand { get; set; }

    [Display(Name = "Einladende Behörde"), StringLength(200, ErrorMessage = Longest.Message)]
    public string? Host { get; set; }

    [Display(Name = "Begrüßung auf der Startseite"), StringLength(Longest.Markdown, ErrorMessage = Longest.Message)]
    public string? Welcome { get; set; }

    [Display(Name = "Text der amtlichen Kopfzeile"), StringLength(200, ErrorMessage = Longest.Message)]
    public string? OfficialHeader { get; set; }

    public static GeneralInput From(Conference c) => new()
    {
        Version = c.Version,
        Number = c.Number,
        Name = c.Name,
        Motto = c.Motto,
        HostLand = c.HostLand,
        Host = c.Host,
        Welcome = c.Welcome,
        OfficialHeader = c.OfficialHeader,
    };

    public ConferenceEdit.General ToEdit() => new(Number!.Value, Clean.Line(Name), Clean.Line(Motto), HostLand!.Value, Clean.Line(Host), Clean.Text(Welcome), Clean.Line(OfficialHeader));
}

public sealed class VenueInput : SectionInput
{
    [Display(Name = "Name des Ortes"), Required(ErrorMessage = "Bitte geben Sie ein, wo der Kongress stattfindet."), StringLength(200, ErrorMessage = Longest.Message)]
    public string? VenueName { get; set; }

    [Display(Name = "Anschrift"), StringLength(500, ErrorMessage = Longest.Message)]
    public string? VenueAddress { get; set; }

    [Display(Name = "Anreise"), StringLength(Longest.Markdown, ErrorMessage = Longest.Message)]
    public string? Directions { get; set; }

    [Display(Name = "Zeitzone"), Required(ErrorMessage = "Bitte geben Sie die Zeitzone ein, für Deutschland Europe/Berlin."), StringLength(60, ErrorMessage = Longest.Message)]
    public string? TimeZone { get; set; } = "Europe/Berlin";

    public static VenueInput From(Conference c) => new() { Version = c.Version, VenueName = c.VenueName, VenueAddress = c.VenueAddress, Directions = c.Directions, TimeZone = c.TimeZone };

    public ConferenceEdit.Venue ToEdit() => new(Clean.Line(VenueName), Clean.Text(VenueAddress), Clean.Text(Directions), Clean.Line(TimeZone));
}

public sealed class RegistrationInput : SectionInput
{
    [Display(Name = "Anmeldung öffnet"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein.")]
    public DateTime? OpensAt { get; set; }

    [Display(Name = "Anmeldung schließt"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein.")]
    public DateTime? ClosesAt { get; set; }

    [Display(Name = "Änderungen und Vertretungen möglich bis"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein.")]
    public DateTime? ChangeDeadline { get; set; }

    [Display(Name = "Stunden, um die Adresse zu bestätigen"), Required(ErrorMessage = "Bitte geben Sie eine Zahl ein."), Range(1, 336, ErrorMessage = "Möglich sind {1} bis {2} Stunden.")]
    public int? HoldHours { get; set; }

    [Display(Name = "Stunden, um ein Nachrückangebot anzunehmen"), Required(ErrorMessage = "Bitte geben Sie eine Zahl ein."), Range(1, 336, ErrorMessage = "Möglich sind {1} bis {2} Stunden.")]
    public int? OfferHours { get; set; }

    public static RegistrationInput From(Conference c) => new()
    {
        Version = c.Version,
        OpensAt = c.Time.Local(c.RegistrationOpensAt),
        ClosesAt = c.Time.Local(c.RegistrationClosesAt),
        ChangeDeadline = c.Time.Local(c.ChangeDeadline),
        HoldHours = c.HoldHours,
        OfferHours = c.OfferHours,
    };

    public ConferenceEdit.Registration ToEdit() => new(OpensAt!.Value, ClosesAt!.Value, ChangeDeadline!.Value, HoldHours!.Value, OfferHours!.Value);
}

public sealed class AdmissionInput : SectionInput
{
    [Display(Name = "Zugelassene E-Mail-Domänen"), StringLength(Longest.Markdown, ErrorMessage = Longest.Message)]
    public string? AdmittedDomains { get; set; }

    public ConferenceEdit.Admission ToEdit() => new(Clean.Text(AdmittedDomains));
}

public sealed class ContactsInput : SectionInput
{
    [Display(Name = "E-Mail-Adresse der Organisation"), Required(ErrorMessage = "Bitte geben Sie eine E-Mail-Adresse ein: Sie steht auf jeder Seite und in jeder Nachricht."), MailAddress]
    public string? Email { get; set; }

    [Display(Name = "Telefon"), StringLength(40, ErrorMessage = Longest.Message)]
    public string? Phone { get; set; }

    [Display(Name = "Name der Person oder Stelle"), StringLength(200, ErrorMessage = Longest.Message)]
    public string? AccessibilityName { get; set; }

    [Display(Name = "E-Mail-Adresse für Fragen zur Barrierefreiheit"), MailAddress]
    public string? AccessibilityEmail { get; set; }

    [Display(Name = "Telefon für Fragen zur Barrierefreiheit"), StringLength(40, ErrorMessage = Longest.Message)]
    public string? AccessibilityPhone { get; set; }

    public static ContactsInput From(Conference c) => new()
    {
        Version = c.Version,
        Email = c.ContactEmail,
        Phone = c.ContactPhone,
        AccessibilityName = c.AccessibilityContactName,
        AccessibilityEmail = c.AccessibilityContactEmail,
        AccessibilityPhone = c.AccessibilityContactPhone,
    };

    public ConferenceEdit.Contacts ToEdit() => new(Clean.Line(Email), Clean.Line(Phone), Clean.Line(AccessibilityName), Clean.Line(AccessibilityEmail), Clean.Line(AccessibilityPhone));
}

public sealed class InterpretingInput : SectionInput
{
    [Display(Name = "Letzter Tag zum Bestellen")]
    public DateOnly? OrderBy { get; set; }

    [Display(Name = "Dolmetschen in Deutsche Gebärdensprache ist bestellt.")]
    public bool SignLanguageOrdered { get; set; }

    [Display(Name = "Schriftdolmetschen ist bestellt.")]
    public bool SpeechToTextOrdered { get; set; }

    public ConferenceEdit.Interpreting ToEdit() => new(OrderBy, SignLanguageOrdered, SpeechToTextOrdered);
}

public sealed class RetentionInput : SectionInput
{
    private const string Days = "Möglich sind {1} bis {2} Tage.";
    private const string Missing = "Bitte geben Sie eine Zahl ein.";

    [Display(Name = "Nicht bestätigte Anmeldungen"), Required(ErrorMessage = Missing), Range(1, 90, ErrorMessage = Days)]
    public int? Unconfirmed { get; set; }

    [Display(Name = "Angaben zu Ernährung und Unterstützung"), Required(ErrorMessage = Missing), Range(0, 90, ErrorMessage = Days)]
    public int? Health { get; set; }

    [Display(Name = "Abgelehnte, stornierte und verfallene Anmeldungen"), Required(ErrorMessage = Missing), Range(0, 365, ErrorMessage = Days)]
    public int? Ended { get; set; }

    [Display(Name = "Einlasszeiten"), Required(ErrorMessage = Missing), Range(0, 365, ErrorMessage = Days)]
    public int? Scans { get; set; }

    [Display(Name = "Anmeldungen"), Required(ErrorMessage = Missing), Range(1, 730, ErrorMessage = Days)]
    public int? Registrations { get; set; }

    public static RetentionInput From(Conference c) => new()
    {
        Version = c.Version,
        Unconfirmed = c.KeepUnconfirmedDays,
        Health = c.KeepHealthDays,
        Ended = c.KeepEndedDays,
        Scans = c.KeepScansDays,
        Registrations = c.KeepRegistrationsDays,
    };

    public ConferenceEdit.Retention ToEdit() => new(Unconfirmed!.Value, Ended!.Value, Health!.Value, Scans!.Value, Registrations!.Value);
}

public sealed class LegalPageInput : SectionInput
{
    [Display(Name = "Text"), StringLength(Longest.Markdown, ErrorMessage = Longest.Message)]
    public string? Text { get; set; }

    [Display(Name = "Englischer Text"), StringLength(Longest.Markdown, ErrorMessage = Longest.Message)]
    public string? EnglishText { get; set; }
}
