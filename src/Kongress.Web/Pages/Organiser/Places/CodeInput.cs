using System.ComponentModel.DataAnnotations;
using Kongress.Registrations;
using Kongress.Registrations.Invitations;
using Kongress.Web.Hosting;

namespace Kongress.Web.Pages.Organiser.Places;

/// <summary>On what terms a code or an invitation lets somebody in.</summary>
public abstract class TermsInput
{
    [Display(Name = "Gilt bis"), Required(ErrorMessage = "Bitte geben Sie Tag und Uhrzeit ein."), Range(typeof(DateTime), "2000-01-01", "2100-01-01", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true, ErrorMessage = "Dieser Tag ist nicht möglich.")]
    public DateTime? EndsAt { get; set; }

    [Display(Name = "Plätze aus dem Kontingent")]
    public Guid? ContingentId { get; set; }

    [Display(Name = "Kommt als"), Required(ErrorMessage = "Bitte wählen Sie."), EnumDataType(typeof(AttendeeKind), ErrorMessage = "Bitte wählen Sie.")]
    public AttendeeKind? Kind { get; set; } = AttendeeKind.HostGuest;
}

/// <summary>The form of an invitation code.</summary>
public sealed class CodeInput : TermsInput
{
    public Guid Version { get; set; }

    [Display(Name = "Für wen"), Required(ErrorMessage = "Bitte sagen Sie, für wen der Code ist."), StringLength(InvitationCodeSettings.NameLength, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
    public string? Name { get; set; }

    [Display(Name = "So oft einlösbar"), Required(ErrorMessage = "Bitte geben Sie eine Zahl ein."), Range(1, InvitationCodeSettings.Most, ErrorMessage = "Möglich sind {1} bis {2}.")]
    public int? Uses { get; set; }

    /// <summary>The settings; only for a valid form.</summary>
    public InvitationCodeSettings ToSettings(DateTimeOffset endsAt) => new() { Name = Clean.Line(Name), Uses = Uses!.Value, EndsAt = endsAt, ContingentId = ContingentId, Kind = Kind!.Value };
}

/// <summary>The form that invites people by mail.</summary>
public sealed class InviteInput : TermsInput
{
    [Display(Name = "E-Mail-Adressen"), Required(ErrorMessage = "Bitte geben Sie mindestens eine Adresse ein."), StringLength(30_000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
    public string? Addresses { get; set; }

    [Display(Name = "Sprache der Nachricht"), Required(ErrorMessage = "Bitte wählen Sie."), RegularExpression("de|en", ErrorMessage = "Bitte wählen Sie.")]
    public string? Language { get; set; } = "de";

    /// <summary>The addresses one by one, as people paste them: each in a line, with commas or blanks between, or from a mail program as "Weiß, Jo &lt;jo@amt.example&gt;; …". What is no address stays together, to be shown.</summary>
    public IReadOnlyList<string> Lines => [.. Clean.Text(Addresses).Split(['\n', ';'], Cut).SelectMany(Of)];

    private const StringSplitOptions Cut = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static string[] Of(string entry)
    {
        if (entry.EndsWith('>') && entry.LastIndexOf('<') is >= 0 and var open) return [entry[(open + 1)..^1].Trim()];
        var parts = entry.Split([',', ' ', '\t'], Cut);
        return parts.All(part => part.Contains('@', StringComparison.Ordinal)) ? parts : [entry];
    }
}
