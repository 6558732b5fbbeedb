namespace Kongress.CheckIns;

public enum ScanMethod
{
    Camera,
    Scanner,
    Typed,
    Search,
}

/// <summary>One attempt at a door, accepted or not. Rows are added, never changed; only the place of "is in" is given free when an admission is undone.</summary>
public sealed class Scan
{
    private Scan()
    {
    }

    internal Scan(Guid conferenceId, Guid listId, ScanRequest request, string code, DoorAnswer answer, bool admits, Guid? ticketId, Guid? registrationId, Guid accountId, DateTimeOffset now, bool wasIn)
    {
        ConferenceId = conferenceId;
        ListId = listId;
        Nonce = request.Nonce;
        Code = code.Length > 64 ? code[..64] : code;
        Answer = answer;
        Admits = admits;
        TicketId = ticketId;
        RegistrationId = registrationId;
        AccountId = accountId;
        Method = request.Method;
        Device = request.Device is { Length: > 60 } device ? device[..60] : request.Device;
        OverruledBecause = admits && answer is not DoorAnswer.Welcome ? request.OverruleReason : null;
        ScannedAt = IsBelievable(request.ScannedAt, now) ? request.ScannedAt!.Value : now;
        ReceivedAt = now;
        // Whoever is let in again on the same ticket does not move the first admission.
        if (admits && !wasIn && registrationId is { } id)
        {
            IsIn = true;
            InFor = KeyOf(listId, id);
        }
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid ListId { get; private set; }

    /// <summary>Made by the device for this attempt. The same nonce is the same scan for ever, however often it arrives.</summary>
    public Guid Nonce { get; private set; }

    /// <summary>What was read, cleaned, at most 64 characters. Emptied when the retention ends.</summary>
    public string Code { get; private set; } = "";

    public DoorAnswer Answer { get; private set; }

    /// <summary>The person was let in: by the rules, or by staff who overruled them.</summary>
    public bool Admits { get; private set; }

    public Guid? TicketId { get; private set; }

    public Guid? RegistrationId { get; private set; }

    /// <summary>Who stood at the door.</summary>
    public Guid AccountId { get; private set; }

    public ScanMethod Method { get; private set; }

    /// <summary>How the device calls itself: "Eingang Nord".</summary>
    public string? Device { get; private set; }

    public string? OverruledBecause { get; private set; }

    /// <summary>By the clock of the device; by the server's where the device's cannot be right.</summary>
    public DateTimeOffset ScannedAt { get; private set; }

    /// <summary>By the clock of the server.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>This scan is the one that let the person in. Figures count it; it outlives the personal data.</summary>
    public bool IsIn { get; private set; }

    /// <summary>List and registration while this scan is the one that let the person in, else null: a unique index admits nobody twice.</summary>
    public string? InFor { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    internal static string KeyOf(Guid listId, Guid registrationId) => $"{listId:N}{registrationId:N}";

    internal void Undo(DateTimeOffset now)
    {
        UndoneAt = now;
        IsIn = false;
        InFor = null;
    }

    // A device may bring scans of the last days after it was offline; a clock beyond that is wrong.
    private static bool IsBelievable(DateTimeOffset? scannedAt, DateTimeOffset now) =>
        scannedAt is { } at && at <= now.AddMinutes(5) && at >= now.AddDays(-7);
}

/// <summary>What a device sends for one attempt.</summary>
/// <param name="Nonce">Made once per attempt and kept when the sending is repeated.</param>
/// <param name="Code">As read or typed; anything at all is accepted.</param>
/// <param name="RegistrationId">Instead of a code, when staff chose a person from the search.</param>
/// <param name="ScannedAt">By the clock of the device; null, later than now or older than a week: now.</param>
/// <param name="OverruleReason">Given when staff let somebody in against the rules.</param>
public sealed record ScanRequest(Guid Nonce, string? Code, ScanMethod Method, Guid? RegistrationId = null, DateTimeOffset? ScannedAt = null, string? Device = null, string? OverruleReason = null);
