import io
import random

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, ImageFile

from amd.pictures import limits
from amd.pictures.decode import decode
from amd.pictures.encode import derivative, encode
from tests.amd.pictures.files import (
    drawn,
    every_other_format,
    exif,
    png_header,
    saved,
)

MODES = {
    "JPEG": "RGB L 1 CMYK YCbCr",
    "PNG": "RGB L P 1 RGBA LA",
    "WEBP": "RGB L P 1 RGBA LA",
}
RED, WHITE = (255, 0, 0), (255, 255, 255)


def refusal(data):
    with pytest.raises(ValidationError) as caught:
        decode(data)
    return caught.value.message


def is_near(pixel, colour):
    return all(abs(a - b) <= 12 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [(kind, mode) for kind, modes in MODES.items() for mode in modes.split()],
)
def test_ordinary_files_of_every_mode_are_read(kind, mode):
    data = saved(drawn(mode=mode), kind)

    image = decode(data)

    assert (image.mode, image.size) == ("RGB", (400, 300))
    assert is_near(image.getpixel((399, 299)), WHITE)


@pytest.mark.parametrize(("kind", "data"), list(every_other_format()))
def test_every_other_format_is_refused_whatever_it_is_called(kind, data):
    assert refusal(data) == limits.WRONG_FORMAT


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj\n",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a<script>alert(1)</script>",
        b"\x00" * 4096,
        b"<?php system('id');",
    ],
)
def test_files_that_are_no_picture_are_refused(data):
    assert refusal(data) == limits.WRONG_FORMAT


