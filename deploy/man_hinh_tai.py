"""Fetches a public screen's page before the screen starts: whole and as its manifest says, or the last one
stays.

Usage: python3 man_hinh_tai.py http://server:8501/man-hinh/sanh/ /folder
Needs nothing but Python. Exit 0 where there is a page to show, old or new; 1 where there is none.
"""

import hashlib
import json
import os
import sys
import tempfile
import urllib.request
from pathlib import Path

PATIENCE = 20  # seconds


def fetched(address: str) -> bytes:
    """An address's bytes; OSError where it does not answer."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read()


def main(server: str, folder: Path) -> int:
    """Renews `index.html` in the folder."""
    page = folder / "index.html"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        mark = json.loads(fetched(server + "manifest.json"))["files"]["index.html"]
        body = fetched(server + "index.html")
        if len(body) != mark["bytes"] or hashlib.sha256(body).hexdigest() != mark["sha256"]:
            raise ValueError("page and manifest do not match")
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as half:
            half.write(body)
            half.flush()
            os.fsync(half.fileno())
        os.replace(half.name, page)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"kept the last page: {error}", file=sys.stderr)
    return 0 if page.is_file() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/") + "/", Path(sys.argv[2])))
