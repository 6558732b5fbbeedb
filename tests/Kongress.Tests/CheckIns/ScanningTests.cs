using Kongress.CheckIns;
using Kongress.Data;
using Kongress.Registrations;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.CheckIns;

/// <summary>What happens at a door, from the first scan to the undoing.</summary>
public sealed class ScanningTests
{
    private const string Ayse = "ayse@bund.de";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_first_scan_lets_in_and_the_second_says_when_and_where_that_was(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        var first = await door.ScanAsync(door.Day1, code, device: "Eingang Nord");
        var at = door.Office.Clock.GetUtcNow();
        door.Office.Clock.Advance(TimeSpan.FromMinutes(3));

        var second = await door.ScanAsync(door.Day1, code, device: "Eingang Süd");

        Assert.Equal((DoorAnswer.Welcome, true, "Ayşe Şahin", "Stadt Köln"), (first.Answer, first.Admitted, first.Name, first.Organisation));
        Assert.Equal((DoorAnswer.AlreadyIn, false, at, "Eingang Nord"), (second.Answer, second.Admitted, second.FirstAt, second.FirstDevice));
        Assert.Equal([DoorAnswer.Welcome, DoorAnswer.AlreadyIn], (await door.ScansAsync()).Select(s => s.Answer));
        Assert.Equal(1, (await door.CountAsync(door.Day1)).Inside);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_that_got_lost_comes_again_without_a_second_row(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider, Ayse);
        var request = new ScanRequest(Guid.CreateVersion7(), await door.CodeOfAsync(Ayse), ScanMethod.Camera);

        var replies = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => Task.Run(() => door.SendAsync(door.Day1, request))));

        var scan = Assert.Single(await door.ScansAsync());
        Assert.All(replies, reply => Assert.Equal((DoorAnswer.Welcome, scan.Id), (reply!.Answer, reply.ScanId)));
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_code_sent_twice_at_once_with_one_nonce_is_one_row(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider);
        var request = new ScanRequest(Guid.CreateVersion7(), "NOSUCHCODE", ScanMethod.Camera);

        var replies = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => Task.Run(() => door.SendAsync(door.Day1, request))));

        var scan = Assert.Single(await door.ScansAsync());
        Assert.All(replies, reply => Assert.Equal((DoorAnswer.Unknown, scan.Id), (reply!.Answer, reply.ScanId)));
    }

    [Fact]
    public async Task A_scan_finds_everything_by_a_key_however_many_people_are_in()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        await door.ScanAsync(door.Day1, code);
        using var commands = new CommandCounter(door.Office.Database);
        await door.ScanAsync(door.Day1, code);

        // The one row to which an admission is joined, or none, is a table too.
        var steps = (await commands.PlansAsync(Ct)).Where(step => step is not ("SCAN CONSTANT ROW" or "MATERIALIZE e" or "SCAN e")).ToList();

        Assert.Contains("SEARCH s USING INDEX IX_Scans_InFor (InFor=?) LEFT-JOIN", steps);
        // By list and "is in", all who came before would be looked through.
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("IX_Scans_ListId", StringComparison.Ordinal) || step.StartsWith("MATERIALIZE", StringComparison.Ordinal) || step.StartsWith("CO-ROUTINE", StringComparison.Ordinal));
        Assert.Equal(4, commands.Take());
    }

    [Fact]
    public async Task Whatever_is_read_or_typed_is_answered_and_kept()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite);
        string?[] rubbish = [null, "", "   ", "https://example.org/?x=1", "'; DROP TABLE Scans;--", "\0\u0001", "\ud800", new string('Ä', 5000), new string('A', 5000), "\\0000", "\\000026", "%_["];

        foreach (var code in rubbish) Assert.Equal(DoorAnswer.Unknown, (await door.ScanAsync(door.Day1, code)).Answer);

        var scans = await door.ScansAsync();
        Assert.Equal(rubbish.Length, scans.Count);
        Assert.All(scans, scan => Assert.True(scan.Code.Length <= 64));
    }

    [Theory]
    [InlineData("k7qf-2mrd", "small letters and hyphens")]
    [InlineData(" \\000026", "the character set that a scanner puts before the code")]
    public async Task A_code_is_read_however_it_comes(string form, string what)
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        var typed = form.Contains('\\', StringComparison.Ordinal) ? form + code : string.Join('-', code.ToLowerInvariant().Chunk(4).Select(c => new string(c)));

        Assert.True((await door.ScanAsync(door.Day1, typed)).Answer is DoorAnswer.Welcome, what);
    }

    [Fact]
    public async Task A_device_whose_clock_is_wrong_is_not_believed()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite);
        var now = door.Office.Clock.GetUtcNow();
        DateTimeOffset[] clocks = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, now.AddHours(2), now.AddMinutes(-20)];

        foreach (var at in clocks) await door.SendAsync(door.Day1, new ScanRequest(Guid.CreateVersion7(), "X", ScanMethod.Camera, ScannedAt: at));

        Assert.Equal([now, now, now, now.AddMinutes(-20)], (await door.ScansAsync()).Select(s => s.ScannedAt));
    }

    [Fact]
    public async Task Each_door_lets_in_once_and_only_on_its_day()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        Assert.Equal(DoorAnswer.Welcome, (await door.ScanAsync(door.Day1, code)).Answer);
        Assert.Equal(DoorAnswer.Welcome, (await door.ScanAsync(door.Evening, code)).Answer);

        door.Office.Clock.Advance(TimeSpan.FromDays(1));

        var late = await door.ScanAsync(door.Day1, code);
        Assert.Equal(DoorAnswer.NotToday, late.Answer);
        Assert.Equal([CongressPart.Day1, CongressPart.Day2, CongressPart.Evening], late.ComesTo);
    }

    [Fact]
    public async Task A_cancelled_ticket_and_a_replaced_one_let_nobody_in()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite, Ayse, "other@bund.de");
        var (cancelled, replaced) = (await door.CodeOfAsync(Ayse), await door.CodeOfAsync("other@bund.de"));
        var gone = await door.Office.RegistrationOfAsync(Ayse, Ct);
        var sender = await door.Office.RegistrationOfAsync("other@bund.de", Ct);
        await door.Office.UseAsync<ReviewDesk, CancelOutcome>(desk => desk.CancelAsync(gone.Id, DoorOffice.Staff, null, Ct));
        await door.Office.UseAsync<ReviewDesk, SubstituteOutcome>(desk => desk.SubstituteAsync(sender.Id, DoorOffice.Staff, Any.Submission("sub@bund.de", "Jo", "Özil"), Ct));

        Assert.Equal(DoorAnswer.Cancelled, (await door.ScanAsync(door.Day1, cancelled, because: "bitte")).Answer);
        Assert.Equal(DoorAnswer.Replaced, (await door.ScanAsync(door.Day1, replaced, because: "bitte")).Answer);
        Assert.Equal(0, (await door.CountAsync(door.Day1)).Inside);
    }

    [Theory, EveryDatabase]
    public async Task Staff_let_somebody_in_against_the_rules_with_a_reason_as_often_as_needed(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        await door.ScanAsync(door.Day1, code);
        var first = (await door.ScansAsync()).Single();

        Assert.False((await door.ScanAsync(door.Day1, code, because: "  ")).Admitted);
        Assert.True((await door.ScanAsync(door.Day1, code, because: "War kurz draußen")).Admitted);
        door.Office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await door.ScanAsync(door.Day1, code, because: "Mit der Leitung besprochen")).Admitted);
        Assert.True((await door.ScanAsync(door.Day1, code, because: "Noch einmal")).Admitted);

        Assert.Equal(["AlreadyIn: War kurz draußen", "NotToday: Mit der Leitung besprochen", "NotToday: Noch einmal"],
            (await door.Office.AllAsync<Change>(Ct)).Where(c => c.Action == "CheckIn.Overruled").OrderBy(c => c.Id).Select(c => c.Detail));
        Assert.Equal(first.Id, Assert.Single(await door.ScansAsync(), s => s.IsIn).Id);
    }

    [Theory, EveryDatabase]
    public async Task An_admission_is_taken_back_once_and_the_person_can_come_again(string provider)
    {
        await using var door = await DoorOffice.OpenAsync(provider, Ayse);
        var code = await door.CodeOfAsync(Ayse);
        var reply = await door.ScanAsync(door.Day1, code);

        var undone = await Task.WhenAll(Enumerable.Range(1, 5).Select(_ => Task.Run(() => door.UndoAsync(reply.ScanId, "Falsche Person"))));

        Assert.Equal(1, undone.Count(done => done));
        Assert.Equal(0, (await door.CountAsync(door.Day1)).Inside);
        var change = Assert.Single(await door.Office.AllAsync<Change>(Ct), c => c.Action == "CheckIn.Undone");
        Assert.Equal((DoorOffice.Staff, "Falsche Person"), (change.ActorId, change.Detail));
        Assert.Equal(DoorAnswer.Welcome, (await door.ScanAsync(door.Day1, code)).Answer);
    }

    [Fact]
    public async Task The_doors_are_made_once()
    {
        await using var door = await DoorOffice.OpenAsync(Databases.Sqlite);

        var again = await Task.WhenAll(Enumerable.Range(1, 5).Select(_ => Task.Run(() => door.Office.UseAsync<CheckInDesk, List<CheckInList>>(desk => desk.EnsureListsAsync(door.Conference, Ct)))));

        Assert.All(again, lists => Assert.Equal(["Tag 1", "Tag 2", "Abendveranstaltung"], lists.Select(l => l.Name)));
        Assert.Equal(3, (await door.Office.AllAsync<CheckInList>(Ct)).Count);
    }
}
