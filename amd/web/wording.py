"""Messages of the fields, as the NHS and GOV.UK design systems word them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    BaseValidator,
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)
from django.utils.text import capfirst

from amd.web.words import CharacterLimit, WordLimit

# The first kind that a field is; {subject} as in the middle of a sentence.
INVALID: tuple[tuple[type[forms.Field], str], ...] = (
    (
        forms.EmailField,
        "Enter an email address in the correct format, like name@example.nhs.uk",
    ),
    (
        forms.URLField,
        "Enter a web address in the correct format, like https://www.example.nhs.uk",
    ),
    (forms.SlugField, "{Subject} must be letters, numbers, hyphens or underscores"),
    (forms.DecimalField, "{Subject} must be a number"),
    (forms.IntegerField, "{Subject} must be a whole number"),
    (forms.DateField, "{Subject} must be a real date"),
    (forms.DateTimeField, "{Subject} must be a real date and time"),
    (forms.SplitDateTimeField, "{Subject} must be a real date and time"),
    # Never typed by anybody.
    (forms.UUIDField, "The page was not sent whole. Open it again"),
)
LIMITS: tuple[tuple[type[BaseValidator], str], ...] = (
    (MinValueValidator, "{subject} must be %(limit_value)s or more"),
    (MaxValueValidator, "{subject} must be %(limit_value)s or less"),
)
CODES_OF_INVALID = ("invalid", "invalid_date", "invalid_time", "incomplete")


def subject_of(field: forms.Field, given: str | None, name: str) -> str:
    """How a message names the field: as given, else its label without capitals."""
    words = str(given or field.label or name.replace("_", " ")).rstrip("?. ")
    first = words.split(" ", 1)[0]
    # "NHS number" and "GP" keep their capitals.
    return (
        words if len(first) > 1 and first.isupper() else words[:1].lower() + words[1:]
    )


def word_messages(field: forms.Field, given: str | None, name: str) -> None:
    """Put our wording where Django's own stands; what a form says itself stays."""
    subject = subject_of(field, given, name)
    defaults = default_messages(type(field))
    for code, message in messages_for(field, subject).items():
        if str(field.error_messages.get(code)) == str(defaults.get(code)):
            field.error_messages[code] = message
    limit_length(field, capfirst(subject))
    limit_number(field, capfirst(subject))
    if isinstance(field, forms.ModelChoiceField):
        # Django asks this one before anything else, and by itself.
        no_row = str(field.error_messages["invalid_choice"])
        field.validate_no_null_characters = ProhibitNullCharactersValidator(no_row)  # type: ignore[method-assign]


def default_messages(kind: type[forms.Field]) -> dict[str, object]:
    messages: dict[str, object] = {}
    for parent in reversed(kind.__mro__):
        messages.update(getattr(parent, "default_error_messages", {}))
    return messages


def messages_for(field: forms.Field, subject: str) -> dict[str, str]:
    if isinstance(field, forms.FileField):
        return messages_for_file(subject)
    chooses = isinstance(field, forms.ChoiceField | forms.BooleanField)
    from_list = f"Select {subject} from the list"  # noqa: S608 - a sentence, not SQL
    messages = {
        "required": f"{'Select' if chooses else 'Enter'} {subject}",
        "invalid_choice": from_list,
        "invalid_list": from_list,
        "invalid_pk_value": from_list,
        "invisible": f"Remove the invisible characters from {subject}",
        "unique": f"Change {subject}: it is in use already",
    }
    for kind, message in INVALID:
        if isinstance(field, kind):
            sentence = message.format(subject=subject, Subject=capfirst(subject))
            return messages | dict.fromkeys(CODES_OF_INVALID, sentence)
    return messages


def messages_for_file(subject: str) -> dict[str, str]:
    return {
        "required": f"Select {subject}",
        "invalid": "The file was not sent whole. Select it again",
        "missing": "The file was not sent whole. Select it again",
        "empty": "The selected file is empty",
        "max_length": "The name of the selected file is too long. Rename it",
        "contradiction": "Either select a file or remove the one you sent, not both",
    }


def limit_length(field: forms.Field, subject: str) -> None:
    """Say by how much a limit is passed; a limit in words is `field.max_words`."""
    validators = [v for v in field.validators if not isinstance(v, MaxLengthValidator)]
    limit = getattr(field, "max_length", None)
    if limit and isinstance(field, forms.CharField):
        validators.append(CharacterLimit(limit, subject))
        field.validators = validators
    words = getattr(field, "max_words", None)
    if words:
        field.validators.append(WordLimit(words, subject))


def limit_number(field: forms.Field, subject: str) -> None:
    """A copy of each limit: fields of the same form share theirs."""
    validators: list[Any] = field.validators
    for kind, sentence in LIMITS:
        words = sentence.format(subject=subject)
        validators = [
            kind(v.limit_value, words) if is_djangos(v, kind) else v for v in validators
        ]
    field.validators = validators


def word_column_limits(errors: list[ValidationError], subject: str) -> None:
    """What the column can hold, asked after the form: PostgreSQL has such limits."""
    for error in errors:
        for kind, sentence in LIMITS:
            if error.message == kind.message:
                error.message = sentence.format(subject=subject)


def is_djangos(validator: Any, kind: type[BaseValidator]) -> bool:
    """Whether it is of this kind, with the message that Django gave it."""
    return type(validator) is kind and validator.message == kind.message
