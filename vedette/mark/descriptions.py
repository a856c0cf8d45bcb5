"""Stretches that name a thing without its name: "Belarusian crews", «ракетный дивизион Вооружённых Сил», "the range", "he".

What is found is what the words ask for (a sort, countries, the names inside); which thing that is, is for `resolve` to say.
"""

from collections.abc import Iterator, Sequence

from vedette.lang.demonyms import Demonyms
from vedette.lang.phrases import Phrases, fold
from vedette.mark.phrase_text import Text
from vedette.mark.phrases import find_phrases
from vedette.mark.pronouns import find_peoples, find_pronouns
from vedette.model.marked import Mention


def find_descriptions(text: str, *, words: Phrases, countries: Demonyms, names: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """In order, without overlap among themselves; a name is overlapped only by a phrase that holds it whole.

    Their `things` are still empty: `resolve_references` fills them from `description`.
    """
    read = Text(text, words, countries, names)
    found = list(keep_apart(find_phrases(read), names, words))
    for more in (find_peoples(text, countries=countries), find_pronouns(read)):
        taken = [*names, *found]
        found += [one for one in more if not any(other.start < one.stop and one.start < other.stop for other in taken)]
    return tuple(sorted(found, key=lambda one: one.start))


def keep_apart(found: Sequence[Mention], names: Sequence[Mention], words: Phrases) -> Iterator[Mention]:
    """Drops what crosses a name without holding it, what lies inside one, and the shorter of two that overlap."""
    stop = 0
    for mention in sorted(found, key=lambda one: (one.start, -one.stop)):
        crossed = [name for name in names if name.start < mention.stop and mention.start < name.stop]
        holds = all(mention.start <= name.start and name.stop <= mention.stop for name in crossed)
        same = any(is_name_alone(mention, name, words) for name in crossed)
        if mention.start >= stop and holds and not same:
            yield mention
            stop = mention.stop


def is_name_alone(mention: Mention, name: Mention, words: Phrases) -> bool:
    """Whether a phrase is no more than a name, with or without an article."""
    before = fold(mention.text[: max(0, name.start - mention.start)]).split()
    return name.stop >= mention.stop and all(words.has("definite", word) or words.has("indefinite", word) for word in before)
