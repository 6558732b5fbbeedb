using Kongress.Mail;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Accounts;

/// <summary>The mails about accounts. Those that carry a key are secret: nobody reads them in the outbox, and they are emptied when sent.</summary>
public sealed class AccountMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    public Letter SignIn(Account account, string link, string code) => Write(
        "Account.SignIn", account, isSecret: true,
        () => text["Ihr Link zum Anmelden"],
        () =>
        [
            new Paragraph(text["mit diesem Link melden Sie sich an. Er gilt 15 Minuten und nur einmal."]),
            new Button(text["Anmelden"], site.Value.Url(Addresses.SignInByLink, link)),
            new Paragraph(text["Oder geben Sie auf der Seite, auf der Sie den Link angefordert haben, diesen Code ein:"]),
            new Code(code),
            new Paragraph(text["Sie haben das nicht angefordert? Dann ignorieren Sie diese Nachricht bitte. Ohne den Link kommt niemand in Ihr Konto."]),
        ]);

    public Letter StaffSignIn(Account account) => Write(
        "Account.StaffSignIn", account, isSecret: false,
        () => text["Ihr Link zum Anmelden"],
        () =>
        [
            new Paragraph(text["Sie arbeiten mit fremden Daten und melden sich deshalb mit Passwort und zweitem Faktor an."]),
            new Button(text["Anmeldung für das Team"], site.Value.Url(Addresses.StaffSignIn)),
        ]);

    public Letter Invitation(Account account, string secret) => Write(
        "Account.Invitation", account, isSecret: true,
        () => text["Ihr Zugang zum Kongress-Team"],
        () =>
        [
            new Paragraph(text["für Sie wurde ein Zugang eingerichtet. Legen Sie bitte innerhalb von sieben Tagen ein Passwort und einen zweiten Faktor fest."]),
            new Button(text["Zugang einrichten"], site.Value.Url(Addresses.StaffInvitation, secret)),
        ]);

    public Letter PasswordReset(Account account, string secret) => Write(
        "Account.PasswordReset", account, isSecret: true,
        () => text["Neues Passwort festlegen"],
        () =>
        [
            new Paragraph(text["mit diesem Link legen Sie ein neues Passwort fest. Er gilt eine Stunde und nur einmal."]),
            new Button(text["Neues Passwort festlegen"], site.Value.Url(Addresses.PasswordReset, secret)),
            new Paragraph(text["Sie haben das nicht angefordert? Dann ignorieren Sie diese Nachricht bitte; Ihr Passwort bleibt, wie es ist."]),
        ]);

    /// <summary>Told at once (CON.10.A1): who did not do it learns that somebody did.</summary>
    public Letter PasswordChanged(Account account) => Write(
        "Account.PasswordChanged", account, isSecret: false,
        () => text["Ihr Passwort wurde geändert"],
        () =>
        [
            new Paragraph(text["das Passwort Ihres Zugangs wurde gerade geändert."]),
            new Paragraph(text["Waren Sie das nicht, wenden Sie sich bitte sofort an die Administration."]),
        ]);

    public Letter SecondFactorReset(Account account) => Write(
        "Account.SecondFactorReset", account, isSecret: false,
        () => text["Ihr zweiter Faktor wurde zurückgesetzt"],
        () => [new Paragraph(text["die Administration hat Ihren zweiten Faktor zurückgesetzt. Bei der nächsten Anmeldung richten Sie ihn neu ein. Haben Sie das nicht veranlasst, melden Sie sich bitte sofort."])]);

    private Letter Write(string kind, Account account, bool isSecret, Func<string> subject, Func<IReadOnlyList<LetterBlock>> blocks)
    {
        using var language = Language.Use(account.Language);
        var name = account.DisplayName.Length > 0 ? account.DisplayName : account.Email!;
        return new Letter(kind, account.Email!, account.DisplayName, subject(), [new Paragraph(text["Guten Tag,"]), .. blocks(), new Paragraph(text["Dieser Zugang gehört zu {0}.", name])])
        {
            SubjectId = account.Id,
            Language = account.Language,
            IsSecret = isSecret,
        };
    }
}
