"""Where the nodes, steps and words of a graph of origins stand: clusters in, coordinates out. Pure.

On wide screens every cluster is a box with the farthest source at the left and the outlets at the right, and boxes
stand side by side where they have room. On narrow ones it is a list, each source further in than who told it.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.reports.graph_parts import Box, Frame, Graph, Line, Words
from claims.reports.graph_trees import tree_of
from claims.reports.lettering import shortened, wrapped
from claims.reports.origin_graph import Cluster
from claims.vocabulary import SourceKind

NAME, SMALL = 12, 11  # sizes of letters
PAD = 12
GAP = 12
HEADING = 24


def in_layers(clusters: Sequence[Cluster], width: int = 760) -> Graph:
    """Return the wide drawing; it grows beyond `width` where a chain is too long for legible names."""
    trees = [_tree(cluster) for cluster in clusters]
    # As broad as in four columns even where there are fewer, so that small clusters stand side by side.
    columns = max([4, *(tree.width for tree in trees)])
    broad = (width - 2 * PAD - (columns - 1) * _Layers.between) / columns
    frames, x, y, tallest = [], 0, 0, 0
    for cluster, tree in zip(clusters, trees, strict=True):
        look = _Layers(max(broad, 120), cluster)
        frame = _framed(cluster, tree, look, look.size(tree))
        if x and x + frame.width > width:
            x, y, tallest = 0, y + tallest + GAP, 0
        frames.append(_moved(frame, x, y, look))
        x, tallest = x + frame.width + GAP, max(tallest, frame.height)
    return Graph(max([width, *(frame.x + frame.width for frame in frames)]), y + tallest, tuple(frames))


def in_rows(clusters: Sequence[Cluster], width: int = 340) -> Graph:
    """Return the narrow drawing: a row for each node."""
    look, frames, y = _Rows(width), [], 0
    for cluster in clusters:
        tree = _tree(cluster)
        frame = _framed(cluster, tree, look, look.size(tree))
        frames.append(_moved(frame, 0, y, look))
        y += frame.height + GAP
    return Graph(width, max(y - GAP, 0), tuple(frames))


def _tree(cluster):
    return tree_of([node.key for node in cluster.nodes], [(step.far, step.near) for step in cluster.steps])


def _framed(cluster, tree, look, size):
    width, height = size
    boxes = {node.key: look.box(node, tree) for node in cluster.nodes}
    heading = Words(shortened(cluster.heading, width - 2 * PAD, SMALL, bold=True), PAD, 17, SMALL)
    return Frame(cluster, 0, 0, width, height, heading, tuple(boxes[key] for key in tree.in_order), ())


def _moved(frame, x, y, look):
    """Return the frame in its place, with its lines."""
    boxes = tuple(box.moved(x, y) for box in frame.boxes)
    by_key = {box.node.key: box for box in boxes}
    tree = _tree(frame.cluster)
    lines = tuple(look.line(step, by_key, tree) for step in frame.cluster.steps)
    heading = replace(frame.heading, x=frame.heading.x + x, y=frame.heading.y + y)
    return replace(frame, x=x, y=y, heading=heading, boxes=boxes, lines=lines)


class _Layers:
    """Boxes in columns, the words within them."""

    between = 36
    apart = 6

    def __init__(self, width, cluster):
        self.width = width
        # One long name makes all boxes of its frame taller, so that they stand in rows.
        self.lines = max(len(self._lines(node)) for node in cluster.nodes)
        self.height = 20 + 13 * self.lines

    def size(self, tree):
        width = 2 * PAD + tree.width * self.width + (tree.width - 1) * self.between
        return width, HEADING + tree.height * (self.height + self.apart) - self.apart + PAD

    def box(self, node, tree):
        x = PAD + tree.columns[node.key] * (self.width + self.between)
        y = HEADING + tree.rows[node.key] * (self.height + self.apart)
        left, lines = x + self._indent(node), self._lines(node)
        top = y + 14 + 6.5 * (self.lines - len(lines))
        name = tuple(Words(line, left, top + 13 * at, NAME) for at, line in enumerate(lines))
        about = Words(shortened(node.about, self._room(node), SMALL), left, top + 13 * len(lines), SMALL)
        return Box(node, x, y, self.width, self.height, name, about)

    def _indent(self, node):
        """A counted origin bears its number, an anonymous source its sign."""
        return 29 if node.number is not None or node.kind == SourceKind.ANONYMOUS else 10

    def _room(self, node):
        return self.width - self._indent(node) - 8

    def _lines(self, node):
        return wrapped(node.name, self._room(node), NAME, bold=True)

    def line(self, step, boxes, tree):
        far, near = boxes[step.far], boxes[step.near]
        x, y, end, to = far.right, far.middle, near.x - 3, near.middle
        bend = self.between / 2
        path = f"M{x:g} {y:g}C{x + bend:g} {y:g} {end - bend:g} {to:g} {end:g} {to:g}m-6-4 6 4-6 4"
        # At the ends of the tree the outlets' own articles say as much, and there is no room between the lines.
        goes_on = tree.holds(step.far, step.near) and step.near in tree.before.values()
        return Line(step, path, self._count(step, far, near) if goes_on else None)

    def _count(self, step, far, near):
        many = len(step.links)
        beside = 13 if near.middle > far.middle else -5
        return Words(f"{many}×", near.x - 29, near.middle + beside, SMALL) if many > 1 else None


class _Rows:
    """A sign at the left of every row, the words beside it; further in with every step."""

    row, sign, inset = 36, 20, 20

    def __init__(self, width):
        self.width = width

    def size(self, tree):
        return self.width, HEADING + len(tree.in_order) * self.row + 4

    def box(self, node, tree):
        x = PAD + min(tree.columns[node.key], 6) * self.inset
        y = HEADING + tree.in_order.index(node.key) * self.row
        room = self.width - x - self.sign - 8 - PAD
        name = (Words(shortened(node.name, room, NAME, bold=True), x + self.sign + 8, y + 14, NAME),)
        about = Words(shortened(node.about, room, SMALL), x + self.sign + 8, y + 28, SMALL)
        return Box(node, x, y + 6, self.sign, self.sign, name, about)

    def line(self, step, boxes, tree):
        far, near = boxes[step.far], boxes[step.near]
        x, to = far.x + self.sign / 2, near.middle
        y, end = (far.y + self.sign, near.x - 2) if near.y > far.y else (far.y, near.x - 2)
        if near.x > x:
            return Line(step, f"M{x:g} {y:g}V{to:g}H{end:g}m-5-4 5 4-5 4", None)
        # What is no step of the tree comes back at the edge, where nothing else stands.
        return Line(step, f"M{far.x:g} {far.middle:g}H{PAD / 2:g}V{to:g}H{end:g}m-5-4 5 4-5 4", None)
