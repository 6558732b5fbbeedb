using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;
using Kongress.Workshops.Withdrawals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kongress.Database.Demo;

/// <summary>An office that registers ten people on the first morning, of whom two do not answer, with one more and a substitute later; and people who come to a part only.</summary>
internal static class DemoGroup
{
    private static readonly (string Given, string Family, string Function)[] People =
    [
        ("Marlies", "Ostermann", "Amtsleitung"), ("Detlef", "Niewöhner", "IT-Leitung"), ("Ebru", "Kılıç", "Projektleitung OZG"), ("Jörn", "Brökelmann", "Sachbearbeitung"), ("Svenja", "Tiemann", "Stabsstelle Digitalisierung"),
        ("Karl-Heinz", "Strothmann", "Datenschutz"), ("Nadiya", "Kowalenko", "Referentin"), ("Timo", "Großewinkelmann", "Informationssicherheit"), ("Birgit", "Voß", "Personalrat"), ("Aleksander", "Wójcik", "Architekturmanagement"),
    ];

    public static async Task RegisterAsync(IServiceProvider services, Conference conference, CancellationToken ct)
    {
        const string domain = "stadt-guetersloh.example";
        await using var scope = services.CreateAsyncScope();
        var rows = People.Select((p, i) => new TypedRow { GivenName = p.Given, FamilyName = p.Family, Function = p.Function, Email = $"{SearchForm.Of(p.Family).ToLowerInvariant()}@{domain}", Evening = i % 2 == 0 }).ToList();
        var contact = new Person { GivenName = "Petra", FamilyName = "Hagemeister", Organisation = "Stadt Gütersloh", Level = AdministrativeLevel.Kommune, Land = Land.NordrheinWestfalen };
        await scope.ServiceProvider.GetRequiredService<GroupDesk>().SubmitAsync(conference, new GroupSubmission(Guid.CreateVersion7(), $"hauptamt@{domain}", contact, rows, Language.German), ct);

        await ConfirmAsync(scope.ServiceProvider, "Group.Registered", People.Length - 2, ct);
        await LookAfterAsync(scope.ServiceProvider, $"@{domain}", ct);
    }

    /// <summary>The first of those who got a mail of a kind follow its link.</summary>
    internal static async Task ConfirmAsync(IServiceProvider services, string kind, int count, CancellationToken ct)
    {
        var mails = await services.GetRequiredService<KongressDb>().Set<OutgoingMail>().AsNoTracking().Where(m => m.Kind == kind).OrderBy(m => m.Id).Select(m => m.Content).ToListAsync(ct);
        var desk = services.GetRequiredService<RegistrationDesk>();
        foreach (var content in mails.Take(count)) await desk.ConfirmEmailAsync(await SecretAsync(content, Addresses.ConfirmRegistration, ct), ct);
    }

    // The contact comes back to the link: one more, and somebody else for one who cannot come.
    private static async Task LookAfterAsync(IServiceProvider services, string domain, CancellationToken ct)
    {
        var mails = services.GetRequiredService<KongressDb>().Set<OutgoingMail>().AsNoTracking();
        var secret = await SecretAsync(await mails.Where(m => m.Kind == "Group.Link").Select(m => m.Content).FirstAsync(ct), Addresses.Group, ct);
        var groups = services.GetRequiredService<GroupDesk>();
        await groups.AddAsync(secret, [new TypedRow { GivenName = "Hannelore", FamilyName = "Brinkschröder", Function = "Vorzimmer", Email = "brinkschroeder" + domain }], ct);
        if ((await groups.FindAsync(secret, ct))?.Members.LastOrDefault(m => m.MaySubstitute) is not { } member) return;
        await services.GetRequiredService<MemberDesk>().SubstituteAsync(secret, member.Member.Id, new TypedRow { GivenName = "Oğuz", FamilyName = "Yıldırım", Function = "Stellvertretung", Email = "yildirim" + domain }, ct);
        var named = await mails.Where(m => m.Kind == "Registration.NamedAsSubstitute").Select(m => m.Content).FirstAsync(ct);
        await services.GetRequiredService<RegistrationDesk>().ConfirmEmailAsync(await SecretAsync(named, Addresses.ConfirmRegistration, ct), ct);
    }

    private static async Task<string> SecretAsync(byte[] mail, string address, CancellationToken ct)
    {
        using var stream = new MemoryStream(mail);
        var text = (await MimeMessage.LoadAsync(stream, ct)).TextBody!;
        var start = text.IndexOf(address, StringComparison.Ordinal) + address.Length + 1;
        return text.Substring(start, 26);
    }

    public static async Task WithdrawSomeAsync(IServiceProvider services, Conference conference, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var confirmed = await scope.ServiceProvider.GetRequiredService<KongressDb>().Set<Registration>().AsNoTracking()
            .Where(r => r.ConferenceId == conference.Id && r.Status == RegistrationStatus.Confirmed && r.AccountId != null && r.Attendance.Day1 && r.Attendance.Day2 && r.Attendance.Evening)
            .OrderBy(r => r.OrderNumber).Select(r => new { r.Id, AccountId = r.AccountId!.Value }).ToListAsync(ct);
        var desk = scope.ServiceProvider.GetRequiredService<WithdrawalDesk>();
        foreach (var (i, person) in confirmed.Index().Where(p => p.Index % 40 == 11))
        {
            await desk.ByPersonAsync(person.Id, person.AccountId, new Withdrawal([i % 80 == 11 ? CongressPart.Evening : CongressPart.Day2], []), ct);
        }
    }
}
