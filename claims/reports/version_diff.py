"""Two versions of an article beside each other: what came, what left and what was reworded. Reads only."""

from dataclasses import dataclass
from itertools import groupby

from claims.models import ArticleVersion
from claims.text.differences import Piece
from claims.text.paragraph_changes import Change, paragraph_changes, word_changes
from claims.text.words_around import beginning, ending

# Of unchanged paragraphs, so many beside a change are shown; folded away, a page holds no more characters than this.
BESIDE, MOST_FOLDED = 1, 100_000
# A page shows so many changes, and of a piece of text so many characters.
MOST_CHANGES, MOST_SAME, MOST_CHANGED = 300, 600, 5_000


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph: `kind` as in `text.paragraph_changes`; `pieces` say word by word how it became what it is."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def old(self):
        return [piece for piece in self.pieces if piece.kind != "new"]

    @property
    def new(self):
        return [piece for piece in self.pieces if piece.kind != "gone"]


@dataclass(frozen=True, slots=True)
class Fold:
    """So many unchanged paragraphs in a row, folded away; `rows` are empty where the page holds enough already."""

    count: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """What differs between two versions: `parts` are rows and folds in order; `left_out` changes are not there."""

    before: ArticleVersion
    after: ArticleVersion
    parts: tuple[Row | Fold, ...]
    counts: dict[str, int]
    left_out: int
    changes: tuple[Change, ...]

    @property
    def is_empty(self):
        """Whether every paragraph stands in both, so that white space between them differs at most."""
        return not (self.counts["changed"] or self.counts["gone"] or self.counts["new"])


def version_diff(before, after):
    """Return what differs between the versions `before` and `after` of one article."""
    changes = tuple(paragraph_changes(before.text, after.text))
    counts = dict.fromkeys(("same", "changed", "gone", "new"), 0)
    for change in changes:
        counts[change.kind] += 1
    differing = counts["changed"] + counts["gone"] + counts["new"]
    return VersionDiff(
        before=before,
        after=after,
        parts=tuple(_with_room(_parts(changes, before.text, after.text))),
        counts=counts,
        left_out=max(0, differing - MOST_CHANGES),
        changes=changes,
    )


def _parts(changes, old, new):
    shown = 0
    runs = [list(run) for _, run in groupby(changes, key=lambda change: change.kind == "same")]
    for place, run in enumerate(runs):
        if run[0].kind == "same":
            yield from _folded(run, new, is_first=place == 0, is_last=place == len(runs) - 1)
            continue
        yield from (_row(change, old, new) for change in run[: MOST_CHANGES - shown])
        shown += len(run)
        if shown >= MOST_CHANGES:
            return


def _folded(run, new, *, is_first, is_last):
    """Yield the unchanged paragraphs next to a change, and the rest as a fold."""
    start = 0 if is_first else min(BESIDE, len(run))
    end = len(run) if is_last else max(start, len(run) - BESIDE)
    if end - start == 1:
        start = end
    yield from (_same(change, new) for change in run[:start])
    if end > start:
        yield Fold(end - start, tuple(_same(change, new) for change in run[start:end]))
    yield from (_same(change, new) for change in run[end:])


def _with_room(parts):
    """Yield `parts`, from where the page holds enough on with folds that only say how much they fold."""
    room = MOST_FOLDED
    for part in parts:
        if isinstance(part, Fold):
            room -= sum(len(piece.text) for row in part.rows for piece in row.pieces)
            yield part if room >= 0 else Fold(part.count, ())
        else:
            yield part


def _same(change, new):
    return Row("same", (_shortened(Piece(change.new.of(new), "same")),))


def _row(change, old, new):
    if change.kind == "changed":
        pieces = word_changes(change.old.of(old), change.new.of(new))
    else:
        text = change.old.of(old) if change.kind == "gone" else change.new.of(new)
        pieces = [Piece(text, change.kind)]
    return Row(change.kind, tuple(map(_shortened, pieces)))


def _shortened(piece):
    """Return `piece` with its middle left out where it is too long to be read; an ellipsis says so."""
    most = MOST_SAME if piece.kind == "same" else MOST_CHANGED
    if len(piece.text) <= most:
        return piece
    return Piece(f"{beginning(piece.text, most // 2)} {ending(piece.text, most // 2)}", piece.kind)
