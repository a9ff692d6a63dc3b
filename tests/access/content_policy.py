"""What the browser is told to refuse, and whether a page holds any of it."""

import re

INLINE = re.compile(
    r"<style|<[^>]+\sstyle\s*=|<[^>]+\son[a-z]+\s*=|<script(?![^>]*\ssrc=)(?![^>]*application/json)|=\s*[\"']?javascript:",
    re.IGNORECASE,
)


def breaches(response):
    """Return what in `response` is against the policy that its header must state, as sentences."""
    policy = response.headers.get("Content-Security-Policy", "")
    if "default-src 'self'" not in policy or "unsafe" in policy:
        return [f"The policy is too weak: {policy or 'none'}."]
    # What is taken away as a file is no page of this desk.
    is_page = not response.streaming and "attachment" not in response.headers.get("Content-Disposition", "")
    body = response.content.decode() if is_page else ""
    return [f"The page holds {found.group()!r}." for found in INLINE.finditer(body)]
