"""The casestudies app."""

from django.apps import AppConfig


class CaseStudiesConfig(AppConfig):
    name = "casestudies"
    verbose_name = "Impact case studies"

    def ready(self) -> None:
        # Models are there only now, and moderation may not look up to us.
        from amd.moderation.nightly import ACTS  # noqa: PLC0415
        from casestudies.journey import ending  # noqa: PLC0415

        ACTS["Reminders of drafts that end"] = ending.remind_of_end
        ACTS["Drafts nobody went on with, erased"] = ending.forget_drafts
        ACTS["Words never saved, erased"] = ending.forget_unsaved
