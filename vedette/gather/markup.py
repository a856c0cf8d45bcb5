"""The words of `markup.toml`, read once."""

import tomllib
from pathlib import Path

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def words_for(name: str) -> frozenset[str]:
    return frozenset(WORDS[name])
