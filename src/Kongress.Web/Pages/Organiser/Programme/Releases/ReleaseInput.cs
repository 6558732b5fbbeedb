using System.ComponentModel.DataAnnotations;
using Kongress.Programme.Releases;

namespace Kongress.Web.Pages.Organiser.Programme.Releases;

/// <summary>What a release is called.</summary>
public class NameInput
{
    protected const string TooLong = "Bitte kürzen Sie den Text auf {1} Zeichen.";

    [Display(Name = "Name der Fassung"), Required(ErrorMessage = "Bitte geben Sie der Fassung einen Namen."), StringLength(Release.NameLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Was ist neu?"), StringLength(2000, ErrorMessage = TooLong)]
    public string? Note { get; set; }
}

/// <summary>Name and time of a release, as typed.</summary>
public sealed class ReleaseInput : NameInput
{
    /// <summary>Of the draft in the preview.</summary>
    public long Revision { get; set; }

    /// <summary>When the preview was made, in milliseconds since 1970: what was done since is told when the draft is another one.</summary>
    public long SeenAt { get; set; }

    [Display(Name = "Wann?"), EnumDataType(typeof(ReleaseTime), ErrorMessage = "Bitte wählen Sie, wann.")]
    public ReleaseTime When { get; set; }

    [Display(Name = "Tag und Uhrzeit")]
    public DateTime? PublishAt { get; set; }

    [Display(Name = "Warum trotz der Fehler veröffentlichen?"), StringLength(500, ErrorMessage = TooLong)]
    public string? OverrideReason { get; set; }
}

public enum ReleaseTime
{
    Now,
    Later,
}
