"""Words that may tell who a patient is: shown, changed or answered for."""

import re

import pytest

from amd.moderation.links import my_link
from amd.moderation.models import WarningPassed
from amd.records.models import Role
from amd.web.models import Throttle
from casestudies.models import CaseStudy
from tests.casestudies.journey import begin, page
from tests.casestudies.patients import (
    MAY_STAY,
    MRS,
    NUMBER,
    address,
    answer,
    keys_on,
    write,
)

pytestmark = pytest.mark.django_db


def test_a_page_that_may_name_a_patient_is_followed_by_its_words(client, answers):
    begin(client, answers)

    saved = write(client, challenge=MRS)
    shown = client.get(saved.url)

    assert saved.url == address()
    assert CaseStudy.objects.get().challenge == MRS
    assert "“Mrs Specimen” looks like a person&#x27;s name" in shown.text
    assert "<mark>Mrs Specimen</mark> could not sleep on the ward." in shown.text
    assert '<p class="amd-patients__where">The challenge</p>' in shown.text
    assert shown.headers["Cache-Control"] == "no-store"


def test_a_page_without_such_words_leads_to_the_next(client, answers):
    begin(client, answers)

    saved = write(client, challenge="Nobody could tell which pump was safe.")
    asked_anyway = client.get(address())

    link = my_link(CaseStudy.objects.get())
    assert saved.url == asked_anyway.url == f"/my/{link}/write/role/"


def test_the_way_back_leads_to_the_box_in_which_they_stand(client, answers):
    begin(client, answers)
    write(client, "role", then="?then=check", library_role=MRS)

    shown = client.get(address("role", "?then=check"))

    link = my_link(CaseStudy.objects.get())
    back = f'href="/my/{link}/write/role/?then=check#id_library_role"'
    assert f"{back}>Go back and change it</a>" in shown.text


def test_words_that_were_changed_are_not_asked_about(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    saved = write(client, challenge="A patient could not sleep on the ward.")

    assert saved.url.endswith("/write/role/")


def test_a_reason_is_kept_for_the_lead_and_leads_on(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    answered = answer(client)

    kept = WarningPassed.objects.get()
    assert answered.url.endswith("/write/role/")
    assert (kept.reason, kept.role, kept.user) == (MAY_STAY, Role.AUTHOR, None)


def test_from_the_check_it_leads_back_to_the_check(client, answers):
    begin(client, answers)

    saved = write(client, then="?then=check", challenge=MRS)
    answered = answer(client, then="?then=check")

    assert saved.url == address(then="?then=check")
    assert answered.url.endswith("/write/check/")


def test_the_same_words_are_asked_about_once(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    answer(client)

    again = write(client, challenge=MRS)
    others = write(client, challenge=MRS.replace("sleep", "eat"))

    assert again.url.endswith("/write/role/")
    assert others.url == address()


def test_without_a_reason_nothing_is_kept(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    refused = answer(client, reason=" ")

    assert refused.status_code == 422
    assert "Enter why this does not identify anyone" in refused.text
    assert "Error: Could this tell who a patient is?" in refused.text
    assert not WarningPassed.objects.exists()


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("x" * 501, "must be 500 characters or less (this is 1 too many)"),
        ("our \x00 matron", "Remove the invisible characters from"),
        ("our \x1b matron", "Remove the invisible characters from"),
    ],
)
def test_a_reason_that_cannot_be_kept_stays_on_the_page(
    client, answers, reason, sentence
):
    begin(client, answers)
    write(client, challenge=MRS)

    refused = answer(client, reason=reason)

    assert refused.status_code == 422
    assert sentence in refused.text
    assert not WarningPassed.objects.exists()


def test_a_reason_of_any_script_is_kept(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    answer(client, reason="هي رئيسة التمريض 👩‍⚕️ <b>")

    assert WarningPassed.objects.get().reason == "هي رئيسة التمريض 👩‍⚕️ <b>"


def test_two_clicks_keep_one_reason_and_lead_on(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)

    first, second = (answer(client, keys=keys) for _ in range(2))

    assert first.url == second.url
    assert WarningPassed.objects.get().reason == MAY_STAY


def test_a_reason_corrected_after_going_back_is_kept(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)
    answer(client, keys=keys)

    answer(client, reason="She is our matron, and agreed", keys=keys)

    assert WarningPassed.objects.get().reason == "She is our matron, and agreed"


def test_words_changed_in_another_tab_are_shown_again_with_the_reason(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)
    write(client, challenge="Mr Example could not sleep.")

    refused = answer(client, keys=keys)

    assert refused.status_code == 422
    assert "Read these words again: they have changed" in refused.text
    assert MAY_STAY in refused.text
    assert "<mark>Mr Example</mark>" in refused.text
    assert not WarningPassed.objects.exists()


def test_words_gone_in_another_tab_need_no_reason(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)
    write(client, challenge="A patient could not sleep.")

    answered = answer(client, reason="", keys=keys)

    assert answered.url.endswith("/write/role/")


def test_a_number_that_names_a_patient_can_only_be_taken_out(client, answers):
    begin(client, answers)

    saved = write(client, challenge=NUMBER)
    shown = client.get(saved.url)
    waved_through = answer(client, keys=["0"])

    assert "<mark>943 476 5919</mark>" in shown.text
    assert "This does not identify anyone" not in shown.text
    assert waved_through.status_code == 422
    assert not WarningPassed.objects.exists()


def test_a_number_beside_a_name_still_waits_when_the_name_is_answered(client, answers):
    begin(client, answers)
    write(client, challenge=f"{MRS} {NUMBER}")

    answered = answer(client)
    shown = client.get(answered.url)

    assert answered.url == address()
    assert re.findall("<mark>(.+?)</mark>", shown.text) == ["943 476 5919"]


def test_a_way_to_reach_somebody_is_shown_too(client, answers):
    begin(client, answers)

    shown = client.get(write(client, challenge="Ring him on 07700 900123.").url)

    assert re.findall("<mark>(.+?)</mark>", shown.text) == ["07700 900123"]


def test_words_found_on_one_page_are_not_asked_about_on_another(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    saved = page(client, "outcome", answers)

    assert saved.url.endswith("/write/impact/")


def test_too_many_reasons_are_held_back_with_the_words_kept(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)
    Throttle.objects.update(calls=10_000)

    held = answer(client, keys=keys)

    assert held.status_code == 429
    assert MAY_STAY in held.text
    assert not WarningPassed.objects.exists()


def test_somebody_who_goes_is_not_held_up(client, answers):
    begin(client, answers)

    left = write(client, challenge=MRS, later="later")

    assert left.url == f"/my/{my_link(CaseStudy.objects.get())}/"


def test_looking_asks_no_more_where_more_was_found(
    client, answers, django_assert_num_queries
):
    begin(client, answers)
    write(client, challenge=MRS)
    with django_assert_num_queries(4):
        client.get(address())

    write(client, challenge=f"{MRS} Mr Example rang on 07700 900123.")

    with django_assert_num_queries(4):
        client.get(address())
