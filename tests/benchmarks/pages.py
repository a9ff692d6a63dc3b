"""The budget of each page, on the demo desk and on a full one: time of the server, queries, bytes over the wire.

Requests go through the handler that gunicorn calls, middleware and compression included, as one who reviews. The
time is that of the processor, which a busy machine does not lengthen; SQLite works in the same thread, so it is in.
"""

import gzip
import io
import re
import time
from statistics import median, quantiles

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection

from tests.pages.list import PAGES
from tests.pages.visiting import address

MOST_QUERIES, MOST_BYTES = 15, 200_000
REQUESTS, PATIENCE = 50, 3.0
# Why a page must ask more often, and how often at most: a reason excuses no query that is added without need. Of each
# page's queries 6 know the person and say in the menu what waits. Lists that have only the claim, or the text, in
# common cannot be joined: each row of one would come once for every row of the others.
PAST = "what was known at a moment is read from the log, for claims, articles and passages in turn"
READER = "marks, chains, places, sentences, comments, copies and suggestions have only the text in common"
SECOND = f"{READER}; and the second column is such a page again"
CLAIM = "links, assessments, talk, log, searches, dates, sets, requests and candidates have only the claim in common"
FORM = "the rules judge the words by every link of the claim; claims are offered from lists of four sorts"
QUEUE = "a case stands beside all of its kind: place, progress and what waits in each tab are counts of other tables"
REASONS = {
    "desk": (26, "a card for each kind of work, in an order of its own that an index serves and a union does not"),
    "article": (19, READER),
    "article-claim-panel": (28, SECOND),
    **dict.fromkeys(["article-beside-claim", "article-beside-article"], (28, SECOND)),
    **dict.fromkeys(
        ["claim", "claim-as-of", "claim-conflicting", "claim-draft", "claim-rejected", "claim-merged",
         "claim-decided", "claim-blind", "claim-differences", "claim-dates"],
        (40, CLAIM),
    ),
    **dict.fromkeys(["article-evidence", "article-evidence-claim", "article-new-date"], (32, FORM)),
    "search": (20, "each sort of thing that is found has an index of its own"),
    "article-edit": (20, "the figures of every claim that rests on it, and what is frozen"),
    "report-overdue": (18, "evidence, searches, dates of chains and people's names have only the claim in common"),
    **dict.fromkeys(
        ["claim-propose", "claim-decide", "claim-decide-differences"],
        (24, "proposals, what they rely on, what else could be relied on and searches are lists of their own"),
    ),
    "article-standing": (30, "the figures of every claim that rests on it, before and after, and what is frozen"),
    "claim-merge-foretold": (28, "the figures of both claims before and after, and of what stands in sets with them"),
    **dict.fromkeys(
        ["claim-set", "claim-set-as-of"],
        (22, "the claims of a set with their figures, then every passage on any of them, and who left when"),
    ),
    "claims": (20, "the newest date of each claim that has one is read along its chain, and whether its words stand"),
    "report-freeze": (28, PAST),
    **dict.fromkeys(["report-empty", "report-as-of", "report-rows", "edition-rows"], (22, PAST)),
    "edition-again": (48, f"{PAST}; its rows and its evidence are such reports, each of its own"),
    **dict.fromkeys(
        ["queue", "queue-empty", "queue-proposals", "queue-stale", "queue-undated", "waiting", "stale-reaffirm",
         "stale-withdraw", "undated-date", "suggested-claim", "suggested-link", "suggested-origin",
         "suggestion-accept"],
        (30, QUEUE),
    ),
    "claims-as-of": (30, "every claim is computed from the records of a past day, two thousand at a time"),
    "admin-report-empty": (22, "every claim is computed from the records of a past day, some hundreds at a time"),
}  # fmt: skip
NO_REASON = "OVER BUDGET, NO REASON"
HEADS = ("page", "p50 ms", "p95 ms", "queries", "html kB", "sent kB", "ratio", "first kB")
LOADED = re.compile(r'<(?:link[^>]*?href|script[^>]*?src)="(/static/[^"]+\.(?:css|js))"')
IMPORTED = re.compile(r'(?:from|import)\s*\(?\s*"(\./[^"]+)"')


