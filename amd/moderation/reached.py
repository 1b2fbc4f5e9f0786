"""Telling everyone whom a record's words and cards reached, when less may be shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from amd.consent.models import SignOff
from amd.mail import words
from amd.mail.outbox import erase_to, queue
from amd.mail.words import Mail
from amd.publishing.models import Takedown
from amd.publishing.reach import Reach
from amd.records.models import Record

from . import tell
from .takedowns import places_of, tell_owners


@dataclass(frozen=True)
class Reached:
    """Who is to be told, kept while the record is being erased."""

    record: Record
    author: tell.Author
    asked: frozenset[str]
    reach: Reach

    @classmethod
    def by(cls, record: Record, persons: Iterable[str] = ()) -> "Reached":
        """Three queries. `persons`: only those of the people who were asked."""
        asked = SignOff.objects.filter(record_id=record.pk).exclude(email="")
        if persons:
            asked = asked.filter(person__in=tuple(persons))
        addresses = frozenset(asked.values_list("email", flat=True))
        return cls(record, tell.Author.of(record), addresses, Reach.of(record))

    def tell_people_last(self, write: Callable[..., Mail]) -> None:
        """Those who were asked by link: their last mail; then their address is forgotten."""
        for address in sorted(self.asked):
            erase_to(self.author.reference, address)
            mail = write(
                name="",
                kind=self.author.kind,
                reference=self.author.shown_reference,
            )
            queue(
                address,
                mail,
                region=self.author.region,
                reference=self.author.reference,
                is_last=True,
            )

    def tell_takers(
        self,
        write: Callable[..., Mail] = words.stop_using,
        *,
        asked: Sequence[Takedown] = (),
    ) -> None:
        """The members of staff who downloaded a card, or noted where it was used.

        `asked`: what has to come down there; whoever did both gets one mail.
        """
        takers = {user for user, _ in self.reach.takers}
        tell_owners(self.record, [each for each in asked if each.owner not in takers])
        for user, formats in self.reach.takers:
            mail = write(
                name=user.name,
                kind=self.author.kind,
                reference=self.author.shown_reference,
                formats=formats,
                noted=places_of([each for each in asked if each.owner == user]),
            )
            queue(
                user.email,
                mail,
                region=self.author.region,
                reference=self.author.reference,
            )

    def tell_leads(self, what: str, *, asked: Sequence[Takedown] | None = None) -> None:
        """The role mailbox: what happened, and where it is to be taken down by hand.

        `asked`: where that is not everywhere that it was used.
        """
        uses = self.reach.uses
        if asked is not None:
            uses = tuple(each.use.line for each in asked)
        count = len(self.reach.takers)
        people = "member" if count == 1 else "members"
        told = f"{count} {people} of staff who downloaded its cards" if count else ""
        tell.lead(
            self.record,
            words.uses_to_take_down,
            what=what,
            uses="\n".join(f"- {line}" for line in uses),
            told=told and f"We have written to {told}.",
        )
