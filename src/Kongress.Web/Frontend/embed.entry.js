// <kongress-programm>: the released programme on a page of somebody else.
//   <script type="module" src="https://KONGRESS/programm/einbetten.js"></script>
//   <kongress-programm></kongress-programm>
// src: address of the congress, where the module comes from elsewhere. day: "2027-03-28", only this day. lang: "de" or "en". level: 2 to 5, of the headings of days.
const home = new URL(import.meta.url).origin;

const words = {
  de: { programme: "Programm", loading: "Das Programm wird geladen.", failed: "Das Programm ist gerade nicht zu erreichen.", empty: "Hier steht noch nichts.", cancelled: "Fällt aus", everywhere: "Alle Räume", soon: "wird bekannt gegeben", all: "Zum ganzen Programm", version: "Stand" },
  en: { programme: "Programme", loading: "The programme is loading.", failed: "The programme cannot be reached at the moment.", empty: "There is nothing here yet.", cancelled: "Cancelled", everywhere: "All rooms", soon: "to be announced", all: "To the whole programme", version: "As of" },
};

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; font: inherit; color: inherit; }
  :host([hidden]) { display: none; }
  ol { list-style: none; margin: 0 0 1.5em; padding: 0; }
  li { display: grid; grid-template-columns: minmax(7.5em, max-content) 1fr; gap: 0 1em; padding: .75em 0; border-top: 1px solid currentColor; }
  .title { font-weight: 600; overflow-wrap: anywhere; }
  .facts { grid-column: 2; margin: .15em 0 0; overflow-wrap: anywhere; }
  .off .title, .off time { text-decoration: line-through; }
  .mark { font-weight: 600; }
  a { color: inherit; }
  a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
  @media (max-width: 30em) { li, time { display: block; } }
`);

const make = (name, text, attributes = {}) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

// Nothing but addresses of the web becomes a link.
const link = (text, address) => /^https?:\/\//i.test(address ?? "") ? make("a", text, { href: address }) : make("span", text);

class KongressProgramm extends HTMLElement {
  static observedAttributes = ["src", "day", "lang", "level"];

  #root = this.attachShadow({ mode: "open" });
  #running;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [style];
  }

  connectedCallback() { this.#show(); }

  disconnectedCallback() { this.#running?.abort(); }

  attributeChangedCallback() { if (this.isConnected) this.#show(); }

  async #show() {
    this.#running?.abort();
    const running = this.#running = new AbortController();
    const language = (this.getAttribute("lang") || document.documentElement.lang || "de").startsWith("en") ? "en" : "de";
    const text = words[language];
    this.#root.replaceChildren(make("p", text.loading, { role: "status" }));
    const source = this.#source();
    try {
      const answer = await fetch(`${source}/api/v1/sessions`, { signal: running.signal, credentials: "omit" });
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.#root.replaceChildren(this.#render(await answer.json(), language, text));
    } catch {
      if (running.signal.aborted) return;
      const line = make("p", `${text.failed} `, { role: "status" });
      line.append(link(text.all, `${source}/programm`));
      this.#root.replaceChildren(line);
    }
  }

  // Also the address of one of the formats is understood: what stands before its path counts.
  #source() {
    try {
      return new URL(this.getAttribute("src") ?? home, location.href).origin;
    } catch {
      return home;
    }
  }

  #render(programme, language, text) {
    const zone = { timeZone: programme.timeZone };
    const dayOf = new Intl.DateTimeFormat("sv-SE", zone);
    const dayName = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de-DE", { weekday: "long", day: "numeric", month: "long", year: "numeric", ...zone });
    const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de-DE", { hour: "2-digit", minute: "2-digit", ...zone });
    const only = this.getAttribute("day");
    const slots = programme.sessions.flatMap(session => session.times.map(time => ({ session, time, start: new Date(time.startsAt), end: new Date(time.endsAt) })))
      .filter(slot => !only || dayOf.format(slot.start) === only)
      .sort((a, b) => a.start - b.start);
    const box = make("section", "", { "aria-label": `${text.programme}: ${programme.title}`, lang: language });
    const level = Math.min(5, Math.max(2, Number(this.getAttribute("level")) || 3));
    for (const [, ofDay] of byDay(slots, dayOf)) {
      box.append(make(`h${level}`, dayName.format(ofDay[0].start)));
      const list = make("ol", "", { role: "list" });
      for (const slot of ofDay) list.append(entry(slot, clock, text));
      box.append(list);
    }

    if (slots.length === 0) box.append(make("p", text.empty));
    const foot = make("p", `${text.version}: ${programme.release.name}. `);
    foot.append(link(text.all, programme.url));
    box.append(foot);
    return box;
  }
}

function byDay(slots, dayOf) {
  const days = new Map();
  for (const slot of slots) days.set(dayOf.format(slot.start), [...days.get(dayOf.format(slot.start)) ?? [], slot]);
  return days;
}

function entry({ session, time, start, end }, clock, text) {
  const item = make("li", "", session.isCancelled ? { class: "off" } : {});
  item.append(make("time", `${clock.format(start)}–${clock.format(end)}`, { datetime: time.startsAt }));
  const title = make("span", "", { class: "title", lang: session.language });
  title.append(link(session.title, session.url));
  item.append(title);
  const places = time.rooms.map(room => room.name).join(" + ") || text.everywhere;
  const people = session.people.map(person => person.name ?? text.soon).join(", ");
  const facts = make("p", [places, people].filter(Boolean).join(" · "), { class: "facts" });
  if (session.isCancelled) facts.prepend(make("span", `${text.cancelled} · `, { class: "mark" }));
  item.append(facts);
  return item;
}

if (!customElements.get("kongress-programm")) customElements.define("kongress-programm", KongressProgramm);
