"""How the endorsement form stands on its page: words, card, photo, agreement."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms

from amd.moderation.previews import PLACE, PreviewButton
from amd.web.forms import Send

HIDDEN = ("form_key", "version", "homepage", "shown_at")


def helper(form: forms.BaseForm, *, preview_url: str, send: str) -> FormHelper:
    helper = FormHelper()
    helper.form_class = "amd-form-page"
    helper.attrs = {"data-preview-url": preview_url, "data-preview": PLACE}
    if form.is_bound or form.initial:
        helper.attrs["data-preview-at-once"] = ""
    helper.layout = Layout(
        Div(
            *(name for name in HIDDEN if name in form.fields),
            Fieldset("Your words", "quote", "extract"),
            Fieldset(
                "About you",
                "name",
                "title",
                "organisation_name",
                "region",
                "capacity",
                "author_email",
            ),
        ),
        HTML('{% include "moderation/_preview.html" %}'),
        Div(
            Fieldset("Your photo", "photo", "photo_alt", "photo_credit"),
            Fieldset(
                "Your agreement",
                HTML(
                    '{% include "moderation/_wording.html" with wording=form.wording only %}'
                ),
                "uses",
            ),
            Div(Send("send", send), PreviewButton(), css_class="nhsuk-button-group"),
        ),
    )
    return helper
