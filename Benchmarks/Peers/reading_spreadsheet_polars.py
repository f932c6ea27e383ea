"""Reads the sheets of a workbook with polars, which calls calamine by way of fastexcel: FILE."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"

import fastexcel  # noqa: F401
import polars
from measure import measure


def read():
    table = polars.read_excel(sys.argv[1], engine="calamine")
    assert table["received"].dtype.is_temporal(), table.schema
    return table


measure(read, lambda table: f"{table.height} rows, {table['votes_a'].sum()} votes")
