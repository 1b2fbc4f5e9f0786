"""What staff are asked: to sign in, for a password, and for whom an account is."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from amd.campaign import roles
from amd.campaign.models import Region, User
from amd.web.forms import NhsukForm, NhsukFormMixin

from . import accounts, throttled

LIMITS_OF_A_PASSWORD = {
    "password_too_short": "Password must be %(min_length)d characters or more",
    "password_too_common": "Choose a password that is harder to guess",
}
HAS_ACCOUNT = "This person has an account. Open it from the list of staff"


class SignInForm(NhsukFormMixin, AuthenticationForm):
    """Django's own check of address and password, with a limit to guessing."""

    subjects: ClassVar[dict[str, str]] = {
        "username": "your email address",
        "password": "your password",
    }
    button = "Sign in"
    error_messages = {
        "invalid_login": (
            "The email address or the password is not right, or the account is closed"
        )
    }

    username = forms.EmailField(
        label="Email address",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean(self) -> dict[str, Any]:
        email = self.cleaned_data.get("username")
        if email and self.cleaned_data.get("password") and self.request:
            if not throttled.may_sign_in(self.request, email):
                raise ValidationError(throttled.TOO_MANY_SIGN_INS, code="throttled")
            super().clean()
        return self.cleaned_data

    def confirm_login_allowed(self, user: Any) -> None:
        # The right password of somebody who is not staff is not right here.
        if not (user.is_active and user.is_staff):
            raise self.get_invalid_login_error()


class ResetForm(NhsukForm):
    subjects: ClassVar[dict[str, str]] = {"email": "your email address"}
    button = "Send me a link"

    email = forms.EmailField(
        label="Email address", help_text="The one you sign in with"
    )


class ChoosePasswordForm(NhsukForm):
    subjects: ClassVar[dict[str, str]] = {"password": "a password"}
    button = "Save the password and sign in"

    password = forms.CharField(
        label="New password",
        strip=False,
        help_text="12 characters or more. Three words that do not belong together "
        "make a good one",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password, self.user)
        except ValidationError as error:
            raise ValidationError([_reworded(e) for e in error.error_list]) from error
        return password

    def save(self) -> User:
        self.user.set_password(self.cleaned_data["password"])
        self.user.save(update_fields=["password"])
        return self.user


class ChangePasswordForm(NhsukFormMixin, PasswordChangeForm):
    """Django's own, of somebody who is signed in and knows the old one."""

    # The admin's style of a question that must be answered.
    required_css_class = "required"

    subjects: ClassVar[dict[str, str]] = {
        "old_password": "your old password",
        "new_password1": "the new password",
        "new_password2": "the new password once more",
    }
    error_messages = {
        "password_incorrect": "The old password is not right. Enter it again",
        "password_mismatch": "The two new passwords differ. Enter the same one twice",
    }

    def add_error(self, field: Any, error: Any) -> None:
        """What Django says of a weak password, as we say it."""
        each = getattr(error, "error_list", None)
        super().add_error(field, [_reworded(e) for e in each] if each else error)


def _reworded(error: Any) -> ValidationError:
    sentence = LIMITS_OF_A_PASSWORD.get(error.code, error.message)
    return ValidationError(sentence, code=error.code, params=error.params)


class RegionsField(forms.ModelMultipleChoiceField):
    """A number too large for SQLite is no region, as any other wrong one."""

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except OverflowError as error:
            sentence = self.error_messages["invalid_list"]
            raise ValidationError(sentence, code="invalid_list") from error


class RoleForm(NhsukForm):
    """Role and regions; a superuser is no role and cannot be chosen."""

    subjects: ClassVar[dict[str, str]] = {"role": "a role", "regions": "a region"}
    asked_in_some_cases = ("regions",)
    button = "Save"

    role = forms.ChoiceField(
        label="Role",
        choices=[(role, role) for role in accounts.ROLES],
        widget=forms.RadioSelect,
        help_text="Regional leads record and decide what comes from their regions. "
        "National leads do so everywhere, correct the lists and invite staff. "
        "Comms see what is published and download it.",
    )
    regions = RegionsField(
        queryset=Region.objects.none(),
        label="Regions",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only for a regional lead",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = self.fields["regions"]
        assert isinstance(regions, forms.ModelMultipleChoiceField)  # noqa: S101 - for mypy
        regions.queryset = Region.objects.current()

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        needs_one = cleaned.get("role") == roles.REGIONAL_LEAD
        # A region that was refused has its own sentence already.
        if needs_one and "regions" in cleaned and not cleaned["regions"]:
            self.add_error("regions", "Select at least one region for a regional lead")
        return cleaned

    def save(self, person: User, *, by: User) -> None:
        accounts.set_role(person, **self.cleaned_data, by=by)


class InviteForm(RoleForm):
    subjects: ClassVar[dict[str, str]] = {
        **RoleForm.subjects,
        "name": "their full name",
        "email": "their email address",
    }
    button = "Send the invitation"
    field_order = ("name", "email", "role", "regions")

    name = forms.CharField(
        label="Full name",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label="Email address",
        help_text="We send a link to choose a password. It becomes their sign-in name",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exists():
            raise ValidationError(HAS_ACCOUNT, code="has_account")
        return email

    def invited(self, *, by: User) -> User | None:
        """The new account, or None and an error where a second click was quicker."""
        try:
            return accounts.invite(**self.cleaned_data, by=by)
        except IntegrityError:
            self.add_error("email", HAS_ACCOUNT)
            return None
