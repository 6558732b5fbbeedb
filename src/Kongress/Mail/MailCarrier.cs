using MimeKit;

namespace Kongress.Mail;

/// <summary>Hands mails over: to a mail server, or into a folder. One carrier serves one round and keeps its connection meanwhile.</summary>
public abstract class MailCarrier : IAsyncDisposable
{
    /// <exception cref="MailRefusedException">The other side said no to this mail.</exception>
    /// <exception cref="MailLineException">The line is broken; the round ends.</exception>
    public abstract Task HandOverAsync(Guid mailId, MimeMessage message, CancellationToken ct);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The answer of the server to one mail.</summary>
/// <param name="isFinal">A later try is useless (5xx).</param>
public sealed class MailRefusedException(string answer, bool isFinal, Exception inner) : Exception(answer, inner)
{
    public bool IsFinal => isFinal;
}

/// <summary>No server was reached, it did not let us in, or it went away.</summary>
public sealed class MailLineException(string reason, Exception inner) : Exception(reason, inner);

/// <summary>Writes mails as .eml files, where no server is set. A mail written twice is one file.</summary>
internal sealed class FolderCarrier(string folder) : MailCarrier
{
    public override async Task HandOverAsync(Guid mailId, MimeMessage message, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, $"{mailId:N}.eml");
            await using (var stream = File.Create(file + ".part")) await message.WriteToAsync(stream, ct);
            File.Move(file + ".part", file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailLineException("The pickup folder cannot be written: " + e.GetType().Name, e);
        }
    }
}
