#!/usr/bin/env python3
"""Shows that Veedor reads files of counts as pandas and polars read them, where these two agree, or refuses them by name.

Files in many forms, many of them odd or damaged, are read by both as texts. Where both have the same rows and whole numbers, the
workspace says under `expect` what they found, and `veedor check` must not say that the file holds anything else.
"""

import glob
import io
import itertools
import json
import random
import sys
import warnings

from mission import Mission, PACKAGE, require, show

sys.path[:0] = glob.glob(str(PACKAGE / ".build-interop/tables/lib/python*/site-packages"))
import pandas  # noqa: E402
import polars  # noqa: E402

NAMES = ["Lugar", "Mesa", "Roble", "Olmo", "Nota"]
NUMBERS = {"votes_oak": 2, "votes_elm": 3}
PLACES = ["Escuela N.º 4", "Peñón", "São João", "L'Hôpital", "a, b", "x;y", "p|q", 'el "Alto"', "Línea\nnueva", "Casa"]
ENCODINGS = {"utf_8": "utf-8", "utf_8_bom": "utf-8-sig", "latin_1": "latin-1", "windows_1252": "cp1252"}
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "vertical_bar": "|"}
ABOVE = [[], ["Resultados por mesa"], ["Total", ""]]
FORMS = list(itertools.product(ENCODINGS, DELIMITERS, ["\n", "\r\n"], ABOVE, [False, True]))
STRAYS = ['"', ",", ";", "|", "\t", "\n", "\r", "\u200b", "\ufeff", " ", "\x1a", "\0", "9", "-", "."]
# How the peers say that they cannot read a file.
REFUSALS = (
    UnicodeError, pandas.errors.ParserError, pandas.errors.ParserWarning, pandas.errors.EmptyDataError, polars.exceptions.PolarsError)
# What of `check` says that a file holds something else than is expected.
OTHERWISE = ("K123", "K124")


def table(draw):
    return [[draw.choice(PLACES), f"{number:03}", str(draw.randrange(900)), str(draw.randrange(3000)),
             draw.choice(["", "nota", "sin firma"])] for number in range(1, draw.randint(2, 12))]


def damaged_rows(rows, draw):
    """The rows, now and then with one that is not as it should be."""
    row = draw.randrange(len(rows))
    cells = list(rows[row])
    match draw.randrange(12):
        case 0: cells[2] = draw.choice(["", "0", "007", "12.0", "1.234", "1,234", "-1", "+5", "1e3", "<10", "N/A", " 5", "５"])
        case 1: cells.pop(draw.randrange(len(cells)))
        case 2: cells.insert(draw.randrange(len(cells)), "9")
        case 3: cells = [""] * len(cells)
        case 4: return rows[:row] + [list(NAMES)] + rows[row:]
        case 5: return rows + [rows[row]]
        case _: return rows
    return rows[:row] + [cells] + rows[row + 1:]


