"""What the review page shows of the checks."""

import pytest
from django.template.loader import render_to_string

from amd.moderation.checks.page import checks_context
from amd.moderation.checks.passing import pass_warnings
from amd.moderation.checks.run import found_in_words
from amd.records.models import Role, Status
from tests.factories import make_case_study, make_endorsement

pytestmark = pytest.mark.django_db

TEMPLATE = "admin/records/record/_checks.html"
WARNED = "It was late. Mrs Example was well."


def shown(record, lead, **more):
    context = {"record": record, "csrf_token": "", **checks_context(record, lead.user)}
    return render_to_string(TEMPLATE, context | more)


def test_page_shows_what_stops_it_and_what_is_to_be_judged(north, north_lead):
    record = make_endorsement(region=north, quote=f"{WARNED} Hospital number A123456.")

    checks = checks_context(record, north_lead.user)["checks"]

    assert [each["sentence"] for each in checks["blocks"]] == [
        "Take out “Hospital number A123456”: it looks like a hospital number"
    ]
    (warning,) = checks["warnings"]
    assert warning["sentence"] == "“Mrs Example” looks like a person's name"
    assert (warning["where"], warning["around"]) == (
        "Your words",
        "Mrs Example was well.",
    )
    assert "the trust's own patient-story process" in shown(record, north_lead)


def test_page_names_a_field_that_is_no_question(north, north_lead):
    record = make_case_study(
        region=north,
        figure="1",
        figure_note="bed for Mrs Example",
        figure_basis="measured",
    )

    (warning,) = checks_context(record, north_lead.user)["checks"]["warnings"]

    assert warning["where"] == "What the figure is"


def test_page_shows_the_reason_of_the_author_beside_the_warning(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)
    reason = "She is my mother & agreed"
    pass_warnings(record, found_in_words(record), by=Role.AUTHOR, reason=reason)

    text = shown(record, north_lead)

    assert "The author says: “She is my mother &amp; agreed”" in text
    assert "Pass what is ticked" in text


def test_page_shows_who_passed_a_warning_and_why(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED)
    pass_warnings(
        record,
        found_in_words(record),
        by=north_lead.user,
        reason="A nurse",
        seen_version=record.version,
    )

    text = shown(record, north_lead)

    assert "“A nurse” Nora North" in text
    assert "Take back" in text
    assert "Pass what is ticked" not in text


def test_page_of_what_is_decided_has_nothing_to_press(north, north_lead):
    record = make_endorsement(region=north, quote=WARNED, status=Status.DECLINED)

    text = shown(record, north_lead)

    assert "looks like a person&#x27;s name" in text
    assert "<button" not in text


def test_page_never_says_that_a_text_is_safe(north, north_lead):
    text = shown(make_endorsement(region=north), north_lead)

    assert "The checks saw nothing to judge." in text
    assert "They say what they saw, never that a text is safe." in text


def test_page_shows_what_keeps_the_card_from_being_drawn(north, north_lead):
    record = make_endorsement(region=north)
    problems = ["Shorten the name by 3 characters to fit the portrait card"]

    checks = checks_context(record, north_lead.user, problems=problems)["checks"]

    assert [each["sentence"] for each in checks["blocks"]] == problems
