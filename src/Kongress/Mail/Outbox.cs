using Kongress.Data;

namespace Kongress.Mail;

/// <summary>Puts letters into the database, in the transaction of the fact that they tell.</summary>
public sealed class Outbox(KongressDb db, LetterPrinter printer, TimeProvider clock)
{
    /// <summary>Adds the mail row; it is stored with the caller's <c>SaveChanges</c> and sent afterwards.</summary>
    public OutgoingMail Add(Letter letter)
    {
        var id = Guid.CreateVersion7();
        var mail = new OutgoingMail(letter, printer.Print(letter, id), id, clock.GetUtcNow());
        db.Set<OutgoingMail>().Add(mail);
        return mail;
    }
}
