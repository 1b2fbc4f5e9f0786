"""Every state of the pages under a private link: accessible, quiet, readable at 320 px."""

import pytest

from amd.consent.models import SignOff, Use
from amd.moderation import moves, sign_off
from amd.moderation.changes_of_mind import change_uses, take_back
from amd.moderation.links import my_link
from amd.publishing.models import CardUse, Takedown
from amd.publishing.takedowns import finish
from amd.records.models import Role
from tests.amd.moderation.asked import (
    address_of,
    ask,
    edit,
    make_quoting_study,
    now,
    publish,
)
from tests.factories import make_comms, make_endorsement, make_picture, make_wordings
from tests.journeys.axe import assert_none, problems_of
from tests.moments import days_ago


@pytest.fixture(autouse=True)
def wordings():
    return make_wordings()


def changed(question):
    edit(
        question.record,
        quote="Ask our librarians  first.",
        title="Chief Executive",
        name=question.record.story.name + " ",
    )


def expired(question):
    rows = SignOff.objects.filter(pk=question.pk)
    rows.update(expires_at=days_ago(1))


def replaced(question):
    ask(question.record)


def declined(question):
    story = now(question.record)
    moves.decline(story, by=Role.SET_UP, seen_version=story.version, note="No")


def withdrawn(question):
    take_back(question.record, person=question.person, by=Role.QUOTED_PERSON)


def approved(question):
    sign_off.approve(question, uses=["website", "name", "title", "social"])


def approved_with_nothing(question):
    sign_off.approve(question, uses=[])


def wished(question):
    sign_off.ask_for_changes(question, comment="Say “our librarian”.")


def refused(question):
    sign_off.refuse(question, comment="Not now.")


def public(question):
    sign_off.approve(question, uses=Use.values)
    publish(question.record)
    uses = CardUse.objects
    address = "https://social.example/" + "a-long-address-" * 12
    uses.create(record_id=question.record_id, where="x", address=address)
    uses.create(record_id=question.record_id, where="talk", account="Sample talk")


def used_and_narrowed(question):
    public(question)
    take_down_where_used(question)
    uses = [use for use in Use.values if use != Use.SOCIAL]
    change_uses(question.record, person="champion", uses=uses, by=Role.QUOTED_PERSON)


def used_and_withdrawn(question):
    public(question)
    withdrawn(question)
    take_down_where_used(question)


def take_down_where_used(question):
    """One use is down, one can not be, one is still to come down."""
    use = {"record_id": question.record_id, "where": "x"}
    for outcome in Takedown.Outcome.DOWN, Takedown.Outcome.REMAINS, "":
        row, _ = Takedown.objects.update_or_create(
            use=CardUse.objects.create(**use), defaults={"why": "narrowed"}
        )
        if outcome:
            finish(row, make_comms(), outcome)


def public_with_newer_words(question):
    public(question)
    edit(question.record, title="Chief Executive")
    sign_off.approve(ask(question.record), uses=["website"])


def asked_about_newer_words(question):
    public(question)
    edit(question.record, title="Chief Executive")
    return ask(question.record)


OVER = ("", "?asked=1")
ANSWERED = ("", "?kept=1", "uses/", "withdraw/")
# What became of the question, and the addresses under its link that show something.
STATES = {
    "open": (lambda question: None, ("",)),
    "changed": (changed, OVER),
    "expired": (expired, OVER),
    "replaced": (replaced, OVER),
    "declined": (declined, ("",)),
    "withdrawn": (withdrawn, ("",)),
    "approved": (approved, ("", "uses/")),
    "nothing": (approved_with_nothing, ("", "uses/")),
    "wished": (wished, ("", "withdraw/")),
    "refused": (refused, ("",)),
    "public": (public, ANSWERED),
    "used, narrowed": (used_and_narrowed, ("", "withdraw/")),
    "used, withdrawn": (used_and_withdrawn, ("",)),
    "newer": (public_with_newer_words, ("",)),
    "asked again": (asked_about_newer_words, ("",)),
}


def test_every_state_of_a_sign_off_is_for_everybody(page, north):
    problems = []
    for act, rests in STATES.values():
        question = ask(make_endorsement(region=north, photo=make_picture()))
        question = act(question) or question
        for rest in rests:
            assert page.goto(address_of(question, rest)).status == 200
            problems += problems_of(page)

    assert_none(problems)


def test_every_state_of_a_quoted_person_is_for_everybody(page, north):
    problems = []
    for act in (withdrawn, wished, refused, public, expired):
        story = make_quoting_study(
            region=north, picture=make_picture(), picture_shows_person=True
        )
        act(ask(story))
        question = SignOff.objects.get(record_id=story.pk)
        mine = f"/my/{my_link(story)}/"
        for path in (
            address_of(question),
            mine,
        ):
            assert page.goto(path).status == 200
            problems += problems_of(page)
    for path in (
        address_of(question, "withdraw/"),
        f"{mine}agreed/",
        f"{mine}withdraw/",
        f"{mine}ask/",
    ):
        assert page.goto(path).status == 200
        problems += problems_of(page)

    assert_none(problems)


def test_answer_that_comes_too_late_and_wrong_links_are_for_everybody(page, north):
    question = ask(make_endorsement(region=north))
    problems = []

    page.goto(address_of(question))
    page.get_by_label("No, thank you").check()
    wished(question)
    page.get_by_role("button", name="Send my answer").click()
    page.wait_for_selector("[role=alert]")
    problems += problems_of(page)
    page.goto(address_of(question))
    problems += problems_of(page)
    assert page.goto("/sign-off/1.2.wrong/").status == 404
    problems += problems_of(page)
    assert page.goto("/my/1.2.wrong/withdraw/").status == 404
    problems += problems_of(page)

    assert_none(problems)


def test_forms_under_a_link_with_errors_are_for_everybody(page, north):
    story = make_quoting_study(region=north)
    page.goto(f"/my/{my_link(story)}/ask/")

    page.get_by_role("button", name="Send them their words to check").click()

    page.wait_for_selector(".nhsuk-error-summary")
    assert_none(problems_of(page))
