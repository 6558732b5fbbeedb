using Kongress.Data;

namespace Kongress.Mail;

public enum MailState
{
    /// <summary>Waits for its time, the first one or the next try.</summary>
    Due,

    /// <summary>A worker holds it until the lease ends; after that it is due again.</summary>
    Sending,
    Sent,

    /// <summary>Given up: refused for good, or tried for too long. An organiser can send it again.</summary>
    Failed,

    /// <summary>Stopped by an organiser.</summary>
    Aborted,
}

/// <summary>A mail is a row first; its delivery is a change of state.</summary>
public sealed class OutgoingMail : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid? ConferenceId { get; private set; }

    /// <summary>Which text it is, for filters and figures: "Registration.Confirm". At most 60 characters.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The row that the mail is about; its history shows the mail.</summary>
    public Guid? SubjectId { get; private set; }

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>The whole message as RFC 5322 bytes. Emptied after delivery when <see cref="IsSecret"/>.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Carries a key to an account: the text is shown to nobody and kept no longer than needed.</summary>
    public bool IsSecret { get; private set; }

    public MailState State { get; private set; } = MailState.Due;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it may be tried next.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>After this instant the mail is pointless and is aborted instead of sent (a reminder after the congress).</summary>
    public DateTimeOffset? PointlessAfter { get; private set; }

    public int Attempts { get; private set; }

    public Guid? LeaseId { get; private set; }

    public DateTimeOffset? LeaseEndsAt { get; private set; }

    /// <summary>What the mail server said last, or why no server was reached.</summary>
    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    private OutgoingMail()
    {
    }

    internal OutgoingMail(Letter letter, byte[] content, Guid id, DateTimeOffset now)
    {
        Id = id;
        ConferenceId = letter.ConferenceId;
        Kind = letter.Kind;
        SubjectId = letter.SubjectId;
        ToAddress = letter.ToAddress;
        ToName = letter.ToName;
        Subject = letter.Subject;
        Content = content;
        IsSecret = letter.IsSecret;
        CreatedAt = now;
        DueAt = now;
        PointlessAfter = letter.PointlessAfter;
    }

    /// <summary>Waits before the next try: minutes after the first, second … failure. About two days in all, then it is given up.</summary>
    public static readonly IReadOnlyList<int> BackOffMinutes = [1, 5, 15, 60, 180, 360, 360, 720, 720, 720];

    public bool IsPointless(DateTimeOffset now) => PointlessAfter <= now;

    public void MarkSent(DateTimeOffset now)
    {
        State = MailState.Sent;
        SentAt = now;
        Attempts++;
        LastError = null;
        Release();
        Forget();
    }

    /// <summary>The try failed and another one may succeed: a busy server, a broken line.</summary>
    public void Postpone(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = Cut(error);
        Release();
        if (Attempts > BackOffMinutes.Count)
        {
            State = MailState.Failed;
            return;
        }

        State = MailState.Due;
        DueAt = now.AddMinutes(BackOffMinutes[Attempts - 1]);
    }

    /// <summary>The server refused this mail for good.</summary>
    public void Fail(string error)
    {
        Attempts++;
        State = MailState.Failed;
        LastError = Cut(error);
        Release();
    }

    /// <summary>Given back untried: the line broke before it was this mail's turn.</summary>
    public void GiveBack()
    {
        State = MailState.Due;
        Release();
    }

    /// <summary>False: it is on its way, sent or aborted already.</summary>
    public bool Abort(string reason)
    {
        if (State is not (MailState.Due or MailState.Failed)) return false;
        State = MailState.Aborted;
        LastError = Cut(reason);
        Release();
        Forget();
        return true;
    }

    /// <summary>Sends a failed mail again. False: it did not fail, or its text is gone.</summary>
    public bool SendAgain(DateTimeOffset now)
    {
        if (State is not MailState.Failed || Content.Length == 0) return false;
        State = MailState.Due;
        Attempts = 0;
        DueAt = now;
        PointlessAfter = null;
        return true;
    }

    // A key to an account is kept no longer than it takes to hand it over.
    private void Forget()
    {
        if (IsSecret) Content = [];
    }

    private void Release()
    {
        LeaseId = null;
        LeaseEndsAt = null;
    }

    private static string Cut(string text) => text.Length > 1000 ? text[..1000] : text;
}
