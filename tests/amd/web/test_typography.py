from amd.web.templatetags.typography import breaks_at_sign


def test_address_breaks_before_its_at_sign_and_is_escaped():
    assert breaks_at_sign("a<b@example.nhs.uk") == "a&lt;b<wbr>@example.nhs.uk"
