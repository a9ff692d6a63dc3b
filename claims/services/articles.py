"""Articles: what is known of them, and whether they can carry evidence."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from claims.errors import Refused
from claims.models import Article, ChainStep, Claim, Link, Passage
from claims.reports.resting import claims_decided_with
from claims.reports.standing_effects import standing_effects
from claims.services import figures, log, reading_list, resting, roles, search_index, sources
from claims.services.incoming import LONGEST
from claims.vocabulary import DateBasis, SourceKind, Standing, Verb

TEXT_FIELDS = ("title", "byline", "dateline", "url")
# What suggestions rest on besides the text itself.
READ_ANEW = {"published_on", "standing", "outlet", "title"}

# What decides which of its words count, and for how many origins.
COUNTED_BY = {"published_on", "outlet"}


@transaction.atomic
def edit(*, article, by, lock_version=None, reason="", **values):
    """Correct what is known of `article`: title, outlet_name, byline, dateline, url and published_on.

    What is blank becomes "not stated". A date that a person sets has the basis "analyst".
    """
    roles.must_annotate(by)
    article = Article.objects.lock(article)
    roles.must_be_fresh(article, lock_version)
    new = {name: (values[name] or "").strip() or None for name in TEXT_FIELDS if name in values}
    for name, text in new.items():
        if text and len(text) > LONGEST[name]:
            raise Refused(f"The {name} has {len(text):,} characters; it has at most {LONGEST[name]:,}.")
    if "outlet_name" in values:
        name = (values["outlet_name"] or "").strip()
        new["outlet"] = sources.find_or_create_outlet(name, by=by) if name else None
    if "published_on" in values and values["published_on"] != article.published_on:
        new |= dated(values["published_on"])
    if COUNTED_BY & log.changes(article, new)[1].keys():
        reason = _must_say_where_weighed(article, reason)
    return _change(article, new, by=by, reason=reason)


def _must_say_where_weighed(article, reason):
    """Return `reason`, or raise `Refused` where there is none and a decision had words of `article` to weigh."""
    decided = claims_decided_with(_links_into(article))
    if not decided:
        return reason
    first = Claim.objects.filter(pk__in=decided).order_by("number").first()
    more = f" and {len(decided) - 1} more" if len(decided) > 1 else ""
    return roles.must_say(reason, f"Say how you know: the decision on {first.label}{more} had words of it to weigh.")


def set_date(*, article, published_on, by, reason=""):
    """Set the day on which `article` was published; its passages count from now on."""
    return edit(article=article, published_on=published_on, by=by, reason=reason)


def dated(day, basis=DateBasis.ANALYST):
    """Return the fields of an article that say that it was published on `day` (None: nobody knows)."""
    if day is None:
        return {"published_on": None, "published_basis": DateBasis.UNKNOWN}
    if day > timezone.localdate():
        raise Refused("An article cannot have been published on a day that is still to come.")
    return {"published_on": day, "published_basis": basis}


@transaction.atomic
def set_standing(*, article, standing, reason, by, lock_version=None):
    """Say that `article` is usable, was corrected, or was withdrawn; links to a withdrawn one are suspended.

    The log keeps with the act what rested on the article, and what became of it.
    """
    roles.must_annotate(by)
    article = Article.objects.lock(article)
    roles.must_be_fresh(article, lock_version)
    reason = roles.must_say(reason, "Say what the outlet did, and where you read it.")
    new = {"standing": roles.must_be_one_of(Standing, standing, "standing")}
    if new["standing"] != article.standing:
        new["standing_at"] = timezone.now()
    rested = standing_effects(article, new["standing"]).as_logged()
    return _change(article, new, by=by, reason=reason, told={"rested": rested})


def _change(article, new, *, by, reason, told=None):
    after = change(article, new, by=by, reason=reason, told=told)
    if not after:
        raise Refused("Nothing was changed.")
    return article


def change(article, new, *, by, reason, verb=Verb.CHANGED, told=None):
    """Set the fields `new` of the locked row `article`, log what differs and return it; for services that checked.

    The event holds `told` too, which is no field.
    """
    before, after = log.changes(article, new)
    if not after:
        return after
    links = _links_into(article) if COUNTED_BY & after.keys() else Link.objects.none()
    with resting.weighed_anew(links, article=article, why=_corrected(article, after, reason), by=by):
        log.apply(article, after, lock_version=article.lock_version + 1)
        log.record(by=by, verb=verb, on=article, before=before, after=after | (told or {}), reason=reason)
        if "outlet" in after:
            _let_origins_follow(article, before["outlet"], by=by)
    search_index.index(article)
    if "standing" in after:
        flag = resting.flag_for_correction if article.standing == Standing.CORRECTED else resting.flag_for_article
        flag(article, why=f"“{article}” was marked {article.standing}: {reason}", by=by)
    figures.refresh_for_article(article)
    if READ_ANEW & after.keys():
        reading_list.add_article(article)
    return after


def _links_into(article):
    return Link.objects.live().filter(passage__article=article)


def _corrected(article, after, reason):
    what = "day of publication" if "published_on" in after else "outlet"
    return f"The {what} of “{article}” was corrected{f': {reason}' if reason else '.'}"


def _let_origins_follow(article, old_outlet, *, by):
    """Make the outlet the origin of the passages whose words are its own: those that nobody traceable passed on."""
    traced = ChainStep.objects.filter(passage=OuterRef("pk")).exclude(source__kind=SourceKind.ANONYMOUS)
    own = Passage.objects.filter(~Exists(traced), article=article, origin=old_outlet)
    for passage in own.select_for_update(no_key=True):
        before, after = log.changes(passage, {"origin": article.outlet})
        log.apply(passage, after)
        log.record(
            by=by,
            verb=Verb.CHANGED,
            on=passage,
            before=before,
            after=after,
            reason="The outlet of the article was corrected.",
            article=article,
        )
