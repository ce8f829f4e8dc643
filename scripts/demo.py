"""`make demo`: the samples in, one search, the obligations of one treaty, and what to try next.

Usage: demo.py DRAGOMAN DIRECTORY - the installed command and a data directory of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SAMPLES = Path("corpora/samples")


def run(dragoman: str, data: str, *arguments: str) -> None:
    """One command as a user would type it, shown before its output."""
    print(f"\n$ dragoman {' '.join(_quoted(a) for a in arguments)}", flush=True)
    done = subprocess.run([dragoman, "--data-dir", data, *arguments], check=False)
    if done.returncode not in (0, 3):
        sys.exit(done.returncode)


def _quoted(argument: str) -> str:
    return f"'{argument}'" if " " in argument else argument


def treaty(dragoman: str, data: str) -> str:
    """The id of the sample treaty with the most obligations in English."""
    asked = [
        dragoman,
        "--data-dir",
        data,
        "obligations",
        "modality:obligation lang:en",
        "--limit",
        "500",
        "--format",
        "json",
    ]
    hits = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)["hits"]
    ids = [hit["document_id"] for hit in hits]
    return max(sorted(set(ids)), key=ids.count)


def main() -> None:
    dragoman, data = sys.argv[1:]
    os.environ.setdefault("COLUMNS", "120")
    run(dragoman, data, "ingest", str(SAMPLES), "--verbose", "--jobs", "2")
    run(dragoman, data, "search", "precursors", "--limit", "4")
    run(dragoman, data, "search", "ЦАРИКЦ", "--limit", "3")
    run(dragoman, data, "obligations", f"doc:{treaty(dragoman, data)} modality:obligation", "--limit", "6")
    print(
        "\nNext, try:\n"
        f"  export DRAGOMAN_DATA_DIR={data}\n"
        f"  {dragoman} obligations 'notify bearer:each_party'\n"
        f"  {dragoman} quotes precursors\n"
        f"  {dragoman} entities --kind operation\n"
        f"  {dragoman} facts 'quantity:>=100kg'\n"
        f"  {dragoman} show corpora/samples/bilingual/kz-kg-drug-agreement.pdf --why   # any file or id\n"
        f"  {dragoman} compare corpora/samples/bilingual/kz-kg-drug-agreement.pdf\n"
        f"  {dragoman} ingest YOUR-FOLDER"
    )


if __name__ == "__main__":
    main()
