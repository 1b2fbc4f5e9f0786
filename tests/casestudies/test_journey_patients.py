"""Words that may tell who a patient is: shown, changed or answered for, and judged anew."""

import re

import pytest
from django.urls import reverse

from amd.moderation import moves
from amd.moderation.checks.passing import pass_warnings
from amd.moderation.checks.run import found_in_words
from amd.moderation.links import my_link
from amd.moderation.models import WarningPassed
from amd.records.models import Record, Role, Status
from casestudies.models import CaseStudy
from tests.casestudies.journey import begin, fill, page, send

pytestmark = pytest.mark.django_db

MRS = "It was late. Mrs Specimen could not sleep on the ward."
NUMBER = "Her NHS number 943 476 5919 was on the form."
MAY_STAY = "Mrs Specimen is our matron"


def address(slug="challenge", then=""):
    link = my_link(CaseStudy.objects.get())
    return f"/my/{link}/write/{slug}/patient-details/{then}"


def write(client, slug="challenge", then="", **typed):
    link = my_link(CaseStudy.objects.get())
    return client.post(f"/my/{link}/write/{slug}/{then}", typed)


def keys_on(client, slug="challenge"):
    return re.findall(r'name="findings" value="(\w+)"', client.get(address(slug)).text)


def answer(client, slug="challenge", reason=MAY_STAY, then="", keys=None):
    findings = keys_on(client, slug) if keys is None else keys
    return client.post(address(slug, then), {"reason": reason, "findings": findings})


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


def test_somebody_who_goes_is_not_held_up(client, answers):
    begin(client, answers)

    left = write(client, challenge=MRS, later="later")

    assert left.url == f"/my/{my_link(CaseStudy.objects.get())}/"


@pytest.mark.parametrize("story", ["full", "quick"])
def test_a_story_is_not_sent_before_its_author_answered(client, answers, story):
    begin(client, answers, story=story)
    fill(client, {**answers, "challenge": MRS})
    slug = "story" if story == "quick" else "challenge"

    check = client.get(f"/my/{my_link(CaseStudy.objects.get())}/write/check/")
    refused = send(client, answers)
    answer(client, slug)
    sent = send(client, answers)

    assert f'href="{address(slug)}?then=check"' in check.text
    assert refused.status_code == 422
    title = {"quick": "Your quick story", "full": "The challenge"}[story]
    sentence = f"Look at what may tell who a patient is on the page “{title}”"
    assert sentence in refused.text
    assert sent.status_code == 302
    assert CaseStudy.objects.get().status == Status.SUBMITTED


def test_a_number_that_names_a_patient_is_never_sent(client, answers):
    begin(client, answers)
    fill(client, {**answers, "challenge": NUMBER})

    assert send(client, answers).status_code == 422
    assert CaseStudy.objects.get().status == Status.DRAFT


def test_the_lead_reads_the_reason_and_still_has_to_judge(
    client, answers, organisation, north_lead
):
    begin(client, answers)
    fill(client, {**answers, "challenge": MRS})
    answer(client)
    send(client, answers)

    pk = CaseStudy.objects.get().pk
    review = north_lead.client.get(reverse("admin:records_record_review", args=[pk]))

    (warning,) = [
        each
        for each in review.context["checks"]["warnings"]
        if "Mrs Specimen" in each["sentence"]
    ]
    assert warning["by_author"].reason == MAY_STAY
    assert f"The author says: “{MAY_STAY}”" in review.text


def test_what_a_lead_passed_is_not_asked_when_it_is_sent_back(
    client, answers, organisation, north_lead
):
    begin(client, answers)
    fill(client, {**answers, "challenge": MRS})
    answer(client)
    send(client, answers)
    story = CaseStudy.objects.get()
    pass_warnings(story, found_in_words(story), by=north_lead.user, reason="Our matron")
    moves.send_back(
        story, by=north_lead.user, seen_version=story.version, note="How many?"
    )
    WarningPassed.objects.filter(role=Role.AUTHOR).delete()

    saved = write(client, challenge=MRS)

    assert saved.url.endswith("/write/role/")


def test_nothing_is_kept_of_a_story_that_has_been_sent(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)
    keys = keys_on(client)
    Record.objects.update(status=Status.SUBMITTED)

    answered = answer(client, keys=keys)

    assert answered.url == f"/my/{my_link(CaseStudy.objects.get())}/"
    assert not WarningPassed.objects.exists()


def test_the_link_of_another_shows_nothing(client, answers):
    begin(client, answers)
    write(client, challenge=MRS)

    wrong = client.get(address().replace("/my/", "/my/x"))

    assert wrong.status_code == 404
    assert "Specimen" not in wrong.text


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
