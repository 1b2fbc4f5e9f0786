// The field of decisions: a regular grid of dots that grows towards the lower
// right corner. One in twenty-five is lit: the decision that had evidence.
const STEP = 26;
const LARGEST_RADIUS = 8.2;
const SMALLEST_RADIUS = 0.7;

// Always the same numbers, so that the same format gives the same picture.
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function radius(x, y, width, height) {
  const across = x / width;
  const down = y / height;
  return LARGEST_RADIUS * (0.62 * across ** 1.25 + 0.38 * across * down);
}

export function field({ width, height, dot, lit, seed = 7 }) {
  const random = seeded(seed);
  const plain = [];
  const evidence = [];
  for (let y = height - STEP / 2; y > 0; y -= STEP) {
    for (let x = width - STEP / 2; x > 0; x -= STEP) {
      const r = radius(x, y, width, height);
      // The smallest would not be seen, so the others are chosen a little oftener.
      const chosen = random() < 1 / 16 && r > LARGEST_RADIUS / 5;
      if (r < SMALLEST_RADIUS) continue;
      (chosen ? evidence : plain).push(
        `<circle cx="${x}" cy="${y}" r="${r.toFixed(1)}"/>`,
      );
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<g fill="${dot}">${plain.join("")}</g>`,
    `<g fill="${lit}">${evidence.join("")}</g></svg>\n`,
  ].join("");
}
