using Kongress.Programme.Board;
using Kongress.Programme.Sessions;
using Kongress.Tests.Hosting;

namespace Kongress.Tests.Programme;

/// <summary>Placing, moving, taking back; and two people at one board.</summary>
public sealed class BoardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_session_is_placed_moved_made_longer_and_taken_off(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        var session = await office.SessionAsync("Registermodernisierung");

        var placed = await office.PlaceAsync(session, office.At(11));
        var moved = await office.MoveAsync(placed.Slot!, office.At(14), room: 1);
        var longer = await office.MoveAsync(moved.Slot!, office.At(14), room: 1, minutes: 90);

        Assert.Equal([(session.Id, office.At(14), 90, office.Rooms[1].Id)], await office.BoardAsync());
        Assert.Equal((BoardOutcome.Done, placed.Slot!.Id), (longer.Outcome, longer.Slot!.Id));
        Assert.Equal(BoardOutcome.Done, (await office.RemoveAsync(longer.Slot)).Outcome);
        Assert.Empty(await office.BoardAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_move_based_on_an_old_state_is_refused_with_what_it_is_now(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        var seen = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11))).Slot!;
        await office.MoveAsync(seen, office.At(12), ProgrammeOffice.Otto);

        var refused = await office.MoveAsync(seen, office.At(15));

        Assert.Equal((BoardOutcome.ChangedMeanwhile, office.At(12)), (refused.Outcome, refused.Slot!.StartsAt));
        Assert.Equal(office.At(12), Assert.Single(await office.BoardAsync()).Start);
    }

    [Fact]
    public async Task Without_the_version_the_second_move_would_overwrite_the_first()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var seen = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(11))).Slot!;
        var first = await office.MoveAsync(seen, office.At(12), ProgrammeOffice.Otto);

        await office.MoveAsync(first.Slot!, office.At(15));

        Assert.Equal(office.At(15), Assert.Single(await office.BoardAsync()).Start);
    }

    [Theory, EveryDatabase]
    public async Task Twenty_people_who_place_one_session_at_once_make_one_slot(string provider)
    {
        await using var office = await ProgrammeOffice.OpenAsync(provider);
        var session = await office.SessionAsync("eins");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => office.PlaceAsync(session, office.At(9 + i % 8), Guid.CreateVersion7()))));

        Assert.Equal(1, results.Count(r => r.Outcome is BoardOutcome.Done));
        Assert.Equal(19, results.Count(r => r.Outcome is BoardOutcome.AlreadyPlaced));
        Assert.Single(await office.BoardAsync());
    }

    [Fact]
    public async Task Without_the_lock_one_session_gets_two_slots()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.SessionAsync("eins");
        await office.PlaceAsync(await office.SessionAsync("zwei"), office.At(9));
        var bothHaveLooked = new Rendezvous(2);
        var race = office.Office.With(database => new WithoutLock(database.ConnectionString, bothHaveLooked.ArriveAsync));
        Task<BoardResult> Place() => race.UseAsync<BoardDesk, BoardResult>(desk => desk.PlaceAsync(office.Conference.Id, session.Id, [office.Rooms[0].Id], office.At(11), null, Guid.CreateVersion7(), Ct));

        var first = Place();
        await bothHaveLooked.Arrived(1);
        await Task.WhenAll(first, Place());

        Assert.Equal(2, (await office.BoardAsync()).Count(s => s.Session == session.Id));
    }

    [Fact]
    public async Task Fifty_steps_are_taken_back_and_done_again()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(9))).Slot!;
        for (var i = 1; i <= 52; i++) slot = (await office.MoveAsync(slot, office.At(9).AddMinutes(5 * i))).Slot!;

        for (var i = 0; i < BoardDesk.MostSteps; i++) Assert.Equal(BoardOutcome.Done, (await office.UndoAsync()).Outcome);
        Assert.Equal(office.At(9).AddMinutes(10), Assert.Single(await office.BoardAsync()).Start);
        Assert.Equal(BoardOutcome.NothingLeft, (await office.UndoAsync()).Outcome);

        for (var i = 0; i < BoardDesk.MostSteps; i++) Assert.Equal(BoardOutcome.Done, (await office.RedoAsync()).Outcome);
        Assert.Equal(office.At(9).AddMinutes(260), Assert.Single(await office.BoardAsync()).Start);
        Assert.Equal(BoardOutcome.NothingLeft, (await office.RedoAsync()).Outcome);
    }

    [Fact]
    public async Task Undo_brings_back_what_was_removed_as_the_same_slot()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(9))).Slot!;
        await office.RemoveAsync(slot);

        var back = await office.UndoAsync();

        Assert.Equal((slot.Id, slot.Number), (back.Slot!.Id, back.Slot.Number));
    }

    [Fact]
    public async Task Each_person_takes_back_only_their_own_steps_and_never_over_those_of_others()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(9))).Slot!;
        var moved = (await office.MoveAsync(slot, office.At(10), ProgrammeOffice.Otto)).Slot!;

        Assert.Equal(BoardOutcome.ChangedMeanwhile, (await office.UndoAsync()).Outcome);
        Assert.Equal(BoardOutcome.Done, (await office.UndoAsync(ProgrammeOffice.Otto)).Outcome);
        Assert.Equal(office.At(9), Assert.Single(await office.BoardAsync()).Start);
        Assert.Equal(office.At(10), moved.StartsAt);
    }

    [Fact]
    public async Task A_new_step_ends_what_could_be_done_again()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var slot = (await office.PlaceAsync(await office.SessionAsync("eins"), office.At(9))).Slot!;
        await office.MoveAsync(slot, office.At(10));
        var back = await office.UndoAsync();
        await office.MoveAsync(back.Slot!, office.At(12));

        Assert.Equal(BoardOutcome.NothingLeft, (await office.RedoAsync()).Outcome);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_stores_nothing()
    {
        await using var office = await ProgrammeOffice.OpenAsync();
        var session = await office.SessionAsync("eins");
        var rejected = await office.SessionAsync("zwei", SessionState.Proposed);
        await office.Office.UseAsync<SessionDesk, StateOutcome>(desk => desk.MoveToAsync(office.Conference.Id, rejected.Id, SessionState.Rejected, null, ProgrammeOffice.Olga, Ct));
        async Task<BoardOutcome> Try(Guid id, Guid room, DateTimeOffset start, int minutes) =>
            (await office.Office.UseAsync<BoardDesk, BoardResult>(desk => desk.PlaceAsync(office.Conference.Id, id, [room], start, minutes, ProgrammeOffice.Olga, Ct))).Outcome;
        var room = office.Rooms[0].Id;

        Assert.Equal(
            [BoardOutcome.NotFound, BoardOutcome.UnknownRoom, BoardOutcome.BadTime, BoardOutcome.BadTime, BoardOutcome.BadLength, BoardOutcome.BadLength, BoardOutcome.NotPlannable],
            [
                await Try(Guid.CreateVersion7(), room, office.At(9), 60),
                await Try(session.Id, Guid.CreateVersion7(), office.At(9), 60),
                await Try(session.Id, room, office.At(9, 3), 60),
                await Try(session.Id, room, office.At(9).AddDays(30), 60),
                await Try(session.Id, room, office.At(9), 0),
                await Try(session.Id, room, office.At(9), 605),
                await Try(rejected.Id, room, office.At(9), 60),
            ]);
        Assert.Empty(await office.BoardAsync());
    }
}
