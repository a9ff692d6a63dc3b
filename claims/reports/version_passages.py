"""What became of the marked words of an article from one version to another, and which claims rest on them."""

from bisect import bisect_right
from dataclasses import dataclass

from claims.models import Anchor, Link, Passage, Suggestion
from claims.text.differences import Piece, word_differences
from claims.text.spans import Span
from claims.vocabulary import AnchorMethod, SuggestionKind

LOST, MOVED, PLACED, BACK, STANDS = "lost", "moved", "placed", "back", "stands"
# What must be looked at comes first.
FATES = {
    LOST: "Lost its place",
    PLACED: "Placed by a person",
    MOVED: "Moved",
    BACK: "Stands again",
    STANDS: "Stands",
}


@dataclass(frozen=True, slots=True)
class PassageFate:
    """A passage with live links: what became of its words, and where they are gone the words most like them.

    "Moved" means that they stand in another paragraph than the one that became of theirs; to stand further down
    because something came in above is not to move. `nearest` is what the assistant found when the version came.
    """

    passage: Passage
    fate: str
    links: tuple[Link, ...]
    nearest: tuple[Piece, ...] = ()

    @property
    def label(self):
        return FATES[self.fate]


def passage_fates(diff):
    """Return the fates of the passages that have live links and a place in either version of `diff`."""
    links = {}
    for link in (
        Link.objects.live()
        .filter(passage__article=diff.after.article)
        .select_related("claim__figures", "claim__merged_into", "passage")
    ):
        links.setdefault(link.passage, []).append(link)
    old, new = (_places(version, links) for version in (diff.before, diff.after))
    lines = {side: _lines(diff.changes, side) for side in ("old", "new")}
    nearest = _nearest(diff.after)
    found = [
        PassageFate(
            passage=passage,
            fate=_fate(old.get(passage.pk), new.get(passage.pk), lines),
            links=tuple(of_passage),
            nearest=_pieces(passage, nearest.get(passage.pk), diff.after) if passage.pk not in new else (),
        )
        for passage, of_passage in links.items()
        if passage.pk in old or passage.pk in new
    ]
    order = list(FATES)
    return sorted(found, key=lambda one: (order.index(one.fate), one.passage.pk))


def _places(version, passages):
    return {anchor.passage_id: anchor for anchor in Anchor.objects.filter(version=version, passage__in=passages)}


def _fate(before, after, lines):
    if after is None:
        return LOST
    if after.method == AnchorMethod.MANUAL:
        return PLACED
    if before is None:
        return BACK
    return STANDS if _stands_in(before, lines["old"]) == _stands_in(after, lines["new"]) else MOVED


def _lines(changes, side):
    """Return where the paragraphs of one side begin, and which of `changes` each is, both in text order."""
    found = [(getattr(change, side).start, place) for place, change in enumerate(changes) if getattr(change, side)]
    return [start for start, _ in found], [place for _, place in found]


def _stands_in(anchor, lines):
    """Return which change is the paragraph in which `anchor` begins."""
    starts, places = lines
    return places[max(0, bisect_right(starts, anchor.start) - 1)]


def _nearest(version):
    """Return {passage: span of the words of `version` most like it}, as they were found when it was recorded."""
    offers = Suggestion.objects.filter(kind=SuggestionKind.ANCHOR, version=version)
    return {offer.payload.get("passage"): Span(offer.start, offer.end) for offer in offers}


def _pieces(passage, span, version):
    return tuple(word_differences(passage.exact, span.of(version.text))) if span else ()
