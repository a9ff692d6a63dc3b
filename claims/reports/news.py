"""What happened on the desk, as lines that people read: the log without what goes without saying."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import F, Q

from claims.models import Event
from claims.vocabulary import Noun, Opening, Stance, Standing, Verb, Verdict

LINES = 30
READ = 300
AT_ONCE = timedelta(seconds=10)

ACTS = {
    (Noun.CLAIM, Verb.CREATED): "made",
    (Noun.CLAIM, Verb.CHANGED): "edited",
    (Noun.CLAIM, Verb.WITHDRAWN): "withdrew a proposal on",
    (Noun.CLAIM, Verb.SENT_BACK): "sent back the proposal on",
    (Noun.CLAIM, Verb.UNDONE): "took back the request for another proposal on",
    (Noun.ASSESSMENT, Verb.OPENED): "opened the round of proposals on",
    (Noun.LINK, Verb.WITHDRAWN): "withdrew a link from",
    (Noun.LINK, Verb.CHANGED): "revised a link of",
    (Noun.LINK, Verb.REAFFIRMED): "re-affirmed a link of",
    (Noun.PASSAGE, Verb.CHANGED): "said anew who speaks in a passage of",
    (Noun.LINK, Verb.UNDONE): "took back what was done to a link of",
    (Noun.ARTICLE, Verb.CHANGED): "edited what is known of",
    (Noun.ARTICLE, Verb.SEARCHED): "found no date for",
    (Noun.ARTICLE, Verb.UNDONE): "took back what was said of the date of",
}
SHOOK = "shook the decision on"
SET_ACTS = {Verb.JOINED: "put into", Verb.LEFT: "took out of"}
STANDINGS = {
    Standing.USABLE: "found usable again",
    Standing.CORRECTED: "marked as corrected",
    Standing.WITHDRAWN: "marked as withdrawn",
}
LINKED_AS = {
    Stance.SUPPORTS: "linked support to",
    Stance.REFUTES: "linked a conflict to",
    Stance.QUALIFIES: "linked a qualification to",
    Stance.CONTEXT: "linked context to",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What one person did to a claim or an article in one go, when last, and why.

    `acts` stand in the order in which they were done; `others` counts further articles of one import, of which there
    may be more (`is_cut`).
    """

    at: datetime
    actor: str
    acts: tuple[str, ...]
    target: str
    url: str
    reason: str = ""
    others: int = 0
    is_cut: bool = False


def news_for(user, *, since=None):
    """Return (lines, whether there is more): what others did after `since` (None: ever), the newest lines first.

    Events that another one implies (the passage of a link, the opening of a claim just made) are left out, and what
    one person did to one claim in one go is one line, as are the articles of one import.
    """
    events = list(_told(user, since).for_log()[:READ])
    lines = []
    for event in events:
        _add(lines, event)
    if len(events) == READ and lines[-1].others:
        lines[-1] = replace(lines[-1], is_cut=True)
    return lines[:LINES], len(lines) > LINES or len(events) == READ


def _told(user, since):
    told = Q(noun__in=[Noun.CLAIM, Noun.LINK, Noun.ARTICLE, Noun.NULL_SEARCH])
    told |= Q(noun=Noun.CLAIM_SET, verb__in=SET_ACTS)
    # A second proposal, and the end of a round, are told by the event of the claim.
    by_hand = Q(noun=Noun.ASSESSMENT, verb=Verb.OPENED, after__opening=Opening.REVIEWER)
    events = Event.objects.filter(told | by_hand | Q(noun=Noun.PASSAGE, verb=Verb.CHANGED))
    events = events.filter(at__gt=since) if since else events
    asserted = Q(noun=Noun.LINK, verb=Verb.LINKED, after__stance=Stance.ASSERTS)
    opened_when_made = Q(verb=Verb.OPENED, at__lt=F("claim__created_at") + AT_ONCE)
    # The claim that stays has an event of the merge too, which names the other.
    merged = Q(verb__in=[Verb.MERGED, Verb.UNMERGED]) & ~Q(after__has_any_keys=["received", "released"])
    # Of a new date both claims have an event; that of the claim which had the old one names the other.
    given = Q(after__has_key="rescheduled_from")
    return events.exclude(asserted | opened_when_made | merged | given).exclude(actor=user)


def _add(lines, event):
    """Add an event to the lines of newer ones: to the last of them when it tells of the same work."""
    line = _line(event)
    last = lines[-1] if lines else None
    if last and (last.actor, last.url) == (line.actor, line.url):
        acts = tuple(dict.fromkeys([*line.acts, *last.acts]))
        lines[-1] = replace(last, acts=acts, reason=last.reason or line.reason)
    elif last and event.verb == Verb.IMPORTED and (last.actor, last.acts) == (line.actor, line.acts):
        lines[-1] = replace(last, others=last.others + 1)
    else:
        lines.append(line)


def _line(event):
    target = event.claim or event.article
    return Line(
        at=event.at,
        actor=str(event.actor or "Factcheck"),
        acts=(_act(event),),
        target=str(target),
        url=target.get_absolute_url(),
        reason=event.reason,
    )


def _act(event):
    verdict = event.after.get("verdict")
    if event.verb == Verb.PROPOSED and verdict:
        return f"proposed “{Verdict(verdict).label}” for"
    if event.verb == Verb.DECIDED and verdict:
        return f"decided “{Verdict(verdict).label}” for"
    if event.verb == Verb.ASKED:
        return f"asked {event.after['name']} for another proposal on"
    if event.verb == Verb.LINKED:
        return LINKED_AS.get(event.after.get("stance"), "linked a passage to")
    if "received" in event.after:
        return f"merged C-{event.after['received']} into"
    if "released" in event.after:
        return f"took C-{event.after['released']} apart from"
    if "rescheduled_to" in event.after:
        return act_on_dates(event)
    if event.noun == Noun.CLAIM_SET:
        return f"{SET_ACTS[event.verb]} the set “{event.after['set']}”"
    if "unfounded" in event.after:
        return SHOOK
    if (event.noun, event.verb) == (Noun.ARTICLE, Verb.CHANGED):
        return _act_on_article(event)
    return ACTS.get((event.noun, event.verb)) or event.get_verb_display()


def act_on_dates(event):
    """Return what was said of the claim with the new date, up to the claim with the old one."""
    act = "recorded C-{} as the new date of" if event.verb == Verb.RESCHEDULED else "withdrew C-{} as the new date of"
    return act.format(event.after["rescheduled_to"])


def _act_on_article(event):
    if "standing" in event.after:
        return STANDINGS[event.after["standing"]]
    if "change" in event.after:
        return f"said why version {event.after['version']} came of"
    if event.after.get("published_on"):
        return "set the date of"
    return "took the date away from" if event.before.get("published_on") else ACTS[event.noun, event.verb]
