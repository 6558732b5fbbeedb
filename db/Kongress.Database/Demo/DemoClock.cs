namespace Kongress.Database.Demo;

/// <summary>The clock of the time that the demo data tells: the use cases run as if it were then.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Goes on to an instant; never back.</summary>
    public void GoTo(DateTimeOffset instant)
    {
        if (instant > now) now = instant;
    }
}
