"""The rules of time, from small to large, over the tags of `time_tags`: first years, then points, then what is said of points.

A named group becomes a part of the phrase: its name and the value of the item; a group whose name begins with `_` brings the
parts that an item already has. Of all matches the longest wins, then the earlier rule. `@` is a point that can stand alone, `%`
one that needs a preposition before it ("in May", not "May").
"""

import re

import msgspec

YEAR = "(?:[cav]*(?P<_year>[Yz]))?"
OF = "[av]*"
COUNT = "(?:(?P<count>[n9])|I)"
UNIT = "(?P<unit>[dwkg])"
MONTH = "(?P<month>M|m)(?:(?<=m)p)?k?"
DAY = "(?P<day>[no])p?"
WEEKDAY = "(?:(?P<which>L)?(?P<weekday>W)V?c?(?:ia?)?)?"
WEEKDAY_LAST = "(?:c?(?:ia?)?(?P<which>L)?(?P<weekday>W))?V?"
LEAD = f"(?:(?P<_lead>z)c?i?)?(?:(?P<offset>D)c?(?:ia?)?)?{WEEKDAY}a?"
EDGE = "(?P<edge>E)[av-]*"


class Rule(msgspec.Struct, frozen=True):
    """`makes` is the tag of what it reads; `adds` are parts that the pattern itself implies."""

    name: str
    pattern: re.Pattern[str]
    makes: str = "@"
    adds: tuple[tuple[str, str], ...] = ()


def rule(name: str, pattern: str, makes: str = "@", /, **adds: str) -> Rule:
    return Rule(name, re.compile(pattern), makes, tuple(adds.items()))


YEAR_RULES = (
    rule("year.worded", "(?<![!l])(?P<year>q)g(?!!)", "Y"),
    rule("year.worded", "(?<![!l])ga?(?P<year>q)(?![!l])", "Y"),
    rule("year.plain", "(?<![!l])(?P<year>q)(?![!lg])", "Y"),
    rule("year.worded", "(?<=[Ss])(?P<year>q)lng?(?!!)", "Y"),
    rule("year.shifted", "(?P<year_which>L)g|g(?P<year_which_>L)", "z"),
    rule("year.shifted", "(?P<year_which>y)", "z"),
)

