"""Which languages have a pipeline; each is opened once, when first asked for."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from vedette.mark.belarusian import open_belarusian
from vedette.mark.english import open_english
from vedette.mark.parse import Pipeline
from vedette.mark.russian import open_russian

LANG = Path(__file__).parent.parent / "lang"
OPENERS: dict[str, Callable[[Path], Pipeline]] = {"en": open_english, "ru": open_russian, "be": open_belarusian}


@cache
def open_pipeline(lang: str) -> Pipeline | None:
    """The pipeline of a language, or None where it has none: one language's model never reads another."""
    # Heard only where numpy is not yet imported. Its products are small here: on busy cores a second thread
    # costs ten times what it brings, and many documents are read by many processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    opener = OPENERS.get(lang)
    return opener(LANG / lang / "model") if opener else None
