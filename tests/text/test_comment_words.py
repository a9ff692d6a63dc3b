import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.comment_words import Part, names, parts
from tests.text.proportion import stays_in_proportion


def named(body):
    return [(part.kind, part.value) for part in parts(body) if part.kind != "words"]


@given(st.text(alphabet="@aC-1 .:/()htp\n", max_size=60) | st.text(max_size=60))
def test_the_parts_together_are_all_of_the_comment(body):
    assert "".join(part.text for part in parts(body)) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("See https://x.example/a?b=1&c=2.", [("address", "https://x.example/a?b=1&c=2")]),
        ("(https://x.example/a)", [("address", "https://x.example/a")]),
        ("https://x.example/a_(b), and", [("address", "https://x.example/a_(b)")]),
        ("“https://x.example/a”", [("address", "https://x.example/a")]),
        ("javascript:alert(1) ftp://x.example", []),
        ("C-12, c-7 and C-012's", [("claim", "12"), ("claim", "7"), ("claim", "12")]),
        ("AC-12 C-12b C-1234567890 MiC-5", []),
        ("@Ana, @ravi.m. @ada's", [("name", "ana"), ("name", "ravi.m"), ("name", "ada")]),
        ("Ask ana@desk.example, or @ana@desk.example", [("name", "ana@desk.example")]),
        ("@ and @@ana and x@ana", []),
        ("@آنا", [("name", "آنا")]),
    ],
)
def test_what_a_comment_names(body, expected):
    assert named(body) == expected


def test_words_around_what_is_named_stay_as_they_are():
    assert parts("So C-3\n@ana!") == (
        Part("words", "So "),
        Part("claim", "C-3", "3"),
        Part("words", "\n"),
        Part("name", "@ana", "ana"),
        Part("words", "!"),
    )


def test_a_name_is_told_once_whatever_its_case():
    assert names("@Ana @ANA @ana.") == ("ana",)


@pytest.mark.parametrize("hostile", ["@", "@a", "https://", "https://a)", "C-", "C-1", "@a.", "@a@"])
def test_time_is_in_proportion_to_the_text(hostile):
    assert stays_in_proportion(parts, hostile, 40_000)
