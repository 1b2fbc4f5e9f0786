"""What the public would see of a case study, for each set of uses agreed."""

import pytest

from amd.campaign.models import Term
from amd.consent.models import Use
from amd.publishing.cards import card_of_copy, problems_of
from tests.casestudies.test_models import quoted
from tests.factories import make_case_study, make_organisation, make_picture

pytestmark = pytest.mark.django_db

EVERYTHING = frozenset(Use.values)
PLAIN = frozenset({Use.WEBSITE})


def who(story, uses):
    card = story.public_copy(uses).card
    return [card.get(name, "") for name in ("name", "title", "organisation")]


def test_sections_stand_in_reading_order_with_every_word_of_the_card():
    copy = quoted(working_with_me=True).public_copy(EVERYTHING)

    assert [heading for heading, _ in copy.sections] == [
        "In brief",
        "The challenge",
        "The library's role",
        "What happened",
        "The difference it made",
        "In their words",
        "Working with",
    ]


def test_all_uses_show_name_title_and_organisation():
    assert who(quoted(), EVERYTHING) == [
        "Sam Sample",
        "Matron",
        "Sampleshire NHS Trust",
    ]


def test_the_page_says_whose_words_they_are():
    sections = dict(quoted().public_copy(EVERYTHING).sections)

    assert sections["In their words"] == (
        "It changed what we do.\nSam Sample, Matron, Sampleshire NHS Trust"
    )


def test_without_a_name_the_job_title_speaks():
    assert who(quoted(), PLAIN | {Use.TITLE}) == ["Matron", "", "Sampleshire NHS Trust"]


def test_without_a_title_only_the_name_is_shown():
    assert who(quoted(), PLAIN | {Use.NAME}) == ["Sam Sample", "", ""]


def test_without_name_and_title_a_library_user_speaks():
    assert who(quoted(), PLAIN) == ["A library user", "", ""]


def test_role_only_shows_the_job_title_whatever_is_agreed():
    assert who(quoted(attribution="role"), EVERYTHING) == ["Matron", "", ""]
    assert who(quoted(attribution="role"), PLAIN) == ["Matron", "", ""]


def test_who_is_pictured_and_keeps_the_job_title_back_is_a_library_user():
    story = quoted(attribution="role", picture=make_picture())
    story.picture_shows_person = True

    assert who(story, EVERYTHING) == ["Matron", "", ""]
    assert who(story, PLAIN) == ["A library user", "", ""]


def test_anonymous_shows_nothing_of_the_person():
    story = quoted(attribution="anonymous", quoted_name="Quoted Person")
    copy = story.public_copy(EVERYTHING)

    assert copy.card["name"] == "A library user"
    assert "Quoted Person" not in str(copy)
    assert "Matron" not in str(copy)


def test_the_photo_is_left_out_without_its_use():
    story = quoted(picture=make_picture(), picture_shows_person=True)

    assert story.public_copy(EVERYTHING).photo == story.picture
    assert story.public_copy(EVERYTHING - {Use.PHOTO}).photo is None


def test_the_contributor_is_named_only_if_they_ticked_it():
    story = make_case_study(contributor_title="Clinical Librarian")
    hidden = story.public_copy(EVERYTHING)

    story.working_with_me = True
    shown = story.public_copy(EVERYTHING)

    assert "Ali Sample" not in str(hidden)
    assert shown.card["working_with"] == "Ali Sample, Clinical Librarian"
    assert ("Working with", "Ali Sample, Clinical Librarian") in shown.sections


def test_the_figure_stands_with_what_it_rests_on():
    copy = make_case_study(
        figure="£120,000", figure_note="saved a year", figure_basis="estimated_by_user"
    ).public_copy(EVERYTHING)

    basis = "saved a year, estimated by the library user"
    assert copy.figures == (("£120,000", basis),)
    assert (copy.card["figure"], copy.card["figure_basis"]) == ("£120,000", basis)


def test_the_time_a_figure_is_about_stands_with_it_only_where_it_is_given():
    figure = {"figure": "£120,000", "figure_note": "saved", "figure_basis": "measured"}

    said = make_case_study(**figure, figure_period="April to June 2026")
    left = make_case_study(**figure)

    shown = [each.public_copy(EVERYTHING).figures[0][1] for each in (said, left)]
    assert shown == ["saved, April to June 2026, measured", "saved, measured"]


def test_an_impact_still_to_come_is_said_to_be_likely():
    headings = [
        [
            heading
            for heading, text in make_case_study(impact="Less.", impact_when=when)
            .public_copy(EVERYTHING)
            .sections
            if text == "Less."
        ]
        for when in ("", "now", "later")
    ]

    assert headings == [
        ["The difference it made"],
        ["The difference it made"],
        ["The difference it is likely to make"],
    ]


def test_who_confirmed_a_figure_is_not_published():
    story = make_case_study(
        figure="120 hours",
        figure_note="saved a year",
        figure_basis="measured",
        figure_confirmed_by="Wanda Ward-Manager",
    )

    assert "Wanda" not in str(story.public_copy(EVERYTHING))


def test_a_story_without_figure_or_quote_shows_neither():
    copy = make_case_study().public_copy(EVERYTHING)

    assert copy.figures == ()
    assert sorted(copy.card) == ["body", "headline", "kicker", "service"]


def test_facets_carry_code_and_label(nurses):
    story = make_case_study()
    story.staff_groups.add(nurses)

    facets = story.public_copy(EVERYTHING).facets

    assert facets == {
        "impact_category": [("safety", "Safety")],
        "service_used": [],
        "staff_group": [("nursing", "Nursing")],
    }


def test_type_of_the_organisation_is_a_facet_where_it_is_known():
    acute = Term.objects.create(
        scheme=Term.Scheme.ORGANISATION_TYPE, code="acute", label="Acute trust"
    )
    story = make_case_study(organisation=make_organisation(organisation_type=acute))

    facets = story.public_copy(EVERYTHING).facets

    assert facets["organisation_type"] == [("acute", "Acute trust")]


def test_the_line_below_the_title_names_service_and_organisation():
    assert make_case_study().public_copy(EVERYTHING).byline == (
        "Sampleshire Knowledge and Library Service, Sampleshire NHS Trust"
    )


def test_the_vignette_of_the_longest_case_study_fits_every_needed_format():
    words = "The clinical librarian searched and appraised the evidence. " * 20
    story = quoted(
        headline="Ward equipment chosen on evidence saves a large hospital trust £120,000",
        brief=" ".join(words.split()[:110]),
        figure="120 hours a year",
        figure_note="saved by nurses on three wards, in the first year of use ok",
        figure_basis="estimated_by_library",
        working_with_me=True,
        contributor_title="Clinical Librarian for Women's and Children's Services",
    )

    assert problems_of(card_of_copy(story.public_copy(EVERYTHING))) == []
