using System.Net;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Hosting;
using Kongress.Tests.Speakers;

namespace Kongress.Tests.Programme.Public;

/// <summary>What belongs to the programme but is not in the release: portraits and files. Both can be taken back at any time.</summary>
public sealed class PicturesAndFilesTests
{
    private static readonly byte[] Picture = [1, 2, 3, 4];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portrait_is_shown_while_the_person_agrees()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("Eröffnung"), office.At(11));
        var speaker = Assert.Single(await office.Office.AllAsync<Speaker>(Ct));
        await ShowAsync(office, speaker, consent: true);
        Assert.Equal(ReleaseOutcome.Released, await office.ReleaseAsync("1"));
        await using var visitor = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow().AddHours(1), Guid.Empty);

        var picture = (await visitor.ReadAsync("/mitwirkende/" + speaker.Code, Ct)).QuerySelector("main img")!;
        var address = picture.GetAttribute("src")!;
        using var shown = await visitor.Browser.GetAsync(address, Ct);

        Assert.Equal("Eine Frau am Pult", picture.GetAttribute("alt"));
        Assert.Equal((HttpStatusCode.OK, "image/png"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Picture, await shown.Content.ReadAsByteArrayAsync(Ct));
        await ShowAsync(office, speaker, consent: false);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusAsync(address));
    }

    [Fact]
    public async Task Public_files_stand_on_the_page_of_the_session_and_others_do_not()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.SessionAsync("Eröffnung");
        await office.PlaceAsync(session, office.At(11));
        await office.ReleaseAsync("1");
        Task<FileOutcome> StoreAsync(string name, byte last, bool isPublic) => office.Office.UseAsync<SessionFileDesk, FileOutcome>(desk => desk.StoreAsync(office.Conference.Id, session.Id, null, SessionFileKind.Slides, name, [.. Stage.Pdf, last], isPublic, ProgrammeOffice.Olga, Ct));
        Assert.Equal([FileOutcome.Added, FileOutcome.Added], [await StoreAsync("folien.pdf", 1, true), await StoreAsync("entwurf.pdf", 2, false)]);
        await using var visitor = Desk.Open(office.Office.Database, office.Office.Clock.GetUtcNow().AddHours(1), Guid.Empty);

        var link = Assert.Single((await visitor.ReadAsync("/programm/" + session.Code, Ct)).QuerySelectorAll(".plain-list a"));

        Assert.Equal("folien.pdf", link.TextContent);
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(link.GetAttribute("href")!));
    }

    private static Task ShowAsync(ProgrammeOffice office, Speaker speaker, bool consent) => office.Office.UseAsync<SpeakerDesk>(desk =>
        desk.ShowPortraitAsync(office.Conference.Id, speaker.Id, ("image/png", Picture), "Eine Frau am Pult", consent, ProgrammeOffice.Olga, Ct));
}
