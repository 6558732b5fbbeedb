const pause = 1500;

/** Speaks with the server: sends steps one after the other, and asks for what others did. */
export class BoardLink {
  constructor(board, { onState, onTrouble }) {
    Object.assign(this, { onState, onTrouble, day: board.dataset.day });
    this.address = new URL(location.pathname, location.origin);
    this.token = document.querySelector("input[name=__RequestVerificationToken]").value;
    this.last = Promise.resolve();
  }

  /** The answer, or null when nothing was saved. The values are asked for when it is this step's turn. */
  send(values) {
    this.last = this.last.then(() => this.post(values()));
    return this.last;
  }

  async post(values) {
    const body = new URLSearchParams({ __RequestVerificationToken: this.token, tag: this.day });
    for (const [key, value] of Object.entries(values)) {
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) body.append(key, one);
    }
    this.sending = true;
    try {
      const answer = await fetch(`${this.address}?handler=Step`, { method: "POST", credentials: "same-origin", body, signal: AbortSignal.timeout(10000) });
      if (answer.ok && !answer.redirected) return await answer.json();
      this.onTrouble("Nicht gespeichert. Bitte laden Sie die Seite neu und melden Sie sich noch einmal an.");
    } catch {
      this.onTrouble("Nicht gespeichert: Der Server antwortet nicht. Auf der Tafel steht wieder der alte Stand.");
    } finally {
      this.sending = false;
    }
    return null;
  }

  /** What others do is here within two seconds. */
  watch(known) {
    setTimeout(async () => {
      try {
        if (!document.hidden && !this.sending) {
          const { revision, stamp } = known();
          const answer = await fetch(`${this.address}?handler=State&tag=${this.day}&seit=${revision}&stand=${stamp}`, { credentials: "same-origin" });
          if (answer.status === 200 && !answer.redirected && !this.sending) this.onState(await answer.json());
        }
      } catch {
        // The next look comes soon.
      }
      this.watch(known);
    }, pause);
  }
}
