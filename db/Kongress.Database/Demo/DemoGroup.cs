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

/// <summary>An office that registers ten people on the first morning, of whom two do not answer; and people who come to a part only.</summary>
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
    }

    /// <summary>The first of those who got a mail of a kind follow its link.</summary>
    internal static async Task ConfirmAsync(IServiceProvider services, string kind, int count, CancellationToken ct)
    {
        var mails = await services.GetRequiredService<KongressDb>().Set<OutgoingMail>().AsNoTracking().Where(m => m.Kind == kind).OrderBy(m => m.Id).Select(m => m.Content).ToListAsync(ct);
        var desk = services.GetRequiredService<RegistrationDesk>();
        foreach (var content in mails.Take(count))
        {
            using var stream = new MemoryStream(content);
            var text = (await MimeMessage.LoadAsync(stream, ct)).TextBody!;
            var start = text.IndexOf(Addresses.ConfirmRegistration, StringComparison.Ordinal) + Addresses.ConfirmRegistration.Length + 1;
            await desk.ConfirmEmailAsync(text.Substring(start, 26), ct);
        }
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
