"""The base of every form: NHS wording, tidy words, and the answer to a bad one."""

from collections.abc import Mapping
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import BaseInput
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst

from amd.web.wording import subject_of, word_column_limits, word_messages
from amd.web.words import is_prose, one_line, plain_newlines, refuse_invisible

# Of every column that keeps one; Django's own form field takes more.
LONGEST_EMAIL = 254


class Send(BaseInput):
    """The button of a form: Send("send", "Send your endorsement")."""

    input_type = "submit"
    field_classes = ""


class NhsukFormMixin:
    """What every form of the site shares; stands before Form or ModelForm.

    - `subjects`: how a message names a field ("the champion's name"); else its label.
    - `asked_in_some_cases`: fields that are not required of everybody, and yet not
      "(optional)" to the person they are shown to.
    - `button`: the words on the button; no button without it.
    """

    use_required_attribute = False
    subjects: ClassVar[Mapping[str, str]] = {}
    asked_in_some_cases: tuple[str, ...] = ()
    button = ""

    # Given by the form that it is mixed into.
    fields: dict[str, forms.Field]
    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.EmailField):
                field.max_length = min(field.max_length or LONGEST_EMAIL, LONGEST_EMAIL)
            word_messages(field, self.subjects.get(name), name)
            if isinstance(field, forms.CharField):
                refuse_invisible(field)
            set_hints_for_browsers(field)
        if self.is_bound:  # type: ignore[attr-defined]
            self.data = self.tidied()

    def tidied(self) -> Any:
        """The data with one kind of newline and no stray spaces, as a copy.

        A browser sends "\\r\\n" for what it counted as one character.
        """
        data = self.data.copy()
        for name, field in self.fields.items():
            key = self.add_prefix(name)  # type: ignore[attr-defined]
            value = data.get(key)
            if not isinstance(field, forms.CharField) or not isinstance(value, str):
                continue
            if is_prose(field):
                data[key] = plain_newlines(value)
            elif not isinstance(field.widget, forms.PasswordInput):
                data[key] = one_line(value)
        return data

    def _update_errors(self, errors: ValidationError) -> None:
        """The errors of a model, whose own limits Django words by itself."""
        for name, found in getattr(errors, "error_dict", {}).items():
            if name in self.fields:
                subject = subject_of(self.fields[name], self.subjects.get(name), name)
                word_column_limits(found, capfirst(subject))
        super()._update_errors(errors)  # type: ignore[misc]

    @property
    def helper(self) -> FormHelper:
        """How {% crispy form %} shows the form; a subclass may add a layout."""
        helper = FormHelper()
        helper.form_tag = True
        if self.button:
            helper.add_input(Send("send", self.button))
        return helper


class NhsukForm(NhsukFormMixin, forms.Form):
    pass


class NhsukModelForm(NhsukFormMixin, forms.ModelForm):
    pass


def set_hints_for_browsers(field: forms.Field) -> None:
    """Say to the browser what is asked, as WCAG 1.3.5 wants, and no more."""
    if isinstance(field, forms.EmailField):
        field.widget.attrs.setdefault("autocomplete", "email")
        field.widget.attrs.setdefault("spellcheck", "false")


def render_invalid(
    request: HttpRequest, template: str, context: dict[str, Any]
) -> HttpResponse:
    """The page of a form that was refused: "Error: " in its title, status 422."""
    return render(request, template, {**context, "invalid": True}, status=422)
