"""Tags of the nhsuk form pack: which part shows a question, and its control."""

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

register = template.Library()

# The first match wins, so the kinds of input stand before Input itself.
KINDS = (
    ((forms.RadioSelect, forms.CheckboxSelectMultiple), "choices"),
    (forms.CheckboxInput, "tick"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
    (forms.Textarea, "text"),
)
CLASSES = (
    (forms.Textarea, "nhsuk-textarea"),
    (forms.Select, "nhsuk-select"),
    (forms.FileInput, "nhsuk-file-upload__input"),
    (forms.CheckboxInput, "nhsuk-checkboxes__input"),
    (forms.Widget, "nhsuk-input"),
)


@register.filter
def question(field: BoundField) -> str:
    """The kind of question; a widget may name its own as `question_kind`."""
    widget = field.field.widget
    kind = getattr(widget, "question_kind", None) or next(
        (kind for types, kind in KINDS if isinstance(widget, types)), "input"
    )
    if kind == "text":
        return "count" if limit_of(field) else "input"
    return kind


@register.filter
def limit_of(field: BoundField) -> int | None:
    """How many words, else characters, the question takes."""
    words: int | None = getattr(field.field, "max_words", None)
    return words or getattr(field.field, "max_length", None)


@register.filter
def unit_of(field: BoundField) -> str:
    return "words" if getattr(field.field, "max_words", None) else "characters"


@register.filter
def is_optional(field: BoundField) -> bool:
    """Whether "(optional)" is said; never of what is asked only in some cases."""
    conditional = getattr(field.form, "asked_in_some_cases", ())
    return not field.field.required and field.name not in conditional


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of the hint and the error, as far as they are shown."""
    return " ".join(
        part
        for part, shown in (
            (f"{field.auto_id}-hint", field.help_text),
            (f"{field.auto_id}-error", field.errors),
        )
        if shown
    )


@register.simple_tag
def control(field: BoundField, extra: str = "", also: str = "") -> SafeString:
    """The input itself, with NHS.UK classes and its hint and error named.

    maxlength and minlength are left out: they would cut what somebody pastes
    without a word, and the server says how much is too much.
    """
    widget = field.field.widget
    name = next(css for kind, css in CLASSES if isinstance(widget, kind))
    if getattr(widget, "question_kind", "") == "file":
        name = "nhsuk-file-upload__input"
    marks_error = bool(field.errors) and name in (
        "nhsuk-input",
        "nhsuk-select",
        "nhsuk-textarea",
    )
    classes = [name, widget.attrs.get("class", ""), extra]
    classes += [f"{name}--error"] if marks_error else []
    attrs: dict[str, Any] = {
        "class": " ".join(filter(None, classes)),
        "maxlength": False,
        "minlength": False,
        "aria-describedby": " ".join(filter(None, (also, described_by(field))))
        or False,
    }
    return field.as_widget(attrs={**attrs, **size_of(widget)})


def size_of(widget: forms.Widget) -> dict[str, Any]:
    """Django's own 40 columns and 10 rows stand in every textarea."""
    if not isinstance(widget, forms.Textarea):
        return {}
    rows = widget.attrs.get("rows")
    return {"cols": False, "rows": 5 if rows == "10" else rows}


@register.simple_tag
def options(field: BoundField) -> list[dict[str, Any]]:
    """The radios or checkboxes of a question, without the empty choice."""
    return [
        {
            "id": option.id_for_label,
            "name": option.data["name"],
            "type": option.data["type"],
            "value": option.data["value"],
            "label": option.choice_label,
            "is_chosen": option.data["selected"],
        }
        for option in field
        if option.data["value"] not in ("", None)
    ]


@register.inclusion_tag("nhsuk/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """What is wrong, each with a link to its input; stands above the h1."""
    return {"errors": list(summary_of(form)) if form.is_bound else []}


def summary_of(form: forms.BaseForm) -> Iterator[dict[str, str]]:
    for message in form.non_field_errors():
        yield {"text": conditional_escape(str(message)), "href": ""}
    for field in form:
        for message in field.errors:
            yield {"text": conditional_escape(str(message)), "href": target_of(field)}


def target_of(field: BoundField) -> str:
    """The input that a link in the summary leads to; none for a hidden field."""
    if field.is_hidden:
        return ""
    if question(field) == "choices":
        # Django's own id of the first option that is shown.
        return f"#{next((o['id'] for o in options(field)), field.auto_id)}"
    # A question of several inputs may say which of them is wrong.
    part = getattr(field.field.widget, "error_part", "")
    if part:
        return f"#{field.auto_id}_{part}"
    return f"#{field.id_for_label or field.auto_id}"
