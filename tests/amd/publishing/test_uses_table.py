"""What each use permits in public: one row for what is left out, one column for a place.

Written apart from the code. A use is taken back after it was published, so that each
cell is about the narrowed copy.
"""

import pytest

from amd.consent.models import Use
from amd.moderation.changes_of_mind import change_uses
from amd.publishing.addresses import publication_card_url
from amd.publishing.cards import card_of
from amd.publishing.models import Publication
from amd.records.models import Role
from tests.factories import make_picture, publish_case_study, publish_endorsement

pytestmark = pytest.mark.django_db

COLUMNS = (
    "page",
    "name",
    "title",
    "photo",
    "card",
    "thumb",
    "download",
    "document",
    "other formats",
    "link preview",
)
OPEN = dict.fromkeys(COLUMNS, True)
GONE = dict.fromkeys(COLUMNS, False)
READ_ONLY = OPEN | dict.fromkeys(
    ("download", "document", "other formats", "link preview"), False
)
# Left out → what is still there, of an endorsement with a photo.
ENDORSEMENT = {
    "": OPEN,
    Use.WEBSITE: GONE,
    Use.NAME: GONE,
    Use.TITLE: GONE,
    Use.PHOTO: OPEN | {"photo": False},
    Use.SOCIAL: READ_ONLY,
    Use.INTERNAL: OPEN,
    Use.CONTACT: OPEN,
}
# The same of a case study, taken back by the person quoted by name and pictured.
QUOTED = ENDORSEMENT | {
    Use.NAME: OPEN | {"name": False},
    Use.TITLE: OPEN | {"title": False},
}
# And by its contributor: name and picture are the other person's.
CONTRIBUTOR = dict.fromkeys(ENDORSEMENT, OPEN) | {
    Use.WEBSITE: GONE,
    Use.SOCIAL: READ_ONLY,
}
ROWS = [
    (kind, left_out, row)
    for kind, table in (
        ("endorsement", ENDORSEMENT),
        ("quoted", QUOTED),
        ("contributor", CONTRIBUTOR),
    )
    for left_out, row in table.items()
]


def published(kind):
    photo = make_picture()
    if kind == "endorsement":
        return publish_endorsement(
            name="Dr Ada Sample", title="Chief Nurse", photo=photo
        ), "champion"
    story = publish_case_study(
        quote="It changed what we do.",
        attribution="named",
        quoted_name="Dr Ada Sample",
        quoted_title="Chief Nurse",
        picture=photo,
        picture_shows_person=True,
    )
    return story, kind


def shown(client, record, column):
    """Whether this place shows it, asked as a visitor."""
    page = client.get(record.get_absolute_url())
    live = Publication.objects.live().filter(record_id=record.pk).first()
    if live is None:
        # By the address that it had, which leads nowhere any more.
        live = Publication.objects.filter(record_id=record.pk).latest("pk")

    def answers(name, ext, *, download=False):
        path = publication_card_url(live, name, ext, download=download)
        return client.get(path).status_code == 200

    if column == "page":
        return page.status_code == 200
    if column in ("name", "title"):
        return {"name": "Dr Ada Sample", "title": "Chief Nurse"}[column] in page.text
    if column == "photo":
        return live.is_live and card_of(live).content.photo is not None
    if column == "link preview":
        return 'property="og:image"' in page.text
    return {
        "card": lambda: answers("landscape", "png"),
        "thumb": lambda: answers("thumb", "webp"),
        "download": lambda: answers("landscape", "png", download=True),
        "document": lambda: answers("a4", "pdf", download=True),
        "other formats": lambda: answers("square", "jpg"),
    }[column]()


@pytest.mark.parametrize(("kind", "left_out", "row"), ROWS)
def test_what_is_not_agreed_is_nowhere_and_the_rest_is(client, kind, left_out, row):
    record, person = published(kind)
    if left_out:
        uses = [use for use in Use if use != left_out]
        change_uses(record, person=person, uses=uses, by=Role.QUOTED_PERSON)

    assert {column: shown(client, record, column) for column in COLUMNS} == row
