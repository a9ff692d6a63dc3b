from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.article_text import ArticleText, Removed, read_article
from claims.text.hints import Hints
from claims.text.spans import Span

BODY = "Muttaqi arrived on Wednesday. He met Qureshi.\n\nThey spoke of trade."


@pytest.mark.parametrize(
    ("opening", "dateline", "credit"),
    [
        ("ISLAMABAD: ", "ISLAMABAD", None),
        ("Kabul, 9 November 2021 (TDI): ", "Kabul, 9 November 2021 (TDI)", "TDI"),
        ("Islamabad [Pakistan], November 7 (ANI): ", "Islamabad [Pakistan], November 7 (ANI)", "ANI"),
        ("KABUL, 18 July 2021, (TON): ", "KABUL, 18 July 2021, (TON)", "TON"),
        ("WASHINGTON (Reuters) - ", "WASHINGTON (Reuters)", "Reuters"),
        ("NEW DELHI, Nov 7 (PTI) — ", "NEW DELHI, Nov 7 (PTI)", "PTI"),
        ("LONDON, 3 March 2021:\n", "LONDON, 3 March 2021", None),
        ("KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan (AP)", "AP"),
        ("PARIS (AFP/Reuters) – ", "PARIS (AFP/Reuters)", "AFP/Reuters"),
        ("New Delhi [India], July 13 (ANI): ", "New Delhi [India], July 13 (ANI)", "ANI"),
        ("WOBURN, Mass. (AP) — ", "WOBURN, Mass. (AP)", "AP"),
        ("Maimana [Afghanistan], November 7: ", "Maimana [Afghanistan], November 7", None),
        ("SANA’A: ", "SANA’A", None),
        ("MAIMANA, 9 November 2021: ", "MAIMANA, 9 November 2021", None),
    ],
)
def test_a_dateline_is_taken_out_of_the_body(opening, dateline, credit):
    article = read_article(opening + BODY)

    assert article.text == BODY
    assert (article.dateline, article.credit, article.outlet) == (dateline, credit, None)
    assert article.removed == (Removed("dateline", opening.strip()),)


@pytest.mark.parametrize(
    "opening",
    [
        "BACKGROUND: ",
        "Background: ",
        "Note: ",
        "UPDATED, 7 November 2021: ",
        "Biden: ",
        "BIDEN: ",
        "BIDEN (laughs): ",
        "Washington: ",
        "Official: ",
        "Kabul - ",
        "Kabul, the capital: ",
        "Kabul, 31 February 2021 (TDI): ",
        "KABUL, 0 May: ",
        "The minister (left): ",
        "10:30: ",
        "By Ayesha Khan KABUL, Nov 1 (Reuters) - ",
    ],
)
def test_what_only_resembles_a_dateline_stays_in_the_text(opening):
    article = read_article(opening + BODY)

    assert article == ArticleText(text=opening + BODY)


@pytest.mark.parametrize(
    ("trailer", "outlet"),
    [
        ("Published in Dawn, October 29th, 2019", "Dawn"),
        ("Published in Dawn, October 29, 2019.", "Dawn"),
        ("Published in The Express Tribune, 29 October 2019", "The Express Tribune"),
        ("Published in The News on October 29th, 2019.", "The News"),
    ],
)
def test_a_trailer_states_outlet_and_date(trailer, outlet):
    article = read_article(f"{BODY}\n{trailer}\n\n")

    assert (article.text, article.outlet) == (BODY, outlet)
    assert (article.published_on, article.published_basis) == (date(2019, 10, 29), "trailer")
    assert article.removed == (Removed("trailer", trailer),)


@pytest.mark.parametrize(
    "last",
    [
        "Published in Dawn",
        "Published in Dawn, October 29th",
        "Published in Dawn, February 31st, 2019",
        "Published in the last report of the UN, October 29th, 2019",
        "Published in Dawn, October 29th, 2019, on page 3",
        "The list was Published in Dawn, October 29th, 2019",
    ],
)
def test_a_trailer_that_does_not_parse_whole_stays_in_the_text(last):
    assert read_article(f"{BODY}\n{last}") == ArticleText(text=f"{BODY}\n{last}")


