"""Nothing that is typed is lost, nothing is there twice, and one finds the way back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.records.models import Status
from amd.web.throttle import allow
from casestudies.journey.views import NOT_NOW
from casestudies.models import CaseStudy
from tests.casestudies.journey import address, begin, fill, page, seen_on, send

pytestmark = pytest.mark.django_db


def test_every_save_keeps_the_draft_for_another_28_days(client, answers):
    begin(client, answers)
    CaseStudy.objects.update(draft_ends_on=timezone.localdate() + timedelta(days=3))

    page(client, "challenge", answers)

    ends_on = CaseStudy.objects.get().draft_ends_on
    assert ends_on == timezone.localdate() + timedelta(days=28)


def test_too_many_savings_are_held_back_with_the_words_kept(client, answers):
    begin(client, answers)
    for _ in range(600):
        allow("page", "127.0.0.1", 600, 600)

    held = page(client, "challenge", answers)

    assert held.status_code == 429
    assert answers["challenge"] in held.text
    assert CaseStudy.objects.get().challenge == ""


def test_saving_for_later_keeps_what_cannot_be_saved_and_goes_to_the_private_page(
    client, answers
):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())

    left = client.post(
        f"/my/{link}/write/figures/", {"figure": "£120,000", "later": "later"}
    )

    again = page(client, "figures")
    assert left.url == f"/my/{link}/"
    assert 'value="£120,000"' in again.text
    # What is wrong with it is said when it is saved.
    assert "There is a problem" not in again.text


def test_what_could_not_be_saved_is_not_taken_for_an_old_page(client, answers):
    """It stands there with what was stored when it was typed, as another tab may save."""
    begin(client, answers)
    seen = seen_on(page(client, "figures"))
    page(client, "figures", {"figure": "£120,000", "seen": seen})
    saved = {"figure": "£1", "figure_note": "saved", "figure_basis": "measured"}
    page(client, "figures", {**saved, "seen": seen})
    CaseStudy.objects.update(unsaved={"figures": {"figure": ["£2"], "seen": [seen]}})

    again = page(client, "figures")
    typed = {**saved, "figure": "£2", "seen": seen_on(again)}
    both = page(client, "figures", typed)

    assert both.status_code == 422
    assert "What was saved in the other tab" in both.text


def test_other_tabs_choices_are_shown_in_words(client, answers, impact):
    begin(client, answers)
    page(client, "impact", answers)
    seen = seen_on(page(client, "impact"))
    page(client, "impact", {**answers, "impact_when": "later", "seen": seen})

    both = page(client, "impact", {**answers, "impact_when": "now", "seen": seen})

    theirs = both.text[both.text.index('id="theirs"') : both.text.index("</section>")]
    assert "It is likely later" in theirs
    assert "The difference it made" not in theirs


def test_nothing_is_sent_while_a_page_holds_what_could_not_be_saved(client, answers):
    begin(client, answers)
    fill(client, answers)
    page(client, "figures", {"figure": "£120,000"})

    refused = send(client, answers)

    sentence = (
        "Save or clear what you typed on the page “A figure”: it is not saved yet"
    )
    assert refused.status_code == 422
    assert refused.context["form"].non_field_errors() == [sentence]
    assert CaseStudy.objects.get().status == "draft"


def test_what_is_typed_is_kept_before_it_is_saved(client, answers):
    begin(client, answers)
    typed = {"challenge": "Half a sen", "seen": seen_on(page(client, "challenge"))}
    client.post(address("challenge/answered/"), typed)

    again = page(client, "challenge")

    assert "Half a sen</textarea>" in again.text
    assert "You typed this earlier and it is not saved yet" in again.text
    assert "There is a problem" not in again.text
    assert CaseStudy.objects.get().challenge == ""


def test_what_no_database_takes_is_left_out_of_what_is_kept(client, answers):
    begin(client, answers)

    page(client, "challenge", {"challenge": "A\x00B", "seen": "\x00"})

    kept = CaseStudy.objects.get().unsaved["challenge"]
    assert kept == {"challenge": ["AB"], "seen": [""]}


def test_words_told_late_do_not_undo_the_page_that_was_saved(client, answers):
    """The last pause of a page may be heard of after its button."""
    begin(client, answers)
    page(client, "challenge", answers)

    typed = {"challenge": answers["challenge"]}
    client.post(address("challenge/answered/"), typed)

    assert CaseStudy.objects.get().unsaved == {}


def test_a_page_that_is_saved_leaves_what_is_typed_on_another(client, answers):
    begin(client, answers)
    client.post(address("outcome/answered/"), {"outcome": "Half a sen"})

    page(client, "challenge", answers)

    assert CaseStudy.objects.get().unsaved["outcome"]["outcome"] == ["Half a sen"]


def test_typing_back_to_what_is_saved_leaves_nothing_unsaved(client, answers):
    begin(client, answers)
    page(client, "challenge", answers)
    live = address("challenge/answered/")

    client.post(live, {"challenge": "Something else"})
    client.post(live, {"challenge": answers["challenge"]})

    assert CaseStudy.objects.get().unsaved == {}


def test_what_is_typed_and_not_saved_grows_with_a_quick_story(client, answers):
    begin(client, answers, story="quick")
    link = my_link(CaseStudy.objects.get())
    typed = {"challenge": "Half a sen", "impact": "Half an imp"}
    client.post(f"/my/{link}/write/story/answered/", {**typed, "seen": "x"})

    grown = client.post(f"/my/{link}/write/grow/")

    assert grown.url == f"/my/{link}/write/challenge/"
    assert "Half a sen</textarea>" in page(client, "challenge").text
    assert "Half an imp</textarea>" in page(client, "impact").text
    assert set(CaseStudy.objects.get().unsaved) == {"challenge", "impact"}


def test_nothing_is_kept_of_what_is_typed_once_it_is_sent(client, answers):
    begin(client, answers)
    fill(client, answers)
    send(client, answers)

    live = address("challenge/answered/")
    client.post(live, {"challenge": "Too late"})

    assert CaseStudy.objects.get().unsaved == {}


def test_going_back_to_correct_the_first_page_makes_no_second_draft(client, answers):
    begin(client, answers)

    begin(client, {**answers, "author_name": "Ali Corrected"})

    assert CaseStudy.objects.get().author_name == "Ali Corrected"
    assert Outbox.objects.count() == 1


def test_the_first_page_of_what_is_sent_corrects_nothing(client, answers):
    begin(client, answers)
    fill(client, answers)
    send(client, answers)

    again = begin(client, answers)
    refused = begin(client, {**answers, "author_name": "Ali Corrected"})

    assert again.status_code == 302
    assert refused.status_code == 422
    assert 'value="Ali Corrected"' in refused.text
    assert refused.context["form"].non_field_errors() == [
        NOT_NOW.format("waiting for review")
    ]
    assert CaseStudy.objects.get().author_name == "Ali Sample"


def test_the_first_page_of_what_is_sent_back_corrects_it(client, answers):
    begin(client, answers)
    CaseStudy.objects.update(status=Status.SENT_BACK)

    begin(client, {**answers, "author_name": "Ali Corrected"})

    assert CaseStudy.objects.get().author_name == "Ali Corrected"


def test_the_link_goes_to_an_address_that_was_corrected_too(client, answers):
    begin(client, answers)

    page(client, "you", {**answers, "author_email": "right@example.nhs.uk"})
    page(client, "you", {**answers, "author_email": "right@example.nhs.uk"})

    mail = Outbox.objects.get(address="right@example.nhs.uk")
    assert f"/my/{my_link(CaseStudy.objects.get())}/" in mail.body


@pytest.mark.parametrize(
    ("saved", "slug"),
    [
        ([], "challenge"),
        (["challenge", "role"], "outcome"),
        (["challenge", "role", "outcome", "impact"], "figures"),
        (["challenge", "impact"], "role"),
        (["challenge", "role", "outcome", "impact", "quote"], "picture"),
    ],
)
def test_somebody_who_comes_back_goes_on_after_the_last_answer(
    client, answers, quote, saved, slug
):
    begin(client, answers)
    for each in saved:
        page(client, each, {**answers, **quote})

    link = my_link(CaseStudy.objects.get())
    assert client.get(f"/my/{link}/write/").url == f"/my/{link}/write/{slug}/"


def test_somebody_who_comes_back_goes_to_what_is_typed_and_not_saved(client, answers):
    begin(client, answers)
    fill(client, answers)
    page(client, "figures", {"figure": "£120,000"})

    link = my_link(CaseStudy.objects.get())
    assert client.get(f"/my/{link}/write/").url == f"/my/{link}/write/figures/"


def test_somebody_who_has_answered_everything_comes_back_to_the_check(client, answers):
    begin(client, answers)
    fill(client, answers)

    link = my_link(CaseStudy.objects.get())
    assert client.get(f"/my/{link}/write/").url == f"/my/{link}/write/check/"
