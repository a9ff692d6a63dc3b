"""Many short texts by their terms, and which of them share the rarest with a few others: one sparse product."""

from array import array
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from claims.text.evidence.terms import stem, telling_words

GONE = 0
# Measured in both directions, new text against claims and new claim against texts. From 1.25 to 2, the power hardly
# matters.
POWER, SATURATION, FLAT = 1.5, 0.9, 0.6
# Rows that came after the last packing are a block of their own, cheap to make anew, up to this share of all.
LATE_SHARE, FEWEST_LATE = 0.1, 1_000
# Nearly every text shares a term with nearly every other: the product of more at once would not fit into memory.
AT_ONCE = 200
# Sums that differ by less were only added up in another order.
DECIMALS = 9


class TermMatrix:
    """Texts under a key and in a group, in memory. A group is a small number that searches may ask for; 0 is none.

    A text that was put again or dropped keeps its row until there are so many such rows that all are packed anew.
    """

    def __init__(self):
        self._words, self._stems, self._holding = {}, {}, []
        self._rows = {}
        self._empty_rows()

    def __len__(self):
        return len(self._rows)

    def __contains__(self, key):
        return key in self._rows

    def keys(self):
        """Return the keys of all texts."""
        return self._rows.keys()

    def words(self):
        """Return every word by which a text is or was found, in no order."""
        return list(self._words)

    def put(self, key, text, group):
        """Hold `text` under `key`, in place of what was there before."""
        self.drop(key)
        columns = sorted(set(map(self._column, telling_words(text))))
        for column in columns:
            self._holding[column] += 1
        self._rows[key] = len(self._keys)
        self._columns.extend(columns)
        self._ends.append(len(self._columns))
        self._keys.append(key)
        self._groups.append(group)

    def drop(self, key):
        """Forget the text under `key`, where there is one."""
        row = self._rows.pop(key, None)
        if row is not None:
            self._groups[row] = GONE
            for column in self._columns[self._ends[row] : self._ends[row + 1]]:
                self._holding[column] -= 1

    def best(self, texts, *, groups, most):
        """Return for each of `texts` up to `most` pairs (key, score), best first, of those in one of `groups`.

        Equal scores stand by key. What shares no term is not returned.
        """
        if not self._rows:
            return [[] for _ in texts]
        self._pack()
        keys, weights = np.array(self._keys), self._weights(groups)
        found = (
            pair for start in range(0, len(texts), AT_ONCE) for pair in self._found(texts[start : start + AT_ONCE])
        )
        return [_first(rows, shares, keys, weights, most) for rows, shares in found]

    def _found(self, texts):
        """Return for each of `texts` the rows that share terms with it, and how rare these are together."""
        asked = self._asked(texts)
        found = [_shares(asked, postings, first) for first, postings in self._blocks()]
        return map(_joined, zip(*found, strict=True))

    def _column(self, word):
        """The column of a word's stem, which words of one stem share."""
        column = self._words.get(word)
        if column is None:
            column = self._words[word] = self._stems.setdefault(stem(word), len(self._stems))
            self._holding.extend([0] * (len(self._stems) - len(self._holding)))
        return column

    def _asked(self, texts):
        """Texts × terms: how rare each known term of a text is."""
        known = [self._known(text) for text in texts]
        rarity = self._rarity()
        columns = np.fromiter((column for one in known for column in one), np.int32)
        ends = np.cumsum([0, *map(len, known)])
        return csr_array((rarity[columns], columns, ends), shape=(len(texts), len(rarity)))

    def _known(self, text):
        columns = {self._stems.get(stem(word), -1) for word in telling_words(text)}
        return sorted(columns - {-1})

    def _rarity(self):
        holding = np.array(self._holding, dtype=float)
        return np.log(1 + (len(self._rows) - holding + 0.5) / (holding + 0.5)) ** POWER

    def _weights(self, groups):
        """What a row's shared terms count for: less in a long text, nothing in another group."""
        lengths = np.diff(np.array(self._ends))
        present = np.array(self._groups)
        average = max(lengths[present != GONE].mean(), 1.0)
        weights = 1 / (1 + SATURATION * (FLAT + (1 - FLAT) * lengths / average))
        return np.where(np.isin(present, list(groups)), weights, 0.0)

    def _empty_rows(self):
        self._columns, self._ends = array("i"), array("q", [0])
        self._keys, self._groups = array("q"), array("b")
        self._packed = self._late = (0, None)

    def _pack(self):
        """Throw away dead rows, when they or the late ones are many."""
        rows, allowed = len(self._keys), FEWEST_LATE + LATE_SHARE * len(self._rows)
        if rows - len(self._rows) > allowed:
            self._throw_away()
        if self._packed[1] is None or len(self._keys) - self._packed[0] > allowed:
            self._packed, self._late = (len(self._keys), self._postings(0)), (0, None)

    def _throw_away(self):
        kept = [(key, self._groups[row], self._columns[self._ends[row] : self._ends[row + 1]])
                for key, row in self._rows.items()]  # fmt: skip
        self._empty_rows()
        for key, group, columns in kept:
            self._rows[key] = len(self._keys)
            self._columns.extend(columns)
            self._ends.append(len(self._columns))
            self._keys.append(key)
            self._groups.append(group)

    def _blocks(self):
        """(first row, terms × rows) of the packed rows and, where there are any, of the late ones."""
        packed, postings = self._packed
        yield 0, postings
        if len(self._keys) > packed:
            if self._late[0] != len(self._keys):
                self._late = len(self._keys), self._postings(packed)
            yield packed, self._late[1]

    def _postings(self, first):
        """Terms × rows from row `first` on: which rows hold a term."""
        ends = np.array(self._ends[first:])
        columns = np.array(self._columns[ends[0] :])
        rows = csr_array((np.ones(len(columns)), columns, ends - ends[0]), shape=(len(ends) - 1, len(self._holding)))
        return rows.T.tocsr()


def _shares(asked, postings, first):
    """For each text asked: the rows that share terms with it, and how rare these are together."""
    # Terms that came after the block was made stand in none of its rows.
    sums = asked[:, : postings.shape[0]] @ postings
    starts = sums.indptr
    return [(sums.indices[a:b] + first, sums.data[a:b]) for a, b in pairwise(starts)]


def _joined(parts):
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([shares for _, shares in parts])


def _first(rows, shares, keys, weights, most):
    scores = np.round(shares * weights[rows], DECIMALS)
    kept = scores > 0
    rows, scores = rows[kept], scores[kept]
    if len(scores) > most:
        # Everything as good as the last that is wanted stays, so that ties are broken by key alone.
        enough = scores >= np.partition(scores, -most)[-most]
        rows, scores = rows[enough], scores[enough]
    order = np.lexsort((keys[rows], -scores))[:most]
    return [(int(keys[rows[i]]), float(scores[i])) for i in order]
