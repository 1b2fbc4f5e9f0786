// Hours × people × weeks as somebody types, as casestudies/journey/workings.py reckons it;
// without a script its button shows the same on the next page.
const WHOLE_FROM = 100;

function numberOf(box) {
  const typed = box.value.trim();
  if (!/^\d+(\.\d{1,2})?$/.test(typed)) return null;
  const number = Number(typed);
  return number > 0 && number <= Number(box.dataset.most) ? number : null;
}

function counted(number, one, more = `${one}s`) {
  const shown = number.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  return `${shown} ${number === 1 ? one : more}`;
}

function workingOf(boxes) {
  const [hours, people, weeks] = boxes.map(numberOf);
  if (!hours || !people || !weeks) return null;
  if (!Number.isInteger(people) || !Number.isInteger(weeks)) return null;
  // In hundredths, so that no half a hundredth is made up on the way.
  const total = (Math.round(hours * 100) * people * weeks) / 100;
  const parts = [
    counted(hours, "hour"),
    counted(people, "person", "people"),
    counted(weeks, "week"),
  ].join(" × ");
  const figure = counted(total < WHOLE_FROM ? total : Math.floor(total), "hour");
  const exact = counted(total, "hour");
  const rounded = exact === figure ? "" : `, rounded down to ${figure}`;
  return `${parts} = ${exact}${rounded}`;
}

function start(place) {
  const boxes = ["hours", "people", "weeks"].map((name) =>
    place.querySelector(`[name=${name}]`),
  );
  const sum = place.querySelector("[data-working-sum]");
  place.addEventListener("input", () => {
    sum.textContent = workingOf(boxes) || "";
  });
}

export function initWorkings() {
  document.querySelectorAll("[data-working]").forEach(start);
}
