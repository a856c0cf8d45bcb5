"""Small words that stand for a thing, and peoples: "he", "it said", «по его словам»; "Belorussians", «беларуска-кітайскае»."""

from collections.abc import Iterator

from vedette.lang.demonyms import Demonyms
from vedette.lang.phrases import read_sorts
from vedette.mark.phrase_text import Text
from vedette.model.marked import Description, Mention


def find_pronouns(read: Text) -> Iterator[Mention]:
    """Each as a mention that still has to find what it stands for; "there is" stands for nothing."""
    n = 0
    while n < len(read.low):
        hit = read.words.pronouns.find(read.low, n)
        size = len(hit.steps) if hit else 1
        if hit and hit.name in read_sorts() and all(read.is_plain(k) for k in range(n, n + size - 1)):
            at = n + hit.mark
            yield mention_at(read.text, read.starts[at], read.stops[at], Description(sort=hit.name, definite=True))
        n += size


def find_peoples(text: str, *, countries: Demonyms) -> Iterator[Mention]:
    """Nationals ("Belorussians", «россиянами») and the parts of «белорусско-китайская», each for its state."""
    words = countries.find(text)
    for n, word in enumerate(words):
        if word.form == "people":
            yield mention_at(text, word.start, word.stop, Description(sort="nationals", countries=(word.code,), plural=True))
        after = words[n + 1] if n + 1 < len(words) else None
        if after is None or after.start != word.stop + 1 or text[word.stop] not in "-‑–" or word.code == after.code:
            continue
        if word.form == "joining" or (word.form == "adjective" and after.form == "adjective"):
            for part in (word, after):
                yield mention_at(text, part.start, part.stop, Description(sort="joint", countries=(part.code,)))


def mention_at(text: str, start: int, stop: int, asked: Description) -> Mention:
    kind = read_sorts()[asked.sort].kind
    return Mention(start=start, stop=stop, text=text[start:stop], kind=kind, how="description", description=asked)
