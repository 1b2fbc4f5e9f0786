"""After a withdrawal: every address, every stored file and every column is walked."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import NoReverseMatch, reverse

from amd.cards import FORMATS
from amd.consent.models import Use
from amd.mail.sending import send_due
from amd.moderation import claims, colleagues, moves, sign_off
from amd.moderation.answers import record_answer
from amd.moderation.checks.findings import Finding, Weight
from amd.moderation.checks.passing import pass_warnings
from amd.moderation.links import my_link, sign_off_link
from amd.publishing.addresses import publication_card_url
from amd.publishing.models import CardUse, Download, Publication, Takedown
from amd.publishing.packs import asking
from amd.publishing.packs.making import make_next
from amd.publishing.takedowns import finish
from amd.records.models import Role
from casestudies.models import CaseStudy
from endorsements.champions import Champion
from tests.addresses import addresses
from tests.factories import (
    make_lead,
    make_picture,
    make_wordings,
    publish_case_study,
    publish_endorsement,
)

pytestmark = pytest.mark.django_db

# Words that stand nowhere else.
TRACES = ("Zebedee", "Quillfeather", "xylophone", "zebedee@", "Marmalade Officer")


@pytest.fixture
def record(north, national_lead):
    make_wordings()
    record = publish_endorsement(
        region=north,
        name="Zebedee Quillfeather",
        title="Marmalade Officer",
        quote="A xylophone of evidence.",
        author_name="Zebedee Quillfeather",
        author_email="zebedee@example.nhs.uk",
        photo=make_picture(alt_text="Zebedee at a desk", credit="Quillfeather"),
        champion=make_champion(north),
        source="interview",
        source_url="https://videos.example/quillfeather",
        transcript="I play the xylophone.",
        cut_note="How Zebedee came to the xylophone",
        capacity="for_organisation",
    )
    record_answer(
        record,
        words=record.words()[0],
        uses=Use.values,
        method="email",
        how="Email from Zebedee",
        evidence=make_picture(alt_text="A letter of Quillfeather"),
        by=national_lead.user,
        seen_version=record.version,
    )
    reach(record, national_lead.user)
    question = ask(record, "champion", national_lead.user)
    sign_off.ask_for_changes(question, comment="Say marmalade officer, Zebedee")
    record.refresh_from_db()
    ask(record, "champion", national_lead.user)
    moves.edit(
        record, by=national_lead.user, seen_version=record.version, save=lambda: None
    )
    pass_warnings(
        record,
        [Finding("patient", Weight.WARN, "A name", "Zebedee")],
        by=national_lead.user,
        reason="Zebedee plays the xylophone",
        seen_version=record.version,
    )
    pass_warnings(
        record,
        [Finding("patient", Weight.WARN, "A name", "Quillfeather")],
        by=Role.AUTHOR,
        reason="Quillfeather plays it for us",
    )
    talk_about(record, national_lead.user)
    moves.send_back(
        record,
        by=national_lead.user,
        seen_version=record.version,
        note="Ask Zebedee for another photo",
        comments={"quote": "Is it a xylophone?", "name": "Quillfeather with one l?"},
    )
    return record


def talk_about(record, lead):
    """Leads among themselves: a claim taken over, a colleague asked, who answers."""
    theirs = claims.claim(record, by=make_lead(record.region))
    claims.take_over(record, by=lead, reason="Zebedee rang me", seen=theirs.pk)
    asked = colleagues.ask(
        record, email="zebedee@example.com", question="Is Quillfeather right?", by=lead
    )
    colleagues.answer(asked, text="Yes, Marmalade Officer Quillfeather")


def make_champion(region):
    return Champion.objects.create(
        name="Zebedee Quillfeather",
        name_variants="Z Quillfeather",
        region=region,
        email="zebedee@example.nhs.uk",
        assistant_name="Quillfeather's assistant",
        assistant_email="zebedee@example.org",
        approached_by="Whoever knows Zebedee",
        notes="Plays the xylophone",
    )


def ask(record, person, lead):
    return sign_off.ask(
        record,
        person=person,
        email="zebedee.q@example.nhs.uk",
        by=lead,
        seen_version=record.version,
    )


def reach(record, user):
    """Somebody of the staff has a card, and a pack with it, and it was used."""
    asking.ask(user, Publication.objects.live().filter(record=record.pk), ["landscape"])
    make_next()
    Download.objects.create(record_id=record.pk, user=user, format_name="square")
    CardUse.objects.create(
        record_id=record.pk,
        where="talk",
        account="Talk of Zebedee Quillfeather",
        address="https://videos.example/quillfeather",
    )


def take_uses_down(user):
    """Until then staff need to know where it was used."""
    for takedown in Takedown.objects.open():
        finish(takedown, user, Takedown.Outcome.DOWN)


@pytest.fixture
def cards(record, visitor):
    """The address of every drawn card, each asked for once so that its file is kept."""
    live = Publication.objects.live().get()
    found = [
        publication_card_url(live, name, each.kinds[0], download=each.is_document)
        for name, each in FORMATS.items()
    ]
    for card in found:
        assert visitor.client.get(card).status_code == 200
    return found


@pytest.fixture
def withdrawn(
    record, cards, national_lead, mailoutbox, django_capture_on_commit_callbacks
):
    before = files()
    assert any("cards/" in name for name in before)
    assert any("packs/" in name for name in before)
    assert any("pictures/" in name for name in before)
    with django_capture_on_commit_callbacks(execute=True):
        moves.withdraw(record, by=national_lead.user, seen_version=record.version)
    # Its people are told first; then their addresses are forgotten.
    send_due()
    assert sorted(message.to[0] for message in mailoutbox) == sorted(
        [
            "zebedee@example.nhs.uk",
            "zebedee.q@example.nhs.uk",
            national_lead.user.email,
            record.region.mailbox,
        ]
    )
    take_uses_down(national_lead.user)
    return record


def files():
    """Every stored file, by name: uploads, drawings and packs."""
    kept = Path(settings.MEDIA_ROOT)
    found = [str(p.relative_to(kept)) for p in kept.rglob("*") if p.is_file()]
    waiting = ["pictures"]
    while waiting:
        folder = waiting.pop()
        if not default_storage.exists(folder):
            continue
        folders, names = default_storage.listdir(folder)
        found += [f"{folder}/{name}" for name in names]
        waiting += [f"{folder}/{name}" for name in folders]
    return found


def columns():
    """Every value in the database, as text, with where it stands."""
    for model in apps.get_models():
        for row in model._base_manager.values():
            for name, value in row.items():
                yield f"{model.__name__}.{name}", str(value)


def traces_in(text):
    return [trace for trace in TRACES if trace.lower() in text.lower()]


def test_public_page_and_every_card_answer_gone(withdrawn, cards, visitor):
    page = reverse("gallery:endorsement", args=[withdrawn.address_reference])

    assert visitor.client.get(page).status_code == 410
    assert [visitor.client.get(card).status_code for card in cards] == [410] * len(
        cards
    )


def test_no_stored_file_is_left(withdrawn):
    assert files() == []


def test_no_column_holds_a_word_of_it(withdrawn):
    found = {where: traces_in(text) for where, text in columns() if traces_in(text)}

    assert found == {}


def test_no_address_shows_a_word_of_it(withdrawn, visitor, national_lead):
    questions = list(withdrawn.sign_offs.all())
    assert len(questions) > 1
    ways = (
        {},
        {"pk": withdrawn.pk},
        {"object_id": withdrawn.pk},
        {"link": my_link(withdrawn)},
        *({"link": sign_off_link(each)} for each in questions),
        *({"link": sign_off_link(each), "format_name": "square"} for each in questions),
        {"reference": withdrawn.address_reference},
    )
    walked = 0
    for name, _ in addresses():
        for kwargs in ways:
            try:
                path = reverse(name, kwargs=kwargs)
            except NoReverseMatch:
                continue
            for person in (visitor, national_lead):
                walked += 1
                text = person.client.get(path).getvalue().decode("utf-8", "replace")
                assert traces_in(text) == [], (path, person)

    assert walked > 60


def test_what_remains_of_a_removed_person_is_nothing(
    north, national_lead, django_capture_on_commit_callbacks
):
    make_wordings()
    story = publish_case_study(
        region=north,
        quote="A xylophone of evidence.",
        attribution="named",
        quoted_name="Zebedee Quillfeather",
        quoted_title="Marmalade Officer",
        picture=make_picture(alt_text="Zebedee at a desk", credit="Quillfeather"),
        picture_shows_person=True,
    )
    record_answer(
        story,
        words=story.words()[1],
        uses=Use.values,
        method="letter",
        how="Letter of Zebedee",
        by=national_lead.user,
        seen_version=story.version,
    )
    ask(story, "quoted", national_lead.user)
    reach(story, national_lead.user)
    story.marks.update(comment="Zebedee is named")

    with django_capture_on_commit_callbacks(execute=True):
        moves.remove_quoted_person(
            story, by=national_lead.user, seen_version=story.version
        )
    send_due()
    take_uses_down(national_lead.user)

    found = {where: traces_in(text) for where, text in columns() if traces_in(text)}
    assert (found, files()) == ({}, [])
    # What the librarian wrote is all there.
    assert CaseStudy.objects.get().headline
