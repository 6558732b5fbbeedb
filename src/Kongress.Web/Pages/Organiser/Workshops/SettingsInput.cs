using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Shared;
using Kongress.Workshops;

namespace Kongress.Web.Pages.Organiser.Workshops;

/// <summary>The form of a workshop's seats and rules.</summary>
public sealed class SettingsInput
{
    private const string Number = "Bitte geben Sie eine Zahl ein.";

    public Guid Version { get; set; }

    [Display(Name = "Plätze"), Range(1, WorkshopSettings.MostSeats, ErrorMessage = "Möglich sind {1} bis {2} Plätze.")]
    public int? Seats { get; set; }

    [Display(Name = "Wie werden die Plätze vergeben?"), Required(ErrorMessage = "Bitte wählen Sie."), EnumDataType(typeof(SeatMode), ErrorMessage = "Bitte wählen Sie.")]
    public SeatMode? Mode { get; set; }

    [Display(Name = "Eintragen ab"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein."), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
    public DateTime? OpensAt { get; set; }

    [Display(Name = "Eintragen bis"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein."), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
    public DateTime? ClosesAt { get; set; }

    [Display(Name = "Nur für diese Ebenen")]
    public List<AdministrativeLevel> Levels { get; set; } = [];

    [Display(Name = "Nur für Menschen aus diesen Ländern")]
    public List<Land> Lands { get; set; } = [];

    [Display(Name = "Nur für alle, die an dem Tag angemeldet sind")]
    public bool NeedsDay { get; set; }

    [Display(Name = "So viele Plätze freihalten"), Range(1, WorkshopSettings.MostSeats, ErrorMessage = "Möglich sind {1} bis {2} Plätze.")]
    public int? KeptSeats { get; set; }

    [Display(Name = "Für diese Ebenen")]
    public List<AdministrativeLevel> KeptLevels { get; set; } = [];

    [Display(Name = "Für Menschen aus diesen Ländern")]
    public List<Land> KeptLands { get; set; } = [];

    [Display(Name = "Freihalten bis"), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
    public DateTime? KeptUntil { get; set; }

    [Display(Name = "Wie rückt jemand nach?"), Required(ErrorMessage = "Bitte wählen Sie."), EnumDataType(typeof(Promotion), ErrorMessage = "Bitte wählen Sie.")]
    public Promotion? Promotion { get; set; }

    [Display(Name = "Stunden, um ein Angebot anzunehmen"), Required(ErrorMessage = Number), Range(1, 336, ErrorMessage = "Möglich sind {1} bis {2} Stunden.")]
    public int? OfferHours { get; set; }

    [Display(Name = "Minuten vor Beginn, ab denen niemand mehr nachrückt"), Required(ErrorMessage = Number), Range(0, 10080, ErrorMessage = "Möglich sind {1} bis {2} Minuten.")]
    public int? StopMinutes { get; set; }

    [Display(Name = "Minuten nach Beginn, ab denen leere Plätze an alle an der Tür gehen"), Range(0, 240, ErrorMessage = "Möglich sind {1} bis {2} Minuten.")]
    public int? ReleaseMinutes { get; set; }

    [Display(Name = "Warteliste anhalten: Niemand rückt nach")]
    public bool IsPaused { get; set; }

    [Display(Name = "Höchstens so viele warten"), Range(0, WorkshopSettings.MostSeats, ErrorMessage = "Möglich sind {1} bis {2}.")]
    public int? MostWaiting { get; set; }

    [Display(Name = "Grund"), StringLength(SignUp.ReasonLength, ErrorMessage = "Bitte kürzen Sie den Grund auf {1} Zeichen.")]
    public string? Reason { get; set; }

    public static SettingsInput From(Guid version, WorkshopSettings settings, ConferenceTime time) => new()
    {
        Version = version,
        Seats = settings.Seats,
        Mode = settings.Mode,
        KeptSeats = settings.KeptSeats == 0 ? null : settings.KeptSeats,
        KeptLevels = [.. settings.KeptLevels],
        KeptLands = [.. settings.KeptLands],
        KeptUntil = settings.KeptUntil is { } until ? time.Local(until) : null,
        OpensAt = time.Local(settings.OpensAt),
        ClosesAt = time.Local(settings.ClosesAt),
        Levels = [.. settings.Levels],
        Lands = [.. settings.Lands],
        NeedsDay = settings.NeedsDay,
        Promotion = settings.Promotion,
        OfferHours = settings.OfferHours,
        StopMinutes = settings.StopMinutes,
        ReleaseMinutes = settings.ReleaseMinutes,
        IsPaused = settings.IsPaused,
        MostWaiting = settings.MostWaiting,
    };

    /// <summary>What a session gets that had no limited seats before: open with the registration until it begins, whenever that will be; ten minutes later empty seats go to whoever stands at the door.</summary>
    public static WorkshopSettings Usual(Conference conference) => new() { OpensAt = conference.RegistrationOpensAt, ClosesAt = conference.EndsAt, ReleaseMinutes = 10 };

    /// <summary>The settings; only for a valid form.</summary>
    public WorkshopSettings ToSettings(DateTimeOffset opensAt, DateTimeOffset closesAt, DateTimeOffset? keptUntil) => new()
    {
        Seats = Seats,
        Mode = Mode!.Value,
        KeptSeats = KeptSeats ?? 0,
        KeptLevelList = WorkshopSettings.List(KeptLevels.Where(Enum.IsDefined)),
        KeptLandList = WorkshopSettings.List(KeptLands.Where(Enum.IsDefined)),
        KeptUntil = KeptSeats is null ? null : keptUntil,
        OpensAt = opensAt,
        ClosesAt = closesAt,
        LevelList = WorkshopSettings.List(Levels.Where(Enum.IsDefined)),
        LandList = WorkshopSettings.List(Lands.Where(Enum.IsDefined)),
        NeedsDay = NeedsDay,
        Promotion = Promotion!.Value,
        OfferHours = OfferHours!.Value,
        StopMinutes = StopMinutes!.Value,
        ReleaseMinutes = ReleaseMinutes,
        IsPaused = IsPaused,
        MostWaiting = MostWaiting,
    };
}
