const welcomeStays = 2200;
let timer;

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
};

/** Fills the screen with the answer. A welcome goes by itself; everything else stays until somebody presses a key or taps. */
export function showAnswer(answer, overrule) {
  const place = document.querySelector("[data-answer]");
  const { kind, symbol, title, sentence } = answer.show;
  const box = element("section", "", `door-answer door-answer--${kind}`);
  box.setAttribute("aria-label", "Ergebnis");
  const sign = element("p", symbol, "door-answer__symbol");
  sign.setAttribute("aria-hidden", "true");
  box.append(sign, element("h2", title));
  if (answer.name) box.append(element("p", answer.name, "door-answer__name"), element("p", answer.organisation));
  if (sentence) box.append(element("p", sentence));
  if (answer.noPhoto) box.append(element("p", "Kein Foto: bitte das gekennzeichnete Namensschild ausgeben."));
  if (answer.canBeOverruled) box.append(overruleForm(answer, overrule));
  const close = element("button", "", "kern-btn kern-btn--secondary");
  close.type = "button";
  close.append(element("span", "Weiter", "kern-label"));
  close.addEventListener("click", hideAnswer);
  const row = element("p");
  row.append(close);
  box.append(row);
  place.replaceChildren(box);
  place.classList.add("door--over");
  clearTimeout(timer);
  if (kind === "welcome") timer = setTimeout(hideAnswer, welcomeStays);
  else close.focus();
}

export function hideAnswer() {
  clearTimeout(timer);
  const place = document.querySelector("[data-answer]");
  place.classList.remove("door--over");
  place.replaceChildren();
  document.getElementById("code")?.focus({ preventScroll: true });
}

addEventListener("keydown", event => { if (event.key === "Escape") hideAnswer(); });

function overruleForm(answer, overrule) {
  const details = element("details");
  const form = element("form");
  const label = element("label", "Grund", "kern-label");
  const input = element("input", "", "kern-form-input__input");
  input.id = "overrule-reason";
  label.htmlFor = input.id;
  input.required = true;
  input.maxLength = 500;
  const button = element("button", "", "kern-btn kern-btn--secondary");
  button.append(element("span", "Einlassen", "kern-label"));
  form.append(label, input, button);
  form.addEventListener("submit", event => {
    event.preventDefault();
    overrule(answer, input.value);
  });
  details.append(element("summary", "Trotzdem einlassen"), form);
  return details;
}
