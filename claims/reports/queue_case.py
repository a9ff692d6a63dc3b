"""What the queue puts before a person: the words in their article, and what stands beside them. Reads only."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from claims.models import Anchor, Article, Claim, Link, Passage, Suggestion
from claims.reports.folded import accepted_copy_of, copies_of
from claims.reports.offers import IN_THE_TEXT
from claims.reports.queue_doubts import doubts_about, lacks_reason, twins_of_suggested
from claims.reports.queue_sentences import what_it_makes
from claims.reports.twins import Twin
from claims.text.in_paragraph import InParagraph, in_paragraph
from claims.text.spans import Span
from claims.vocabulary import Noun, SuggestionKind

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

    `twins` are claims that say what a suggested one says, or are related to it; `doubts` say why it is not made in
    one step. `copies` say the same in copies of the report, where `accepted_copy` was accepted. `passage` is to be
    placed anew, and its links are `suspended` until then.
    """

    suggestion: Suggestion
    words: Words
    makes: str
    others: tuple[Words, ...] = ()
    claims: tuple[Claim, ...] = ()
    twins: tuple[Twin, ...] = ()
    doubts: tuple[str, ...] = ()
    copies: tuple[Suggestion, ...] = ()
    accepted_copy: Suggestion | None = None
    passage: Passage | None = None
    suspended: tuple[Link, ...] = ()

    @property
    def link(self):
        """The link that it would make, unsaved, for its labels; None where it makes none."""
        said = self.suggestion.payload
        is_link = self.suggestion.kind == SuggestionKind.LINK
        return Link(stance=said["stance"], basis=said.get("basis") or "") if is_link else None

    @property
    def asks(self):
        """Whether accepting it opens the form, because a person has something to look at again, or to say."""
        return bool(self.doubts) or lacks_reason(self.suggestion)

    @property
    def copy_keys(self):
        """The keys of the copies, as a form sends them."""
        return ",".join(str(copy.pk) for copy in self.copies)

    @property
    def same_claim(self):
        """The claim that says already what a suggested one says, or None."""
        return self.twins[0].claim if self.twins and self.twins[0].is_same else None


@dataclass(frozen=True, slots=True)
class Made:
    """What accepting a suggestion made: its name, and where it is."""

    label: str
    url: str


def case_of(suggestion):
    """Return all that the page shows of `suggestion`, which comes with its version, article and claim."""
    case = LOADERS[suggestion.kind](suggestion)
    if suggestion.fold is None or not suggestion.is_pending:
        return case
    copies = tuple(copies_of([suggestion]).get(suggestion.fold, ()))
    return replace(case, copies=copies, accepted_copy=accepted_copy_of(suggestion))


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
    twins = tuple(twins_of_suggested(suggestion)) if suggestion.is_pending else ()
    doubts = doubts_about(suggestion, twins) if suggestion.is_pending else ()
    return Case(suggestion, _words(suggestion), what_it_makes(suggestion), twins=twins, doubts=doubts)


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
    span = Span(suggestion.start, suggestion.end)
    is_marked = suggestion.is_pending and suggestion.kind in IN_THE_TEXT
    place = f"suggestion-{suggestion.pk}" if is_marked else ""
    return _words_at(suggestion.version, span, suggestion.version.article, link, place)


def _linked_words(link):
    anchors = Anchor.objects.filter(passage=link.passage).select_related("version")
    anchor = anchors.order_by("-version__number").first()
    return _words_at(anchor.version, Span(anchor.start, anchor.end), link.passage.article, link)


def _words_at(version, span, article, link, place=""):
    around = in_paragraph(version.text, span, body=version.headline_end)
    if link:
        place = f"passage-{link.passage_id}"
    # Where nothing marks the words, some browsers find them by what they say.
    place = place or f":~:text={_text_fragment(around.words)}"
    url = f"{article.get_absolute_url()}?version={version.number}&suggestions=all#{place}"
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
