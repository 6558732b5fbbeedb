import { at, make } from "./board-view.js";

const grid = 5;
const startDragging = 5;

/** Takes a card up, carries it and puts it down: by keys, by single clicks, or by dragging. All three end in one step for the server. */
export class BoardHand {
  constructor(board, view, { say, onDrop, onIdle }) {
    Object.assign(this, { board, view, say, onDrop, onIdle });
    board.addEventListener("keydown", event => this.key(event));
    board.addEventListener("pointerdown", event => this.down(event));
    board.addEventListener("click", event => this.click(event));
    document.addEventListener("pointermove", event => this.move(event));
    document.addEventListener("pointerup", event => this.up(event));
    document.addEventListener("pointercancel", () => this.cancel("Abgebrochen."));
    board.querySelector("[data-card-remove]").addEventListener("click", () => this.remove(view.chosen));
  }

  get isBusy() {
    return Boolean(this.held);
  }

  /** What a card stands for, as it can be carried. */
  read(card) {
    const slot = this.view.state.slots.find(s => s.id === card.dataset.slot);
    const session = slot?.session ?? this.view.state.unplaced.find(s => s.id === card.dataset.session);
    if (!slot && !session) return null;
    return {
      id: slot?.id ?? session.id,
      slot,
      session,
      title: slot?.title ?? session.title,
      start: slot?.start ?? this.firstVisible(),
      minutes: slot?.minutes ?? session.minutes,
      column: slot?.rooms.length ? Math.min(...slot.rooms.map(id => this.view.state.rooms.findIndex(r => r.id === id))) : 0,
      columns: slot ? slot.rooms.length || this.view.state.rooms.length : 1,
    };
  }

  firstVisible() {
    const rect = this.view.scroll.getBoundingClientRect();
    return Math.max(0, Math.round((this.view.scroll.scrollTop + Math.max(0, -rect.top)) / this.stepHeight()) * grid);
  }

  stepHeight() {
    return parseFloat(getComputedStyle(this.view.grid).getPropertyValue("--step"));
  }

  take(card) {
    this.held = this.read(card);
    if (!this.held) return;
    this.view.choose(this.held.id);
    this.view.shade(this.held.session?.people ?? []);
    this.ghost = make("div", "board-ghost", this.held.title);
    this.view.grid.append(this.ghost);
    this.draw();
  }

  draw() {
    const { column, start, minutes, columns } = this.held;
    at(this.ghost, column + 2, start, minutes, columns);
  }

  where() {
    const { column, start, minutes, columns } = this.held;
    const rooms = this.view.state.rooms.slice(column, column + columns).map(r => r.name).join(" und ");
    return `${this.view.time(start)} bis ${this.view.time(start + minutes) || "Ende des Tages"}, ${rooms}`;
  }

  shift(minutes, columns) {
    const { rooms, minutes: height } = this.view.state;
    this.held.start = Math.min(Math.max(0, this.held.start + minutes), Math.max(0, height - grid));
    this.held.column = Math.min(Math.max(0, this.held.column + columns), Math.max(0, rooms.length - this.held.columns));
    this.draw();
    this.say(this.where());
  }

  grow(minutes) {
    this.held.minutes = Math.min(Math.max(grid, this.held.minutes + minutes), 600);
    this.draw();
    this.say(`${this.held.minutes} Minuten, ${this.where()}`);
  }

  async drop() {
    const { slot, session, title, start, minutes, column, columns } = this.held;
    const everywhere = slot && slot.rooms.length === 0;
    const rooms = everywhere ? [] : this.scattered(slot, column) ? slot.rooms : this.view.state.rooms.slice(column, column + columns).map(r => r.id);
    const words = `${title} liegt jetzt: ${this.where()}.`;
    this.release();
    if (slot) await this.onDrop({ kind: "Move", slotId: slot.id, version: slot.version, rooms, start, minutes }, words);
    else await this.onDrop({ kind: "Place", sessionId: session.id, rooms, start }, words);
    this.onIdle();
  }

  // Rooms that do not lie side by side are changed in the form; here only the time moves.
  scattered(slot, column) {
    if (!slot || slot.rooms.length < 2) return false;
    const columns = slot.rooms.map(id => this.view.state.rooms.findIndex(r => r.id === id)).sort((a, b) => a - b);
    return columns.some((c, i) => c !== columns[0] + i) || column === undefined;
  }

  cancel(words) {
    if (!this.held) return;
    this.release();
    this.say(words);
    this.onIdle();
  }

  release() {
    this.ghost?.remove();
    this.view.unshade();
    this.held = this.ghost = this.press = null;
    this.board.classList.remove("board-page--dragging");
  }

