/** The day after a change that the server told, from the one before. The objects before stay as they are. */
export function merge(state, change) {
  const unplaced = new Map(replace(state.unplaced, [], change.unplaced, s => s.id).map(s => [s.id, s]));
  return {
    ...state,
    stamp: change.stamp,
    revision: change.revision,
    slots: replace(state.slots, change.goneSlots, change.slots, s => s.id).sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)),
    unplaced: (change.unplacedOrder ?? state.unplaced.map(s => s.id)).map(id => unplaced.get(id)),
    conflicts: replace(state.conflicts, change.goneConflicts, change.conflicts, c => c.key).sort((a, b) => a.severity.localeCompare(b.severity)),
    away: { ...state.away, ...change.away },
  };
}

function replace(before, gone, next, key) {
  const out = new Set([...gone, ...next.map(key)]);
  return [...before.filter(one => !out.has(key(one))), ...next];
}