def test_an_empty_file_is_called_empty():
    assert refusal(b"") == "The selected file is empty"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_cut_short_is_refused(kind):
    data = saved(drawn(), kind)

    assert refusal(data[: len(data) * 2 // 3]) == limits.DAMAGED


def test_truncated_pictures_are_never_accepted_by_a_global_switch():
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_files_give_a_picture_or_a_sentence_never_a_crash(kind):
    rng = random.Random(kind)  # noqa: S311 - the same damage in every run
    whole = saved(drawn((120, 90)), kind)
    sentences = set()

    for _ in range(300):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 8)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        try:
            decode(bytes(data))
        except ValidationError as error:
            sentences.add(error.code)

    assert sentences
    assert sentences <= {"damaged", "format", "pixels"}


@pytest.mark.parametrize("side", [60_000, 20_000, 9_500])
def test_a_bomb_is_refused_by_its_header(side):
    assert refusal(png_header(side, side)).startswith(
        ("The photo must be 50 megapixels", "A PNG or WebP photo must be 25 megapixels")
    )


def test_png_and_webp_above_25_megapixels_are_refused_with_their_size():
    assert refusal(png_header(5001, 5000)) == (
        "A PNG or WebP photo must be 25 megapixels or less (this one is 26 megapixels)"
    )


def test_jpeg_above_50_megapixels_is_refused_with_its_size():
    data = saved(Image.new("L", (8161, 6200)), quality=10)

    assert refusal(data) == (
        "The photo must be 50 megapixels or less (this one is 51 megapixels)"
    )


def test_a_progressive_jpeg_in_full_colour_may_be_half_as_large():
    image = Image.new("RGB", (6000, 4400))
    quarter = saved(image, progressive=True, subsampling="4:2:0", quality=10)
    full = saved(image, progressive=True, subsampling="4:4:4", quality=10)

    assert decode(quarter).size == (2400, 1760)
    assert refusal(full) == (
        "A progressive JPEG with full colour must be 25 megapixels or less"
        " (this one is 27 megapixels)"
    )


def test_a_jpeg_of_a_thousand_scans_is_refused():
    data = saved(drawn(), progressive=True)
    scan = data.index(b"\xff\xda")

    assert refusal(data[:scan] + b"\xff\xda" * 1000 + data[scan:]) == limits.DAMAGED


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_comes_out_upright(kind, orientation):
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    # Only a JPEG is decoded smaller at once, before it is turned.
    size = (3000, 2250) if kind == "JPEG" else (600, 450)
    upright = drawn(size)
    stored = upright.transpose(undo[orientation]) if orientation > 1 else upright

    image = decode(saved(stored, kind, exif=exif(orientation)))

    assert image.size == ((2400, 1800) if kind == "JPEG" else size)
    assert is_near(image.getpixel((40, 40)), RED)
    assert is_near(image.getpixel((image.width - 40, 40)), WHITE)
    assert is_near(image.getpixel((40, image.height - 40)), WHITE)


@pytest.mark.parametrize("kind", ["MPO", "PNG", "WEBP"])
def test_of_several_pictures_in_a_file_the_first_is_read(kind):
    second = drawn().transpose(Image.Transpose.ROTATE_180)

    image = decode(saved(drawn(), kind, save_all=True, append_images=[second]))

    assert is_near(image.getpixel((10, 10)), RED)


def test_a_photo_with_damaged_camera_data_is_read_as_it_lies():
    data = saved(drawn(), exif=exif(6, gps=True))
    header = data.index(b"Exif") + 6

    broken = data[:header] + b"XX" + data[header + 2 :]

    assert decode(broken).size == (400, 300)
    assert decode(data).size == (300, 400)


def test_a_progressive_jpeg_without_samples_is_refused():
    data = bytearray(saved(drawn(mode="L"), progressive=True))
    frame = data.index(b"\xff\xc2")

    # The sampling of its only component, after length, precision, size and count.
    data[frame + 11] = 0

    assert refusal(bytes(data)) == limits.DAMAGED


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_the_photo_was_taken_is_gone(kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(drawn(), kind, exif=exif(gps=True), icc_profile=profile)

    stored = encode(decode(data))

    for out in (stored.original, stored.medium, stored.small):
        opened = Image.open(io.BytesIO(out))
        assert (dict(opened.getexif()), opened.info.get("icc_profile")) == ({}, None)
        assert b"SecretCamera" not in out
    assert b"SecretCamera" in data


def test_a_payload_behind_or_inside_a_picture_does_not_survive():
    payload = b"<?php system('id'); ?><script>alert(1)</script>"
    data = saved(drawn(), comment=payload) + payload

    stored = encode(decode(data))

    assert payload in data
    assert b"<?php" not in stored.original + stored.medium + stored.small


def test_see_through_parts_become_white():
    image = Image.new("RGBA", (50, 50), (0, 0, 0, 0))

    assert decode(saved(image, "PNG")).getpixel((25, 25)) == WHITE


def test_a_see_through_colour_of_a_palette_becomes_white():
    image = Image.new("P", (50, 50), 0)
    image.putpalette([0, 0, 0, 255, 0, 0])

    assert decode(saved(image, "PNG", transparency=0)).getpixel((25, 25)) == WHITE


def test_16_bit_grey_is_scaled_not_cut():
    image = Image.new("I;16", (50, 50), 32768)

    assert decode(saved(image, "PNG")).getpixel((25, 25)) == (127, 127, 127)


def test_a_profile_is_applied():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Red and green change places.
    crossed = srgb.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ")
    crossed = crossed.replace(b"????", b"gXYZ")
    image = Image.new("RGB", (50, 50), RED)

    pixel = decode(saved(image, icc_profile=crossed)).getpixel((25, 25))

    assert is_near(pixel, (0, 255, 0))


def test_a_profile_that_cannot_be_used_is_left_out():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    plain = saved(drawn())
    with_wrong_profile = saved(drawn(), icc_profile=lab.tobytes())
    with_broken_profile = saved(drawn(), icc_profile=b"no profile" * 20)

    for data in (with_wrong_profile, with_broken_profile):
        assert decode(data).tobytes() == decode(plain).tobytes()


def test_a_large_photo_is_stored_smaller_with_two_derivatives():
    stored = encode(decode(saved(drawn((5000, 3000)))))

    sizes = [
        Image.open(io.BytesIO(data)).size
        for data in (stored.original, stored.medium, stored.small)
    ]
    assert sizes == [(2400, 1440), (1067, 640), (534, 320)]
    assert (stored.width_px, stored.height_px) == (2400, 1440)


@pytest.mark.parametrize(
    ("size", "medium"),
    [((300, 200), (300, 200)), ((2000, 100), (1280, 64)), ((700, 2000), (448, 1280))],
)
def test_derivatives_are_never_enlarged_and_never_very_long(size, medium):
    assert derivative(Image.new("RGB", size), 640).size == medium


def test_a_picture_one_pixel_high_is_read():
    assert decode(saved(Image.new("RGB", (30_000, 1)))).size == (2400, 1)
