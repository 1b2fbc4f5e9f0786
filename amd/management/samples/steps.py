"""What every sample goes through: the same moves, by the same people, as a real record."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from django.core.files.uploadedfile import SimpleUploadedFile

from amd.campaign.models import Organisation, Reason, Region, User
from amd.moderation import moves
from amd.moderation.checks.passing import pass_warnings
from amd.moderation.checks.run import found_about
from amd.moderation.start import save_words
from amd.pictures.models import Picture
from amd.pictures.upload import store_upload
from amd.records.models import Record, Role

from .pictures import draw_picture

Row = dict[str, Any]
NAMESPACE = UUID("5c1a4a39-33a0-5f0e-9c7b-7a3d2f0a1d11")
CREDIT = "Pattern drawn for the samples"
ALT_TEXTS = {
    "sunrise": "A sun above layered hills, as a flat pattern",
    "waves": "Bands that flow one into the next, one of them bright",
    "petals": "A flower of see-through petals with a bright heart",
    "rings": "Open rings round one centre, one of them bright",
    "tiles": "Quarter circles on square tiles, one of them bright",
    "spiral": "A spiral of dots, about one in twenty-five bright",
    "spines": "The spines of books on a shelf, one of them bright",
    "fan": "The pages of an open book as a fan, one of them bright",
}
WAS_PUBLISHED = {"published", "revised", "taken_down", "withdrawn"}


def form_key(kind: str, row: Row) -> UUID:
    """The same for the same sample, so that a second run finds the first one's row."""
    return uuid5(NAMESPACE, f"{kind}/{row['key']}")


def is_there(kind: str, row: Row) -> bool:
    return Record.objects.filter(form_key=form_key(kind, row)).exists()


def place_of(row: Row) -> dict[str, Any]:
    """Region, organisation and its name as displayed, as a form would set them."""
    organisation = Organisation.objects.named(row["organisation"]).first()
    region = Region.objects.filter(slug=row["region"] or "").first()
    return {
        "region": region,
        "organisation": organisation,
        "organisation_name": row["organisation"],
    }


def picture_of(row: Row) -> Picture | None:
    """The sample's picture, checked and stored like any upload; not claimed yet."""
    if not row["picture"]:
        return None
    data = draw_picture(row["picture"])
    return store_upload(SimpleUploadedFile("sample.jpg", data, "image/jpeg"))


def claim(picture: Picture | None, row: Row) -> None:
    if picture:
        family = row["picture"].partition("/")[0]
        picture.claim(alt_text=ALT_TEXTS[family], credit=CREDIT, focal=(0.5, 0.5))


def carry(story: Any, row: Row, *, lead: User, agree: Callable[[], None]) -> None:
    """Take a sample that was sent to the state its row names."""
    state = row["state"]
    if state == "ready" or state in WAS_PUBLISHED:
        agree()
    if state in WAS_PUBLISHED:
        judge(story, row.get("judged", {}), by=lead)
        moves.publish(story, by=lead, seen_version=story.version)
    last = LAST_STEPS.get(state)
    if last:
        last(story, row, lead)


def judge(story: Any, reasons: dict[str, str], *, by: User | Role) -> None:
    """Pass the warnings of each of these checks, with the sample's own reason."""
    for code, reason in reasons.items():
        found = [each for each in found_about(story, by=by) if each.code == code]
        pass_warnings(story, found, by=by, reason=reason, seen_version=story.version)


def _accept(story: Any, row: Row, lead: User) -> None:
    moves.accept(story, by=lead, seen_version=story.version)


def _send_back(story: Any, row: Row, lead: User) -> None:
    moves.send_back(
        story,
        by=lead,
        seen_version=story.version,
        note=row.get("note", ""),
        reason=Reason.objects.get(code=row["reason"]),
    )


def _decline(story: Any, row: Row, lead: User) -> None:
    moves.decline(
        story,
        by=lead,
        seen_version=story.version,
        note=row.get("note", ""),
        reason=Reason.objects.get(code=row["reason"]),
    )


def _take_down(story: Any, row: Row, lead: User) -> None:
    moves.take_down(
        story,
        by=lead,
        seen_version=story.version,
        reason=Reason.objects.get(code="asked-for"),
    )


def _revise(story: Any, row: Row, lead: User) -> None:
    story.quote = row["revised"]
    moves.edit(
        story, by=lead, seen_version=story.version, save=lambda: save_words(story)
    )


def _withdraw(story: Any, row: Row, lead: User) -> None:
    moves.withdraw(story, by=lead, seen_version=story.version)


LAST_STEPS: dict[str, Callable[[Any, Row, User], None]] = {
    "accepted": _accept,
    "sent_back": _send_back,
    "declined": _decline,
    "taken_down": _take_down,
    "revised": _revise,
    "withdrawn": _withdraw,
}
