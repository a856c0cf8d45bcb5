"""Pages from templates: everything is escaped, a name that a template gets wrong is an error."""

from pathlib import Path

import jinja2

from vedette.ask.facets import claimant_of
from vedette.show.dates import say_date, say_edtf
from vedette.show.sheets import say_field_value, say_settled, say_settled_value, say_value
from vedette.show.words import count, say_behind, say_claimants, say_kind, say_list, say_what, short_id

HERE = Path(__file__).parent
DAY = 10


def make_environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        behind=say_behind,
        claimant=claimant_of,
        claimants=say_claimants,
        count=count,
        date=say_date,
        day=lambda published: say_edtf(published[:DAY]) if published else "no date",
        edtf=say_edtf,
        field_value=lambda value, field, view: say_field_value(field, value, view),
        kind=say_kind,
        listed=say_list,
        settled=say_settled,
        settled_value=say_settled_value,
        short=short_id,
        value=say_value,
        what=say_what,
    )
    return environment
