"""What every form does with what people type, and what it says back."""

import pytest
from django import forms

from amd.web.forms import NhsukForm
from amd.web.templatetags.nhsuk_forms import error_summary

TOO_LONG = "Your quote must be 10 characters or less (this is 1 too many)"


class Sample(NhsukForm):
    subjects = {"quote": "your quote", "name": "the champion's name"}
    asked_in_some_cases = ("region",)
    name = forms.CharField(max_length=80)
    email = forms.EmailField(label="Email address", required=False)
    quote = forms.CharField(max_length=10, widget=forms.Textarea, required=False)
    region = forms.ChoiceField(choices=[("1", "North")], required=False)
    uses = forms.MultipleChoiceField(
        label="NHS uses",
        choices=[("a", "Website"), ("b", "Social media")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    password = forms.CharField(widget=forms.PasswordInput, required=False)


class Story(NhsukForm):
    story = forms.CharField(widget=forms.Textarea, required=False)

    def __init__(self, *args, **kwargs):
        self.base_fields["story"].max_words = 3
        super().__init__(*args, **kwargs)


def errors(**typed):
    return Sample({"name": "Dr Sample Person", **typed}).errors


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"name": ""}, {"name": ["Enter the champion's name"]}),
        (
            {"email": "dr.sample"},
            {
                "email": [
                    "Enter an email address in the correct format, like"
                    " name@example.nhs.uk"
                ]
            },
        ),
        ({"quote": "x" * 11}, {"quote": [TOO_LONG]}),
        ({"region": "9"}, {"region": ["Select region from the list"]}),
        ({"uses": ["z"]}, {"uses": ["Select NHS uses from the list"]}),
        (
            {"quote": "a\0b"},
            {"quote": ["Remove the invisible characters from your quote"]},
        ),
        (
            {"quote": "a\x1b[0m"},
            {"quote": ["Remove the invisible characters from your quote"]},
        ),
    ],
)
def test_message_says_what_to_do(typed, expected):
    assert errors(**typed) == expected


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\v", "\f", "\u2028"])
def test_newline_counts_as_one_character_as_it_does_in_the_browser(newline):
    form = Sample({"name": "Dr Sample Person", "quote": f"12345{newline}789"})

    form.is_valid()

    assert form.cleaned_data["quote"] == "12345\n789"


def test_stray_spaces_are_forgotten_in_a_line_but_not_in_a_password():
    form = Sample({"name": " Dr   Sample\tPerson ", "password": "two  spaces"})

    form.is_valid()

    assert form.cleaned_data["name"] == "Dr Sample Person"
    assert form.cleaned_data["password"] == "two  spaces"


def test_what_was_typed_stays_on_the_page():
    form = Sample({"name": "", "quote": "x" * 11})

    assert "x" * 11 in str(form["quote"])


def test_words_are_counted_where_the_limit_is_in_words():
    form = Story({"story": "one two three four"})

    assert form.errors == {
        "story": ["Story must be 3 words or less (this is 1 too many)"]
    }


def test_words_of_any_length_have_a_limit_in_letters_too():
    assert Story({"story": f"two {'w' * 41}"}).is_valid()
    assert Story({"story": f"two {'w' * 42}"}).errors == {
        "story": ["Story must be 45 characters or less (this is 1 too many)"]
    }


def test_own_message_of_a_form_is_kept():
    class Own(NhsukForm):
        name = forms.CharField(error_messages={"required": "Say who you are"})

    assert Own({}).errors == {"name": ["Say who you are"]}


def test_summary_links_to_the_first_input_of_each_question():
    form = Sample({"name": "", "uses": ["z"]})
    form.add_error(None, "Choose a file or a name")

    assert error_summary(form)["errors"] == [
        {"text": "Choose a file or a name", "href": ""},
        {"text": "Enter the champion&#x27;s name", "href": "#id_name"},
        {"text": "Select NHS uses from the list", "href": "#id_uses_0"},
    ]


def test_html_leaves_the_checking_to_the_server():
    form = Sample()

    html = "".join(str(form[name]) for name in ("name", "email"))

    assert "required" not in html
    assert 'autocomplete="email"' in html


def test_no_address_is_longer_than_the_columns_that_keep_one():
    class Asked(NhsukForm):
        email = forms.EmailField()

    assert Asked({"email": f"{'a' * 242}@example.org"}).is_valid()
    assert Asked({"email": f"{'a' * 243}@example.org"}).errors == {
        "email": ["Email must be 254 characters or less (this is 1 too many)"]
    }
