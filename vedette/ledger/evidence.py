"""The bytes as gathered, one file each, under the name of their SHA-256: `evidence/ab/abcd…`.

Invariant: a file under its final name is whole. It is written and flushed under another name first, then never written again.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from vedette.model.gathered import Evidence

FOLDER = "evidence"
UNFINISHED = ".unfinished"


def place_of(casebook: Path, sha256: str) -> Path:
    return casebook / FOLDER / sha256[:2] / sha256


def keep_evidence(casebook: Path, evidences: Iterable[Evidence]) -> None:
    """When it returns, all of them will survive a loss of power. What is there already in its size stays."""
    folders: set[Path] = set()
    for evidence in evidences:
        place = place_of(casebook, evidence.sha256)
        with suppress(FileNotFoundError):
            if place.stat().st_size == len(evidence.data):
                continue
        if not place.parent.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            folders.add(place.parent.parent)
        unfinished = casebook / FOLDER / UNFINISHED / f"{evidence.sha256}.{os.getpid()}"
        unfinished.parent.mkdir(exist_ok=True)
        write_flushed(unfinished, evidence.data)
        unfinished.replace(place)
        folders.add(place.parent)
    for folder in sorted(folders):
        flush(folder)


def write_flushed(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(data)
        os.fchmod(file.fileno(), 0o444)
        file.flush()
        os.fsync(file.fileno())


def flush(path: Path) -> None:
    """Writes a file or a folder out to the disk; a file's new name is safe only when its folder is written out too."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def find_fault(casebook: Path, sha256: str) -> str | None:
    """What is wrong with the evidence of this digest; null where its bytes are as gathered."""
    try:
        with place_of(casebook, sha256).open("rb") as file:
            return None if file_digest(file, "sha256").hexdigest() == sha256 else "the evidence was altered"
    except FileNotFoundError:
        return "the evidence is missing"
    except OSError as error:
        return f"the evidence cannot be read: {(error.strerror or str(error)).lower()}"
