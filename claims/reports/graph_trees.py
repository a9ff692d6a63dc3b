"""In which column and row the nodes of a cluster stand: a tree from the farthest source to the outlets. Pure.

A node that was told by several stands behind the one farthest along; the other steps are drawn beside the tree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """Column and row of every node by its key, and the key of the node before it in the tree (None: a root)."""

    columns: Mapping[object, int]
    rows: Mapping[object, float]
    before: Mapping[object, object]
    in_order: tuple[object, ...]

    @property
    def width(self):
        return max(self.columns.values()) + 1

    @property
    def height(self):
        """How many rows there are."""
        return int(max(self.rows.values())) + 1

    def holds(self, far, near):
        """Whether the step from `far` to `near` is one of the tree."""
        return self.before[near] == far


def tree_of(keys: Sequence[object], steps: Sequence[tuple[object, object]]) -> Tree:
    """Return the tree of the nodes `keys` with the (far, near) `steps`; where they run in a circle one is left out.

    No two nodes stand in the same place, and each stands beside the middle of those that had it from there.
    """
    tellers = {key: [far for far, near in steps if near == key] for key in keys}
    columns, before = {}, {}
    for key in keys:
        _place(key, tellers, columns, before, ())
    in_order, rows = [], {}
    for root in (key for key in keys if before[key] is None):
        _lay(root, keys, before, in_order, rows)
    return Tree(columns, rows, before, tuple(in_order))


def _place(key, tellers, columns, before, on_the_way):
    """Return the column of `key`, one behind the farthest of its tellers."""
    if key not in columns:
        known = [far for far in tellers[key] if far not in on_the_way and far != key]
        found = {far: _place(far, tellers, columns, before, (*on_the_way, key)) for far in known}
        before[key] = max(found, key=found.get, default=None)
        columns[key] = found[before[key]] + 1 if found else 0
    return columns[key]


def _lay(key, keys, before, in_order, rows):
    """Give `key` and all behind it their rows: each end a new one, the others the middle of those behind them."""
    in_order.append(key)
    behind = [other for other in keys if before[other] == key]
    for other in behind:
        _lay(other, keys, before, in_order, rows)
    ends = [rows[other] for other in behind]
    rows[key] = (ends[0] + ends[-1]) / 2 if ends else float(int(max(rows.values(), default=-1.0)) + 1)
