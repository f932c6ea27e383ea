"""Reads the sheets with duckdb into a table in memory: HOW FILE, where HOW is text (dates stay text) or dates."""

import sys

import duckdb
from measure import measure

how, path = sys.argv[1:]
connection = duckdb.connect(config={"threads": 2})
types = {name: "VARCHAR" for name in ["sheet", "department", "municipality", "place"]}
types |= {name: "BIGINT" for name in ["registered", "cast", "valid", "blank", "null", "votes_a", "votes_b", "votes_c"]}
types["turnout"] = "DECIMAL(5,2)"
types |= {name: "VARCHAR" if how == "text" else "TIMESTAMPTZ" for name in ["received", "published_from"]}
columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())


def read():
    connection.execute(
        f"CREATE TABLE sheets AS SELECT * FROM read_csv('{path}', header = true, delim = ',', quote = '\"', "
        f"escape = '\"', columns = {{{columns}}}, auto_detect = false)"
    )


def answer(_):
    rows, votes = connection.execute("SELECT count(*), sum(votes_a) FROM sheets").fetchone()
    return f"{rows} rows, {votes} votes"


measure(read, answer)
