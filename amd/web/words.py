"""Typed words made tidy: one kind of newline, no stray spaces, nothing invisible."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    ProhibitNullCharactersValidator,
)

TYPED_CONTROLS = {"\n", "\t"}
# Word and PowerPoint put "\v" for a new line within a paragraph, "\f" for a new page.
NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# With the space after it; twice what long words in Welsh or German take on average.
CHARACTERS_A_WORD = 15


def plain_newlines(text: str) -> str:
    return NEWLINES.sub("\n", text)


def one_line(text: str) -> str:
    """The words with single spaces between them and none around them."""
    return " ".join(text.split())


def is_prose(field: forms.CharField) -> bool:
    return isinstance(field.widget, forms.Textarea)


def count_words(text: str) -> int:
    return len(text.split())


def too_long(text: str, most_words: int) -> str:
    """By how much the limit is passed ("must be …"), or nothing.

    A word may be of any length, so that their letters have a limit of their own.
    """
    over = count_words(text) - most_words
    if over > 0:
        return f"must be {most_words} words or less (this is {over:,} too many)"
    most = most_words * CHARACTERS_A_WORD
    over = len(text) - most
    if over > 0:
        return f"must be {most:,} characters or less (this is {over:,} too many)"
    return ""


class NothingInvisible:
    """Refuses control characters and lone surrogates, which no card can show."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, text: str) -> None:
        for char in str(text):
            if char in TYPED_CONTROLS:
                continue
            if unicodedata.category(char) in ("Cc", "Cs"):
                raise ValidationError(self.message, code="invisible")


def refuse_invisible(field: forms.CharField) -> None:
    """Ours takes the place of Django's check for one of these characters."""
    field.validators = [
        NothingInvisible(str(field.error_messages["invisible"])),
        *(
            v
            for v in field.validators
            if not isinstance(v, ProhibitNullCharactersValidator)
        ),
    ]


class CharacterLimit(MaxLengthValidator):
    """A limit that says by how much it was passed."""

    def __init__(self, limit: int, subject: str) -> None:
        super().__init__(limit)
        self.subject = subject

    def __call__(self, value: str) -> None:
        over = len(value) - self.limit_value
        if over > 0:
            raise ValidationError(
                f"{self.subject} must be {self.limit_value:,} characters or less"
                f" (this is {over:,} too many)",
                code="max_length",
            )


class WordLimit:
    """A limit in words, as they are counted on the page."""

    def __init__(self, limit: int, subject: str) -> None:
        self.limit_value = limit
        self.subject = subject

    def __call__(self, value: str) -> None:
        sentence = too_long(value, self.limit_value)
        if sentence:
            raise ValidationError(f"{self.subject} {sentence}", code="max_words")
