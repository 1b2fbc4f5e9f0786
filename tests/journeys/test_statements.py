"""Statements, error page and frame, read by a visitor."""

import pytest

from tests.journeys.axe import assert_accessible, assert_scripts_ran


@pytest.mark.parametrize(
    "path", ["/accessibility/", "/privacy/", "/cookies/", "/no-such-page/"]
)
def test_statement_is_accessible(page, path):
    page.goto(path)

    assert_scripts_ran(page)
    assert_accessible(page)


def test_skip_link_leads_past_the_menu(page):
    page.goto("/cookies/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "maincontent"


def test_nothing_is_asked_of_another_origin_and_no_cookie_is_set(page, base_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto("/accessibility/", wait_until="networkidle")

    assert [url for url in asked if not url.startswith(base_url)] == []
    assert page.context.cookies() == []


def test_face_is_our_own(page):
    page.goto("/cookies/", wait_until="networkidle")

    loaded = (
        "[...document.fonts].filter((f) => f.status == 'loaded').map((f) => f.family)"
    )
    assert "Source Sans 3 Variable" in page.evaluate(loaded)[0]
