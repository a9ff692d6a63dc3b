"""Which candidates are presumed to come from where the claim itself came from (E4), before anybody marked them."""

from claims.models import ArticleVersion, Passage
from claims.reports.credits import credits_by_article, credits_of
from claims.text.attribution.chains import Link
from claims.text.evidence.hands import chains_in
from claims.text.origins import Told, same_origin
from claims.text.spans import Span
from claims.vocabulary import SourceKind


def same_origins(candidates, asserting):
    """Return {candidate: why it is presumed to have the origin of one of the passages `asserting`} where it is."""
    if not candidates or not asserting:
        return {}
    made = _as_recorded(asserting)
    found = {}
    for candidate, told in _as_told(candidates):
        why = next(filter(None, (same_origin(told, one) for one in made)), "")
        if why:
            found[candidate] = f"same origin presumed: {why}"
    return found


def _as_recorded(asserting):
    rows = Passage.objects.filter(pk__in=[passage.pk for passage in asserting])
    passages = list(rows.with_attribution().select_related("origin", "article__outlet"))
    credited = credits_by_article({passage.article_id for passage in passages})
    return [_recorded(passage, credited[passage.article_id]) for passage in passages]


def _recorded(passage, agencies):
    sources = [step.source for step in passage.chain_steps.all()]
    if passage.origin and passage.origin not in sources:
        sources.append(passage.origin)
    chain = [Link(source.name, source.kind) for source in sources]
    return _told(passage.exact, agencies, chain, passage.article)


def _as_told(candidates):
    """Yield each candidate with what its article says of who told it, every article read once."""
    of_version = {}
    for candidate in candidates:
        of_version.setdefault(candidate.version, []).append(candidate)
    versions = ArticleVersion.objects.in_bulk(of_version)
    for key, held in of_version.items():
        agencies = credits_of(versions[key])
        chains = chains_in(versions[key].text, [Span(one.start, one.end) for one in held])
        for candidate, chain in zip(held, chains, strict=True):
            yield candidate, _told(candidate.quote, agencies, chain, candidate.article)


def _told(words, agencies, chain, article):
    credited = [Link(name, SourceKind.AGENCY.value) for name in agencies]
    return Told(words, (*credited, *chain), article.outlet.name if article.outlet else "")
