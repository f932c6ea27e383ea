"""Two tracks of the same stations with polars, read, joined and compared: FILE."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"

import polars
from measure import measure
from polars import col
from scipy import stats

areas = ["province", "regency", "district", "village"]
key = ["village_id", "tps"]


def read():
    names = areas + key + ["reg_m", "reg_f", "kpu_c1", "kpu_c2", "kp_c1", "kp_c2", "kp_coverage"]
    return polars.read_csv(sys.argv[1], columns=names)


def compare(table):
    entered = table.filter(col("kpu_c1") >= 0, col("kpu_c2") >= 0)
    entered = entered.select(key + areas + ["reg_m", "reg_f", "kpu_c1", "kpu_c2"])
    read = table.filter(col("kp_coverage") == 1, col("kp_c1") >= 0, col("kp_c2") >= 0).select(key + ["kp_c1", "kp_c2"])
    joined = entered.join(read, on=key, how="full", coalesce=True)
    change = (col("kpu_c1") - col("kpu_c2") - col("kp_c1") + col("kp_c2")).alias("change")
    both = joined.drop_nulls(["kpu_c1", "kp_c1"]).with_columns(change)
    villages = both.group_by(areas).agg(col("change").sum())["change"]
    unread = joined.filter(col("kp_c1").is_null())
    return {
        "both": both.height,
        "alone": [unread.height, joined["kpu_c1"].null_count()],
        "differing": both.select(((col("kpu_c1") != col("kp_c1")) | (col("kpu_c2") != col("kp_c2"))).sum()).item(),
        "net": both["change"].sum(),
        "signs": [stats.binomtest(int((d > 0).sum()), int((d != 0).sum())).pvalue for d in (both["change"], villages)],
        "largest": both.top_k(20, by=col("change").abs()),
        "fields": [(both[f"kpu_{name}"] - both[f"kp_{name}"]).abs().sum() for name in ("c1", "c2")],
        "bias": (both["kpu_c1"] - both["kpu_c2"]).sum() - (unread["kpu_c1"] - unread["kpu_c2"]).sum(),
        "most": (unread["reg_m"] + unread["reg_f"]).sum(),
    }


def answer(found):
    numbers = [found["both"], *found["alone"], found["differing"], found["net"]]
    return " ".join(str(number) for number in numbers)


measure({"reading": read, "comparing": compare}, answer)
