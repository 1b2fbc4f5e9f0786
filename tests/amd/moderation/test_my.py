"""The author's page in every state: what comes next, and what they can do from here."""

import re
from datetime import date
from html import unescape

import pytest

from amd.campaign.models import Reason, Term
from amd.consent.models import Use
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.publishing.models import Publication
from amd.records.models import Record, Role, Status
from tests.amd.moderation.asked import (
    approved,
    ask,
    contributor_agrees,
    edit,
    make_quoting_study,
    now,
    publish,
    published_endorsement,
    published_study,
)
from tests.factories import make_case_study, make_endorsement, make_wordings
from tests.moments import days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


@pytest.fixture
def story(north):
    return make_case_study(region=north, by=Role.AUTHOR)


def address(record, rest=""):
    return f"/my/{my_link(record)}/{rest}"


def my(visitor, record, rest=""):
    return visitor.client.get(address(record, rest))


def links(response):
    """Every address of the page, by its words."""
    found = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', response.text)
    return {
        " ".join(unescape(re.sub("<[^>]+>", "", words)).split()): unescape(url)
        for url, words in found
    }


def decide(move, record, by, **how):
    story = now(record)
    move(story, by=by, seen_version=story.version, **how)


def put(record, status, **more):
    """As if it had come to this state on its way."""
    Record.objects.filter(pk=record.pk).update(status=status)
    type(now(record)).objects.filter(pk=record.pk).update(**more)


def test_a_draft_is_continued_and_says_until_when_it_is_kept(visitor, story):
    put(story, Status.DRAFT, draft_ends_on=date(2026, 12, 21))

    page = my(visitor, story)

    assert links(page)["Continue"] == address(story, "write/")
    assert "What you have written is saved." in page.text
    assert f"we emailed to {story.author_email} brings you back" in page.text
    assert "We keep it until <strong>21 December 2026</strong>." in page.text
    assert "You have not sent it yet, and nobody else reads it." in page.text
    assert "What you agreed to" not in page.text
    assert "Withdraw" not in page.text


def test_what_was_sent_says_how_many_are_ahead(visitor, north, story):
    for _ in range(2):
        other = make_endorsement(region=north)
        earlier = days_ago(3)
        Record.objects.filter(pk=other.pk).update(submitted_at=earlier)

    for rest in ("", "sent/"):
        assert "<strong>2 ahead of yours.</strong>" in my(visitor, story, rest).text


def test_what_is_accepted_waits_in_no_queue(visitor, story, north_lead):
    decide(moves.accept, story, north_lead.user)

    page = my(visitor, story)

    assert "ahead of yours" not in page.text
    assert "has accepted it, and publishes it next. We will email you." in page.text


def test_what_is_accepted_says_that_it_waits_for_the_person_quoted(
    visitor, north, north_lead
):
    story = make_quoting_study(region=north)
    decide(moves.accept, story, north_lead.user)

    page = my(visitor, story)

    assert "once the person you quote has approved their words" in page.text
    assert links(page)["Ask them now"] == address(story, "ask/")

    approved(story)
    assert "and publishes it next" in my(visitor, story).text


def test_each_comment_leads_to_its_box(visitor, story, north_lead):
    comments = {"impact": "How much?", "services_used": "Tick it.", "figure": "Any?"}
    decide(moves.send_back, story, north_lead.user, comments=comments)

    found = links(my(visitor, story))

    assert found["The difference it made"] == address(
        story, "write/impact/?then=check#id_impact"
    )
    assert found["Library services used"] == address(
        story, "write/role/?then=check#id_services_used_0"
    )
    assert found["The figure and how it is known"] == address(
        story, "write/figures/?then=check#id_figure"
    )
    assert found["Make the changes and send it again"] == address(story, "write/check/")


def test_each_comment_leads_to_a_box_that_is_there(visitor, story, north_lead):
    for scheme in ("service_used", "staff_group"):
        Term.objects.create(scheme=scheme, code="other", label="Other")
    comments = dict.fromkeys(story.questions(), "Please look again.")
    decide(moves.send_back, story, north_lead.user, comments=comments)

    found = links(my(visitor, story))

    for question in story.questions().values():
        url, _, box = found[question].partition("#")
        assert f'id="{box}"' in visitor.client.get(url).text, question


def test_a_quick_story_has_no_box_for_a_figure(visitor, story, north_lead):
    put(story, Status.SUBMITTED, is_quick=True)
    comments = {"impact": "How much?", "figure": "Any figure?"}
    decide(moves.send_back, story, north_lead.user, comments=comments)

    page = my(visitor, story)

    assert links(page)["The difference it made"] == address(
        story, "write/story/?then=check#id_impact"
    )
    assert "<strong>The figure and how it is known</strong>: Any figure?" in page.text


def test_a_comment_on_an_endorsement_leads_to_its_box(visitor, north, north_lead):
    endorsement = make_endorsement(region=north, author_email="ada@example.org")
    comments = dict.fromkeys(endorsement.questions(), "Please look again.")
    decide(moves.send_back, endorsement, north_lead.user, comments=comments)

    found = links(my(visitor, endorsement))

    again = visitor.client.get(address(endorsement, "endorsement/")).text
    for question in endorsement.questions().values():
        url, _, box = found[question].partition("#")
        assert (url, f'id="{box}"' in again) == (
            address(endorsement, "endorsement/"),
            True,
        )


