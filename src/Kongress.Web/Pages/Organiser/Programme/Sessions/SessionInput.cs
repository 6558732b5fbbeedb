using System.ComponentModel.DataAnnotations;
using Kongress.Programme;
using Kongress.Programme.Sessions;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Organiser.Programme.Sessions;

/// <summary>What is told about a session, and what it needs, as typed.</summary>
public sealed class SessionInput : IValidatableObject
{
    private const string TooLong = "Bitte kürzen Sie den Text auf {1} Zeichen.";
    private const string Missing = "Bitte geben Sie eine Zahl ein.";

    public Guid Version { get; set; }

    [Display(Name = "Format"), Required(ErrorMessage = "Bitte wählen Sie ein Format.")]
    public SessionKind? Kind { get; set; }

    [Display(Name = "Titel"), Required(ErrorMessage = "Bitte geben Sie einen Titel ein."), StringLength(SessionContent.TitleLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    [Display(Name = "Untertitel"), StringLength(SessionContent.TitleLength, ErrorMessage = TooLong)]
    public string? Subtitle { get; set; }

    [Display(Name = "Sprache"), Required(ErrorMessage = "Bitte wählen Sie die Sprache."), RegularExpression("de|en|fr", ErrorMessage = "Bitte wählen Sie eine Sprache aus der Liste.")]
    public string? Language { get; set; } = "de";

    [Display(Name = "Beschreibung"), StringLength(5000, ErrorMessage = TooLong)]
    public string? Abstract { get; set; }

    [Display(Name = "Thema")]
    public Guid? TrackId { get; set; }

    [Display(Name = "Zielgruppe")]
    public Audience Audience { get; set; }

    [Display(Name = "Dauer in Minuten"), Required(ErrorMessage = Missing), Range(5, 600, ErrorMessage = "Die Dauer liegt zwischen {1} und {2} Minuten.")]
    public int? Minutes { get; set; } = 60;

    [Display(Name = "Plätze, wenn sie begrenzt sind"), Range(1, 10_000, ErrorMessage = "Möglich sind {1} bis {2} Plätze.")]
    public int? Seats { get; set; }

    [Display(Name = "Erwartetes Publikum"), Range(0, 10_000, ErrorMessage = "Möglich sind {1} bis {2} Personen.")]
    public int? ExpectedAudience { get; set; }

    [Display(Name = "Ausstattung")]
    public IList<Equipment> Equipment { get; set; } = [];

    [Display(Name = "Der Raum muss stufenfrei sein")]
    public bool NeedsStepFree { get; set; }

    [Display(Name = "Es wird gedolmetscht")]
    public bool NeedsInterpreter { get; set; }

    [Display(Name = "Es wird aufgezeichnet")]
    public bool IsRecorded { get; set; }

    [Display(Name = "Adresse des Streams"), StringLength(500, ErrorMessage = TooLong), WebAddresses(1, OnlyHttps = true)]
    public string? StreamUrl { get; set; }

    [Display(Name = "Links"), StringLength(2000, ErrorMessage = TooLong), WebAddresses(10)]
    public string? Links { get; set; }

    [Display(Name = "Folien erbeten bis")]
    public DateOnly? SlidesDue { get; set; }

    [Display(Name = "Interne Notizen"), StringLength(4000, ErrorMessage = TooLong)]
    public string? Notes { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Minutes % 5 is not (0 or null)) yield return new ValidationResult("Die Dauer geht in Schritten von fünf Minuten.", [nameof(Minutes)]);
        if (Kind is { } kind && !Enum.IsDefined(kind)) yield return new ValidationResult("Bitte wählen Sie ein Format.", [nameof(Kind)]);
        if (!Enum.IsDefined(Audience)) yield return new ValidationResult("Bitte wählen Sie eine Zielgruppe.", [nameof(Audience)]);
        if (Clean.Line(Title).Length == 0 && Title is { Length: > 0 }) yield return new ValidationResult("Bitte geben Sie einen Titel ein.", [nameof(Title)]);
    }

    public static SessionInput From(Session session)
    {
        var c = session.Content;
        return new SessionInput
        {
            Version = session.Version,
            Kind = c.Kind,
            Title = c.Title,
            Subtitle = c.Subtitle,
            Language = c.Language,
            Abstract = c.Abstract,
            TrackId = c.TrackId,
            Audience = c.Audience,
            Minutes = c.Minutes,
            Seats = c.Seats,
            ExpectedAudience = c.ExpectedAudience,
            Equipment = [.. PlanTexts.Pieces.Where(e => c.Equipment.HasFlag(e))],
            NeedsStepFree = c.NeedsStepFree,
            NeedsInterpreter = c.NeedsInterpreter,
            IsRecorded = c.IsRecorded,
            StreamUrl = c.StreamUrl,
            Links = c.Links,
            SlidesDue = c.SlidesDue,
            Notes = session.InternalNotes,
        };
    }

    /// <summary>Call it only when the model is valid.</summary>
    public SessionContent ToContent() => new()
    {
        Kind = Kind!.Value,
        Title = Clean.Line(Title),
        Subtitle = Clean.Line(Subtitle),
        Language = Language!,
        Abstract = Clean.Text(Abstract),
        TrackId = TrackId,
        Audience = Audience,
        Minutes = Minutes!.Value,
        Seats = Seats,
        ExpectedAudience = ExpectedAudience,
        Equipment = Equipment.Where(Enum.IsDefined).Aggregate(Kongress.Programme.Equipment.None, (all, e) => all | e),
        NeedsStepFree = NeedsStepFree,
        NeedsInterpreter = NeedsInterpreter,
        IsRecorded = IsRecorded,
        StreamUrl = Clean.Line(StreamUrl),
        Links = Clean.Text(Links),
        SlidesDue = SlidesDue,
    };
}
