#!/usr/bin/env python3
"""Checks a result of recount.measure without Veedor: check_recount.py results/ANALYSIS/tables. Makes draw and assertions
again, computes every p-value from the drawn ballots, says what is not as stated, and ends with 1 if anything is not."""
import csv, hashlib, heapq, itertools, os, re, sys
from decimal import Decimal as D, getcontext
from fractions import Fraction
getcontext().prec, WORDS = 60, {"no_record": 0, "not_found": -1}
GUARD = re.compile("((?:^|[;\\t\\r\\n]) *'*)'(?=[=+@＝＋－＠]|-(?![\\d.,]*(?:$|[;\\t\\r\\n])))")
def table(name):  # an apostrophe stands before what a spreadsheet would take for a formula
    path = os.path.join(sys.argv[1], name + ".csv")
    rows = csv.DictReader(open(path, encoding="utf-8", newline="")) if os.path.exists(path) else []
    return [{name: GUARD.sub(r"\1", text) for name, text in it.items()} for it in rows]
def part(text):  # a part of a key, as in a JSON Pointer: '/' is ~1, and '~' before 0 or 1 is ~0
    return re.sub("~(?=[01])", "~0", text).replace("/", "~1")
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
def assertions(rule, votes, valid, cast):  # names, votes for and against, and what a mark is worth
    order, (rule, _, what) = sorted(votes, key=lambda it: -votes[it]), rule.partition(" ")
    more = lambda a, rest: [(a + "_over_" + b, votes[a], votes[b], lambda it, a=a, b=b: (it == a) - (it == b)) for b in rest]
    def half(a, side):
        worth = lambda it: 0 if it == "no_vote" and what != "all_votes" else side if it == a else -side
        return (a + ("_above_half" if side == 1 else "_below_half"), *(votes[a], whole - votes[a])[::side], worth)
    elected = {"plurality": 1, "two_round": 2}.get(rule) or int(what if rule == "seats" else 0)
    pairs, whole = [it for a in order[:elected] for it in more(a, order[elected:])], cast if what == "all_votes" else valid
    if rule in ("plurality", "seats"): return pairs
    return [half(order[0], 1)] if 2 * votes[order[0]] > whole else [half(a, -1) for a in order[: elected or None]] + pairs
def found(worth, name):  # of a round: ballots, votes for and against, ballots overstated by 1 and 2, understated by 1 and 2
    value = lambda word: WORDS[word] if word in WORDS else worth(word)
    rows = [it for it in tallies or ballots if it["round"] == name]
    if tallies:
        values = [(worth(it["option"]), int(it["votes"])) for it in rows]
        drawn, absent, valid = (int(rows[0][key]) for key in ("ballots", "not_found", "valid_votes"))
        values += [(worth(""), valid - sum(n for _, n in values)), (worth("no_vote"), drawn - absent - valid), (-1, absent)]
        return [drawn] + [sum(n for v, n in values if v == side) for side in (1, -1)] + [0] * 4
    papers = [value(it["paper"]) for it in rows]
    errors = [value(it["record"]) - value(it["paper"]) if it["paper"] != "not_found" else
              1 if it["record"] == "no_record" else 2 for it in rows if it["record"]]
    return [len(rows), papers.count(1), papers.count(-1)] + [errors.count(it) for it in (1, 2, -1, -2)]
def tail(most, least, odds):  # P(X >= least) over P(X = least) of `most` trials
    return sum(itertools.accumulate(range(least, most), lambda it, k: it * odds * (most - k) / (k + 1), initial=D(1)))
def p_value(yes, no, rounds):
    if terms["method"] == "comparison":
        g, margin = D("1.03905"), D(yes - no) / int(terms["all_ballots"])
        p = (1 - margin / (2 * g)) ** sum(it[0] for it in rounds)
        for place, factor in [(3, 1 - 1 / (2 * g)), (4, 1 - 1 / g), (5, 1 + 1 / (2 * g)), (6, 1 + 1 / g)]:
            p /= factor ** sum(it[place] for it in rounds)
        return min(D(1), p)
    p, share = D(1), D(yes) / (yes + no) if no else (D(yes) + D("0.5")) / (yes + 1)
    for n, (_, w, l, *_) in enumerate(rounds):
        p /= (2 * share) ** w * (2 - 2 * share) ** l
        if terms["method"] == "providence" and n == len(rounds) - 1:
            p *= tail(w + l, w, D(1)) / tail(w + l, w, share / (1 - share))
    return min(D(1), p)
terms, ballots, tallies, stated = table("terms")[0], table("ballots"), table("tallies"), table("p_values")
computed, wrong, risk = [], [], Fraction(terms["risk"])
if terms["seed"]:
    name = lambda it, n: "%s/%s#%s" % (part(it["container"]), part(it["batch"]), n)
    names = [name(it, n + 1) for it in table("manifest") for n in range(int(it["ballots"]))]
    draw = {"consistent": consistent, "counter": counter, "shuffle": shuffle}[terms["sampler"]](names, terms["seed"])
    wrong += ["draw " + it["draw"] for it, unit in zip(ballots, draw) if name(it, it["ballot"]) != names[unit]]
rounds = list(dict.fromkeys(it["round"] for it in tallies + ballots))
votes = {it["option"]: int(it["votes"]) for it in table("declared")}
valid, cast, most = (int(terms[it]) for it in ("valid_votes", "votes_cast", "all_ballots"))
def sound(rows):  # of a tallied round: each option once, and no more votes than ballots
    (drawn, absent, ok), *more = {tuple(int(it[key]) for key in ("ballots", "not_found", "valid_votes")) for it in rows}
    once, parts = [it["option"] for it in rows] == list(votes) and not more, [int(it["votes"]) for it in rows]
    return once and min(absent, *parts) >= 0 and sum(parts) <= ok <= drawn - absent
marks = {*votes, "other", "no_vote"}
records = marks | {"no_record"} | ({""} if terms["method"] != "comparison" else set())
wrong += ["round " + it for it in rounds if tallies and not sound([row for row in tallies if row["round"] == it])]
wrong += ["draw " + it["draw"] for it in ballots if it["paper"] not in marks | {"not_found"} or it["record"] not in records]
for name, yes, no, worth in assertions(terms["rule"], votes, valid, cast):
    computed += [(name, it, str(yes), str(no), p_value(yes, no, [found(worth, its) for its in rounds[: n + 1]]))
                 for n, it in enumerate(rounds) if yes > no]
wrong += [it for it, bad in [("tallies beside ballots", tallies and (ballots or terms["seed"] or "" not in records)),
          ("more votes than ballots", min(votes.values()) < 0 or not sum(votes.values()) <= valid <= cast <= most),
          ("all_ballots", terms["seed"] and most != len(names)), ("not every p-value", len(computed) != len(stated))] if bad]
for it, (*said, p) in zip(stated, computed):
    same = [it[key] for key in ("assertion", "round", "votes_for", "votes_against")] == said
    same &= abs(D(it["p_value"]) - p) <= max(p * D("1e-9"), D("1e-300")) and it["met"] == str(Fraction(p) <= risk).lower()
    print("%s, round %s: p = %.12g%s" % (said[0], said[1], p, "" if same else ", NOT as stated"))
    wrong += [] if same else [said[0]]
drawn = "the draw, " if terms["seed"] else ""
print("WRONG: " + ", ".join(wrong) if wrong else "as stated: %sthe assertions and every p-value" % drawn)
sys.exit(bool(wrong))