@pytest.mark.parametrize("start", [" date 2021-11-10 ", "date 2021-11-10 ", "Date: 2021-11-10\n"])
def test_a_header_with_a_short_line_states_date_and_headline(start):
    article = read_article(f"{start}Taliban minister arrives.\n\n{BODY}")

    assert (article.title, article.headline) == ("Taliban minister arrives.", Span(0, 25))
    assert article.text == f"Taliban minister arrives.\n\n{BODY}"
    assert (article.published_on, article.published_basis) == (date(2021, 11, 10), "header")


@pytest.mark.parametrize(
    "first",
    [
        "Muttaqi arrived. He met Qureshi in Islamabad.",
        "Muttaqi arrived " + "and spoke " * 30 + "at length.",
        "KABUL: Muttaqi arrived in Kabul.",
        ": Muttaqi arrived in Kabul.",
    ],
)
def test_what_follows_a_header_is_body_where_it_is_no_headline(first):
    article = read_article(f" date 2021-11-10 {first}\n\n{BODY}")

    assert article.title is None
    assert article.text == f"{first.removeprefix('KABUL: ').removeprefix(': ')}\n\n{BODY}"
    assert article.published_on == date(2021, 11, 10)


@pytest.mark.parametrize(
    "text", ["date 2021-02-31 Envoy arrives.\n\n" + BODY, "date 2021-11-10", "date of 2021-11-10 " + BODY]
)
def test_what_only_resembles_a_header_stays_in_the_text(text):
    assert read_article(text) == ArticleText(text=text)


@pytest.mark.parametrize(
    "first", ["Four countries hold dialogue", "Will the Taliban come?", "‘We are ready’, says Khan"]
)
def test_a_short_first_line_without_a_full_stop_is_the_headline(first):
    article = read_article(f"{first}\n\n\n{BODY}")

    assert (article.title, article.text) == (first, f"{first}\n\n{BODY}")
    assert (article.published_on, article.published_basis, article.removed) == (None, "unknown", ())


@pytest.mark.parametrize(
    "text",
    [
        "Four countries hold dialogue",
        "Four countries hold dialogue\n" + BODY,
        "Four countries hold dialogue.\n\n" + BODY,
        "He said “we are ready.”\n\n" + BODY,
        "The points were these:\n\n" + BODY,
        "Kabul\n\n" + BODY,
        "Updated at 11:45 p.m. Kabul time\n\n" + BODY,
        "Photo: a street in Kabul\n\n" + BODY,
        "7 11 2021\n\n" + BODY,
    ],
)
def test_a_first_line_that_may_be_body_is_no_headline(text):
    assert read_article(text) == ArticleText(text=text)


@pytest.mark.parametrize("line", ["By Ayesha Khan", "By Ayesha Khan and John R. Smith", "By Rana al-Sayed"])
def test_a_byline_on_its_own_line_is_taken_out(line):
    article = read_article(f"Four countries hold dialogue\n\n{line}\n\nKABUL: {BODY}")

    assert article.byline == line.removeprefix("By ")
    assert article.text == f"Four countries hold dialogue\n\n{BODY}"
    assert article.removed == (Removed("byline", line), Removed("dateline", "KABUL:"))


def test_two_words_over_a_dateline_are_the_headline():
    article = read_article("Troika meets\n\nISLAMABAD ― Four countries met on Thursday.")

    assert (article.title, article.dateline) == ("Troika meets", "ISLAMABAD")


