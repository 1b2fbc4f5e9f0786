"""What a contributor's browser sends, page by page."""

import re

from amd.moderation.links import my_link
from amd.web.watched import stamp
from casestudies.journey.pages import BY_SLUG, YOU, pages_of
from casestudies.models import CaseStudy

BEGIN = "/case-studies/submit/begin/"
# One page: it is opened once, and sent as often as somebody clicks.
SHOWN_AT = stamp()


def begin(client, answers, *, story="full"):
    asked = {name: answers[name] for name in YOU.fields if name in answers}
    asked["form_key"] = answers["form_key"]
    asked["shown_at"] = SHOWN_AT
    asked["homepage"] = answers.get("homepage", "")
    return client.post(f"{BEGIN}?story={story}", asked)


def address(end=""):
    """Under the private link of the only story there is."""
    return f"/my/{my_link(CaseStudy.objects.get())}/write/{end}"


def seen_on(response):
    """What stood in the answers when this page was shown."""
    return re.search(r'name="seen" value="(\w*)"', response.text)[1]


def page(client, slug, answers=None):
    """The page as it is, or the answer to what is typed on it."""
    at = address(f"{slug}/")
    if answers is None:
        return client.get(at)
    names = {*BY_SLUG[slug].fields, "seen"}
    return client.post(at, {k: v for k, v in answers.items() if k in names})


def fill(client, answers):
    """Every page after the first, in their order."""
    for each in pages_of(CaseStudy.objects.get())[1:]:
        page(client, each.slug, answers)


def send(client, answers):
    story = CaseStudy.objects.get()
    return client.post(
        f"/my/{my_link(story)}/write/check/",
        {
            "uses": answers["uses"],
            "version": story.version,
            "homepage": answers.get("homepage", ""),
            # Asked here of what was sent back.
            "no_patient_identifiable": answers["no_patient_identifiable"],
        },
    )
