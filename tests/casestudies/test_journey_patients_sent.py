"""What an author said of words that may tell who a patient is, once a story is sent."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.moderation import moves
from amd.moderation.checks.passing import pass_warnings
from amd.moderation.checks.run import found_in_words
from amd.moderation.links import my_link
from amd.moderation.models import WarningPassed
from amd.records.models import Record, Role, Status
from casestudies.journey.ending import forget_drafts
from casestudies.models import CaseStudy
from tests.casestudies.journey import begin, fill, send
from tests.casestudies.patients import (
    MAY_STAY,
    MRS,
    NUMBER,
    address,
    answer,
    keys_on,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("story", ["full", "quick"])
def test_a_story_is_not_sent_before_its_author_answered(client, answers, story):
    begin(client, answers, story=story)
    fill(client, {**answers, "challenge": MRS})
    slug = "story" if story == "quick" else "challenge"

    check = client.get(f"/my/{my_link(CaseStudy.objects.get())}/write/check/")
    refused = send(client, answers)
    answer(client, slug)
    sent = send(client, answers)

    assert f'href="{address(slug)}?then=check"' in check.text
    assert refused.status_code == 422
    title = {"quick": "Your quick story", "full": "The challenge"}[story]
    sentence = f"Look at what may tell who a patient is on the page “{title}”"
    assert sentence in refused.text
    assert sent.status_code == 302
    assert CaseStudy.objects.get().status == Status.SUBMITTED


def test_a_number_that_names_a_patient_is_never_sent(client, answers):
    begin(client, answers)
    fill(client, {**answers, "challenge": NUMBER})

    assert send(client, answers).status_code == 422
    assert CaseStudy.objects.get().status == Status.DRAFT


def test_the_lead_reads_the_reason_and_still_has_to_judge(
    client, answers, organisation, north_lead
):
    begin(client, answers)
    fill(client, {**answers, "challenge": MRS})
    answer(client)
    send(client, answers)

    pk = CaseStudy.objects.get().pk
    review = north_lead.client.get(reverse("admin:records_record_review", args=[pk]))

    (warning,) = [
        each
        for each in review.context["checks"]["warnings"]
        if "Mrs Specimen" in each["sentence"]
    ]
    assert warning["by_author"].reason == MAY_STAY
    assert f"The author says: “{MAY_STAY}”" in review.text


def test_what_a_lead_passed_is_not_asked_when_it_is_sent_back(
    client, answers, organisation, north_lead
):
    begin(client, answers)
    fill(client, {**answers, "challenge": MRS})
    answer(client)
    send(client, answers)
    story = CaseStudy.objects.get()
    pass_warnings(story, found_in_words(story), by=north_lead.user, reason="Our matron")
    moves.send_back(
        story, by=north_lead.user, seen_version=story.version, note="How many?"
    )
    WarningPassed.objects.filter(role=Role.AUTHOR).delete()

    saved = write(client, challenge=MRS)

    assert saved.url.endswith("/write/role/")


def test_no_reason_is_left_of_a_draft_that_ended(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    answer(client)
    today = timezone.localdate()
    ended = today - timedelta(days=1)
    CaseStudy.objects.update(draft_ends_on=ended, draft_reminded_at=timezone.now())

    assert forget_drafts(today, really=True) == 1

    assert not WarningPassed.objects.exists()


def test_nothing_is_kept_of_a_story_that_has_been_sent(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)
    Record.objects.update(status=Status.SUBMITTED)

    answered = answer(client, keys=keys)

    assert answered.url == f"/my/{my_link(CaseStudy.objects.get())}/"
    assert not WarningPassed.objects.exists()


def test_the_link_of_another_shows_nothing(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    wrong = client.get(address().replace("/my/", "/my/x"))

    assert wrong.status_code == 404
    assert "Specimen" not in wrong.text
