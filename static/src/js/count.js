// Counts what is typed as the server counts it (amd/web/words.py), so that the
// page and the answer never disagree: words stand between spaces, "two-page" is
// one; an emoji of one code point is one character.
import { initCharacterCounts } from "nhsuk-frontend/dist/nhsuk/components/character-count/character-count.mjs";

function countFunction(text, { config }) {
  if (config.countType === "words") return (text.match(/\S+/g) || []).length;
  return Array.from(text.trim()).length;
}

export function initCounts() {
  initCharacterCounts({ countFunction });
}
