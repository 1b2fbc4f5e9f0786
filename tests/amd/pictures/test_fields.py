import re

import pytest
from django import forms
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template

from amd.pictures import signed
from amd.pictures.fields import PictureField, PictureWidget
from amd.pictures.models import Picture
from amd.pictures.upload import store_upload
from amd.web.forms import NhsukForm
from tests.amd.pictures.files import drawn, saved

pytestmark = pytest.mark.django_db


class PhotoForm(NhsukForm):
    name = forms.CharField(label="Full name")
    photo = PictureField(label="A photo", required=False, help_text="15MB at most")


class RequiredPhotoForm(NhsukForm):
    photo = PictureField(label="A photo")


def upload(data=None):
    return SimpleUploadedFile("photo.jpg", saved() if data is None else data)


def shown(form):
    template = Template("{% load crispy_forms_tags %}{% crispy form %}")
    return template.render(Context({"form": form}))


def kept_in(html):
    found = re.search(r'name="photo_kept" value="([^"]+)"', html)
    return found and found[1]


def test_a_new_photo_becomes_a_stored_picture():
    form = PhotoForm({"name": "Sam"}, {"photo": upload()})

    assert form.is_valid()
    assert form.cleaned_data["photo"] == Picture.objects.get()


def test_a_photo_survives_an_error_elsewhere_and_the_next_round():
    form = PhotoForm({"name": ""}, {"photo": upload()})
    is_valid, html = form.is_valid(), shown(form)
    again = PhotoForm({"name": "Sam", "photo_kept": kept_in(html)}, {})

    assert (is_valid, again.is_valid()) == (False, True)
    assert again.cleaned_data["photo"] == Picture.objects.get()


def test_the_page_shows_the_kept_photo_from_its_private_address(client):
    form = PhotoForm({"name": ""}, {"photo": upload(saved(drawn((1600, 800))))})
    html = shown(form)

    source = re.search(r'<img [^>]*src="([^"]+)"', html)[1]

    assert 'width="160" height="80"' in html
    assert client.get(source).content == Picture.objects.get().bytes_at(320)


def test_the_file_input_comes_first_and_is_described(client):
    form = PhotoForm({"name": "Sam"}, {"photo": upload(b"GIF89a")})
    html = shown(form)

    group = html.partition('data-module="nhsuk-file-upload"')[2]
    first = re.search(r"<input[^>]*>", group)[0]

    assert first.startswith('<input type="file" name="photo"')
    assert 'class="nhsuk-file-upload__input"' in first
    assert 'aria-describedby="id_photo-hint id_photo-error"' in first
    assert 'accept="image/jpeg,image/png,image/webp"' in first


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The selected file is empty"),
        (b"%PDF-1.7", "The selected file must be a JPEG, PNG or WebP"),
        (
            saved()[:2000],
            "The selected file is damaged. Save the photo again or select",
        ),
    ],
)
def test_a_refused_file_says_why_beside_the_field(data, sentence):
    form = PhotoForm({"name": "Sam"}, {"photo": upload(data)})

    assert form.errors["photo"][0].startswith(sentence)
    assert form.errors["photo"][0] in shown(form)
    assert not Picture.objects.exists()


def test_a_refused_file_leaves_the_photo_of_before():
    kept = store_upload(upload())
    data = {"name": "Sam", "photo_kept": signed.sign(kept)}
    form = PhotoForm(data, {"photo": upload(b"GIF89a")})

    assert not form.is_valid()
    assert signed.read(kept_in(shown(form))) == kept


def test_another_file_takes_the_place_of_the_kept_one():
    kept = store_upload(upload())
    data = {"name": "Sam", "photo_kept": signed.sign(kept)}
    form = PhotoForm(data, {"photo": upload(saved(drawn((90, 90))))})

    assert form.is_valid()
    assert form.cleaned_data["photo"].width_px == 90


def test_the_kept_photo_can_be_removed():
    kept = signed.sign(store_upload(upload()))
    form = PhotoForm({"name": "Sam", "photo_kept": kept, "photo_remove": "on"}, {})

    assert form.is_valid()
    assert (form.cleaned_data["photo"], kept_in(shown(form))) == (None, None)


@pytest.mark.parametrize("value", ["1", "forged:value:here", "x" * 500])
def test_a_value_that_is_not_ours_asks_for_the_photo_again(value):
    form = PhotoForm({"name": "Sam", "photo_kept": value}, {})

    assert form.errors == {"photo": ["Select the photo again"]}


def test_a_picture_that_was_swept_is_asked_for_again():
    picture = store_upload(upload())
    value = signed.sign(picture)
    picture.delete()
    form = PhotoForm({"name": "Sam", "photo_kept": value}, {})

    assert form.errors == {"photo": ["Select the photo again"]}


def test_a_required_photo_is_asked_for():
    assert RequiredPhotoForm({}, {}).errors == {"photo": ["Select a photo"]}


