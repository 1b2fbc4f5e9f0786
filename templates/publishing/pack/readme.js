"use strict";
const said = document.querySelector(".said");
function selectAndCopy(source) {
  const closed = source.closest("details:not([open])");
  if (closed) closed.open = true;
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand("copy");
}
async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  let done = true;
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(source.textContent);
  } catch {
    done = selectAndCopy(source);
  }
  const what = button.firstChild.textContent.replace("Copy ", "");
  said.textContent = done ? `Copied: ${what}` : "Not copied. Select the text and copy it yourself";
}
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