@pytest.mark.parametrize(
    ("below", "removed"),
    [
        ("KARSUND, Nov 9, 2021 (Nordwire) — ", [("dateline", "KARSUND, Nov 9, 2021 (Nordwire) —")]),
        ("By Ayesha Khan\n", [("byline", "By Ayesha Khan")]),
        ("Published 9 November 2021\n\n", [("day", "Published 9 November 2021")]),
        ("Nov 9, 2021 - The Karsund Post\n\n", [("day", "Nov 9, 2021 - The Karsund Post")]),
        (
            "By Ayesha Khan\n9 November 2021\nKABUL: ",
            [("byline", "By Ayesha Khan"), ("day", "9 November 2021"), ("dateline", "KABUL:")],
        ),
        ("9 November 2021\nBy Ayesha Khan\n\n", [("day", "9 November 2021"), ("byline", "By Ayesha Khan")]),
    ],
)
def test_a_line_right_over_what_a_text_states_of_itself_is_the_headline(below, removed):
    article = read_article(f"Port to reopen by 20 November, minister says\n{below}{BODY}")

    assert article.title == "Port to reopen by 20 November, minister says"
    assert article.text == f"{article.title}\n\n{BODY}"
    assert [(part.role, part.text) for part in article.removed] == removed


@pytest.mark.parametrize(
    "text",
    [
        "Agence France Presse\nLONDON: " + BODY,
        "Muttaqi arrived.\nKABUL: " + BODY,
        "Muttaqi arrived in\nKabul on Wednesday: he met Qureshi.",
    ],
)
def test_not_every_line_over_another_is_a_headline(text):
    assert read_article(text).title is None


@pytest.mark.parametrize(
    "line",
    [
        "9 November 2021",
        "November 9th, 2021",
        "Tuesday 09 November 2021",
        "Tue, Nov. 9, 2021, 10:45 GMT",
        "2021-11-09",
        "Published 9 November 2021",
        "Published on 9 November 2021",
        "Published: Tuesday, 9 November 2021 at 10:45 p.m.",
        "First published on 9 November 2021",
        "Posted on November 9, 2021",
        "9 November 2021 | BBC News",
    ],
)
@pytest.mark.parametrize("title", [None, "Four countries hold dialogue"])
def test_a_line_that_is_only_a_day_dates_the_text(line, title):
    above = f"{title}\n\n" if title else ""

    article = read_article(f"{above}{line}\n\n{BODY}")

    assert (article.published_on, article.published_basis) == (date(2021, 11, 9), "page")
    assert (article.title, article.text) == (title, above + BODY)
    assert article.removed == (Removed("day", line),)


def test_the_day_may_stand_over_the_headline():
    article = read_article(f"9 November 2021\nFour countries hold dialogue\n\n{BODY}")

    assert (article.title, article.published_on) == ("Four countries hold dialogue", date(2021, 11, 9))


def test_a_line_that_says_when_it_was_published_comes_before_the_day_of_filing():
    article = read_article(f"Published 10 November 2021\n\nKABUL, 9 November 2021: {BODY}")

    assert (article.published_on, article.dateline) == (date(2021, 11, 10), "KABUL, 9 November 2021")


@pytest.mark.parametrize(
    "line",
    [
        "9 November",
        "31 February 2021",
        "Updated 9 November 2021",
        "9 November 2021 - the talks began",
        "On 9 November 2021",
        "2021-13-09",
        "Sitting of 9 November 2021",
    ],
)
def test_a_line_that_only_resembles_a_day_stays_in_the_text(line):
    article = read_article(f"{line}\n\n{BODY}")

    assert (article.text, article.published_on, article.removed) == (f"{line}\n\n{BODY}", None, ())


@pytest.mark.parametrize("later", ["10 November 2021", "10 November", "Nov 10 - Kabul"])
def test_the_days_of_a_chronology_do_not_date_it(later):
    text = f"9 November 2021\nMuttaqi arrived.\n\n{later}\nHe met Qureshi."

    assert read_article(text) == ArticleText(text=text)


@pytest.mark.parametrize(
    "last", ["Published 29 October 2019", "Published on October 29th, 2019.", "Published: Oct 29, 2019"]
)
def test_the_last_line_may_state_the_day_alone(last):
    article = read_article(f"{BODY}\n{last}")

    assert (article.text, article.outlet) == (BODY, None)
    assert (article.published_on, article.published_basis) == (date(2019, 10, 29), "trailer")


