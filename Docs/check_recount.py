#!/usr/bin/env python3
"""Checks a result of recount.measure without Veedor: check_recount.py results/ANALYSIS/tables; ends with 1 if wrong."""
import collections, csv, hashlib, heapq, itertools, math, os, re, sys
from decimal import Decimal as D, getcontext
from fractions import Fraction as F
getcontext().prec, GUARD = 60, re.compile("((?:^|[;\\t\\r\\n]) *'*)'(?=[=+@＝＋－＠]|-(?![\\d.,]*(?:$|[;\\t\\r\\n])))")
def table(name):  # an apostrophe stands before what a spreadsheet would take for a formula
    path = os.path.join(sys.argv[1], name + ".csv")
    rows = csv.DictReader(open(path, encoding="utf-8", newline="")) if os.path.exists(path) else []
    return [{name: GUARD.sub(r"\1", text) for name, text in it.items()} for it in rows]
def number(text): return int(hashlib.sha256(text.encode()).hexdigest(), 16)
def digits(text): return ("%064d" % number(text))[::-1]
def following(ticket):  # the ticket of a unit that is put back
    nines = len(ticket) - len((ticket + "0").lstrip("9")) + 1
    return next(it for n in itertools.count(1) if (it := ticket[:nines] + digits("0.%s:%d" % (ticket, n))) > ticket + "0")
def consistent(names, seed):
    heap = sorted((digits("%064x" % number(seed) + name), unit) for unit, name in enumerate(names))
    while True:
        yield heap[0][1]
        heapq.heapreplace(heap, (following(heap[0][0]), heap[0][1]))
def counter(names, seed): return (number("%s,%d" % (seed, n)) % len(names) for n in itertools.count(1))
def shuffle(names, seed):
    pool, bits, width, hashes = 0, 0, (len(names) - 1).bit_length(), itertools.count()
    while True:
        if bits < width: pool, bits = pool | number(seed + "," + "\0" * next(hashes)) << bits, bits + 256
        unit, pool, bits = pool & (1 << width) - 1, pool >> width, bits - width
        if unit < len(names): yield unit
def assertions(rule):  # names, margins, the least and the span of worths, and what a mark is worth
    order, (rule, *what) = sorted(votes, key=lambda it: -votes[it]), rule.split()
    def made(name, side, percent, sides, none=False):  # side is 1 for more than so many percent or points, -1 for less
        unit, words = side * math.gcd(100, percent), "%d_%s" % (percent, "points" if len(sides) > 1 else "percent")
        name += percent and ("_above_" if side > 0 else "_below_") + words.replace("50_percent", "half") or ""
        worth = lambda it: 0 if it == "no_vote" and not none else (sides.get(it, 0) - percent) // unit
        sizes = sorted(worth(it) for it in (*sides, ""))
        return name, sum(worth(it) * n for it, n in declared), sizes[0], sizes[-1] - sizes[0], worth
    def lead(a, b, points=0, side=1): return made(a + "_over_" + b, side, points, {a: 100, b: -100})
    def share(a, side, percent): return made(a, side, percent, {a: 100}, what == ["all_votes"])
    def best(*ways): return max(filter(None, ways), key=lambda way: min(it[1] / it[3] for it in way))  # true by most
    def pairs(n): return [lead(a, b) for a in order[:n] for b in order[n:]]
    if rule in ("plurality", "seats"): return pairs(int(what[0]) if what else 1)
    percent, points, outright = map(int, what) if rule == "threshold" else (50, 0, 50)
    way = percent < outright and [share(order[0], 1, percent)] + [lead(order[0], b, points) for b in order[1:]]
    won = best([share(order[0], 1, outright)] + pairs(1 if outright < 50 else 0), way)
    if min(it[1] for it in won) >= 0: return won
    if rule == "majority": return [share(a, -1, 50) for a in order]
    lost = lambda a, rest: best([share(a, -1, min(percent, outright))], *(
        [share(a, -1, outright), lead(a, b, points, -1) if points else lead(b, a)] for b in rest if percent < outright))
    return lost(order[0], order[1:2]) + (lost(order[1], order[:1]) if order[1:] else []) + pairs(2)
def found(least, span, worth, rows):  # of a round: how many ballots are worth how much, and how many overstated by how much
    value = lambda it: 0 if it == "no_record" else least if it == "not_found" else worth(it)
    papers, worths = [(it.get("paper", it.get("option")), int(it.get("votes", 1))) for it in rows], collections.Counter()
    for drawn, absent, ok in {sizes(it) for it in rows if tallies}:
        papers += [("", ok - sum(n for _, n in papers)), ("no_vote", drawn - absent - ok), ("not_found", absent)]
    for it, n in papers: worths[value(it)] += n
    return worths, collections.Counter(value(it["record"]) - value(it["paper"]) if it["paper"] != "not_found" else
                                       (span, -least)[it["record"] == "no_record"] for it in rows if it.get("record"))
