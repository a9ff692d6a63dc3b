"""A document as JSON: the contract for programs."""

import json

from claims.reports.document import as_data

CONTENT_TYPE = "application/json"


def write(document):
    """Return `document` as bytes of UTF-8, with the digest of its content."""
    data = as_data(document) | {"sha256": document.digest}
    return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"
