// The board: one day, rooms side by side. The server decides every step and answers with what changed on the day.
import { BoardView } from "./board-view.js";
import { BoardHand } from "./board-hand.js";
import { BoardLink } from "./board-link.js";
import { merge } from "./board-state.js";

const board = document.querySelector("[data-board]");
if (board) {
  const spoken = document.querySelector("[data-spoken]");
  const message = document.querySelector("[data-message]");
  const say = text => { spoken.textContent = text; };
  const warn = text => { message.textContent = text; };

  const view = new BoardView(board);
  // What the server told last; what is shown waits while a card is in the hand.
  let known = JSON.parse(board.querySelector("[data-state]").textContent);
  const link = new BoardLink(board, {
    onState: answer => {
      if (!take(answer)) return;
      if (hand.isBusy) waiting = known;
      else view.show(known);
    },
    onTrouble: warn,
  });
  let waiting = null;

  const hand = new BoardHand(board, view, {
    say,
    onDrop: step,
    onIdle: () => {
      if (waiting) view.show(waiting);
      waiting = null;
    },
  });

  /** False: it is older than what is known, or a change of something else; the next look brings everything. */
  function take({ state, change }) {
    if (change ? change.since !== known.stamp : state.revision < known.revision) return false;
    known = change ? merge(known, change) : state;
    return true;
  }

  async function step(values, spokenAfter) {
    warn("");
    const answer = await link.send(() => ({ ...values, from: view.state.from, stand: known.stamp }));
    waiting = null;
    if (!answer) {
      // Shown as it was before: nothing on the page pretends to be saved.
      view.show(view.state);
      return;
    }
    take(answer);
    view.show(known);
    if (!answer.ok) warn(answer.text);
    const trouble = view.troubleOf(values.slotId, values.sessionId);
    say([answer.ok ? spokenAfter : answer.text, trouble].filter(Boolean).join(" "));
  }

  for (const [name, kind, text] of [["undo", "Undo", "Rückgängig gemacht."], ["redo", "Redo", "Wiederholt."]]) {
    document.querySelector(`[data-${name}]`).addEventListener("submit", event => {
      event.preventDefault();
      delete event.target.dataset.sent;
      step({ kind }, text);
    });
  }
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.target.matches("input, textarea, select")) return;
    const kind = event.key === "z" && !event.shiftKey ? "Undo" : event.key === "y" || (event.key === "Z" && event.shiftKey) ? "Redo" : null;
    if (!kind) return;
    event.preventDefault();
    step({ kind }, kind === "Undo" ? "Rückgängig gemacht." : "Wiederholt.");
  });

  view.show(known);
  view.start();
  link.watch(() => known);
}
