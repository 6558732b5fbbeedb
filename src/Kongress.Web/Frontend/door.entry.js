// The door with script: camera, full-screen answers with tones, and a queue that drops nothing.
import { ScanQueue } from "./door-queue.js";
import { showAnswer, hideAnswer } from "./door-answer.js";
import { play, isMuted, setMuted } from "./door-tones.js";
import { Camera } from "./door-camera.js";

const door = document.querySelector("[data-door]");
const form = door.querySelector("[data-scan]");
const code = form.elements.Code;
const state = door.querySelector("[data-state]");
const token = form.elements.__RequestVerificationToken.value;
const address = new URL(location.pathname, location.origin);

const queue = new ScanQueue(`kongress-door-${door.dataset.list}`, address, token, {
  onAnswer: answer => {
    showAnswer(answer, overrule);
    play(answer.show.kind);
    refresh();
  },
  onState: text => {
    const place = door.querySelector("[data-queue]");
    place.hidden = !text;
    place.textContent = text;
  },
});

function scan(entries) {
  hideAnswer();
  queue.add({ nonce: crypto.randomUUID(), scannedAt: new Date().toISOString(), ...entries });
}

function overrule(answer, reason) {
  scan({ registrationId: answer.registrationId, method: "Search", reason });
}

form.addEventListener("submit", event => {
  event.preventDefault();
  delete form.dataset.sent;
  const typed = code.value.trim();
  code.value = "";
  if (typed) scan({ code: typed, method: "Typed" });
  code.focus();
});

for (const person of door.querySelectorAll("[data-scan-person]")) {
  person.addEventListener("submit", event => {
    event.preventDefault();
    delete person.dataset.sent;
    scan({ registrationId: person.elements.RegistrationId.value, method: "Search" });
  });
}

async function refresh() {
  try {
    const answer = await fetch(`${address}?handler=State`, { credentials: "same-origin" });
    if (answer.ok && !state.contains(document.activeElement)) state.innerHTML = await answer.text();
  } catch {
    // The figures are old for a while; the next scan refreshes them.
  }
}
setInterval(refresh, 15000);

const mute = door.querySelector("[data-mute]");
mute.hidden = false;
const showMute = () => { mute.setAttribute("aria-pressed", String(isMuted())); };
mute.addEventListener("click", () => { setMuted(!isMuted()); showMute(); });
showMute();

const start = door.querySelector("[data-camera-start]");
if (navigator.mediaDevices?.getUserMedia) {
  const camera = new Camera(door.querySelector("[data-camera]"), text => scan({ code: text, method: "Camera" }));
  start.hidden = false;
  start.addEventListener("click", async () => {
    start.disabled = true;
    if (await camera.start()) start.hidden = true;
    start.disabled = false;
  });
}
