using Kongress.Data;

namespace Kongress.Workshops;

public enum SignUpStatus
{
    Waiting,

    /// <summary>A freed seat is held for the person, who has to say yes in time.</summary>
    Offered,
    Seated,

    /// <summary>By the person: a seat was given back, or the waiting list left.</summary>
    GivenBack,
    Declined,

    /// <summary>The offer was not answered in time.</summary>
    Expired,

    /// <summary>By an organiser, who gave a reason.</summary>
    Removed,

    /// <summary>The registration ended, or no longer holds for that day.</summary>
    RegistrationEnded,

    /// <summary>The workshop was cancelled or left out of a release.</summary>
    WorkshopCancelled,

    /// <summary>A release moved the workshop to a day on which the person does not come.</summary>
    WorkshopMoved,
}

/// <summary>A registration's seat in a workshop, or place on its waiting list.</summary>
public sealed class SignUp : IVersioned
{
    public const int ReasonLength = 500;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid WorkshopId { get; private set; }

    public Guid RegistrationId { get; private set; }

    /// <summary>The registration while the sign-up is alive, else null: a unique index allows one living sign-up per registration and workshop.</summary>
    public Guid? ActiveFor { get; private set; }

    /// <summary>Position in line: the smallest is next. Given out under the lock; smaller when an organiser moved the person up.</summary>
    public long Rank { get; private set; }

    public SignUpStatus Status { get; private set; }

    /// <summary>Counts against the seats.</summary>
    public bool HoldsSeat { get; private set; }

    /// <summary>When an offered seat is given on.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    public DateTimeOffset SignedUpAt { get; private set; }

    public DateTimeOffset? SeatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why an organiser moved the person up or removed them; null: nobody did.</summary>
    public string? Reason { get; private set; }

    private SignUp()
    {
    }

    /// <summary>Stands in line; a free seat is given in a second step.</summary>
    /// <param name="rank">From the lock of the edition's rules.</param>
    public SignUp(Workshop workshop, Guid registrationId, long rank, DateTimeOffset now)
    {
        ConferenceId = workshop.ConferenceId;
        WorkshopId = workshop.Id;
        ActiveFor = RegistrationId = registrationId;
        Rank = rank;
        SignedUpAt = now;
    }

    public bool IsActive => ActiveFor is not null;

    /// <summary>The person has the seat, freshly or by saying yes to an offer.</summary>
    public void Seat(DateTimeOffset now)
    {
        if (Status is not (SignUpStatus.Waiting or SignUpStatus.Offered)) throw new InvalidOperationException("Only somebody in line can be given a seat.");
        Status = SignUpStatus.Seated;
        HoldsSeat = true;
        HeldUntil = null;
        SeatedAt = now;
    }

    public void Offer(DateTimeOffset until)
    {
        if (Status is not SignUpStatus.Waiting) throw new InvalidOperationException("Only somebody in line can be offered a seat.");
        Status = SignUpStatus.Offered;
        HoldsSeat = true;
        HeldUntil = until;
    }

    /// <summary>An offered seat is held no longer than until then. False: nothing is offered, or it ends earlier anyway.</summary>
    public bool HoldUntil(DateTimeOffset until)
    {
        if (Status is not SignUpStatus.Offered || HeldUntil <= until) return false;
        HeldUntil = until;
        return true;
    }

    /// <summary>Goes before everybody else who waits.</summary>
    public void MoveUp(long rank, string reason) => (Rank, Reason) = (rank, reason);

    /// <summary>Lives again where it was, as the workshop takes place after all, or is back on a day on which the person comes.</summary>
    /// <param name="hasSeat">Else it stands in line with the rank it had.</param>
    public void Return(bool hasSeat)
    {
        if (Status is not (SignUpStatus.WorkshopCancelled or SignUpStatus.WorkshopMoved)) throw new InvalidOperationException("Only what a workshop took with it comes back.");
        Status = hasSeat ? SignUpStatus.Seated : SignUpStatus.Waiting;
        HoldsSeat = hasSeat;
        ActiveFor = RegistrationId;
        EndedAt = null;
        if (!hasSeat) SeatedAt = null;
    }

    /// <summary>Ends the sign-up; its seat, if it held one, is free. False: it had ended before.</summary>
    public bool End(SignUpStatus end, DateTimeOffset now, string? reason = null)
    {
        if (end is SignUpStatus.Waiting or SignUpStatus.Offered or SignUpStatus.Seated) throw new ArgumentOutOfRangeException(nameof(end), end, "Not an end.");
        if (!IsActive) return false;
        Status = end;
        EndedAt = now;
        ActiveFor = null;
        HoldsSeat = false;
        HeldUntil = null;
        Reason = reason ?? Reason;
        return true;
    }
}
