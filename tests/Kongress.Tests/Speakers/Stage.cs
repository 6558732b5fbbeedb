using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Kongress.Accounts;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Hosting;
using Kongress.Tests.Programme;

namespace Kongress.Tests.Speakers;

/// <summary>People who were invited to sessions, and what they do on their pages.</summary>
internal static class Stage
{
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, 1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Puts a person on the session and writes to them.</summary>
    public static async Task<Participation> InviteAsync(this ProgrammeOffice office, Session session, Speaker speaker, ParticipationRole role = ParticipationRole.Panellist)
    {
        await office.Office.UseAsync<SessionDesk, bool>(desk => desk.AddPersonAsync(office.Conference.Id, session.Id, speaker.Id, role, ProgrammeOffice.Olga, Ct));
        var participation = (await office.FreshAsync(session)).Participations.Single(p => p.SpeakerId == speaker.Id);
        Assert.Equal(InviteOutcome.Invited, await office.Office.UseAsync<ParticipationDesk, InviteOutcome>(desk => desk.InviteAsync(office.Conference.Id, participation.Id, ProgrammeOffice.Olga, Ct)));
        return (await office.FreshAsync(session)).Participations.Single(p => p.SpeakerId == speaker.Id);
    }

    /// <summary>An accepted session without anybody on it.</summary>
    public static async Task<Session> EmptySessionAsync(this ProgrammeOffice office, string title, Func<SessionContent, SessionContent>? with = null)
    {
        var content = new SessionContent { Title = title, Kind = SessionKind.Panel, Minutes = 60 };
        var session = await office.Office.UseAsync<SessionDesk, Session>(desk => desk.CreateAsync(office.Conference.Id, with?.Invoke(content) ?? content, "", ProgrammeOffice.Olga, Ct));
        await office.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(office.Conference.Id, session.Id, SessionState.Accepted, null, ProgrammeOffice.Olga, Ct));
        return await office.FreshAsync(session);
    }

    /// <summary>A person on a session of their own, signed in.</summary>
    public static async Task<(Session Session, Participation Participation, Desk Desk)> OnStageAsync(this ProgrammeOffice office, string name, Func<SessionContent, SessionContent>? with = null)
    {
        var session = await office.EmptySessionAsync("Podium " + name, with);
        var participation = await office.InviteAsync(session, await office.SpeakerAsync(name, $"{name.ToLowerInvariant()}@stadt.example"));
        return (session, participation, await office.SignedInAsync(participation));
    }

    public static async Task<Desk> SignedInAsync(this ProgrammeOffice office, Participation participation)
    {
        var speaker = await office.SpeakerOfAsync(participation);
        var desk = Desk.Open(office.Office.Database, speaker.AccountId!.Value, Roles.Speaker);
        // What the office released today has its time behind it.
        desk.Clock.Advance(TimeSpan.FromHours(6));
        return desk;
    }

    public static async Task<Speaker> SpeakerOfAsync(this ProgrammeOffice office, Participation participation) => (await office.Office.AllAsync<Speaker>(Ct)).Single(s => s.Id == participation.SpeakerId);

    public static string PageOf(Participation participation) => "/mitwirkung/beitraege/" + participation.Id;

    /// <summary>Sends a form with a file in it.</summary>
    /// <param name="handler">Part of the form's action; empty: the form without one.</param>
    public static async Task<HttpResponseMessage> UploadAsync(this Desk desk, string path, string handler, IReadOnlyDictionary<string, string> fields, string fileName, byte[] file)
    {
        var page = await desk.ReadAsync(path, Ct);
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First(f => (f.GetAttribute("action") ?? "").Contains(handler, StringComparison.Ordinal));
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/html") } }, "Input.File", fileName);
        return await desk.Browser.PostAsync(form.GetAttribute("action") is { Length: > 0 } target ? target : path, content, Ct);
    }

    public static async Task<HttpStatusCode> StatusAsync(this Desk desk, string path)
    {
        using var answer = await desk.Browser.GetAsync(path, Ct);
        return answer.StatusCode;
    }
}
