"""Two tracks of the same stations with pandas, read, joined and compared: FILE."""

import sys

import pandas
from measure import measure
from scipy import stats

areas = ["province", "regency", "district", "village"]
key = ["village_id", "tps"]


def read():
    names = areas + key + ["reg_m", "reg_f", "kpu_c1", "kpu_c2", "kp_c1", "kp_c2", "kp_coverage"]
    return pandas.read_csv(sys.argv[1], usecols=names)


def compare(table):
    entered = table[(table.kpu_c1 >= 0) & (table.kpu_c2 >= 0)][key + areas + ["reg_m", "reg_f", "kpu_c1", "kpu_c2"]]
    read = table[(table.kp_coverage == 1) & (table.kp_c1 >= 0) & (table.kp_c2 >= 0)][key + ["kp_c1", "kp_c2"]]
    joined = entered.merge(read, on=key, how="outer", indicator=True)
    both = joined[joined._merge == "both"]
    change = (both.kpu_c1 - both.kpu_c2) - (both.kp_c1 - both.kp_c2)
    villages = change.groupby([both[name] for name in areas], sort=False).sum()
    unread = joined[joined._merge == "left_only"]
    return {
        "both": len(both),
        "alone": [len(unread), int((joined._merge == "right_only").sum())],
        "differing": int(((both.kpu_c1 != both.kp_c1) | (both.kpu_c2 != both.kp_c2)).sum()),
        "net": int(change.sum()),
        "signs": [stats.binomtest(int((d > 0).sum()), int((d != 0).sum())).pvalue for d in (change, villages)],
        "largest": both.loc[change.abs().nlargest(20).index],
        "fields": [int((both[f"kpu_{name}"] - both[f"kp_{name}"]).abs().sum()) for name in ("c1", "c2")],
        "bias": (both.kpu_c1 - both.kpu_c2).sum() - (unread.kpu_c1 - unread.kpu_c2).sum(),
        "most": int((unread.reg_m + unread.reg_f).sum()),
    }


def answer(found):
    numbers = [found["both"], *found["alone"], found["differing"], found["net"]]
    return " ".join(str(number) for number in numbers)


measure({"reading": read, "comparing": compare}, answer)