def written(rows, form, draw):
    """The bytes of a file in `form`, of which every other is damaged."""
    encoding, delimiter, end, above, quotes_all = form
    sign = DELIMITERS[delimiter]

    def field(text):
        needs = quotes_all or any(it in text for it in (sign, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if needs else text

    is_damaged = draw.random() < 0.5
    lines = above + [sign.join(map(field, row)) for row in [NAMES] + (damaged_rows(rows, draw) if is_damaged else rows)]
    text = end.join(lines) + draw.choice([end, end, "", end + end, sign * 4 + end])
    if is_damaged and draw.random() < 0.6:
        place = draw.randrange(len(text))
        match draw.randrange(5):
            case 0: text = text[:place]
            case 1: text = text.replace(end, draw.choice(["\r", "\r\r\n", "\n"]))
            case 2: text = text[:place] + '"' + text[place:place + 40] + '"' + text[place + 40:]
            case _: text = text[:place] + draw.choice(STRAYS) + text[place:]
    return text.encode(ENCODINGS[encoding], errors="ignore")


# pandas warns where it leaves fields out.
warnings.simplefilter("error")


def of_pandas(content, form):
    encoding, delimiter, _, above, _ = form
    found = pandas.read_csv(
        io.BytesIO(content), sep=DELIMITERS[delimiter], encoding=ENCODINGS[encoding], skiprows=len(above), dtype=str,
        keep_default_na=False, index_col=False)
    return list(found.columns), [list(row) for row in found.itertuples(index=False)]


def of_polars(content, form):
    encoding, delimiter, _, above, _ = form
    # It reads UTF-8 alone.
    text = content.decode(ENCODINGS[encoding]).encode()
    found = polars.read_csv(
        text, separator=DELIMITERS[delimiter], skip_lines=len(above), infer_schema=False)
    return found.columns, [["" if it is None else it for it in row] for row in found.rows()]


def agreed(content, form):
    """The rows that both peers read under the names that were asked for; None where they do not agree, or one of them fails."""
    readings = []
    for reader in (of_pandas, of_polars):
        try:
            names, rows = reader(content, form)
        except REFUSALS:
            return None
        if names != NAMES:
            return None
        # Rows of delimiters alone are rows to them, and end the table for us.
        while rows and not any(rows[-1]):
            rows.pop()
        readings.append(rows)
    return readings[0] if readings[0] == readings[1] else None


def expectation(rows):
    """What the rows hold in all; None where their numbers are in no plain form."""
    totals = {}
    for name, place in NUMBERS.items():
        cells = [row[place] for row in rows if row[place]]
        if not all(it.isascii() and it.isdigit() for it in cells):
            return None
        totals[name] = sum(map(int, cells))
    return {"rows": len(rows), "totals": totals}


def dataset(name, form, expected):
    encoding, delimiter, _, above, _ = form
    return {
        "kind": "sheets", "path": f"data/{name}.csv", "contest": "council", "track": "official", "expect": expected,
        "format": {"encoding": encoding, "delimiter": delimiter, "header": len(above) + 1},
        "columns": {"sheet": "Mesa", "station": "Lugar", "votes_oak": "Roble", "votes_elm": "Olmo"}}


def check(folder, datasets):
    """The codes of errors that `check` tells of each dataset."""
    options = {it: {"name": it.title()} for it in ("oak", "elm")}
    mission = {
        "id": "readings", "title": "Readings", "election_day": "2017-11-26", "time_zone": "America/Tegucigalpa", "languages": ["en"]}
    workspace = {
        "veedor": 1, "mission": mission, "contests": {"council": {"rule": "plurality", "options": options}},
        "datasets": datasets}
    (folder / "veedor.yaml").write_text(json.dumps(workspace))
    done = Mission(folder).veedor("check", "--json", status=None)
    require(done.returncode in (0, 3), f"check ended with {done.returncode}: {done.stderr[-500:]}")
    found = {}
    for problem in json.loads(done.stdout)["errors"]:
        require(problem["dataset"] in datasets, f"an error without a dataset: {problem}")
        found.setdefault(problem["dataset"], set()).add(problem["code"])
    return found


def readings(folder):
    draw = random.Random(2019)
    (folder / "data").mkdir()
    count, compared, refused = 0, 0, 0
    batch, contents = {}, {}

    def hold():
        nonlocal refused
        for name, codes in check(folder, batch).items():
            wrong = codes.intersection(OTHERWISE)
            require(not wrong, f"{sorted(wrong)} of {batch[name]}, which is {contents[name]!r}")
            refused += 1
        batch.clear()

    for form in FORMS * 16:
        content = written(table(draw), form, draw)
        count += 1
        rows = agreed(content, form)
        expected = None if rows is None else expectation(rows)
        if not expected or not rows:
            continue
        name = f"file_{count}"
        (folder / "data" / f"{name}.csv").write_bytes(content)
        batch[name], contents[name] = dataset(name, form, expected), content
        compared += 1
        if len(batch) == 100:
            hold()
    hold()
    require(compared > 1000 and refused > 50, f"{compared} were compared, {refused} refused")
    return (f"of {count} files pandas {pandas.__version__} and polars {polars.__version__} read {compared} alike; Veedor reads "
            f"{compared - refused} of these as they do, and refuses {refused} by name")


show(readings)
