"""Every word that the records use, with its meaning and its label for people.

The value is what the database, the commands and the reports hold; the label is what a page shows.
"""

from django.db.models import TextChoices


class SourceKind(TextChoices):
    """What stands behind words."""

    OUTLET = "outlet", "Outlet"
    AGENCY = "agency", "News agency"
    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    DOCUMENT = "document", "Official document"
    ANONYMOUS = "anonymous", "Anonymous source"


class Reliability(TextChoices):
    """How far a source can be relied on: the letters of the Admiralty code, STANAG 2511."""

    A = "A", "A: completely reliable"
    B = "B", "B: usually reliable"
    C = "C", "C: fairly reliable"
    D = "D", "D: not usually reliable"
    E = "E", "E: unreliable"
    F = "F", "F: cannot be judged"


class Standing(TextChoices):
    """Whether an article can still carry evidence."""

    USABLE = "usable", "Usable"
    CORRECTED = "corrected", "Corrected"
    WITHDRAWN = "withdrawn", "Withdrawn"


class DateBasis(TextChoices):
    """Where an article's publication date was read."""

    HEADER = "header", "Collector's header"
    DATELINE = "dateline", "Dateline"
    TRAILER = "trailer", "Trailer"
    PAGE = "page", "Web page"
    FEED = "feed", "Feed"
    ANALYST = "analyst", "Set by an analyst"
    UNKNOWN = "unknown", "Not stated"


class VersionChange(TextChoices):
    """Why an article has another version."""

    INITIAL = "initial", "First recorded"
    REFILE = "refile", "Refiled"
    CORRECTION = "correction", "Corrected"
    UPDATE = "update", "Updated"


class SpeakerKind(TextChoices):
    """Who says a passage's words."""

    NAMED_PERSON = "named_person", "Named person"
    NAMED_ORGANISATION = "named_organisation", "Named organisation"
    ANONYMOUS = "anonymous", "Anonymous"
    DOCUMENT = "document", "Document"
    OUTLET = "outlet", "The outlet itself"
    UNATTRIBUTED = "unattributed", "Nobody named"


class Certainty(TextChoices):
    """How sure the passage itself sounds."""

    CERTAIN = "certain", "Certain"
    PROBABLE = "probable", "Probable"
    POSSIBLE = "possible", "Possible"
    UNCOMMITTED = "uncommitted", "Uncommitted"


class Polarity(TextChoices):
    """Whether the passage affirms or denies."""

    POSITIVE = "positive", "Affirms"
    NEGATIVE = "negative", "Denies"


class AnchorMethod(TextChoices):
    """How a passage was placed in a version."""

    EXACT = "exact", "Exact words"
    MANUAL = "manual", "Placed by a person"


class ClaimKind(TextChoices):
    """What sort of statement a claim is."""

    EVENT = "event", "Event"
    FORECAST = "forecast", "Forecast"
    POSITION = "position", "Position"
    STATISTIC = "statistic", "Statistic"
    BACKGROUND = "background", "Background"


class WindowBasis(TextChoices):
    """Where a forecast's window comes from."""

    STATED = "stated", "Stated in the article"
    INFERRED = "inferred", "Inferred from the article"
    ANALYST = "analyst", "Set by an analyst"


class State(TextChoices):
    """Who must act next on a claim."""

    DRAFT = "draft", "Draft"
    OPEN = "open", "Open"
    PROPOSED = "proposed", "Awaiting review"
    DECIDED = "decided", "Decided"
    REJECTED = "rejected", "Rejected"
    MERGED = "merged", "Merged"


# Nobody acts on a claim put aside, or waits for it.
PUT_ASIDE = (State.REJECTED, State.MERGED)


class Stance(TextChoices):
    """What a passage does to a claim."""

    ASSERTS = "asserts", "Makes the claim"
    SUPPORTS = "supports", "Supports"
    REFUTES = "refutes", "Conflicts"
    QUALIFIES = "qualifies", "Qualifies"
    CONTEXT = "context", "Context"