@pytest.mark.parametrize("as_id", [False, True])
def test_the_edit_page_starts_with_the_photo_of_the_record(as_id):
    picture = store_upload(upload())
    picture.claim(alt_text="A nurse")
    initial = {"photo": picture.pk if as_id else picture}
    fresh = PhotoForm(initial=initial)
    data = {"name": "Sam", "photo_kept": kept_in(shown(fresh))}
    sent = PhotoForm(data, {}, initial=initial)

    assert sent.is_valid()
    assert (sent.cleaned_data["photo"], sent.changed_data) == (picture, ["name"])


def test_a_photo_that_another_record_took_is_copied_never_shared():
    picture = store_upload(upload())
    value = signed.sign(picture)
    picture.claim(alt_text="A nurse")
    form = PhotoForm({"name": "Sam", "photo_kept": value}, {})

    assert form.is_valid()
    copied = form.cleaned_data["photo"]
    assert (copied == picture, copied.claimed_at) == (False, None)
    assert copied.bytes_at(640) == picture.bytes_at(640)
    assert copied.medium.name != picture.medium.name


def test_removing_the_photo_of_a_record_counts_as_a_change():
    picture = store_upload(upload())
    initial = {"name": "Sam", "photo": picture}

    removed = PhotoForm({"name": "Sam"}, {}, initial=initial)

    assert (removed.is_valid(), removed.changed_data) == (True, ["photo"])
    assert default_storage.exists(picture.original.name)


class FaceForm(NhsukForm):
    name = forms.CharField(label="Full name")
    photo = PictureField(required=False, widget=PictureWidget(crop="circle"))


def boxes_in(html):
    return re.findall(r'name="photo_(?:left|top)"[^>]* value="([^"]*)"', html)


def faced(left, top, **more):
    return {"name": "Sam", "photo_left": left, "photo_top": top, **more}


def test_photo_that_nothing_crops_has_no_middle():
    assert boxes_in(shown(PhotoForm())) == []


def test_empty_form_starts_at_the_usual_middle():
    assert boxes_in(shown(FaceForm())) == ["50", "35"]


def test_edit_page_starts_at_the_middle_of_the_photo():
    picture = store_upload(upload())
    picture.focal_x, picture.focal_y = 0.82, 0.4

    assert boxes_in(shown(FaceForm(initial={"photo": picture}))) == ["82", "40"]


def test_new_photo_gets_the_middle_that_was_typed():
    form = FaceForm(faced("82", "40"), {"photo": upload()})

    assert form.is_valid()
    picture = form.cleaned_data["photo"]
    assert (picture.focal_x, picture.focal_y) == (0.82, 0.4)


def test_middle_survives_an_error_elsewhere_and_the_next_round():
    form = FaceForm(faced("82", "40") | {"name": ""}, {"photo": upload()})
    is_valid, html = form.is_valid(), shown(form)
    left, top = boxes_in(html)
    again = FaceForm(faced(left, top, photo_kept=kept_in(html)), {})

    assert (is_valid, again.is_valid()) == (False, True)
    assert again.cleaned_data["photo"].focal_x == 0.82


def test_wrong_number_keeps_the_photo_and_what_was_typed():
    form = FaceForm(faced("<b>", "-5"), {"photo": upload()})
    is_valid, html = form.is_valid(), shown(form)

    assert (is_valid, boxes_in(html)) == (False, ["&lt;b&gt;", "-5"])
    assert signed.read(kept_in(html)) == Picture.objects.get()


def test_error_summary_leads_to_the_number_that_is_wrong():
    form = FaceForm(faced("82", "1e9"), {"photo": upload()})
    form.is_valid()
    template = Template("{% load nhsuk_forms %}{% error_summary form %}")

    summary, page = template.render(Context({"form": form})), shown(form)

    assert 'href="#id_photo_top"' in summary
    wrong = re.findall(r'<input[^>]*nhsuk-input--error[^>]*id="([^"]+)"', page)
    assert wrong == ["id_photo_top"]


def test_numbers_without_a_photo_are_no_mistake():
    form = FaceForm(faced("x", "y"), {})

    assert (form.is_valid(), boxes_in(shown(form))) == (True, ["x", "y"])


def test_form_that_does_not_ask_leaves_the_middle_where_it_was():
    picture = store_upload(upload())
    Picture.objects.update(focal_x=0.82)
    form = FaceForm({"name": "Sam", "photo_kept": signed.sign(picture)}, {})

    assert form.is_valid()
    assert form.cleaned_data["photo"].focal_x == 0.82


@pytest.mark.parametrize(("left", "changed"), [("50", []), ("51", ["photo"])])
def test_another_middle_counts_as_a_change(left, changed):
    picture = store_upload(upload())
    initial = {"name": "Sam", "photo": picture}
    data = faced(left, "35", photo_kept=signed.sign(picture))

    assert FaceForm(data, {}, initial=initial).changed_data == changed
