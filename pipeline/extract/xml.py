"""XML and zip containers of office documents, opened without trusting what they say of themselves."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

from pipeline.errors import SkippedError, UnreadableError
from pipeline.extract.base import MIB, Limits
from pipeline.extract.encodings import decode
from pipeline.extract.sources import shown
from pipeline.model import Source

_RATIO_FROM = MIB  # small parts may be packed as tightly as they like
_MAX_PARTS = 10_000
_ENCRYPTED, _UTF8 = 0x1, 0x800
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError)


class Container:
    """The parts of a zip file, unpacked under limits on size, ratio and number, counted while unpacking."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._left = limits.max_unpacked_mib * MIB
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise broken(source, "a damaged archive") from error
        self._names = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > _MAX_PARTS:
            raise self._bomb(f"{len(self._zip.infolist())} parts")
        _no_overlap(self._zip, self._bomb)

    @property
    def names(self) -> tuple[str, ...]:
        """The parts in the order of the archive."""
        return tuple(self._names)

    @property
    def files(self) -> tuple[tuple[str, zipfile.ZipInfo], ...]:
        """Every file, two of one name too, with its name as who packed it saw it."""
        return tuple((file_name(info), info) for info in self._zip.infolist() if not info.is_dir())

    def read(self, name: str) -> bytes | None:
        """One part; None where it is missing. Raises as `content` does."""
        info = self._names.get(name)
        return None if info is None else self.content(info)

    def content(self, info: zipfile.ZipInfo) -> bytes:
        """One part. Raises UnreadableError, reason "bomb" where it grows beyond limits; SkippedError if encrypted."""
        name = file_name(info)
        if info.flag_bits & _ENCRYPTED:
            raise SkippedError(
                f"{self._source.path}: {shown(name)} is encrypted",
                reason="encrypted",
                hint="ask for a copy without a password",
            )
        most = self._allowed(info)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(most + 1)
        except (*_DAMAGE, NotImplementedError, ValueError) as error:
            raise broken(self._source, f"a damaged part {shown(name)}") from error
        if len(data) > most:
            raise self._bomb(f"{shown(name)} is larger than it says")
        self._left -= len(data)
        return data

    def _allowed(self, info: zipfile.ZipInfo) -> int:
        size, packed = info.file_size, max(info.compress_size, 1)
        if size > self._left:
            raise self._bomb(f"{shown(file_name(info))} unpacks to {size // MIB} MiB")
        if size > _RATIO_FROM and size / packed > self._limits.max_ratio:
            raise self._bomb(f"{shown(file_name(info))} is packed {size // packed} times smaller")
        return size

    def _bomb(self, what: str) -> UnreadableError:
        return UnreadableError(f"{self._source.path}: {what}", reason="bomb", hint="the file is hostile")

    def tree(self, name: str) -> etree._Element | None:
        """One part parsed as XML; None where it is missing."""
        data = self.read(name)
        return None if data is None else parse(self._source, data)


def file_name(info: zipfile.ZipInfo) -> str:
    """The name of a part; bytes that nobody declared are UTF-8 or what Windows packs with, cp866 for Cyrillic names."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")  # as the standard library has read it
    except UnicodeEncodeError:
        return info.filename
    return decode(raw, "cp866").text


def _no_overlap(archive: zipfile.ZipFile, bomb: Callable[[str], UnreadableError]) -> None:
    """Parts that share packed bytes are a bomb that no single ratio shows."""
    end = 0
    for info in sorted(archive.infolist(), key=lambda i: i.header_offset):
        if info.header_offset < end:
            raise bomb("parts of the archive overlap")
        end = info.header_offset + 30 + info.compress_size


def parse(source: Source, data: bytes) -> etree._Element:
    """XML without entities, without a document type, without anything fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(source, f"damaged XML: {error}") from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(
            f"{source.path}: XML with a document type declaration", reason="bomb", hint="the file is hostile"
        )
    return tree


def broken(source: Source, what: str) -> UnreadableError:
    """The error for a file that is not what it seems."""
    return UnreadableError(f"{source.path}: {what}", reason="broken", hint="open it where it was made, save it again")
