"""Prints where each person goes, for somebody who tries the site out."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from amd.management.commands.load_samples import PASSWORD, STAFF

PLACES = (
    ("The gallery, as visitors see it", "/gallery/"),
    ("Endorse the campaign (a champion)", "/endorse/"),
    ("Send a case study (a librarian)", "/case-studies/submit/"),
    ("Review, record, publish (staff)", "/admin/"),
    ("Mails that would have been sent", "/admin/mail/"),
)


class Command(BaseCommand):
    help = "Say where to go as each person (only with DEBUG on)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("DEBUG is off: passwords are not shown")
        lines = ["", f"{settings.SITE_NAME} is at {settings.SITE_ADDRESS}/", ""]
        lines += [f"  {what:<44}{settings.SITE_ADDRESS}{path}" for what, path in PLACES]
        lines += ["", f'Sample staff, all with the password "{PASSWORD}":', ""]
        for email, _, role, regions in STAFF:
            where = ", ".join(regions) if regions else "all regions"
            lines.append(f"  {email:<44}{role}, {where}")
        lines += ["", "Ctrl-C stops everything and keeps all data."]
        self.stdout.write("\n".join(lines))
