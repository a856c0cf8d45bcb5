"""What was not understood or not decided."""

import msgspec

from vedette.ask.view import View
from vedette.model.text import Doubt


def doubts(view: View, *, document: str | None = None) -> tuple[Doubt, ...]:
    """Doubts by document and place in it; `document` of each is the source's own id."""
    wanted = view.find_document(document).key if document else None
    found = [one for one in view.doubts if wanted in (None, one.document)]
    named = [
        msgspec.structs.replace(one, document=view.documents[one.document].id) for one in found if one.document in view.documents
    ]
    others = [one for one in found if one.document not in view.documents]
    return tuple(sorted(named + others, key=lambda one: (one.document, one.start, one.stop)))
