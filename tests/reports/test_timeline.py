from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.reports.lettering import width_of
from claims.reports.timeline import GUTTER, MARGIN, MOST_LANES, draw
from claims.reports.timeline_axis import LETTERS, TICK_ROOM
from claims.reports.timeline_lanes import DOT_GAP
from claims.reports.timeline_marks import Lane, Mark
from claims.vocabulary import Stance

DAY = date(2021, 11, 7)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)) | st.dates()
names = st.text(min_size=1, max_size=60)


def make_mark(key=1, day=DAY, stance=Stance.SUPPORTS, **fields):
    return Mark(key=key, day=day, what="Supports", where="AFP", target=f"link-{key}", stance=stance, **fields)


def make_lane(*marks, title="AFP", number=1):
    return Lane(title, marks or (make_mark(),), number)


def make_verdict(day=DAY, key=1, **fields):
    return Mark(
        key=key, day=day, what="Decision", where="Rita", target=f"assessment-{key}", word="Confirmed", **fields
    )


def test_nothing_dated_is_not_drawn():
    assert draw([], today=DAY) is None


def test_one_day_is_drawn():
    drawn = draw([make_lane()], today=DAY)

    assert len(drawn.dots) == 1
    assert drawn.dots[0].x == drawn.today.x


def test_later_days_stand_further_right():
    drawn = draw([make_lane(make_mark(1), make_mark(2, DAY + timedelta(days=3)))], today=DAY)

    first, second = drawn.dots
    assert first.x < second.x


def test_origins_have_a_lane_each():
    drawn = draw([make_lane(make_mark(1), make_mark(2)), make_lane(make_mark(3))], today=DAY)

    first, second = drawn.lanes
    assert [len(first.dots), len(second.dots)] == [2, 1]
    assert max(dot.y for dot in first.dots) < first.bottom <= second.top < second.dots[0].y


def test_many_copies_of_a_day_are_piled_up_and_counted():
    drawn = draw([make_lane(*(make_mark(key) for key in range(10)))], today=DAY)

    lane = drawn.lanes[0]
    assert len(lane.dots) + lane.piles[0].count == 10
    assert lane.height < 70


def test_a_conflict_is_never_piled_up_below_support_of_its_day():
    marks = [make_mark(key) for key in range(10)] + [make_mark(11, stance=Stance.REFUTES)]

    drawn = draw([make_lane(*marks)], today=DAY)

    assert Stance.REFUTES in [dot.mark.stance for dot in drawn.dots]


def test_origins_beyond_the_tenth_share_a_lane_that_says_how_many():
    lanes = [make_lane(make_mark(key), title=f"Origin {key}", number=key) for key in range(1, 24)]

    drawn = draw(lanes, today=DAY)

    assert len(drawn.lanes) == MOST_LANES
    assert drawn.lanes[-1].title == "and 14 more origins"


def test_who_makes_the_claim_and_who_speaks_against_it_keep_their_lanes():
    lanes = [make_lane(make_mark(key), title=f"Origin {key}") for key in range(20)]
    lanes += [make_lane(make_mark(30, stance=Stance.REFUTES), title="Against", number=None)]
    lanes += [make_lane(make_mark(31, stance=Stance.ASSERTS), title="Maker", number=None)]

    drawn = draw(lanes, today=DAY)

    assert {"Against", "Maker"} <= {lane.title for lane in drawn.lanes}


def test_verdicts_stand_in_a_lane_of_their_own_with_their_word():
    drawn = draw([make_lane()], today=DAY, verdicts=[make_verdict(hollow=True)])

    lane = drawn.lanes[-1]
    assert (lane.title, [word.text for word in lane.words]) == ("Verdicts", ["Confirmed"])
    assert lane.dots[0].mark.shape != drawn.lanes[0].dots[0].mark.shape


def test_a_verdict_as_of_years_later_stands_at_the_edge():
    drawn = draw([make_lane()], today=DAY, verdicts=[make_verdict(date(2026, 11, 22))])

    assert drawn.lanes[-1].dots[0].x == drawn.right


def test_what_would_count_but_does_not_is_struck_through():
    assert make_mark(faint=True).is_struck
    assert not make_mark(stance=Stance.CONTEXT, faint=True).is_struck


