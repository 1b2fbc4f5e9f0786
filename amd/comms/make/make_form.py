"""What both forms of a card to make ask for, and the card that comes of it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from amd.cards import (
    FORMATS,
    RASTERS,
    THEMES,
    VIGNETTE,
    Card,
    Content,
    Design,
    Photo,
    Problem,
)
from amd.publishing.cards import LOGO_PX, THEME_OF, credited
from amd.web.forms import NhsukForm

from . import limits
from .fields import LineField, LogoField

MARK = "Local card"
KICKER = "Impact case study"
TERMS = (
    "A local card: the campaign has not checked it. Share it only as the person quoted "
    "agreed, and stop when they ask."
)
# What the engine calls a part of a card, where the form asks for it by another name.
QUESTIONS = {"logos": "logo"}


class MakeForm(NhsukForm):
    """What both designs ask: who is quoted, pictures, colours, which format is shown.

    `words` are the questions for text; what stands in for those that are not answered
    yet is drawn in a preview, never in a file.
    """

    design: ClassVar[Design]
    words: ClassVar[tuple[str, ...]]
    pictures = ("photo", "photo_alt", "logo", "partners")
    standing_in: ClassVar[Mapping[str, str]]
    first_shown: ClassVar[str]
    # Two are asked beside a picture alone, two are chosen already.
    asked_in_some_cases = ("photo_alt", "partners", "theme", "shown")
    subjects = {
        "quote": "the quote",
        "name": "the name",
        "title": "the job title",
        "organisation": "the organisation",
        "headline": "the headline",
        "figure": "the figure",
        "figure_basis": "what the figure is",
        "body": "the story",
        "working_with": "who it was done with",
        "service": "the library service",
        "photo": "a photo",
        "photo_alt": "the description of the photo",
        "logo": "a logo",
        "partners": "the partner's name",
        "theme": "the colours",
        "shown": "the format",
    }

    name = LineField(
        label="Full name",
        max_length=limits.NAME,
        widget=forms.TextInput(attrs={"spellcheck": "false"}),
    )
    title = LineField(label="Job title", max_length=limits.TITLE)
    organisation = LineField(label="Organisation", max_length=limits.ORGANISATION)
    photo_alt = forms.CharField(
        label="What the photo shows",
        max_length=limits.PHOTO_ALT,
        required=False,
        help_text=(
            "For people who cannot see it, for example: a woman with short grey hair, "
            "smiling at the camera"
        ),
    )
    logo = LogoField(
        name="logo",
        short_side_px=LOGO_PX,
        label="Partner logo",
        required=False,
        help_text=(
            "The version for light backgrounds, as JPEG, PNG or WebP, up to 15MB. Ask "
            "its owner first"
        ),
    )
    partners = forms.CharField(
        label="Whose logo it is",
        max_length=limits.PARTNER,
        required=False,
        help_text="The name on the logo, for people who cannot see it",
    )
    theme = forms.ChoiceField(
        label="Colours",
        choices=[(theme.name, theme.label) for theme in THEMES.values()],
        widget=forms.RadioSelect,
        required=False,
    )
    shown = forms.ChoiceField(
        label="Format",
        choices=[
            (name, f"{FORMATS[name].label}: {FORMATS[name].purpose}")
            for name in RASTERS
            if name != "thumb"
        ],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {**self.defaults(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        if self.is_bound:
            for name, value in self.defaults().items():
                self.data.setdefault(name, value)

    @classmethod
    def defaults(cls) -> dict[str, str]:
        """What is chosen for those who choose nothing."""
        return {"theme": THEME_OF[cls.design.name], "shown": cls.first_shown}

    @property
    def shown_format(self) -> str:
        """The chosen one; that of the design where none of ours was sent."""
        return self.cleaned_data.get("shown") or self.first_shown

    def card(self, *, with_stand_ins: bool = False) -> Card:
        """What is typed so far, as far as it is right."""
        data = self.cleaned_data
        texts = {name: data.get(name, "") for name in self.words}
        # From the first word on, what is shown is what a file will be.
        if with_stand_ins and not self.has_words:
            empty = {name for name, text in texts.items() if not text}
            texts |= {k: v for k, v in self.standing_in.items() if k in empty}
        photo, logo = data.get("photo"), data.get("logo")
        content = Content(
            **texts,
            photo=Photo(photo.data, photo.focal) if photo else None,
            photo_alt=data.get("photo_alt", "") if photo else "",
            logos=(logo.data,) if logo else (),
            partners=data.get("partners", "") if logo else "",
            kicker=KICKER if self.design == VIGNETTE else "",
            mark=MARK,
            address=settings.CARD_ADDRESS,
            hashtag=settings.CAMPAIGN_HASHTAG,
            credit=credited(),
            terms=TERMS,
        )
        theme = data.get("theme") or THEME_OF[self.design.name]
        return Card(self.design, theme, content)

    @property
    def about_words(self) -> list[BoundField]:
        return [self[name] for name in self.words]

    @property
    def about_pictures(self) -> list[BoundField]:
        return [self[name] for name in self.pictures]

    @property
    def has_words(self) -> bool:
        """Whether there is anything to write beside a card."""
        return bool(self.cleaned_data.get(self.design.required))

    def sentence(self) -> str:
        """The first mistake in what is drawn; what is still empty is none."""
        for name in (*self.words, *self.pictures):
            for error in self.errors.get(name, forms.utils.ErrorList()).as_data():
                if error.code != "required":
                    return str(error.messages[0])
        return ""

    def forgive_missing(self) -> None:
        """Drop the errors about empty questions: a preview is not yet a file."""
        for name, errors in list(self.errors.items()):
            kept = [each for each in errors.as_data() if each.code != "required"]
            del self.errors[name]
            for each in kept:
                self.add_error(name, each)

    def refuse(self, problem: Problem) -> None:
        """Say beside its question what the engine cannot draw."""
        name = QUESTIONS.get(problem.slot, problem.slot)
        sentence = ValidationError(problem.sentence, code="card")
        self.add_error(name if name in self.fields else None, sentence)
