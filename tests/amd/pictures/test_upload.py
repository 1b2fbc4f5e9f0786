import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from amd.pictures import signed
from amd.pictures.models import Picture
from amd.pictures.sweep import sweep_files, sweep_unclaimed
from amd.pictures.upload import store_upload
from tests.amd.pictures.files import drawn, saved
from tests.factories import make_case_study, make_picture
from tests.moments import days_ago

pytestmark = pytest.mark.django_db
NAME = re.compile(r"^pictures/([0-9a-f]{2})/\1[0-9a-f]{62}\.jpg$")


def upload(data=None, name="me at the beach.jpg.php"):
    return SimpleUploadedFile(name, saved() if data is None else data)


def age(picture, days=2):
    Picture.objects.filter(pk=picture.pk).update(uploaded_at=days_ago(days))


def stored(picture):
    return [default_storage.exists(file.name) for file in picture.files if file]


def test_an_upload_is_stored_under_random_names_and_not_claimed():
    picture = store_upload(upload())

    names = {file.name for file in picture.files}
    assert (len(names), all(NAME.match(name) for name in names)) == (3, True)
    assert (picture.width_px, picture.height_px) == (400, 300)
    assert (len(picture.digest), picture.claimed_at) == (64, None)


def test_the_same_photo_has_the_same_digest_and_files_of_its_own():
    first, second = store_upload(upload()), store_upload(upload())

    assert first.digest == second.digest
    assert first.original.name != second.original.name


def test_a_file_above_the_limit_is_refused_by_its_size(settings):
    settings.UPLOAD_MAX_BYTES = 15 * 1024 * 1024
    large = upload()
    large.size = 22 * 1024 * 1024

    with pytest.raises(ValidationError) as caught:
        store_upload(large)

    assert caught.value.messages == [
        "The photo must be smaller than 15MB (this one is 22MB)"
    ]


def test_one_byte_too_many_is_not_rounded_away(settings):
    large = upload()
    large.size = settings.UPLOAD_MAX_BYTES + 1

    with pytest.raises(ValidationError) as caught:
        store_upload(large)

    assert caught.value.messages == [
        "The photo must be smaller than 15MB (this one is 15.1MB)"
    ]


def test_a_picture_is_claimed_with_words_and_focal_point():
    picture = store_upload(upload())

    picture.claim(alt_text="A nurse", credit="Sam", focal=(0.2, 0.3))

    picture.refresh_from_db()
    assert (picture.alt_text, picture.credit) == ("A nurse", "Sam")
    assert (picture.focal_x, picture.focal_y) == (0.2, 0.3)


def test_of_two_records_that_claim_one_picture_at_once_the_first_has_it():
    picture = make_picture(claimed_at=None)
    of_the_other = Picture.objects.get(pk=picture.pk)
    picture.claim(alt_text="A nurse")

    with pytest.raises(Picture.DoesNotExist):
        of_the_other.claim(alt_text="A nurse")


def test_claimed_again_on_an_edit_it_keeps_its_date_and_focal_point():
    picture = store_upload(upload())
    picture.claim(alt_text="A nurse", focal=(0.2, 0.3))
    claimed_at = picture.claimed_at

    Picture.objects.get(pk=picture.pk).claim(alt_text="A nurse at work")

    picture.refresh_from_db()
    assert (picture.alt_text, picture.focal_x) == ("A nurse at work", 0.2)
    assert picture.claimed_at == claimed_at


def test_the_database_refuses_a_claimed_picture_without_words():
    picture = store_upload(upload())

    with pytest.raises(IntegrityError), transaction.atomic():
        picture.claim(alt_text="")


def test_a_picture_that_is_gone_cannot_be_claimed():
    picture = store_upload(upload())
    Picture.objects.all().delete()

    with pytest.raises(Picture.DoesNotExist):
        picture.claim(alt_text="A nurse")


def test_an_erased_picture_leaves_an_empty_row_and_no_file(
    django_capture_on_commit_callbacks,
):
    picture = store_upload(upload())
    picture.claim(alt_text="A nurse")
    names = [file.name for file in picture.files]

    with django_capture_on_commit_callbacks(execute=True):
        picture.erase()

    picture.refresh_from_db()
    assert [default_storage.exists(name) for name in names] == [False] * 3
    assert (picture.digest, picture.alt_text, picture.erased_at is None) == (
        "",
        "",
        False,
    )
    with pytest.raises(FileNotFoundError):
        picture.bytes_at(640)


def test_an_erasure_that_is_rolled_back_keeps_the_files():
    picture = store_upload(upload())

    with pytest.raises(RuntimeError), transaction.atomic():
        picture.erase()
        raise RuntimeError

    assert stored(Picture.objects.get(pk=picture.pk)) == [True] * 3


@pytest.mark.parametrize(
    ("short_side_px", "size"), [(640, (853, 640)), (320, (427, 320))]
)
def test_bytes_at_gives_the_derivative(short_side_px, size):
    picture = store_upload(upload(saved(drawn((2000, 1500)))))

    data = picture.bytes_at(short_side_px)

    assert data.startswith(b"\xff\xd8")
    with picture.medium.open() as medium:
        assert (data == medium.read()) == (short_side_px == 640)


def test_the_sweep_deletes_what_nobody_claimed_for_a_day(
    django_capture_on_commit_callbacks,
):
    old, new, claimed = (store_upload(upload()) for _ in range(3))
    claimed.claim(alt_text="A nurse")
    age(old)
    age(claimed)

    with django_capture_on_commit_callbacks(execute=True):
        count = sweep_unclaimed()

    assert (count, set(Picture.objects.all())) == (1, {new, claimed})
    assert (stored(old), stored(new)) == ([False] * 3, [True] * 3)


def test_the_sweep_deletes_a_picture_that_was_replaced_and_keeps_those_in_use():
    used, replaced = store_upload(upload()), store_upload(upload())
    for picture in (used, replaced):
        picture.claim(alt_text="A nurse")
        age(picture)
    Picture.objects.update(claimed_at=days_ago(2))
    make_case_study(picture=used)

    count = sweep_unclaimed()

    assert (count, list(Picture.objects.all())) == (1, [used])


def test_files_without_a_row_are_swept():
    picture = store_upload(upload())
    left_behind = store_upload(upload())
    Picture.objects.filter(pk=left_behind.pk).delete()

    sweep_files()
    after_a_minute = stored(left_behind)
    sweep_files(older_than=timedelta(0))

    assert (after_a_minute, stored(left_behind)) == ([True] * 3, [False] * 3)
    assert stored(picture) == [True] * 3


def test_the_preview_is_shown_to_the_holder_of_the_signed_value_alone(client):
    picture = store_upload(upload())

    shown = client.get(signed.preview_address(picture))
    forged = client.get(reverse("pictures:preview", args=[f"{picture.pk}:x:y"]))

    assert (shown.content, shown["Content-Type"]) == (
        picture.bytes_at(320),
        "image/jpeg",
    )
    assert "no-store" in shown["Cache-Control"]
    assert forged.status_code == 404


def test_the_preview_of_an_erased_picture_is_not_found(client):
    picture = store_upload(upload())
    address = signed.preview_address(picture)
    picture.erase()

    assert client.get(address).status_code == 404
