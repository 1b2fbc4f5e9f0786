"""What can go wrong with a move.

ModerationError
├── MoveNotAllowed   the move is not legal from this status
├── AlreadyDecided   the record changed since this person saw it
└── NotReady         the move is legal, but something is missing
"""


class ModerationError(Exception):
    """Its text is for developers; `sentence` is for the person."""

    def __init__(self, message: str, *, sentence: str) -> None:
        super().__init__(message)
        self.sentence = sentence


class MoveNotAllowed(ModerationError):
    """Raised when a move does not start from the record's status."""


class AlreadyDecided(ModerationError):
    """Raised when the row's version is no longer the one that the person saw."""


class NotReady(ModerationError):
    """Raised with every missing thing as a sentence in `missing`."""

    def __init__(self, message: str, *, missing: list[str]) -> None:
        super().__init__(message, sentence=" ".join(missing))
        self.missing = missing
