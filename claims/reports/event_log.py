"""The log of one claim as lines that people read: who did what, why, and what a change replaced."""

from dataclasses import dataclass
from datetime import date, datetime

from claims.models import Claim, Event
from claims.vocabulary import Noun, Opening, Stance, Standing, Step, Verb, Verdict, VersionChange

NEWEST = 30
ACTS = {
    (Noun.CLAIM, Verb.WITHDRAWN): "withdrew a proposal",
    (Noun.CLAIM, Verb.SENT_BACK): "sent the proposal back",
    (Noun.CLAIM, Verb.UNMERGED): "took the merge apart",
    (Noun.CLAIM, Verb.UNDONE): "took back the request for another proposal",
    (Noun.LINK, Verb.WITHDRAWN): "withdrew a link",
    (Noun.LINK, Verb.CHANGED): "revised a link",
    (Noun.LINK, Verb.REAFFIRMED): "re-affirmed a link",
    (Noun.LINK, Verb.UNDONE): "took back what was done to a link",
    (Noun.NULL_SEARCH, Verb.SEARCHED): "searched and found nothing",
}
SET_ACTS = {Verb.JOINED: "put this claim into", Verb.LEFT: "took this claim out of"}
HOW_OPENED = {
    Opening.SECOND: "proposed as the second, so that the first proposal can be read",
    Opening.REVIEWER: "opened the round",
    Opening.ENDED: "ended the round",
}
# Fields whose old and new value a reader of the log wants to see; the others follow from the act itself.
TOLD = ("statement", "kind", "window_start", "window_end", "window_basis", "review_on", "criteria", "topics")


@dataclass(frozen=True, slots=True)
class Change:
    """A field that was changed, with both values in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LogLine:
    at: datetime
    actor: str
    act: str
    reason: str
    link: int | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """Lines, newest first; `more` counts the older ones that are left out."""

    lines: tuple[LogLine, ...]
    more: int


def log_of(claim, *, recorded_by=None, everything=False, after=0):
    """Return the log of `claim` up to a record moment: the newest lines, or all; those after the event `after`."""
    events = Event.objects.touching(claim).filter(pk__gt=after)
    if recorded_by is not None:
        events = events.filter(at__lte=recorded_by)
    # The event of an assessment says what that of the claim, in the same moment, says as well.
    events = events.exclude(noun=Noun.ASSESSMENT, verb=Verb.CREATED).exclude(verb=Verb.IMPORTED)
    events = events.for_log()
    chosen = list(events if everything else events[: NEWEST + 1])
    lines = tuple(_line(event) for event in (chosen if everything else chosen[:NEWEST]))
    # A log that fits is not counted.
    return Log(lines=lines, more=events.count() - NEWEST if len(chosen) > len(lines) else 0)


def _line(event):
    return LogLine(
        at=event.at,
        actor=str(event.actor or "Factcheck"),
        act=act_of(event),
        reason=event.reason,
        link=event.object_id if event.noun == Noun.LINK else None,
        changes=tuple(_changes(event)) if event.noun == Noun.CLAIM and event.before else (),
    )


def act_of(event):
    """Return what was done, as it is told on the page of the claim."""
    verdict = event.after.get("verdict")
    if verdict and event.verb in (Verb.PROPOSED, Verb.DECIDED):
        return f"{event.get_verb_display().removesuffix(' a verdict on')} “{Verdict(verdict).label}”"
    if event.verb == Verb.LINKED:
        return f"linked a passage: {Stance(event.after['stance']).label.lower()}"
    if event.noun == Noun.ARTICLE:
        return _act_on_article(event)
    if event.noun == Noun.PASSAGE:
        return f"said anew who speaks in a passage of “{event.article}”"
    if event.noun == Noun.CLAIM and {"received", "released"} & event.after.keys():
        return _merge_seen_from_target(event)
    if event.noun == Noun.CLAIM and {"rescheduled_to", "rescheduled_from"} & event.after.keys():
        return _act_on_dates(event)
    if event.noun == Noun.CLAIM_SET:
        return f"{SET_ACTS[event.verb]} the set “{event.after['set']}”"
    if event.noun == Noun.CLAIM and "unfounded" in event.after:
        return "shook the decision on this claim"
    if event.noun == Noun.ASSESSMENT:
        return _act_on_proposal(event)
    if event.verb == Verb.ASKED:
        return f"asked {event.after['name']} for another proposal"
    if event.verb == Verb.SENT_BACK and "to" in event.after:
        return f"sent the proposal of {event.after['to']} back"
    return ACTS.get((event.noun, event.verb)) or f"{event.get_verb_display()} this claim"


def _act_on_proposal(event):
    if event.verb != Verb.OPENED:
        return f"{event.get_verb_display()} a {Step.PROPOSAL.label.lower()}"
    said = f"{event.after['author']} had proposed “{Verdict(event.after['verdict']).label}”"
    return f"{HOW_OPENED[Opening(event.after['opening'])]}: {said}"


def _act_on_article(event):
    if event.after.get("published_on"):
        return f"set the date of “{event.article}” to {_in_words('published_on', event.after['published_on'])}"
    if event.verb == Verb.SEARCHED:
        return f"found no date for “{event.article}”"
    if event.verb == Verb.UNDONE:
        return f"took back what was said of the date of “{event.article}”"
    if event.before.get("published_on"):
        return f"took the date away from “{event.article}”"
    if "change" in event.after:
        said = VersionChange(event.after["change"]).label.lower()
        return f"said of version {event.after['version']} of “{event.article}”: {said}"
    if "standing" in event.after:
        return f"marked “{event.article}” as {Standing(event.after['standing']).label.lower()}"
    return f"{event.get_verb_display()} “{event.article}”"


def _merge_seen_from_target(event):
    if "received" in event.after:
        return f"merged C-{event.after['received']} into this claim"
    return f"took C-{event.after['released']} apart from this claim"


def _act_on_dates(event):
    act = "recorded" if event.verb == Verb.RESCHEDULED else "withdrew"
    if "rescheduled_to" in event.after:
        return f"{act} a new date of this claim: C-{event.after['rescheduled_to']}"
    return f"{act} this claim as a new date of C-{event.after['rescheduled_from']}"


def _changes(event):
    for name in TOLD:
        if name in event.before:
            label = str(Claim._meta.get_field(name).verbose_name).capitalize()
            yield Change(label, _in_words(name, event.before[name]), _in_words(name, event.after.get(name)))


def _in_words(name, value):
    """Return a value of the log as a page shows it."""
    if value in (None, "", []):
        return "not stated"
    if name == "topics":
        return ", ".join(value)
    if name == "published_on":
        return day_in_words(value)
    choices = dict(Claim._meta.get_field(name).flatchoices)
    if value in choices:
        return str(choices[value])
    return day_in_words(value) if name.endswith(("_start", "_end", "_on")) else value


def day_in_words(value):
    """Return a day of the log, ISO text, as people read it."""
    day = date.fromisoformat(value)
    return f"{day.day} {day:%B %Y}"
