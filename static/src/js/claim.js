// Renews a claim while somebody works on the page that shows it: the element
// with data-renew-url (see templates/admin/records/record/_claim.html). Without
// this script whatever they send renews it.
const EVERY_MS = 3 * 60 * 1000;
// What a person does. A browser says `scroll` and `pointermove` of its own accord too,
// when a page is laid out under a pointer at rest.
const SIGNS_OF_WORK = ["input", "keydown", "pointerdown", "touchmove", "wheel"];

async function renew(box) {
  const token = box.querySelector("[name=csrfmiddlewaretoken]");
  const response = await fetch(box.dataset.renewUrl, {
    method: "POST",
    headers: { "X-CSRFToken": token.value },
  });
  // A page that asks to sign in again is no answer about a claim.
  if (!(response.headers.get("Content-Type") || "").includes("json")) return true;
  const { until, sentence } = await response.json();
  if (until) {
    box.querySelector("[data-claim-until]").textContent = until;
  } else {
    box.querySelector("[data-claim-said]").textContent = sentence;
    box.classList.add("amd-claim--lost");
  }
  return Boolean(until);
}

function listen(page, note) {
  for (const sign of SIGNS_OF_WORK) {
    page?.addEventListener(sign, note, { capture: true, passive: true });
  }
}

export function initClaims() {
  const box = document.querySelector("[data-renew-url]");
  if (!box) return;
  let hasWorked = false;
  const note = () => {
    hasWorked = true;
  };
  listen(document, note);
  // Who reads in the preview works too; its events do not reach the page around it.
  for (const frame of document.querySelectorAll("iframe")) {
    listen(frame.contentDocument, note);
    frame.addEventListener("load", () => listen(frame.contentDocument, note));
  }
  const timer = setInterval(async () => {
    if (!hasWorked) return;
    hasWorked = false;
    const isMine = await renew(box).catch(() => true);
    if (!isMine) clearInterval(timer);
  }, EVERY_MS);
}