def tail(yes, no, odds):  # P(X >= yes) over P(X = yes) of yes + no trials
    return sum(itertools.accumulate(range(yes, yes + no), lambda p, k: p * odds * (yes + no - k) / (k + 1), initial=D(1)))
def p_value(margin, least, span, worth, rounds):  # the bet is BRAVO's 2 p - 1, or what is laid on votes that have weights
    p, g, square = D(1), D("1.03905") * span, sum(worth(it) ** 2 * n for it, n in declared)
    bet = min(D(margin) / (square + (span == 2 and square == margin)), 1 if span == 2 else D(2) / (-3 * least))
    for worths, errors in (found(least, span, worth, rows) for rows in rounds):
        if terms["method"] == "comparison":
            p *= (1 - margin / (g * most)) ** sum(worths.values()) / math.prod((1 - e / g) ** n for e, n in errors.items())
        else: p /= math.prod((1 + bet * w) ** n for w, n in worths.items())
    if terms["method"] == "providence" and span == 2:
        p *= tail(worths[1], worths[-1], D(1)) / tail(worths[1], worths[-1], (1 + bet) / (1 - bet))
    return min(D(1), p)
terms, ballots, tallies, stated, ours, wrong = table("terms")[0], *map(table, ("ballots", "tallies", "p_values")), [], []
if terms["seed"]:
    part = lambda text: re.sub("~(?=[01])", "~0", text).replace("/", "~1")  # of a key, as in a JSON Pointer
    name = lambda it, n: "%s/%s#%s" % (part(it["container"]), part(it["batch"]), n)
    names = [name(it, n + 1) for it in table("manifest") for n in range(int(it["ballots"]))]
    draw = {"consistent": consistent, "counter": counter, "shuffle": shuffle}[terms["sampler"]](names, terms["seed"])
    wrong += ["draw " + it["draw"] for it, unit in zip(ballots, draw) if name(it, it["ballot"]) != names[unit]]
rounds = {it["round"]: [row for row in tallies + ballots if row["round"] == it["round"]] for it in tallies + ballots}
votes = {it["option"]: int(it["votes"]) for it in table("declared")}
risk, valid, cast, most = F(terms["risk"]), *(int(terms[it]) for it in ("valid_votes", "votes_cast", "all_ballots"))
declared = [*votes.items(), ("", valid - sum(votes.values())), ("no_vote", cast - valid)]
def sizes(row): return tuple(int(row[key]) for key in ("ballots", "not_found", "valid_votes"))
def sound(rows):  # of a tallied round: each option once, and no more votes than ballots
    ((drawn, absent, ok), *more), parts = {sizes(it) for it in rows}, [int(it["votes"]) for it in rows]
    whole = not more and [it["option"] for it in rows] == list(votes)
    return whole and min(absent, *parts) >= 0 and sum(parts) <= ok <= drawn - absent
marks, rest = {*votes, "other", "no_vote"}, {"no_record"} | ({""} if terms["method"] != "comparison" else set())
wrong += ["round " + it for it, rows in rounds.items() if tallies and not sound(rows)]
wrong += ["draw " + b["draw"] for b in ballots if b["paper"] not in {*marks, "not_found"} or b["record"] not in marks | rest]
for name, margin, *by in assertions(terms["rule"]):
    said = [str(sum(max(0, side * by[2](it) * n) for it, n in declared)) for side in (1, -1)]
    ours += [(name, r, *said, p_value(margin, *by, [*rounds.values()][:n + 1])) for n, r in enumerate(rounds) if margin > 0]
wrong += [it for it, bad in [("tallies beside ballots", tallies and (ballots or terms["seed"] or "" not in rest)),
          ("more votes than ballots", min(votes.values()) < 0 or not sum(votes.values()) <= valid <= cast <= most),
          ("all_ballots", terms["seed"] and most != len(names)), ("not every p-value", len(ours) != len(stated))] if bad]
for it, (*said, p) in zip(stated, ours):
    same = [it[key] for key in "assertion round votes_for votes_against met".split()] == said + [str(F(p) <= risk).lower()]
    same &= abs(D(it["p_value"]) - p) <= max(p * D("1e-9"), D("1e-300"))
    print("%s, round %s: p = %.12g%s" % (said[0], said[1], p, "" if same else ", NOT as stated"))
    wrong += [] if same else [said[0]]
if wrong: sys.exit("WRONG: " + ", ".join(wrong))
print("as stated: " + "the draw, " * bool(terms["seed"]) + "the assertions and every p-value")