def test_what_its_author_took_back_to_change_is_asked_nothing(
    visitor, story, north_lead
):
    decide(moves.send_back, story, north_lead.user, note="Say how much.")
    decide(moves.submit, story, Role.AUTHOR)
    contributor_agrees(story)
    publish(story)
    edit(story, by=Role.AUTHOR, headline="Another line")

    page = my(visitor, story)

    assert now(story).status == Status.SENT_BACK
    assert "What your library lead asks for" not in page.text
    assert "You began to change it." in page.text
    assert "This is public now, and stays as it is" in page.text


def test_what_is_declined_says_why_and_what_can_be_done(visitor, story, north_lead):
    reason = Reason.objects.create(
        move="decline", code="off", title="For staff", text="It is not about a library."
    )
    decide(
        moves.decline, story, north_lead.user, reason=reason, note="Thank you for it."
    )

    page = my(visitor, story)

    assert '<h2 class="nhsuk-heading-s" id="asked">Why</h2>' in page.text
    assert page.text.count("It is not about a library.") == 1
    assert page.text.count("Thank you for it.") == 1
    assert "For staff" not in page.text
    assert links(page)["Withdraw your impact case study"] == address(story, "withdraw/")
    mailbox = story.region.mailbox
    assert links(page)[mailbox] == f"mailto:{mailbox}"


def test_whoever_reads_that_it_is_declined_can_have_it_erased(story, north_lead):
    decide(moves.decline, story, north_lead.user, note="Not about a library.")

    body = Outbox.objects.filter(address=story.author_email).last().body

    assert address(story) in body


@pytest.mark.parametrize("make", [published_study, published_endorsement])
def test_what_is_public_is_there_in_every_format_with_text_to_post(
    visitor, north, make
):
    record = make(region=north).record

    page = my(visitor, record)

    live = Publication.objects.live().get()
    assert links(page)["Read it in the public gallery"] == live.get_absolute_url()
    kinds = {"PNG, Portrait", "JPEG, Square", "PNG, Story"}
    assert kinds <= set(links(page))
    for network in ("X", "LinkedIn", "Bluesky", "Mastodon", "Threads", "Instagram"):
        assert f'<span class="amd-posts__network">{network}</span>' in page.text
    assert "/portrait.png" in page.text or record.kind == "endorsement"


def test_without_consent_to_social_media_nothing_is_there_to_share(visitor, north):
    uses = set(Use.values) - {Use.SOCIAL}
    record = published_study(uses, region=north).record

    page = my(visitor, record)

    assert "It is not offered for download or social media." in page.text
    assert "Text to post with it" not in page.text
    assert not any("download" in url for url in links(page).values())
    assert "/landscape.png" in page.text
    assert "/portrait.png" not in page.text


def test_what_they_sent_can_be_read_while_it_is_with_us(visitor, story, north_lead):
    assert "The ward could not tell which pump was safest." in my(visitor, story).text

    decide(moves.withdraw, story, Role.AUTHOR)
    page = my(visitor, story)

    assert "Read your words" not in page.text
    assert "Its words and pictures are erased." in page.text
    assert "Keep this address" not in page.text
    assert set(links(page)) & {"Change what you agreed to", "Continue"} == set()


def test_what_they_agreed_to_is_changed_from_here(visitor, north):
    record = published_study(region=north).record

    found = links(my(visitor, record))

    assert found["Change what you agreed to"] == address(record, "uses/")
    assert found["Withdraw your impact case study"] == address(record, "withdraw/")


def test_the_sign_off_is_asked_and_followed_from_here(visitor, north):
    story = make_quoting_study(region=north)
    assert links(my(visitor, story))["Ask them now"] == address(story, "ask/")

    ask(story, by=Role.AUTHOR)

    page = my(visitor, story)
    assert "You asked the person you quote about their words" in page.text
    assert "not answered yet." in page.text


def test_the_receipt_offers_to_ask_the_person_quoted(visitor, north, story):
    quoting = make_quoting_study(region=north)

    assert links(my(visitor, quoting, "sent/"))["Ask the person you quote"] == address(
        quoting, "ask/"
    )
    assert "Ask the person you quote" not in my(visitor, story, "sent/").text


def test_the_receipt_promises_no_time_that_nobody_knows(visitor, story):
    page = my(visitor, story, "sent/")

    assert "Your place in the queue</h2>" in page.text
    assert "How long it takes" not in page.text


def test_the_receipt_is_there_while_it_is_true(visitor, story, north_lead):
    page = my(visitor, story, "sent/")
    assert story.shown_reference in page.text
    assert "We have emailed ali@example.nhs.uk a receipt" in page.text

    for status in set(Status) - {Status.SUBMITTED}:
        put(story, status)
        again = my(visitor, story, "sent/")
        assert (again.status_code, again.url) == (302, address(story)), status


def test_one_step_is_the_present_one(visitor, story):
    assert my(visitor, story).text.count('aria-current="step"') == 1

    put(story, Status.PUBLISHED)
    assert 'aria-current="step"' not in my(visitor, story).text


def test_the_queries_are_the_same_with_one_and_with_many(
    visitor, north, story, django_assert_max_num_queries, django_assert_num_queries
):
    with django_assert_max_num_queries(22) as first:
        my(visitor, story)

    for _ in range(10):
        make_case_study(region=north, by=Role.AUTHOR)
    with django_assert_num_queries(len(first)):
        my(visitor, story)
