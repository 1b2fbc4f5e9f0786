"""Messages of the fields, as the NHS and GOV.UK design systems word them."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.text import capfirst

from amd.web.words import CharacterLimit, WordLimit


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
        "invisible": f"Remove the invisible characters from {subject}",
    }
    if isinstance(field, forms.EmailField):
        messages["invalid"] = (
            "Enter an email address in the correct format, like name@example.nhs.uk"
        )
    elif isinstance(field, forms.URLField):
        messages["invalid"] = (
            "Enter a web address in the correct format, like https://www.example.nhs.uk"
        )
    elif isinstance(field, forms.IntegerField):
        messages["invalid"] = f"{capfirst(subject)} must be a whole number"
    elif isinstance(field, forms.DateField):
        messages["invalid"] = f"{capfirst(subject)} must be a real date"
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
