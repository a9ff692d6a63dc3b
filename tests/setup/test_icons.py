"""The icons: what pages draw is there, nothing else is kept, and none stands without a word."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "claims/static/vendor/bootstrap-icons-1.13.2"
CSS = ROOT / "claims/static/claims/css"
TAG = re.compile(r'{% icon "([\w-]+)" %}')
# What can stand in a control: attributes may hold tags of the template with quotes of their own.
CONTROL = re.compile(r"<(button|a|summary)\b((?:{%.*?%}|{{.*?}}|[^>])*)>(.*?)</\1>", re.DOTALL)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def named(template):
    return set(TAG.findall(template.read_text()))


def test_every_icon_of_a_template_is_in_the_sprite_and_no_other_is():
    kept = re.findall(r'<symbol id="([\w-]+)"', (ICONS / "sprite.svg").read_text())

    drawn = set().union(*map(named, TEMPLATES))

    assert sorted(drawn) == sorted(kept)


def test_every_shape_of_the_sheets_is_kept_and_no_other_is():
    kept = {file.name for file in (ICONS / "shapes").iterdir()}

    drawn = set(re.findall(r"/shapes/([\w-]+\.svg)", (CSS / "icons.css").read_text()))

    assert drawn == kept


def test_every_shape_that_has_a_name_is_worn():
    names = set(re.findall(r"--shape-\w+(?=:)", (CSS / "icons.css").read_text()))
    sheets = "".join(file.read_text() for file in CSS.glob("*.css"))

    unworn = [name for name in sorted(names) if f"var({name})" not in sheets]

    assert unworn == []


def test_icons_are_named_as_they_stand_so_that_they_can_be_counted():
    loose = [
        str(file) for file in TEMPLATES if file.read_text().count("{% icon ") != len(TAG.findall(file.read_text()))
    ]

    assert loose == []


@pytest.mark.parametrize("template", [file for file in TEMPLATES if named(file)], ids=lambda file: file.name)
def test_no_control_has_an_icon_without_a_word_or_a_name(template):
    controls = CONTROL.findall(template.read_text())

    mute = [inside for _, head, inside in controls if TAG.search(inside) and not has_name(head, inside)]

    assert mute == []


def has_name(head, inside):
    """Whether a control has words or a label; that of the theme is set by its script, which alone shows it."""
    words = re.sub(r"<[^>]*>", "", TAG.sub("", inside)).strip()
    return bool(words) or "aria-label" in head or "theme-toggle" in head


def test_an_icon_is_drawn_from_the_sprite_and_says_nothing():
    drawn = Template('{% icon "inbox" %}').render(Context())

    assert re.fullmatch(
        r'<svg class="icon" .*aria-hidden="true"><use href="/static/vendor/.*\.svg#inbox"/></svg>', drawn
    )
