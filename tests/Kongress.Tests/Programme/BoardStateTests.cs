using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Kongress.Programme.Board;
using Kongress.Shared;
using Kongress.Web.Pages.Organiser.Programme.Board;
using Microsoft.Extensions.Localization;
using static Kongress.Tests.Programme.Plans;

namespace Kongress.Tests.Programme;

/// <summary>The state of the board and what is told of a step: as much as is needed, and no less than everything.</summary>
public sealed class BoardStateTests
{
    private static readonly DateTimeOffset Now = At(1).AddDays(-100);

    [Fact]
    public void A_state_made_from_the_one_before_is_the_same_as_one_made_anew_and_the_change_leads_from_one_to_the_other() =>
        (from draft in AnyDraft from which in Gen.Int[0, 19] from shift in Gen.Int[-30, 30] from kind in Gen.Int[0, 2] select (draft, which, shift, kind)).Sample(step =>
        {
            var text = new Untranslated();
            var day = Conference.FirstDay;
            var before = BoardState.Of(step.draft, day, text, Now);
            var next = After(step.draft, step.which, step.shift, step.kind);
            var after = BoardState.Of(next, day, text, Now, before);

            Assert.Equal(Json(BoardState.Of(next, day, text, Now)), Json(after));
            if (BoardChange.Between(before, after) is { } change) Assert.Equal(Json(after), Json(Applied(before, after, change)));
            else Assert.True(before.From != after.From || before.Minutes != after.Minutes);
        });

    [Fact]
    public void A_move_tells_of_the_card_its_old_and_its_new_neighbour_and_of_nothing_else()
    {
        var room = Room();
        var sessions = Enumerable.Range(0, 40).Select(i => Session($"Vortrag {i}")).ToList();
        var slots = sessions.Select((s, i) => Slot(s, At(6).AddMinutes(i * 20), 20, room)).ToList();
        // The second lies on the first.
        slots[1].Set(slots[1].State with { StartsAt = slots[0].StartsAt });
        var draft = Draft([room], [], sessions, slots);
        var before = BoardState.Of(draft, Conference.FirstDay, new Untranslated(), Now);

        var moved = new Slot(Conference.Id, slots[1].State with { StartsAt = slots[10].StartsAt });
        var change = BoardChange.Between(before, BoardState.Of(draft with { Slots = [.. slots.Where((_, i) => i != 1), moved] }, Conference.FirstDay, new Untranslated(), Now, before))!;

        Assert.Equal(new[] { slots[0].Id, slots[1].Id, slots[10].Id }.Order(), change.Slots.Select(s => s.Id).Order());
        Assert.Single(change.GoneConflicts);
        Assert.All(change.Conflicts, c => Assert.Contains(moved.Id, c.Slots));
    }

    private static Draft After(Draft draft, int which, int by, int kind)
    {
        if (draft.Slots.Count == 0) return draft;
        var slot = draft.Slots[which % draft.Slots.Count];
        var others = draft.Slots.Where(s => s.Id != slot.Id);
        return kind switch
        {
            0 => draft with { Revision = 1, Slots = [.. others] },
            1 => draft with { Revision = 1, Slots = [.. others, new Slot(Conference.Id, slot.State with { StartsAt = slot.StartsAt.AddMinutes(by * 5) })] },
            _ => draft with { Revision = 1, Sessions = draft.Sessions.ToDictionary(), Accepted = new Dictionary<string, string> { ["x"] = "y" } },
        };
    }

    // As the script does it.
    private static BoardState Applied(BoardState before, BoardState after, BoardChange change)
    {
        var unplaced = before.Unplaced.Where(s => change.Unplaced.All(c => c.Id != s.Id)).Concat(change.Unplaced).ToDictionary(s => s.Id);
        var there = after.Away.Keys.ToHashSet();
        return before with
        {
            Revision = change.Revision,
            Slots = [.. before.Slots.Where(s => !change.GoneSlots.Contains(s.Id) && change.Slots.All(c => c.Id != s.Id)).Concat(change.Slots).OrderBy(s => s.Start).ThenBy(s => s.Id.ToString(), StringComparer.Ordinal)],
            Unplaced = [.. (change.UnplacedOrder ?? [.. before.Unplaced.Select(s => s.Id)]).Select(id => unplaced[id])],
            Conflicts = [.. before.Conflicts.Where(c => !change.GoneConflicts.Contains(c.Key) && change.Conflicts.All(n => n.Key != c.Key)).Concat(change.Conflicts)],
            Away = before.Away.Concat(change.Away).Where(a => there.Contains(a.Key)).ToLookup(a => a.Key, a => a.Value).ToDictionary(g => g.Key, g => g.Last()),
        };
    }

    // Without the stamp, and conflicts in one order: those of one severity have none that anybody sees.
    private static string Json(BoardState state)
    {
        var json = JsonSerializer.SerializeToNode(state with { Conflicts = [.. state.Conflicts.OrderBy(c => c.Key, StringComparer.Ordinal)] }, JsonSerializerOptions.Web)!.AsObject();
        json.Remove("stamp");
        json["away"] = new JsonObject(json["away"]!.AsObject().OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));
        return json.ToJsonString();
    }

    private sealed class Untranslated : IStringLocalizer<Texts>
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
