namespace Kongress.Mail;

/// <summary>A mail as its feature writes it: whom, what about, and the text as blocks that become plain text and simple HTML.</summary>
/// <remarks>All texts are in the language of the recipient already. No block loads anything from elsewhere.</remarks>
public sealed record Letter(string Kind, string ToAddress, string ToName, string Subject, IReadOnlyList<LetterBlock> Blocks)
{
    public Guid? ConferenceId { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>"de" or "en": greets, closes and marks the HTML.</summary>
    public string Language { get; init; } = "de";

    /// <summary>Who writes, in the sender's name and the closing: the name of the congress.</summary>
    public string SenderName { get; init; } = "Kongress";

    /// <summary>Where answers go; null: the address of the settings.</summary>
    public string? ReplyTo { get; init; }

    /// <inheritdoc cref="OutgoingMail.IsSecret"/>
    public bool IsSecret { get; init; }

    /// <inheritdoc cref="OutgoingMail.PointlessAfter"/>
    public DateTimeOffset? PointlessAfter { get; init; }

    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];
}

/// <summary>A piece of a letter.</summary>
public abstract record LetterBlock
{
    public sealed record Paragraph(string Text) : LetterBlock;

    public sealed record Heading(string Text) : LetterBlock;

    /// <summary>The one thing to do: a button in HTML, the bare address in plain text.</summary>
    public sealed record Button(string Label, string Url) : LetterBlock;

    /// <summary>A link of lesser weight.</summary>
    public sealed record Link(string Label, string Url) : LetterBlock;

    /// <summary>Names and values, as a table in HTML and aligned lines in text.</summary>
    public sealed record Facts(IReadOnlyList<(string Name, string Value)> Rows) : LetterBlock;

    public sealed record Bullets(IReadOnlyList<string> Items) : LetterBlock;

    /// <summary>A code to show or type, large.</summary>
    public sealed record Code(string Text) : LetterBlock;

    /// <summary>A picture that travels inside the mail, PNG; <paramref name="AltText"/> stands for it in plain text.</summary>
    public sealed record Picture(byte[] Png, string FileName, string AltText, int WidthPixels) : LetterBlock;
}

/// <summary>A file of the letter; <paramref name="MediaType"/> such as "text/calendar; method=PUBLISH; charset=utf-8".</summary>
public sealed record LetterAttachment(string FileName, string MediaType, byte[] Content);
