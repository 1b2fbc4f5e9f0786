"""One page's questions about a case study, saved by themselves."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError

from amd.campaign.models import Term
from amd.moderation.public_forms import DrawnFields, FormKeyField, OrganisationFields
from amd.moderation.sending import point_out
from amd.publishing.photos import let_go
from amd.records.models import Status
from amd.web.forms import NhsukModelForm
from amd.web.watched import WatchedFields
from amd.web.words import too_long
from casestudies import limits, questions, rules
from casestudies.models import CaseStudy

from .pages import YOU, Page
from .so_far import FORMAT, copy_so_far

BEGUN = "It begins with your own answers: make them read as one story"
# What is said of the picture stands in its own row.
ABOUT_PICTURE = {"picture_alt": "alt_text", "picture_credit": "credit"}
QUICK_LABELS = {
    "challenge": "You asked",
    "library_role": "We did",
    "impact": "The impact",
}
# Their errors speak the words of these questions, too.
QUICK_SUBJECTS = {
    "challenge": "what you were asked",
    "library_role": "what you did",
    "impact": "the impact",
}


class PageForm(
    questions.StoryFields,
    questions.FigureFields,
    questions.QuoteFields,
    questions.PictureFields,
    questions.AuthorFields,
    DrawnFields,
    NhsukModelForm,
):
    """The questions of one page; the others of the model are not asked."""

    subjects: ClassVar[Mapping[str, str]] = rules.SUBJECTS
    asked_in_some_cases = rules.CONDITIONAL
    field_order = rules.ORDER
    card_fields = rules.CARD_FIELDS
    shown_format = FORMAT
    drawn_as = "vignette"

    # What stood in the answers when the page was shown: another tab may have changed it.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = CaseStudy
        fields = rules.MODEL_FIELDS

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.former_picture = self.instance.picture
        asked = {*page.fields, "seen", "form_key"}
        if not self.instance.pk:
            asked |= {"homepage", "shown_at"}
        for name in set(self.fields) - asked:
            del self.fields[name]
        self._offer_terms()
        self._show_picture()
        self._begin_brief()
        if page.slug == "patients":
            # Said in full above the box.
            self.fields["no_patient_identifiable"].help_text = ""
        self.initial["seen"] = seen_of(self.instance, page)
        if self.instance.status == Status.SENT_BACK:
            point_out(self, self.instance)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "figure" in self.page.fields:
            rules.check_figure(self)  # type: ignore[arg-type]  # it has these questions
        if "quote" in self.page.fields:
            self._check_quote()
        if "picture" in self.page.fields:
            self._check_picture()
        return self.cleaned_data

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # of the ModelForm
        self._check_vignette()

    def is_elsewhere(self, now: CaseStudy) -> bool:
        """Whether another tab saved other answers to this page since it was shown."""
        seen = self.cleaned_data.get("seen")
        return seen not in ("", seen_of(now, self.page)) and not self.says(now)

    def says(self, now: CaseStudy) -> bool:
        """Whether what is typed is what is stored."""
        if self.errors:
            return False
        said = {name: plain(self.cleaned_data.get(name)) for name in self.page.fields}
        return _digest(said) == seen_of(now, self.page)

    def save_page(self) -> None:
        """These answers alone, in the transaction of the edit."""
        story, names = self.instance, self.page.fields
        columns = [
            field.name for field in story._meta.concrete_fields if field.name in names
        ]
        # Another tab may have kept what it could not save, since this one began.
        kept = CaseStudy.objects.values_list("unsaved", flat=True).get(pk=story.pk)
        story.unsaved = {k: v for k, v in kept.items() if k != self.page.slug}
        always = ["unsaved", "draft_ends_on", "draft_reminded_at"]
        if "picture" in names:
            story.unsaved_picture = None
            always.append("unsaved_picture")
        story.save(update_fields=[*columns, *always, *self.more_columns()])
        self._save_m2m()  # type: ignore[attr-defined]  # of the ModelForm
        if "picture" in names:
            self._keep_picture()

    def more_columns(self) -> tuple[str, ...]:
        return ()

    def _check_vignette(self) -> None:
        """Which words of this page it has no room or letters for; others are told there."""
        own = set(self.fields).intersection(rules.CARD_FIELDS)
        if not own or own.intersection(self.errors):
            return
        for question, sentence in rules.card_problems(copy_so_far(self.instance)):
            if question in own and question not in self.errors:
                self.add_error(question, ValidationError(sentence, code="card"))

    def _check_quote(self) -> None:
        """The picture of a person needs their quote, whichever page comes first."""
        data = self.cleaned_data
        data["organisation_name"] = self.instance.organisation_name
        if not data.get("quote") and self.instance.picture_shows_person:
            sentence = "Enter the quote of the person whom your picture shows"
            self.add_error("quote", sentence)
            return
        rules.check_quote(self)  # type: ignore[arg-type]  # it has these questions

    def _check_picture(self) -> None:
        rules.check_picture(self)  # type: ignore[arg-type]  # it has these questions
        data = self.cleaned_data
        is_described = data.get("picture_alt") or data.get("picture_credit")
        is_missing = not data.get("picture") and not self.former_picture
        if is_described and is_missing and "picture" not in self.errors:
            sentence = "Select the picture, or clear what you say about it"
            self.add_error("picture", ValidationError(sentence, code="required"))
        if data.get("picture_shows_person") and not self.instance.quote:
            sentence = "Enter the quote of the person first, or clear this box"
            self.add_error("picture_shows_person", sentence)

    def _offer_terms(self) -> None:
        for name, scheme in rules.SCHEMES.items():
            if name in self.fields:
                field = cast("forms.ModelMultipleChoiceField[Term]", self.fields[name])
                field.queryset = Term.objects.of(scheme)

    def _show_picture(self) -> None:
        picture = self.former_picture
        if "picture" in self.fields and picture:
            self.initial["picture"] = picture
            self.initial["picture_alt"] = picture.alt_text
            self.initial["picture_credit"] = picture.credit

    def _begin_brief(self) -> None:
        """Nobody types again what fits as it is; it is theirs to make one story of."""
        story = self.instance
        if "brief" not in self.fields or story.brief:
            return
        answers = (story.challenge, story.library_role, story.outcome, story.impact)
        begun = " ".join(" ".join(answers).split())
        if begun and not too_long(begun, limits.BRIEF_WORDS):
            self.initial["brief"] = begun
            hint = self.fields["brief"].help_text
            self.fields["brief"].help_text = f"{hint}. {BEGUN}"

    def _keep_picture(self) -> None:
        story, data = self.instance, self.cleaned_data
        if story.picture:
            story.picture.claim(
                alt_text=data["picture_alt"], credit=data["picture_credit"]
            )
        if self.former_picture and self.former_picture.pk != story.picture_id:
            let_go(self.former_picture)


class QuickForm(PageForm):
    """The three short answers, in the words of "You asked, we did, the impact"."""

    subjects: ClassVar[Mapping[str, str]] = rules.SUBJECTS | QUICK_SUBJECTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in QUICK_LABELS.items():
            self.fields[name].label = label


class YouForm(OrganisationFields, WatchedFields, PageForm):
    """The first page, from which the draft is kept; watched until it is."""

    form_key = FormKeyField()

    def _post_clean(self) -> None:
        super()._post_clean()
        self.place(self.instance)

    def more_columns(self) -> tuple[str, ...]:
        return ("organisation",)


def form_of(page: Page) -> type[PageForm]:
    own: dict[str, type[PageForm]] = {YOU.slug: YouForm, "story": QuickForm}
    return own.get(page.slug, PageForm)


def seen_of(story: CaseStudy, page: Page) -> str:
    """A digest of the stored answers of one page. A query for each list on it."""
    if not story.pk:
        return ""
    return _digest({name: plain(stored_answer(story, name)) for name in page.fields})


def stored_answer(story: CaseStudy, name: str) -> Any:
    if name in rules.SCHEMES:
        return getattr(story, name).all()
    if name in ABOUT_PICTURE:
        return getattr(story.picture, ABOUT_PICTURE[name]) if story.picture else ""
    return getattr(story, name)


def plain(value: Any) -> Any:
    if hasattr(value, "digest"):
        return [value.digest, value.focal_x, value.focal_y]
    if hasattr(value, "pk"):
        return value.pk
    if value is None or isinstance(value, (str, bool)):
        return value or ""
    return sorted(term.code for term in value)


def _digest(answers: dict[str, Any]) -> str:
    plain = json.dumps(answers, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:20]
