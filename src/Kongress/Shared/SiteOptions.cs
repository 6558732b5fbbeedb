using System.ComponentModel.DataAnnotations;

namespace Kongress.Shared;

/// <summary>Section "Site" of the settings: where this installation is reached.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>The address under which people reach Kongress, without a slash at the end; links in mails begin with it.</summary>
    [Required, Url]
    public string PublicUrl { get; set; } = "http://localhost:5080";
}
