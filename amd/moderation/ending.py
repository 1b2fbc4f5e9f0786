"""What will happen when a record is withdrawn, or the person quoted taken out of it."""

from dataclasses import dataclass

from amd.consent.words import Person
from amd.mail.outbox import role_mailbox
from amd.publishing.models import Publication
from amd.records.models import ALLOWED_MOVES, Kind, Move, Record, Status

from .reached import Reached

GONE = (
    "Its public page and every card answer “gone” at once. Shared caches follow within "
    "five minutes.",
    "Search, lists and feeds drop it, and the files drawn of it are deleted.",
)
NOTHING_PUBLIC = ("Nothing of it is public now.",)
ALL_ERASED = (
    "Its words, contacts, pictures, papers and notes are erased. What remains is its "
    "reference, and who decided what and when."
)
PART_ERASED = (
    "The quote, and the name, job title and organisation of the person quoted are "
    "erased, with a picture that shows them and what they answered."
)
STORY_STAYS = (
    "The contributor's story stays. They agreed to it with the quote in it, so ask them "
    "again before it is published without."
)
NO_ADDRESS_OF_QUOTED = "The person quoted: we have no email address"


@dataclass(frozen=True)
class Ending:
    """`told` by us, `to_tell` by the lead herself, `by_hand` where cards were used."""

    title: str
    button: str
    happens: list[str]
    told: list[str]
    to_tell: list[str]
    by_hand: tuple[str, ...]


def ending_of(record: Record, move: Move) -> Ending | None:
    """None where there is nothing to end. At most five queries."""
    if not record.may(move):
        return None
    live = Publication.objects.live().filter(record_id=record.pk).first()
    if move == Move.WITHDRAW:
        return _withdrawal(record, live)
    return _removal(record, live) if quotes_somebody(record, live) else None


def quotes_somebody(record: Record, live: Publication | None) -> bool:
    """Whether a case study, as it stands or as it is public, has a quote in it."""
    if record.kind != Kind.CASE_STUDY or record.status == Status.WITHDRAWN:
        return False
    in_words = any(words.texts.get("quote") for words in record.story.words())
    return in_words or bool(live and live.card.get("quote"))


def _withdrawal(record: Record, live: Publication | None) -> Ending:
    reached = Reached.by(record)
    addresses = {reached.author.email, *reached.asked} - {""}
    told = [_who(record, address) for address in sorted(addresses)]
    to_tell = [] if told else [_unreachable(record)]
    if not reached.asked and _has_quoted_person(record):
        to_tell.append(NO_ADDRESS_OF_QUOTED)
    return Ending(
        title="Withdraw for good",
        button="Withdraw for good",
        happens=[*(GONE if live else NOTHING_PUBLIC), ALL_ERASED],
        told=told + _staff_told(record, reached),
        to_tell=to_tell,
        by_hand=reached.reach.uses,
    )


def _removal(record: Record, live: Publication | None) -> Ending:
    reached = Reached.by(record, [Person.QUOTED])
    told = [f"The person quoted, at {address}" for address in sorted(reached.asked)]
    to_tell = [] if told else [NO_ADDRESS_OF_QUOTED]
    if reached.author.email:
        told.append(_who(record, reached.author.email))
    happens = [*(GONE if live else NOTHING_PUBLIC), PART_ERASED, STORY_STAYS]
    then = ALLOWED_MOVES[Move.REMOVE_QUOTED_PERSON][Status(record.status)]
    if then != record.status:
        happens.append(f"Its status is then: {then.label.lower()}.")
    return Ending(
        title="Remove the person quoted",
        button="Remove the person quoted",
        happens=happens,
        told=told + _staff_told(record, reached),
        to_tell=to_tell,
        by_hand=reached.reach.uses,
    )


def _who(record: Record, address: str) -> str:
    if record.kind == Kind.ENDORSEMENT:
        return f"The champion, at {address}"
    is_author = address.casefold() == record.author_email.casefold()
    return f"{'The contributor' if is_author else 'The person quoted'}, at {address}"


def _staff_told(record: Record, reached: Reached) -> list[str]:
    told = [f"The library leads, at {role_mailbox(record.region)}"]
    names = [str(user) for user, _ in reached.reach.takers]
    if names:
        people = "member" if len(names) == 1 else "members"
        told.append(
            f"{len(names)} {people} of staff who downloaded a card: {', '.join(names)}"
        )
    return told


def _unreachable(record: Record) -> str:
    is_champion = record.kind == Kind.ENDORSEMENT
    who = "The champion" if is_champion else "The contributor"
    return f"{who}: we have no email address"


def _has_quoted_person(record: Record) -> bool:
    return any(words.person == Person.QUOTED for words in record.story.words())
