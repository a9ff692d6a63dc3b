"""Which recorded article an incoming text belongs to, and what the text adds to what is known of it."""

from django.db.models import Q

from claims.models import Article, ArticleCopy, ArticleVersion, Event
from claims.reports.article_rows import with_openings
from claims.reports.credits import body_of
from claims.reports.near_copies import near_copies
from claims.services import articles, sources, versions
from claims.text.copies import word_runs
from claims.text.resemblance import resembles
from claims.vocabulary import Noun, SourceKind, Verb

OUTLETS = [SourceKind.OUTLET, SourceKind.AGENCY]
# So much of one text stands in the other where an outlet has only changed it, and so much do both share.
CONTAINED, ALIKE = 0.9, 0.5
FILLED = {
    "title": "title",
    "outlet": "outlet",
    "byline": "byline",
    "dateline": "dateline",
    "url": "address",
    "published_on": "date of publication",
}


def find(incoming):
    """Return the article that `incoming` belongs to, or None.

    It is the one of its address, the one that holds the same text, or the one of its file. The same text from
    another outlet is another article: a copy must show as one, not vanish. Files of one name in two folders are two
    articles.
    """
    known = Article.objects.select_related("outlet").order_by("pk")
    url = incoming.stated["url"]
    at_address = known.filter(url=url).first() if url else None
    if at_address:
        return at_address
    by_name = _compatible(known.filter(imported_from=incoming.name), incoming) if incoming.name else []
    same_text = _compatible(known.filter(versions__sha256=incoming.digest), incoming)
    same_file = [article for article in by_name if article in same_text]
    changed = (article for article in by_name if _was_its_file(article, incoming))
    return next(iter(same_file or same_text), None) or next(changed, None)


def perhaps_changed(incoming):
    """Return the articles, `with_openings`, of which `incoming` may be a changed text by its words, likeliest first.

    None where it is known to which it belongs. Nothing that is stated may say that they are others.
    """
    if find(incoming):
        return []
    version = ArticleVersion(**versions.text_fields(incoming))
    near = [one for one in near_copies(version, word_runs(body_of(version))) if _is_nearly_all(one.shared)]
    near.sort(key=lambda one: (-one.shared.resemblance, one.version.article_id))
    known = with_openings(Article.objects.select_related("outlet")).in_bulk([one.version.article_id for one in near])
    return _compatible([known[one.version.article_id] for one in near], incoming)


def look_changed(articles):
    """Return (article, earlier) for each of `articles` (ids) that looks like a changed text of one imported earlier.

    By the same measure as `perhaps_changed`, of the likeliest only, and only of what has been read: for texts that
    came in without anybody being asked. They are articles of their own, and it is for a person to look at both.
    """
    whole = Q(first_share__gte=CONTAINED) | Q(second_share__gte=CONTAINED)
    pairs = ArticleCopy.objects.filter(whole, second__in=articles, resemblance__gte=ALIKE)
    likeliest_first = pairs.select_related("first__outlet", "second__outlet").order_by(
        "second", "-resemblance", "first"
    )
    found = {}
    for pair in likeliest_first:
        if not _differ(pair.first, pair.second):
            found.setdefault(pair.second, pair.first)
    return list(found.items())


def _differ(one, other):
    """Whether what is known of two articles says that neither is a text of the other."""
    other_url = one.url and other.url and one.url != other.url
    return bool(other_url or (one.outlet and other.outlet and one.outlet != other.outlet))


def _is_nearly_all(shared):
    return shared.containment >= CONTAINED and shared.resemblance >= ALIKE


def _compatible(candidates, incoming):
    """Return the articles of which nothing that is stated says that they are others."""
    stated, candidates = incoming.stated, list(candidates)
    outlet = sources.find(stated["outlet"], kinds=OUTLETS) if candidates and stated["outlet"] else None
    return [article for article in candidates if not _is_another(article, stated, outlet)]


def _is_another(article, stated, outlet):
    other_url = stated["url"] and article.url and stated["url"] != article.url
    other_outlet = stated["outlet"] and article.outlet and article.outlet != outlet
    return bool(other_url or other_outlet)


def _was_its_file(article, incoming):
    """Whether a file of the same name with another text is the article's own file, changed.

    Of two known folders, the same says yes and another no: copies of one report often share a name, and each is an
    article. Where one folder is unknown, as with uploads, the texts must resemble each other.
    """
    folder = _folder(article)
    if folder != "" and incoming.folder != "" and (folder is None) == (incoming.folder is None):
        return folder == incoming.folder
    return resembles(incoming.read.text, article.newest_version().text)


def _folder(article):
    """Return the folder in which the article's file lay when it was first imported, as the log has it."""
    event = Event.objects.filter(article=article, noun=Noun.ARTICLE, verb=Verb.IMPORTED).first()
    return event and event.after.get("folder")


def fill(article, stated, *, by):
    """Fill what is not known of `article` yet with what is `stated` now; return the names of what was filled.

    What a person has set to "not stated" stays so.
    """
    unknown = [name for name in FILLED if stated[name] and getattr(article, name) is None]
    new = {name: stated[name] for name in unknown if name not in _cleared(article)}
    if not new:
        return []
    if "outlet" in new:
        new["outlet"] = sources.find_or_create_outlet(new["outlet"], by=by)
    if "published_on" in new:
        new["published_basis"] = stated["published_basis"]
    after = articles.change(article, new, by=by, reason="Stated at a later import.")
    return [words for name, words in FILLED.items() if name in after]


def _cleared(article):
    """Return the fields that somebody has emptied since the article was imported."""
    changes = Event.objects.filter(article=article, noun=Noun.ARTICLE, verb=Verb.CHANGED)
    return {name for change in changes for name, value in change.after.items() if value is None}
