"""What people do in many of the stories: sign in, follow a link in a mail, find a part."""

import re
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, expect

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


def part(page: Page, heading: str) -> Locator:
    """The section of a page under this heading."""
    return page.get_by_role("region", name=heading)


def upload(name: str, content: bytes) -> dict[str, Any]:
    """A JPEG, as a person would choose it from a folder."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}
