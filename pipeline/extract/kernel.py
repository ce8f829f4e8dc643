"""What the Linux kernel offers to fence in a parser: limits, no network, no writing, death with the parent.

Each layer is used where the kernel has it; a layer that is missing is reported, never assumed. Numbers are those of the
kernel's user interface (prctl.h, sched.h, landlock.h), the same on x86-64 and arm64.
"""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import struct
import sys
import sysconfig
import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_FS_ACCESS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_NET_ACCESS = 0b11  # bind and connect TCP, from version 4
_SCOPES = 0b11  # abstract sockets and signals, from version 6
_OPEN_FILES = 256
_MIB = 1024 * 1024

# The descriptors of this process's standard streams come first.
_FIRST = 3


@cache
def _libc() -> ctypes.CDLL:
    """Opened once, before any child is forked: each would copy much memory to open it again."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
    return libc


def die_with_parent() -> None:
    """Ask to be killed when the parent process ends; call it in a fresh child of a process with one thread."""
    parent = os.getppid()
    _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def address_space(statm: int) -> int:
    """Bytes of address space in use, read from an open /proc/…/statm (its path may be out of reach by now)."""
    return int(os.pread(statm, 200, 0).split()[0]) * resource.getpagesize()


def limit(seconds: int, space: int, file_mib: int = 64, documents: int = 1) -> None:
    """Bound this process: CPU seconds, `space` bytes of address space, size and number of files, no core dump.

    With several `documents` the CPU time is that of the first one; `more_time` grants it for each of the others.
    """
    for what, value in (
        (resource.RLIMIT_AS, space),
        (resource.RLIMIT_FSIZE, file_mib * _MIB),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(what, (wanted, wanted))
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    most = seconds * documents
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (min(seconds, most), most))


def more_time(seconds: int) -> None:
    """Bound this process to `seconds` of CPU time from now on, within what `limit` allows all documents."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = math.ceil(time.process_time()) + seconds
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def close_others(*kept: int) -> None:
    """Close every descriptor of this process except the standard streams and `kept`."""
    low = _FIRST
    for descriptor in [*sorted(kept), resource.getrlimit(resource.RLIMIT_NOFILE)[0]]:
        os.closerange(low, descriptor)
        low = descriptor + 1


def without_network() -> bool:
    """Move this process into a network namespace of its own, without any interface; False where that is refused."""
    uid, gid = os.geteuid(), os.getegid()
    flags = _CLONE_NEWNET if uid == 0 else _CLONE_NEWNET | _CLONE_NEWUSER
    if _libc().unshare(flags) != 0:
        return False
    if flags & _CLONE_NEWUSER:
        _map_self(uid, gid)
    return True


def _map_self(uid: int, gid: int) -> None:
    """Keep the own user and group inside the new user namespace, so that the own files stay readable."""
    for name, line in (("setgroups", "deny"), ("gid_map", f"{gid} {gid} 1"), ("uid_map", f"{uid} {uid} 1")):
        Path(f"/proc/self/{name}").write_text(line, encoding="ascii")


def landlock_version() -> int:
    """The version of Landlock this kernel speaks; 0 for none."""
    return max(int(_libc().syscall(_LANDLOCK_CREATE, None, 0, 1)), 0)


def restrict_files(readable: Iterable[Path]) -> bool:
    """Allow this process and its children to read and execute below `readable` only, and to write nothing; for good.

    From version 4 of Landlock on TCP is refused too. False where the kernel has no Landlock.
    """
    version = landlock_version()
    if version < 1:
        return False
    handled = _FS_ACCESS[min(version, 5)]
    attributes = struct.pack("=QQQ", handled, _NET_ACCESS if version >= 4 else 0, _SCOPES if version >= 6 else 0)
    size = 8 if version < 4 else 16 if version < 6 else 24
    libc = _libc()
    ruleset = int(libc.syscall(_LANDLOCK_CREATE, ctypes.c_char_p(attributes), ctypes.c_size_t(size), 0))
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _allow(libc, ruleset, path, _EXECUTE | _READ_FILE | _READ_DIR)
        for name in ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"):
            _allow(libc, ruleset, Path(name), _READ_FILE | _WRITE_FILE)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return int(libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0)) == 0
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # not on this machine: nothing to allow
        return
    try:
        rights = access if path.is_dir() else access & ~_READ_DIR
        libc.syscall(_LANDLOCK_ADD, ruleset, 1, ctypes.c_char_p(struct.pack("=Qi", rights, descriptor)), 0)
    finally:
        os.close(descriptor)


def library_paths(extra: Iterable[Path], environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Where programs, libraries and Python packages lie: all that a parser may read."""
    system = ("/usr", "/lib", "/lib64", "/bin", "/opt", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime")
    packages = [Path(p) for p in sys.path if p.endswith(("-packages", "lib-dynload", ".zip"))]
    python = [Path(p) for p in (sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"))]
    tessdata = [Path(environ["TESSDATA_PREFIX"])] if environ.get("TESSDATA_PREFIX") else []
    return tuple(dict.fromkeys([*map(Path, system), *packages, *python, *extra, *tessdata]))