def test_a_byline_before_the_body_is_no_headline():
    article = read_article(f"By Ayesha Khan\n\n{BODY}")

    assert (article.title, article.byline, article.text) == (None, "Ayesha Khan", BODY)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday Evening",
        "By all accounts",
        "By Khan",
        "By The River Kabul",
        "By Khan Ali 7",
        "By Khan Ali online",
        "By la la",
    ],
)
def test_a_line_that_names_nobody_is_no_byline(line):
    assert read_article(f"{line}\n{BODY}") == ArticleText(text=f"{line}\n{BODY}")


def test_the_collector_comes_before_the_outlet_and_the_outlet_before_the_day_of_filing():
    filed = f"KABUL, 27 October 2019: {BODY}"
    published = f"{filed}\nPublished in Dawn, October 28th, 2019"
    collected = f" date 2019-10-29 : {published}"

    def dated(text):
        article = read_article(text)
        return article.published_on.day, article.published_basis

    assert [dated(text) for text in (filed, published, collected)] == [
        (27, "dateline"),
        (28, "trailer"),
        (29, "header"),
    ]
    assert [removed.role for removed in read_article(collected).removed] == ["header", "dateline", "trailer"]


def test_a_dateline_without_a_year_dates_nothing_unless_a_hint_shows_the_same_day():
    text = f"Islamabad [Pakistan], November 7 (ANI): {BODY}"

    assert read_article(text).published_basis == "unknown"
    assert read_article(text, hints=Hints(file_name="2021-11-08-a.txt")).published_on is None
    assert read_article(text, hints=Hints(file_name="2021-11-07-a.txt")).published_on == date(2021, 11, 7)


def test_a_file_name_or_an_address_alone_dates_nothing():
    hints = Hints(file_name="2021-11-07-a.txt", url="https://example.org/2021/11/07/a")

    assert read_article(BODY, hints=hints) == ArticleText(text=BODY)


def test_only_the_edges_of_the_body_are_trimmed():
    assert read_article("\n\n  One.\n\n\n  Two. \n\n").text == "One.\n\n\n  Two."


def test_a_text_of_metadata_alone_is_left_as_it_is():
    assert read_article("ISLAMABAD:").text == "ISLAMABAD:"
    assert read_article("Published in Dawn, October 29th, 2019").text == "Published in Dawn, October 29th, 2019"
    assert read_article(" \n").text == ""


parts = st.sampled_from(
    [
        "date 2021-11-10 ",
        "date 2021-07-14 : ",
        "Envoy arrives in Kabul",
        "\n",
        "\n\n",
        "By Ayesha Khan",
        "KABUL: ",
        "Kabul, 9 November 2021 (TDI): ",
        "He came. ",
        "Published in Dawn, October 29th, 2019",
        "9 November 2021",
        "Published on 9 November 2021",
        " ",
    ]
)


@given(st.lists(parts | st.text(max_size=5), max_size=12).map("".join))
def test_nothing_of_a_text_is_lost(text):
    article = read_article(text)

    kept = article.text + "".join(removed.text for removed in article.removed)
    assert sorted("".join(kept.split())) == sorted("".join(text.split()))


@given(st.lists(parts, max_size=12).map("".join))
def test_a_headline_stands_where_it_is_said_to(text):
    article = read_article(text)

    if article.headline:
        assert article.text.startswith(f"{article.title}\n\n")
        assert article.headline.of(article.text) == article.title


@pytest.mark.parametrize(
    "nonsense",
    [
        {"title": "Kabul"},
        {"title": "Doha", "headline": Span(0, 4)},
        {"published_on": date(2021, 11, 7)},
        {"published_basis": "header"},
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(nonsense):
    with pytest.raises(ValueError, match=r"title|headline|basis"):
        ArticleText(text="Kabul fell.", **nonsense)
