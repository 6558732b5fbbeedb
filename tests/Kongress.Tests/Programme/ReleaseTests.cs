using System.Text;
using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Speakers;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Programme;

/// <summary>A release is complete, never changes, and tells everybody once.</summary>
public sealed class ReleaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_was_released_stays_whatever_becomes_of_the_draft(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        var session = await office.SessionAsync("Alter Titel", email: "ayse@stadt.example");
        var slot = (await office.PlaceAsync(session, office.At(11))).Slot!;
        Assert.Equal(ReleaseOutcome.Released, await office.ReleaseAsync("Erste Fassung"));
        var before = Assert.Single(await office.Office.AllAsync<Release>(Ct));

        await office.MoveAsync(slot, office.At(15));
        await office.Office.UseAsync<SessionDesk, SaveOutcome>(desk => desk.EditAsync(office.Conference.Id, session.Id, session.Version, session.Content with { Title = "Neuer Titel" }, "", ProgrammeOffice.Olga, Ct));

        var after = Assert.Single(await office.Office.AllAsync<Release>(Ct));
        Assert.Equal((before.Hash, "Alter Titel", office.At(11)), (after.Hash, after.Snapshot.Slots[0].Title, after.Snapshot.Slots[0].StartsAt));
        Assert.Equal("Alter Titel", (await office.Office.UseAsync<CurrentProgramme, PublicProgramme?>(p => p.FindAsync(Ct).AsTask()))!.Snapshot.Slots[0].Title);
    }

    [Fact]
    public async Task Each_person_gets_one_mail_and_the_words_fit_the_change()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var moved = (await office.PlaceAsync(await office.SessionAsync("Anders", email: "zeit@stadt.example"), office.At(11))).Slot!;
        var roomed = (await office.PlaceAsync(await office.SessionAsync("Raum", email: "raum@stadt.example"), office.At(13))).Slot!;
        var off = await office.SessionAsync("Ausfall", email: "ausfall@stadt.example");
        await office.PlaceAsync(off, office.At(15));
        await office.ReleaseAsync("1");
        Assert.Equal(3, (await office.MailsAsync("Programme.Changes")).Count);

        await office.MoveAsync(moved, office.At(11, 30));
        await office.MoveAsync(roomed, office.At(13), room: 1);
        await office.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(office.Conference.Id, off.Id, SessionState.Cancelled, "krank", ProgrammeOffice.Olga, Ct));
        var preview = await office.PreviewAsync();
        await office.ReleaseAsync("2");

        Assert.Equal([ChangeClass.MovedInTime, ChangeClass.MovedInRoom, ChangeClass.Cancelled], preview.Differences.Select(d => d.Class));
        Assert.Equal(3, preview.Recipients.Count);
        var mails = (await office.MailsAsync("Programme.Changes")).Skip(3).ToDictionary(m => m.ToAddress, m => Letters.Read(m).TextBody!);
        Assert.Equal(3, mails.Count);
        Assert.Contains("Neue Zeit\nZeit: Sa., 27. März 2027, 11:30–12:30 Uhr (bisher: Sa., 27. März 2027, 11:00–12:00 Uhr)", mails["zeit@stadt.example"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Neuer Raum, Zeit bleibt", mails["raum@stadt.example"], StringComparison.Ordinal);
        Assert.Contains("Raum: Forum A (bisher: Hauptbühne)", mails["raum@stadt.example"], StringComparison.Ordinal);
        Assert.Contains("Fällt aus", mails["ausfall@stadt.example"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_an_address_is_named_in_the_preview()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("Ministerin"), office.At(11));

        Assert.Equal("Ayşe Ministerin", Assert.Single((await office.PreviewAsync()).Unreachable).Name);
    }

    [Fact]
    public async Task Who_is_not_named_yet_is_in_no_release_by_name()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.SessionAsync("Geheim");
        var speaker = (await office.Office.AllAsync<Speaker>(Ct)).Single();
        await office.Office.UseAsync<SpeakerDesk, SpeakerOutcome>(desk => desk.EditAsync(office.Conference.Id, speaker.Id, speaker.Version, new SpeakerEdit(speaker.Profile, speaker.Contact, speaker.Needs, false, false, RecordingConsent.Unknown), ProgrammeOffice.Olga, Ct));
        await office.PlaceAsync(session, office.At(11));
        await office.ReleaseAsync("1");

        var release = (await office.Office.AllAsync<Release>(Ct)).Single();
        Assert.DoesNotContain("Ayşe", Encoding.UTF8.GetString(release.Content), StringComparison.Ordinal);
        Assert.Null(Assert.Single(release.Snapshot.Slots[0].People).PersonId);
    }

    [Fact]
    public async Task Errors_stop_a_release_unless_a_reason_is_given()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11));
        await office.PlaceAsync(await office.SessionAsync("zwei"), office.At(11, 30));

        Assert.Equal(ReleaseOutcome.ErrorsRemain, await office.ReleaseAsync("1"));
        Assert.Equal(ReleaseOutcome.Released, await office.ReleaseAsync("1", overrideReason: "Der Saal ist geteilt."));
        Assert.Equal("Der Saal ist geteilt.", (await office.Office.AllAsync<Release>(Ct)).Single().OverrideReason);
    }

    [Fact]
    public async Task A_name_is_given_once_and_a_release_without_changes_is_none()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11))).Slot!;
        await office.ReleaseAsync("Fassung 1");

        Assert.Equal(ReleaseOutcome.NothingChanged, await office.ReleaseAsync("Fassung 2"));
        await office.MoveAsync(slot, office.At(12));
        Assert.Equal(ReleaseOutcome.NameTaken, await office.ReleaseAsync("FASSUNG 1"));
        Assert.Equal(ReleaseOutcome.NameReserved, await office.ReleaseAsync("Entwurf"));
        Assert.Equal(ReleaseOutcome.ChangedMeanwhile, await office.ReleaseAsync("Fassung 2", revision: 1));
        Assert.Equal(ReleaseOutcome.Released, await office.ReleaseAsync("Fassung 2"));
    }

    [Fact]
    public async Task A_planned_release_is_seen_and_told_at_its_time_and_not_before()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.PlaceAsync(await office.SessionAsync("eins", email: "ayse@stadt.example"), office.At(11));
        var at = office.Office.Clock.GetUtcNow().AddHours(2);
        Task<int> Tell() => office.Office.UseAsync<ReleaseDesk, int>(desk => desk.TellDueAsync(Ct));
        Task<PublicProgramme?> Public() => office.Office.UseAsync<CurrentProgramme, PublicProgramme?>(p => p.FindAsync(Ct).AsTask());

        Assert.Equal(ReleaseOutcome.Scheduled, await office.ReleaseAsync("1", publishAt: at));
        Assert.Equal((0, null), (await Tell(), await Public()));

        office.Office.Clock.SetUtcNow(at);
        Assert.Equal(1, await Tell());
        Assert.Equal(0, await Tell());
        Assert.NotNull(await Public());
    }

    [Fact]
    public async Task A_release_of_one_day_leaves_the_other_as_it_was()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var second = office.Conference.Time.Instant(office.Conference.LastDay, new TimeOnly(10, 0));
        var a = (await office.PlaceAsync(await office.SessionAsync("Tag 1"), office.At(11))).Slot!;
        var b = (await office.PlaceAsync(await office.SessionAsync("Tag 2"), second)).Slot!;
        await office.ReleaseAsync("1");
        await office.MoveAsync(a, office.At(12));
        await office.MoveAsync(b, second.AddHours(1));

        await office.ReleaseAsync("2", new ReleaseScope(Day: office.Conference.LastDay));

        var starts = (await office.Office.AllAsync<Release>(Ct)).Single(r => r.Number == 2).Snapshot.Slots.ToDictionary(s => s.Title, s => s.StartsAt);
        Assert.Equal((office.At(11), second.AddHours(1)), (starts["Tag 1"], starts["Tag 2"]));
    }

    [Fact]
    public async Task A_release_of_one_theme_leaves_the_others_as_they_were()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        await office.Office.UseAsync<RoomDesk, SaveOutcome>(desk => desk.SaveTrackAsync(office.Conference.Id, null, default, "Register", "#2044aa", ProgrammeOffice.Olga, Ct));
        var track = Assert.Single(await office.Office.AllAsync<Track>(Ct));
        var themed = await office.SessionAsync("mit Thema");
        await office.Office.UseAsync<SessionDesk, SaveOutcome>(d => d.EditAsync(office.Conference.Id, themed.Id, themed.Version, themed.Content with { TrackId = track.Id }, "", ProgrammeOffice.Olga, Ct));
        var with = (await office.PlaceAsync(themed, office.At(11))).Slot!;
        var without = (await office.PlaceAsync(await office.SessionAsync("ohne"), office.At(13))).Slot!;
        await office.ReleaseAsync("1");
        await office.MoveAsync(with, office.At(12));
        await office.MoveAsync(without, office.At(14));

        Assert.Equal(ReleaseOutcome.Released, await office.ReleaseAsync("2", new ReleaseScope(TrackId: track.Id)));

        var slots = (await office.Office.AllAsync<Release>(Ct)).Single(r => r.Number == 2).Snapshot.Slots;
        Assert.Equal([("mit Thema", office.At(12)), ("ohne", office.At(13))], slots.Select(s => (s.Title, s.StartsAt)));
    }

    [Fact]
    public async Task Rolling_back_publishes_the_old_version_anew_and_calendars_go_on_counting()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11))).Slot!;
        await office.ReleaseAsync("1");
        await office.MoveAsync(slot, office.At(12));
        await office.ReleaseAsync("2");
        var first = (await office.Office.AllAsync<Release>(Ct)).Single(r => r.Number == 1);

        var (outcome, again) = await office.Office.UseAsync<ReleaseDesk, (ReleaseOutcome, Release?)>(desk => desk.RollBackAsync(office.Conference.Id, first.Id, "3", "", null, ProgrammeOffice.Olga, Ct));

        Assert.Equal((ReleaseOutcome.Released, 3, office.At(11), 2), (outcome, again!.Number, again.Snapshot.Slots[0].StartsAt, again.Snapshot.Slots[0].Sequence));
        Assert.Equal(office.At(12), again.Snapshot.Slots[0].PreviousStart);
    }

    [Fact]
    public async Task A_slot_that_is_gone_stays_in_calendars_as_cancelled()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11))).Slot!;
        await office.ReleaseAsync("1");
        await office.RemoveAsync(slot);
        await office.ReleaseAsync("2");

        var snapshot = (await office.Office.AllAsync<Release>(Ct)).Single(r => r.Number == 2).Snapshot;
        Assert.Empty(snapshot.Slots);
        Assert.Equal((slot.Id, 1), (Assert.Single(snapshot.Gone).Id, snapshot.Gone[0].Sequence));
    }
}
