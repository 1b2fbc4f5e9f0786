"""What a page must be for everybody: no rule of axe broken, no console error, no reflow
beyond 320 px. No exclusions."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe is not sure of these by itself; here they are always mistakes.
MISTAKES = {"duplicate-id-aria"}
NARROW = {"width": 320, "height": 640}


def watch(page: Page) -> None:
    """Keep what the browser complains of; assert_accessible fails on it."""
    page.complaints = []
    page.on("console", lambda message: note_console(page, message))
    page.on("pageerror", lambda error: page.complaints.append(f"script: {error}"))


def note_console(page: Page, message) -> None:
    # A refused form answers 422, which Chromium reports as an error of loading.
    if message.type not in ("error", "warning") or "status of 4" in message.text:
        return
    line = f"console: {message.text}"
    if line not in page.complaints:
        page.complaints.append(line)


def broken_rules(page: Page) -> list[str]:
    # Without its preload of style sheets, which breaks the policy of the page itself.
    rules = {"type": "tag", "values": TAGS}
    results = Axe().run(page, options={"runOnly": rules, "preload": False})
    unsure = [r for r in results.response["incomplete"] if r["id"] in MISTAKES]
    return [
        f"{rule['id']}: {rule['help']}\n    {node['html'][:200]}"
        for rule in results.response["violations"] + unsure
        for node in rule["nodes"]
    ]


def assert_accessible(page: Page) -> None:
    """No broken rule, no complaint of the browser, one h1; reflows at 320 px."""
    problems = broken_rules(page) + page.complaints
    headings = page.locator("h1").count()
    if headings != 1:
        problems.append(f"{headings} headings of the first level")
    assert not problems, "\n".join([f"{page.url}: {page.title()}", *problems])
    assert_no_sideways_scroll(page)


def assert_no_sideways_scroll(page: Page) -> None:
    """At 320 px, which is 1280 px at 400% zoom."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    try:
        wide = page.evaluate(WIDER_THAN_THE_WINDOW)
    finally:
        page.set_viewport_size(before)
    assert not wide, f"{page.url} scrolls sideways at 320 px: {wide}"


# Names what sticks out, but only where the page itself scrolls because of it.
WIDER_THAN_THE_WINDOW = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
    .map((e) => e.tagName + "." + e.className);
  return wide.length ? wide.slice(-5) : ["the page"];
}"""


def assert_summary_leads_to_inputs(page: Page) -> None:
    """Each link of the error summary puts the focus on an input of its question."""
    links = page.locator(".nhsuk-error-summary__list a")
    assert links.count(), f"{page.url} has no error summary"
    for link in links.all():
        words = link.inner_text()
        link.click()
        focused = page.evaluate("document.activeElement.tagName")
        assert focused in ("INPUT", "SELECT", "TEXTAREA", "BUTTON"), words


def assert_scripts_ran(page: Page) -> None:
    page.wait_for_selector("body[data-ready=true]")
