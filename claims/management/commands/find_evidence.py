"""`manage.py find_evidence`: passages that may bear on a claim, best first."""

import json
import re
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import Truncator

from claims.models import Claim
from claims.reports.candidates import candidates_for, candidates_for_statement
from claims.text.normalise import normalise

NUMBER = re.compile(r"[Cc]?-?(\d{1,9})")
LONGEST_STATEMENT = 2_000
QUOTE_WIDTH = 100


class Command(BaseCommand):
    help = "Find passages that may bear on a claim, over all stored articles, with a stance proposed and the reasons."

    def add_arguments(self, parser):
        parser.add_argument("claim", nargs="?", metavar="CLAIM", help="the number of a stored claim, such as C-12")
        parser.add_argument("--statement", help="a statement that need not be stored")
        parser.add_argument("--published", metavar="DATE", help="when the statement was made, such as 2021-11-07")
        parser.add_argument("--limit", type=int, default=20, help="how many passages at most (20)")
        parser.add_argument("--exclude-file", metavar="NAME", help="leave out the article imported from this file")
        parser.add_argument("--json", action="store_true", help="print one JSON list and nothing else")

    def handle(self, *, claim, statement, published, limit, exclude_file, **options):
        if bool(claim) == bool(statement and statement.strip()):
            raise CommandError("Name a stored claim, such as C-12, or give a --statement; one of the two.")
        if limit < 1:
            raise CommandError("--limit: ask for one passage at least.")
        if claim and published:
            raise CommandError("--published goes with --statement: when a stored claim was made is on record.")
        wanted = {"limit": limit, "exclude_file": exclude_file}
        found = (
            candidates_for(_stored(claim), **wanted)
            if claim
            else candidates_for_statement(_cleaned(statement), _day(published), **wanted)
        )
        self.stdout.write(_as_json(found) if options["json"] else _as_lines(found))


def _stored(name):
    number = NUMBER.fullmatch(name.strip())
    claim = Claim.objects.filter(number=int(number[1])).first() if number else None
    if claim is None:
        raise CommandError(f"There is no claim {name}.")
    return claim


def _cleaned(statement):
    return normalise(statement.encode(errors="replace").decode())[:LONGEST_STATEMENT].strip()


def _day(text):
    if text is None or isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--published: “{text}” is no date. Write it as 2021-11-07.") from None


def _as_json(found):
    return json.dumps([one.as_object() for one in found], ensure_ascii=False, indent=2)


def _as_lines(found):
    return "\n".join(line for one in found for line in _lines(one)) or "No passage was found."


def _lines(one):
    dated = one.article.published_on.isoformat() if one.article.published_on else "date not stated"
    what = f"{one.stance}, {one.basis}" if one.basis else one.stance
    yield f"{one.score:.2f}  {what}  (article {one.article.pk}, {dated}, {one.start}–{one.end})"
    yield f"      {Truncator(' '.join(one.quote.split())).chars(QUOTE_WIDTH)}"
    yield f"      {'; '.join(one.reasons)}"
