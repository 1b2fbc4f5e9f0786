// The photo of a question, shown so that a click moves the middle of its crop: the
// two numbers of templates/nhsuk/_focal.html, which do the same alone. Drawn on a
// canvas, since no blob: image is allowed.
const STAGE_PX = 320;
const CROP_PX = 128;
const SHAPES = { circle: 1, panel: 380 / 570 };
const DEFAULTS = { left: 50, top: 35 };

function within(value) {
  return Math.min(100, Math.max(0, value));
}

function canvas(className, words) {
  const made = document.createElement("canvas");
  made.className = className;
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", words);
  return made;
}

// As the drawing does it: the largest part of that shape round the point.
function cropOf(photo, across, down, at) {
  const scale = Math.min(photo.width / across, photo.height / down);
  const width = across * scale;
  const height = down * scale;
  const start = (whole, part, share) =>
    Math.max(0, Math.min(whole * share - part / 2, whole - part));
  return [
    start(photo.width, width, at.left / 100),
    start(photo.height, height, at.top / 100),
    width,
    height,
  ];
}

class Focal {
  constructor(place) {
    this.place = place;
    const group = place.parentElement;
    this.file = group.querySelector("input[type=file]");
    this.kept = group.querySelector(".amd-kept__image");
    this.remove = group.querySelector(".amd-kept input[type=checkbox]");
    this.boxes = {};
    for (const box of place.querySelectorAll("[data-focal-side]")) {
      this.boxes[box.dataset.focalSide] = box;
      box.addEventListener("input", () => this.draw());
      box.addEventListener("keydown", (event) => this.step(event, box));
    }
    this.build();
    this.file.addEventListener("change", () => this.choose(true));
    this.remove?.addEventListener("change", () => this.choose(false));
    this.choose(false);
  }

  build() {
    this.stage = this.place.querySelector(".amd-focal__stage");
    this.photo = canvas("amd-focal__photo", "");
    const frame = (this.frame = document.createElement("div"));
    frame.className = "amd-focal__frame";
    this.mark = document.createElement("span");
    this.mark.className = "amd-focal__mark";
    frame.append(this.photo, this.mark);
    const shape = this.place.dataset.focal;
    this.crop = canvas(
      `amd-focal__crop amd-focal__crop--${shape}`,
      "What the card shows of it",
    );
    this.crop.width = CROP_PX * 2;
    this.crop.height = Math.round(CROP_PX * 2 * SHAPES[shape]);
    const words = document.createElement("p");
    words.className = "amd-focal__words";
    words.textContent = "Click on the photo, or change the numbers.";
    this.stage.append(frame, this.crop, words);
    const move = (event) => this.moveTo(event);
    frame.addEventListener("click", move);
    frame.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse" && event.buttons === 1) move(event);
    });
  }

  // The photo just chosen, else the one that is kept, else none and no questions.
  async choose(isNew) {
    const chosen = this.file.files[0];
    const kept = this.remove?.checked ? null : this.kept;
    let source = null;
    try {
      if (chosen) source = await createImageBitmap(chosen);
      else if (kept) await kept.decode().then(() => (source = kept));
    } catch {
      // Not a picture that this browser can show: the numbers alone remain.
    }
    if (chosen !== this.file.files[0]) return;
    if (isNew && chosen) this.put(DEFAULTS);
    const hasError = this.place.querySelector(".nhsuk-input--error");
    this.place.hidden = !(chosen || kept || hasError);
    this.stage.hidden = !source;
    if (this.kept) this.kept.hidden = Boolean(source);
    this.source = source;
    if (source) this.show(chosen ? "The photo you chose" : "The photo that is kept");
  }

  show(words) {
    const width = this.source.naturalWidth || this.source.width;
    const height = this.source.naturalHeight || this.source.height;
    const scale = (2 * STAGE_PX) / Math.max(width, height);
    this.photo.setAttribute("aria-label", words);
    this.photo.width = Math.max(1, Math.round(width * scale));
    this.photo.height = Math.max(1, Math.round(height * scale));
    // Twice as many pixels as are shown, for fine screens.
    this.frame.style.width = `${this.photo.width / 2}px`;
    const pen = this.photo.getContext("2d");
    pen.drawImage(this.source, 0, 0, this.photo.width, this.photo.height);
    this.draw();
  }

  // What stands in the boxes, or the default where that is no number.
  at() {
    const found = {};
    for (const [side, box] of Object.entries(this.boxes)) {
      const typed = parseFloat(box.value.replace(",", "."));
      found[side] = Number.isFinite(typed) ? within(typed) : DEFAULTS[side];
    }
    return found;
  }

  draw() {
    if (!this.source) return;
    const at = this.at();
    this.mark.style.left = `${at.left}%`;
    this.mark.style.top = `${at.top}%`;
    const { width, height } = this.crop;
    const pen = this.crop.getContext("2d");
    const part = cropOf(this.photo, width, height, at);
    pen.clearRect(0, 0, width, height);
    pen.drawImage(this.photo, ...part, 0, 0, width, height);
  }

  put(numbers) {
    for (const [side, box] of Object.entries(this.boxes)) {
      box.value = numbers[side];
    }
    this.draw();
  }

  moveTo(event) {
    const edge = this.frame.getBoundingClientRect();
    this.put({
      left: Math.round(within((100 * (event.clientX - edge.left)) / edge.width)),
      top: Math.round(within((100 * (event.clientY - edge.top)) / edge.height)),
    });
    this.tell(this.boxes.left);
  }

  // The arrows of a number box, with ten at a time under Shift.
  step(event, box) {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const now = this.at()[box.dataset.focalSide];
    box.value = Math.round(within(now + way * (event.shiftKey ? 10 : 1)));
    this.tell(box);
  }

  // To ourselves and to the preview of the card.
  tell(box) {
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function initFocalPoints() {
  document
    .querySelectorAll("[data-focal]")
    .forEach((place) => new Focal(place));
}