POINT_RULES = (
    rule("numeric", f"{LEAD}(?P<date>#)g?"),
    rule("numeric.range", "[fvB]?(?P<day>n)p?[tu-]a?(?P<to_date>#)g?", relation="range"),
    rule("day_month", f"{LEAD}(?P<_day>&)"),
    rule("range.days", "[fv]?(?P<day>n)p?[tu-]a?(?P<_two>&)", relation="range"),
    rule("day_list", f"(?P<days>[no]p?(?:c[no]p?)*A[no])p?{OF}{MONTH}{YEAR}"),
    rule("week_of", f"(?P<week_of>w)[av]+{DAY}{OF}{MONTH}{YEAR}"),
    rule("day_word", f"a?(?P<day>R){OF}{MONTH}{YEAR}"),
    rule(
        "range.days",
        f"(?:(?P<_lead>z)c?i?)?(?:[fv]i?a?)?{DAY}(?:-|[tu]a?){OF}(?P<to_day>[no])p?{OF}{MONTH}{YEAR}",
        relation="range",
    ),
    rule("range.days", f"[fv]{DAY}ia?(?P<to_day>[no])p?{OF}{MONTH}{YEAR}", relation="range"),
    rule("range.days", f"B{OF}{DAY}A{OF}(?P<to_day>[no])p?{OF}{MONTH}{YEAR}", relation="range"),
    rule("range.days", f"[fv]?{MONTH}(?P<day>[no])(?:-|[tu]a?)(?P<to_day>[no])(?![Mm]){YEAR}", relation="range"),
    rule("range.days", f"B{MONTH}(?P<day>[no])A(?P<to_day>[no])(?![Mm]){YEAR}", relation="range"),
    rule("range.days", f"i?{OF}Z[fva]*{DAY}[tiu-]a?(?P<to_day>[no])p?{OF}{MONTH}{YEAR}", relation="range"),
    rule("range.months", f"(?P<edge>E)?[av-]*(?P<month>M|m)(?:(?<=m)p)?-(?P<to_month>M|m)(?:(?<=m)p)?{YEAR}", relation="range"),
    rule("range.years", "(?<!l)(?P<_year>Y)-(?P<_two>Y)(?!!)", "%", relation="range"),
    rule("range.years", "(?<!l)(?P<_year>Y)A(?P<_two>Y)(?!!)", "%", relation="range"),
    rule("range.years", "[fv](?P<_year>Y)[tu](?P<_two>Y)(?!!)", relation="range"),
    rule("day_month", f"{LEAD}{DAY}{OF}{MONTH}{YEAR}(?P<last>L(?![dwkgWMSK]))?"),
    rule("day_month", "(?P<day>n)p?(?P<month>r)p?(?P<_year>Y)"),
    rule("month_day", f"{LEAD}{MONTH}a?(?P<day>[no]){YEAR}"),
    rule("indefinite", f"i?(?P<indefinite>I)[RL]?a?(?P<weekday>W)V?(?:[iav]*{EDGE})?[iav]*{MONTH}{YEAR}"),
    rule("indefinite", f"i?(?P<weekday>W)V?c?[iav]*{EDGE}{MONTH}{YEAR}"),
    rule("nth_weekday", f"i?a?(?P<nth>[RL])(?P<weekday>W)V?[iav]*{MONTH}{YEAR}"),
    rule("edge_month", f"{EDGE}{MONTH}{YEAR}"),
    rule("edge_month", f"a?(?P<nth>[RL])(?:[n9]?(?P<slice>[dweHE])){OF}{MONTH}{YEAR}"),
    rule("edge_month", f"(?P<nth>[Ro])(?P<slice>d){OF}{MONTH}{YEAR}"),
    rule("month_year", f"{MONTH}c?{OF}(?P<_year>[Yz])"),
    rule("month_year", f"(?P<_lead>z)c?i?{OF}{MONTH}"),
    rule("month_shifted", "(?P<which>L)(?P<month>M)k?"),
    rule("month", "(?P<month>M)k?", "%"),
    rule("edge_unit", f"{EDGE}(?P<which>L)?(?P<unit>[wkK])"),
    rule("edge_unit", f"(?P<nth>[RL])(?P<slice>[dwe]){OF}(?P<which>L)?(?P<unit>k)"),
    rule("edge_unit", f"(?P<edge>E){OF}(?P<_same>X)"),
    rule("edge_year", f"{EDGE}(?:(?P<_year>[Yz])|(?P<unit>g))"),
    rule("season", f"(?:(?P<_lead>z)c?i?)?(?:{EDGE})?(?P<season>[Ss])c?{OF}(?P<_year>[Yz])"),
    rule("season", "(?P<_lead>z)c?i?a?(?P<season>[Ss])"),
    rule("season", f"(?:{EDGE})?(?P<which>L)(?P<season>[Ss])"),
    rule("season", f"{EDGE}(?P<season>[Ss])"),
    rule("season", "(?P<season>s)"),
    rule("season", "(?P<season>S)(?![av]+x)", "%"),
    rule("week", "(?P<which>L)(?P<unit>[wK])"),
    rule("month_unit", "(?P<which>L)(?P<unit>k)"),
    rule("weekend", "(?P<unit>K)", "%"),
    rule("weekday_of_week", f"(?P<weekday>W)V?{OF}i?{OF}(?P<which>L)(?P<unit>w)"),
    rule("half", f"a?(?P<nth>[RLonr])p?(?P<slice>[HJQE]){OF}(?:(?P<_year>[Yz])|(?P<unit>g))"),
    rule("half", "(?P<nth>[Ronr])p?(?P<slice>[JQ])", "%"),
    rule("half", "(?P<which>L)(?P<slice>[JQ])"),
    rule("coded", f"(?P<coded>h){YEAR}", "%"),
    rule("ago", f"(?<!i){COUNT}?{UNIT}(?P<turn>G)"),
    rule("ago", f"(?P<turn>G){COUNT}{UNIT}"),
    rule("turn", f"[><]?{COUNT}?{UNIT}(?P<turn>F)(?![av]*[noMWq#])", "@", of="context"),
    rule("turn", f"(?P<turn>F){COUNT}?{UNIT}", "@", of="context"),
    rule("turn", f"(?<!i){COUNT}{UNIT}(?P<before>b)(?![iav]*[noMWqYza#ESs])", "@", of="context"),
    rule("turn_back", f"[><]?{COUNT}?{UNIT}(?P<turn>F)c?;", "@", of="clause"),
    rule("turn_back", f"{COUNT}{UNIT}P(?=x)", "@", of="clause", turn="1"),
    rule("before_event", f"<{COUNT}?{UNIT}(?=u)", "@", of="event"),
    rule("after_event", f">{COUNT}?{UNIT}(?=P)", "@", of="event"),
    rule("hence", f">{COUNT}?{UNIT}", "@", of="hence"),
    rule("within", f"j{OF}(?:L)?{COUNT}?{UNIT}", "@", relation="within"),
    rule("fixed", "(?P<_same>X)"),
    rule("weekday_that", "i?(?P<that>=)(?P<weekday>W)"),
    rule("holiday_that", "(?P<that>=)(?P<holiday>C)", "%"),
    rule("holiday", f"(?P<holiday>C){YEAR}", "%"),
    rule("ordinal_day", "a?(?P<day>o)(?=[cpAituf|-]|$)", "%"),
    rule("ordinal_day", "(?P<day>1)"),
    rule("offset", f"(?P<offset>D)V?{WEEKDAY_LAST}"),
    rule("night", "(?P<night>N)"),
    rule("weekday", "(?P<which>L)(?P<weekday>W)V?"),
    rule("weekday", "(?<!R)E?(?P<weekday>W)", "%"),
    rule("year", "(?P<_year>Y)", "%"),
    rule("year_shifted", "(?P<_year>z)"),
)

