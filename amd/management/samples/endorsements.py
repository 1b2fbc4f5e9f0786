"""Sample endorsements: offered by a champion, or recorded by a lead."""

from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_date

from amd.campaign.models import Phase, User
from amd.consent.models import Method, Use
from amd.moderation.answers import record_answer
from amd.moderation.start import keep_draft, start
from amd.publishing.logos import in_slots
from amd.records.models import Role
from endorsements.confirming import confirm
from endorsements.models import Endorsement

from .champions import give_champion
from .logos import logos_of
from .staff import lead_of
from .steps import Row, carry, claim, form_key, is_there, picture_of, place_of

KIND = "endorsement"
CIRCUMSTANCES = ("source", "source_url", "transcript", "capacity", "cut_note")


def make_endorsement(row: Row) -> bool:
    """Make it and take it to its state, all or nothing; False where it is there."""
    if is_there(KIND, row):
        return False
    picture = picture_of(row)
    with transaction.atomic():
        endorsement = Endorsement(
            **place_of(row),
            **in_slots(logos_of(row.get("logos", []))),
            **_circumstances(row),
            form_key=form_key(KIND, row),
            is_sample=True,
            name=row["name"],
            title=row["title"],
            quote=row["quote"],
            extract=row.get("extract", ""),
            photo=picture,
        )
        claim(picture, row)
        lead = lead_of(endorsement.region)
        if "from_champion" in row:
            _offer(endorsement, row)
        else:
            start(
                endorsement,
                by=lead,
                save_more=lambda: give_champion(endorsement, row),
            )
        carry(endorsement, row, lead=lead, agree=lambda: _agree(endorsement, row, lead))
    return True


def _circumstances(row: Row) -> dict[str, Any]:
    """How it was given, where the sample says so."""
    said = {name: row[name] for name in CIRCUMSTANCES if name in row}
    if "given_on" in row:
        said["given_on"] = parse_date(row["given_on"])
    if "phase" in row:
        said["phase"] = Phase.objects.get(number=row["phase"])
    return said


def _offer(endorsement: Endorsement, row: Row) -> None:
    """As at /endorse/: the champion ticks the uses, and confirms by the mailed link."""
    endorsement.author_name = row["name"]
    endorsement.author_email = row["from_champion"]
    keep_draft(
        endorsement,
        by=Role.AUTHOR,
        save_more=lambda: _answer(endorsement, row, Method.WEB_FORM, Role.AUTHOR),
    )
    confirm(endorsement, seen_version=endorsement.version)
    give_champion(endorsement, row)


def _agree(endorsement: Endorsement, row: Row, lead: User) -> None:
    _answer(endorsement, row, Method.EMAIL, lead, seen_version=endorsement.version)


def _answer(
    endorsement: Endorsement,
    row: Row,
    method: Method,
    by: User | Role,
    seen_version: int | None = None,
) -> None:
    record_answer(
        endorsement,
        words=endorsement.words()[0],
        uses=row.get("uses", Use.values),
        method=method,
        how="E-mail of a sample person" if isinstance(by, User) else "",
        by=by,
        seen_version=seen_version,
    )