  async remove(id) {
    const slot = this.view.state.slots.find(s => s.id === id);
    if (!slot) return;
    this.release();
    await this.onDrop({ kind: "Remove", slotId: slot.id, version: slot.version }, `${slot.title} ist von der Tafel genommen.`);
    this.view.scroll.focus();
    this.onIdle();
  }

  key(event) {
    const card = event.target.closest(".board-slot");
    if (!this.held) {
      if (card && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        this.take(card);
        this.say(`${this.held.title} aufgenommen. ${this.where()}. Pfeiltasten verschieben, Eingabetaste legt ab, Esc bricht ab.`);
      } else if (card?.dataset.slot && event.key === "Delete") {
        this.remove(card.dataset.slot);
      }
      return;
    }
    const actions = {
      ArrowUp: () => this.shift(event.shiftKey ? -60 : -grid, 0),
      ArrowDown: () => this.shift(event.shiftKey ? 60 : grid, 0),
      ArrowLeft: () => this.shift(0, -1),
      ArrowRight: () => this.shift(0, 1),
      "+": () => this.grow(grid),
      "-": () => this.grow(-grid),
      Enter: () => this.drop(),
      " ": () => this.drop(),
      Escape: () => this.cancel("Abgebrochen. Alles steht, wo es war."),
      Tab: () => this.cancel("Abgebrochen."),
    };
    if (!actions[event.key]) return;
    if (event.key !== "Tab") event.preventDefault();
    actions[event.key]();
  }

  down(event) {
    const card = event.target.closest(".board-slot");
    if (!card || event.button !== 0) return;
    const edge = event.target.closest(".board-slot__edge") !== null;
    this.press = { card, edge, x: event.clientX, y: event.clientY, offset: event.clientY - card.getBoundingClientRect().top };
  }

  move(event) {
    if (!this.press) return;
    if (!this.press.moved) {
      if (Math.hypot(event.clientX - this.press.x, event.clientY - this.press.y) < startDragging) return;
      const press = this.press;
      this.release();
      this.take(press.card);
      if (!this.held) return;
      this.press = { ...press, moved: true };
      this.board.classList.add("board-page--dragging");
    }
    const place = this.placeAt(event.clientX, event.clientY - (this.press.edge ? 0 : this.press.offset));
    if (this.press.edge) {
      this.held.minutes = Math.min(Math.max(grid, place.start - this.held.start), 600);
    } else {
      this.held.start = place.start;
      this.held.column = Math.min(place.column, Math.max(0, this.view.state.rooms.length - this.held.columns));
    }
    this.draw();
    event.preventDefault();
  }

  up(event) {
    if (!this.press?.moved) {
      this.press = null;
      return;
    }
    const rect = this.view.scroll.getBoundingClientRect();
    const inside = event.clientX >= rect.left && event.clientX <= rect.right && event.clientY >= rect.top && event.clientY <= rect.bottom;
    this.justDragged = true;
    setTimeout(() => { this.justDragged = false; });
    if (inside) this.drop();
    else if (this.held?.slot && event.target.closest?.(".board-side")) this.remove(this.held.id);
    else this.cancel("Abgebrochen.");
  }

  click(event) {
    if (this.justDragged) return;
    const card = event.target.closest(".board-slot");
    // A press of a key on a button clicks it too; the key has been handled.
    if (event.detail === 0 && card) return;
    if (this.held && event.target.closest("[data-grid]") && card?.dataset.key !== this.held.id) {
      const place = this.placeAt(event.clientX, event.clientY);
      this.held.start = place.start;
      this.held.column = Math.min(place.column, Math.max(0, this.view.state.rooms.length - this.held.columns));
      this.drop();
    } else if (card) {
      const same = this.held?.id === (card.dataset.slot ?? card.dataset.session);
      this.release();
      if (!same) {
        this.take(card);
        this.say(`${this.held.title} aufgenommen. Klicken Sie auf den neuen Platz.`);
      }
    }
  }

  placeAt(x, y) {
    const rect = this.view.grid.getBoundingClientRect();
    const head = this.view.grid.querySelector(".board-room").getBoundingClientRect().height;
    const clock = this.view.grid.querySelector(".board-hour").getBoundingClientRect().width;
    const width = (rect.width - clock) / this.view.state.rooms.length;
    const start = Math.round((y - rect.top - head) / this.stepHeight()) * grid;
    return {
      start: Math.min(Math.max(0, start), this.view.state.minutes - grid),
      column: Math.min(Math.max(0, Math.floor((x - rect.left - clock) / width)), this.view.state.rooms.length - 1),
    };
  }
}
