"""One article as a side of the reader: its text with what is drawn in it. The reader has one side, or two."""

from dataclasses import dataclass

from claims.models import Article, ArticleVersion
from claims.reports.margin import margins
from claims.reports.offers import Suggested, suggested_in
from claims.reports.outline import outline_of
from claims.reports.reading import Reading, read_version
from claims.services import roles
from claims.views.words import Words, words_of

ELSEWHERE = "This is an older version. Words are marked in the newest one."
# What the address may ask to be hidden: `?hide=others,suggestions`; `none` hides nothing that a browser remembers.
MINE, OTHERS, SUGGESTIONS = "mine", "others", "suggestions"
HIDEABLE = (MINE, OTHERS, SUGGESTIONS)
# On the page, and in the address, what belongs to the second article is named with this before it.
BESIDE = "b-"


@dataclass(frozen=True, slots=True)
class Side:
    """What the page shows of `version`; `prefix` keeps its ids apart from those of the other side.

    `hides` names what is not drawn; `refusal` says why nobody can mark words here, or is None; `words` are those that
    the address names as marked.
    """

    article: Article
    version: ArticleVersion
    reading: Reading
    suggested: Suggested
    margins: dict
    outline: tuple
    hides: frozenset[str]
    refusal: str | None
    prefix: str = ""
    words: Words | None = None

    @property
    def may_annotate(self):
        return self.refusal is None

    @property
    def paragraphs(self):
        """(block, its counts) of each block, in text order."""
        return [(block, self.margins.get(block.start, ())) for block in self.reading.blocks]


def side_of(version, request, *, is_newest=True, prefix=""):
    """Return the side for `version` (with its article) as `request` asks for it.

    What is suggested is shown in the newest version alone.
    """
    hides = hidden_by(request)
    everything = request.GET.get("suggestions") == "all"
    suggested = suggested_in(version, everything=everything) if is_newest else Suggested()
    drawn = () if SUGGESTIONS in hides else suggested.words
    reading = read_version(version, drawn, hidden=_hidden(hides, request.user))
    counts = margins(reading, drawn)
    return Side(
        article=version.article,
        version=version,
        reading=reading,
        suggested=suggested,
        margins=counts,
        outline=outline_of(reading, counts),
        hides=hides,
        refusal=roles.refusal(roles.must_annotate, request.user) or (None if is_newest else ELSEWHERE),
        prefix=prefix,
        words=words_of(request.GET.get(f"{prefix}words", ""), version),
    )


def hidden_by(request):
    """Return what the address asks to be hidden, as a set of words of HIDEABLE."""
    return frozenset(request.GET.get("hide", "").split(",")).intersection(HIDEABLE)


def _hidden(hides, person):
    def is_hidden(card):
        return (MINE if card.link.created_by_id == person.pk else OTHERS) in hides

    return is_hidden
