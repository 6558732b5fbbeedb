// "Merken": without an account the browser keeps what somebody marked, with one a form does it without leaving the page.
const key = "kongress.gemerkt";
const most = 300;

// What is stored may be old, foreign or cut off; then nothing is marked.
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(code => typeof code === "string" && /^[A-Z0-9]{1,20}$/.test(code)) : [];
  } catch {
    return [];
  }
}

/** False where the browser keeps nothing: private windows, full storage. */
function write(codes) {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set(codes)].slice(-most)));
    return true;
  } catch {
    return false;
  }
}

function show(button, isMarked) {
  button.setAttribute("aria-pressed", String(isMarked));
  button.querySelector("[data-word]").textContent = isMarked ? button.dataset.on : button.dataset.off;
}

// What falls out is not to be marked any more: its button goes. Who just took it off goes on at its title.
function hide(part, isHidden) {
  const hadFocus = isHidden && part.contains(document.activeElement);
  const title = hadFocus && (part.closest(".timetable__slot, li")?.querySelector("a") ?? document.querySelector("main h1"));
  part.hidden = isHidden;
  if (!title) return;
  if (title.tabIndex < 0) title.tabIndex = -1;
  title.focus();
}

function showAll(root = document) {
  const marked = new Set(read());
  for (const button of root.querySelectorAll("button[data-mark]")) {
    const isMarked = marked.has(button.dataset.mark);
    show(button, isMarked);
    hide(button, button.dataset.markCancelled === "true" && !isMarked);
  }
}

function toggle(button) {
  const code = button.dataset.mark;
  const others = read().filter(other => other !== code);
  const isMarked = button.getAttribute("aria-pressed") !== "true";
  if (write(isMarked ? [...others, code] : others)) showAll();
}

// The same form that works without script; only the page stays where it is.
async function send(form) {
  const isMarked = form.elements.IsMarked.value === "true";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual", headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (answer.type !== "opaqueredirect") throw new Error(`${answer.status}`);
  } catch {
    form.submit();
    return;
  }
  delete form.dataset.sent;
  // A page may show a session twice.
  for (const same of document.querySelectorAll("[data-mark-form]")) {
    if (same.elements.Code.value !== form.elements.Code.value) continue;
    show(same.querySelector("button"), isMarked);
    hide(same, same.dataset.markCancelled === "true" && !isMarked);
    same.elements.IsMarked.value = String(!isMarked);
  }
}

// "Mein Programm" without an account: the server knows the programme, the browser what is marked of it.
async function list(place) {
  const codes = read();
  for (const part of document.querySelectorAll("[data-marks-some]")) part.hidden = codes.length === 0;
  const answer = await fetch(place.dataset.marksList, { headers: { "Kongress-Marks": codes.join(",") } });
  if (!answer.ok) return;
  place.innerHTML = await answer.text();
  showAll(place);
}

export function keepMarks() {
  showAll();
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-mark]");
    if (button) toggle(button);
  });
  document.addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.matches("[data-mark-form]")) {
      event.preventDefault();
      send(form);
    } else if (form.matches("[data-marks-fill]")) {
      form.elements.Codes.value = read().join(",");
    } else if (form.matches("[data-marks-take]")) {
      // Without an account nothing is sent: the marks come from the page into this browser.
      event.preventDefault();
      if (write([...read(), ...form.dataset.marksTake.split(",").filter(Boolean)])) location.assign(form.dataset.marksNext);
    }
  });
  // Another tab marked something.
  window.addEventListener("storage", event => { if (event.key === key) showAll(); });
  const place = document.querySelector("[data-marks-list]");
  if (place) list(place);
  // The account has them now.
  if (document.querySelector("[data-marks-taken]")) write([]);
  for (const part of document.querySelectorAll("[data-marks-local]")) part.hidden = read().length === 0;
  for (const part of document.querySelectorAll("[data-marks-script]")) part.hidden = false;
}
