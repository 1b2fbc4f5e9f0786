"""The one table of formats: pixels, kinds, purpose, safe area, source."""

from amd.cards.layout import Format

_CHECKED = "2026-11-23"
_RASTER = ("png", "jpeg", "webp")


def _margin(width: int, height: int) -> tuple[int, int, int, int]:
    """Six per cent all round."""
    across, down = round(width * 0.06), round(height * 0.06)
    return (down, across, down, across)


_ALL = (
    Format(
        name="landscape",
        width_px=1200,
        height_px=675,
        label="Landscape",
        purpose="X, Bluesky, Mastodon",
        safe_px=_margin(1200, 675),
        kinds=_RASTER,
        source=(
            "https://tacticsocial.com/social-media-sizes/x-twitter: 1200 × 675, 16:9, "
            "is shown uncropped; 6 % all round is ours"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="link",
        width_px=1200,
        height_px=630,
        label="Link preview",
        purpose="Open Graph, LinkedIn links, Teams, WhatsApp",
        safe_px=_margin(1200, 630),
        kinds=_RASTER,
        source=(
            "https://developers.facebook.com/docs/sharing/webmasters/images: "
            "1200 × 630, 1.91:1; 6 % all round is ours"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="square",
        width_px=1080,
        height_px=1080,
        label="Square",
        purpose="LinkedIn, Facebook, Instagram",
        safe_px=_margin(1080, 1080),
        kinds=_RASTER,
        source=(
            "https://picturesizes.com/specs/social-media/linkedin: 1080 × 1080; "
            "6 % all round is ours"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="portrait",
        width_px=1080,
        height_px=1350,
        label="Portrait",
        purpose="Instagram, LinkedIn, Facebook",
        safe_px=(0, 34, 0, 34),
        kinds=_RASTER,
        source=(
            "https://pictuary.com/glossary/profile-grid: 1080 × 1350, of which "
            "Instagram's grid shows the central 1012 × 1350"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="tall",
        width_px=1080,
        height_px=1440,
        label="Tall",
        purpose="Instagram's grid, 3:4",
        safe_px=_margin(1080, 1440),
        kinds=_RASTER,
        source=(
            "https://aspectratiocalculator.pages.dev/blog/"
            "aspect-ratio-guide-instagram: 1080 × 1440; 6 % all round is ours"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="story",
        width_px=1080,
        height_px=1920,
        label="Story",
        purpose="stories on Instagram, Facebook and LinkedIn",
        safe_px=(250, 65, 340, 65),
        kinds=_RASTER,
        source=(
            "https://odysseymediagroup.co.uk/client-resources/instagram-stories: "
            "9:16; 250 px at the top and 340 px at the bottom free of words"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="slide",
        width_px=1920,
        height_px=1080,
        label="Slide",
        purpose="screens, boards, presentations",
        safe_px=_margin(1920, 1080),
        kinds=_RASTER,
        source=(
            "https://echosvoice.com/size-matters/: a presentation is 16:9; "
            "6 % all round is ours"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="thumb",
        width_px=600,
        height_px=338,
        label="Thumbnail",
        purpose="gallery pages",
        safe_px=_margin(600, 338),
        kinds=("webp",),
        source=(
            "https://tacticsocial.com/social-media-sizes/x-twitter: landscape, halved"
        ),
        last_checked=_CHECKED,
    ),
    Format(
        name="a4",
        width_px=1240,
        height_px=1754,
        label="A4 page",
        purpose="notice boards, reports, stands",
        safe_px=(89, 89, 89, 89),
        kinds=("pdf",),
        source=(
            "http://www.nationmaster.com/encyclopedia/A4-paper-size: 210 × 297 mm by "
            "ISO 216; 15 mm is more than office printers leave out"
        ),
        last_checked=_CHECKED,
        paper="210 × 297 mm",
    ),
    Format(
        name="pptx",
        width_px=1280,
        height_px=720,
        label="PowerPoint slide",
        purpose="presentations, with words that can be edited",
        safe_px=_margin(1280, 720),
        kinds=("pptx",),
        source=(
            "https://echosvoice.com/size-matters/: PowerPoint's widescreen slide is "
            "13.33 × 7.5 inches; 6 % all round is ours"
        ),
        last_checked=_CHECKED,
        paper="13.33 × 7.5 inches",
    ),
)

FORMATS: dict[str, Format] = {each.name: each for each in _ALL}
RASTERS = tuple(each.name for each in _ALL if not each.is_document)
"""The formats that are pictures, drawn pixel by pixel."""
