const pause = 2000;

/** Looks every two seconds how far long work is, until its page tells the end. */
export function keepLooking() {
  const place = document.querySelector("[data-progress]");
  if (!place) return;
  // Who looks on need not press anything.
  for (const actions of place.querySelectorAll(".actions")) actions.hidden = true;
  const look = async () => {
    const answer = await fetch(location.href).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const now = page?.querySelector("[data-progress]");
    if (page && !now) {
      location.reload();
      return;
    }
    if (now) {
      place.querySelector("label").textContent = now.querySelector("label").textContent;
      place.querySelector("progress").value = now.querySelector("progress").value;
    }
    setTimeout(look, pause);
  };
  setTimeout(look, pause);
}
