"""What a child of Record promises to the code that moves and publishes it."""

from datetime import date
from typing import Protocol

from amd.consent.models import ConsentRecord
from amd.consent.words import SignedWords
from amd.publishing.copy import PublicCopy


class Story(Protocol):
    """An endorsement or a case study, reached as record.story."""

    # Whether the five review criteria are marked before it is published.
    has_criteria: bool

    def words(self) -> tuple[SignedWords, ...]:
        """One entry for each person who answers for words or a picture in it."""

    def public_copy(self, uses: frozenset[str]) -> PublicCopy:
        """The copy that these uses permit: what is not agreed is left out."""

    def problems(self) -> list[str]:
        """Sentences on what must be put right before it can be sent or published."""

    def questions(self) -> dict[str, str]:
        """Field → the name of its question: what a lead may comment on, in order."""

    def answers(self) -> dict[str, str]:
        """Field → what stands there now, as text, for each of those questions."""

    def edit_url(self) -> str:
        """The admin page on which a lead edits it."""

    @property
    def kept_until(self) -> date | None:
        """Of a draft: the last day on which its author can go on with it."""

    def author_url(self, link: str) -> str:
        """The page under the author's private link with the form filled in."""

    def question_url(self, name: str, link: str) -> str:
        """The box of one of the questions there; "" where it is not asked of this one."""

    def address_of(self, person: str) -> str:
        """The e-mail address at which this person is asked, where we know it."""

    def note_answer(self, answer: ConsentRecord) -> None:
        """What else of its own follows an answer, in the answer's transaction."""

    def erase(self) -> None:
        """Empty every word, contact and picture."""

    def erase_quoted_person(self) -> None:
        """Empty what belongs to the person quoted, and no more."""
