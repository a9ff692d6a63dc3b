"""The desk on which every page is looked at: the demo, and what it lacks, made through the services."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client, override_settings

from claims.admin import admin_site
from claims.models import Article, Claim, ClaimSet, Edition, Event, Link, Membership, Reschedule, Suggestion, User
from claims.reports.scope import Scope
from claims.services import (
    articles,
    assessments,
    assistant,
    comments,
    demo,
    editions,
    filters,
    importing,
    proposal_requests,
    searches,
)
from claims.services import claims as claim_acts
from claims.vocabulary import Stance, Verdict

ROLES = ("anonymous", "reader", "analyst", "reviewer", "admin")
NAMED = {"anonymous": None, "reader": "reader"}  # the others are called what they are
REPORTS = {"report": {"code": "R1"}, "overdue": {"code": "R2"}, "topics": {"code": "R9"}}

# The longest statement, and the longest word, that the desk takes; nobody may be able to break a page with words.
LONG_WORD = "Konstantinopolitanischer" * 8
LONG_STATEMENT = f"Muttaqi will say {LONG_WORD} in Islamabad " + "and then again to whoever will listen to it " * 6


def make():
    """Load the demo, let the assistant read it, and add what it lacks; return the people's sessions by role."""
    make_people()
    demo.load(settings.BASE_DIR / "seeds")
    analyst, reviewer = (User.objects.get(username=name) for name in ("analyst", "reviewer"))
    assistant.catch_up()
    assistant.work_off()
    _talk(analyst, reviewer)
    _change_articles(analyst)
    _freeze(reviewer)
    _judge(analyst, reviewer)
    filters.save(name="What is open", query="state=open", by=reviewer)
    searches.log_null_search(
        claim=_claim(14), searched="Reuters and AP, by name and month", up_to=date(2021, 11, 14), by=analyst
    )
    return sessions()


def make_people():
    """Make the one whom the demo lacks, and a group: somebody who may only read."""
    User.objects.create_user("reader", first_name="Rhea", last_name="Okafor")


def sessions():
    """Return the key of a session for each role that somebody has; None for the anonymous."""
    return {role: _session(role) for role in ROLES if role == "anonymous" or _person(role)}


def make_long():
    """Add an article, a claim, a source and a person whose words are as long as words may be."""
    by = User.objects.create_user("w" * 150, first_name=LONG_WORD[:150], last_name=LONG_WORD[:150])
    by.groups.set(Group.objects.filter(name="Analyst"))
    words = f"The minister said {LONG_WORD} on Monday."
    outcome = importing.import_file(
        name="long.txt",
        raw=f"{words} Nobody knew why. {LONG_WORD}\n".encode(),
        listed=importing.Listed(title=f"{LONG_WORD} says the minister", publisher=f"{LONG_WORD} Gazette"),
        by=by,
    )
    claim = claim_acts.make(
        article=outcome.article, quote=words, by=by, statement=LONG_STATEMENT[:500], kind="event",
        topic_names=[LONG_WORD[:60]], criteria=LONG_STATEMENT,
    )  # fmt: skip
    comments.make(claim=claim, body=f"Who says {LONG_WORD}?", by=by)
    return places() | {"article": {"pk": outcome.article.pk}, "open": {"number": claim.number}}


def places():
    """Return the arguments of addresses, by the name of what a page shows."""
    arrival = Article.objects.get(imported_from__endswith="2021-11-10-muttaqi-arrives-in-islamabad.txt")
    link = Link.objects.live().filter(claim__number=1, stance=Stance.SUPPORTS).latest("pk")
    kinds = {suggestion.kind: suggestion for suggestion in Suggestion.objects.for_queue().order_by("-pk")}
    undated = Article.objects.get(imported_from="a-note.txt")
    changed = Article.objects.get(imported_from__endswith="2021-11-10-delhi-regional-security-dialogue.txt")
    comment = Claim.objects.get(number=1).threads.earliest("pk").comments.earliest("pk")
    first, second = Edition.objects.order_by("pk")
    return {
        "article": {"pk": arrival.pk},
        "other": Article.objects.get(imported_from__endswith="2021-11-07-muttaqi-expected-in-islamabad.txt").pk,
        "undated": {"pk": undated.pk},
        "changed": {"pk": changed.pk},
        "version": {"pk": changed.pk, "number": 2},
        "waiting": {"kind": "undated", "pk": undated.pk},
        "panel": {"pk": arrival.pk, "name": "claim-1"},
        "words": {"pk": arrival.pk, **_offered(arrival)},
        "passage": {"pk": link.passage_id},
        "link": {"pk": link.pk},
        "suspended": {"pk": Link.objects.live().filter(passage__article__standing="withdrawn").latest("pk").pk},
        "comment": {"pk": comment.pk},
        "open": {"number": 20},
        "conflicting": {"number": 4},
        "draft": {"number": 8},
        "rejected": {"number": 7},
        "merged": {"number": 25},
        "set": {"pk": ClaimSet.objects.earliest("pk").pk},
        "member": {"pk": Membership.objects.earliest("pk").pk},
        "decided": {"number": 22},
        "proposed": {"number": 1},
        "blind": {"number": 27},
        "compared": {"number": 21},
        **REPORTS,
        "report_number": {"code": "R1", "key": "live"},
        "edition": {"pk": first.pk},
        "edition_number": {"pk": first.pk, "key": "live"},
        "editions": {"pk": first.pk, "other": second.pk},
        "app": {"app_label": "claims"},
        "on_site": {"content_type_id": ContentType.objects.get_for_model(Claim).pk, "object_id": 1},
        "forecast": {"number": 20},
        "rescheduled": {"number": Reschedule.objects.earliest("pk").earlier.number},
        "reschedule": {"pk": Reschedule.objects.earliest("pk").pk},
        "person": {"pk": User.objects.get(username="analyst").pk},
        "item": {"key": f"event-{Event.objects.latest('pk').pk}"},
        **{f"suggested_{kind}": {"pk": suggestion.pk} for kind, suggestion in kinds.items()},
        "suggested_claim_and_claim": {"pk": kinds["claim"].pk, "number": 20},
    }


