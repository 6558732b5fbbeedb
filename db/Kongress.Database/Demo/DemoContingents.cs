using Kongress.Conferences;
using Kongress.Registrations.Contingents;
using Kongress.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress.Database.Demo;

/// <summary>Cuts the places of the demo congress: a part for each level, the host's offices within the Länder, the rest open to everybody.</summary>
internal static class DemoContingents
{
    public static async Task CreateAsync(ServiceProvider services, Conference conference, Guid organiser, CancellationToken ct)
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
    }
}
