"""What is done, in narrower kinds than events have: to host a meeting is not to attend it."""

from claims.text.evidence.events import Event
from claims.text.evidence.terms import stem

# act = words that may stand for each other in one claim. "_" is a space.
_SAME = """
visit = visit visits visiting visited trip trips tour tours toured arrive arrives arriving arrived arrival travel
travels travelling traveling travelled traveled come coming came go going went head heading headed fly flying flew
flight land landed journey

meet = meet meets met meeting meetings talks hold_talks holds_talks held_talks opened_talks

attend = attend attends attended attending attendance participate participates participated participating
participation take_part takes_part taking_part took_part join joins joined joining part_of

host = host hosts hosted hosting

represent = represent represents represented representing

withdraw = withdraw withdraws withdrawing withdrew withdrawn withdrawal withdrawals pull_out pullout pulling_out
pulled_out

evacuate = evacuate evacuated evacuating evacuation

leave = leave leaving left exit exited

kill = kill kills killing killed

die = die dies dying died

arrest = arrest arrests arresting arrested detain detains detaining detained detention

release = release releases releasing released free freed freeing

elect = elect elected

vote = vote voting voted

resign = resign resigns resigned resigning resignation step_down stepped_down stepping_down quit quits

recognise = recognise recognised recognising recognize recognized recognizing recognition

begin = begin begins beginning began start starts starting started launch launches launched launching open opens
opened opening

resume = resume resumed resuming reopen reopened reopening

end = end ends ended ending complete completes completed completion finish finished finishing conclude concluded done

seize = seize seized seizing take_over took_over takeover

invite = invite invites invited inviting invitation

sign = sign signs signed signing
"""
# Whoever meets somebody is met by him.
MUTUAL = frozenset(["meet"])
# How far something has got: "will be completed" and "will complete" say the same of it.
OF_PROGRESS = frozenset(["begin", "resume", "end"])


def _read() -> dict[str, str]:
    parted = (paragraph.split(" = ") for paragraph in _SAME.strip().split("\n\n"))
    return {word.replace("_", " "): act for act, words in parted for word in words.split()}


_ACTS = _read()


def act_of(event: Event) -> str:
    """Return what is done: a word for all that say the same, else the stem of the event's own word.

    >>> from claims.text.evidence.events import events_in
    >>> [act_of(event) for event in events_in("He arrived, took part and was shot.")]
    ['visit', 'attend', 'shot']
    """
    word = " ".join(event.word.casefold().split())
    return _ACTS.get(word) or stem(word)
