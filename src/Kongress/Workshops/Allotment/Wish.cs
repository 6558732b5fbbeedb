namespace Kongress.Workshops.Allotment;

/// <summary>One line of somebody's list: the workshop that they would like, and how much.</summary>
public sealed class Wish
{
    private Wish()
    {
    }

    public Wish(Workshop workshop, Guid registrationId, int rank, DateTimeOffset now)
    {
        ConferenceId = workshop.ConferenceId;
        WorkshopId = workshop.Id;
        RegistrationId = registrationId;
        Rank = rank;
        MadeAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid RegistrationId { get; private set; }

    public Guid WorkshopId { get; private set; }

    /// <summary>1 is the dearest; without gaps.</summary>
    public int Rank { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }
}

public enum AdjustmentKind
{
    /// <summary>The person gets a seat, whatever the draw says.</summary>
    Give,

    /// <summary>The person gets none there.</summary>
    Deny,
}

/// <summary>What an organiser settled by hand before the draw. It is part of what goes into the draw, so it survives every repetition.</summary>
public sealed class Adjustment
{
    private Adjustment()
    {
    }

    public Adjustment(Workshop workshop, Guid registrationId, AdjustmentKind kind, string reason, DateTimeOffset now)
    {
        ConferenceId = workshop.ConferenceId;
        WorkshopId = workshop.Id;
        RegistrationId = registrationId;
        Kind = kind;
        Reason = reason;
        MadeAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid RegistrationId { get; private set; }

    public Guid WorkshopId { get; private set; }

    public AdjustmentKind Kind { get; private set; }

    /// <summary>At most <see cref="SignUp.ReasonLength"/> characters.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }
}
