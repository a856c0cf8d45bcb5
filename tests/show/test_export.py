"""Exports: each row fits its schema, the schemas fit the records, and a spreadsheet runs nothing of what was gathered."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from vedette.ask.names import Names
from vedette.ask.view import View
from vedette.errors import QuestionError
from vedette.ledger.book import open_casebook
from vedette.show.export.csv import neutralise, time_precision, write_row
from vedette.show.export.exporter import EXPORTERS, find_exporter
from vedette.show.export.schema import ROWS, SCHEMAS, encode_schema

CLAIM_FIELDS = (
    "claim event episode document kind phase polarity hedge background participants systems place from identifiers basis date "
    "said_on quantities said_by sentence start end also certainty why made_by"
)


@pytest.fixture
def view(invented_casebook: Path) -> Iterator[View]:
    with open_casebook(invented_casebook) as book:
        yield View(book, Names(()))


def export(view: View, name: str, *, raw: bool = False) -> str:
    return "".join(find_exporter(name).write(view, raw=raw))


def rows_of(view: View, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in export(view, name).splitlines()]


def test_the_door_is_frozen() -> None:
    assert [exporter.name for exporter in EXPORTERS] == ["claims", "events", "origins", "copies", "repairs", "commentary", "csv"]
    with pytest.raises(QuestionError, match="one of claims, events"):
        find_exporter("xlsx")


@pytest.mark.parametrize("name", ROWS)
def test_rows_fit_their_schema(view: View, name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    rows = rows_of(view, name)
    assert rows
    for row in rows:
        validator.validate(row)
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(row | {"extra": 1})
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(dict(list(row.items())[1:]))


@pytest.mark.parametrize("name", ROWS)
def test_schemas_are_those_of_the_records(name: str) -> None:
    assert (SCHEMAS / f"{name}.json").read_text(encoding="utf-8") == encode_schema(name), "python -m vedette.show.export.schema"


def test_a_schema_refuses_a_kind_that_there_is_not(view: View) -> None:
    validator = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "claims.json").read_text(encoding="utf-8")))
    with pytest.raises(jsonschema.ValidationError, match="attack"):
        validator.validate(rows_of(view, "claims")[0] | {"kind": "attack"})


def test_claims_have_the_fields_of_the_contract_in_order(view: View) -> None:
    rows = rows_of(view, "claims")
    assert [row["claim"] for row in rows] == ["c-training1", "c-training2", "c-movement3", "c-readiness4", "c-denial5"]
    assert all(list(row) == CLAIM_FIELDS.split() for row in rows)
    assert (rows[0]["event"], rows[0]["episode"]) == ("e-training1", "p-return")
    assert (rows[3]["place"], rows[3]["from"], rows[3]["systems"]) == (None, None, [])


def test_other_rows_name_documents_by_their_own_ids(view: View) -> None:
    assert rows_of(view, "origins")[0] == {"document": {"id": "north-1"}, "origin": "o-ministry"}
    assert rows_of(view, "origins")[3] == {"document": {"id": "denial-1"}, "origin": None}
    assert rows_of(view, "copies")[0] == {
        "document": {"id": "copy-1"}, "of": {"id": "north-1"}, "relation": "copy", "strength": 0.98, "why": ["same words"]
    }  # fmt: skip
    assert [row["meant"] for row in rows_of(view, "repairs")] == ["Iskander-M"]
    assert [row["text"] for row in rows_of(view, "commentary")] == ["This shows resolve."]


def test_csv_is_one_event_a_row_with_its_precision(view: View) -> None:
    rows = list(csv.DictReader(io.StringIO(export(view, "csv"))))
    assert [row["event_id"] for row in rows] == ["e-movement1", "e-training1", "e-denial1", "e-readiness1"]
    first, last = rows[0], rows[-1]
    assert (first["event_date"], first["time_precision"], first["geo_precision"], first["n_origins"]) == (
        "2024-05-03",
        "1",
        "1",
        "1",
    )
    assert (last["event_date"], last["edtf"], last["time_precision"], last["latitude"]) == ("", "", "", "")


def test_csv_dates_are_never_narrower_than_known() -> None:
    assert [time_precision(edtf) for edtf in ("2023-04-22", "2023-04-03/2023-04-09", "2023-04~", "../2023", None)] == [
        "1",
        "2",
        "3",
        "",
        "",
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "-1-1"])
def test_cells_that_begin_like_a_formula_are_quoted(cell: str) -> None:
    assert neutralise(cell) == f"'{cell}"
    assert next(csv.reader(io.StringIO(write_row([cell], raw=True), newline=""))) == [cell]


@pytest.mark.parametrize("cell", ["-27.58", "27.58", "training", ""])
def test_figures_and_words_stay(cell: str) -> None:
    assert neutralise(cell) == cell
