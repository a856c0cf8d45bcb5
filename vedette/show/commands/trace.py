"""vedette trace: who copied whom, and how many origins stand behind it."""

import argparse

from vedette.ask.lineage import Branch, Lineage, trace
from vedette.show.casebook import open_view
from vedette.show.dates import say_edtf
from vedette.show.output import print_json, print_text
from vedette.show.table import clean, draw_text, terminal_width
from vedette.show.words import count, is_established

DAY = 10


def run(arguments: argparse.Namespace) -> int:
    with open_view(arguments.casebook) as view:
        lineage = trace(view, arguments.id)
    if arguments.json:
        print_json(lineage)
    else:
        print_text(draw_lineage(lineage))
    return 0


def draw_lineage(lineage: Lineage) -> str:
    lines = [draw_text(say_summary(lineage))]
    for voice in lineage.origins:
        lines.append(draw_text(f"{voice.origin}: {voice.label or 'no name'}, {count(voice.reports, 'report')}", indent="  "))
    lines.append("\n")
    for tree in lineage.trees:
        lines += draw_branch(tree, "", "")
    return "".join(lines)


def say_summary(lineage: Lineage) -> str:
    known = count(len(lineage.origins), "origin")
    unknown = f", {lineage.unknown} whose origin is not known" if lineage.unknown else ""
    state = f"; {lineage.independence}" if lineage.independence and not is_established(lineage.independence) else ""
    return f"{lineage.of}: {count(lineage.reports, 'report')}, {known}{unknown}{state}"


def draw_branch(branch: Branch, before: str, below: str) -> list[str]:
    """The document's line, then its copies' lines, drawn as a tree."""
    published = say_edtf(branch.published[:DAY]) if branch.published else "no date"
    how = f"{branch.relation} {branch.strength:.2f}: " if branch.relation and branch.strength is not None else ""
    outside = "" if branch.is_asked else " (not among the reports)"
    line = f"{how}{branch.id} {branch.outlet or ''} [{branch.lang}] {published}{outside}"
    lines = [f"{before}{clean(line)}"[: terminal_width()] + "\n"]
    for n, copy in enumerate(branch.copies, 1):
        is_last = n == len(branch.copies)
        lines += draw_branch(copy, below + ("└─ " if is_last else "├─ "), below + ("   " if is_last else "│  "))
    return lines
