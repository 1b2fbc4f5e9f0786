"""Sample endorsements: offered by a champion, or recorded by a lead."""

from django.db import transaction

from amd.campaign.models import User
from amd.consent.models import Method, Use
from amd.moderation.answers import record_answer
from amd.moderation.start import start
from amd.publishing.logos import in_slots
from amd.records.models import Role
from endorsements.models import Endorsement

from .logos import logos_of
from .staff import lead_of
from .steps import Row, carry, claim, form_key, is_there, picture_of, place_of

KIND = "endorsement"


def make_endorsement(row: Row) -> bool:
    """Make it and take it to its state, all or nothing; False where it is there."""
    if is_there(KIND, row):
        return False
    picture = picture_of(row)
    with transaction.atomic():
        endorsement = Endorsement(
            **place_of(row),
            **in_slots(logos_of(row.get("logos", []))),
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
            start(endorsement, by=lead)
        carry(endorsement, row, lead=lead, agree=lambda: _agree(endorsement, row, lead))
    return True


def _offer(endorsement: Endorsement, row: Row) -> None:
    """As at /endorse/: the champion ticks the uses themselves."""
    endorsement.author_name = row["name"]
    endorsement.author_email = row["from_champion"]
    start(
        endorsement,
        by=Role.AUTHOR,
        save_more=lambda: _answer(endorsement, row, Method.WEB_FORM, Role.AUTHOR),
    )


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
