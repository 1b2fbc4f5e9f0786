"""The review desk: scoped, read-only, and nothing decided that was not seen."""

import pytest
from django.db import connection
from django.urls import reverse

from amd.cards import FORMATS
from amd.moderation import moves
from amd.moderation.admin_forms import RecordAdminForm
from amd.moderation.start import save_words
from amd.publishing.models import Publication
from amd.records.models import Record, Status
from tests.factories import (
    agree,
    make_case_study,
    make_endorsement,
    make_wordings,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wordings(db):
    return make_wordings()


def page(record, name="review"):
    return reverse(f"admin:records_record_{name}", args=[record.pk])


def decide(person, record, decision, **data):
    sent = {"version": record.version, "note": "", "decision": decision, **data}
    return person.client.post(page(record), sent, follow=True)


def stored(record):
    return Record.objects.get(pk=record.pk)


def sentences(response):
    return [str(message) for message in response.context["messages"]]


def test_review_page_shows_words_consent_and_what_is_missing(north, north_lead):
    record = make_endorsement(region=north)

    response = north_lead.client.get(page(record))

    text = response.content.decode()
    assert "The champion has not agreed to these exact words." in text
    assert "No answer for these exact words." in text
    assert record.quote in text


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
    assert response.redirect_chain[-1][0] == page(following)
    assert sentences(response) == [f"Published: {record}."]


def test_publish_that_is_refused_keeps_the_note(north, north_lead):
    record = make_endorsement(region=north)

    response = decide(north_lead, record, "publish", note="Lovely words")

    assert response.status_code == 200
    assert "Lovely words" in response.content.decode()
    assert stored(record).status == Status.SUBMITTED


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("accept", Status.ACCEPTED),
        ("send_back", Status.SENT_BACK),
        ("decline", Status.DECLINED),
    ],
)
def test_lead_decides_with_a_note(north, north_lead, decision, status):
    record = make_endorsement(region=north)

    decide(north_lead, record, decision, note="Please say what changed")

    assert stored(record).status == status
    assert stored(record).decisions.last().note == "Please say what changed"


@pytest.mark.parametrize("decision", ["send_back", "decline"])
def test_author_is_never_turned_away_without_a_word(north, north_lead, decision):
    record = make_endorsement(region=north)

    response = decide(north_lead, record, decision)

    assert "Choose a reason or write a note." in response.content.decode()
    assert stored(record).status == Status.SUBMITTED


def test_button_is_refused_after_another_lead_edited(north, north_lead):
    record = make_endorsement(region=north, agreed=True)
    Record.objects.filter(pk=record.pk).update(version=record.version + 1)

    response = decide(north_lead, record, "publish")

    assert sentences(response)[0].startswith("Not changed:")
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


def test_lead_writes_down_what_the_champion_told_her(north, north_lead):
    record = make_endorsement(region=north)
    said = {
        "version": record.version,
        "person": "champion",
        "checked": "on",
        "uses": ["website", "name", "title"],
        "method": "spoken",
        "how": "On the telephone, 3 June",
    }

    north_lead.client.post(page(record, "agree"), said)

    answer = record.consents.get()
    assert answer.uses == ["name", "title", "website"]
    assert answer.vouched_by == north_lead.user
    assert stored(record).version == record.version + 1


def test_vouching_without_having_checked_is_refused(north, north_lead):
    record = make_endorsement(region=north)
    said = {"version": record.version, "person": "champion", "uses": ["website"]}

    response = north_lead.client.post(page(record, "agree"), said)

    assert "Tick this once you have checked with them" in response.content.decode()
    assert not record.consents.exists()


def test_criteria_marked_stay_when_publishing_is_refused(north, north_lead):
    record = make_case_study(region=north, agreed=True, met=())

    decide(north_lead, record, "publish", criterion_1="met", criterion_2="partly")

    marks = dict(record.marks.values_list("criterion", "mark"))
    assert marks == {1: "met", 2: "partly"}
    assert stored(record).status == Status.SUBMITTED


def test_taken_down_copy_is_gone_and_the_record_stays(north, north_lead):
    record = publish_endorsement(region=north)

    north_lead.client.post(
        page(record, "take_down"), {"version": record.version, "note": "Title changed"}
    )

    assert not Publication.objects.live().exists()
    assert stored(record).status == Status.ACCEPTED


def test_withdrawal_asks_twice(north, north_lead):
    record = publish_endorsement(region=north)

    north_lead.client.post(page(record, "withdraw"), {"version": record.version})
    assert stored(record).status == Status.PUBLISHED

    north_lead.client.post(
        page(record, "withdraw"), {"version": record.version, "sure": "on"}
    )
    assert stored(record).status == Status.WITHDRAWN
    assert north_lead.client.get(page(record)).status_code == 200


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


