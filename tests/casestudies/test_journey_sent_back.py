"""What was sent back is changed page by page under its private link, and sent again."""

import pytest

from amd.consent.models import ConsentRecord
from amd.mail.models import Outbox
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.pictures.models import Picture
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.amd.pictures.files import saved, swept_before_it_is_claimed
from tests.casestudies.back import ask, check, now, send_again
from tests.casestudies.journey import address, begin, fill, page, send
from tests.casestudies.pages import kept_value, photo
from tests.factories import make_case_study, make_user

pytestmark = pytest.mark.django_db


def test_that_no_patient_can_be_identified_is_asked_of_the_new_words(client, sent_back):
    shown = check(client)

    refused = send_again(client, no_patient_identifiable="")

    form = shown.context["form"]
    assert form["no_patient_identifiable"].value() is None
    assert sorted(form["uses"].value()) == ["social", "website"]
    assert refused.context["form"].errors == {
        "no_patient_identifiable": [
            "Confirm that no patient can be identified by ticking the box"
        ]
    }


def test_a_quick_story_that_grew_to_answer_is_declared_free_of_them_again(
    client, answers, organisation, lead
):
    begin(client, answers, story="quick")
    fill(client, answers)
    send(client, answers)
    ask(lead, outcome="What did they decide?")
    client.post(address("grow/"))
    page(client, "outcome", answers)

    assert send_again(client).status_code == 302

    story = now()
    assert (story.status, story.no_patient_identifiable) == (Status.SUBMITTED, True)


def test_of_a_draft_it_is_asked_on_its_own_page_alone(client, answers):
    begin(client, answers)

    assert "no_patient_identifiable" not in check(client).context["form"].fields


def test_changed_words_are_sent_again(client, answers, sent_back):
    page(client, "impact", {**answers, "impact": "The trust measured it."})

    response = send_again(client, uses=["website"])

    story = now()
    assert response.url == f"/my/{my_link(story)}/sent/"
    assert (story.status, story.impact) == (Status.SUBMITTED, "The trust measured it.")
    assert story.picture == sent_back.picture
    answer = ConsentRecord.objects.latest("pk")
    assert (answer.digest, answer.uses) == (story.words()[0].digest(), ["website"])


def test_what_was_sent_has_no_last_day(client, answers, sent_back):
    page(client, "impact", answers)
    client.post(address("impact/answered/"), {"impact": "Half a sen"})

    story = now()
    assert story.unsaved
    assert (story.status, story.draft_ends_on) == (Status.SENT_BACK, None)
    assert "Your draft is kept until" not in page(client, "impact").text


def test_a_replaced_picture_is_erased(client, sent_back):
    client.post(
        address("picture/"),
        {"picture": photo(saved(kind="PNG")), "picture_alt": "A pump"},
    )

    assert now().picture != sent_back.picture
    assert Picture.objects.get(pk=sent_back.picture_id).erased_at


def test_a_removed_picture_is_erased(client, sent_back):
    kept = kept_value(page(client, "picture"))

    client.post(address("picture/"), {"picture_kept": kept, "picture_remove": "on"})

    assert now().picture is None
    assert Picture.objects.get().erased_at


def test_a_picture_swept_meanwhile_is_asked_for_again(client, sent_back):
    with swept_before_it_is_claimed():
        refused = client.post(
            address("picture/"),
            {"picture": photo(saved(kind="PNG")), "picture_alt": "Another pump"},
        )

    assert refused.status_code == 422
    assert refused.context["form"].errors == {"picture": ["Select the photo again"]}
    assert now().picture == sent_back.picture


def test_two_clicks_send_it_again_once(client, sent_back):
    seen = now().version
    first = send_again(client, version=seen)
    second = send_again(client, version=seen)

    assert first.url == second.url
    assert now().decisions.filter(move="submit").count() == 2
    receipts = Outbox.objects.filter(subject__startswith="We have received")
    assert (
        receipts.exclude(address="").filter(address="ali@example.nhs.uk").count() == 2
    )


def test_answers_changed_since_they_were_read_are_not_sent(client, sent_back):
    """By a lead, or in a round that this page knows nothing of."""
    read = now().version
    moves.edit(now(), by=make_user(), seen_version=read, save=lambda: None)

    response = send_again(client, version=read)

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "Not sent: your case study was changed on another page while you read this one. "
        "Read your answers again, then send them"
    ]
    assert now().status == Status.SENT_BACK
    assert f'name="version" value="{now().version}"' in response.text
    assert send_again(client).status_code == 302


def test_the_page_of_an_earlier_round_does_not_send_the_later_one(
    client, sent_back, lead
):
    first_round = now().version
    send_again(client)
    ask(lead, headline="Shorter?")

    assert send_again(client, version=first_round).status_code == 422
    assert now().status == Status.SENT_BACK


def test_nothing_is_sent_while_a_page_holds_what_could_not_be_saved(client, sent_back):
    page(client, "figures", {"figure": "£120,000"})

    refused = send_again(client)

    assert refused.status_code == 422
    assert refused.context["form"].non_field_errors() == [
        "Save or clear what you typed on the page “A figure”: it is not saved yet"
    ]


def test_what_is_with_the_lead_is_read_and_not_changed_by_its_author(
    client, answers, sent
):
    opened = page(client, "impact")
    refused = page(client, "impact", {**answers, "impact": "Other words."})

    assert opened.url == f"/my/{my_link(sent)}/"
    assert refused.status_code == 422
    assert "Other words.</textarea>" in refused.text
    assert refused.context["form"].non_field_errors() == [
        "Not saved: your case study is waiting for review now. Copy your words from "
        "here if you want to keep them"
    ]
    assert now().impact == answers["impact"]


def test_what_is_public_is_not_taken_back_by_an_old_page(client, answers, sent):
    CaseStudy.objects.update(status=Status.PUBLISHED)

    refused = page(client, "impact", {**answers, "impact": "Other words."})

    assert refused.status_code == 422
    assert (now().status, now().impact) == (Status.PUBLISHED, answers["impact"])


def test_nothing_of_what_was_withdrawn_is_shown_by_an_old_page(client, answers, sent):
    moves.withdraw(now(), by=make_user(), seen_version=now().version)

    response = page(client, "impact", {**answers, "impact": "Other words."})

    assert response.url == f"/my/{my_link(sent)}/"


def test_a_lead_who_recorded_it_sends_it_back_to_the_journey_too(client, north, lead):
    """It never was a draft, and its contributor's address came with it."""
    make_case_study(region=north, recorded_by=lead)
    ask(lead, impact="Say how much.")

    assert check(client).status_code == 200
    assert send_again(client, uses=["website"]).status_code == 302
    assert now().status == Status.SUBMITTED
