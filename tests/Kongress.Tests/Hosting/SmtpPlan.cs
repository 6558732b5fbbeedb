namespace Kongress.Tests.Hosting;

/// <summary>The moments of one mail at which the server can misbehave.</summary>
public enum SmtpMoment
{
    Mail,
    Rcpt,
    Data,

    /// <summary>While the message comes in, before its final dot: the mail is not taken.</summary>
    BeforeDot,

    /// <summary>
    /// After the final dot, instead of the 250. A refusal does not take the mail; a drop has taken it and the client
    /// does not know: the case in which "at least once" sends twice.
    /// </summary>
    AfterDot,
}

/// <summary>What the server does with one mail.</summary>
public sealed class SmtpPlan
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpPlan()
    {
    }

    /// <summary>Takes the mail.</summary>
    public static SmtpPlan Take { get; } = new();

    internal SmtpMoment? Moment { get; private init; }

    internal string? Reply { get; private init; }

    internal bool Drops { get; private init; }

    internal bool Hangs { get; private init; }

    /// <summary>Completes when a client has come to the planned moment.</summary>
    public Task Reached => reached.Task;

    /// <summary>Answers at <paramref name="moment"/> with a code of 400 to 599; <see cref="SmtpMoment.BeforeDot"/> is refused, as nobody is listening then.</summary>
    public static SmtpPlan Answer(SmtpMoment moment, int code, string text = "planned by the test")
    {
        ArgumentOutOfRangeException.ThrowIfEqual(moment, SmtpMoment.BeforeDot);
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        return new SmtpPlan { Moment = moment, Reply = $"{code} {text}" };
    }

    /// <summary>Closes the connection at <paramref name="moment"/> without a word.</summary>
    public static SmtpPlan Drop(SmtpMoment moment) => new() { Moment = moment, Drops = true };

    /// <summary>Says nothing at <paramref name="moment"/> until <see cref="Release"/>, then takes the mail as usual.</summary>
    public static SmtpPlan Hang(SmtpMoment moment) => new() { Moment = moment, Hangs = true };

    public void Release() => released.TrySetResult();

    internal async Task ArriveAsync(CancellationToken ct)
    {
        reached.TrySetResult();
        if (Hangs) await released.Task.WaitAsync(ct);
    }
}
