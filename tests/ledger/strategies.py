"""Any record that a casebook can be given."""

from typing import Any

import msgspec
from hypothesis import strategies as st

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def records_of(type: type) -> st.SearchStrategy[Any]:
    """Any record of a struct, from the types of its fields."""
    return build(msgspec.inspect.type_info(type))


def build(kind: msgspec.inspect.Type) -> st.SearchStrategy[Any]:
    match kind:
        case msgspec.inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: build(field.type) for field in fields})
        case msgspec.inspect.UnionType(types=types):
            return st.one_of([build(each) for each in types])
        case msgspec.inspect.VarTupleType(item_type=item):
            return st.lists(build(item), max_size=2).map(tuple)
        case msgspec.inspect.TupleType(item_types=items):
            return st.tuples(*(build(each) for each in items))
        case msgspec.inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(build(key), build(value), max_size=2)
        case msgspec.inspect.IntType():
            return st.integers(-(2**53), 2**53)
        case msgspec.inspect.FloatType():
            return st.floats(allow_nan=False, allow_infinity=False)
        case msgspec.inspect.BoolType():
            return st.booleans()
        case msgspec.inspect.NoneType():
            return st.none()
        case msgspec.inspect.StrType():
            return words
    raise AssertionError(f"no strategy for {kind}")