def test_a_mark_says_what_it_is_and_why_it_does_not_count():
    assert make_mark(note="Does not count: too early.").label == "Supports: AFP. Does not count: too early."


def test_the_window_holds_its_first_and_its_last_day():
    lane = make_lane(make_mark(day=DAY), make_mark(2, DAY + timedelta(days=7)))

    drawn = draw([lane], today=DAY, window_start=DAY, window_end=DAY + timedelta(days=7))

    first, last = drawn.dots
    assert drawn.window.x == first.x
    assert drawn.window.x + drawn.window.width > last.x


def test_a_window_without_a_first_day_starts_at_the_edge():
    drawn = draw([make_lane()], today=DAY, window_end=DAY + timedelta(days=7))

    assert drawn.window.x == drawn.left


def test_a_day_asked_for_years_later_does_not_squeeze_the_rest():
    lane = make_lane(make_mark(), make_mark(2, DAY + timedelta(days=3)))

    drawn = draw([lane], today=date(2026, 11, 10))

    first, second = drawn.dots
    assert drawn.today.beyond
    assert drawn.today.label == "today: 1,826 days on →"
    assert second.x - first.x > (drawn.width - GUTTER) / 2


def test_a_day_asked_for_before_the_first_article_is_said_at_the_left():
    drawn = draw([make_lane()], today=date(2019, 1, 1))

    assert (drawn.today.x, drawn.today.label) == (drawn.left, "← today")


def test_the_first_day_has_no_label_where_that_of_today_stands():
    near = draw([make_lane()], today=DAY, made_on=DAY)
    far = draw([make_lane()], today=date(2026, 1, 1), made_on=DAY)

    assert (near.made.label, far.made.label) == ("", "first made")


@given(
    st.lists(st.tuples(days, st.integers(0, 15)), min_size=1, max_size=25), days, names, st.sampled_from([340, 760])
)
def test_everything_stands_inside_and_nothing_covers_another(published, today, name, width):
    lanes = {}
    for key, (day, at) in enumerate(published):
        lanes.setdefault(at, []).append(make_mark(key, day))
    first, last = min(day for day, _ in published), max(day for day, _ in published)

    drawn = draw(
        [make_lane(*marks, title=name) for marks in lanes.values()],
        today=today,
        verdicts=[make_verdict(day, key) for key, (day, _) in enumerate(published)],
        window_start=first,
        window_end=last,
        made_on=first,
        width=width,
    )

    assert all(drawn.left <= dot.x <= drawn.right for dot in drawn.dots)
    assert all(lane.top <= dot.y <= lane.bottom <= drawn.axis for lane in drawn.lanes for dot in lane.dots)
    assert drawn.left <= drawn.window.x <= drawn.window.x + drawn.window.width <= drawn.right
    assert len(drawn.ticks) <= width // TICK_ROOM + 1
    assert all(width_of(lane.title, LETTERS) <= width - 2 * MARGIN for lane in drawn.lanes)
    for lane in drawn.lanes:
        assert_apart(lane)


def assert_apart(lane):
    for y in {dot.y for dot in lane.dots}:
        places = [(dot.x - 6, dot.x + 6) for dot in lane.dots if dot.y == y]
        places += [reach(word) for word in lane.words if word.y - 4 == y]
        places.sort()
        assert all(end < start for (_, end), (start, _) in pairwise(places))
    piles = sorted(pile.x for pile in lane.piles)
    assert all(right - left >= 2 * DOT_GAP for left, right in pairwise(piles))


def reach(word):
    width = width_of(word.text, LETTERS)
    return (word.x, word.x + width) if word.anchor == "start" else (word.x - width, word.x)


@given(st.lists(days, min_size=1, max_size=12))
def test_no_mark_is_lost(published):
    drawn = draw([make_lane(*(make_mark(key, day) for key, day in enumerate(published)))], today=DAY)

    lane = drawn.lanes[0]
    assert len(lane.dots) + sum(pile.count for pile in lane.piles) == len(published)


@given(st.lists(days, min_size=1, max_size=8))
def test_the_order_of_the_marks_never_matters(published):
    marks = [make_mark(key, day) for key, day in enumerate(published)]

    assert draw([make_lane(*marks)], today=DAY) == draw([make_lane(*marks[::-1])], today=DAY)
