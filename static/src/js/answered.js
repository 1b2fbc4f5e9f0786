// Says which criteria are answered while somebody types: the form is posted to its
// data-answered-url after a pause, and the words that come back take the place of
// those on the page. Without a script they change on the next page.
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
}

export function initAnswered() {
  document.querySelectorAll("form[data-answered-url]").forEach(start);
}
