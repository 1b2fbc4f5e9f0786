"""The vignette and the list of criteria, as somebody types and as they are saved."""

import re
from copy import deepcopy

import pytest

from amd.campaign.data import lists
from amd.pictures.models import Picture
from amd.web.models import Throttle
from casestudies.journey.examples import EXAMPLES, TICKED
from casestudies.journey.so_far import STANDING_IN, copy_so_far
from casestudies.models import CaseStudy
from casestudies.rules import card_problems
from tests.casestudies.journey import address, begin, fill, page
from tests.casestudies.pages import photo

pytestmark = pytest.mark.django_db


def size(png):
    return tuple(int.from_bytes(png[at : at + 4]) for at in (16, 20))


def test_the_vignette_of_what_is_typed_is_a_portrait_kept_by_nobody(client, answers):
    begin(client, answers)

    drawn = client.post(address("headline/draw/"), {"headline": "Evidence saves time"})

    assert drawn.headers["Content-Type"] == "image/png"
    assert drawn.headers["Cache-Control"] == "no-store"
    assert size(drawn.content) == (1080, 1350)
    assert CaseStudy.objects.get().headline == ""


def test_what_is_typed_changes_the_picture(client, answers):
    begin(client, answers)
    typed = {"figure_note": "saved", "figure_basis": "measured"}

    one = client.post(address("figures/draw/"), {**typed, "figure": "£1"})
    two = client.post(address("figures/draw/"), {**typed, "figure": "£2"})

    assert one.content != two.content


def test_words_that_are_not_written_yet_keep_their_place(client, answers):
    begin(client, answers)
    story = CaseStudy.objects.get()

    assert copy_so_far(story).card["headline"] == STANDING_IN["headline"]
    assert list(card_problems(copy_so_far(story))) == []
    story.headline = "Evidence saves time"
    assert copy_so_far(story).card["headline"] == "Evidence saves time"


def test_a_page_says_which_of_its_words_the_vignette_has_no_letters_for(
    client, answers
):
    begin(client, answers)
    wrong = {"headline": "Evidence saves time", "brief": "We met in \U00012000 town."}

    drawn = client.post(address("headline/draw/"), wrong)
    saved = page(client, "headline", wrong)

    sentence = "Remove \U00012000 from the story: the card cannot draw it"
    assert drawn.text == sentence
    assert saved.context["form"].errors == {"brief": [sentence]}


def test_the_picture_just_chosen_is_drawn_and_stored_nowhere(client, answers):
    begin(client, answers)
    without = client.post(address("picture/draw/"), {})

    with_one = client.post(
        address("picture/draw/"), {"picture": photo(), "picture_alt": "A pump"}
    )

    assert with_one.headers["Content-Type"] == "image/png"
    assert with_one.content != without.content
    assert not Picture.objects.exists()


def test_the_saved_picture_is_drawn_beside_the_other_pages(client, answers):
    begin(client, answers)
    without = client.post(address("headline/draw/"), answers)
    client.post(address("picture/"), {"picture": photo(), "picture_alt": "A pump"})

    assert client.post(address("headline/draw/"), answers).content != without.content


def test_without_a_script_the_next_page_shows_what_is_saved(client, answers):
    begin(client, answers)
    fill(client, answers)

    shown = client.get(address("check/"))
    picture = client.get(address("vignette.png"))

    assert f'src="{address("vignette.png")}"' in shown.text
    assert answers["headline"] in re.search(r'<img[^>]* alt="([^"]*)"', shown.text)[1]
    assert (picture.status_code, size(picture.content)) == (200, (1080, 1350))
    assert picture.headers["Cache-Control"] == "no-store"


def test_words_that_cannot_be_drawn_are_told_in_the_place_of_the_picture(
    client, answers
):
    begin(client, answers)
    CaseStudy.objects.update(brief="We met in \U00012000 town.")

    shown = client.get(address("check/"))

    assert "Remove \U00012000 from the story" in shown.text
    assert client.get(address("vignette.png")).status_code == 404


def test_only_pages_whose_answers_stand_on_it_show_the_vignette(client, answers):
    begin(client, answers)

    shows = {
        slug: "data-preview-url" in page(client, slug).text
        for slug in ("challenge", "figures", "quote", "picture", "patients", "headline")
    }

    assert shows == {
        "challenge": False,
        "figures": True,
        "quote": True,
        "picture": True,
        "patients": False,
        "headline": True,
    }


def test_what_is_answered_is_said_of_what_is_typed(client, answers):
    begin(client, answers)
    typed = {"impact": "Every ward now orders the same pump, and errors fell."}

    before = page(client, "impact").text
    live = client.post(address("impact/answered/"), typed).text

    assert "0 of the 3 things that every case study needs are answered" in before
    assert "1 of the 3 things that every case study needs is answered" in live
    assert "<html" not in live
    assert CaseStudy.objects.get().impact == ""


@pytest.mark.parametrize(
    "end", ["vignette.png", "headline/draw/", "headline/answered/", "check/"]
)
def test_nothing_is_drawn_or_told_under_a_wrong_link(client, end):
    at = f"/my/XXXXXX.1.no-such-link/write/{end}"

    assert (client.post if end.endswith(("w/", "d/")) else client.get)(
        at
    ).status_code == 404


@pytest.mark.parametrize(
    ("method", "end"),
    [("get", "vignette.png"), ("post", "quote/draw/"), ("post", "quote/answered/")],
)
def test_whoever_asks_too_often_is_told_to_wait(client, answers, method, end):
    begin(client, answers)
    ask = getattr(client, method)
    ask(address(end))
    Throttle.objects.update(calls=10_000)

    held = ask(address(end), {"quote": "Half a sen"})

    assert held.status_code == 429
    assert held.text == (
        "There have been many previews in the last minute. Wait a moment and type on"
    )
    assert CaseStudy.objects.get().unsaved == {}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_is_a_whole_case_study_that_can_be_drawn(client, example, impact):
    story = deepcopy(example.story)
    story.save()
    story.impact_categories.add(impact)

    picture = client.get(example.url)

    assert story.problems() == []
    assert size(picture.content) == (1080, 1350)
    assert "Sample" in example.alt


def test_the_examples_show_one_with_three_criteria_and_one_with_all_five():
    answered = [[each.is_answered for each in one.answered] for one in EXAMPLES]

    assert answered == [[True, True, True, False, False], [True] * 5]


def test_an_example_shows_each_answer_with_its_question():
    rows = dict(EXAMPLES[1].rows())

    assert rows["Figure"] == "1,104 hours"
    assert rows["How is the figure known?"] == "Estimated by the library user"
    assert rows["Library services used"].startswith("Evidence search")
    assert "Your email address" not in rows


def test_an_example_that_is_not_there_is_not_found(client):
    assert client.get("/case-studies/submit/nothing.png").status_code == 404


def test_an_example_ticks_what_is_in_the_lists_of_the_campaign():
    rows = [*lists.IMPACT_CATEGORIES, *lists.SERVICES_USED]
    offered = {row.given["label"] for row in rows}

    ticked = [
        label for each in TICKED.values() for one in each.values() for label in one
    ]
    assert len(ticked) == 7
    assert set(ticked) <= offered
