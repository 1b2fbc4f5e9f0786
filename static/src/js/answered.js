// Says which criteria are answered while somebody types: the form is posted to its
// data-answered-url after a pause, and the words that come back take the place of
// those on the page. The site keeps what is typed, so that a browser which goes back
// or is closed loses nothing. Without a script both happen when the page is saved.
const PAUSE_MS = 600;

function withoutFiles(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data.entries()]) {
    if (value instanceof File) data.delete(name);
  }
  return data;
}

// Only what is different is touched: a status is read out when its words change.
function show(place, page) {
  const next = new DOMParser()
    .parseFromString(page, "text/html")
    .querySelector(".amd-answered__live");
  if (!next) return;
  for (const part of ["[role=status]", "ul"]) {
    const old = place.querySelector(part);
    const fresh = next.querySelector(part);
    if (old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML;
  }
}

function start(form) {
  const place = form.querySelector(".amd-answered__live");
  let timer;
  let running = new AbortController();

  async function update() {
    timer = undefined;
    running.abort();
    running = new AbortController();
    try {
      const response = await fetch(form.dataset.answeredUrl, {
        method: "POST",
        body: withoutFiles(form),
        signal: running.signal,
      });
      if (response.ok) show(place, await response.text());
    } catch {
      // What stands there is what was saved; it is said again on the next page.
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    timer = undefined;
    running.abort();
  });
  // What was typed since the last pause goes with the page that is left.
  window.addEventListener("pagehide", () => {
    if (timer === undefined) return;
    navigator.sendBeacon(form.dataset.answeredUrl, withoutFiles(form));
  });
}

export function initAnswered() {
  document.querySelectorAll("form[data-answered-url]").forEach(start);
}