def test_queue_finds_by_reference_champion_and_organisation(north, north_lead):
    record = make_endorsement(region=north, name="Ada Sample")
    make_endorsement(region=north, name="Other", organisation_name="Elsewhere Trust")
    queue = reverse("admin:records_record_changelist")

    for words in (record.shown_reference.lower(), "ada", "Sampleshire"):
        response = north_lead.client.get(queue, {"q": words})
        found = [each.pk for each in response.context["cl"].result_list]
        assert found == [record.pk], words


def test_queue_opens_on_what_waits_oldest_first(north, north_lead):
    second = make_endorsement(region=north)
    first = make_case_study(region=north)
    Record.objects.filter(pk=first.pk).update(submitted_at="2026-01-01T00:00Z")
    make_endorsement(region=north, status=Status.DECLINED)

    response = north_lead.client.get(reverse("admin:records_record_changelist"))

    assert [r.pk for r in response.context["cl"].result_list] == [first.pk, second.pk]


def test_queue_asks_the_same_questions_for_1_and_for_30(
    north, north_lead, django_assert_num_queries
):
    queue = reverse("admin:records_record_changelist")
    make_endorsement(region=north)
    north_lead.client.get(queue)
    with django_assert_num_queries(7):
        north_lead.client.get(queue)
    for _ in range(29):
        make_endorsement(region=north)

    with django_assert_num_queries(7):
        north_lead.client.get(queue)


def test_marks_about_older_words_are_not_kept(north, north_lead):
    story = make_case_study(region=north, agreed=True, met=())
    old = story.version
    moves.edit(story, by=north_lead.user, seen_version=old, save=lambda: None)

    marks = {f"criterion_{number}": "met" for number in (1, 2, 3)}
    decide(north_lead, story, "accept", version=old, **marks)

    assert not story.marks.exists()


def answer_of(record, person, *uses):
    return {
        "version": record.version,
        "person": person,
        "checked": "on",
        "uses": uses,
        "method": "spoken",
        "how": "By telephone today",
    }


def test_nothing_is_written_down_about_what_is_withdrawn(north, north_lead):
    record = make_endorsement(region=north)
    moves.withdraw(record, by=north_lead.user, seen_version=record.version)
    sent = answer_of(record, "champion", "website")

    response = north_lead.client.post(page(record, "agree"), sent, follow=True)

    assert sentences(response) == ["Not kept: it is withdrawn."]
    assert not record.consents.exists()


def test_a_contributor_whose_words_a_lead_changed_is_asked_on_the_page(
    north, north_lead
):
    story = make_case_study(region=north, agreed=True)
    assert "Write down what they told you" not in (
        north_lead.client.get(page(story)).content.decode()
    )
    story.headline = "Another headline"
    moves.edit(
        story,
        by=north_lead.user,
        seen_version=story.version,
        save=lambda: save_words(story),
    )

    assert "Write down what they told you" in (
        north_lead.client.get(page(story)).content.decode()
    )


@pytest.mark.parametrize(
    ("agreed", "missing"),
    [
        (
            ["website", "title"],
            ["The contributor has not agreed to show their name."],
        ),
        (
            ["website", "name"],
            [
                "The contributor has not agreed to show their job title and organisation."
            ],
        ),
        (["website", "name", "title"], []),
    ],
)
def test_working_with_names_only_who_agreed_to_it(north, north_lead, agreed, missing):
    story = make_case_study(
        region=north, working_with_me=True, contributor_title="Librarian"
    )
    sent = answer_of(story, "contributor", *agreed)
    north_lead.client.post(page(story, "agree"), sent)

    response = north_lead.client.get(page(story))

    assert response.context["missing"] == missing


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


def test_answer_of_somebody_not_quoted_is_told_so_and_not_kept(north, north_lead):
    record = make_endorsement(region=north)
    said = {
        "version": record.version,
        "person": "quoted",
        "checked": "on",
        "uses": ["website"],
        "method": "spoken",
        "how": "On the telephone, 3 June",
    }

    response = north_lead.client.post(page(record, "agree"), said, follow=True)

    assert sentences(response) == [
        "Not kept: nothing in it is theirs to agree to any more. Read it again."
    ]
    assert not record.consents.exists()


def test_card_in_no_format_of_ours_does_not_exist(north, north_lead):
    record = make_endorsement(region=north)

    for name in ("thumb", "poster"):
        address = reverse("admin:records_record_card", args=[record.pk, name])
        assert north_lead.client.get(address).status_code == 404


def test_card_that_does_not_fit_does_not_exist(north, north_lead):
    record = make_endorsement(region=north, quote="\U00012000 evidence")
    address = reverse("admin:records_record_card", args=[record.pk, "square"])

    assert north_lead.client.get(address).status_code == 404
