from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reports.graph_layout import in_layers, in_rows
from claims.reports.graph_trees import tree_of
from claims.reports.lettering import width_of
from claims.reports.origin_graph import Cluster, Node, Step

KINDS = ["outlet", "agency", "person", "organisation", "document", "anonymous"]
names = st.text(min_size=1, max_size=50).filter(str.strip)


def make_node(key, name="AFP", kind="outlet", number=None):
    return Node(key, name, kind, f"{kind} · 2 articles", name, link=1, number=number)


def make_cluster(nodes, ends):
    steps = tuple(Step(far, near, tuple(range(many)), "from there") for far, near, many in ends)
    return Cluster("Origin 1: 12 articles", tuple(nodes), steps, is_counted=True)


@st.composite
def clusters(draw):
    """Draw a cluster with any steps at all, in circles too."""
    keys = list(range(draw(st.integers(1, 7))))
    numbers = st.none() | st.integers(1, 12)
    nodes = [make_node(key, draw(names), draw(st.sampled_from(KINDS)), draw(numbers)) for key in keys]
    pairs = [(far, near) for far in keys for near in keys if far != near]
    ends = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=9)) if pairs else []
    return make_cluster(nodes, [(far, near, draw(st.integers(1, 99))) for far, near in ends])


def place_of(words, *, bold=False):
    return words.x, words.y - words.size, words.x + width_of(words.text, words.size, bold=bold), words.y


def labels_of(graph):
    """Return the place of every label of a drawing."""
    for frame in graph.frames:
        yield place_of(frame.heading, bold=True)
        for box in frame.boxes:
            yield from (place_of(line, bold=True) for line in box.name)
            yield place_of(box.about)
        yield from (place_of(line.count) for line in frame.lines if line.count)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("laid_out", [in_layers, in_rows])
@given(drawn=st.lists(clusters(), max_size=4))
def test_no_label_covers_another_and_all_stand_inside(laid_out, drawn):
    graph = laid_out(drawn)

    labels = list(labels_of(graph))
    assert not [pair for pair in combinations(labels, 2) if overlap(*pair)]
    assert all(
        0 <= left <= right <= graph.width and 0 <= top <= low <= graph.height for left, top, right, low in labels
    )


@pytest.mark.parametrize("laid_out", [in_layers, in_rows])
@given(drawn=st.lists(clusters(), max_size=4))
def test_no_box_covers_another_and_each_stands_in_its_frame(laid_out, drawn):
    graph = laid_out(drawn)

    for frame in graph.frames:
        places = [(box.x, box.y, box.right, box.y + box.height) for box in frame.boxes]
        assert not [pair for pair in combinations(places, 2) if overlap(*pair)]
        assert all(frame.x <= left and right <= frame.x + frame.width for left, _, right, _ in places)
        assert all(frame.y <= top and low <= frame.y + frame.height for _, top, _, low in places)


@pytest.mark.parametrize("laid_out", [in_layers, in_rows])
@given(drawn=st.lists(clusters(), max_size=4))
def test_every_node_and_every_step_is_drawn_once(laid_out, drawn):
    graph = laid_out(drawn)

    for cluster, frame in zip(drawn, graph.frames, strict=True):
        assert sorted(box.node.key for box in frame.boxes) == sorted(node.key for node in cluster.nodes)
        assert [line.step for line in frame.lines] == list(cluster.steps)


def test_the_farthest_source_stands_left_and_the_outlets_right():
    nodes = [make_node("outlet"), make_node("agency"), make_node("speaker")]

    graph = in_layers([make_cluster(nodes, [("agency", "outlet", 1), ("speaker", "agency", 1)])])

    x = {box.node.key: box.x for box in graph.frames[0].boxes}
    assert x["speaker"] < x["agency"] < x["outlet"]


def test_on_narrow_screens_each_stands_below_and_further_in_than_who_told_it():
    nodes = [make_node("outlet"), make_node("agency"), make_node("speaker")]

    graph = in_rows([make_cluster(nodes, [("agency", "outlet", 1), ("speaker", "agency", 1)])])

    speaker, agency, outlet = graph.frames[0].boxes
    assert (speaker.x, speaker.y) < (agency.x, agency.y) < (outlet.x, outlet.y)


def test_two_small_clusters_stand_side_by_side():
    graph = in_layers([make_cluster([make_node(1)], []), make_cluster([make_node(1)], [])])

    first, second = graph.frames
    assert first.y == second.y
    assert first.x + first.width < second.x


def test_who_was_told_by_two_stands_behind_the_farther_one():
    tree = tree_of(
        ["outlet", "agency", "speaker"], [("speaker", "agency"), ("agency", "outlet"), ("speaker", "outlet")]
    )

    assert tree.before["outlet"] == "agency"
    assert (tree.columns["speaker"], tree.columns["agency"], tree.columns["outlet"]) == (0, 1, 2)


def test_two_that_quote_each_other_are_laid_out_all_the_same():
    tree = tree_of(["a", "b"], [("a", "b"), ("b", "a")])

    assert sorted(tree.columns.values()) == [0, 1]
