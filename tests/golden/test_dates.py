"""The tables of dates: a sentence, the day of its report, and what each date in it must be, written by reading."""

from pathlib import Path

import pytest

from vedette.mark.times import find_times
from vedette.resolve.dates import resolve_dates

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "be", "uk", "pl", "de")
LEAST = {"en": 120, "ru": 120, "be": 120, "uk": 50, "pl": 50, "de": 50}


def rows_of(lang: str) -> list[list[str]]:
    lines = (HERE / lang / "dates.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def read_row(sentence: str, published: str, tense: str | None, *, lang: str) -> str:
    phrases = find_times(sentence, lang=lang)
    assert all(sentence[phrase.start : phrase.stop] == phrase.text for phrase in phrases)
    dates = resolve_dates(phrases, published=published or None, tenses=[tense] * len(phrases))
    return " ; ".join(date.edtf or "?" for date in dates) or "-"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_reads_as_written(lang: str) -> None:
    rows = rows_of(lang)
    assert len(rows) >= LEAST[lang]
    failed = []
    for sentence, published, expected, *tense in rows:
        got = read_row(sentence, published, tense[0] if tense else None, lang=lang)
        if got != expected:
            failed.append(f"{sentence} [{published}] {expected} != {got}")
    assert not failed, "\n".join(failed)


def test_known_limits_stay_silent_rather_than_wrong() -> None:
    lines = (HERE / "dates_known_limits.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(rows) > 10
    for lang, sentence, published, _understood, _why in rows:
        assert read_row(sentence, published, None, lang=lang) in ("-", "?"), sentence
