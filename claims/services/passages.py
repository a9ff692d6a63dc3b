"""Passages: quoted words of an article, and who says them."""

from django.db import transaction
from django.utils import timezone

from claims.errors import Refused
from claims.models import Anchor, Article, ChainStep, Passage
from claims.services import attribution as attributions
from claims.services import figures, log, reading_list, resting, roles
from claims.text.quotes import carry_over, context_of, find_selection
from claims.vocabulary import AnchorMethod, Certainty, Polarity, SpeakerKind, Verb

NOT_FOUND = (
    "These words do not stand in the newest version of “{article}”: {quote}. Mark them in the article, or copy them "
    "from it exactly."
)

GONE = (
    "Version {number} of “{article}” was recorded after you opened it, and these words no longer stand in it: "
    "{quote}. Put in their place what it says now, or leave them."
)

TOO_LONG = f"A passage has at most {Passage.EXACT_MAX:,} characters; mark fewer words."

SAID_AS = {
    "speaker_kind": (SpeakerKind, "kind of speaker"),
    "certainty": (Certainty, "certainty"),
    "polarity": (Polarity, "polarity"),
}


def locate(article, quote, *, near=0, marked_in=None):
    """Return (version, span) of `quote` in the newest version of `article`, the place nearest to `near`.

    Words of an older version, whose number is `marked_in`, are found by what stood around them there: offsets of one
    text say nothing of another. Raises `Refused` when the words do not stand in the newest, or are too many.
    """
    quote = roles.must_say(quote, "Mark the words first.")
    version = article.newest_version()
    older = marked_in and marked_in < version.number and article.versions.filter(number=marked_in).first()
    marked = find_selection(quote, older.text, near=near) if older else None
    span = carry_over(marked, older.text, version.text) if marked else find_selection(quote, version.text, near=near)
    if span is None:
        sentence = GONE if marked else NOT_FOUND
        raise Refused(sentence.format(article=article, quote=f"“{quote[:80]}”", number=version.number))
    if span.end - span.start > Passage.EXACT_MAX:
        raise Refused(TOO_LONG)
    return version, span


@transaction.atomic
def mark(*, article, quote, by, near=0, attribution=None):
    """Return the passage for `quote` in `article`: a new one, unless the same words were so attributed before."""
    roles.must_annotate(by)
    article = Article.objects.lock(article)
    version, span = locate(article, quote, near=near)
    attribution = attribution or attributions.Attribution()
    chain, said = _said(attribution, article.outlet, by)
    return _same(version, span, said, chain) or _create(article, version, span, said, chain, by)


def _said(attribution, outlet, by):
    """Return the chain of `attribution` and what a passage keeps of it besides."""
    for name, (choices, what) in SAID_AS.items():
        roles.must_be_one_of(choices, getattr(attribution, name), what)
    chain = attributions.resolve_chain(attribution, outlet, by=by)
    origin = attributions.resolve_origin(attribution, chain, outlet, by=by)
    kept = {name: getattr(attribution, name) for name in SAID_AS}
    return chain, {"speaker": attribution.speaker.strip()[:200], "origin": origin, **kept}


def _same(version, span, said, chain):
    rows = Passage.objects.filter(anchors__version=version, anchors__start=span.start, anchors__end=span.end, **said)
    for passage in rows.with_attribution():
        if [step.source for step in passage.chain_steps.all()] == chain:
            return passage
    return None


def _create(article, version, span, said, chain, by):
    now = timezone.now()
    prefix, suffix = context_of(span, version.text)
    passage = Passage.objects.create(
        article=article,
        exact=version.text[span.start : span.end],
        prefix=prefix,
        suffix=suffix,
        created_at=now,
        created_by=by,
        **said,
    )
    _set_chain(passage, chain)
    Anchor.objects.create(
        passage=passage,
        version=version,
        start=span.start,
        end=span.end,
        method=AnchorMethod.EXACT,
        created_at=now,
        created_by=by,
    )
    log.record(by=by, verb=Verb.CREATED, on=passage, after={"exact": passage.exact, **said}, article=article, at=now)
    return passage


def _set_chain(passage, chain):
    passage.chain_steps.all().delete()
    ChainStep.objects.bulk_create(
        ChainStep(passage=passage, position=position, source=source) for position, source in enumerate(chain)
    )


@transaction.atomic
def reattribute(*, passage, attribution, reason, by):
    """Say anew who speaks in `passage` and through whom; its claims are counted anew."""
    roles.must_annotate(by)
    reason = roles.must_say(reason, "Say why the attribution changes.")
    article = Article.objects.lock(passage.article)
    passage = Passage.objects.select_for_update(no_key=True).get(pk=passage.pk)
    old_chain = [step.source_id for step in passage.chain_steps.all()]
    chain, new = _said(attribution, article.outlet, by)
    before, after = log.changes(passage, new)
    if not after and old_chain == [source.pk for source in chain]:
        raise Refused("Nothing was changed.")
    why = f"The origin of words in “{article}” was corrected: {reason}"
    with resting.weighed_anew(passage.links.live(), article=article, why=why, by=by):
        if after:
            log.apply(passage, after)
        _set_chain(passage, chain)
        log.record(
            by=by,
            verb=Verb.CHANGED,
            on=passage,
            before=before | {"chain": old_chain},
            after=after | {"chain": [source.pk for source in chain]},
            reason=reason,
            article=article,
        )
    figures.refresh_for_article(article)
    reading_list.add_with_alternatives(set(passage.links.values_list("claim", flat=True)))
    return passage
