using Kongress.Workshops;

namespace Kongress.CheckIns;

/// <summary>What a decision at the door of a workshop depends on, besides the person's ticket.</summary>
/// <param name="HasSeat">The person has a seat; an offered one is none yet. Of a companion: the person whom they help.</param>
/// <param name="MayAttend">The workshop is open for people like this one.</param>
/// <param name="Inside">How many have been let in, companions left out: they take no seat.</param>
/// <param name="HelpsInside">A companion whose person has been let in.</param>
public sealed record WorkshopDoor(Workshop Workshop, bool HasSeat, bool MayAttend, int Inside, bool HelpsInside = false)
{
    /// <summary>How long before the start people are let in.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(1);

    public bool IsOpen(DateTimeOffset now) => IsOpen(Workshop, now);

    /// <summary>Until the release a seat is whose it is. Then nobody's any more: whoever comes first has what is empty, and nobody comes in beyond the seats.</summary>
    /// <remarks>A companion comes in whenever their person could or has, however full it is.</remarks>
    public bool Expects(DateTimeOffset now) => HelpsInside || (now >= Workshop.ReleasedAt ? Inside < Workshop.Seats && (HasSeat || MayAttend) : HasSeat);

    public static bool IsOpen(Workshop workshop, DateTimeOffset now) => workshop.Place.IsOn && now >= workshop.Place.StartsAt - Early && now < workshop.Place.EndsAt;
}
