"""What stands on each page of the journey, and what its buttons do."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from amd.mail.models import Outbox
from amd.moderation.links import my_link
from amd.pictures import signed
from amd.web.throttle import allow
from casestudies.journey.pages import PAGES, QUICK, pages_of
from casestudies.models import CaseStudy
from tests.casestudies.journey import BEGIN, begin, fill, page, send
from tests.casestudies.pages import kept_value, photo

pytestmark = pytest.mark.django_db

START = "/case-studies/submit/"


def seen_on(response):
    return re.search(r'name="seen" value="(\w*)"', response.text)[1]


def check_page(client):
    return client.get(f"/my/{my_link(CaseStudy.objects.get())}/write/check/")


def test_start_page_says_who_what_how_long_and_what_then(client):
    start = client.get(START)

    for heading in (
        "Quick story",
        "Full case study",
        "Who it is for",
        "What to have at hand",
        "What happens then",
        "What reviewers look for",
        "Two examples",
    ):
        assert re.search(rf"<h2[^>]*>{heading}</h2>", start.text), heading
    assert "About 15 minutes" in start.text


def test_start_page_leads_to_both_kinds_of_story(client):
    start = client.get(START)

    assert f'href="{BEGIN}"' in start.text
    assert f'href="{BEGIN}?story=quick"' in start.text


def test_every_page_says_which_it_is_and_of_how_many(client, answers):
    begin(client, answers)

    titles = [page(client, each.slug).text for each in PAGES if QUICK not in each.of]

    counted = [re.search(r"Page (\d+) of (\d+)", text).groups() for text in titles]
    assert counted == [(str(number), "10") for number in range(2, 9)]


def test_a_quick_story_has_four_pages(client, answers):
    first = client.get(f"{BEGIN}?story=quick")
    begin(client, answers, story="quick")

    assert "Page 1 of 4" in first.text
    assert "Page 4 of 4" in page(client, "headline").text
    assert len(pages_of(CaseStudy.objects.get())) == 4


def test_a_page_that_is_not_there_is_not_found(client, answers):
    begin(client, answers)

    assert page(client, "no-such-page").status_code == 404


def test_every_save_keeps_the_draft_for_another_28_days(client, answers):
    begin(client, answers)
    CaseStudy.objects.update(draft_ends_on=timezone.localdate() + timedelta(days=3))

    page(client, "challenge", answers)

    ends_on = CaseStudy.objects.get().draft_ends_on
    assert ends_on == timezone.localdate() + timedelta(days=28)


def test_a_page_says_where_the_draft_is_and_until_when(client, answers):
    begin(client, answers)

    shown = page(client, "challenge")

    ends_on = CaseStudy.objects.get().draft_ends_on
    assert f"kept until {ends_on.day} {ends_on:%B %Y}" in shown.text
    assert "ali@example.nhs.uk" in shown.text


def test_too_many_savings_are_held_back_with_the_words_kept(client, answers):
    begin(client, answers)
    for _ in range(600):
        allow("page", "127.0.0.1", 600, 600)

    held = page(client, "challenge", answers)

    assert held.status_code == 429
    assert answers["challenge"] in held.text
    assert CaseStudy.objects.get().challenge == ""


def test_a_change_from_the_check_goes_back_to_it(client, answers):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())
    address = f"/my/{link}/write/challenge/?then=check"

    shown = client.get(address)
    saved = client.post(address, {"challenge": "Nobody could tell which pump was safe"})

    assert "Save and go back to your answers" in shown.text
    assert saved.url == f"/my/{link}/write/check/"


def test_saving_for_later_keeps_what_cannot_be_saved_and_goes_to_the_private_page(
    client, answers
):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())

    left = client.post(
        f"/my/{link}/write/figures/", {"figure": "£120,000", "later": "later"}
    )

    assert left.url == f"/my/{link}/"
    assert 'value="£120,000"' in page(client, "figures").text


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


def test_a_picture_survives_a_missing_description_and_coming_back_later(
    client, answers
):
    begin(client, answers)
    refused = client.post(
        f"/my/{my_link(CaseStudy.objects.get())}/write/picture/", {"picture": photo()}
    )

    again = page(client, "picture")

    assert refused.status_code == 422
    assert signed.read(kept_value(again)) == signed.read(kept_value(refused))
    kept = {"picture_kept": kept_value(again), "picture_alt": "A pump"}
    client.post(f"/my/{my_link(CaseStudy.objects.get())}/write/picture/", kept)
    assert CaseStudy.objects.get().picture.alt_text == "A pump"
    assert CaseStudy.objects.get().unsaved == {}


def test_other_tabs_choices_are_shown_in_words(client, answers, impact):
    begin(client, answers)
    page(client, "impact", answers)
    seen = seen_on(page(client, "impact"))
    page(client, "impact", {**answers, "impact_when": "later", "seen": seen})

    both = page(client, "impact", {**answers, "impact_when": "now", "seen": seen})

    theirs = both.text[both.text.index('id="theirs"') : both.text.index("</section>")]
    assert "It is likely later" in theirs
    assert "The difference it made" not in theirs


def test_the_brief_begins_with_the_authors_own_answers(client, answers):
    begin(client, answers, story="quick")
    page(client, "story", answers)

    shown = page(client, "headline")

    begun = " ".join(answers[name] for name in ("challenge", "library_role", "impact"))
    assert begun in shown.text
    assert CaseStudy.objects.get().brief == ""


def test_answers_too_long_for_the_brief_are_left_to_the_author(client, answers):
    begin(client, answers, story="quick")
    page(client, "story", {**answers, "challenge": "word " * 120})

    assert "word word" not in page(client, "headline").text


def test_a_story_that_grows_is_declared_free_of_patients_again(client, answers):
    begin(client, answers, story="quick")
    fill(client, answers)

    client.post(f"/my/{my_link(CaseStudy.objects.get())}/write/grow/")

    story = CaseStudy.objects.get()
    assert (story.is_quick, story.no_patient_identifiable) == (False, False)


def test_the_check_shows_every_answer_and_leads_to_its_box(client, answers):
    begin(client, answers)
    fill(client, answers)

    shown = check_page(client)

    link = my_link(CaseStudy.objects.get())
    assert answers["library_role"] in shown.text
    assert f'href="/my/{link}/write/challenge/?then=check#id_challenge"' in shown.text
    assert "impact/?then=check#id_impact_categories_0" in shown.text
    assert "ali@example.nhs.uk" in shown.text


def test_the_check_has_one_line_for_a_part_that_was_left_out(client, answers):
    begin(client, answers)
    fill(client, answers)

    shown = check_page(client)

    rows = [row for _, rows in shown.context["pages"] for row in rows]
    assert [row.label for row in rows if not row.answer] == [
        "Region",
        "Library services used",
        "Has it happened yet?",
        "Figure",
        "Quote",
        "Picture",
    ]
    assert shown.text.count("Not provided</span>") == 6


def test_the_check_names_the_pages_that_are_not_answered(client, answers):
    begin(client, answers)
    page(client, "challenge", answers)

    shown = check_page(client)

    to_do = shown.text[shown.text.index('id="to-do"') : shown.text.index("</section>")]
    assert re.findall(r">([^<]+)</a>: not answered yet", to_do) == [
        "The library&#x27;s role",
        "What happened",
        "The difference it made",
        "No patient details",
        "The headline",
    ]


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


def test_a_picture_is_agreed_to_only_where_there_is_one(client, answers):
    begin(client, answers)
    fill(client, answers)
    without = [
        use for use, _ in check_page(client).context["form"].fields["uses"].choices
    ]
    client.post(
        f"/my/{my_link(CaseStudy.objects.get())}/write/picture/",
        {"picture": photo(), "picture_alt": "A pump"},
    )

    with_one = check_page(client).context["form"].fields["uses"].choices

    assert without == ["website", "social", "internal", "contact"]
    assert [use for use, _ in with_one] == [
        "website",
        "photo",
        "social",
        "internal",
        "contact",
    ]


def test_the_sum_of_hours_is_shown_and_keeps_what_is_typed(client, answers):
    begin(client, answers)
    typed = {"hours": "2", "people": "12", "weeks": "46", "figure_period": "a year"}
    link = my_link(CaseStudy.objects.get())

    shown = client.post(f"/my/{link}/write/figures/", {**typed, "work": "work"})

    assert shown.status_code == 200
    assert "2 hours × 12 people × 46 weeks = 1,104 hours" in shown.text
    assert 'value="a year"' in shown.text
    assert 'value="1,104 hours"' not in shown.text


def test_the_sum_becomes_the_figure_only_when_asked_to(client, answers):
    begin(client, answers)
    typed = {"hours": "2", "people": "12", "weeks": "46"}
    link = my_link(CaseStudy.objects.get())

    shown = client.post(f"/my/{link}/write/figures/", {**typed, "use": "use"})

    assert 'value="1,104 hours"' in shown.text
    assert 'value="saved (2 hours × 12 people × 46 weeks)"' in shown.text
    assert CaseStudy.objects.get().figure == ""


def test_a_sum_of_nothing_says_what_to_enter(client, answers):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())

    shown = client.post(f"/my/{link}/write/figures/", {"figure": "£1", "work": "work"})

    assert shown.status_code == 422
    assert "<title>Error: A figure" in shown.text
    assert '<a href="#id_people">Enter the number of people</a>' in shown.text
    assert 'value="£1"' in shown.text


def test_what_is_typed_is_kept_before_it_is_saved(client, answers):
    begin(client, answers)
    typed = {"challenge": "Half a sen", "seen": seen_on(page(client, "challenge"))}
    client.post(
        f"/my/{my_link(CaseStudy.objects.get())}/write/challenge/answered/", typed
    )

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
    client.post(
        f"/my/{my_link(CaseStudy.objects.get())}/write/challenge/answered/", typed
    )

    assert CaseStudy.objects.get().unsaved == {}


def test_typing_back_to_what_is_saved_leaves_nothing_unsaved(client, answers):
    begin(client, answers)
    page(client, "challenge", answers)
    live = f"/my/{my_link(CaseStudy.objects.get())}/write/challenge/answered/"

    client.post(live, {"challenge": "Something else"})
    client.post(live, {"challenge": answers["challenge"]})

    assert CaseStudy.objects.get().unsaved == {}


def test_nothing_is_kept_of_what_is_typed_once_it_is_sent(client, answers):
    begin(client, answers)
    fill(client, answers)
    send(client, answers)

    live = f"/my/{my_link(CaseStudy.objects.get())}/write/challenge/answered/"
    client.post(live, {"challenge": "Too late"})

    assert CaseStudy.objects.get().unsaved == {}


def test_going_back_to_correct_the_first_page_makes_no_second_draft(client, answers):
    begin(client, answers)

    begin(client, {**answers, "author_name": "Ali Corrected"})

    assert CaseStudy.objects.get().author_name == "Ali Corrected"
    assert Outbox.objects.count() == 1


def test_the_link_goes_to_an_address_that_was_corrected_too(client, answers):
    begin(client, answers)

    page(client, "you", {**answers, "author_email": "right@example.nhs.uk"})
    page(client, "you", {**answers, "author_email": "right@example.nhs.uk"})

    mail = Outbox.objects.get(address="right@example.nhs.uk")
    assert f"/my/{my_link(CaseStudy.objects.get())}/" in mail.body


def test_the_list_of_criteria_marks_those_of_this_page(client, answers):
    begin(client, answers)

    shown = page(client, "impact").context["answered"]

    assert [each.is_here for each in shown] == [False, True, False, False, False]
    assert [each.url for each in shown] == [""] * 5


def test_the_check_leads_to_the_pages_of_what_is_missing(client, answers):
    begin(client, answers)

    shown = check_page(client).context["answered"]

    link = my_link(CaseStudy.objects.get())
    assert [each.url.removeprefix(f"/my/{link}/write/") for each in shown] == [
        "outcome/?then=check",
        "impact/?then=check",
        "role/?then=check",
        "figures/?then=check",
        "quote/?then=check",
    ]


def test_a_quick_story_is_not_led_to_pages_that_it_does_not_have(client, answers):
    begin(client, answers, story="quick")

    shown = check_page(client).context["answered"]

    assert [bool(each.url) for each in shown] == [True, True, True, False, False]
