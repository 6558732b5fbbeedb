const grid = 5;

/** Draws a day of the board. Positions are set through the style object: the policy of the page allows no style attribute. */
export class BoardView {
  constructor(board) {
    this.board = board;
    for (const name of ["grid", "scroll", "plain", "unplaced", "search", "card", "help"]) this[name] = board.querySelector(`[data-${name}]`);
    this.search.addEventListener("input", () => this.showUnplaced());
    this.filters = [...board.querySelectorAll("[data-filter]")];
    for (const filter of this.filters) filter.addEventListener("change", () => this.showUnplaced());
  }

  start() {
    this.plain.hidden = true;
    this.scroll.hidden = this.help.hidden = false;
    this.board.querySelector("[data-search-box]").hidden = false;
    this.board.classList.add("board-page--live");
  }

  show(state) {
    const focused = document.activeElement?.dataset?.key;
    this.state = state;
    this.grid.replaceChildren(...this.clock(), ...this.rooms(), ...state.slots.flatMap(slot => this.slot(slot)));
    this.grid.style.setProperty("--rooms", state.rooms.length);
    this.grid.style.setProperty("--steps", state.minutes / grid);
    // The lines of the hours begin below the heads, however many lines the longest name takes.
    this.grid.style.setProperty("--head", `${this.grid.querySelector(".board-room")?.offsetHeight ?? 52}px`);
    this.showUnplaced();
    if (focused) (this.board.querySelector(`[data-key="${focused}"]`) ?? this.scroll).focus({ preventScroll: true });
    if (this.chosen) this.choose(this.chosen);
  }

  clock() {
    return this.state.clock.map((text, hour) => at(make("div", "board-hour", text), 1, hour * 60, 60));
  }

  rooms() {
    return this.state.rooms.flatMap((room, i) => {
      const head = make("div", "board-room", room.name);
      head.append(make("small", "", `${room.capacity} Plätze`));
      head.style.gridColumn = i + 2;
      const closed = room.closed.map(s => at(make("div", "board-closed"), i + 2, s.from, s.to - s.from));
      return [head, ...closed];
    });
  }

  slot(slot) {
    const columns = slot.rooms.length === 0
      ? [[0, this.state.rooms.length]]
      : runs(slot.rooms.map(id => this.state.rooms.findIndex(r => r.id === id)).filter(i => i >= 0).sort((a, b) => a - b));
    return columns.map(([first, count], i) => {
      const card = make(i === 0 ? "button" : "div", "board-slot");
      card.dataset.slot = slot.id;
      if (i === 0) {
        card.type = "button";
        card.dataset.key = slot.id;
      } else {
        card.setAttribute("aria-hidden", "true");
      }
      this.fill(card, slot.session, slot.title, slot.hours);
      card.append(make("span", "kern-sr-only", `, ${this.roomNames(slot.rooms) || "überall"}${slot.session ? `, ${slot.session.state}` : ""} `));
      if (slot.conflicts) card.append(make("span", "board-slot__trouble", `${slot.worst === "Error" ? "✖" : "▲"} ${slot.conflicts === 1 ? "1 Konflikt" : `${slot.conflicts} Konflikte`}`));
      card.classList.toggle("board-slot--error", slot.worst === "Error");
      card.classList.toggle("board-slot--warning", slot.worst === "Warning");
      card.append(make("span", "board-slot__edge"));
      at(card, first + 2, slot.start, slot.minutes, count);
      const [lane, lanes] = this.laneOf(slot, first);
      if (lanes > 1) {
        card.style.width = `${100 / lanes}%`;
        card.style.marginLeft = `${(100 / lanes) * lane}%`;
      }
      return card;
    });
  }

  fill(card, session, title, hours) {
    card.classList.toggle("board-slot--break", session?.isBreak ?? false);
    card.classList.toggle("board-slot--blocker", !session);
    card.classList.toggle("board-slot--cancelled", session?.isCancelled ?? false);
    if (session?.colour) card.style.setProperty("--track", session.colour);
    card.append(make("span", "board-slot__title", title));
    const facts = [hours, session ? session.kind : "Sperre", session?.names].filter(Boolean).join(" · ");
    card.append(make("span", "board-slot__facts", facts));
  }

