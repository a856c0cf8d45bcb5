import os
import time
from pathlib import Path

import pytest

from vedette.errors import KnowledgeError
from vedette.knowledge.book import DATA, gather_things, load_knowledge
from vedette.knowledge.meanings import calques_of, read_meanings
from vedette.lang.naming import LANGS

SHARED = Path(os.environ.get("VEDETTE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
THINGS = load_knowledge().things


def test_every_thing_has_a_name_a_kind_and_a_source() -> None:
    for thing in THINGS.values():
        assert thing.name, thing.id
        assert any(thing.names.values()), thing.id
        assert thing.source, thing.id
        assert thing.kind in ("actor", "person", "system", "place", "exercise", "treaty")


def test_there_is_enough_of_each_kind() -> None:
    kinds = [thing.kind for thing in THINGS.values()]
    assert kinds.count("system") >= 150
    assert kinds.count("actor") >= 120
    assert kinds.count("person") >= 60
    assert kinds.count("place") >= 100


def test_references_between_things_hold() -> None:
    for thing in THINGS.values():
        assert thing.part_of is None or thing.part_of in THINGS, thing.id
        assert all(post.body in THINGS for post in thing.posts), thing.id


def test_people_hold_or_held_a_post_or_are_invented() -> None:
    for thing in THINGS.values():
        assert thing.kind != "person" or thing.posts or "invented" in thing.name, thing.id


def test_coordinates_stand_within_the_world_and_only_in_pairs() -> None:
    for thing in THINGS.values():
        assert (thing.lat is None) == (thing.lon is None), thing.id
        assert thing.lat is None or (-90 <= thing.lat <= 90 and -180 <= (thing.lon or 0) <= 180), thing.id


def test_bodies_of_states_are_found_by_sort_and_country() -> None:
    bodies = load_knowledge().by_sort()
    assert bodies["mod", "BY"] == "mod-belarus"
    assert bodies["mod", "US"] == "pentagon"
    assert bodies["armed-forces", "CN"] == "pla-china"
    assert bodies["armed-forces", "KP"] == "armed-forces-dprk"


def test_a_twin_is_refused(tmp_path: Path) -> None:
    line = '{"id": "a", "kind": "system", "name": "A"}\n'
    (tmp_path / "one.jsonl").write_text(line + line, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="two things are called a"):
        gather_things(tmp_path)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"id": "a", "kind": "system", "name": "A"}\n{"id": 5}\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"one\.jsonl#2"):
        gather_things(tmp_path)


def test_loading_is_quick() -> None:
    began = time.perf_counter()
    gather_things(DATA)
    assert time.perf_counter() - began < 0.5


def test_meanings_belong_to_things_and_concepts() -> None:
    meanings = read_meanings()
    assert set(meanings.things) | set(meanings.tails) | set(meanings.bound) <= set(THINGS)
    used = {word for concepts in meanings.things.values() for concept in concepts for word in concept.split()}
    assert used == set(meanings.words)
    assert all(set(words) <= set(LANGS) for words in meanings.words.values())


def test_calques_are_made_in_both_orders() -> None:
    phrases = {calque.phrase for calque in calques_of("ru") if calque.thing == "eagle-assault"}
    assert {"Нападающий Сокол", "Штурм Орёл", "Орёл Штурм"} <= phrases


@pytest.mark.skipif(not (SHARED / "corpus" / "things.tsv").exists(), reason="the corpus is not here")
def test_every_id_of_the_corpus_is_known_with_its_kind_and_names() -> None:
    rows = (SHARED / "corpus" / "things.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        thing, kind, *_ = row.split("\t")
        assert THINGS[thing].kind == kind, thing
        names = THINGS[thing].names
        assert "mul" in names or "invented" in THINGS[thing].name or set(LANGS) <= set(names), thing
