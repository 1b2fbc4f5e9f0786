"""The review page: scoped, read-only, and nothing decided that was not seen."""

from html import unescape

import pytest
from django.db import connection
from django.urls import reverse

from amd.cards import FORMATS
from amd.moderation import moves
from amd.moderation.admin_forms import RecordAdminForm
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from tests.amd.moderation.desk_steps import decide, page, problems, said, stored
from tests.factories import (
    agree,
    make_case_study,
    make_endorsement,
    make_picture,
    make_wordings,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def test_review_page_shows_words_consent_and_what_is_missing(north, north_lead):
    record = make_endorsement(region=north)

    response = north_lead.client.get(page(record))

    text = response.content.decode()
    assert "The champion has not agreed to these exact words." in text
    assert "Nobody has asked them about these exact words yet." in text
    assert record.quote in text


def test_review_page_says_what_may_identify_a_patient(north, north_lead):
    record = make_endorsement(
        region=north,
        name="Mrs Ada Sample",
        quote="Mrs Sample says: Mrs Example, NHS number 943 476 5919, is well.",
    )

    text = unescape(north_lead.client.get(page(record)).text)

    assert "“943 476 5919”: it looks like an NHS number" in text
    assert "Mrs Example" in text


@pytest.mark.parametrize("make", [make_endorsement, make_case_study])
def test_review_page_opens_for_a_picture_without_credit(north, north_lead, make):
    photo = "photo" if make is make_endorsement else "picture"
    record = make(region=north, **{photo: make_picture(credit="")})

    assert north_lead.client.get(page(record)).status_code == 200


@pytest.mark.parametrize("name", ["review", "preview"])
def test_record_of_another_region_does_not_exist(north, south_lead, name):
    record = make_endorsement(region=north)

    assert south_lead.client.get(page(record, name)).status_code == 404


def test_decision_on_a_record_of_another_region_changes_nothing(north, south_lead):
    record = make_endorsement(region=north, agreed=True)

    response = decide(south_lead, record, "publish")

    assert response.status_code == 404
    assert stored(record).status == Status.SUBMITTED


def test_publish_and_next_opens_the_oldest_that_waits(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    following = make_endorsement(region=north)

    response = decide(north_lead, record, "publish")

    assert Publication.objects.live().get().record_id == record.pk
    assert response.redirect_chain[-1][0] == page(following) + "#here"
    assert said(response) == [f"Published: {record}."]


def test_publish_that_is_refused_keeps_the_note(north, north_lead):
    record = make_endorsement(region=north)

    response = decide(north_lead, record, "publish", note="Lovely words")

    assert response.status_code == 200
    assert "Lovely words" in response.content.decode()
    assert stored(record).status == Status.SUBMITTED


def test_lead_accepts_with_a_note(north, north_lead):
    record = make_endorsement(region=north)

    response = decide(north_lead, record, "accept", note="Lovely words")

    assert stored(record).status == Status.ACCEPTED
    assert stored(record).decisions.last().note == "Lovely words"
    # Nothing else waits: on to the queue.
    assert response.redirect_chain[-1][0] == (
        reverse("admin:records_record_changelist") + "#content-start"
    )


def test_button_is_refused_after_another_lead_edited(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    Record.objects.filter(pk=record.pk).update(version=record.version + 1)

    response = decide(north_lead, record, "publish")

    assert problems(response) == [
        "Not changed: this endorsement has changed since you opened it. Read it again."
    ]
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    "data",
    [{"version": ""}, {"version": "x"}, {"decision": "erase"}, {"note": "x" * 20_000}],
)
def test_bad_post_changes_nothing_and_answers_a_page(north, north_lead, data):
    record = make_endorsement(region=north, agreed=True)
    sent = {"version": record.version, "decision": "publish", **data}

    response = north_lead.client.post(page(record), sent)

    assert response.status_code == 200
    assert stored(record).status == Status.SUBMITTED


def test_criteria_marked_stay_when_publishing_is_refused(north, north_lead):
    record = make_case_study(region=north, agreed=True, met=())

    decide(north_lead, record, "publish", criterion_1="met", criterion_2="partly")

    marks = dict(record.marks.values_list("criterion", "mark"))
    assert marks == {1: "met", 2: "partly"}
    assert stored(record).status == Status.SUBMITTED


def test_card_of_what_is_not_public_is_drawn_and_kept_by_nobody(north, north_lead):
    record = make_endorsement(region=north)

    response = north_lead.client.get(
        reverse("admin:records_record_card", args=[record.pk, "landscape"])
    )

    assert response.headers["Content-Type"] == "image/png"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("a4", "application/pdf", b"%PDF-"),
        ("pptx", "application/vnd.openxmlformats-officedocument", b"PK"),
    ],
)
def test_document_of_what_is_not_public_is_saved_and_kept_by_nobody(
    north, north_lead, name, kind, start
):
    record = make_endorsement(region=north)
    address = reverse("admin:records_record_card", args=[record.pk, name])
    shown = north_lead.client.get(page(record)).content.decode()

    response = north_lead.client.get(address)

    assert f'href="{address}" download' in shown
    assert response.headers["Content-Type"].startswith(kind)
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="review-{record.reference.lower()}-{name}.'
        f'{FORMATS[name].kinds[0]}"'
    )
    assert "no-store" in response.headers["Cache-Control"]
    assert response.content.startswith(start)


def test_preview_leaves_out_what_was_not_agreed(north, north_lead):
    record = make_case_study(
        region=north,
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Sam Sample",
        quoted_title="Matron",
    )
    agree(record, uses=["website"])

    text = north_lead.client.get(page(record, "preview")).content.decode()

    assert "It changed what we do." in text
    assert "Sam Sample" not in text


def test_marks_about_older_words_are_not_kept(north, north_lead):
    story = make_case_study(region=north, agreed=True, met=())
    old = story.version
    moves.edit(story, by=north_lead.user, seen_version=old, save=lambda: None)

    marks = {f"criterion_{number}": "met" for number in (1, 2, 3)}
    decide(north_lead, story, "accept", version=old, **marks)

    assert not story.marks.exists()


def test_admin_form_reads_its_photo_outside_a_transaction(
    north, north_lead, transactional_db, monkeypatch
):
    seen = []

    def clean(form):
        seen.append(connection.in_atomic_block)
        return {}

    monkeypatch.setattr(RecordAdminForm, "clean", clean)
    north_lead.client.post(reverse("admin:endorsements_endorsement_add"), {})

    assert seen == [False]


def test_card_in_no_format_of_ours_does_not_exist(north, north_lead):
    record = make_endorsement(region=north)

    for name in ("thumb", "poster"):
        address = reverse("admin:records_record_card", args=[record.pk, name])
        assert north_lead.client.get(address).status_code == 404


def test_card_that_does_not_fit_does_not_exist(north, north_lead):
    record = make_endorsement(region=north, quote="\U00012000 evidence")
    address = reverse("admin:records_record_card", args=[record.pk, "square"])

    assert north_lead.client.get(address).status_code == 404
