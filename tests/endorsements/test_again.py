"""An endorsement that was sent back is changed and sent again, under its private link."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from amd.campaign.models import Reason
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.pictures.models import Picture
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from endorsements.models import Endorsement
from tests.amd.pictures.files import drawn, saved
from tests.endorsements.answers import NEEDED, answers, photo, send_confirmed
from tests.factories import (
    agree,
    judge,
    make_case_study,
    make_endorsement,
    make_national_lead,
    publish_endorsement,
)


@pytest.fixture
def lead():
    return make_national_lead()


@pytest.fixture
def sent_back(client, lead):
    """Sent by its champion with a photo, and sent back by a lead."""
    sent = send_confirmed(
        client,
        photo=photo(),
        photo_alt="A sample portrait",
        uses=[*NEEDED, "photo"],
    )
    return back(sent, lead)


def back(endorsement, lead):
    reason = Reason.objects.create(
        move="send_back",
        code="shorter",
        title="Shorter",
        text="Please make it shorter.",
    )
    moves.send_back(
        endorsement,
        by=lead,
        seen_version=endorsement.version,
        reason=reason,
        note="The first sentence says it all.",
    )
    return endorsement


def address(record):
    return reverse("endorsements:again", args=[my_link(record)])


def filled(client, record, **overrides):
    """What a browser would send of the form as it came."""
    page = client.get(address(record)).content.decode()
    [kept] = re.findall(r'name="photo_kept" value="([^"]+)"', page) or [""]
    return answers(
        photo_kept=kept,
        photo_alt="A sample portrait",
        version=str(record.version),
        **overrides,
    )


def test_form_is_filled_in_with_the_leads_note_above_it(client, sent_back):
    response = client.get(address(sent_back))

    page = response.content.decode()
    assert response.status_code == 200
    assert "Please make it shorter." in page
    assert "The first sentence says it all." in page
    assert "Evidence makes every decision safer." in page
    assert 'value="A sample portrait"' in page
    assert 'name="photo_kept"' in page
    # Personally, and the four uses.
    assert len(re.findall(r"\bchecked\b", page)) == 5
    assert f'name="version" value="{sent_back.version}"' in page
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"


def test_sent_again_it_waits_with_new_words_and_consent_to_them(client, sent_back):
    data = filled(client, sent_back, quote="Evidence first.")
    response = client.post(address(sent_back), data)

    endorsement = Endorsement.objects.get()
    sent = reverse("moderation:sent", args=[my_link(sent_back)])
    assert (response.status_code, response.url) == (302, sent)
    assert endorsement.status == Status.SUBMITTED
    assert endorsement.quote == "Evidence first."
    assert endorsement.form_key == sent_back.form_key
    newest = endorsement.consents.last()
    assert newest.digest == endorsement.words()[0].digest()
    assert newest.uses == sorted(NEEDED)
    assert (newest.method, newest.how) == (
        "confirmed",
        "Confirmed from champion@example.org",
    )
    assert newest.is_own_word
    assert [d.move for d in endorsement.decisions.all()] == [
        "submit",
        "send_back",
        "edit",
        "submit",
    ]


def test_photo_stays_with_other_words_about_it(client, sent_back):
    data = filled(client, sent_back) | {"photo_alt": "Somebody else's description"}

    client.post(address(sent_back), data)

    picture = Picture.objects.get()
    assert Endorsement.objects.get().photo == picture
    assert picture.alt_text == "Somebody else's description"


def test_replaced_photo_is_erased(client, sent_back):
    data = filled(client, sent_back, photo=photo())
    client.post(address(sent_back), data)

    former, new = Picture.objects.order_by("pk")
    assert (former.erased_at is None, new.erased_at is None) == (False, True)
    assert Endorsement.objects.get().photo == new


def test_removed_photo_is_erased(client, sent_back):
    data = filled(client, sent_back, photo_remove="on")

    client.post(address(sent_back), data)

    assert Endorsement.objects.get().photo is None
    assert Picture.objects.get().erased_at is not None


def test_replaced_photo_stays_while_a_copy_shows_it(client, sent_back, lead):
    client.post(address(sent_back), filled(client, sent_back))
    endorsement = Endorsement.objects.get()
    agree_and_publish(endorsement, lead)
    moves.edit(
        endorsement, by=lead, seen_version=endorsement.version, save=lambda: None
    )
    moves.send_back(
        endorsement, by=lead, seen_version=endorsement.version, note="Again"
    )

    client.post(
        address(endorsement),
        filled(client, endorsement, photo=photo(saved(drawn().rotate(180)))),
    )

    assert [p.erased_at for p in Picture.objects.all()] == [None, None]


def test_fewer_uses_of_the_same_words_narrow_the_live_copy_at_once(
    client, sent_back, lead
):
    client.post(address(sent_back), filled(client, sent_back))
    endorsement = Endorsement.objects.get()
    agree_and_publish(endorsement, lead)
    moves.edit(
        endorsement, by=lead, seen_version=endorsement.version, save=lambda: None
    )
    moves.send_back(
        endorsement, by=lead, seen_version=endorsement.version, note="Again"
    )

    client.post(address(endorsement), filled(client, endorsement, uses=NEEDED))

    live = Publication.objects.live().get()
    assert (live.photo, live.uses) == (None, sorted(NEEDED))


def agree_and_publish(endorsement, lead):
    agree(endorsement, by=lead)
    judge(endorsement)
    moves.publish(endorsement, by=lead, seen_version=endorsement.version)


def test_second_click_lands_where_the_first_did(client, sent_back):
    data = filled(client, sent_back)
    first = client.post(address(sent_back), data)
    second = client.post(address(sent_back), data)

    assert (second.status_code, second.url) == (302, first.url)
    assert Endorsement.objects.get().decisions.count() == 4


def test_second_click_knows_an_interview_that_the_form_does_not_ask_about(client, lead):
    interview = back(
        make_endorsement(
            author_email="champion@example.org",
            source="interview",
            transcript="Ask a librarian.",
            capacity="for_organisation",
        ),
        lead,
    )
    data = filled(client, interview, capacity="for_organisation")
    first = client.post(address(interview), data)
    second = client.post(address(interview), data)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Endorsement.objects.get().transcript == "Ask a librarian."


def test_an_agreement_taken_back_with_the_lead_is_not_taken_for_a_second_click(
    client, sent_back
):
    data = filled(client, sent_back, uses=[*NEEDED, "social"])
    client.post(address(sent_back), data)

    response = client.post(address(sent_back), data | {"uses": list(NEEDED)})

    assert response.status_code == 422
    assert "Not changed: it is with the library lead now" in response.content.decode()


def test_what_a_lead_wrote_down_is_not_ticked_for_the_champion(client, lead):
    endorsement = back(make_endorsement(agreed=True), lead)

    form = client.get(address(endorsement)).context["form"]

    assert form["uses"].initial == []


def test_stale_form_keeps_the_words_and_says_so(client, sent_back, lead):
    data = filled(client, sent_back, quote="My new words.")
    now = Endorsement.objects.get()
    moves.edit(now, by=lead, seen_version=now.version, save=lambda: None)

    response = client.post(address(sent_back), data)

    page = response.content.decode()
    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "Not sent: this endorsement was changed while you had it open. "
        "Your words are kept below. Read them again, then send them"
    ]
    assert "My new words." in page
    assert Endorsement.objects.get().quote == "Evidence makes every decision safer."
    data["version"] = str(now.version)
    assert client.post(address(sent_back), data).status_code == 302
    assert Endorsement.objects.get().quote == "My new words."


def test_declined_meanwhile_the_words_are_kept_and_nothing_changes(
    client, sent_back, lead
):
    data = filled(client, sent_back, quote="My new words.")
    now = Record.objects.get()
    moves.decline(now, by=lead, seen_version=now.version, note="Not for us")

    response = client.post(address(sent_back), data)

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "Not changed: this endorsement is declined"
    ]
    assert "My new words." in response.content.decode()
    assert Endorsement.objects.get().status == Status.DECLINED


@pytest.mark.parametrize("version", ["", "0", "abc", "-1", "9" * 40])
def test_broken_version_changes_nothing(client, sent_back, version):
    data = filled(client, sent_back, quote="My new words.") | {"version": version}

    response = client.post(address(sent_back), data)

    assert response.status_code == 422
    assert Endorsement.objects.get().quote == "Evidence makes every decision safer."


def test_mistakes_are_said_beside_the_question(client, sent_back):
    response = client.post(address(sent_back), filled(client, sent_back, name=""))

    assert response.status_code == 422
    assert response.context["form"].errors == {"name": ["Enter your full name"]}
    assert 'name="photo_kept"' in response.content.decode()


def test_preview_button_works_there_too(client, sent_back):
    data = filled(client, sent_back, preview="Preview your card")

    response = client.post(address(sent_back), data)

    assert response.status_code == 200
    assert "data:image/png" in response.content.decode()
    assert Endorsement.objects.get().status == Status.SENT_BACK
    assert Picture.objects.count() == 1


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.PUBLISHED])
def test_what_is_not_with_its_author_opens_their_page_instead(client, status):
    endorsement = publish_endorsement()
    Record.objects.update(status=status)

    response = client.get(address(endorsement))

    assert response.url == reverse("moderation:my", args=[my_link(endorsement)])


def test_link_of_a_case_study_opens_no_endorsement(client):
    assert client.get(address(make_case_study())).status_code == 404


def test_forged_link_opens_nothing(client, sent_back):
    assert client.get(address(sent_back)[:-3] + "xx/").status_code == 404


def test_browser_that_names_no_origin_may_send(client, sent_back):
    # As Chromium does under "Referrer-Policy: no-referrer".
    strict = Client(enforce_csrf_checks=True, headers={"origin": "null"})

    response = strict.post(address(sent_back), filled(client, sent_back))

    assert response.status_code == 302
    assert strict.post("/endorse/", answers()).status_code == 403
