using System.ComponentModel.DataAnnotations;

namespace Kongress.Database.Demo;

/// <summary>How far the demo congress has come. Dates are relative to the day of the start.</summary>
public enum DemoStage
{
    /// <summary>No demo data: an empty installation, as in production.</summary>
    None,

    /// <summary>Registration is open, the congress is ten weeks away.</summary>
    Open,

    /// <summary>The congress is nine days away; it is full, and people wait.</summary>
    Planned,

    /// <summary>Today is the first day.</summary>
    Running,

    /// <summary>The congress ended last week.</summary>
    Over,
}

/// <summary>Section "Demo" of the settings. Refused in the Production environment.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>None (default outside Development), Open, Planned, Running or Over. Data is made once, when the database is empty.</summary>
    public DemoStage Stage { get; set; } = DemoStage.None;

    /// <summary>The seed: the same seed and day give the same people.</summary>
    [Range(0, int.MaxValue)]
    public int Seed { get; set; } = 12;

    /// <summary>How many people have registered, 0 to 5000.</summary>
    [Range(0, 5000)]
    public int People { get; set; } = 800;
}
