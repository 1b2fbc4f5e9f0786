"""Impact case studies in the admin: a lead records one, or edits one."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from amd.moderation.admin import RecordAdmin
from amd.moderation.forms import VOUCH_FIELDS
from amd.moderation.logo_choices import LOGOS

from . import rules
from .admin_form import CaseStudyAdminForm
from .models import CaseStudy


@admin.register(CaseStudy)
class CaseStudyAdmin(RecordAdmin):
    form = CaseStudyAdminForm
    # Its public page is there only while it is live; the review page leads to it.
    view_on_site = False
    list_display = (
        "shown_reference",
        "headline",
        "organisation_name",
        "shown_region",
        "status",
        "submitted_at",
    )
    list_display_links = ("shown_reference", "headline")
    search_fields = (
        "reference",
        "headline",
        "quoted_name",
        "organisation_name",
        "service_name",
    )
    date_hierarchy = "submitted_at"
    fieldsets = (
        (
            "Contributor and service",
            {
                "fields": (*rules.PARTS["you"], "version_seen", "form_key_seen"),
                "description": (
                    "A case study that you record here is published by another lead."
                ),
            },
        ),
        (
            "The story",
            {
                "fields": rules.PARTS["story"],
                "description": "Leave out anything that could identify a patient.",
            },
        ),
        ("The vignette", {"fields": rules.PARTS["vignette"]}),
        (
            "A library user who benefited",
            {
                "fields": rules.PARTS["quoted"],
                "description": (
                    "What the person quoted agreed to is written down on the review page."
                ),
            },
        ),
        ("Picture", {"fields": rules.PARTS["pictured"]}),
        LOGOS,
        (
            "The contributor's agreement",
            {
                "fields": (
                    "working_with_me",
                    "no_patient_identifiable",
                    *VOUCH_FIELDS,
                ),
                "description": (
                    "Say what the contributor agreed to once they have read these exact "
                    "words. You can also do it later, on the review page."
                ),
            },
        ),
    )

    def save_more(self, request: HttpRequest, obj: Any, form: Any) -> None:
        form.save_more()
