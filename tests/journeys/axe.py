"""What a page must be for everybody: no rule of axe broken, no console error, no reflow
beyond 320 px. No exclusions."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe is not sure of these by itself; here they are always mistakes.
MISTAKES = {"duplicate-id-aria"}
SITE = "localhost"
NARROW = {"width": 320, "height": 640}


def watch(page: Page) -> None:
    """Keep what the browser complains of and whom it asks; problems_of tells."""
    page.complaints = []
    page.on("console", lambda message: note_console(page, message))
    page.on("pageerror", lambda error: page.complaints.append(f"script: {error}"))
    page.on("request", lambda request: note_request(page, request))


def note_console(page: Page, message: ConsoleMessage) -> None:
    if message.type not in ("error", "warning") or is_an_answer(page, message):
        return
    line = f"console: {message.text}"
    if line not in page.complaints:
        page.complaints.append(line)


def is_an_answer(page: Page, message: ConsoleMessage) -> bool:
    """Chromium reports a refused form and an error page as errors of loading."""
    asked = message.location["url"].partition("#")[0]
    own = asked == page.url.partition("#")[0]
    return own and ("status of 4" in message.text or "status of 500" in message.text)


def note_request(page: Page, request: Request) -> None:
    """Everything comes from the site itself, or stands in the page."""
    address = urlsplit(request.url)
    if address.scheme not in ("data", "blob") and address.hostname != SITE:
        page.complaints.append(f"asked another origin: {request.url}")


def broken_rules(page: Page) -> list[str]:
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        # Nodes that pass need not cross from the browser: half of its time.
        "resultTypes": ["violations", "incomplete"],
        # Its preload of style sheets breaks the policy of the page itself.
        "preload": False,
    }
    results = Axe().run(page, options=options)
    unsure = [r for r in results.response["incomplete"] if r["id"] in MISTAKES]
    return [
        f"{rule['id']}: {rule['help']}\n    {node['html'][:200]}"
        for rule in results.response["violations"] + unsure
        for node in rule["nodes"]
    ]


def problems_of(page: Page) -> list[str]:
    """Broken rules, complaints of the browser since it was asked last, headings, reflow."""
    # A click ends when the next page begins to come.
    page.wait_for_load_state()
    problems = broken_rules(page) + page.complaints + sideways_scroll(page)
    page.complaints = []
    headings = page.locator("h1").count()
    if headings != 1:
        problems.append(f"{headings} headings of the first level")
    return [f"{page.url} ({page.title()}): {problem}" for problem in problems]


def assert_accessible(page: Page) -> None:
    """No broken rule, no complaint of the browser, one h1; reflows at 320 px."""
    assert_none(problems_of(page))


def assert_none(problems: list[str]) -> None:
    """Names them all where there are some."""
    assert not problems, "\n".join(["", *problems])


def sideways_scroll(page: Page) -> list[str]:
    """What makes it scroll at 320 px, which is 1280 px at 400% zoom."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    try:
        wide = page.evaluate(WIDER_THAN_THE_WINDOW)
    finally:
        page.set_viewport_size(before)
    return [f"scrolls sideways at 320 px: {wide}"] if wide else []


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
    expect(links, "an error summary").not_to_have_count(0)
    for link in links.all():
        words = link.inner_text()
        link.click()
        focused = page.evaluate("document.activeElement.tagName")
        assert focused in ("INPUT", "SELECT", "TEXTAREA", "BUTTON"), words


def assert_scripts_ran(page: Page) -> None:
    page.wait_for_selector("body[data-ready=true]")
