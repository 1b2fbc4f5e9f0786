"""Our template pack against the official macros: the same shape, question by question."""

from html.parser import HTMLParser

import jinja2
import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.template.loader import render_to_string

from amd.web.forms import NhsukForm
from amd.web.templatetags.nhsuk_forms import error_summary

OFFICIAL = jinja2.Environment(
    loader=jinja2.PackageLoader("nhsuk_frontend_jinja"),
    undefined=jinja2.ChainableUndefined,
    autoescape=True,
)
COLOURS = [("r", "Red"), ("g", "Green")]


class EveryQuestion(NhsukForm):
    name = forms.CharField(max_length=5, help_text="As on your badge")
    email = forms.EmailField(required=False)
    story = forms.CharField(widget=forms.Textarea)
    quote = forms.CharField(max_length=10, widget=forms.Textarea)
    region = forms.ChoiceField(choices=[("", "Choose"), *COLOURS])
    colour = forms.ChoiceField(
        choices=COLOURS, widget=forms.RadioSelect, help_text="Choose one"
    )
    uses = forms.MultipleChoiceField(
        choices=COLOURS, widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I agree")
    photo = forms.FileField(help_text="JPEG or PNG")
    password = forms.CharField(widget=forms.PasswordInput)


class Shape(HTMLParser):
    """What a browser and a stylesheet see of some HTML: tags, classes, modules, roles."""

    def __init__(self, html):
        super().__init__()
        self.parts = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        classes = " ".join(sorted((given.get("class") or "").split()))
        module = given.get("data-module", "")
        self.parts.append((tag, classes, module, given.get("role", "")))


def official(component, **params):
    template = OFFICIAL.get_template(f"nhsuk/components/{component}/template.jinja")
    return Shape(template.render(params=params)).parts


def ours(field_name, data):
    form = EveryQuestion(data, None if data is None else {})
    for name in list(form.fields):
        if name != field_name:
            del form.fields[name]
    html = render_crispy_form(form)
    return [part for part in Shape(html).parts if part[0] != "form"]


def label(size="s"):
    return {"text": "x", "classes": f"nhsuk-label--{size}"}


def question(field_name, error):
    """The official component of a question and what it is given."""
    shared = {"id": "x", "name": "x", "errorMessage": error and {"text": "x"}}
    group = {
        **shared,
        "idPrefix": "x",
        "items": [{"text": "Red", "value": "r"}, {"text": "Green", "value": "g"}],
        "fieldset": {"legend": {"text": "x", "classes": "nhsuk-fieldset__legend--s"}},
    }
    hint = {"hint": {"text": "x"}}
    return {
        "name": ("input", shared | hint | {"label": label()}),
        "email": ("input", shared | {"label": label()}),
        "story": ("textarea", shared | {"label": label()}),
        "quote": ("character-count", shared | {"label": label(), "maxlength": 10}),
        "region": (
            "select",
            shared | {"label": label(), "items": [{"text": "x"}] * 3},
        ),
        "colour": ("radios", group | hint),
        "uses": ("checkboxes", group),
        "agreed": (
            "checkboxes",
            shared | {"idPrefix": "x", "items": [{"text": "x", "value": "on"}]},
        ),
        "photo": ("file-upload", shared | hint | {"label": label()}),
        "password": ("password-input", shared | {"label": label()}),
    }[field_name]


BAD = {"email": "not an address"}


@pytest.mark.parametrize("field_name", EveryQuestion.base_fields)
@pytest.mark.parametrize("data", [None, BAD], ids=["empty", "with errors"])
def test_question_has_the_shape_of_the_official_component(field_name, data):
    component, params = question(field_name, error=data is not None)

    assert ours(field_name, data) == official(component, **params)


def test_error_summary_has_the_shape_of_the_official_component():
    form = EveryQuestion(BAD, {})

    html = render_to_string("nhsuk/error_summary.html", error_summary(form))

    assert Shape(html).parts == official(
        "error-summary",
        titleText="There is a problem",
        errorList=[{"text": "x", "href": "#x"}] * len(form.errors),
    )


def test_button_has_the_shape_of_the_official_component():
    form = EveryQuestion()
    form.fields.clear()
    form.button = "Send"

    html = render_crispy_form(form)

    assert [p for p in Shape(html).parts if p[0] == "button"] == official(
        "button", text="Send", preventDoubleClick=True
    )
