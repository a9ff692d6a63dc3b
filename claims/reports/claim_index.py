"""Which claims share the rarest words with some texts, from an index of all claims that each process keeps.

The database decides, never the copy: on each use what has changed since is read, and whoever asks loads the claims
that were found anew. A claim that was put aside meanwhile is then no longer there.
"""

from datetime import timedelta
from threading import Lock

from django.db import connection
from django.db.models import Max

from claims.models import Claim
from claims.models.claim import UNFINISHED
from claims.reports.term_matrix import TermMatrix
from claims.vocabulary import PUT_ASIDE

# Claims on which somebody must still act, and decided ones.
LIVE, DECIDED = 1, 2
# A transaction may end so much later than the moment it writes, and clocks of two machines may differ.
LATE = timedelta(minutes=2)
# More rows than these of unfinished transactions, and everything is read anew.
MOST_UNSURE = 500

_lock = Lock()
_indexes = {}


def claims_sharing_words(texts, *, most, groups=(LIVE,)):
    """Return for each of `texts` the (id, score) of up to `most` claims of `groups`, the best first, ties by id."""
    with _lock:
        return _refreshed().matrix.best(texts, groups=groups, most=most)


def words_of_claims():
    """Return every word that tells something in a claim, in no order."""
    with _lock:
        return _refreshed().matrix.words()


def _refreshed():
    index = _indexes.setdefault(_database(), _ClaimIndex())
    index.refresh()
    return index


def _database():
    """What tells this database from another one of the process."""
    return connection.alias, *(str(connection.settings_dict[name]) for name in ("HOST", "PORT", "NAME"))


class _ClaimIndex:
    """The claims that were not put aside, as they were read last."""

    def __init__(self):
        self.matrix = TermMatrix()
        self.read = {}
        self.read_to = None
        # Read inside a transaction, which may yet be taken back.
        self.unsure = set()

    def refresh(self):
        """Read what has changed; read everything where that does not account for what is there."""
        # Whoever commits between two queries is found by asking once more.
        if not (self._read_changes() or self._read_changes()):
            self._read_all()

    def _read_changes(self):
        """Read what has changed and return whether that is known to account for everything."""
        if self.read_to is None or len(self.unsure) > MOST_UNSURE:
            return False
        changed = list(_values(Claim.objects.filter(updated_at__gte=self.read_to - LATE)))
        newest = max((at for *_, at in changed), default=None)
        # What was read last is gone: a transaction was taken back.
        if newest is None or newest < self.read_to:
            return False
        self._take_changes(changed)
        self._note(newest, {row[0] for row in changed})
        return self._is_complete()

    def _is_complete(self):
        return Claim.objects.exclude(state__in=PUT_ASIDE).count() == len(self.matrix)

    def _take_changes(self, changed):
        """Take the claims that changed lately, and read those whose change was perhaps taken back."""
        again = self.unsure.difference(row[0] for row in changed)
        unsure = list(_values(Claim.objects.filter(pk__in=again))) if again else []
        for key in again.difference(row[0] for row in unsure):
            self._drop(key)
            self.unsure.discard(key)
        self._take(changed + unsure)

    def _read_all(self):
        newest = Claim.objects.aggregate(newest=Max("updated_at"))["newest"]
        rows = list(_values(Claim.objects.exclude(state__in=PUT_ASIDE)))
        for key in self.matrix.keys() - {row[0] for row in rows}:
            self._drop(key)
        self._take(rows)
        self.unsure = set()
        lately = Claim.objects.filter(updated_at__gte=newest - LATE) if newest else Claim.objects.none()
        self._note(newest, lately.values_list("pk", flat=True))

    def _take(self, rows):
        for key, statement, state, _ in rows:
            if state in PUT_ASIDE:
                self._drop(key)
            elif self.read.get(key) != (hash(statement), state):
                self.read[key] = hash(statement), state
                self.matrix.put(key, statement, LIVE if state in UNFINISHED else DECIDED)

    def _note(self, newest, lately):
        """Keep to which moment all is read, and what of it may be taken back."""
        self.read_to = newest
        self.unsure = self.unsure.union(lately) if connection.in_atomic_block else set()

    def _drop(self, key):
        self.read.pop(key, None)
        self.matrix.drop(key)


def _values(claims):
    # In no order: with one, SQLite walks through the whole table.
    return claims.order_by().values_list("pk", "statement", "state", "updated_at")
