"""`make bench`: every measurement in a process of its own, one line each, with the ratio it is about."""

from __future__ import annotations

import subprocess
import sys

PARTS = ("benchmarks.annotate", "benchmarks.norms", "benchmarks.searching", "benchmarks.workers", "benchmarks.reading")


def main() -> int:
    codes = [subprocess.run([sys.executable, "-m", part, *sys.argv[1:]], check=False).returncode for part in PARTS]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
