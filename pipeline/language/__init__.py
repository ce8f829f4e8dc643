"""The languages dragoman reads in depth; other languages are named and stay searchable."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.language import en, ru
from pipeline.language.pack import LanguagePack

PACKS: Mapping[str, LanguagePack] = MappingProxyType({pack.code: pack for pack in (en.PACK, ru.PACK)})
