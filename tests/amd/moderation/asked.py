"""People who were asked about their words, and what is public of them."""

from typing import Any

from amd.campaign.models import User
from amd.consent.models import ConsentRecord, SignOff, Use
from amd.mail.models import Outbox
from amd.moderation import moves, sign_off
from amd.moderation.answers import record_answer
from amd.moderation.links import sign_off_link
from amd.publishing.models import Publication
from amd.records.models import Record, Role
from tests.factories import (
    judge,
    make_case_study,
    make_endorsement,
    make_national_lead,
)

ADDRESS = "sam.sample@example.nhs.uk"


def now(record: Record) -> Any:
    """The record as it is in the database at this moment."""
    return Record.objects.get(pk=record.pk).story


def live(record: Record) -> Publication | None:
    return Publication.objects.live().filter(record_id=record.pk).first()


def ask(
    record: Record,
    *,
    person: str = "",
    email: str = ADDRESS,
    by: User | Role = Role.LEAD,
) -> SignOff:
    """The question about the words as they are now."""
    whose = person or ("quoted" if now(record).has_criteria else "champion")
    version = now(record).version
    return sign_off.ask(record, person=whose, email=email, by=by, seen_version=version)


def approved(record: Record, uses: Any = Use.values, **asked: Any) -> SignOff:
    question = ask(record, **asked)
    sign_off.approve(question, uses=uses)
    return question


def publish(record: Record) -> None:
    story = now(record)
    judge(story)
    moves.publish(story, by=make_national_lead(), seen_version=story.version)


def edit(record: Record, *, by: User | Role = Role.SET_UP, **changed: Any) -> None:
    """Save other words, as a lead does."""
    story = now(record)

    def save() -> None:
        for name, value in changed.items():
            setattr(story, name, value)
        story.save(update_fields=list(changed))

    moves.edit(story, by=by, seen_version=story.version, save=save)


def published_endorsement(uses: Any = Use.values, **overrides: Any) -> SignOff:
    """Signed off by the champion's own link, and public."""
    question = approved(make_endorsement(**overrides), uses)
    publish(question.record)
    return question


QUOTE = {
    "quote": "It changed what we order.",
    "attribution": "named",
    "quoted_name": "Mx Robin Sample",
    "quoted_title": "Matron",
    "quoted_organisation": "Sampleshire NHS Trust",
}


def make_quoting_study(**overrides: Any) -> Any:
    """Sent in, its contributor has agreed; the person quoted has not been asked."""
    story = make_case_study(**{**QUOTE, **overrides})
    contributor_agrees(story)
    return story


def contributor_agrees(story: Record, uses: Any = Use.values) -> None:
    words = next(w for w in now(story).words() if w.person == "contributor")
    record_answer(
        now(story),
        words=words,
        uses=set(uses) - {"name", "title"},
        method="web_form",
        by=Role.AUTHOR,
        seen_version=now(story).version,
    )


def published_study(uses: Any = Use.values, **overrides: Any) -> SignOff:
    """A case study whose quoted person signed off their part, and public."""
    question = approved(make_quoting_study(**overrides), uses)
    publish(question.record)
    return question


def address_of(question: SignOff, rest: str = "") -> str:
    return f"/sign-off/{sign_off_link(question)}/{rest}"


ALL_OF_IT = ["website", "name", "title", "social", "internal", "contact"]


def state(record):
    """What must be the same after a request that does nothing."""
    story = now(record)
    return (
        story.status,
        story.version,
        list(ConsentRecord.objects.values()),
        list(SignOff.objects.values()),
        Outbox.objects.count(),
    )


def answer(client, question, given, **more):
    sent = {"answer": given, "wording_version": 1, **more}
    return client.post(address_of(question), sent)


def heading(response):
    return " ".join(response.text.split("<h1", 1)[1].split(">", 1)[1].split())
