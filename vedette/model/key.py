"""Keys are content hashes over the fields that make identity: writing the same thing twice writes nothing."""

from hashlib import sha256

PREFIX = {"document": "d", "claim": "c", "event": "e", "episode": "p", "origin": "o", "source": "s"}


def hash_of(kind: str, *parts: object) -> str:
    """`c-5f0c…`: the kind's letter and 80 bits of SHA-256 over the parts, which are joined by a unit separator."""
    digest = sha256("\x1f".join([kind, *map(str, parts)]).encode()).hexdigest()
    return f"{PREFIX[kind]}-{digest[:20]}"


def key_of_document(id: str, text: str, *, url: str | None, source: str | None) -> str:
    """Hash of id, text and address, for want of one of the source without its row (of `reports.jsonl#41`: `reports.jsonl`)."""
    return hash_of("document", id, url or (source or "").partition("#")[0], text)