BEFORE = "(?:[iO]?(?:T|nV)[iV]*)?(?:i?a?V[iav]*)?(?:E(?=i))?"
AFTER = "(?:c?[iav]*V)?(?:c?i?TV?)?"
ONE = f"{BEFORE}[av]*(?P<_one>[@%]){AFTER}"
TWO = f"[iav]*(?P<_two>[@%]){AFTER}"

PHRASE_RULES = (
    rule("night.range", f"i?a?Z[fva]*(?P<_one>[@%])[tiuvA-]{TWO}", relation="range"),
    rule("night.to", "[ifvu]?a?Z[tiPu]a?(?P<_one>[@%])V?", relation="night_to"),
    rule("night.of", "i?a?Z[av]*(?P<_one>@)", relation="night_of"),
    rule("range.between", f"i?B{ONE}A{TWO}", relation="range"),
    rule("range.from", f"[fv]i?{ONE}(?:-|[tu]){TWO}", relation="range"),
    rule("range.dash", "(?P<_one>@)-(?P<_two>@)", relation="range"),
    rule("pair", "[iv<][iav]*(?P<_one>[@%])A(?P<_two>[@%])", relation="range"),
    rule("pair.bare", "(?P<_one>@)A(?P<_two>@)", relation="range"),
    rule("since", f"f[iav]*{ONE}", relation="since"),
    rule("since.of", f"v[iav]*{ONE}", relation="since"),
    rule("until", f"u[iav]*{ONE}", relation="until"),
    rule("after", f"P{ONE}", relation="after"),
    rule("before", f"b{ONE}", relation="before"),
    rule("as_of", f"O[iav]*{ONE}", relation="as_of"),
    rule("about", f"i?a?:{ONE}", relation="about"),
    rule("in", f"[iv<][iav]*{BEFORE}(?P<_one>[@%]){AFTER}"),
    rule("bare", f"{BEFORE}(?P<_one>@){AFTER}"),
)
