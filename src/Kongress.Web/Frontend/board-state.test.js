import { test } from "node:test";
import assert from "node:assert/strict";
import { merge } from "./board-state.js";

const before = {
  stamp: "1", revision: 1, minutes: 600, rooms: [],
  slots: [{ id: "a", start: 0 }, { id: "b", start: 5 }],
  unplaced: [{ id: "x", title: "X" }, { id: "y", title: "Y" }],
  conflicts: [{ key: "k", severity: "Error" }, { key: "l", severity: "Warning" }],
  away: { p: [] },
};
const nothing = { stamp: "2", revision: 2, slots: [], goneSlots: [], unplaced: [], unplacedOrder: null, conflicts: [], goneConflicts: [], away: {} };

test("a change of nothing leaves the day as it was", () => {
  assert.deepEqual(merge(before, nothing), { ...before, stamp: "2", revision: 2 });
});

test("moved, new and gone cards stand in the order of time", () => {
  const after = merge(before, { ...nothing, slots: [{ id: "a", start: 10 }, { id: "0", start: 5 }], goneConflicts: ["k"], conflicts: [{ key: "m", severity: "Error" }], away: { q: [1] } });
  assert.deepEqual(after.slots.map(s => s.id), ["0", "b", "a"]);
  assert.deepEqual(after.conflicts.map(c => c.key), ["m", "l"]);
  assert.deepEqual(after.away, { p: [], q: [1] });
  assert.deepEqual(merge(before, { ...nothing, goneSlots: ["b"] }).slots.map(s => s.id), ["a"]);
});

test("what is placed leaves the list and what is taken off comes back to its place in it", () => {
  const placed = merge(before, { ...nothing, unplacedOrder: ["y"] });
  assert.deepEqual(placed.unplaced.map(s => s.title), ["Y"]);
  assert.deepEqual(merge(placed, { ...nothing, unplaced: [{ id: "x", title: "X" }], unplacedOrder: ["x", "y"] }).unplaced.map(s => s.title), ["X", "Y"]);
});
