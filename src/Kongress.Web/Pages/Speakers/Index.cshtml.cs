using Kongress.Conferences;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Pages.Speakers;

/// <summary>"Meine Beiträge": what is asked of the person, and where the own sessions stand.</summary>
public sealed class IndexModel(OwnContributions own, SpeakerDesk desk, TimeProvider clock) : PageModel
{
    public Conference? Conference { get; private set; }

    public Speaker? Speaker { get; private set; }

    public IReadOnlyList<OwnPart> Parts { get; private set; } = [];

    public IReadOnlyList<SpeakerTask> Tasks { get; private set; } = [];

    public bool HasCalendar => Parts.Any(p => p.Participation.IsOn && p.Times.Any(t => t.IsReleased));

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(User.AccountId(), ct) is not var (conference, speaker)) return;
        (Conference, Speaker) = (conference, speaker);
        Parts = await own.PartsAsync(conference, User.AccountId(), ct);
        var availabilities = await desk.AvailabilitiesAsync(speaker.Id, ct);
        var parts = Parts.Where(p => p.Note is PartNote.InPreparation or PartNote.InProgramme).Select(p => (p.Participation, p.Session, p.HasSlides)).ToList();
        Tasks = SpeakerTasks.Of(conference, speaker, await desk.HasPortraitAsync(speaker.Id, ct), availabilities.Count > 0, parts, clock.GetUtcNow());
    }
}