# What speaks for or against a claim; with what makes it, what its figures rest on.
SPEAKING = (Stance.SUPPORTS, Stance.REFUTES)
BEARING = (Stance.ASSERTS, *SPEAKING)


class Basis(TextChoices):
    """Whether a passage speaks of what is to come or of what came about."""

    EXPECTATION = "expectation", "Still foretold"
    OUTCOME = "outcome", "Reported to have happened"


class Independence(TextChoices):
    """Whether a passage has an origin of its own."""

    INDEPENDENT = "independent", "Independent"
    SAME_ORIGIN = "same_origin", "Same origin"
    UNDETERMINED = "undetermined", "Undetermined"


class EvidenceStatus(TextChoices):
    """What the links of a claim add up to; computed, never set by hand."""

    CONFLICTING = "conflicting", "Conflicting"
    OUTCOME_REPORTED = "outcome_reported", "Outcome reported"
    NON_OCCURRENCE_REPORTED = "non_occurrence_reported", "Reported not to have happened"
    CORROBORATED = "corroborated", "Corroborated"
    REPEATED = "repeated", "Repeated only"
    SINGLE_SOURCE = "single_source", "Single source"
    NO_EVIDENCE = "no_evidence", "No evidence"


class Timing(TextChoices):
    """Where a forecast stands against its window; computed. Claims that are no forecast have none."""

    NOT_DUE = "not_due", "Not due"
    DUE = "due", "Due"
    OVERDUE = "overdue", "Overdue"
    UNDATED = "undated", "Undated"
    REVIEW_DUE = "review_due", "Review due"
    CLOSED = "closed", "Closed"


class Flag(TextChoices):
    """What else a reader of a claim must know; computed."""

    QUALIFIED = "qualified", "Qualified"
    DISPUTED = "disputed", "Disputed"
    NEEDS_REVIEW = "needs_review", "Needs re-review"


class Uncounted(TextChoices):
    """Why a link that stands does not count."""

    CONTEXT = "context", "Context never counts"
    QUALIFIES = "qualifies", "A qualification sets a flag and does not count"
    UNDATED = "undated", "The article has no publication date yet"
    LATER = "later", "Published after the date asked for"
    SUSPENDED = "suspended", "Suspended until a person re-affirms it"
    OWN_ARTICLE = "own_article", "An article that makes the claim cannot support it"
    TOO_EARLY = "too_early", "Published before the event could have happened"


class Telling(TextChoices):
    """What a passage tells of claims that stand side by side; computed from what counts."""

    APART = "apart", "Tells them apart"
    SOME = "some", "Bears on some only"
    ALIKE = "alike", "Fits all alike"
    NOTHING = "nothing", "Weighs nothing"

    @property
    def meaning(self):
        """What the label means, for whoever reads it first."""
        return MEANT_BY_TELLING[self]


MEANT_BY_TELLING = {
    Telling.APART: "speaks for one and against another",
    Telling.SOME: "speaks for or against some, and says nothing that counts of the others",
    Telling.ALIKE: "speaks of all in the same way, so it decides nothing between them",
    Telling.NOTHING: "makes a claim, gives context, does not count, or speaks both for and against",
}


class Step(TextChoices):
    """Which of the two acts an assessment is."""

    PROPOSAL = "proposal", "Proposal"
    DECISION = "decision", "Decision"


class Verdict(TextChoices):
    """What a person holds to be true of a claim."""

    CONFIRMED = "confirmed", "Confirmed"
    PARTLY_CONFIRMED = "partly_confirmed", "Partly confirmed"
    REFUTED = "refuted", "Refuted"
    UNRESOLVED = "unresolved", "Unresolved"
    NOT_CHECKABLE = "not_checkable", "Not checkable"
    MOOT = "moot", "Moot"


class UnresolvedReason(TextChoices):
    """Why a claim stays unresolved."""

    NOTHING_FOUND = "nothing_found", "Nothing found"
    CONFLICTING = "conflicting", "The evidence conflicts"
    INSUFFICIENT = "insufficient", "The evidence is too thin"


