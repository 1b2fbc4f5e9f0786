"""Typed words made tidy: one kind of newline, no stray spaces, nothing invisible."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxLengthValidator,
    ProhibitNullCharactersValidator,
)

TYPED_CONTROLS = {"\n", "\t"}


def plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """The words with single spaces between them and none around them."""
    return " ".join(text.split())


def is_prose(field: forms.CharField) -> bool:
    return isinstance(field.widget, forms.Textarea)


def count_words(text: str) -> int:
    return len(text.split())


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
        over = count_words(value) - self.limit_value
        if over > 0:
            raise ValidationError(
                f"{self.subject} must be {self.limit_value} words or less"
                f" (this is {over:,} too many)",
                code="max_words",
            )