  showUnplaced() {
    const words = this.search.value.trim().toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
    const found = this.state.unplaced.filter(s => words.every(w => `${s.title} ${s.names} ${s.kind} ${s.track ?? ""}`.toLocaleLowerCase("de").includes(w)))
      .filter(s => this.filters.every(f => !f.value || s[f.dataset.filter] === f.value));
    this.board.querySelector("[data-none-found]").hidden = found.length > 0 || this.state.unplaced.length === 0;
    this.board.querySelector("[data-unplaced-count]").textContent = this.state.unplaced.length;
    this.unplaced.replaceChildren(...found.map(session => {
      const card = make("button", "board-slot board-slot--loose");
      card.type = "button";
      card.dataset.session = session.id;
      card.dataset.key = session.id;
      this.fill(card, session, session.title, `${session.minutes} Minuten`);
      card.append(make("span", "kern-sr-only", `, ${session.state}, ohne Platz`));
      const item = make("li");
      item.append(card);
      return item;
    }));
  }

  /** Two that overlap in one room stand side by side. */
  laneOf(slot, column) {
    const inRoom = this.state.slots.filter(s => s.rooms.some(id => this.state.rooms[column]?.id === id) && s.start < slot.start + slot.minutes && slot.start < s.start + s.minutes);
    return [inRoom.findIndex(s => s.id === slot.id), inRoom.length];
  }

  roomNames(ids) {
    return this.state.rooms.filter(r => ids.includes(r.id)).map(r => r.name).join(" und ");
  }

  /** "14:05": what the clock shows so many minutes below the upper edge. */
  time(minutes) {
    const hour = Math.floor(minutes / 60);
    const known = this.state.clock[hour];
    return known ? `${known.slice(0, 3)}${String(minutes - hour * 60).padStart(2, "0")}` : "";
  }

  troubleOf(slotId, sessionId) {
    const slot = this.state.slots.find(s => s.id === slotId || (sessionId && s.session?.id === sessionId));
    if (!slot) return "";
    return this.state.conflicts.filter(c => !c.accepted && c.slots.includes(slot.id)).map(c => c.text).join(" ");
  }

  /** Shows on the grid where somebody in it, or the room, cannot. */
  shade(people) {
    this.unshade();
    const away = people.flatMap(id => this.state.away[id] ?? []);
    for (const s of away) this.grid.prepend(at(make("div", "board-away"), 2, s.from, s.to - s.from, this.state.rooms.length));
  }

  unshade() {
    for (const shade of this.grid.querySelectorAll(".board-away")) shade.remove();
  }

  /** The card beside the board: what it is, what is wrong, and the ways on. */
  choose(id) {
    const slot = this.state.slots.find(s => s.id === id);
    const session = slot?.session ?? this.state.unplaced.find(s => s.id === id);
    this.chosen = slot || session ? id : null;
    this.card.hidden = !this.chosen;
    if (!this.chosen) return;
    const part = name => this.card.querySelector(`[data-card-${name}]`);
    part("title").textContent = slot?.title ?? session.title;
    part("facts").textContent = [slot ? `${slot.hours}, ${this.roomNames(slot.rooms) || "überall"}` : `${session.minutes} Minuten, ohne Platz`, session?.kind, session?.state, session?.track, session?.names].filter(Boolean).join(" · ");
    part("conflicts").replaceChildren(...(slot ? this.state.conflicts.filter(c => c.slots.includes(slot.id)) : [])
      .map(c => make("li", `board-conflict board-conflict--${c.severity.toLowerCase()}`, `${c.accepted ? "Angenommen: " : c.severity === "Error" ? "✖ " : "▲ "}${c.text}${c.accepted ? ` (${c.accepted})` : ""}`)));
    const form = part("form");
    form.href = `${form.dataset.address}&${slot ? "platz" : "sitzung"}=${id}`;
    const page = part("session");
    page.hidden = !session;
    if (session) page.href = page.dataset.address + session.id;
    part("remove").hidden = !slot;
  }
}

export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function at(element, column, start, minutes, columns = 1) {
  element.style.gridColumn = `${column} / span ${columns}`;
  element.style.gridRow = `${start / grid + 2} / span ${minutes / grid}`;
  return element;
}

function runs(columns) {
  const found = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === column) last[1]++;
    else found.push([column, 1]);
  }
  return found;
}
