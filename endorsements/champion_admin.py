"""Champions in the admin: whom leads speak with, where that stands, what they said."""

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import NullIf
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amd.campaign.scoping import RegionScopedAdmin
from amd.records.models import Status
from amd.web.forms import NhsukFormMixin

from .champions import Champion
from .models import Endorsement
from .names import plain_name

ABOUT = ("name", "name_variants", "level", "sector", "region", "status")
CONTACT = ("email", "assistant_name", "assistant_email", "approached_by", "notes")
NAMESAKES = "There is a champion of this name in the region already: {}."
PERHAPS = "Perhaps theirs too. Edit the words to say that it is them:"


class ChampionForm(NhsukFormMixin, forms.ModelForm):
    subjects = {
        "name": "the champion's name",
        "level": "the level",
        "region": "the region",
        "status": "how far it has come",
        "email": "the champion's email address",
        "assistant_name": "the assistant's name",
        "assistant_email": "the assistant's email address",
    }

    class Meta:
        model = Champion
        fields = (*ABOUT, *CONTACT)
        widgets = {
            "name_variants": forms.Textarea(attrs={"rows": 3}),
            "notes": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "name": "As they are usually written, with title: Professor Ada Sample",
            "level": "How far their name carries",
            "sector": "The kind of organisation they speak from",
            "status": (
                "Keep a prospect here before there is any endorsement. It becomes "
                "“Agreed” by itself once they agree to an endorsement"
            ),
            "email": "Where they are written to. Seen only by the leads of the region",
            "assistant_email": "Where to ask for an appointment or a photo",
            "approached_by": "Who speaks with them for the campaign",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Somebody else's details: the lead's own would be wrong.
            field.widget.attrs["autocomplete"] = "off"
        if "name" not in self.fields:
            return
        self.fields["name"].required = True
        status = cast("forms.ChoiceField", self.fields["status"])
        # Withdrawn is what erasing leaves, not what somebody chooses.
        status.choices = [
            (value, label)
            for value, label in Champion.Status.choices
            if value != Champion.Status.WITHDRAWN
        ]


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
        # Read from the row: what str() says stands in the log for ever.
        shown = {"subtitle": found.shown_name} if found else {}
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
        maybe = _listed(_perhaps_theirs(champion, seen))
        return format_html(
            '{}<p><a href="{}?champion={}">Record another endorsement</a></p>{}',
            listed,
            reverse("admin:endorsements_endorsement_add"),
            champion.pk,
            maybe and format_html("<p>{}</p>{}", PERHAPS, maybe),
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


def _perhaps_theirs(champion: Champion, seen: Any) -> list[Any]:
    """Sent in under one of their names, while nobody has said that it is them."""
    names = set(champion.folded.split("\n"))
    nobodys = seen.filter(champion=None, region=champion.region).exclude(name="")
    return [each for each in nobodys if plain_name(each.name) in names]


def _day(endorsement: Any) -> str:
    given = endorsement.given_on or timezone.localdate(endorsement.created_at)
    return f"{given.day} {given:%B %Y}"


def _page(champion: Champion) -> str:
    return reverse("admin:endorsements_champion_change", args=[champion.pk])


def _sees_all(request: HttpRequest) -> bool:
    return bool(cast(Any, request.user).sees_all_regions)
