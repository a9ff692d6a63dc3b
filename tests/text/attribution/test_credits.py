import pytest

from claims.text.attribution.credits import wire_credits


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Islamabad [Pakistan], November 7 (ANI): He came.", ("ANI",)),
        ("Envoy arrives\n\nKABUL, Nov. 7 (AFP) – He came.", ("AFP",)),
        ("He came.\n\n(Reporting by Jan Ali; Editing by Ann Lee.)", ("Reuters",)),
        ("He came.\n\n- Reuters.", ("Reuters",)),
        ("He came.\n\nCopyright 2021 The Associated Press.", ("AP",)),
        ("He came.\n\n(With inputs from PTI)", ("PTI",)),
        ("He came, AFP reported.", ()),
        ("Senator Graham (R) — he came.", ()),
    ],
)
def test_credits_are_told_from_what_is_quoted(text, agencies):
    assert wire_credits(text) == agencies
