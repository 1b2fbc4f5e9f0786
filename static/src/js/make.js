// Make a card: the form is posted to its data-make-url while somebody types, and what
// comes back is the picture, what does not fit and the words to post. A photo is made
// small here, sent once, and from then on travels as the signed value that came back,
// so that nothing is stored anywhere (amd/comms/make/held.py).
const PAUSE_MS = 300;
// To measure the words in every format takes as long as a picture: once they rest.
const REST_MS = 1200;
const AGAIN_MS = 1500;
const MOST_TRIES = 3;
const SIDE_PX = 1280;
const SENT_WHOLE_BYTES = 1_000_000;
const NOT_DRAWN =
  "The card could not be drawn just now. You can go on typing, or take the files";

async function shrink(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d");
  // A JPEG has no ground of its own: what is clear would turn black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
}

// The photo or the logo: its file, and the hidden input with what is kept of it.
class Held {
  constructor(place) {
    this.called = place.dataset.held;
    this.mostBytes = Number(place.dataset.mostBytes);
    this.file = place.querySelector("input[type=file]");
    this.kept = place.querySelector("input[type=hidden]");
    this.name = this.file.name;
    // By file: one may be chosen while another is still being made small.
    this.small = new WeakMap();
    this.file.addEventListener("change", () => {
      this.kept.value = "";
    });
  }

  get chosen() {
    return this.file.files[0];
  }

  get sentence() {
    if (!this.chosen || this.chosen.size <= this.mostBytes) return "";
    const megabytes = (bytes) => Math.ceil((bytes * 10) / 1024 / 1024) / 10;
    const most = megabytes(this.mostBytes);
    const size = megabytes(this.chosen.size);
    return `The ${this.called} must be smaller than ${most}MB (this one is ${size}MB)`;
  }

  // What no browser can show is sent as it is: the site says what is wrong with it.
  async toSend() {
    const chosen = this.chosen;
    if (!chosen || this.kept.value || this.sentence) return null;
    if (!this.small.has(chosen)) {
      this.small.set(chosen, shrink(chosen).catch(() => null));
    }
    return (await this.small.get(chosen)) || chosen.slice(0, SENT_WHOLE_BYTES);
  }

  keep(value, chosen) {
    if (chosen && chosen === this.chosen) this.kept.value = value || "";
  }
}

class Maker {
  constructor(form) {
    this.form = form;
    this.held = [...form.querySelectorAll("[data-held]")].map((e) => new Held(e));
    this.canvas = form.querySelector("canvas.amd-make__canvas");
    this.status = form.querySelector("#card [role=status]");
    this.running = new AbortController();
    form.dataset.live = "true";
    form.querySelector("img.amd-make__still")?.remove();
    // Also as the form is sent: what is kept is not sent a second time.
    form.addEventListener("formdata", ({ formData }) => {
      for (const held of this.held) {
        if (held.kept.value) formData.delete(held.name);
      }
    });
    form.addEventListener("input", () => this.later(PAUSE_MS));
    form.addEventListener("change", () => this.later(PAUSE_MS));
    this.later(0);
  }

  later(pause, tries = 0) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(tries), pause);
  }

  say(words) {
    // The same words again are not announced again.
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  async ask(signal, more = {}) {
    const body = await this.data();
    for (const [name, value] of Object.entries(more)) body.append(name, value);
    return fetch(this.form.dataset.makeUrl, { method: "POST", body, signal });
  }

  async update(tries) {
    this.running.abort();
    this.running = new AbortController();
    const { signal } = this.running;
    try {
      const chosen = this.held.map((held) => held.chosen);
      const response = await this.ask(signal);
      if (response.status === 503 && tries < MOST_TRIES) {
        this.later(AGAIN_MS, tries + 1);
        return;
      }
      const answer = await response.json();
      if (signal.aborted) return;
      if (response.ok) await this.show(answer, chosen);
      const tooLarge = this.held.map((held) => held.sentence).find(Boolean);
      this.say(tooLarge || answer.said);
      this.timer = setTimeout(() => this.measure(signal), REST_MS);
    } catch (error) {
      if (error.name !== "AbortError") this.say(NOT_DRAWN);
    }
  }

  async measure(signal) {
    try {
      const response = await this.ask(signal, { measure: "1" });
      if (!response.ok) return;
      const { problems } = await response.json();
      for (const [name, problem] of Object.entries(problems)) {
        this.write(`[data-problem=${name}]`, problem).hidden = !problem;
        this.form.querySelector(`[data-files=${name}]`).hidden = Boolean(problem);
      }
    } catch {
      // What stands there is what was measured before; a file says it again.
    }
  }

  async data() {
    const small = await Promise.all(this.held.map((held) => held.toSend()));
    const data = new FormData(this.form);
    this.held.forEach((held, at) => {
      data.delete(held.name);
      if (small[at]) data.append(held.name, small[at], held.called);
    });
    return data;
  }

  async show(answer, chosen) {
    this.held.forEach((held, at) => held.keep(answer.kept[held.name], chosen[at]));
    await this.draw(answer.picture);
    this.write("#alt-text", answer.alt);
    this.write("#ask-text", answer.request);
    for (const [network, [text, measure]] of Object.entries(answer.posts)) {
      const post = this.write(`#post-${network}`, text);
      post.closest("details").querySelector(".amd-posts__length").textContent = measure;
    }
    this.form.querySelector("[data-make-words]").hidden = !answer.hasWords;
    this.form.querySelector("[data-make-no-words]").hidden = answer.hasWords;
  }

  write(selector, text) {
    const place = this.form.querySelector(selector);
    if (place.textContent !== text) place.textContent = text;
    return place;
  }

  // The last picture stays while what is typed cannot be drawn.
  async draw(encoded) {
    this.canvas.classList.toggle("amd-make__canvas--old", !encoded);
    if (!encoded) return;
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    this.canvas.width = bitmap.width;
    this.canvas.height = bitmap.height;
    this.canvas.getContext("2d").drawImage(bitmap, 0, 0);
    this.canvas.hidden = false;
  }
}

export function initMake() {
  document
    .querySelectorAll("form[data-make-url]")
    .forEach((form) => new Maker(form));
}
