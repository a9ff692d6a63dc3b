"""The colours of both themes: legible on every ground they stand on, and never the only thing that tells."""

import re
from pathlib import Path

import pytest

from claims.vocabulary import Stance

CSS = Path(__file__).parents[2] / "claims" / "static" / "claims" / "css"
TOKENS = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
LIGHT, DARK = 0, 1
HUES = ("blue", "green", "red", "amber", "violet")
GROUNDS = ("paper", "surface", "raised", "sunken")
# What is read on what, at 4.5 to 1, and what is seen on what, at 3 to 1 (WCAG 1.4.3 and 1.4.11).
READ = [(ink, ground) for ink in ("ink", "ink-soft", "ink-faint", "accent") for ground in GROUNDS]
READ += [(f"{hue}-ink", ground) for hue in HUES for ground in (f"{hue}-fill", *GROUNDS)]
READ += [("on-accent", "accent"), ("on-accent", "accent-strong")]
SEEN = [(line, ground) for line in ("line-strong", "focus", "masthead") for ground in GROUNDS]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_shapes_stand_out_from_every_ground(theme):
    tokens = {name: pair[theme] for name, *pair in TOKENS.findall((CSS / "tokens.css").read_text())}

    faint = [pair for pair in READ if contrast(*(tokens[name] for name in pair)) < 4.5]
    faint += [pair for pair in SEEN if contrast(*(tokens[name] for name in pair)) < 3]

    assert faint == []


def test_each_stance_has_a_shape_of_its_own():
    badges, icons = ((CSS / name).read_text() for name in ("badges.css", "icons.css"))
    files = dict(re.findall(r"--(shape-\w+): url\(\"(.+)\"\)", icons))
    shapes = dict(re.findall(r'\.stance\[data-value="(\w+)"\] {\s*--shape: var\(--(shape-\w+)\)', badges))
    other = re.search(r"\.stance {\s*--shape: var\(--(shape-\w+)\)", badges)[1]

    shown = [files[shapes.get(stance, other)] for stance in Stance.values]

    assert len(set(shown)) == len(Stance.values)


def contrast(one, other):
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
