"""How reports lie on a page in a real browser: tables within it, filters and shares in line."""

import pytest
from playwright.sync_api import expect

from claims.services.attribution import Attribution
from claims.vocabulary import SpeakerKind, Stance
from tests.factories import FORETOLD, make_article, make_claim, make_decision, make_link, make_reviewer, make_user

pytestmark = pytest.mark.django_db(transaction=True)

LAPTOP = {"viewport": {"width": 1280, "height": 800}}
STATEMENT = "Several senior officials of the ministry will accompany Muttaqi to Islamabad on 14 November 2021"
OVERHANG = "table => table.parentElement.scrollWidth - table.parentElement.clientWidth"


@pytest.fixture
def rita():
    return make_reviewer("rita")


@pytest.fixture
def full_of_words(rita):
    """A claim of which every column of R11 has something to say, in its longest words."""
    owner = make_user("wilhelmina.featherstonehaugh", "Analyst")
    claim = make_claim(statement=STATEMENT, owner=owner)
    make_link(claim, stance=Stance.REFUTES, reason="It was called off.")
    make_link(claim, stance=Stance.QUALIFIES)
    make_decision(claim, verdict="refuted")
    make_link(claim)
    return claim


def test_the_widest_table_of_claims_fits_on_a_laptop(browser_of, rita, full_of_words):
    page = browser_of(rita, **LAPTOP)
    page.goto("/reports/R11/")

    assert page.locator("table.wide").evaluate(OVERHANG) == 0
    expect(page.get_by_role("columnheader", name="Owner")).to_be_in_viewport()


def test_fields_of_a_filter_box_stand_on_one_line_however_long_their_labels_are(browser_of, rita):
    page = browser_of(rita, **LAPTOP)
    page.goto("/reports/R11/")

    boxes = [field.bounding_box() for field in page.locator(".filters :is(input, select)").all()]
    first_line = {round(box["y"] + box["height"]) for box in boxes if box["y"] < boxes[0]["y"] + boxes[0]["height"]}

    assert len(first_line) == 1


def test_a_refused_field_does_not_push_its_neighbours_down(browser_of, rita, complaints):
    page = browser_of(rita, **LAPTOP)
    page.goto("/reports/R11/?topic=nowhere")

    labels = [label.bounding_box()["y"] for label in page.locator(".filters label").all()[:3]]

    assert len(set(labels)) == 1
    complaints.clear()  # the browser itself logs that the address was refused


@pytest.fixture
def shares(rita):
    """Shares of one and two figures, with and without a part to open, and one with a percentage."""
    unnamed = Attribution(speaker="an official", speaker_kind=SpeakerKind.ANONYMOUS)
    for publisher, n, attribution in (("Dawn", 1, None), ("ANI", 2, unnamed), ("AFP", 10, None)):
        for note in range(n):
            article = make_article(f"{FORETOLD}. Note {note} of {publisher}.", publisher=publisher)
            make_claim(article=article, attribution=attribution)


def test_shares_of_a_column_stand_under_each_other(browser_of, rita, shares):
    page = browser_of(rita, **LAPTOP)
    page.goto("/reports/R6/")

    column = page.locator('#table-outlets ~ .table-scroll tbody td[data-label="Anonymous"] .share')
    boxes = [share.evaluate(HALVES) for share in column.all()]

    assert len(boxes) == 3
    assert len({round(part) for part, _ in boxes}) == len({round(whole) for _, whole in boxes}) == 1


# Where the part ends and the whole begins.
HALVES = """share => {
  const [part, whole] = share.children;
  return [part.getBoundingClientRect().right, whole.getBoundingClientRect().left];
}"""
