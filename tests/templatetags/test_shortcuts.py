"""The one table of shortcuts, and what is made of it."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string

from claims.templatetags.shortcut_table import ARROWS, BY_NAME, SHORTCUTS, TOGETHER, Scope

ROOT = Path(settings.BASE_DIR)
# What browsers, systems and screen readers take for themselves besides: Ctrl and Alt with anything, function keys,
# Tab, the space bar, Insert and Caps Lock.
WITH_CTRL = {"Ctrl+K", "Ctrl+Enter"}
NAMED = {"Enter", "Escape", *ARROWS}
MOVES = {"next", "previous", "more", "less", "go", "stretch"}


def can_meet(one, other):
    pages = [{Scope.EVERYWHERE, *page} for page in TOGETHER]
    return one == other or any({one, other} <= page for page in pages)


def clash(keys, others):
    """Whether one of `keys` is one of `others`, or the beginning of it."""
    return any(f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} ") for a in keys for b in others)


def test_no_two_shortcuts_that_can_meet_on_a_page_share_keys():
    pairs = combinations(SHORTCUTS, 2)

    clashes = [
        (a.name, b.name) for a, b in pairs if can_meet(a.scope, b.scope) and clash(a.keys, b.keys)
    ]  # fmt: skip

    assert clashes == []


def test_every_scope_can_meet_what_works_everywhere():
    assert {Scope.EVERYWHERE}.union(*TOGETHER) == set(Scope)


@pytest.mark.parametrize("key", sorted({key for one in SHORTCUTS for keys in one.keys for key in keys.split(" ")}))
def test_no_key_belongs_to_the_browser_or_a_screen_reader(key):
    plain = key.removeprefix("Shift+")

    assert key in WITH_CTRL or plain in NAMED or (len(plain) == 1 and plain.isprintable() and plain != " ")


def test_names_are_told_apart_and_only_moves_repeat():
    assert len(BY_NAME) == len(SHORTCUTS)
    repeating = {one.name.partition(".")[2].partition("-")[0] for one in SHORTCUTS if one.repeats}
    assert repeating <= MOVES


def test_every_act_of_a_template_or_a_script_is_in_the_table():
    named = set()
    for path in [*ROOT.glob("templates/**/*.html"), *ROOT.glob("claims/static/claims/js/*.js")]:
        text = path.read_text()
        named |= set(re.findall(r'data-act="([a-z.-]+)"|\{% kbd "([^"]+)"|\bon\("([a-z]+\.[a-z-]+)"', text))

    assert {name for names in named for name in names if name} <= set(BY_NAME)


def test_no_template_prints_a_character_by_hand():
    printed = [
        (path.name, found)
        for path in ROOT.glob("templates/claims/*.html")
        for found in re.findall(r"<kbd>(\w|\W)</kbd>", path.read_text())
    ]

    assert printed == []


def test_a_button_prints_the_first_keys_and_marks_those_that_can_be_switched_off():
    printed = Template('{% load shortcuts %}{% kbd "queue.next" %} {% kbd "everywhere.search" %}').render(Context())

    assert printed == '<kbd class="character-key">n</kbd> <kbd>Ctrl</kbd> <kbd>K</kbd>'


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        Template('{% load shortcuts %}{% kbd "queue.dance" %}').render(Context())


def test_the_sheet_lists_what_the_page_binds():
    sheet = render_to_string("claims/_shortcuts.html")

    [data] = re.findall(r'<script id="shortcut-table" type="application/json">(.*?)</script>', sheet)
    assert [(row["name"], tuple(row["keys"])) for row in json.loads(data)] == [(s.name, s.keys) for s in SHORTCUTS]
    assert set(re.findall(r'data-shortcut="([^"]+)"', sheet)) == set(BY_NAME)
    assert all(scope.label in sheet for scope in Scope)
