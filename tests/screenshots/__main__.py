"""Takes pictures of every page: `python -m tests.screenshots [--readme] [--only claim] [--desk long]`.

Both themes, both widths, as whoever sees most, on the demo desk made fresh; or on one where everything has as many
words as it may have, or on an empty one. They lie in a folder of `screenshots/` for each desk with an index.html that
shows them all; `--readme` takes anew the ones that README shows, and no others.
"""

import argparse
import shutil
from html import escape
from pathlib import Path

from tests.pages.serving import opened, served

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "screenshots"
README = ROOT / "claims" / "static" / "claims" / "screenshots"
THEMES, WIDTHS = ("light", "dark"), (1280, 390)
# name of the page in README: (page of the list, height of the picture)
CHOSEN = {"claim": ("claim", 900), "queue": ("queue", 900), "reader": ("article-claim-panel", 900)}
TALLEST = 6000


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__.splitlines()[0])
    parser.add_argument("--readme", action="store_true", help="take the pictures of README and no others")
    parser.add_argument("--only", default="", help="take the pages whose name holds this")
    parser.add_argument("--desk", choices=("demo", "long", "empty"), default="demo", help="what is on the desk")
    options = parser.parse_args()
    with served() as base, opened(base) as browser_page:
        sessions, places = made(options.desk)
        if options.readme:
            take_readme(browser_page, base, sessions, places)
        else:
            folder = FOLDER / options.desk
            pages = pages_on(options.desk, options.only)
            show_all(folder, list(take_all(browser_page, base, sessions, places, pages, folder)))


def made(name):
    """Make the desk of this name; return the sessions of its people by role, and where its pages are."""
    from tests.pages import desk, extremes

    if name == "empty":
        return extremes.make_empty(), desk.REPORTS
    sessions = desk.make()
    if name == "long":
        extremes.lengthen()
    return sessions, desk.places()


def pages_on(name, only):
    """Return the pages to take on the desk `name`: an empty one has those alone that show no row."""
    from tests.pages import desk
    from tests.pages.list import PAGES

    chosen = [one for one in PAGES if only in one.name]
    if name != "empty":
        return chosen
    named = ("topic=", "claim=")
    return [one for one in chosen if one.needs in ("", *desk.REPORTS) and not any(row in one.query for row in named)]


def take_all(browser_page, base, sessions, places, pages, folder):
    """Take each of `pages` in each theme and width; yield their names."""
    from tests.pages.visiting import become, visit

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for role in sessions:
        become(browser_page, base, sessions[role])
        for one in (one for one in pages if one.roles[0] == role):
            browser_page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            visit(browser_page, one, places)
            take(browser_page, folder, one.name)
            print(one.name, flush=True)
            yield one.name


def take(browser_page, folder, name):
    for theme in THEMES:
        browser_page.emulate_media(color_scheme=theme)
        for width in WIDTHS:
            browser_page.set_viewport_size({"width": width, "height": 900})
            high = browser_page.evaluate("document.documentElement.scrollHeight")
            is_whole = high < TALLEST and not browser_page.locator("dialog[open]").count()
            browser_page.screenshot(path=folder / file_of(name, theme, width), full_page=is_whole)


def file_of(name, theme, width):
    return f"{name}-{theme}-{width}.png"


def show_all(folder, names):
    """Write the sheet that shows every picture that was taken."""
    pictures = [file_of(name, theme, width) for name in sorted(names) for theme in THEMES for width in WIDTHS]
    cells = "".join(f'<a href="{escape(one)}"><img loading="lazy" src="{escape(one)}">{one}</a>' for one in pictures)
    style = "body{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem;font:12px sans-serif}"
    style += "img{width:100%;height:20rem;object-fit:cover;object-position:top;border:1px solid #999;display:block}"
    sheet = f"<!doctype html><meta charset=utf-8><title>Screenshots</title><style>{style}</style>{cells}\n"
    folder.joinpath("index.html").write_text(sheet)
    print(f"{len(pictures)} pictures: {folder / 'index.html'}")


def take_readme(browser_page, base, sessions, places):
    from tests.pages.list import PAGES
    from tests.pages.visiting import become, visit

    become(browser_page, base, sessions["reviewer"])
    for name, (page, height) in CHOSEN.items():
        browser_page.set_viewport_size({"width": 1280, "height": height})
        visit(browser_page, next(one for one in PAGES if one.name == page), places)
        browser_page.evaluate("scrollTo(0, 0)")
        file = README / f"{name}.webp"
        file.write_bytes(as_webp(browser_page, browser_page.screenshot()))
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")


def as_webp(browser_page, picture):
    """Return `picture` (a PNG) as WebP, which shows text as sharply in a third of the bytes; Chromium converts it."""
    from base64 import b64decode, b64encode

    made = browser_page.context.browser.new_page()
    address = made.evaluate(
        """async picture => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
          const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
          canvas.getContext("2d").drawImage(image, 0, 0);
          return canvas.toDataURL("image/webp", 0.9);
        }""",
        b64encode(picture).decode(),
    )
    made.close()
    return b64decode(address.partition(",")[2])


if __name__ == "__main__":
    main()
