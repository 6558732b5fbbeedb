using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database.Demo;

/// <summary>Cuts the places of the demo congress: a part for each level, the host's offices within the Länder, guests and press, the rest open to everybody; and invites a few.</summary>
internal static class DemoContingents
{
    /// <returns>The code of the host's guests.</returns>
    public static async Task<string> CreateAsync(ServiceProvider services, Conference conference, Guid organiser, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<ContingentDesk>();
        async Task<Guid> AddAsync(ContingentSettings settings)
        {
            await desk.CarryOutAsync(conference.Id, new ContingentChange.Keep(null, default, settings), organiser, ct);
            return (await desk.ListAsync(conference.Id, ct)).Single(c => c.Settings.Name == settings.Name).Id;
        }

        await AddAsync(new ContingentSettings { Name = "Bund", Places = 180, LevelList = ContingentSettings.List([AdministrativeLevel.Bund]) });
        var states = await AddAsync(new ContingentSettings { Name = "Länder", Places = 320, LevelList = ContingentSettings.List([AdministrativeLevel.Land]) });
        await AddAsync(new ContingentSettings { Name = conference.HostLand.Name(), Places = 60, LandList = ContingentSettings.List([conference.HostLand]), ParentId = states });
        await AddAsync(new ContingentSettings { Name = "Kommunen", Places = 220, LevelList = ContingentSettings.List([AdministrativeLevel.Kommune]), ReleasedAt = conference.RegistrationClosesAt.AddDays(-14) });
        await AddAsync(new ContingentSettings { Name = "Presse", Places = 15, LevelList = ContingentSettings.List([AdministrativeLevel.Presse]) });
        var guests = await AddAsync(new ContingentSettings { Name = "Gäste des Ausrichters", Places = 30 });
        var invitations = scope.ServiceProvider.GetRequiredService<InvitationDesk>();
        var end = conference.RegistrationClosesAt;
        await invitations.SaveCodeAsync(conference.Id, null, default, new InvitationCodeSettings { Name = "Ausstellende auf dem Marktplatz", Uses = 12, EndsAt = end, Kind = AttendeeKind.Exhibitor }, organiser, ct);
        var (_, code) = await invitations.SaveCodeAsync(conference.Id, null, default, new InvitationCodeSettings { Name = "Gäste der Ministerin", Uses = 20, EndsAt = end, ContingentId = guests, Kind = AttendeeKind.HostGuest }, organiser, ct);
        string[] addresses = ["buero.ob@duesseldorf.example", "praesidentin@landtag.example", "vorsitz@it-planungsrat.example", "leitung@hessen.example", "redaktion@presse.example"];
        await invitations.InviteAsync(conference.Id, addresses, new InvitationTerms(guests, AttendeeKind.HostGuest, end, Language.German), organiser, ct);
        return code!.Code;
    }
}
