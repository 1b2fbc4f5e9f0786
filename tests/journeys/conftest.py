"""A real browser for the journeys: Debian's Chromium, with and without JavaScript."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys import axe

# Playwright's loop runs in the thread of the test, where Django would see it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# As .ci/steps.py has them: without a window first, for it is faster.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
PATIENCE_MS = 15_000
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not chromium:
        pytest.skip("Chromium is not installed")
    return {**browser_type_launch_args, "executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "viewport": {"width": 1280, "height": 900},
        "locale": "en-GB",
        "timezone_id": "Europe/London",
    }


@pytest.fixture(scope="session")
def base_url(live_server):
    """So that page.goto("/gallery/") finds the site."""
    return live_server.url


@pytest.fixture(autouse=True)
def own_address(settings, base_url):
    """The links in mails and link previews lead to this site."""
    settings.SITE_ADDRESS = base_url


def patient(page):
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    axe.watch(page)
    return page


@pytest.fixture
def page(page):
    return patient(page)


@pytest.fixture
def another_browser(browser, browser_context_args, base_url):
    """Opens a page in a browser of somebody else; more than once for more people."""
    contexts = []

    def opened(**settings):
        own = {**browser_context_args, "base_url": base_url, **settings}
        contexts.append(browser.new_context(**own))
        return patient(contexts[-1].new_page())

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page_without_scripts(another_browser):
    """The same page for somebody whose browser runs no JavaScript."""
    return another_browser(java_script_enabled=False)


@pytest.fixture(params=["with scripts", "without scripts"])
def either_page(request):
    """Both pages, one after the other: a story that must be the same in each."""
    return request.getfixturevalue(
        "page" if request.param == "with scripts" else "page_without_scripts"
    )
