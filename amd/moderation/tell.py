"""Mail to the author of a record, written in the same transaction as the move."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from amd.mail.outbox import queue, role_mailbox
from amd.mail.words import Mail
from amd.publishing.models import Publication
from amd.records.models import Record

from .links import my_address, review_address, site_address


@dataclass(frozen=True)
class Author:
    """What a mail needs of an author, kept while the record is being erased."""

    name: str
    email: str
    kind: str
    reference: str
    shown_reference: str
    region: Any

    @classmethod
    def of(cls, record: Record) -> "Author":
        return cls(
            name=record.author_name,
            email=record.author_email,
            kind=record.get_kind_display().lower(),
            reference=record.reference,
            shown_reference=record.shown_reference,
            region=record.region,
        )

    def tell(self, write: Callable[..., Mail], **details: str) -> None:
        """Queue one mail; someone recorded without an address is told by the lead."""
        if self.email:
            self._queue(self._mail(write, self.name, **details))

    def tell_last(self, write: Callable[..., Mail]) -> None:
        """Queue the last mail: it names nobody, and its address is then forgotten."""
        if self.email:
            self._queue(self._mail(write, ""), is_last=True)

    def _mail(self, write: Callable[..., Mail], name: str, **details: str) -> Mail:
        return write(
            name=name, kind=self.kind, reference=self.shown_reference, **details
        )

    def _queue(self, mail: Mail, *, is_last: bool = False) -> None:
        queue(
            self.email,
            mail,
            region=self.region,
            reference=self.reference,
            is_last=is_last,
        )


def author(
    record: Record,
    write: Callable[..., Mail],
    *,
    with_link: bool = False,
    **details: str,
) -> None:
    if with_link:
        details["link"] = my_address(record)
    Author.of(record).tell(write, **details)


def lead(record: Record, write: Callable[..., Mail], **details: str) -> None:
    """Queue one mail to the role mailbox of the region, with the way to the record."""
    mail = write(
        kind=record.get_kind_display().lower(),
        reference=record.shown_reference,
        page=review_address(record),
        **details,
    )
    queue(
        role_mailbox(record.region),
        mail,
        region=record.region,
        reference=record.reference,
    )


def page(publication: Publication) -> str:
    return site_address(publication.get_absolute_url())