def row_of(address):
    """Return the arguments of the address of a record in the admin: its first row."""
    app_label, model_name, _ = address.removeprefix("admin:").split("_")
    (model,) = [one for one in admin_site._registry if one._meta.label_lower == f"{app_label}.{model_name}"]
    return [model.objects.earliest("pk").pk]


def _talk(analyst, reviewer):
    thread = comments.make(
        claim=_claim(1), body="@reviewer: is Express Tribune the origin of ANI here?", by=analyst
    ).thread
    comments.reply(
        thread=thread, body="It says so in its second paragraph. @analyst, please look again.", by=reviewer
    )
    passage = Link.objects.live().filter(claim__number=1).latest("pk").passage
    comments.make(passage=passage, body="@analyst the day is that of Islamabad, not of Kabul.", by=reviewer)


def _change_articles(analyst):
    """Make what the demo has none of: a withdrawn article, one that nobody dates, and a second version of a text."""
    withdrawn = Article.objects.get(imported_from__endswith="jaishankar-meets-atmar-in-dushanbe.txt")
    articles.set_standing(article=withdrawn, standing="withdrawn", reason="The outlet took it down.", by=analyst)
    importing.import_file(name="a-note.txt", raw=b"Envoys met again, an official said. Nobody said when.", by=analyst)
    changed = Article.objects.get(imported_from__endswith="2021-11-10-delhi-regional-security-dialogue.txt")
    text = changed.newest_version().text.replace("Delhi", "New Delhi", 1)
    importing.import_file(name=changed.imported_from, raw=text.encode(), by=analyst)


def _judge(analyst, reviewer):
    """Propose on a claim blind, on another twice and differently, and ask for a third."""
    other = User.objects.get(username="admin")
    said = {"verdict": Verdict.MOOT, "confidence": "low", "rationale": "Nobody holds it any more."}
    with override_settings(FACTCHECK_BLIND_PROPOSALS=True):
        assessments.propose(claim=_claim(27), by=other, **said)
        assessments.propose(claim=_claim(21), by=analyst, **said)
    said |= {"verdict": Verdict.UNRESOLVED, "unresolved_reason": "conflicting", "rationale": "Two reports differ."}
    assessments.propose(claim=_claim(21), by=other, relied_on=_claim(21).links.live(), **said)
    proposal_requests.ask(claim=_claim(27), note="One who reads Russian, please.", by=reviewer, person=analyst)


def _freeze(reviewer):
    """Freeze a report twice, with something done in between."""
    editions.freeze(title="For the editor, week 45", code="R1", scope=Scope(), by=reviewer, note="Before the talks.")
    comments.make(claim=_claim(2), body="Frozen before this.", by=reviewer)
    editions.freeze(
        title="For the editor, as of 12 November", code="R1", scope=Scope(as_of=date(2021, 11, 12)), by=reviewer
    )


def _claim(number):
    return Claim.objects.get(number=number)


def _offered(article):
    offer = Suggestion.objects.for_queue().filter(version__article=article).earliest("start")
    return {"start": offer.start, "end": offer.end}


def _person(role):
    return User.objects.filter(username=NAMED.get(role, role)).first()


def _session(role):
    if role == "anonymous":
        return None
    client = Client()
    client.force_login(_person(role))
    return client.cookies[settings.SESSION_COOKIE_NAME].value
