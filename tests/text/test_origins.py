import pytest

from claims.text.attribution.chains import Link
from claims.text.origins import Told, same_origin

ANI, AP, REUTERS = Link("ANI", "agency"), Link("AP", "agency"), Link("Reuters", "agency")
TRIBUNE = Link("The Express Tribune", "outlet")
OFFICIAL = Link("an official", "anonymous")
MUTTAQI, QURESHI = Link("Muttaqi", "person"), Link("Shah Mehmood Qureshi", "person")


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (Told("x", (ANI,), "Dawn"), Told("y", (), "ANI"), "both came through ANI"),
        (
            Told("x", (), "ANI"),
            Told("y", (Link("Asian News International", "agency"),), "Dawn"),
            "both came through ANI",
        ),
        (Told("x", (AP,)), Told("y", (Link("The Associated Press", "agency"),)), "both came through AP"),
        (Told("x", (ANI, TRIBUNE)), Told("y", (), "Express Tribune"), "both came through The Express Tribune"),
        (Told("x", (REUTERS, QURESHI)), Told("y", (REUTERS, MUTTAQI)), "both came through Reuters"),
        (Told("x", (QURESHI,)), Told("y", (Link("Qureshi", "person"),)), "both go back to Shah Mehmood Qureshi"),
        (Told("x", (), "Dawn"), Told("y", (), "Dawn"), "both came through Dawn"),
        (Told("x", (OFFICIAL,), "Dawn"), Told("y", (OFFICIAL,), "Dawn"), "both came through Dawn"),
    ],
)
def test_a_shared_source_is_named(a, b, reason):
    assert same_origin(a, b) == reason
    assert same_origin(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Told("x", (), "Dawn"), Told("y", (), "TOLOnews")),
        (Told("x"), Told("y")),
        (Told("x", (OFFICIAL,), "Dawn"), Told("y", (OFFICIAL,), "TOLOnews")),
        (Told("x", (QURESHI,), "Dawn"), Told("y", (MUTTAQI,), "Dawn")),
        (Told("x", (Link("Dawn", "outlet"), QURESHI), "Dawn"), Told("y", (MUTTAQI,), "Dawn")),
        (Told("x", (Link("Imran Khan", "person"),)), Told("y", (Link("Khan", "person"),))),
        (Told("x", (AP,)), Told("y", (REUTERS,))),
    ],
)
def test_nothing_is_presumed_of_what_is_not_shared(a, b):
    assert same_origin(a, b) == ""


def test_shared_words_tell_where_sources_do_not():
    said = "“We want the return of normal relations and the lifting of sanctions”"
    team = "An {}-member team of the Taliban will leave Kabul for the talks in Doha on Saturday."

    assert same_origin(Told(said, outlet="Dawn"), Told(said, outlet="TOLO")).startswith(
        "both carry the quotation “We"
    )
    assert same_origin(Told(team.format(11)), Told(team.format(12))) == "the words are nearly the same"
