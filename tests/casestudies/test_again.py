"""Under the private link: what was sent back is changed and sent again."""

import re

import pytest

from amd.consent.models import ConsentRecord
from amd.moderation import moves
from amd.moderation.links import my_link
from amd.pictures.models import Picture
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.amd.pictures.files import saved
from tests.casestudies.pages import SUBMIT, kept_value, photo
from tests.factories import make_lead, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent_back(client, answers, organisation):
    """A case study that came by the form and went back with a note."""
    client.post(SUBMIT, {**answers, "picture": photo(), "picture_alt": "A pump"})
    story = CaseStudy.objects.get()
    lead = make_lead(story.region)
    moves.send_back(story, by=lead, seen_version=story.version, note="Who measured it?")
    return CaseStudy.objects.get()


def address(story):
    return f"/my/{my_link(story)}/case-study/"


def again(answers, story, **changed):
    return {**answers, "version": story.version, "picture_alt": "A pump", **changed}


def test_what_was_sent_back_is_there_with_the_leads_note(client, sent_back):
    page = client.get(address(sent_back))

    assert "Who measured it?" in page.text
    assert "The group could not tell which pump was safest." in page.text
    assert f'name="version" value="{sent_back.version}"' in page.text
    assert kept_value(page)
    assert page.headers["Referrer-Policy"] == "no-referrer"


def test_that_no_patient_can_be_identified_is_asked_of_the_new_words(client, sent_back):
    form = client.get(address(sent_back)).context["form"]

    assert form["no_patient_identifiable"].value() is False
    assert form["uses"].value() == ["social", "website"]


def test_the_changed_words_are_sent_again(client, answers, sent_back):
    kept = kept_value(client.get(address(sent_back)))
    changed = again(
        answers, sent_back, impact="The trust measured it.", picture_kept=kept
    )

    response = client.post(address(sent_back), changed)

    story = CaseStudy.objects.get()
    assert response.url == f"/my/{my_link(story)}/sent/"
    assert (story.status, story.impact) == (Status.SUBMITTED, "The trust measured it.")
    assert story.picture == sent_back.picture
    answer = ConsentRecord.objects.latest("pk")
    assert answer.digest == story.words()[0].digest()


def test_a_replaced_picture_is_erased(client, answers, sent_back):
    client.post(
        address(sent_back), again(answers, sent_back, picture=photo(saved(kind="PNG")))
    )

    story = CaseStudy.objects.get()
    assert story.picture != sent_back.picture
    assert Picture.objects.get(pk=sent_back.picture_id).erased_at


def test_a_removed_picture_is_erased(client, answers, sent_back):
    client.post(address(sent_back), again(answers, sent_back))

    assert CaseStudy.objects.get().picture is None
    assert Picture.objects.get().erased_at


def test_two_clicks_send_it_again_once(client, answers, sent_back):
    first = client.post(address(sent_back), again(answers, sent_back))
    second = client.post(address(sent_back), again(answers, sent_back))

    assert first.url == second.url
    assert sent_back.decisions.filter(move="submit").count() == 2


def test_words_for_an_older_version_are_kept_and_it_says_so(client, answers, sent_back):
    moves.edit(
        CaseStudy.objects.get(),
        by=make_user(),
        seen_version=sent_back.version,
        save=lambda: None,
    )

    stale = again(answers, sent_back, impact="The trust measured it.")
    response = client.post(address(sent_back), stale)

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == [
        "Not sent: this impact case study was changed while you had it open. "
        "Your words are kept below. Read them again, then send them"
    ]
    assert "The trust measured it." in response.text
    assert CaseStudy.objects.get().impact == "Every ward now orders the same pump."
    seen = re.search(r'name="version" value="(\d+)"', response.text)[1]
    assert (
        client.post(address(sent_back), {**stale, "version": seen}).status_code == 302
    )


def test_what_is_with_the_lead_is_not_changed_by_its_author(client, answers):
    client.post(SUBMIT, answers)
    story = CaseStudy.objects.get()

    page = client.get(address(story))
    response = client.post(address(story), again(answers, story, impact="Other words."))

    assert page.url == f"/my/{my_link(story)}/"
    assert response.status_code == 422
    assert "Other words." in response.text
    assert CaseStudy.objects.get().impact == "Every ward now orders the same pump."


def test_the_page_previews_what_was_changed(client, answers, sent_back):
    response = client.post(
        address(sent_back), again(answers, sent_back, preview="preview")
    )

    assert 'src="data:image/png;base64,' in response.text
    assert "img-src 'self' data:" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("link", ["nonsense", "7F3K2Q.1.forged"])
def test_a_link_that_opens_nothing_is_not_found(client, link):
    assert client.get(f"/my/{link}/case-study/").status_code == 404
