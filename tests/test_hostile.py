"""Every form, every question: whatever is sent, a sentence comes back, never a failure."""

import html
import re
from urllib.parse import quote

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from amd.moderation import moves
from amd.moderation.links import my_link
from casestudies.journey.pages import BY_SLUG
from endorsements.confirming import confirmation_link, waiting_link
from tests import factories

PASTED = "x" * 20_000
# As bytes in a form: lone surrogates and what is no UTF-8 at all cannot be typed.
HOSTILE = {
    "nothing": "",
    "nul": "%00",
    "surrogate": "%ED%A0%80",
    "not utf-8": "%ff%fe%c3%28",
    "accents": "e" + quote("\u0300") * 10_000,
    "pasted": PASTED,
    "huge number": "9" * 30,
    "negative": "-1",
    "right to left": quote("\u202e\u2066\u200b\ufeff"),
    "markup": quote("</textarea><script>alert(1)</script>{{ 7 }}%s"),
}
FIELD = re.compile(r'<(?:input|textarea|select)\b[^>]*\bname="([^"]+)"')
CHOICE = re.compile(
    r'<(?:select|input(?=[^>]*type="(?:checkbox|radio|hidden)"))\b[^>]*'
    r'\bname="([^"]+)"'
)
PROSE = re.compile(r'<textarea\b[^>]*\bname="([^"]+)"')
ASKED: dict[re.Pattern[str], dict[str, list[str]]] = {}
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def pages(north, north_lead, national_lead, visitor):
    """Each page with a form: who opens it, where it is read, where it is sent."""
    factories.make_wordings()
    endorsement = factories.make_endorsement(region=north, agreed=True)
    story = factories.make_case_study(region=north, agreed=True)
    live = factories.publish_endorsement(region=north)
    back = [
        factories.make_endorsement(region=north),
        factories.make_case_study(region=north),
    ]
    for record in back:
        moves.send_back(
            record, by=north_lead.user, seen_version=record.version, note="Why?"
        )
    invited = factories.make_lead(north)
    key = urlsafe_base64_encode(force_bytes(invited.pk))
    token = default_token_generator.make_token(invited)
    chosen = f"/staff/reset/{key}/{token}/"
    desk = {
        name: reverse(f"admin:records_record_{name}", args=[endorsement.pk])
        for name in ("review", "agree", "take_down", "withdraw", "reopen")
    }
    story_review = reverse("admin:records_record_review", args=[story.pk])
    draft = factories.make_endorsement(status="draft", author_email="a@example.org")
    factories.make_consent(draft, digest=draft.words()[0].digest(), method="web_form")
    journey = f"/my/{my_link(back[1])}/write/"
    visitors = [
        "/endorse/",
        f"/my/{waiting_link(draft)}/check-email/",
        f"/my/{confirmation_link(draft)}/confirm/",
        f"/my/{confirmation_link(draft)}/endorsement/",
        "/case-studies/submit/begin/",
        *(f"{journey}{slug}/" for slug in (*BY_SLUG, "check")),
        f"/my/{my_link(back[0])}/endorsement/",
        reverse("gallery:report", args=[live.address_reference]),
        "/admin/login/",
        "/staff/reset/",
    ]
    leads = [
        "/admin/endorsements/champion/add/",
        "/admin/endorsements/endorsement/add/",
        "/admin/casestudies/casestudy/add/",
        endorsement.edit_url(),
        story.edit_url(),
        story_review,
    ]
    return [
        *((visitor, page, page) for page in visitors),
        (visitor, "/endorse/", "/endorse/preview/"),
        *((visitor, "/make/", address) for address in ("/make/", "/make/preview/")),
        *(
            (visitor, f"{journey}{slug}/", f"{journey}{slug}/{told}/")
            for slug in ("role", "figures", "picture", "headline")
            for told in ("draw", "answered")
        ),
        (visitor, chosen, chosen.replace(token, "set-password")),
        *((north_lead, page, page) for page in leads),
        *((north_lead, desk["review"], page) for page in desk.values()),
        (national_lead, "/staff/invite/", "/staff/invite/"),
        (national_lead, f"/staff/{invited.pk}/", f"/staff/{invited.pk}/"),
        (national_lead, "/admin/campaign/event/add/", "/admin/campaign/event/add/"),
        (
            national_lead,
            "/admin/campaign/consentwording/add/",
            "/admin/campaign/consentwording/add/",
        ),
        (
            national_lead,
            "/admin/campaign/organisation/add/",
            "/admin/campaign/organisation/add/",
        ),
    ]


def questions(person, page, kind=FIELD):
    """What a page asks; each is read once, for a page of one kind asks the same."""
    known = ASKED.setdefault(kind, {})
    # But for the review page, which asks for the criteria of a case study alone.
    shape = re.sub(r"/(my|reset|report)/[^/]+|\d+(?!/review)", r"/\1", page)
    if shape not in known:
        shown = person.client.get(page, follow=True).content.decode()
        own = sent_to(page, shown)
        known[shape] = sorted(set(kind.findall(own)) - {"csrfmiddlewaretoken"})
    return known[shape]


def sent_to(page, shown):
    """The forms of a page that are sent to itself: others stand beside some."""
    forms = re.findall(r"<form\b.*?</form>", shown, re.DOTALL)
    elsewhere = re.compile(rf'<form\b[^>]*action="(?!{re.escape(page)}[#"])[^"]+"')
    return "".join(form for form in forms if not elsewhere.match(form))


def send(person, address, body):
    person.client.raise_request_exception = False
    return person.client.post(address, body, content_type=FORM)


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_answers_to_all_questions_at_once(pages, value):
    for person, page, address in pages:
        names = questions(person, page)
        assert names, page

        twice = "&".join(f"{name}={value}&{name}={value}" for name in names)
        response = send(person, address, twice)

        assert response.status_code < 500, address


def test_a_choice_that_is_none(pages):
    for person, page, address in pages:
        for name in questions(person, page, CHOICE):
            response = send(person, address, f"{name}={'9' * 30}")

            assert response.status_code < 500, (address, name)


def test_what_was_typed_comes_back(pages):
    for person, page, address in pages:
        prose = questions(person, page, PROSE)
        if page != address or not prose:
            continue

        response = send(person, address, "&".join(f"{name}={PASTED}" for name in prose))

        assert response.status_code in (200, 422), address
        shown = html.unescape(response.content.decode())
        assert shown.count(PASTED) >= len(prose), address
