"""One story in seven reports, made for the tests: a ministry's post, what others made of it, and an older report."""

from tests.trace.making import MACHULISHCHI, Claims, by_document, claim, day, document
from vedette.model.claim import Claim
from vedette.model.text import Document

CREWS, ISKANDER, RANGE = "armed-forces-belarus", "iskander-m", ("southern-district", "RU")
POST = (
    "Crews of the Iskander finished practical training at the southern range and flew home to Machulishchi on Saturday 22 April."
)

MORE = (
    " No figures were given for those involved, and the ministry did not answer questions. Neighbours said that they watch"
    " every such journey with care. The weather was fine, and the road from the airfield stayed open until late at night."
)


def retelling(home: Document, *, by: object = (), on: object = "2023-04-22", channel: str | None = None) -> list[Claim]:
    """The two claims of the story as one report tells them."""
    return [
        claim(home, 0, "training", who=CREWS, system=ISKANDER, place=RANGE, by=by, channel=channel),
        claim(home, 1, "movement", who=CREWS, place=MACHULISHCHI, on=on, by=by, channel=channel),
    ]


def tell_story() -> tuple[list[Document], Claims]:
    ministry = "mod-belarus"
    post = document("post", POST, published="2023-04-22T10:00:00Z", outlet="Mod-Belarus channel", form="telegram")
    wire = document("wire", "The wire says. " + POST + MORE, published="2023-04-22T11:00:00Z", outlet="Wire")
    ru = document("ru", "Расчёты вернулись домой.", published="2023-04-22T12:00:00Z", lang="ru")
    pl = document("pl", "Załogi wróciły do domu.", published="2023-04-23", lang="pl")
    padded = document("padded", "In a changing world, cooperation deepens and readiness grows beyond doubt.", form="aggregator")
    brief = document("brief", "Bread is dearer. " * 30, published="2023-04-23T06:00:00Z", outlet="Digest")
    older = document("older", "Они теперь сами.", published="2023-02-01T08:00:00Z", lang="ru")
    claims = [
        *retelling(post),
        *retelling(wire, by=ministry, channel="telegram"),
        *retelling(ru, by=ministry, channel="telegram"),
        claim(ru, 2, "readiness", who=CREWS, system=ISKANDER, background=True, said_on="2023-02-01", by=ministry),
        *retelling(pl, by=ministry, channel="telegram"),
        *retelling(
            padded, by=ministry, channel="telegram", on=day(None, text="on a Saturday in late April", candidates=SATURDAYS)
        ),
        claim(padded, 2, "readiness", who=CREWS, system=ISKANDER, background=True, by="?earlier reports"),
        *retelling(brief, by=("Wire", ministry))[:1],
        claim(older, 0, "readiness", who=CREWS, system=ISKANDER, on="2023-02-01", by=ministry),
    ]
    return [post, wire, ru, pl, padded, brief, older], by_document(*claims)


SATURDAYS = ("2022-04-23", "2022-04-30", "2023-04-22", "2023-04-29", "2024-04-20", "2024-04-27")
