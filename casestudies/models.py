"""An impact case study: what a library did, what came of it and who says so."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from amd.campaign.models import Term
from amd.consent.models import ConsentRecord
from amd.consent.words import Person, SignedWords
from amd.publishing.copy import PublicCopy
from amd.publishing.logos import WithLogos, no_logo_twice
from amd.records.models import Kind, Record, Status

from . import asked, erasure, limits, needs, public, signed


class CaseStudy(WithLogos, Record):
    class Basis(models.TextChoices):
        MEASURED = "measured", "Measured"
        BY_USER = "estimated_by_user", "Estimated by the library user"
        BY_LIBRARY = "estimated_by_library", "Estimated by the library"
        MODELLED = "modelled", "Modelled"

    class Attribution(models.TextChoices):
        NAMED = "named", "By name, with job title and organisation"
        ROLE = "role", "By job title only"
        ANONYMOUS = "anonymous", "As “a library user”"

    class When(models.TextChoices):
        NOW = "now", "It has already happened"
        LATER = "later", "It is likely later"

    # Marked against the five criteria before it is published.
    has_criteria = True

    headline = models.CharField(max_length=limits.HEADLINE, blank=True)
    service_name = models.CharField(
        "knowledge and library service", max_length=limits.SERVICE_NAME, blank=True
    )
    challenge = models.TextField("the challenge", blank=True)
    library_role = models.TextField("the library's role", blank=True)
    outcome = models.TextField("what happened", blank=True)
    impact = models.TextField("the difference it made", blank=True)
    impact_when = models.CharField(
        "when it made the difference", max_length=10, choices=When, blank=True
    )
    impact_categories = models.ManyToManyField(
        Term,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": Term.Scheme.IMPACT_CATEGORY},
    )
    services_used = models.ManyToManyField(
        Term,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": Term.Scheme.SERVICE_USED},
    )
    staff_groups = models.ManyToManyField(
        Term,
        blank=True,
        related_name="+",
        limit_choices_to={"scheme": Term.Scheme.STAFF_GROUP},
    )
    brief = models.TextField("the story in brief", blank=True)
    figure = models.CharField(max_length=limits.FIGURE, blank=True)
    figure_note = models.CharField(
        "what the figure is", max_length=limits.FIGURE_NOTE, blank=True
    )
    figure_basis = models.CharField(
        "how the figure is known", max_length=30, choices=Basis, blank=True
    )
    figure_period = models.CharField(
        "the time it is about", max_length=limits.PERIOD, blank=True
    )
    # Told to the reviewer, never published.
    figure_confirmed_by = models.CharField(
        "who confirmed the figure", max_length=limits.PERSON_NAME, blank=True
    )
    quote = models.TextField(max_length=limits.QUOTE, blank=True)
    quoted_name = models.CharField(
        "name of the person quoted", max_length=limits.PERSON_NAME, blank=True
    )
    quoted_title = models.CharField(
        "job title of the person quoted", max_length=limits.JOB_TITLE, blank=True
    )
    quoted_organisation = models.CharField(
        "organisation of the person quoted", max_length=limits.ORGANISATION, blank=True
    )
    attribution = models.CharField(
        "how the quote is attributed", max_length=20, choices=Attribution, blank=True
    )
    picture = models.ForeignKey(
        "pictures.Picture", models.PROTECT, null=True, blank=True, related_name="+"
    )
    picture_shows_person = models.BooleanField(
        "the picture shows the person quoted", default=False
    )
    contributor_title = models.CharField(
        "your job title", max_length=limits.JOB_TITLE, blank=True
    )
    working_with_me = models.BooleanField(
        "name the contributor under “Working with”", default=False
    )
    no_patient_identifiable = models.BooleanField(
        "no patient can be identified", default=False
    )
    # You asked, we did, impact: what happened in between is not asked.
    is_quick = models.BooleanField("quick story", default=False, editable=False)
    # Of a page that could not be saved as it was: what was typed, by page and question.
    unsaved = models.JSONField(default=dict, blank=True, editable=False)
    # Chosen there: what no row refers to is swept after a day.
    unsaved_picture = models.ForeignKey(
        "pictures.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    draft_ends_on = models.DateField(null=True, blank=True, editable=False)
    draft_reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "impact case study"
        verbose_name_plural = "impact case studies"
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=Q(figure="") | ~(Q(figure_note="") | Q(figure_basis="")),
                name="figure_with_note_and_basis",
            ),
            models.CheckConstraint(
                condition=Q(quote="") | ~Q(attribution=""),
                name="quote_with_attribution",
            ),
            models.CheckConstraint(
                condition=Q(picture_shows_person=False)
                | (Q(picture__isnull=False) & ~Q(quote="")),
                name="pictured_person_is_quoted",
            ),
            no_logo_twice("casestudy_shows_no_logo_twice"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Whoever makes one makes one of this kind.
        self.kind = Kind.CASE_STUDY
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("gallery:casestudy", args=[self.address_reference])

    @property
    def shown_title(self) -> str:
        return self.headline

    @property
    def quotes_by_name(self) -> bool:
        return bool(self.quote) and self.attribution == self.Attribution.NAMED

    def words(self) -> tuple[SignedWords, ...]:
        return signed.words_of(self)

    def public_copy(self, uses: frozenset[str]) -> PublicCopy:
        return public.copy_of(self, uses)

    def problems(self) -> list[str]:
        return needs.problems_of(self)

    def questions(self) -> dict[str, str]:
        return dict(asked.QUESTIONS)

    def answers(self) -> dict[str, str]:
        return asked.answers_of(self)

    def edit_url(self) -> str:
        return reverse("admin:casestudies_casestudy_change", args=[self.pk])

    @property
    def kept_until(self) -> date | None:
        return self.draft_ends_on

    def author_url(self, link: str) -> str:
        page = "resume" if self.status == Status.DRAFT else "check"
        return reverse(f"casestudies:{page}", args=[link])

    def question_url(self, name: str, link: str) -> str:
        return asked.url_of(self, name, link)

    def address_of(self, person: str) -> str:
        """The contributor's alone: nobody answers for the person they quote."""
        return self.author_email if person == Person.CONTRIBUTOR else ""

    def note_answer(self, answer: ConsentRecord) -> None:
        """Nothing else of a case study follows one."""

    def erase(self) -> None:
        erasure.erase_all(self)

    def erase_quoted_person(self) -> None:
        erasure.erase_quoted_person(self)
