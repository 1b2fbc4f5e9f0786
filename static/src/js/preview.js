// Draws the card while somebody types: the form is posted to its
// data-preview-url after a pause, and the picture that comes back is drawn on
// the canvas of the element named by data-preview (see templates/_preview.html).
// Nothing personal reaches an address, and no data: or blob: image is needed.
const PAUSE_MS = 300;
const PHOTO_PX = 800;
const shrunk = new WeakMap();

// A photo of 15 MB is not sent at every pause: the preview needs few pixels.
async function shrink(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, PHOTO_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
}

async function formData(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data.entries()]) {
    if (!(value instanceof File)) continue;
    data.delete(name);
    if (!value.size) continue;
    if (!shrunk.has(value)) {
      shrunk.set(value, await shrink(value).catch(() => null));
    }
    const small = shrunk.get(value);
    if (small) data.append(name, small, "photo.jpg");
  }
  return data;
}

async function draw(canvas, blob) {
  const bitmap = await createImageBitmap(blob);
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d").drawImage(bitmap, 0, 0);
  canvas.hidden = false;
}

async function refresh(form, canvas, say, signal) {
  const response = await fetch(form.dataset.previewUrl, {
    method: "POST",
    body: await formData(form),
    signal,
  });
  const type = response.headers.get("Content-Type") || "";
  if (response.ok && type.startsWith("image/")) {
    await draw(canvas, await response.blob());
    const note = response.headers.get("X-Preview-Note") || "";
    say(decodeURIComponent(note) || "Preview updated");
  } else if (type.startsWith("text/plain")) {
    say(await response.text());
  } else {
    say("The preview could not be drawn. You can still send the form");
  }
}

function start(form) {
  const place = document.getElementById(form.dataset.preview);
  const canvas = place.querySelector("canvas");
  const status = place.querySelector("[role=status]");
  const say = (words) => {
    // The same words again are not announced again.
    if (status.textContent !== words) status.textContent = words;
  };
  let timer;
  let running = new AbortController();

  async function update() {
    running.abort();
    running = new AbortController();
    try {
      await refresh(form, canvas, say, running.signal);
    } catch (error) {
      if (error.name !== "AbortError") {
        say("The preview could not be drawn. You can still send the form");
      }
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE_MS);
  }

  place.hidden = false;
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  if (form.dataset.previewAtOnce !== undefined) later();
}

export function initPreviews() {
  document.querySelectorAll("form[data-preview-url]").forEach(start);
}
