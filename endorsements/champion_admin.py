"""Champions in the admin: whom leads speak with, where that stands, what they said."""

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import NullIf
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from amd.campaign.scoping import RegionScopedAdmin
from amd.records.models import Status

from .champion_form import ABOUT, CONTACT, ChampionForm
from .champions import Champion
from .models import Endorsement
from .names import plain_name

NAMESAKES = "There is a champion of this name in the region already: {}."
ANOTHERS = "Not changed: {} is another champion's already. Edit it to change that."


@admin.register(Champion)
class ChampionAdmin(RegionScopedAdmin):
    """Kept, never deleted: withdrawing their endorsements is what erases them."""

    form = ChampionForm
    list_display = (
        "shown_name",
        "status",
        "shown_newest",
        "shown_count",
        "level",
        "sector",
        "shown_region",
    )
    list_filter = (
        "status",
        "level",
        ("sector", admin.RelatedOnlyFieldListFilter),
        ("region", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("region", "sector")
    list_per_page = 50
    # As read aloud without titles; whoever is erased comes last.
    ordering: ClassVar[Any] = (
        NullIf("folded", Value("", models.TextField())).asc(nulls_last=True),
        "pk",
    )
    search_fields = ("folded",)
    fieldsets = (
        (None, {"fields": ABOUT}),
        (
            "Contact",
            {
                "fields": CONTACT,
                "description": "Seen only by the leads of this region.",
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With how many endorsements each has, and where the newest stands."""
        of_theirs = Endorsement.objects.filter(champion=OuterRef("pk"))
        newest = of_theirs.order_by("-created_at", "-pk").values("status")[:1]
        return (
            super()
            .get_queryset(request)
            .annotate(endorsed=Count("endorsements"), newest=Subquery(newest))
        )

    def get_urls(self) -> list[URLPattern]:
        theirs = path(
            "<int:pk>/theirs/<int:endorsement_pk>/",
            self.admin_site.admin_view(require_POST(self.theirs)),
            name="endorsements_champion_theirs",
        )
        return [theirs, *super().get_urls()]

    def theirs(
        self, request: HttpRequest, pk: int, endorsement_pk: int
    ) -> HttpResponse:
        """One click: what came in by itself is this champion's. Its words stay."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        known = Champion.objects.visible_to(request.user).known()
        champion = get_object_or_404(known, pk=pk)
        seen = Endorsement.objects.visible_to(request.user).exclude(name="")
        endorsement = get_object_or_404(seen, pk=endorsement_pk)
        if champion.take(endorsement):
            said = f"{endorsement.shown_reference} is theirs now."
            self.log_change(request, champion, said)
            messages.success(request, said)
        elif endorsement.champion != champion:
            messages.error(request, ANOTHERS.format(endorsement.shown_reference))
        return redirect("admin:endorsements_champion_change", pk)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """With who reads it: the endorsements on the page are those she may see."""
        found = super().get_object(request, object_id, from_field)
        if found:
            found.reader = request.user
        return found

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        return super().get_search_results(request, queryset, plain_name(search_term))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return self.fieldsets
        return (
            ("Endorsements", {"fields": ("shown_endorsements",)}),
            *self.fieldsets,
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("shown_endorsements",) if obj else ()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Of one who withdrew nothing is left to change."""
        allowed = super().has_change_permission(request, obj)
        return allowed and not (obj and obj.is_erased)

    def formfield_for_foreignkey(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """A champion without a region is the national leads'."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "region" and not _sees_all(request):
            own = list(field.queryset[:2])
            field.required = True
            field.initial = own[0] if len(own) == 1 else None
        return field

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(
            request, {"title": "Champions", **(extra_context or {})}
        )

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        found = self.get_object(request, object_id) if object_id else None
        shown: dict[str, Any] = {"perhaps": []}
        if found:
            # Read from the row: what str() says stands in the log for ever.
            shown["subtitle"] = found.shown_name
            if self.has_change_permission(request, found):
                shown["perhaps"] = _perhaps_theirs(found)
        return super().changeform_view(
            request, object_id, form_url, {**shown, **(extra_context or {})}
        )

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        others = Champion.objects.visible_to(request.user).filter(region=obj.region)
        same = others.called(obj.name).exclude(pk=obj.pk)
        if same and {"name", "region"} & set(form.changed_data):
            links = format_html_join(
                ", ", '<a href="{}">{}</a>', ((_page(s), s.described()) for s in same)
            )
            messages.warning(request, format_html(NAMESAKES, links))

    @admin.display(description="Name", ordering="folded")
    def shown_name(self, champion: Champion) -> str:
        return champion.shown_name

    @admin.display(description="Region", ordering="region__name")
    def shown_region(self, champion: Champion) -> str:
        return str(champion.region or "National leads")

    @admin.display(description="Endorsements", ordering="endorsed")
    def shown_count(self, champion: Any) -> int:
        return int(champion.endorsed)

    @admin.display(description="The newest", ordering="newest")
    def shown_newest(self, champion: Any) -> str:
        return str(Status(champion.newest).label) if champion.newest else ""

    @admin.display(description="What they said")
    def shown_endorsements(self, champion: Any) -> SafeString | str:
        """Each with the way to its review, and the way to the next one."""
        seen = Endorsement.objects.visible_to(champion.reader)
        listed = _listed(seen.filter(champion=champion)) or "None yet."
        if champion.is_erased:
            return listed
        return format_html(
            '{}<p><a href="{}?champion={}">Record another endorsement</a></p>',
            listed,
            reverse("admin:endorsements_endorsement_add"),
            champion.pk,
        )


def _listed(endorsements: Iterable[Any]) -> SafeString | str:
    rows = (
        (
            reverse("admin:records_record_review", args=[each.pk]),
            each.shown_reference,
            each.get_status_display(),
            _day(each),
            each.organisation_name,
        )
        for each in endorsements
    )
    # Each on a line of its own, far enough from the next for a thumb.
    return format_html_join("", '<p><a href="{}">{}: {}, {}, {}</a></p>', rows)


def _perhaps_theirs(champion: Any) -> list[dict[str, Any]]:
    """Sent in under one of their names, while nobody has said whose they are."""
    names = set(champion.folded.split("\n"))
    seen = Endorsement.objects.visible_to(champion.reader).exclude(name="")
    nobodys = seen.filter(champion=None, region=champion.region)
    return [
        {
            "endorsement": each,
            "review": reverse("admin:records_record_review", args=[each.pk]),
            "theirs": reverse(
                "admin:endorsements_champion_theirs", args=[champion.pk, each.pk]
            ),
        }
        for each in nobodys
        if plain_name(each.name) in names
    ]


def _day(endorsement: Any) -> str:
    given = endorsement.given_on or timezone.localdate(endorsement.created_at)
    return f"{given.day} {given:%B %Y}"


def _page(champion: Champion) -> str:
    return reverse("admin:endorsements_champion_change", args=[champion.pk])


def _sees_all(request: HttpRequest) -> bool:
    return bool(cast(Any, request.user).sees_all_regions)
