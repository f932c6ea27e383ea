"""Two tracks of the same stations with polars, read, joined and compared over the whole and by regency: WORKSPACE."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"

import polars
from measure import measure
from polars import col
from scipy import stats

areas = ["province", "regency"]
votes = ["leader", "other"]


def read():
    return [polars.read_csv(f"{sys.argv[1]}/data/{name}.csv") for name in ("first", "second")]


def numbers():
    """What is asked of the sheets of the whole, and of each regency."""
    both = col("leader_right").is_not_null() & col("leader").is_not_null()
    changed = both & (col("change") != 0)
    return [
        both.sum().alias("both"),
        (col("leader_right").is_null()).sum().alias("only_first"),
        (col("leader").is_null()).sum().alias("only_second"),
        changed.sum().alias("differing"),
        col("change").filter(both).sum().alias("net"),
        (col("change") > 0).sum().alias("better"),
        col("registered").filter(~both).sum().alias("most"),
        *[(col(name) - col(f"{name}_right")).abs().sum().alias(f"moved_{name}") for name in votes],
        (col("leader") - col("other")).filter(both).sum().alias("margin_inside"),
        (col("leader") - col("other")).filter(~both).sum().alias("margin_outside"),
    ]


def compare(tracks):
    first, second = tracks
    joined = first.join(second, on="station", how="full", coalesce=True)
    change = col("leader") - col("other") - col("leader_right") + col("other_right")
    joined = joined.with_columns(change.alias("change"))
    whole, parts = joined.select(numbers()), joined.group_by(areas).agg(numbers())
    signs = parts.filter(col("net") != 0)
    return {
        "whole": whole,
        "areas": parts.sort(areas),
        "signs": [
            stats.binomtest(int(whole["better"][0]), int(whole["differing"][0])).pvalue,
            stats.binomtest(int((signs["net"] > 0).sum()), signs.height).pvalue,
        ],
        "largest": joined.top_k(20, by=col("change").abs()),
    }


measure({"reading": read, "comparing": compare}, lambda found: "1 analyses")
