"""What a timeline draws: marks, in lanes, with their shapes and words. Pure values."""

from dataclasses import dataclass, replace
from datetime import date

from claims.reports.lettering import shortened, width_of
from claims.reports.timeline_axis import LETTERS
from claims.vocabulary import Stance

SHAPES = {
    Stance.SUPPORTS: "M0-7 7 5-7 5Z",
    Stance.REFUTES: "M0 7 7-5-7-5Z",
    Stance.QUALIFIES: "M0-7 7 0 0 7-7 0Z",
}
CIRCLE = "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1-6 0Z"
SMALL_CIRCLE = "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1-4.5 0Z"
SQUARE = "M-6-6H6V6H-6Z"


@dataclass(frozen=True, slots=True)
class Mark:
    """A link on the day on which its article was published, or (without a stance) a verdict on its as-of day.

    `what` it is and `where` it stands, `note` why it does not count; `target` is the address of its card, and `word`
    stands beside it where there is room.
    Hollow is what is foretold or proposed, faint what does not count or no longer stands.
    """

    key: int
    day: date
    what: str
    where: str
    target: str
    stance: str = ""
    note: str = ""
    word: str = ""
    hollow: bool = False
    faint: bool = False

    @property
    def shape(self):
        """The outline that tells the stance apart without colour; a square for a verdict."""
        if not self.stance:
            return SQUARE
        return SHAPES.get(self.stance, SMALL_CIRCLE if self.stance == Stance.CONTEXT else CIRCLE)

    @property
    def is_struck(self):
        """Whether it is struck through, as what would count; context and qualifications never do."""
        return self.faint and self.stance not in (Stance.CONTEXT, Stance.QUALIFIES)

    @property
    def label(self):
        return f"{self.what}: {self.where}. {self.note}".strip()


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one origin. `number` is that of a counted origin, as in the graph of origins."""

    title: str
    marks: tuple[Mark, ...]
    number: int | None = None

    @property
    def is_counted(self):
        return self.number is not None

    @property
    def makes_the_claim(self):
        return any(mark.stance == Stance.ASSERTS for mark in self.marks)

    @property
    def is_against(self):
        return any(mark.stance == Stance.REFUTES and not mark.faint for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark with its place, and the lines of words that are read when somebody points at it."""

    mark: Mark
    x: int
    y: int = 0
    lines: tuple[str, ...] = ()

    def with_lines(self, room):
        """Return the same with its words as far as they have room, in two lines or three."""
        mark, first = self.mark, f"{self.mark.what}: {self.mark.where}"
        parts = (first, mark.note) if width_of(first, LETTERS) <= room else (mark.what, mark.where, mark.note)
        return replace(self, lines=tuple(shortened(text, room, LETTERS) for text in parts if text))


@dataclass(frozen=True, slots=True)
class Pile:
    """Marks for which there was no room, counted at their place."""

    x: int
    count: int
    y: int = 0

    @property
    def text_y(self):
        return self.y + 4


@dataclass(frozen=True, slots=True)
class Word:
    """What stands beside a dot."""

    text: str
    x: int
    y: int
    anchor: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """The dots and piles of a lane, y counted from the top of its first row, and how many rows they take."""

    dots: tuple[Dot, ...]
    piles: tuple[Pile, ...]
    rows: int

    def moved(self, by):
        """Return the same, `by` pixels further down."""
        dots = tuple(replace(dot, y=dot.y + by) for dot in self.dots)
        return Placed(dots, tuple(replace(pile, y=pile.y + by) for pile in self.piles), self.rows)
