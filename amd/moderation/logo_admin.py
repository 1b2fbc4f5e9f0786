"""Partner logos in the admin: leads keep those of their regions, national leads all."""

import contextlib
from functools import partial
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amd.campaign.scoping import RegionScopedAdmin, regions_of
from amd.cards.logos import decoded_logo
from amd.pictures import signed
from amd.pictures.fields import PictureField
from amd.pictures.models import Picture
from amd.publishing.logos import shows
from amd.publishing.models import PartnerLogo, Publication
from amd.web.forms import NhsukFormMixin

# Half as large again as a logo is drawn on the largest card.
LEAST_PX = 240
NOTHING_SHOWS = (
    "Select the logo for light backgrounds: nothing of this one shows on white"
)


class PartnerLogoForm(NhsukFormMixin, forms.ModelForm):
    subjects = {
        "name": "the partner's name",
        "picture": "the logo",
        "permission": "who allowed us to use the logo, and when",
        "region": "the region",
    }

    picture = PictureField(
        label="Logo",
        help_text=(
            "The version for light backgrounds, at least "
            f"{LEAST_PX} pixels wide. It cannot be changed: add another logo instead"
        ),
    )

    class Meta:
        model = PartnerLogo
        fields = ("name", "picture", "permission", "region", "is_current")

    def clean_picture(self) -> Picture:
        """Refuse what would be a blur, or nothing at all, on the white of a card."""
        picture: Picture = self.cleaned_data["picture"]
        shown = decoded_logo(picture.bytes_at(640))
        if shown is None:
            raise forms.ValidationError(NOTHING_SHOWS)
        if max(shown.size) < LEAST_PX:
            size = f"{shown.width} × {shown.height} pixels"
            raise forms.ValidationError(f"Select a larger logo: this one is {size}")
        return picture


@admin.register(PartnerLogo)
class PartnerLogoAdmin(RegionScopedAdmin):
    """Added once and then only renamed, moved or retired: cards were approved with it."""

    form = PartnerLogoForm
    list_display = ("name", "shown_region", "is_current", "shown_picture")
    list_filter = ("is_current", ("region", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("region", "picture")
    search_fields = ("name", "permission")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        titled = {"title": "Partner logos", **(extra_context or {})}
        return super().changelist_view(request, titled)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ("name", "picture", "permission", "region", "is_current")
        # Read by those who may not change it: "-" would not say "every region".
        region = (
            "region" if self.has_change_permission(request, obj) else "shown_region"
        )
        return (
            "name",
            "shown_picture",
            "permission",
            region,
            "is_current",
            "shown_on",
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ()
        fixed = ("picture", "shown_picture", "shown_region", "shown_on")
        return ("name", *fixed) if obj.is_used else fixed

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A national logo is used by every lead, and changed by national leads."""
        allowed = super().has_change_permission(request, obj)
        if obj is None or not allowed:
            return allowed
        return obj.region_id is not None or _sees_all(request)

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Only a national lead adds a logo for every region."""
        if db_field.name == "region" and _sees_all(request):
            kwargs["empty_label"] = "Every region"
        elif db_field.name == "region":
            own = list(regions_of(request.user)[:2])
            kwargs["initial"] = own[0] if len(own) == 1 else None
            kwargs["required"] = True
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        # Past Django's own transaction: no picture is decoded inside one.
        form_page = self._changeform_view  # type: ignore[attr-defined]  # not in the stubs
        page = partial(form_page, request, object_id, form_url, extra_context)
        # One that was swept since the form was checked is asked for again.
        with contextlib.suppress(Picture.DoesNotExist):
            return cast("HttpResponse", page())
        return cast("HttpResponse", page())

    @transaction.atomic
    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        if not change:
            obj.picture.claim(alt_text=obj.name)
        super().save_model(request, obj, form, change)

    @admin.display(description="Region", ordering="region__name")
    def shown_region(self, logo: PartnerLogo) -> str:
        return str(logo.region or "Every region")

    @admin.display(description="Logo")
    def shown_picture(self, logo: PartnerLogo) -> SafeString:
        return format_html(
            '<img class="amd-logo" src="{}" alt="{}" width="{}" height="{}">',
            signed.preview_address(logo.picture),
            logo.name,
            *_size(logo.picture),
        )

    @admin.display(description="On these public cards")
    def shown_on(self, logo: PartnerLogo) -> SafeString | str:
        """Those that somebody has to publish again when the permission ends."""
        live = Publication.objects.live().filter(shows(logo))
        links = ((each.get_absolute_url(), each) for each in live)
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "None"


def _sees_all(request: HttpRequest) -> bool:
    return bool(cast(Any, request.user).sees_all_regions)


def _size(picture: Picture) -> tuple[int, int]:
    """Small enough for a row of the list."""
    width, height = max(picture.width_px, 1), max(picture.height_px, 1)
    scale = min(150 / width, 50 / height, 1)
    return max(1, round(width * scale)), max(1, round(height * scale))
