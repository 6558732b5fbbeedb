const patience = 4000;

/** Sends scans one after the other. What is not answered stays here, also over a reload, and keeps its nonce: the server counts it once. */
export class ScanQueue {
  constructor(key, address, token, { onAnswer, onState }) {
    Object.assign(this, { key, address, token, onAnswer, onState });
    this.waiting = JSON.parse(localStorage.getItem(key) ?? "[]");
    this.failures = 0;
    addEventListener("online", () => this.run());
    this.run();
  }

  add(scan) {
    this.waiting.push(scan);
    this.keep();
    this.run();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    clearTimeout(this.later);
    while (this.waiting.length > 0) {
      const answer = await this.send(this.waiting[0]);
      if (!answer) break;
      this.waiting.shift();
      this.keep();
      this.failures = 0;
      this.onState("");
      this.onAnswer(answer);
    }
    this.running = false;
    if (this.waiting.length === 0) return;
    this.failures++;
    this.onState(`Der Server antwortet nicht. ${this.waiting.length === 1 ? "Ein Scan wartet" : `${this.waiting.length} Scans warten`} und wird wiederholt.`);
    this.later = setTimeout(() => this.run(), Math.min(1000 * 2 ** this.failures, 15000));
  }

  async send(scan) {
    try {
      const answer = await fetch(`${this.address}?handler=Scan`, {
        method: "POST",
        credentials: "same-origin",
        body: new URLSearchParams({ ...scan, __RequestVerificationToken: this.token }),
        signal: AbortSignal.timeout(patience),
      });
      // Signed out or token too old: a reload asks for the sign-in, and the queue goes on afterwards.
      if (answer.redirected || answer.status === 400 || answer.status === 403) {
        this.onState("Bitte melden Sie sich noch einmal an; wartende Scans bleiben erhalten.");
        location.reload();
        return null;
      }
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  keep() {
    localStorage.setItem(this.key, JSON.stringify(this.waiting));
  }
}
