"""What a graph of origins draws: boxes, lines and words in frames, each with its place. Pure values."""

from dataclasses import dataclass, replace

from claims.reports.origin_graph import Cluster, Node, Step
from claims.vocabulary import SourceKind

SIGN = 16
CORNERS = {SourceKind.OUTLET: 1, SourceKind.AGENCY: 1, SourceKind.PERSON: 99, SourceKind.ANONYMOUS: 99}


@dataclass(frozen=True, slots=True)
class Words:
    """Shortened words from `x` at the base line `y`, in letters of `size` pixels."""

    text: str
    x: float
    y: float
    size: int


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its outline and its words. At `sign_x` stands the number of a counted origin, or a sign."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    name: tuple[Words, ...]
    about: Words

    @property
    def middle(self):
        return self.y + self.height / 2

    @property
    def right(self):
        return self.x + self.width

    @property
    def sign_x(self):
        return self.x + min(SIGN, self.width / 2)

    @property
    def sign_y(self):
        return self.middle + 4

    @property
    def outline(self):
        """The path around it: round for people, with a corner off for documents, square for who publishes."""
        x, y, right, bottom = self.x, self.y, self.right, self.y + self.height
        corner = CORNERS.get(self.node.kind, self.height / 6)
        if self.node.kind == SourceKind.DOCUMENT:
            return f"M{x:g} {y:g}H{right - 9:g}L{right:g} {y + 9:g}V{bottom:g}H{x:g}Z"
        corner = min(corner, self.height / 2)
        arc = f"a{corner:g} {corner:g} 0 0 1"
        return (
            f"M{x + corner:g} {y:g}H{right - corner:g}{arc} {corner:g} {corner:g}V{bottom - corner:g}"
            f"{arc} {-corner:g} {corner:g}H{x + corner:g}{arc} {-corner:g} {-corner:g}V{y + corner:g}"
            f"{arc} {corner:g} {-corner:g}Z"
        )

    def moved(self, x, y):
        """Return the same, `x` further right and `y` further down."""
        name = tuple(replace(line, x=line.x + x, y=line.y + y) for line in self.name)
        about = replace(self.about, x=self.about.x + x, y=self.about.y + y)
        return replace(self, x=self.x + x, y=self.y + y, name=name, about=about)


@dataclass(frozen=True, slots=True)
class Line:
    """A step: its path, with the head of an arrow at the nearer end, and beside that how often it was taken."""

    step: Step
    path: str
    count: Words | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The box of a cluster, with its heading."""

    cluster: Cluster
    x: float
    y: float
    width: float
    height: float
    heading: Words
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing of `width` by `height`."""

    width: float
    height: float
    frames: tuple[Frame, ...]