class Browser:
    """One that asks for pages as somebody logged in, and remembers how large each static file was."""

    def __init__(self, session):
        self.session, self.sizes, self.application = session, {}, get_wsgi_application()

    def get(self, path):
        """Return (status, body as it travels, whether it is compressed)."""
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(), "HTTP_ACCEPT_ENCODING": "gzip", "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}={self.session}",
        }  # fmt: skip
        said = {}
        answer = self.application(environ, lambda status, headers: said.update(dict(headers), status=status))
        body = b"".join(answer)
        answer.close()
        return int(said["status"].split()[0]), body, said.get("Content-Encoding") == "gzip"

    def _files(self, path, seen):
        if path not in seen:
            if path not in self.sizes:
                status, body, is_packed = self.get(path)
                assert status == 200, f"{status} at {path}"
                self.sizes[path] = len(body), text_of(body, is_packed)
            seen[path], text = self.sizes[path]
            for name in IMPORTED.findall(text) if path.endswith(".js") else ():
                self._files(f"{path.rpartition('/')[0]}/{name.removeprefix('./')}", seen)
        return seen

    def first_visit(self, html):
        """Return the bytes of every style and script that the page loads."""
        seen = {}
        for path in LOADED.findall(html):
            self._files(path, seen)
        return sum(seen.values())


def text_of(body, is_packed):
    return (gzip.decompress(body) if is_packed else body).decode(errors="replace")


def collect(folder):
    """Put the static files where the product looks for them: hashed and compressed, in `folder`."""
    settings.STATIC_ROOT = str(folder)
    call_command("collectstatic", interactive=False, verbosity=0)


def shown():
    """The pages that a plain request brings up."""
    return [
        one
        for one in PAGES
        if not one.act and one.answer == 200 and not one.path and one.needs != "row"
        and not one.name.endswith("-changelist") and {"reviewer", "admin"}.intersection(one.roles)
    ]  # fmt: skip


def measure(sessions, places, what):
    """Print a line for each page of the desk `what`; return the names of those over budget without a reason."""
    browsers = {role: Browser(sessions[role]) for role in ("reviewer", "admin")}
    print(f"\n{what}: processor time, queries, the HTML plain and as sent, all that a first visit loads")
    print("".join(f"{head:>{9 if at else 26}}" for at, head in enumerate(HEADS)))
    unexcused = []
    for one in shown():
        browser = browsers["reviewer" if "reviewer" in one.roles else "admin"]
        figures = figures_of(browser, address(one, places))
        said = verdict_on(one.name, figures)
        if said == NO_REASON:
            unexcused.append(one.name)
        tell(one.name, figures, said)
    return unexcused


def verdict_on(name, figures):
    """Return why the page `name` may be over budget: nothing where it is within, `NO_REASON` where none holds."""
    if figures["queries"] <= MOST_QUERIES and figures["first"] <= MOST_BYTES:
        return ""
    most, reason = REASONS.get(name, (MOST_QUERIES, ""))
    return reason if figures["queries"] <= most and figures["first"] <= MOST_BYTES else NO_REASON


def figures_of(browser, path):
    """Ask for `path` up to REQUESTS times in PATIENCE seconds; return milliseconds, queries and bytes."""
    status, body, is_packed = browser.get(path)  # the first request of a process also loads code
    assert status == 200, f"{status} at {path}"
    html = text_of(body, is_packed)
    times, queries = [], counted(lambda: browser.get(path))
    began = time.perf_counter()
    while len(times) < REQUESTS and (len(times) < 5 or time.perf_counter() - began < PATIENCE):
        started = time.thread_time()
        browser.get(path)
        times.append((time.thread_time() - started) * 1000)
    return {
        "p50": median(times), "p95": quantiles(times, n=20)[-1], "queries": queries, "plain": len(html.encode()),
        "sent": len(body), "first": len(body) + browser.first_visit(html),
    }  # fmt: skip


def counted(act):
    """Return how many queries `act` makes."""
    made = []

    def count(execute, *args):
        made.append(args)
        return execute(*args)

    with connection.execute_wrapper(count):
        act()
    return len(made)


def tell(name, of, reason):
    print(
        f"{name:>26}{of['p50']:>9.1f}{of['p95']:>9.1f}{of['queries']:>9}{of['plain'] / 1000:>9.1f}"
        f"{of['sent'] / 1000:>9.1f}{of['plain'] / of['sent']:>8.1f}x{of['first'] / 1000:>9.1f}  {reason}",
        flush=True,
    )
