using Kongress.Programme.Agendas;
using Kongress.Programme.Releases;

namespace Kongress.Web.Pages.Programme;

/// <summary>Marked sessions as a page shows them.</summary>
/// <param name="WithMarks">Each with its button, for whoever the list belongs to.</param>
public sealed record AgendaList(PublicProgramme Programme, AgendaPlan Plan, bool WithMarks)
{
    public static AgendaList Of(PublicProgramme programme, IReadOnlySet<Guid> sessionIds, bool withMarks) => new(programme, AgendaPlan.Of(programme, sessionIds), withMarks);
}
