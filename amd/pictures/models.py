"""A checked, re-encoded, private picture."""

import secrets
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone

ERASED = {
    "original": "",
    "medium": "",
    "small": "",
    "digest": "",
    "alt_text": "",
    "credit": "",
}


def random_name(picture: "Picture", filename: str) -> str:
    """Named at random: by content, one withdrawal would delete another's same file."""
    name = secrets.token_hex(32)
    return f"pictures/{name[:2]}/{name}.jpg"


class PictureQuerySet(models.QuerySet["Picture"]):
    def unclaimed(self) -> "PictureQuerySet":
        """On a form that was not sent, or not yet."""
        return self.filter(claimed_at=None, erased_at=None)

    def unused(self) -> "PictureQuerySet":
        """Those that no row of any model refers to."""
        unused = self
        for relation in Picture._meta.get_fields(include_hidden=True):
            if isinstance(relation, models.ManyToOneRel):
                field = relation.field
                users = field.model._base_manager.filter(
                    **{field.name: models.OuterRef("pk")}
                )
                unused = unused.exclude(models.Exists(users))
        return unused


class Picture(models.Model):
    """One upload that passed: its own encoding at most 2400 px, and two derivatives.

    Not claimed: on a form that was not sent yet; swept after a day.
    """

    original = models.FileField(upload_to=random_name, max_length=120, blank=True)
    medium = models.FileField(upload_to=random_name, max_length=120, blank=True)
    small = models.FileField(upload_to=random_name, max_length=120, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    width_px = models.PositiveIntegerField(default=0)
    height_px = models.PositiveIntegerField(default=0)
    alt_text = models.CharField(
        "description of the picture", max_length=250, blank=True
    )
    credit = models.CharField("picture credit", max_length=120, blank=True)
    focal_x = models.FloatField(default=0.5)
    focal_y = models.FloatField(default=0.35)
    uploaded_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(claimed_at=None)
                | ~models.Q(alt_text="")
                | models.Q(erased_at__isnull=False),
                name="claimed_picture_has_alt_text",
            )
        ]

    def __str__(self) -> str:
        return f"Picture {self.pk}"

    @property
    def files(self) -> list[Any]:
        return [self.original, self.medium, self.small]

    def store(self, original: bytes, medium: bytes, small: bytes) -> None:
        """Write the three files under new random names; the row is not saved."""
        for file, data in zip(self.files, (original, medium, small), strict=True):
            file.save("", ContentFile(data), save=False)

    def claim(
        self,
        *,
        alt_text: str,
        credit: str = "",
        focal: tuple[float, float] | None = None,
    ) -> None:
        """Keep the picture for good, for a record; again with other words on an edit.

        Raises Picture.DoesNotExist where it was swept, erased or taken by another record
        meanwhile: two records never share files.
        """
        as_read = models.Q(erased_at=None, claimed_at=self.claimed_at)
        self.alt_text = alt_text
        self.credit = credit
        self.focal_x, self.focal_y = focal or (self.focal_x, self.focal_y)
        self.claimed_at = self.claimed_at or timezone.now()
        names = ("alt_text", "credit", "focal_x", "focal_y", "claimed_at")
        changes = {name: getattr(self, name) for name in names}
        still_there = Picture.objects.filter(as_read, pk=self.pk)
        if not still_there.update(**changes):
            raise Picture.DoesNotExist(f"{self} is gone")

    def bytes_at(self, short_side_px: int) -> bytes:
        """The JPEG derivative for 640 or 320; FileNotFoundError where it is erased."""
        file = {640: self.medium, 320: self.small}[short_side_px]
        if not file:
            raise FileNotFoundError(f"{self} has no file")
        with file.open("rb") as opened:
            return bytes(opened.read())

    def copied(self) -> "Picture":
        """A new, unclaimed picture with files of its own."""
        twin = Picture(
            digest=self.digest,
            width_px=self.width_px,
            height_px=self.height_px,
            focal_x=self.focal_x,
            focal_y=self.focal_y,
        )
        contents = []
        for file in self.files:
            with file.open("rb") as opened:
                contents.append(opened.read())
        twin.store(*contents)
        twin.save()
        return twin

    def erase(self) -> None:
        """Empty the row; its files are deleted once the transaction is committed."""
        self.delete_files_on_commit()
        self.erased_at = timezone.now()
        for name, value in ERASED.items():
            setattr(self, name, value)
        self.save(update_fields=[*ERASED, "erased_at"])

    def delete_files_on_commit(self) -> None:
        stored = [(file.storage, file.name) for file in self.files if file]
        for storage, name in stored:
            transaction.on_commit(partial(storage.delete, name), robust=True)
