using System.Globalization;
using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Registrations;
using Kongress.Registrations.Care;
using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Organiser;

/// <summary>The numbers at a glance, and what waits to be done.</summary>
public sealed class IndexModel(CurrentConference current, Figures figures, CheckInQueries doors, InterpreterDesk interpreting, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public ConferenceFigures Figures { get; private set; } = null!;

    /// <summary>Let in at each door, of those who are expected there; empty as long as nobody was scanned.</summary>
    public IReadOnlyList<DoorCount> Doors { get; private set; } = [];

    /// <summary>Arrivals of the present day by quarter of an hour; empty as long as nobody was scanned.</summary>
    public IReadOnlyList<Figure> Arrivals { get; private set; } = [];

    /// <summary>Null for observers: whether anybody needs one is nothing for them.</summary>
    public InterpreterState? Interpreters { get; private set; }

    public bool MayOrganise => OrganiserNavigation.MayOrganise(User);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Conference = await current.FindAsync(ct);
        if (Conference is null) return;
        Figures = await figures.OfAsync(Conference, ct);
        await LoadDoorsAsync(Conference, ct);
        // Whoever may not see persons must not find them in small numbers either.
        if (MayOrganise)
        {
            Interpreters = await interpreting.LookAsync(Conference, ct);
            return;
        }

        Figures = Figures.ForObservers();
        Arrivals = SmallNumbers.KeptBack(Arrivals);
    }

    /// <summary>The door of the present day: the second from its morning on, else the first.</summary>
    public DoorCount? Today { get; private set; }

    private async Task LoadDoorsAsync(Conference conference, CancellationToken ct)
    {
        var counts = await doors.CountsAsync(conference.Id, ct);
        if (counts.All(door => door.Inside == 0)) return;
        Doors = counts;
        var part = conference.Days.Count > 1 && conference.Time.Day(Now) >= conference.LastDay ? CongressPart.Day2 : CongressPart.Day1;
        Today = counts.FirstOrDefault(door => door.Part == part);
        if (Today is null) return;
        Arrivals = [.. (await doors.ArrivalsAsync(Today.ListId, conference.Time, ct)).Select(quarter => new Figure(quarter.From.ToString("HH:mm", CultureInfo.InvariantCulture), quarter.People))];
    }

    /// <summary>A count as this person may see it.</summary>
    public string Show(int count) => MayOrganise || SmallNumbers.KeptBack(count) is not null ? count.ToString("N0", CultureInfo.CurrentCulture) : OrganiserTexts.KeptBack;

    /// <summary>The list behind a number, for those who may open it.</summary>
    public string? List(string query) => MayOrganise ? $"{OrganiserNavigation.Registrations}?{query}" : null;

    public string? ListOfLevel(Figure figure) => List("ebene=" + Enum.GetValues<AdministrativeLevel>().First(level => level.Name() == figure.Label));

    public string? ListOfLand(Figure figure) => List("land=" + Enum.GetValues<Land>().First(land => land.Name() == figure.Label));

    public string RegistrationState => Conference!.RegistrationIsOpen(Now) ? $"Die Anmeldung ist offen bis {Conference.Time.DayAndTime(Conference.RegistrationClosesAt)}."
        : Now < Conference.RegistrationOpensAt ? $"Die Anmeldung öffnet am {Conference.Time.DayAndTime(Conference.RegistrationOpensAt)}."
        : "Die Anmeldung ist geschlossen.";
}
