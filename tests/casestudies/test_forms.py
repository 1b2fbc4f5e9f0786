"""What the pages ask, refuse and keep, one question after the other."""

import pytest

from amd.campaign.models import Term
from casestudies.journey.check import CheckForm
from casestudies.journey.forms import form_of
from casestudies.journey.pages import YOU, pages_of
from casestudies.models import CaseStudy

pytestmark = pytest.mark.django_db


def filled(answers, *, story=None):
    """(the story as typed, what each page says is wrong); nothing is saved."""
    story, errors = story or CaseStudy(), {}
    for page in pages_of(story):
        form = form_of(page)(answers, instance=story, page=page)
        form.is_valid()
        errors |= form.errors
    return story, errors


def errors_of(answers, **changed):
    return filled({**answers, **changed})[1]


def test_a_story_without_figure_quote_or_picture_is_enough(answers):
    assert errors_of(answers) == {}


def test_empty_pages_say_what_to_do_at_each_question():
    assert errors_of({}) == {
        "author_name": ["Enter your full name"],
        "contributor_title": ["Enter your job title"],
        "author_email": ["Enter your email address"],
        "service_name": ["Enter the name of your knowledge and library service"],
        "organisation_name": ["Enter your organisation"],
        "challenge": ["Enter the challenge"],
        "library_role": ["Enter the library's role"],
        "outcome": ["Enter what happened"],
        "impact": ["Enter the difference it made"],
        "impact_categories": ["Select at least one kind of impact"],
        "no_patient_identifiable": [
            "Confirm that no patient can be identified by ticking the box"
        ],
        "headline": ["Enter the headline"],
        "brief": ["Enter the story in brief"],
    }


def test_empty_quick_story_asks_for_three_answers_and_the_vignette():
    _, errors = filled({}, story=CaseStudy(is_quick=True))

    assert [name for name in errors if name not in YOU.fields] == [
        "challenge",
        "library_role",
        "impact",
        "impact_categories",
        "no_patient_identifiable",
        "headline",
        "brief",
    ]


def test_without_the_website_there_is_nothing_to_publish():
    assert CheckForm({}, story=CaseStudy()).errors["uses"] == [
        "Select the website and national collection: "
        "we cannot publish a case study without it"
    ]


def test_nothing_is_agreed_to_beforehand():
    form = CheckForm(story=CaseStudy())

    assert not any(form[name].value() for name in ("uses", "working_with_me"))


def test_each_use_is_asked_in_the_words_in_force(wordings):
    asked = wordings["contributor"].uses

    assert CheckForm(story=CaseStudy()).fields["uses"].choices == [
        (use, asked[use]) for use in ("website", "social", "internal", "contact")
    ]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        (
            "brief",
            "word " * 122,
            "The story in brief must be 110 words or less (this is 12 too many)",
        ),
        (
            "challenge",
            "word " * 151,
            "The challenge must be 150 words or less (this is 1 too many)",
        ),
        (
            "outcome",
            f"two {'w' * 2_000_000}",
            "What happened must be 2,250 characters or less "
            "(this is 1,997,754 too many)",
        ),
        (
            "brief",
            "w" * 1652,
            "The story in brief must be 1,650 characters or less (this is 2 too many)",
        ),
        (
            "headline",
            "x" * 83,
            "The headline must be 80 characters or less (this is 3 too many)",
        ),
        (
            "figure",
            "£1,234,567 a year",
            "The figure must be 16 characters or less (this is 1 too many)",
        ),
        (
            "quote",
            "x" * 1001,
            "The quote must be 1,000 characters or less (this is 1 too many)",
        ),
        (
            "author_email",
            "ali at example",
            "Enter an email address in the correct format, like name@example.nhs.uk",
        ),
        ("headline", "A\x00B", "Remove the invisible characters from the headline"),
        ("region", "99999999999999999999", "Select region from the list"),
        (
            "impact_categories",
            ["0"],
            "Select at least one kind of impact from the list",
        ),
        (
            "impact_categories",
            ["99999999999999999999"],
            "Select at least one kind of impact from the list",
        ),
    ],
)
def test_what_is_wrong_is_said_with_the_number(answers, quote, name, typed, sentence):
    figure = {"figure": "1", "figure_note": "a year", "figure_basis": "measured"}
    errors = errors_of({**answers, **quote, **figure}, **{name: typed})

    assert errors == {name: [sentence]}


