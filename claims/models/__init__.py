"""Tables, constraints and facts about one row: a file for each aggregate."""

from claims.models.article import Article, ArticleVersion, Sentence
from claims.models.assessment import Assessment
from claims.models.assistant_run import AssistantRun
from claims.models.claim import Claim, ClaimFigures
from claims.models.claim_set import ClaimSet, Membership
from claims.models.comment import Comment, Mention, Thread
from claims.models.edition import Edition
from claims.models.event import Event
from claims.models.fingerprint import ArticleCopy, Fingerprint
from claims.models.inbox_mark import InboxMark
from claims.models.link import Link
from claims.models.null_search import NullSearch
from claims.models.passage import Anchor, ChainStep, Passage
from claims.models.presence import Presence
from claims.models.proposal_request import ProposalRequest
from claims.models.reschedule import Reschedule
from claims.models.saved_filter import SavedFilter
from claims.models.seal import Seal
from claims.models.source import Alias, Source
from claims.models.suggestion import Suggestion
from claims.models.topic import Topic
from claims.models.user import User

__all__ = [
    "Alias",
    "Anchor",
    "Article",
    "ArticleCopy",
    "ArticleVersion",
    "Assessment",
    "AssistantRun",
    "ChainStep",
    "Claim",
    "ClaimFigures",
    "ClaimSet",
    "Comment",
    "Edition",
    "Event",
    "Fingerprint",
    "InboxMark",
    "Link",
    "Membership",
    "Mention",
    "NullSearch",
    "Passage",
    "Presence",
    "ProposalRequest",
    "Reschedule",
    "SavedFilter",
    "Seal",
    "Sentence",
    "Source",
    "Suggestion",
    "Thread",
    "Topic",
    "User",
]
