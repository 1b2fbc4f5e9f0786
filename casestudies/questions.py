"""The questions of the form, section by section, each with an example beside its box."""

from typing import Any

from django import forms

from amd.campaign.models import Term
from amd.pictures.fields import PictureField, PictureWidget
from amd.web.words import one_line

from . import limits
from .models import CaseStudy


class WordsField(forms.CharField):
    """Prose with a limit in words, counted on the page and said by how many over."""

    def __init__(self, *, max_words: int, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
        self.max_words = max_words


def _story_box(label: str, hint: str) -> WordsField:
    return WordsField(max_words=limits.STORY_BOX_WORDS, label=label, help_text=hint)


class SmallCheckboxes(forms.CheckboxSelectMultiple):
    """For a long list, of which a few are ticked."""

    is_small = True


def _terms(
    label: str,
    hint: str,
    *,
    required: bool,
    widget: type[forms.CheckboxSelectMultiple] = forms.CheckboxSelectMultiple,
) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        Term.objects.none(),
        # One scheme is offered, in which a code is one term's.
        to_field_name="code",
        label=label,
        help_text=hint,
        required=required,
        widget=widget,
    )


class StoryFields(forms.Form):
    """What happened, from the challenge to the difference it made."""

    service_name = forms.CharField(
        label="Knowledge and library service",
        max_length=limits.SERVICE_NAME,
        help_text=(
            "As it should stand on the vignette. "
            "For example: Sampleshire Knowledge and Library Service"
        ),
    )
    headline = forms.CharField(
        label="Headline",
        max_length=limits.HEADLINE,
        help_text=(
            "One line with the result first. For example: "
            "Ward equipment chosen on evidence saves a trust £120,000 a year"
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    challenge = _story_box(
        "The challenge",
        "What problem or question did the team face? For example: The procurement group "
        "had to choose between three pumps and could not tell which was safest",
    )
    library_role = _story_box(
        "The library's role",
        "What did you do? For example: The clinical librarian searched and appraised the "
        "evidence, and brought a two-page summary to the group's meeting",
    )
    outcome = _story_box(
        "What happened",
        "What was decided or done because of it? For example: The group chose the pump "
        "with the fewest reported errors and retired two contracts",
    )
    impact = _story_box(
        "The difference it made",
        "To whom, and by how much? Say so if it is still to come. For example: Every "
        "ward now orders the same pump, and reported errors fell by a third in a year",
    )
    impact_categories = _terms(
        "Kinds of impact", "Select all that apply", required=True
    )
    impact_when = forms.ChoiceField(
        label="Has it happened yet?",
        choices=CaseStudy.When.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text="An impact that is still to come counts, if you say so",
    )
    services_used = _terms(
        "Library services used",
        "Select all that apply",
        required=False,
        widget=SmallCheckboxes,
    )
    staff_groups = _terms(
        "Who used the library?",
        "Select all the groups that the library helped",
        required=False,
        widget=SmallCheckboxes,
    )
    brief = WordsField(
        max_words=limits.BRIEF_WORDS,
        rows=7,
        label="The story in brief",
        help_text=(
            "The whole story in one paragraph, for somebody outside your organisation. "
            "Problem, what the library did, what changed"
        ),
    )

    def clean_headline(self) -> str:
        """The box is two lines high; the headline is one line."""
        return one_line(self.cleaned_data["headline"])


class FigureFields(forms.Form):
    """The one number to remember, with what it rests on."""

    figure = forms.CharField(
        label="Figure",
        max_length=limits.FIGURE,
        required=False,
        help_text="Money or time saved. For example: £120,000 or 120 hours a year",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-10"}),
    )
    figure_note = forms.CharField(
        label="What the figure is",
        max_length=limits.FIGURE_NOTE,
        required=False,
        help_text="It stands beside the figure. For example: saved a year on pumps",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-30"}),
    )
    figure_period = forms.CharField(
        label="Over what time?",
        max_length=limits.PERIOD,
        required=False,
        help_text="For example: over a year, or April to June 2026",
        widget=forms.TextInput(attrs={"class": "nhsuk-input--width-20"}),
    )
    figure_confirmed_by = forms.CharField(
        label="Who confirmed it?",
        max_length=limits.PERSON_NAME,
        required=False,
        help_text="Read by the reviewer alone. For example: the ward manager",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    figure_basis = forms.ChoiceField(
        label="How is the figure known?",
        choices=CaseStudy.Basis.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class QuoteFields(forms.Form):
    """The words of one library user who benefited, and how they are shown."""

    quote = forms.CharField(
        label="Quote",
        max_length=limits.QUOTE,
        required=False,
        help_text=(
            "Their exact words. The vignette has room for about "
            f"{limits.QUOTE_ON_VIGNETTE} characters: a longer quote may be left off the "
            "picture, and always stands on the page"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    attribution = forms.ChoiceField(
        label="How should they be shown?",
        choices=CaseStudy.Attribution.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text="A job title that only one person holds tells who they are",
    )
    quoted_name = forms.CharField(
        label="Their full name",
        max_length=limits.PERSON_NAME,
        required=False,
        help_text="Needed if they are shown by name",
        widget=forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
    )
    quoted_title = forms.CharField(
        label="Their job title",
        max_length=limits.JOB_TITLE,
        required=False,
        help_text="Needed unless they are shown as “a library user”",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    quoted_organisation = forms.CharField(
        label="Their organisation",
        max_length=limits.ORGANISATION,
        required=False,
        help_text="Leave it empty if it is the same as yours",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class PictureFields(forms.Form):
    """One picture, described for people who cannot see it."""

    picture = PictureField(
        label="Picture",
        required=False,
        help_text="JPEG, PNG or WebP, smaller than 15MB",
        widget=PictureWidget(crop="panel"),
    )
    picture_alt = forms.CharField(
        label="Describe the picture",
        max_length=250,
        required=False,
        help_text=(
            "For people who cannot see it. "
            "For example: Two nurses compare pumps at a ward desk"
        ),
    )
    picture_credit = forms.CharField(
        label="Who took it?",
        max_length=120,
        required=False,
        help_text="For example: Sampleshire NHS Trust Medical Illustration",
    )
    picture_shows_person = forms.BooleanField(
        required=False,
        label="It shows the person quoted",
        help_text="They are asked to agree to it before it is published",
    )


class AuthorFields(forms.Form):
    """Who writes, how to reach them, and what they declare."""

    author_name = forms.CharField(
        label="Your full name",
        max_length=limits.PERSON_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    contributor_title = forms.CharField(
        label="Your job title",
        max_length=limits.JOB_TITLE,
        help_text="For example: Clinical Librarian",
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    author_email = forms.EmailField(
        label="Your email address",
        help_text=(
            "We send your private link here, and a library lead may write to you. It is "
            "never published"
        ),
    )
    working_with_me = forms.BooleanField(
        required=False,
        label="Name me under “Working with”",
        help_text=(
            "Your name, job title and library service, on the page and the vignette"
        ),
    )
    no_patient_identifiable = forms.BooleanField(
        label="No patient can be identified from the words or the picture",
        help_text=(
            "Leaving out the name is not enough: a rare condition, an exact date, an age "
            "or a small ward can tell who it was"
        ),
        error_messages={
            "required": "Confirm that no patient can be identified by ticking the box"
        },
    )
