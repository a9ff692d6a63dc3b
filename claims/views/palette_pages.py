"""The pages of the product by name, for each person those that they may open."""

from dataclasses import dataclass

from django.urls import reverse

from claims.reports.numbered.registry import REPORTS

ANNOTATOR = "may_annotate"
REVIEWER = "may_review"
ADMINISTRATOR = "is_superuser"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, what else people call it, the permission that it needs, and the shortcut that leads there.

    One of many of its kind is found by words only: without any, the list that shows them all is enough.
    """

    title: str
    name: str
    called: str = ""
    needs: str = ""
    shortcut: str = ""
    query: tuple[tuple[str, str], ...] = ()
    args: tuple[str, ...] = ()
    one_of_many: bool = False

    @property
    def url(self):
        return reverse(self.name, args=self.args, query=dict(self.query))

    def answers(self, words):
        """Whether each of `words` begins a word of its name or of what it is called."""
        if not words:
            return not self.one_of_many
        known = f"{self.title} {self.called}".casefold().split()
        return all(any(one.startswith(word) for one in known) for word in words)


PAGES = (
    Page("Desk", "desk", "home start", shortcut="everywhere.desk"),
    Page("Articles", "article-list", "texts documents", shortcut="everywhere.articles"),
    Page("Claims", "claim-list", "statements", shortcut="everywhere.claims"),
    Page("Queue", "queue", "suggestions", shortcut="everywhere.queue"),
    Page("Reports", "report-list", "figures", shortcut="everywhere.reports"),
    Page("Inbox", "inbox", "mentions replies notices", shortcut="everywhere.inbox"),
    Page("Calendar", "calendar", "windows due dates"),
    Page("Import articles", "article-import", "upload paste add", needs=ANNOTATOR),
    Page("Overdue forecasts", "claim-list", "late due", query=(("timing", "overdue"),)),
    Page("Alternatives", "claim-set-list", "sets of claims that exclude each other"),
    Page("Claims side by side", "claim-matrix", "matrix compare passages discriminate"),
    Page("Claims with conflicting evidence", "claim-list", "conflicts", query=(("evidence", "conflicting"),)),
    Page("Claims awaiting review", "claim-list", "proposals proposed decide", query=(("state", "proposed"),)),
    Page("Proposals that I am asked for", "queue-asked", "requests queue"),
    Page("Stale passages", "queue-stale", "suspended reaffirm links queue"),
    Page("Articles without a date", "article-list", "undated", query=(("undated", "1"),)),
    Page("Editions", "edition-list", "frozen signed reports"),
    Page("Claim status report", "admin:claim-report", "reports figures matrix", needs=REVIEWER),
    Page("Yield of the assistant", "admin:suggestion-yield", "reports rules suggestions", needs=REVIEWER),
    Page("Administration", "admin:index", "admin records", needs=REVIEWER),
    Page("People", "admin:claims_user_changelist", "users accounts roles admin", needs=ADMINISTRATOR),
    Page("Sources", "admin:claims_source_changelist", "outlets agencies grades reliability admin", needs=REVIEWER),
    Page("Log of events", "admin:claims_event_changelist", "history audit admin", needs=REVIEWER),
    Page("Settings", "settings", "account preferences mail digests"),
    Page("Change password", "password_change", "account settings"),
    *(
        Page(f"{code} {report.TITLE}", "report-detail", "reports numbered", args=(code,), one_of_many=True)
        for code, report in REPORTS.items()
    ),
)


def pages_for(person):
    """Return the pages that `person` may open."""
    return [page for page in PAGES if not page.needs or getattr(person, page.needs)]
