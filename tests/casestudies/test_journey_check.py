"""Every answer once more: what is shown, what it leads to, what stops the sending."""

import re

import pytest

from amd.moderation.links import my_link
from casestudies.models import CaseStudy
from tests.casestudies.journey import address, begin, fill, page
from tests.casestudies.pages import photo

pytestmark = pytest.mark.django_db


def check_page(client):
    return client.get(address("check/"))


def test_a_change_from_the_check_goes_back_to_it(client, answers):
    begin(client, answers)
    link = my_link(CaseStudy.objects.get())
    address = f"/my/{link}/write/challenge/?then=check"

    shown = client.get(address)
    saved = client.post(address, {"challenge": "Nobody could tell which pump was safe"})

    assert "Save and go back to your answers" in shown.text
    assert saved.url == f"/my/{link}/write/check/"


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
        "Who used the library?",
        "Has it happened yet?",
        "Figure",
        "Quote",
        "Picture",
    ]
    assert shown.text.count("Not provided</span>") == 7


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


def test_a_picture_is_agreed_to_only_where_there_is_one(client, answers):
    begin(client, answers)
    fill(client, answers)
    without = [
        use for use, _ in check_page(client).context["form"].fields["uses"].choices
    ]
    client.post(
        address("picture/"),
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
