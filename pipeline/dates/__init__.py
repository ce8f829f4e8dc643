"""One date grammar for every room: calendar dates, ranges, months, years, seasons and their parts.

>>> find("held on 13-14 May 2014", "en")[0].edtf
'2014-05-13/2014-05-14'
"""

from __future__ import annotations

from pipeline.dates.finder import find
from pipeline.dates.reading import DateMatch

__all__ = ["DateMatch", "find"]
