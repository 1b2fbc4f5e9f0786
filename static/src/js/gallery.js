// The gallery: what is chosen shows its results in place, at the same address that the
// form would lead to. Anything unforeseen, and the browser goes there by itself.
const PAUSE_MS = 250;
const NAMED = "input[name]:not([type=hidden]), select[name]";

class Gallery {
  constructor(form) {
    this.form = form;
    this.results = document.querySelector("[data-gallery-results]");
    this.status = document.querySelector("[data-gallery-status]");
    form.addEventListener("change", () => this.later());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.show(this.address(), { push: true });
    });
    this.results.addEventListener("click", (event) => this.follow(event));
    window.addEventListener("popstate", () =>
      this.show(location.href, { all: true }),
    );
  }

  // What was chosen and nothing else, so that the address can be read and shared.
  address() {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (value.trim() && name !== "sort") asked.append(name, value.trim());
    }
    const sort = new URLSearchParams(location.search).get("sort");
    if (sort && asked.has("words")) asked.append("sort", sort);
    const query = asked.toString();
    return this.form.action.split("?")[0] + (query ? `?${query}` : "");
  }

  later() {
    clearTimeout(this.pause);
    this.pause = setTimeout(
      () => this.show(this.address(), { push: true }),
      PAUSE_MS,
    );
  }

  // A link to another view of the gallery; a new tab stays a new tab.
  follow(event) {
    const link = event.target.closest("a");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || !isPlain || event.button || link.origin !== location.origin)
      return;
    if (link.pathname !== location.pathname) return;
    event.preventDefault();
    this.show(link.href, { push: true, all: true, focus: true });
  }

  async show(url, { push = false, all = false, focus = false }) {
    clearTimeout(this.pause);
    if (push && url === location.href) return;
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: request.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(
        await answer.text(),
        "text/html",
      );
      // A later question may have been asked while this one was answered.
      if (request.signal.aborted) return;
      if (push) history.pushState(null, "", url);
      this.replace(page, all);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
      return;
    }
    if (focus) this.toResults();
  }

  replace(page, all) {
    const results = page.querySelector("[data-gallery-results]");
    this.results.replaceChildren(...results.childNodes);
    this.results.removeAttribute("aria-busy");
    for (const field of this.form.querySelectorAll(NAMED)) {
      const fresh = page.getElementById(field.id);
      // A list without the choice that was the only one in it is not in the new page.
      if (fresh) this.renew(field, fresh, all);
      else if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    document.title = page.title;
    const canonical = page.querySelector("link[rel=canonical]");
    document
      .querySelector("link[rel=canonical]")
      .setAttribute("href", canonical.href);
    this.status.textContent = document.getElementById("results").textContent;
  }

  // The field stays, and with it the focus; its choices and their counts are new.
  renew(field, fresh, all) {
    if (field.matches("select")) {
      // Taken out of a list, a choice hands its mark on to the next: ask before.
      const { value } = fresh;
      field.replaceChildren(...fresh.childNodes);
      field.value = value;
    } else if (field.type === "checkbox") {
      field.checked = fresh.checked;
      field.labels[0].textContent = fresh.labels[0].textContent;
    } else if (all || document.activeElement !== field) {
      field.value = fresh.value;
    }
  }

  toResults() {
    const heading = document.getElementById("results");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }
}

export function initGallery() {
  const form = document.querySelector("[data-gallery-form]");
  if (form) new Gallery(form);
}
