// Makes pages quicker; every page works without it.
import { keepMarks } from "./marks.js";
import { keepDrafts } from "./draft.js";
import { keepLooking } from "./progress.js";

const errors = document.querySelector("[data-errors]");
if (errors) errors.focus();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A second press while the answer is on its way does nothing. Going back in history brings the form to life again.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

keepDrafts();
keepLooking();
keepMarks();
