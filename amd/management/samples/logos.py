"""Logos of partners that nobody has: drawn anew, the same every time."""

import io
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError
from PIL import Image, ImageDraw

from amd.campaign.models import Region
from amd.cards.fonts import face
from amd.pictures.upload import store_upload
from amd.publishing.models import PartnerLogo

HEIGHT = 320
# Drawn twice as large and reduced: smooth edges.
SCALE = 2
FULL = HEIGHT * SCALE
PERMISSION = "A sample, drawn for this site: nobody had to be asked"


def _foundation(pen: ImageDraw.ImageDraw) -> tuple[str, ...]:
    """Three leaves round a point."""
    middle = FULL * 0.5
    for x, y, colour in (
        (0.5, 0.27, "#8a1538"),
        (0.29, 0.64, "#d4516f"),
        (0.71, 0.64, "#f39a5a"),
    ):
        _circle(pen, FULL * x, FULL * y, FULL * 0.23, colour)
    _circle(pen, middle, FULL * 0.5, FULL * 0.09, "#ffffff")
    return ("Makebelieve", "Foundation")


def _university(pen: ImageDraw.ImageDraw) -> tuple[str, ...]:
    """A bridge of two arches over a river."""
    edge, navy = FULL * 0.04, "#1d3557"
    pen.rounded_rectangle((edge, edge, FULL - edge, FULL - edge), FULL * 0.1, fill=navy)
    pen.rectangle((edge, FULL * 0.33, FULL - edge, FULL * 0.66), fill="#ffffff")
    for x in (0.3, 0.7):
        _circle(pen, FULL * x, FULL * 0.64, FULL * 0.16, navy)
    pen.rectangle((edge, FULL * 0.65, FULL - edge, FULL * 0.82), fill=navy)
    for y in (0.72, 0.82):
        pen.rectangle(
            (FULL * 0.14, FULL * y, FULL * 0.86, FULL * (y + 0.03)), "#9fdcf5"
        )
    return ("University of", "Samplebridge")


def _college(pen: ImageDraw.ImageDraw) -> tuple[str, ...]:
    """An open book in a ring."""
    green = "#00474f"
    _circle(pen, FULL * 0.5, FULL * 0.5, FULL * 0.46, green)
    _circle(pen, FULL * 0.5, FULL * 0.5, FULL * 0.41, "#ffffff")
    for turn in (-1, 1):
        page = [
            (0.5, 0.36),
            (0.5 + turn * 0.26, 0.3),
            (0.5 + turn * 0.26, 0.62),
            (0.5, 0.69),
        ]
        points = [(FULL * x, FULL * y) for x, y in page]
        pen.polygon(points, fill=green if turn < 0 else "#1fa39a")
    return ("Sample", "Royal College")


def _circle(
    pen: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: str
) -> None:
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


# Key of the sample rows → name, region, mark.
LOGOS: dict[str, tuple[str, str, Callable[[ImageDraw.ImageDraw], tuple[str, ...]]]] = {
    "foundation": ("Makebelieve Foundation", "", _foundation),
    "university": ("University of Samplebridge", "london", _university),
    "college": ("Sample Royal College", "", _college),
}


def draw_logo(key: str) -> bytes:
    """The mark with the name beside it, on nothing, as PNG."""
    mark = Image.new("RGBA", (FULL, FULL), "#ffffff00")
    lines = LOGOS[key][2](ImageDraw.Draw(mark))
    font = face(700, FULL * 0.36)
    width = round(max(font.getlength(line) for line in lines))
    image = Image.new("RGBA", (round(FULL * 1.16) + width, FULL), "#ffffff00")
    image.paste(mark)
    pen = ImageDraw.Draw(image)
    for line, baseline in zip(lines, (0.46, 0.85), strict=True):
        spot = (FULL * 1.14, FULL * baseline)
        pen.text(spot, line, fill="#14213d", font=font, anchor="ls")
    out = io.BytesIO()
    image.reduce(SCALE).save(out, "PNG")
    return out.getvalue()


def logos_of(keys: list[str]) -> tuple[PartnerLogo, ...]:
    """The rows with these logos, stored where they are not there yet."""
    return tuple(map(_logo, keys))


def _logo(key: str) -> PartnerLogo:
    name, slug, _ = LOGOS[key]
    logo = PartnerLogo.objects.filter(name=name, permission=PERMISSION).first()
    if logo is None:
        file = SimpleUploadedFile("logo.png", draw_logo(key), "image/png")
        picture = store_upload(file)
        picture.claim(alt_text=name)
        region = Region.objects.filter(slug=slug).first()
        logo = PartnerLogo.objects.create(
            name=name, picture=picture, permission=PERMISSION, region=region
        )
    return logo


def remove_logos() -> None:
    """Delete those that nothing else shows, with their files."""
    for logo in PartnerLogo.objects.filter(permission=PERMISSION):
        picture = logo.picture
        try:
            logo.delete()
        except ProtectedError:
            continue
        picture.delete_files_on_commit()
        picture.delete()
