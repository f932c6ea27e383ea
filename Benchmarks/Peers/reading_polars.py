"""Reads the sheets with polars: HOW FILE, where HOW is text (dates stay text), dates or checked."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"

import polars
from measure import measure

how, path = sys.argv[1:]
texts = ["sheet", "department", "municipality", "place"]
dates = ["received", "published_from"]
numbers = ["registered", "cast", "valid", "blank", "null", "votes_a", "votes_b", "votes_c"]
types = {name: polars.String for name in texts} | {name: polars.Int64 for name in numbers} | {"turnout": polars.Float64}
if how == "text":
    types |= {name: polars.String for name in dates}


def read():
    table = polars.read_csv(path, schema_overrides=types, try_parse_dates=how != "text")
    if how == "checked":
        assert table["sheet"].n_unique() == table.height
        assert table.select(polars.all_horizontal(polars.col(numbers).min() >= 0)).item()
        assert table["turnout"].is_between(0, 100).all()
        assert all(table[name].null_count() == 0 for name in texts + ["turnout"])
    if how != "text":
        assert all(table[name].dtype.is_temporal() for name in dates), table.schema
    return table


measure(read, lambda table: f"{table.height} rows, {table['votes_a'].sum()} votes")
