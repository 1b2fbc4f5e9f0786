"""Sample organisations: a plainly fictional ODS export, through the real import."""

import csv
from pathlib import Path

from django.db.models import ProtectedError

from amd.campaign import data
from amd.campaign.importing import import_organisations
from amd.campaign.models import Organisation, Term

FILE = Path(data.__file__).with_name("sample_organisations.csv")
# An ODS export does not say what kind of body it is; staff do.
TYPES = {
    "SAM01": "acute-trust",
    "SAM02": "integrated-care-board",
    "SAM03": "acute-trust",
    "SAM04": "community-trust",
    "SAM05": "acute-trust",
    "SAM06": "ambulance-trust",
    "SAM07": "acute-trust",
    "SAM08": "acute-trust",
    "SAM09": "mental-health-trust",
    "SAM10": "acute-trust",
    "SAM11": "hospice-or-charity",
    "SAM12": "acute-trust",
}


def make_organisations() -> int:
    """Import them and give each its type; how many are new."""
    counts = import_organisations(FILE, tell=print)
    types = Term.objects.of(Term.Scheme.ORGANISATION_TYPE)
    by_code = {term.code: term for term in types}
    for code, term in TYPES.items():
        untyped = Organisation.objects.filter(ods_code=code, organisation_type=None)
        untyped.update(organisation_type=by_code[term])
    return counts.added


def remove_organisations() -> int:
    """Delete those that nothing else refers to; how many."""
    removed = 0
    for organisation in Organisation.objects.filter(ods_code__in=_codes()):
        try:
            organisation.delete()
        except ProtectedError:
            continue
        removed += 1
    return removed


def _codes() -> list[str]:
    with FILE.open(encoding="utf-8") as file:
        return [row["ODS code"] for row in csv.DictReader(file)]
