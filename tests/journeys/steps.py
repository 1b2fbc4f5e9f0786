"""What people do in many of the stories: sign in, follow a link in a mail, press Tab."""

import re

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from amd.campaign.models import User
from amd.mail.models import Outbox

PASSWORD = "correct-horse-battery"


def sign_in(page: Page, person: User, password: str = PASSWORD) -> None:
    page.goto("/admin/login/")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Recording and review")).to_be_visible()


def let_in(context: BrowserContext, person: User, base_url: str) -> None:
    """Signed in already, where the story is not about signing in."""
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}
    context.add_cookies([cookie])


def link_in_last_mail() -> str:
    return re.search(r"http://[^/]+(/\S+)", Outbox.objects.first().body)[1]


def link_in_mail(page: Page, subject: str, start: str) -> str:
    """Read at /admin/mail/, as on any machine where no mail leaves."""
    page.goto("/admin/mail/")
    page.get_by_role("link", name=subject).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(subject)
    return page.locator("#content a", has_text=start).get_attribute("href")


def press_tab_to(page: Page, name: str) -> None:
    """As somebody without a mouse; fails where Tab never comes to it, or unseen."""
    for _ in range(MANY_TABS):
        page.keyboard.press("Tab")
        focused, is_seen = page.evaluate(FOCUS)
        if focused.startswith(name):
            assert is_seen, f"the focus on {name} is not seen"
            return
    raise AssertionError(f"Tab does not lead to {name}")


MANY_TABS = 80
# Its name as it is read on the page, and whether an outline or a shadow shows it.
FOCUS = """() => {
  const e = document.activeElement;
  const label = e.labels && e.labels[0];
  const style = getComputedStyle(e);
  const shown = style.outlineStyle != "none" || style.boxShadow != "none";
  return [(label || e).innerText.trim(), shown];
}"""
