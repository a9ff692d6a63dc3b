"""What the queue puts before a person: the words in their article, and what stands beside them. Reads only."""

from dataclasses import dataclass
from urllib.parse import quote

from claims.models import Anchor, Article, Claim, Link, Passage, Suggestion
from claims.reports.queue_sentences import what_it_makes
from claims.reports.twins import Twin, near_claims
from claims.text.in_paragraph import InParagraph, in_paragraph
from claims.text.spans import Span
from claims.vocabulary import ClaimKind, Noun, SuggestionKind

# Of words that are many, a browser finds the place by these first and last ones.
TELLING_WORDS = 6


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article in their paragraph; `url` is their place in the reader, `link` what they carry."""

    article: Article
    url: str
    around: InParagraph
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A suggestion as it is judged. `others` are words to compare, `claims` the claims that it concerns.

    `twins` are claims that say what a suggested one says, or are related to it; `passage` is to be placed anew,
    and its links are `suspended` until then.
    """

    suggestion: Suggestion
    words: Words
    makes: str
    others: tuple[Words, ...] = ()
    claims: tuple[Claim, ...] = ()
    twins: tuple[Twin, ...] = ()
    passage: Passage | None = None
    suspended: tuple[Link, ...] = ()

    @property
    def link(self):
        """The link that it would make, unsaved, for its labels; None where it makes none."""
        said = self.suggestion.payload
        is_link = self.suggestion.kind == SuggestionKind.LINK
        return Link(stance=said["stance"], basis=said.get("basis") or "") if is_link else None


@dataclass(frozen=True, slots=True)
class Made:
    """What accepting a suggestion made: its name, and where it is."""

    label: str
    url: str


def case_of(suggestion):
    """Return all that the page shows of `suggestion`, which comes with its version, article and claim."""
    return LOADERS[suggestion.kind](suggestion)


def made_of(suggestion):
    """Return what accepting `suggestion` made, or None where nothing was made."""
    if suggestion.result_noun == Noun.CLAIM:
        claim = Claim.objects.filter(pk=suggestion.result_id).first()
        return claim and Made(claim.label, claim.get_absolute_url())
    if suggestion.result_noun == Noun.LINK:
        link = Link.objects.filter(pk=suggestion.result_id).select_related("claim").first()
        return link and Made(link.claim.label, f"{link.claim.get_absolute_url()}#link-{link.pk}")
    return None


def _claim(suggestion):
    twins = _twins(suggestion) if suggestion.is_pending else ()
    return Case(suggestion, _words(suggestion), what_it_makes(suggestion), twins=tuple(twins))


def _twins(suggestion):
    said, published_on = suggestion.payload, suggestion.version.article.published_on
    return near_claims(said["statement"], published_on=published_on, forecast=said["kind"] == ClaimKind.FORECAST)


def _link(suggestion):
    return Case(suggestion, _words(suggestion), what_it_makes(suggestion), claims=(suggestion.claim,))


def _origin(suggestion):
    keys = [suggestion.payload["link"], suggestion.payload["other"]]
    links = Link.objects.select_related("passage__article__outlet", "passage__origin")
    rows = links.prefetch_related("passage__chain_steps__source").in_bulk(keys)
    judged, other = (rows.get(key) for key in keys)
    return Case(
        suggestion,
        _words(suggestion, judged),
        what_it_makes(suggestion),
        others=(_linked_words(other),) if other else (),
        claims=(suggestion.claim,),
    )


def _merge(suggestion):
    other = Claim.objects.select_related("figures", "owner").get(pk=suggestion.payload["other"])
    makes = what_it_makes(suggestion, other)
    return Case(suggestion, _words(suggestion), makes, claims=(suggestion.claim, other))


def _anchor(suggestion):
    passage = Passage.objects.get(pk=suggestion.payload["passage"])
    links = Link.objects.live().filter(passage=passage).select_related("claim")
    makes = what_it_makes(suggestion)
    return Case(suggestion, _words(suggestion), makes, passage=passage, suspended=tuple(links))


def _words(suggestion, link=None):
    return _words_at(suggestion.version, Span(suggestion.start, suggestion.end), suggestion.version.article, link)


def _linked_words(link):
    anchors = Anchor.objects.filter(passage=link.passage).select_related("version")
    anchor = anchors.order_by("-version__number").first()
    return _words_at(anchor.version, Span(anchor.start, anchor.end), link.passage.article, link)


def _words_at(version, span, article, link):
    around = in_paragraph(version.text, span, body=version.headline_end)
    url = f"{article.get_absolute_url()}?version={version.number}#:~:text={_text_fragment(around.words)}"
    return Words(article, url, around, link)


def _text_fragment(words):
    """Return what the fragment `:~:text=` finds `words` by: all of them, or the first and the last."""
    split = words.split()
    if len(split) <= 2 * TELLING_WORDS:
        return _encoded(split)
    return f"{_encoded(split[:TELLING_WORDS])},{_encoded(split[-TELLING_WORDS:])}"


def _encoded(words):
    return quote(" ".join(words), safe="").replace("-", "%2D")


LOADERS = {
    SuggestionKind.CLAIM: _claim,
    SuggestionKind.LINK: _link,
    SuggestionKind.ORIGIN: _origin,
    SuggestionKind.MERGE: _merge,
    SuggestionKind.ANCHOR: _anchor,
}
