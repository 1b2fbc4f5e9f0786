"""What was ticked on the desk: records, or a whole view, and the formats of a pack."""

from dataclasses import dataclass

from django.http import QueryDict

from amd.cards import FORMATS, Format
from amd.publishing.models import Publication, PublicationQuerySet
from amd.publishing.packs.asking import DOCUMENTS, PICTURES, CannotPack, read_formats
from amd.publishing.packs.models import MOST_RECORDS

from .desk_filters import Filters

# What most posts need; the rest is a tick away.
USUAL = ("landscape", "square", "portrait")
WHOLE_VIEW = "view"
LONGEST_NUMBER = 19
PURPOSES = {
    "Pictures for posts and screens": PICTURES,
    "To print, and to present": DOCUMENTS,
}


class Refused(Exception):
    """`sentence` says what to do instead; `part` is the question that it is about."""

    def __init__(self, sentence: str, part: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.part = part


@dataclass(frozen=True)
class Tick:
    format: Format
    is_chosen: bool


@dataclass(frozen=True)
class Selection:
    records: tuple[int, ...] = ()
    is_whole_view: bool = False
    formats: tuple[str, ...] = USUAL

    @classmethod
    def read(cls, posted: QueryDict) -> "Selection":
        """What is no number is nobody's tick."""
        ticked = [each for each in posted.getlist("records") if each.isdecimal()]
        # A number that no column holds is no record's.
        numbers = [int(each) for each in ticked if len(each) < LONGEST_NUMBER]
        return cls(
            records=tuple(dict.fromkeys(numbers)),
            is_whole_view=posted.get("all") == WHOLE_VIEW,
            formats=tuple(posted.getlist("formats")),
        )

    def checked_formats(self) -> list[str]:
        try:
            return read_formats(self.formats)
        except CannotPack as error:
            raise Refused(error.sentence, "formats") from error

    def publications(self, filters: Filters) -> list[Publication]:
        """In the order of the desk, at most one more than a pack takes. One query."""
        if not self.is_whole_view and len(self.records) > MOST_RECORDS:
            raise Refused(f"Choose at most {MOST_RECORDS} records", "records")
        found = self._chosen(filters).for_pages().select_related("record")
        publications = list(found.defer("search_text")[: MOST_RECORDS + 1])
        gone = 0 if self.is_whole_view else len(self.records) - len(publications)
        if gone:
            raise Refused(_gone(gone), "records")
        return publications

    def _chosen(self, filters: Filters) -> PublicationQuerySet:
        if self.is_whole_view:
            return filters.found()
        live = Publication.objects.live().newest_first()
        return live.filter(record_id__in=self.records)

    @property
    def ticks(self) -> list[tuple[str, list[Tick]]]:
        """The formats by what they are for, each with whether it is chosen."""
        return [
            (purpose, [Tick(FORMATS[name], name in self.formats) for name in names])
            for purpose, names in PURPOSES.items()
        ]


def _gone(count: int) -> str:
    said = "1 record is" if count == 1 else f"{count} records are"
    return f"Choose again: {said} not public any more"