def test_the_longest_brief_and_boxes_are_taken(answers):
    words = " ".join(["evidence"] * 110)
    box = " ".join(["evidence"] * 150)

    assert errors_of(answers, brief=words, challenge=box, impact=box) == {}


def test_a_figure_says_what_it_is_and_how_it_is_known(answers):
    assert errors_of(answers, figure="£500,000") == {
        "figure_note": ["Enter what the figure is"],
        "figure_basis": ["Select how the figure is known"],
    }


def test_what_a_figure_is_needs_the_figure(answers):
    assert errors_of(answers, figure_note="saved a year") == {
        "figure": ["Enter the figure, or clear what it is"]
    }


def test_what_is_said_about_a_figure_is_not_dropped_without_it(answers):
    sentence = "Enter the figure, or clear what you say about it"

    assert errors_of(answers, figure_period="a year") == {"figure": [sentence]}
    assert errors_of(answers, figure_confirmed_by="Matron") == {"figure": [sentence]}


def test_a_quote_says_how_the_person_is_shown(answers):
    assert errors_of(answers, quote="It changed what we do.") == {
        "attribution": ["Select how the person quoted should be shown"]
    }


def test_a_named_quote_needs_name_and_job_title(answers):
    assert errors_of(answers, quote="Yes.", attribution="named") == {
        "quoted_name": ["Enter the name of the person quoted"],
        "quoted_title": ["Enter the job title of the person quoted"],
    }


def test_a_quote_by_role_needs_the_job_title(answers):
    assert errors_of(answers, quote="Yes.", attribution="role") == {
        "quoted_title": ["Enter the job title of the person quoted"]
    }


def test_a_person_without_a_quote_is_asked_for_it(answers, quote):
    assert errors_of({**answers, **quote}, quote="") == {
        "quote": ["Enter the quote of the person you name or picture"]
    }


def test_what_is_not_shown_of_a_person_is_not_kept(answers, quote):
    story, _ = filled({**answers, **quote, "attribution": "anonymous"})

    kept = (story.quoted_name, story.quoted_title, story.quoted_organisation)
    assert kept == ("", "", "")


def test_a_named_person_works_where_the_contributor_does_unless_told(answers, quote):
    story, _ = filled({**answers, **quote, "quoted_organisation": ""})

    assert story.quoted_organisation == "Sampleshire NHS Trust"


def test_without_a_picture_nobody_is_pictured(answers, quote):
    assert errors_of({**answers, **quote}, picture_shows_person="on") == {
        "picture": ["Select the picture that shows the person quoted"]
    }


def test_letters_that_no_card_can_draw_are_refused_at_their_question(answers):
    errors = errors_of(answers, brief="The group met in \U00012000 town.")

    assert errors == {
        "brief": ["Remove \U00012000 from the story: the card cannot draw it"]
    }


def test_a_term_that_is_not_used_any_more_is_not_offered(answers, impact):
    Term.objects.update(is_active=False)

    assert "impact_categories" in errors_of(answers)


def test_the_organisation_we_know_gives_the_region(answers, organisation, north):
    story, _ = filled({**answers, "organisation_name": "sampleshire nhs trust"})

    assert (story.organisation, story.region) == (organisation, north)


def test_a_headline_is_one_line(answers):
    story, _ = filled({**answers, "headline": "Evidence\r\nsaves   time"})

    assert story.headline == "Evidence saves time"
