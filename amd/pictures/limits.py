"""What an upload may be, in one place, and the sentences that say so.

Measured at 50 megapixels: a JPEG is decoded at half its size for 100 MB; PNG and WebP
cannot be, and take 450 and 790 MB, so they may have half as many.
"""

FORMATS = ("JPEG", "PNG", "WEBP")
MEGAPIXEL = 1_000_000
JPEG_MAX_PIXELS = 50 * MEGAPIXEL
OTHER_MAX_PIXELS = 25 * MEGAPIXEL
# A progressive JPEG is held whole, two bytes for each sample of each component: 50
# megapixels with colours at a quarter (as nearly all have them) are 150 MB.
PROGRESSIVE_MAX_SAMPLES = 75 * MEGAPIXEL
# Each scan of a progressive JPEG is another pass over the whole picture; ten are usual,
# and a file of 15 MB could ask for half a million.
JPEG_MAX_SCANS = 32

WRONG_FORMAT = "The selected file must be a JPEG, PNG or WebP"
EMPTY = "The selected file is empty"
DAMAGED = "The selected file is damaged. Save the photo again or select another one"
SELECT_AGAIN = "Select the photo again"


def too_many_bytes(size_bytes: int, limit_bytes: int) -> str:
    limit, size = in_megabytes(limit_bytes), in_megabytes(size_bytes)
    return f"The photo must be smaller than {limit} (this one is {size})"


def too_many_pixels(pixels: int, limit: int, kind: str = "The photo") -> str:
    size = -(-pixels // MEGAPIXEL)
    return (
        f"{kind} must be {limit // MEGAPIXEL} megapixels or less"
        f" (this one is {size:,} megapixels)"
    )


def far_too_many_pixels() -> str:
    return f"The photo must be {JPEG_MAX_PIXELS // MEGAPIXEL} megapixels or less"


def in_megabytes(size_bytes: int) -> str:
    """15728641 bytes as 15.1MB: never rounded down to the limit that it passes."""
    tenths = -(-size_bytes * 10 // (1024 * 1024))
    return f"{tenths // 10}.{tenths % 10}MB".replace(".0MB", "MB")
