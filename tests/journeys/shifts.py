"""How far a page moves by itself under somebody who reads it."""

# A menu at the right edge that is read in two pieces moves by less than anybody sees.
SEEN = 0.01
SHIFTS = """() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) total += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  window.scrollTo(0, document.body.scrollHeight);
  setTimeout(() => done(total), 1000);
})"""


def assert_nothing_moves(page):
    """Neither since it was opened nor as it is read to its end."""
    assert page.evaluate(SHIFTS) < SEEN
