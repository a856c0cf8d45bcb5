"""The bytes as gathered, one file each, under the name of their SHA-256: `evidence/ab/abcd…`.

Invariant: a file under its final name is whole. It is written and flushed under another name first, then never written again.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import file_digest
from pathlib import Path

from vedette.model.gathered import Evidence

FOLDER = "evidence"
UNFINISHED = ".unfinished"
WAITING = 16


def place_of(casebook: Path, sha256: str) -> Path:
    return casebook / FOLDER / sha256[:2] / sha256


def keep_evidence(casebook: Path, evidences: Iterable[Evidence]) -> None:
    """When it returns, all of them will survive a loss of power. What is there already in its size stays."""
    new = [evidence for evidence in evidences if not is_kept(casebook, evidence)]
    if not new:
        return
    (casebook / FOLDER / UNFINISHED).mkdir(exist_ok=True)
    folders = {casebook / FOLDER}
    for evidence in new:
        folder = place_of(casebook, evidence.sha256).parent
        folder.mkdir(exist_ok=True)
        folders.add(folder)
    # Many waits for the disk at once are one wait: ten times faster than one after another (ext4, 500 files).
    with ThreadPoolExecutor(WAITING) as threads:
        list(threads.map(lambda evidence: write_flushed(casebook, evidence), new))
        list(threads.map(flush, sorted(folders)))


def is_kept(casebook: Path, evidence: Evidence) -> bool:
    try:
        return place_of(casebook, evidence.sha256).stat().st_size == len(evidence.data)
    except FileNotFoundError:
        return False


def write_flushed(casebook: Path, evidence: Evidence) -> None:
    unfinished = casebook / FOLDER / UNFINISHED / f"{evidence.sha256}.{os.getpid()}"
    unfinished.unlink(missing_ok=True)
    with unfinished.open("xb") as file:
        file.write(evidence.data)
        os.fchmod(file.fileno(), 0o444)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(place_of(casebook, evidence.sha256))


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
