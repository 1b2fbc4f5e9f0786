"""What stands on each page of the journey, and what its buttons do."""

import re
from html import unescape

import pytest

from amd.moderation.links import my_link
from casestudies.journey.pages import PAGES, QUICK, pages_of
from casestudies.models import CaseStudy
from tests.casestudies.journey import BEGIN, address, begin, fill, page, seen_on, send

pytestmark = pytest.mark.django_db

START = "/case-studies/submit/"


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
    first = client.get(f"{BEGIN}?story=quick", follow=True)
    begin(client, answers, story="quick")

    assert "Page 1 of 4" in first.text
    assert "Page 4 of 4" in page(client, "headline").text
    assert len(pages_of(CaseStudy.objects.get())) == 4


def test_a_page_that_is_not_there_is_not_found(client, answers):
    begin(client, answers)

    assert page(client, "no-such-page").status_code == 404


def test_a_page_says_where_the_draft_is_and_until_when(client, answers):
    begin(client, answers)

    shown = page(client, "challenge")

    ends_on = CaseStudy.objects.get().draft_ends_on
    assert f"kept until {ends_on.day} {ends_on:%B %Y}" in shown.text
    assert "ali@example.nhs.uk" in shown.text


def test_the_brief_begins_with_the_authors_own_answers(client, answers):
    begin(client, answers, story="quick")
    page(client, "story", answers)

    shown = page(client, "headline")

    begun = " ".join(answers[name] for name in ("challenge", "library_role", "impact"))
    assert begun in shown.text
    assert CaseStudy.objects.get().brief == ""


def test_a_brief_that_is_saved_stands_there_as_it_was_written(client, answers):
    begin(client, answers, story="quick")
    fill(client, answers)

    shown = page(client, "headline")

    assert shown.context["form"]["brief"].value() == answers["brief"]


def test_answers_too_long_for_the_brief_are_left_to_the_author(client, answers):
    begin(client, answers, story="quick")
    page(client, "story", {**answers, "challenge": "word " * 120})

    assert "word word" not in page(client, "headline").text


def test_a_story_that_grows_is_declared_free_of_patients_again(client, answers):
    begin(client, answers, story="quick")
    fill(client, answers)

    client.post(address("grow/"))

    story = CaseStudy.objects.get()
    assert (story.is_quick, story.no_patient_identifiable) == (False, False)


def test_a_second_click_does_not_ask_again_what_was_declared_since(client, answers):
    begin(client, answers, story="quick")
    client.post(address("grow/"))
    page(client, "patients", answers)

    client.post(address("grow/"))

    assert CaseStudy.objects.get().no_patient_identifiable


def test_what_is_with_the_leads_does_not_grow(client, answers):
    begin(client, answers, story="quick")
    fill(client, answers)
    send(client, answers)

    client.post(address("grow/"))

    story = CaseStudy.objects.get()
    assert (story.is_quick, story.no_patient_identifiable) == (True, True)


def test_the_sum_of_hours_is_shown_and_keeps_what_is_typed(client, answers):
    begin(client, answers)
    typed = {"hours": "2", "people": "12", "weeks": "46", "figure_period": "a year"}
    typed["seen"] = "before"
    link = my_link(CaseStudy.objects.get())

    shown = client.post(f"/my/{link}/write/figures/", {**typed, "work": "work"})

    assert shown.status_code == 200
    assert "2 hours × 12 people × 46 weeks = 1,104 hours" in shown.text
    assert 'value="a year"' in shown.text
    # What another tab has saved since is still noticed.
    assert seen_on(shown) == "before"
    assert CaseStudy.objects.get().unsaved["figures"]["figure_period"] == ["a year"]
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


def test_the_errors_of_a_quick_story_speak_its_own_words(client, answers):
    begin(client, answers, story="quick")

    empty = {"challenge": "", "library_role": "", "impact": "a " * 151}
    refused = page(client, "story", {**answers, **empty})

    form = refused.context["form"]
    assert form.errors == {
        "challenge": ["Enter what you were asked"],
        "library_role": ["Enter what you did"],
        "impact": ["The impact must be 150 words or less (this is 1 too many)"],
    }


def test_the_words_stand_where_they_are_to_be_read_once_more(client, answers):
    begin(client, answers)
    page(client, "challenge", {"challenge": "Which pump is safest?"})
    page(client, "role", {"library_role": "We searched for it."})

    shown = page(client, "patients")

    assert "<dt>The challenge</dt><dd>Which pump is safest?</dd>" in shown.text
    assert "<dt>The library's role</dt><dd>We searched for it.</dd>" in unescape(
        shown.text
    )
    assert shown.text.count("Leaving out the name is not enough") == 1
    assert "Your words so far" not in page(client, "role").text
