using System.ComponentModel.DataAnnotations;
using Kongress.Shared;
using Kongress.Speakers;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Organiser.Programme.Speakers;

/// <summary>A person of the programme as typed.</summary>
public sealed class SpeakerInput : IValidatableObject
{
    private const string TooLong = "Bitte kürzen Sie den Text auf {1} Zeichen.";

    public Guid Version { get; set; }

    [Display(Name = "Titel"), Din91379(Din91379Type.B, MaxLength = 60)]
    public string? Title { get; set; }

    [Display(Name = "Vorname"), Required(ErrorMessage = "Bitte geben Sie den Vornamen ein."), PersonName]
    public string? GivenName { get; set; }

    [Display(Name = "Nachname"), Required(ErrorMessage = "Bitte geben Sie den Nachnamen ein."), PersonName]
    public string? FamilyName { get; set; }

    [Display(Name = "Funktion"), StringLength(200, ErrorMessage = TooLong)]
    public string? Function { get; set; }

    [Display(Name = "Organisation"), Required(ErrorMessage = "Bitte geben Sie die Behörde oder Organisation ein."), StringLength(300, ErrorMessage = TooLong)]
    public string? Organisation { get; set; }

    [Display(Name = "Verwaltungsebene")]
    public AdministrativeLevel? Level { get; set; }

    [Display(Name = "Bundesland")]
    public Land? Land { get; set; }

    [Display(Name = "Geschlecht")]
    public Gender? Gender { get; set; }

    [Display(Name = "Kurzbiografie"), StringLength(2000, ErrorMessage = TooLong)]
    public string? Biography { get; set; }

    [Display(Name = "Links"), StringLength(1000, ErrorMessage = TooLong), WebAddresses(5)]
    public string? Links { get; set; }

    [Display(Name = "E-Mail-Adresse"), MailAddress]
    public string? Email { get; set; }

    [Display(Name = "Telefon"), StringLength(40, ErrorMessage = TooLong)]
    public string? Phone { get; set; }

    [Display(Name = "Name des Büros oder der Assistenz"), StringLength(200, ErrorMessage = TooLong)]
    public string? AssistantName { get; set; }

    [Display(Name = "E-Mail-Adresse des Büros"), MailAddress]
    public string? AssistantEmail { get; set; }

    [Display(Name = "Sprache der E-Mails"), RegularExpression("de|en", ErrorMessage = "Bitte wählen Sie eine Sprache aus der Liste.")]
    public string Language { get; set; } = "de";

    [Display(Name = "Technik"), StringLength(1000, ErrorMessage = TooLong)]
    public string? Equipment { get; set; }

    [Display(Name = "Unterstützung"), StringLength(1000, ErrorMessage = TooLong)]
    public string? Access { get; set; }

    [Display(Name = "Braucht einen stufenfreien Zugang zur Bühne")]
    public bool StepFree { get; set; }

    [Display(Name = "Braucht eine Dolmetscherin oder einen Dolmetscher")]
    public bool Interpreter { get; set; }

    [Display(Name = "Anreise"), StringLength(500, ErrorMessage = TooLong)]
    public string? Arrival { get; set; }

    [Display(Name = "Öffentlich mit Namen nennen")]
    public bool IsNamed { get; set; } = true;

    [Display(Name = "Hat zugestimmt, dass das Porträt auf der Website steht")]
    public bool PortraitConsent { get; set; }

    [Display(Name = "Aufzeichnung")]
    public RecordingConsent Recording { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Level is { } level && !Enum.IsDefined(level)) yield return new ValidationResult("Bitte wählen Sie eine Ebene aus der Liste.", [nameof(Level)]);
        if (Land is { } land && !Enum.IsDefined(land)) yield return new ValidationResult("Bitte wählen Sie ein Land aus der Liste.", [nameof(Land)]);
        if (Gender is { } gender && !Enum.IsDefined(gender)) yield return new ValidationResult("Bitte wählen Sie eine Angabe aus der Liste.", [nameof(Gender)]);
        if (!Enum.IsDefined(Recording)) yield return new ValidationResult("Bitte wählen Sie eine Angabe aus der Liste.", [nameof(Recording)]);
    }

    public static SpeakerInput From(Speaker speaker)
    {
        var (profile, contact, needs) = (speaker.Profile, speaker.Contact, speaker.Needs);
        return new SpeakerInput
        {
            Version = speaker.Version,
            Title = profile.Title,
            GivenName = profile.GivenName,
            FamilyName = profile.FamilyName,
            Function = profile.Function,
            Organisation = profile.Organisation,
            Level = profile.Level,
            Land = profile.Land,
            Gender = profile.Gender,
            Biography = profile.Biography,
            Links = profile.Links,
            Email = contact.Email,
            Phone = contact.Phone,
            AssistantName = contact.AssistantName,
            AssistantEmail = contact.AssistantEmail,
            Language = contact.Language,
            Equipment = needs.Equipment,
            Access = needs.Access,
            StepFree = needs.StepFree,
            Interpreter = needs.Interpreter,
            Arrival = needs.Arrival,
            IsNamed = speaker.IsNamed,
            PortraitConsent = speaker.PortraitConsentAt is not null,
            Recording = speaker.Recording,
        };
    }

    /// <summary>Call it only when the model is valid.</summary>
    public SpeakerEdit ToEdit() => new(
        new SpeakerProfile
        {
            Title = Name(Title, Din91379Type.B),
            GivenName = Name(GivenName, Din91379Type.A)!,
            FamilyName = Name(FamilyName, Din91379Type.A)!,
            Function = OrNull(Clean.Line(Function)),
            Organisation = Clean.Line(Organisation),
            Level = Level,
            Land = Land,
            Gender = Gender,
            Biography = Clean.Text(Biography),
            Links = Clean.Text(Links),
        },
        new SpeakerContact
        {
            Email = OrNull(Clean.Line(Email).ToLowerInvariant()),
            Phone = OrNull(Clean.Line(Phone)),
            AssistantName = OrNull(Clean.Line(AssistantName)),
            AssistantEmail = OrNull(Clean.Line(AssistantEmail).ToLowerInvariant()),
            Language = Language,
        },
        new SpeakerNeeds { Equipment = Clean.Text(Equipment), Access = Clean.Text(Access), StepFree = StepFree, Interpreter = Interpreter, Arrival = Clean.Text(Arrival) },
        IsNamed,
        PortraitConsent,
        Recording);

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static string? Name(string? typed, Din91379Type type) => string.IsNullOrWhiteSpace(typed) ? null : Din91379.Check(typed, type).Value;
}
