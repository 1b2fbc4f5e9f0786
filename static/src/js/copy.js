// <button type="button" hidden data-copy="ID" data-copied="Alt text copied">
// copies the words of the element ID and says so. Hidden where there is no script.
function wordsOf(id) {
  const source = document.getElementById(id);
  return (source.value ?? source.textContent).trim();
}

async function write(words) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words);
  // Pages read over plain http have no clipboard object.
  const area = document.createElement("textarea");
  area.value = words;
  area.className = "nhsuk-u-visually-hidden";
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("The browser refused to copy");
}

function start(button) {
  const status = document.createElement("span");
  status.className = "amd-copy__status";
  status.setAttribute("role", "status");
  button.after(status);
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await write(wordsOf(button.dataset.copy));
      status.textContent = button.dataset.copied || "Copied";
    } catch {
      status.textContent = "Not copied. Select the text and copy it yourself";
    }
    button.focus();
  });
}

export function initCopyButtons() {
  document.querySelectorAll("button[data-copy]").forEach(start);
}
