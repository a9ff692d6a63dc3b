"""Who said what, and which agency an article credits, measured on people's annotations of US political news.

The sets are PolNeAR's, read from a folder outside the repository (`attribution/` with its scorers); the
scorers are run as they are. `rows(folder)` says so where the folder or a set is missing.
"""

import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claims.text.attribution.credits import wire_credits
from claims.text.attribution.find import find_attributions
from claims.text.sentences import split_sentences

# What two people reach against each other is near .92; no system is published with these scorers.
PUBLISHED = None
MEASURES = [
    ("content tokens", "content_token"),
    ("attribution", "attribution"),
    ("source, end to end", "source_end2end"),
]
NAIVE_VERBS = """
    said says say told tells added adds wrote writes noted notes argued argues announced reported claimed
    claims explained tweeted suggested insisted acknowledged declared replied responded asked asks stated
    warned predicted concluded recalled admitted denied confirmed called calls urged criticized praised
    accused described thinks believes wants hopes promised vowed pledged saying adding telling noting
    arguing calling claiming suggesting
    """.split()
_NAIVE_CUE = re.compile(rf"\b(?:{'|'.join(NAIVE_VERBS)}|[Aa]ccording to)\b")
_NAIVE_SOURCE = re.compile(r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*|\b(?:he|she|they)\b)")
_NAIVE_WIRE = re.compile(r"\((?:AP|AFP|UPI|Reuters)\)")
_NAIVE_QUOTATION = re.compile(r"[“\"][^“”\"\n]{20,2000}[”\"]")


def rows(folder, split="dev"):
    """Return a row for each measure: task, ours, naive, published, items a second; `note` says what is missing."""
    sets = Path(folder) / "attribution"
    if not (sets / f"{split}.jsonl.gz").is_file():
        return [row(f"attribution ({split})", note=f"no {split}.jsonl.gz in {sets}: not measured")]
    articles = read_lines(sets / f"{split}.jsonl.gz")
    ours, took = scored(sets / "score.py", articles, our_attributions)
    naive, _ = scored(sets / "score.py", articles, naive_attributions)
    speed = len(articles) / took
    found = [
        row(f"{name} F1 (attribution/{split})", ours=ours[key][2], naive=naive[key][2], per_second=speed)
        for name, key in MEASURES
    ]
    return [*found, wire_row(sets)]


def row(task, *, ours=None, naive=None, published=PUBLISHED, per_second=None, note=""):
    return {
        "task": task, "ours": ours, "naive": naive, "published": published, "per_second": per_second, "note": note,
    }  # fmt: skip


def scored(scorer, articles, attribute):
    """Return what the set's own scorer says of `attribute` over `articles`, and the seconds that this took."""
    started = time.perf_counter()
    predicted = [{"id": article["id"], "attributions": attribute(article["text"])} for article in articles]
    took = time.perf_counter() - started
    return run_scorer(scorer, predicted, articles), took


def read_lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def run_scorer(scorer, predicted, gold):
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("predicted.jsonl", "gold.jsonl")]
        for path, lines in zip(files, (predicted, gold), strict=True):
            path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        answer = subprocess.run([sys.executable, scorer, *files], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def our_attributions(text):
    """In the format of the scorer, which is that of `annotate_text`."""
    return [
        {
            "source": [[found.source.start, found.source.end]] if found.source else [],
            "cue": [[found.cue.start, found.cue.end]],
            "content": [[span.start, span.end] for span in found.content],
        }
        for found in find_attributions(text)
    ]


def naive_attributions(text):
    """Sixty verbs: the nearest name before (or after), and the rest of the sentence; and every quotation."""
    found, who = [], []
    for sentence in split_sentences(text):
        words = sentence.of(text)
        cue = _NAIVE_CUE.search(words)
        quoted = [list(match.span()) for match in _NAIVE_QUOTATION.finditer(words)]
        if not cue and not quoted:
            continue
        before = list(_NAIVE_SOURCE.finditer(words[: cue.start()])) if cue else []
        after = _NAIVE_SOURCE.search(words, cue.end()) if cue else None
        source = before[-1] if before else after
        rest = naive_content(words, cue) if cue else []
        chosen = quoted if quoted and (not cue or words[0] in '“"') else rest
        spans = [[sentence.start + start, sentence.start + end] for start, end in chosen if start < end]
        who = [[sentence.start + source.start(), sentence.start + source.end()]] if source else who
        found.append({"source": who, "cue": [], "content": spans})
    return found


def naive_content(words, cue):
    """What follows the verb; what precedes it where little follows."""
    return [[cue.end() + 1, len(words) - 1]] if len(words) - cue.end() > 20 else [[0, cue.start()]]


def wire_row(sets):
    """How often an article that a news agency wrote is told, over the articles whose text is at hand."""
    labels, texts = sets / "wire_train.jsonl", sets / "train.jsonl.gz"
    if not (labels.is_file() and texts.is_file()):
        return row("wire credit F1", note=f"no wire_train.jsonl with train.jsonl.gz in {sets}: not measured")
    by_id = {article["id"]: article["text"] for article in read_lines(texts)}
    gold = [label for label in map(json.loads, labels.open(encoding="utf-8")) if label["id"] in by_id]
    started = time.perf_counter()
    ours = [{"id": one["id"], "label": int(bool(wire_credits(by_id[one["id"]])))} for one in gold]
    took = time.perf_counter() - started
    naive = [{"id": one["id"], "label": int(_NAIVE_WIRE.search(by_id[one["id"]][:500]) is not None)} for one in gold]
    scores = [run_scorer(sets / "score_wire.py", found, gold)["per_class"]["1"]["F1"] for found in (ours, naive)]
    return row("wire credit F1 (attribution/train)", ours=scores[0], naive=scores[1], per_second=len(gold) / took)


if __name__ == "__main__":
    for measured in rows(*sys.argv[1:]):
        print(measured)
