using Kongress.Shared;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kongress.Mail;

/// <summary>Makes the message of a letter: plain text, simple HTML, pictures inside, files attached.</summary>
public sealed class LetterPrinter(IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>The message as RFC 5322 bytes. Its Message-ID comes from <paramref name="mailId"/>, so that every try carries the same one.</summary>
    public byte[] Print(Letter letter, Guid mailId)
    {
        var from = options.Value.From;
        var message = new MimeMessage
        {
            MessageId = $"{mailId:N}@{MailDomain.Of(from)}",
            Date = clock.GetUtcNow(),
            Subject = letter.Subject,
        };
        message.From.Add(new MailboxAddress(letter.SenderName, from));
        message.To.Add(new MailboxAddress(letter.ToName, letter.ToAddress));
        if (letter.ReplyTo is { Length: > 0 } replyTo) message.ReplyTo.Add(MailboxAddress.Parse(replyTo));
        // Out-of-office answers to machine mail help nobody (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");

        var body = new BodyBuilder();
        var pictures = new Dictionary<LetterBlock.Picture, string>();
        foreach (var picture in letter.Blocks.OfType<LetterBlock.Picture>())
        {
            var resource = body.LinkedResources.Add(picture.FileName, picture.Png, new ContentType("image", "png"));
            resource.ContentId = $"{pictures.Count + 1}.{mailId:N}@kongress";
            pictures[picture] = resource.ContentId;
        }

        body.TextBody = LetterText.Write(letter);
        body.HtmlBody = LetterHtml.Write(letter, pictures);
        foreach (var file in letter.Attachments)
        {
            body.Attachments.Add(file.FileName, file.Content, ContentType.Parse(file.MediaType));
        }

        message.Body = body.ToMessageBody();
        message.Prepare(EncodingConstraint.SevenBit);
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return stream.ToArray();
    }
}
