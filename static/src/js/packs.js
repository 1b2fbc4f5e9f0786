// The comms desk: how many records are ticked, and how far a pack is. Without scripts the
// same forms are sent, and a link shows the page of the pack anew.
const PAUSE_MS = 2000;
const QUARTERS = 4;
const NONE_CHOSEN = "None chosen yet";

function initPicks() {
  const form = document.querySelector("[data-picks]");
  if (!form) return;
  const ticks = [...form.querySelectorAll("[data-pick]")];
  const formats = [...form.querySelectorAll("[data-format]")];
  const all = form.elements.all;
  const said = form.querySelector("[data-picks-said]");
  const saidFormats = form.querySelector("[data-formats-said]");

  function say() {
    const count = ticks.filter((tick) => tick.checked).length;
    const shown = count ? `${count} chosen` : NONE_CHOSEN;
    if (said.textContent !== shown) said.textContent = shown;
  }

  function sayFormats() {
    const chosen = formats.filter((box) => box.checked);
    saidFormats.replaceChildren(
      ...chosen.flatMap((box) => {
        const name = document.createElement("span");
        name.className = "amd-picks__format";
        name.textContent = box.dataset.format;
        return [name, " "];
      }),
    );
  }

  form.addEventListener("change", ({ target }) => {
    if (target === all) ticks.forEach((tick) => (tick.checked = all.checked));
    else if (all && target.matches("[data-pick]") && !target.checked)
      all.checked = false;
    if (target.matches("[data-format]")) sayFormats();
    else say();
  });
  if (all?.checked) ticks.forEach((tick) => (tick.checked = true));
  say();
  sayFormats();
}

class Making {
  constructor(place) {
    this.place = place;
    this.said = document.querySelector("[data-making-said]");
    this.quarter = 0;
    document.body.dataset.making = "true";
    this.later();
  }

  later() {
    setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    let page;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok) throw new Error(answer.statusText);
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      // The site restarts, or the line is gone for a moment.
      return this.later();
    }
    // It is done, or somebody signed out: the page itself says what is there now.
    if (!page.querySelector("[data-making]")) return location.reload();
    this.show(page);
    this.later();
  }

  show(page) {
    const bar = this.place.querySelector("progress");
    const fresh = page.querySelector("progress");
    const label = page.querySelector("label[for=progress]").textContent;
    bar.value = fresh.value;
    this.place.querySelector("label[for=progress]").textContent = label;
    const quarter = Math.floor((QUARTERS * bar.value) / bar.max);
    // Read out four times at the most, however many records there are.
    if (quarter > this.quarter) this.said.textContent = label;
    this.quarter = quarter;
  }
}

export function initPacks() {
  initPicks();
  const place = document.querySelector("[data-making]");
  if (place) new Making(place);
}
