"""A document as JSON: the contract for programs."""

import json

from claims.reports.document import as_data

CONTENT_TYPE = "application/json"


def write(document):
    """Return `document` as bytes of UTF-8, with the digest of its content."""
    return json.dumps(as_data(document), ensure_ascii=False, indent=2).encode() + b"\n"