class Confidence(TextChoices):
    """How sure the person is of the verdict."""

    LOW = "low", "Low"
    MODERATE = "moderate", "Moderate"
    HIGH = "high", "High"


class Closing(TextChoices):
    """Why an assessment no longer stands."""

    DECIDED = "decided", "A decision was made"
    SENT_BACK = "sent_back", "Sent back"
    AMENDED = "amended", "The claim was amended"
    REOPENED = "reopened", "The claim was reopened"
    MERGED = "merged", "The claim was merged"
    WITHDRAWN = "withdrawn", "Withdrawn by its author"


class Opening(TextChoices):
    """What let everybody read a proposal that was made blind."""

    SECOND = "second", "A second person has spoken"
    REVIEWER = "reviewer", "A reviewer opened the round"
    ENDED = "ended", "The round ended"


class RequestClosing(TextChoices):
    """Why nobody is asked for another proposal any more."""

    ANSWERED = "answered", "Answered by a proposal"
    TAKEN_BACK = "taken_back", "Taken back"
    ENDED = "ended", "The round ended"


class SuggestionKind(TextChoices):
    """What the machine offers."""

    CLAIM = "claim", "Claim"
    LINK = "link", "Link"
    ORIGIN = "origin", "Origin"
    MERGE = "merge", "Merge"
    ANCHOR = "anchor", "Place of a passage"


class SuggestionState(TextChoices):
    """What people made of a suggestion."""

    PENDING = "pending", "Pending"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Rejected"
    STALE = "stale", "Stale"


class Noun(TextChoices):
    """What an event is about."""

    CLAIM = "claim", "claim"
    LINK = "link", "link"
    PASSAGE = "passage", "passage"
    ASSESSMENT = "assessment", "assessment"
    ARTICLE = "article", "article"
    SOURCE = "source", "source"
    ALIAS = "alias", "alias"
    SUGGESTION = "suggestion", "suggestion"
    NULL_SEARCH = "null_search", "search"
    COMMENT = "comment", "comment"
    EDITION = "edition", "edition"
    CLAIM_SET = "claim_set", "set of claims"
    USER = "user", "person"
    GROUP = "group", "group"
    DESK = "desk", "desk"


class Verb(TextChoices):
    """What was done."""

    CREATED = "created", "created"
    IMPORTED = "imported", "imported"
    NEW_VERSION = "new_version", "recorded a new version of"
    CHANGED = "changed", "changed"
    AMENDED = "amended", "amended"
    OPENED = "opened", "opened"
    REJECTED = "rejected", "rejected"
    LINKED = "linked", "linked"
    WITHDRAWN = "withdrawn", "withdrew"
    REAFFIRMED = "reaffirmed", "re-affirmed"
    PROPOSED = "proposed", "proposed a verdict on"
    SENT_BACK = "sent_back", "sent back"
    DECIDED = "decided", "decided"
    REOPENED = "reopened", "reopened"
    MERGED = "merged", "merged"
    UNMERGED = "unmerged", "took apart the merge of"
    SPLIT = "split", "split"
    SEARCHED = "searched", "searched and found nothing for"
    RESCHEDULED = "rescheduled", "recorded a new date for"
    JOINED = "joined", "put into a set"
    LEFT = "left", "took out of a set"
    ASKED = "asked", "asked for another proposal on"
    FROZEN = "frozen", "froze"
    SETTLED = "settled", "marked as done"
    ACCEPTED = "accepted", "accepted"
    UNDONE = "undone", "took back the judgement of"
    DELETED = "deleted", "deleted"


class Digest(TextChoices):
    """How often a person is mailed what is unread in their inbox."""

    NEVER = "never", "Never"
    DAILY = "daily", "Every day"
    WEEKDAYS = "weekdays", "Every weekday"


class Doing(TextChoices):
    """What a person does with a claim or an article at this moment."""

    READING = "reading", "is here"
    EDITING = "editing", "is editing"
    LINKING = "linking", "is linking"
    PROPOSING = "proposing", "is proposing a verdict"
    DECIDING = "deciding", "is deciding"
