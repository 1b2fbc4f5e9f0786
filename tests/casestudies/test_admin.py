"""A lead records a case study in the admin, edits one and finds one again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amd.consent.models import ConsentRecord
from amd.moderation import moves
from amd.moderation.models import CriterionMark
from amd.pictures.models import Picture
from amd.records.errors import NotReady
from amd.records.models import Status
from casestudies.models import CaseStudy
from tests.casestudies.pages import photo
from tests.casestudies.test_models import quoted
from tests.factories import judge, make_case_study, make_organisation, make_picture

pytestmark = pytest.mark.django_db

ADD = reverse("admin:casestudies_casestudy_add")
LIST = reverse("admin:casestudies_casestudy_changelist")
VOUCH = {
    "checked": "on",
    "uses": ["website", "social"],
    "method": "email",
    "told_on": timezone.localdate().isoformat(),
    "how": "In the shared mailbox",
}


@pytest.fixture
def typed(answers, north):
    answers.pop("uses")
    key = answers.pop("form_key")
    return {**answers, "region": north.pk, "version_seen": "1", "form_key_seen": key}


def change(story):
    return reverse("admin:casestudies_casestudy_change", args=[story.pk])


def errors_of(response):
    assert response.status_code == 200
    return response.context["adminform"].form.errors


def test_a_recorded_case_study_waits_for_review(north_lead, typed, north, impact):
    response = north_lead.client.post(ADD, typed)

    story = CaseStudy.objects.get()
    assert response.url == reverse("admin:records_record_review", args=[story.pk])
    assert (story.status, story.region) == (Status.SUBMITTED, north)
    assert story.recorded_by == north_lead.user
    assert list(story.impact_categories.all()) == [impact]
    assert not ConsentRecord.objects.exists()


def test_a_lead_says_who_used_the_library(north_lead, typed, nurses):
    north_lead.client.post(ADD, {**typed, "staff_groups": [nurses.code]})

    story = CaseStudy.objects.get()
    assert list(story.staff_groups.all()) == [nurses]
    assert story.answers()["staff_groups"] == "Nursing"


def test_contributors_agreement_is_vouched_for(north_lead, typed):
    north_lead.client.post(ADD, {**typed, **VOUCH})

    story, answer = CaseStudy.objects.get(), ConsentRecord.objects.get()
    assert answer.digest == story.words()[0].digest()
    assert (answer.vouched_by, answer.how) == (north_lead.user, VOUCH["how"])


def test_who_recorded_it_may_not_publish_it(north_lead, national_lead, typed):
    north_lead.client.post(ADD, {**typed, **VOUCH})
    story = CaseStudy.objects.get()
    for criterion in (1, 2, 3):
        CriterionMark.objects.create(record=story, criterion=criterion, mark="met")
    judge(story)

    with pytest.raises(NotReady) as refused:
        moves.publish(story, by=north_lead.user, seen_version=story.version)
    moves.publish(story, by=national_lead.user, seen_version=story.version)

    assert refused.value.missing == [
        "You recorded this case study: another lead publishes it."
    ]
    assert CaseStudy.objects.get().status == Status.PUBLISHED


def test_two_clicks_record_one(north_lead, typed):
    first = north_lead.client.post(ADD, {**typed, **VOUCH})
    second = north_lead.client.post(ADD, {**typed, **VOUCH})

    assert first.url == second.url
    assert CaseStudy.objects.count() == ConsentRecord.objects.count() == 1


def test_another_region_is_refused(north_lead, typed, south):
    response = north_lead.client.post(ADD, {**typed, "region": south.pk})

    assert errors_of(response) == {"region": ["Select the region from the list"]}
    assert not CaseStudy.objects.exists()


def test_an_organisation_of_another_region_is_refused(north_lead, typed, south):
    make_organisation(name=typed["organisation_name"], region=south)

    assert errors_of(north_lead.client.post(ADD, typed)) == {
        "region": ["South is not one of your regions: its own lead records it"]
    }


def test_the_words_and_picture_are_kept_beside_what_is_wrong(north_lead, typed):
    wrong = {**typed, "brief": "word " * 112, "picture": photo(), "picture_alt": "Ward"}
    response = north_lead.client.post(ADD, wrong)

    assert errors_of(response) == {
        "brief": ["The story in brief must be 110 words or less (this is 2 too many)"]
    }
    assert "Every ward now orders the same pump." in response.text
    assert 'name="picture_kept"' in response.text


def test_an_edit_changes_the_words_and_asks_for_agreement_again(
    north_lead, typed, north
):
    story = make_case_study(region=north, agreed=True)
    edited = {**typed, "version_seen": story.version, "impact": "Fewer alarms."}
    response = north_lead.client.post(change(story), edited)

    row = CaseStudy.objects.get()
    assert response.status_code == 302
    assert (row.impact, row.version) == ("Fewer alarms.", story.version + 1)
    answered = ConsentRecord.objects.get().digest
    assert answered != row.words()[0].digest()


def test_an_edit_of_an_older_version_is_refused_with_the_words_kept(
    north_lead, typed, north
):
    story = make_case_study(region=north)
    stale = {**typed, "version_seen": story.version - 1, "impact": "Fewer alarms."}
    response = north_lead.client.post(change(story), stale)

    assert "Your words are still in the form." in errors_of(response)["__all__"][0]
    assert "Fewer alarms." in response.text
    assert CaseStudy.objects.get().impact == story.impact


def test_a_picture_that_is_replaced_is_erased(north_lead, typed, north):
    story = make_case_study(region=north, picture=make_picture())
    new = {"version_seen": story.version, "picture": photo(), "picture_alt": "A pump"}
    north_lead.client.post(change(story), {**typed, **new})

    row = CaseStudy.objects.get()
    assert row.picture_id != story.picture_id
    assert row.picture.alt_text == "A pump"
    assert Picture.objects.get(pk=story.picture_id).erased_at


def test_another_regions_case_study_is_not_there(south_lead, north):
    story = make_case_study(region=north)

    listed = south_lead.client.get(LIST, {"status": "all"})

    assert story.headline not in listed.text
    assert south_lead.client.get(change(story)).status_code == 302


@pytest.mark.parametrize("term", ["reference", "Sam", "afternoon", "Sampleshire"])
def test_a_case_study_is_found_again(north_lead, north, term):
    story = quoted(region=north)
    other = make_case_study(
        region=north, headline="Other words", organisation_name="X", service_name="Y"
    )
    sought = story.shown_reference.lower() if term == "reference" else term

    listed = north_lead.client.get(LIST, {"q": sought})

    assert list(listed.context["cl"].queryset) == [story]
    assert other.shown_reference not in listed.text


def test_the_page_says_that_another_lead_publishes(north_lead):
    page = north_lead.client.get(ADD)

    assert (
        "A case study that you record here is published by another lead." in page.text
    )


def test_nothing_that_is_pasted_is_cut_by_the_browser(north_lead):
    page = north_lead.client.get(ADD)

    assert 'name="headline"' in page.text
    assert "maxlength" not in page.text


def test_comms_record_no_case_study(comms):
    assert comms.client.get(ADD).status_code == 403


def test_photo_of_a_letter_comes_with_the_form_and_is_the_answers(north_lead, typed):
    letter = {"method": "letter", "how": "", "evidence": photo()}

    north_lead.client.post(ADD, {**typed, **VOUCH, **letter})

    assert ConsentRecord.objects.get().evidence.claimed_at


def test_photo_of_a_letter_is_nobodys_where_nothing_was_saved(north_lead, typed):
    letter = {"method": "letter", "how": "", "evidence": photo()}

    north_lead.client.post(ADD, {**typed, **VOUCH, **letter, "headline": ""})

    assert Picture.objects.get().claimed_at is None
    assert not ConsentRecord.objects.exists()


def test_a_quick_story_is_edited_without_what_its_author_was_not_asked(
    north_lead, typed, north
):
    story = make_case_study(region=north, is_quick=True, outcome="")
    edited = {**typed, "outcome": "", "headline": "Another headline"}

    north_lead.client.post(change(story), {**edited, "version_seen": story.version})

    assert CaseStudy.objects.get().headline == "Another headline"
