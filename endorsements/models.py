"""An endorsement: a champion's own words, who they are and their photo."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse

from amd.consent.models import ConsentRecord
from amd.consent.words import Person, SignedWords
from amd.publishing.copy import PublicCopy
from amd.publishing.logos import SLOTS, WithLogos, no_logo_twice
from amd.publishing.photos import erase_published
from amd.records.models import Kind, Record

from . import limits, needs, public
from .champions import Champion
from .circumstances import Circumstances

__all__ = ["Champion", "Endorsement"]

WORDS = ("quote", "extract", "name", "title", "organisation_name")
# Theirs too where there is an interview: what they said in it, and where it is seen.
INTERVIEW = ("transcript", "source_url")
CONTACTS = ("author_name", "author_email", "cut_note")
TEXTS = (*WORDS, *INTERVIEW, *CONTACTS)
LINKS = ("organisation", "photo", "champion", *SLOTS)


class Endorsement(Circumstances, WithLogos, Record):
    # Nothing to mark: a champion's words are not weighed against criteria.
    has_criteria = False

    quote = models.TextField("endorsement", max_length=limits.QUOTE, blank=True)
    extract = models.CharField(
        "words for the card", max_length=limits.EXTRACT, blank=True
    )
    name = models.CharField("champion's name", max_length=limits.NAME, blank=True)
    title = models.CharField("job title", max_length=limits.TITLE, blank=True)
    photo = models.ForeignKey(
        "pictures.Picture", models.PROTECT, null=True, blank=True, related_name="+"
    )
    champion = models.ForeignKey(
        Champion, models.PROTECT, null=True, blank=True, related_name="endorsements"
    )

    class Meta:
        verbose_name = "endorsement"
        verbose_name_plural = "endorsements"
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("quote"), limits.QUOTE)),
                name="endorsement_quote_within_limit",
            ),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("quote"), limits.EXTRACT))
                | ~Q(extract=""),
                name="long_endorsement_has_words_for_the_card",
            ),
            no_logo_twice("endorsement_shows_no_logo_twice"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Whoever makes one makes one of this kind.
        self.kind = Kind.ENDORSEMENT
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("gallery:endorsement", args=[self.address_reference])

    @property
    def shown_title(self) -> str:
        return self.name

    @property
    def card_words(self) -> str:
        """What stands on the card: the chosen part, else all of it."""
        return self.extract or self.quote

    def words(self) -> tuple[SignedWords, ...]:
        texts = {name: getattr(self, name) for name in WORDS}
        texts |= {name: said for name in INTERVIEW if (said := getattr(self, name))}
        if self.capacity == self.Capacity.FOR_ORGANISATION:
            # It stands on the public page, so they answer for it too.
            texts["capacity"] = self.get_capacity_display()
        photo = self.photo.digest if self.photo else ""
        return (SignedWords(Person.CHAMPION, texts, photo),)

    def public_copy(self, uses: frozenset[str]) -> PublicCopy:
        return public.copy_of(self, uses)

    def problems(self) -> list[str]:
        return needs.problems_of(self)

    def questions(self) -> dict[str, str]:
        return {
            "quote": "Your words",
            "name": "Your name",
            "title": "Your job title",
            "organisation_name": "Your organisation",
            "photo": "Your photo",
        }

    def answers(self) -> dict[str, str]:
        answers = {name: getattr(self, name) for name in self.questions()}
        return answers | {"photo": self.photo.alt_text if self.photo else ""}

    def edit_url(self) -> str:
        return reverse("admin:endorsements_endorsement_change", args=[self.pk])

    @property
    def kept_until(self) -> None:
        """Until its address is confirmed it has no page of its author's own."""

    def author_url(self, link: str) -> str:
        return reverse("endorsements:again", args=[link])

    def question_url(self, name: str, link: str) -> str:
        return f"{self.author_url(link)}#id_{name}"

    def address_of(self, person: str) -> str:
        """Where the champion reads, as it was recorded with the words, else their own."""
        return self.author_email or (self.champion.email if self.champion else "")

    def void_links(self) -> None:
        """Whoever was sent the private link at a former address acts no more."""
        self.link_key += 1
        Record.objects.filter(pk=self.pk).update(link_key=self.link_key)

    def note_answer(self, answer: ConsentRecord) -> None:
        if self.champion:
            self.champion.note_answer(answer)

    def erase(self) -> None:
        """Every word, contact and picture; reference, region and dates stay."""
        picture = self.photo
        erase_published(self, but=picture)
        champion = self.champion
        for name in TEXTS:
            setattr(self, name, "")
        for name in LINKS:
            setattr(self, name, None)
        self.save(update_fields=[*TEXTS, *LINKS])
        if picture:
            picture.erase()
        if champion and not champion.endorsements.exists():
            # Nothing else of theirs is with us, so neither is their name.
            champion.erase()

    def erase_quoted_person(self) -> None:
        """All of it is the champion's."""
        self.erase()
