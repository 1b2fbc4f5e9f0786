"""Every form that anybody may send asks how often they have, but for those named here."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import SignOff
from amd.web.watched import stamp
from tests.addresses import make_world
from tests.factories import make_region
from tests.test_matrix import ACCOUNTS, BY_LINK, PUBLIC

pytestmark = pytest.mark.django_db

EMAIL = {"email": "sam@example.org"}
# What each has to be sent so that there is something to hold back.
HELD_BACK = {
    "gallery:report": {"problem": "It is out of date", "shown_at": stamp()},
    "make:preview": {},
    "make:page": {},
    "moderation:lost_link": EMAIL,
    "moderation:ask": EMAIL | {"version": "1"},
    "moderation:sign_off_new_link": {},
    "endorsements:endorse": {},
    "endorsements:preview": {},
    "endorsements:check_email": EMAIL,
    "endorsements:again": {},
    "casestudies:begin": {},
    "casestudies:check": {},
    "casestudies:write": {},
    "casestudies:patient_details": {},
    "casestudies:draw": {},
    "casestudies:answered": {},
    "staff:sign_in": {"username": "sam@example.org", "password": "a guess"},
    "staff:reset": EMAIL,
}
# Under a link of one's own, each done once: a yes, a no, an answer, taking it all back.
# Whoever takes back what they agreed to is never told to wait.
NOT_HELD_BACK = {
    "moderation:my_uses",
    "moderation:my_withdraw",
    "moderation:sign_off",
    "moderation:sign_off_uses",
    "moderation:sign_off_withdraw",
    "moderation:colleague",
    "endorsements:confirm",
    "casestudies:grow",
    "staff:choose_password",
}
SENT = {**PUBLIC, **BY_LINK, **ACCOUNTS}


def takes_a_form(row):
    """From somebody without an account."""
    return row.post.split()[0] not in ("405", "302") or row.get.startswith("405")


def test_every_form_is_named():
    known = {name for name, row in SENT.items() if takes_a_form(row)}
    staff_only = {"staff:invite_again", "staff:close", "staff:open"}

    assert known - staff_only <= {*HELD_BACK, *NOT_HELD_BACK}
    assert {*HELD_BACK, *NOT_HELD_BACK} <= {*SENT}


@pytest.fixture
def world(settings):
    settings.DEBUG = True
    call_command("load_campaign", verbosity=0)
    made = make_world(make_region())
    # Another link is sent where the first is over.
    SignOff.objects.filter(answered_at=None).update(expires_at=timezone.now())
    return made


def test_every_one_of_them_asks_how_often(client, world):
    free = set()
    for name, data in HELD_BACK.items():
        address = reverse(name, kwargs=world[SENT[name].object])
        with CaptureQueriesContext(connection) as asked:
            client.post(address, data)
        if not any("web_throttle" in query["sql"] for query in asked):
            free.add(name)

    assert free == set()
