"""Endorsements in the admin: a lead records one in a minute, or edits one."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from amd.moderation.admin import RecordAdmin
from amd.moderation.forms import VOUCH_FIELDS
from amd.moderation.logo_choices import LOGOS

from .admin_form import WORDS, EndorsementAdminForm
from .champion_admin import ChampionAdmin
from .champion_choice import started_from
from .champions import Champion
from .circumstances_form import CIRCUMSTANCES
from .models import Endorsement

__all__ = ["ChampionAdmin", "EndorsementAdmin"]

# A number that any database holds.
MOST_DIGITS = 9


@admin.register(Endorsement)
class EndorsementAdmin(RecordAdmin):
    form = EndorsementAdminForm
    # Its public page is there only while it is live; the review page leads to it.
    view_on_site = False
    list_display = (
        "shown_reference",
        "name",
        "organisation_name",
        "shown_region",
        "status",
        "submitted_at",
    )
    list_display_links = ("shown_reference", "name")
    search_fields = ("reference", "name", "organisation_name")
    date_hierarchy = "submitted_at"
    fieldsets: ClassVar[Any] = (
        (
            None,
            {
                "fields": (
                    "champion",
                    "same_person",
                    *WORDS,
                    "version_seen",
                    "form_key_seen",
                ),
            },
        ),
        ("How it was given", {"fields": CIRCUMSTANCES}),
        ("Photo", {"fields": ("photo", "photo_alt", "photo_credit")}),
        LOGOS,
        (
            "Their agreement",
            {
                "fields": VOUCH_FIELDS,
                "description": (
                    "Fill this in once the champion has agreed to these exact words. "
                    "You can also do it later, on the review page."
                ),
            },
        ),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What is not edited any more is read: without questions to a lead."""
        if obj and not self.has_change_permission(request, obj):
            return (
                (None, {"fields": WORDS}),
                ("How it was given", {"fields": CIRCUMSTANCES}),
            )
        return super().get_fieldsets(request, obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """From a champion's page: as they were last shown. Nothing else is taken."""
        asked = request.GET.get("champion", "")
        if not asked.isdecimal() or len(asked) > MOST_DIGITS:
            return {}
        known = Champion.objects.visible_to(request.user).known()
        champion = known.filter(pk=int(asked)).first()
        return started_from(champion) if champion else {}

    def save_more(self, request: HttpRequest, obj: Any, form: Any) -> None:
        form.save_more()
