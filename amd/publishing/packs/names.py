"""What the folders and files of a pack are called: read by people, unpacked by any system."""

from amd.publishing.addresses import campaign_slug, record_slug
from amd.publishing.models import Publication

# Windows unpacks a ZIP into a folder of a folder: short of its 260 by far.
LONGEST_PATH = 100
README = "README.html"
MANIFEST = "manifest.csv"
ALT = "alt.txt"
TERMS = "terms.txt"
RECORD = "record.json"
# The ending says the rest.
SLIDE = "powerpoint"


def folder_name(publication: Publication, place: int, total: int = 1) -> str:
    """01-dr-sample-person-7f3k-2q: in the order of the pack, whoever sorts by name."""
    digits = max(2, len(str(total)))
    return f"{place:0{digits}d}-{record_slug(publication)}"


def drawing_name(publication: Publication, format_name: str, ext: str) -> str:
    """7f3k-2q-square.png: it still says whose it is when it lies by itself."""
    shape = SLIDE if format_name == ext else format_name
    return f"{publication.address_reference}-{shape}.{ext}"


def post_name(network: str) -> str:
    return f"posts/{network}.txt"


def name_of_one(publication: Publication) -> str:
    """The name of the ZIP with one record."""
    return f"{campaign_slug()}-{record_slug(publication)}.zip"


def name_of_pack(number: int, records: int) -> str:
    """The name of the ZIP that the worker made."""
    count = "1-record" if records == 1 else f"{records}-records"
    return f"{campaign_slug()}-pack-{number}-{count}.zip"
