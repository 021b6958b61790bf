#!/usr/bin/env python3
"""An independent oracle: the footprint of a campus, recomputed from its files.

    python3 Tests/Oracle/oracle.py CAMPUS_DIR DATA_DIR

Prints JSON {year: {"total", "scopes", "posts"}} in kgCO2e, exact decimal strings. It shares no code
with empreinte, uses the standard library only, and stops at the first thing it cannot read: the
examples must be clean. CO2 of biogenic origin stays out of every total. A year declared
`footprint: resources-only` has a null total.

The arithmetic, all of it on exact fractions:
- a quantity is read exactly, then rounded to 12 decimals;
- a period across two years is cut by days, a fixed asset by years of life, with cumulative rounding:
  the part [a, b) of n is round(q*b/n) - round(q*a/n), half away from zero at 12 decimals;
- a coefficient is (conversion ratio x cell of the factor), rounded once at 18 decimals, where a cell
  is one gas of one stage, and what a published total has beyond its parts is a cell of its own;
- an emission is quantity x coefficient, exact; sums are exact.
"""

import csv
import datetime
import io
import json
import os
import re
import sys
import unicodedata
from fractions import Fraction


class Refused(Exception):
    """What the oracle will not guess."""


# --- rounding and decimal text ------------------------------------------------------------------


def rounded(value, decimals):
    """Half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


def share(quantity, a, b, n):
    """The part [a, b) of n equal parts: the parts of any cut add up to the whole."""
    return rounded(quantity * b / n, 12) - rounded(quantity * a / n, 12)


def decimal_text(value):
    """Exact plain decimal without trailing zeros; emissions never need more than 30 decimals."""
    scaled = value * 10**30
    if scaled.denominator != 1:
        raise Refused(f"{value} has more than 30 decimals")
    whole, rest = divmod(abs(scaled.numerator), 10**30)
    text = f"{whole}.{rest:030d}".rstrip("0").rstrip(".")
    return "-" + text if value < 0 else text


def plain(text):
    """A number of a shipped or YAML file: decimal point, optional exponent."""
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", text):
        raise Refused(f"not a plain number: {text!r}")
    return Fraction(text)


def typed(text, decimal):
    """A number of an activity file: groups of three by space, one decimal mark."""
    bare = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", text.strip()).replace("\u2212", "-")
    if not re.fullmatch(r"[+-]?\d*([.,]\d+)?", bare) or not re.search(r"\d", bare):
        raise Refused(f"not a number: {text!r}")
    mark = re.search(r"[.,]", bare)
    if mark and decimal and mark.group() != decimal:
        raise Refused(f"{text!r}: the decimal mark of this campus is {decimal!r}")
    if mark and not decimal and re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", bare):
        raise Refused(f"{text!r} is ambiguous")
    return rounded(Fraction(bare.replace(",", ".")), 12)


def percent(text):
    match = re.fullmatch(r"\s*([+-]?[\d.,]+)\s*%\s*", text)
    if not match:
        raise Refused(f"not a percentage: {text!r}")
    return Fraction(match.group(1).replace(",", ".")) / 100


# --- the subset of YAML that campus.yaml uses ---------------------------------------------------


def without_comment(line):
    quote = None
    for i, character in enumerate(line):
        if quote:
            quote = None if character == quote else quote
        elif character in "\"'" and (i == 0 or line[i - 1] in " [{,:"):
            quote = character
        elif character == "#" and (i == 0 or line[i - 1] in " \t"):
            return line[:i].rstrip()
    return line.rstrip()


def flow_value(text, at):
    """A flow node from text[at:]; gives the node and where it ends."""
    while text[at] == " ":
        at += 1
    if text[at] == "{":
        node, at = {}, at + 1
        while True:
            while text[at] in " ,":
                at += 1
            if text[at] == "}":
                return node, at + 1
            key, at = flow_value(text, at)
            while text[at] in " :":
                at += 1
            if key in node:
                raise Refused(f"key {key!r} written twice")
            node[key], at = flow_value(text, at)
    if text[at] == "[":
        node, at = [], at + 1
        while True:
            while text[at] in " ,":
                at += 1
            if text[at] == "]":
                return node, at + 1
            item, at = flow_value(text, at)
            node.append(item)
    if text[at] in "\"'":
        end = text.index(text[at], at + 1)
        return text[at + 1 : end], end + 1
    match = re.compile(r"(?:[^,:\]}{\[]|:(?! |$))+").match(text, at)
    return match.group().strip(), match.end()


def scalar_or_flow(text):
    if text and text[0] in "{[\"'":
        node, end = flow_value(text, 0)
        if text[end:].strip():
            raise Refused(f"text after a value: {text!r}")
        return node
    return text


def yaml(text):
    """Nested maps, lists and strings; no anchors, no multi-line scalars."""
    lines = []
    for raw in text.splitlines():
        line = without_comment(raw)
        if line.strip():
            lines.append((len(line) - len(line.lstrip()), line.lstrip()))
    node, rest = yaml_block(lines, 0, 0) if lines else ({}, 0)
    if rest != len(lines):
        raise Refused(f"YAML indentation near {lines[rest][1]!r}")
    return node


def yaml_block(lines, at, indent):
    if lines[at][1].startswith("- "):
        items = []
        while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("- "):
            content = lines[at][1][2:].lstrip()
            if re.match(r"[\w-]+:( |$)", content):
                inner = indent + len(lines[at][1]) - len(content)
                lines[at] = (inner, content)
                item, at = yaml_block(lines, at, inner)
            else:
                item, at = scalar_or_flow(content), at + 1
            items.append(item)
        return items, at
    node = {}
    while at < len(lines) and lines[at][0] == indent:
        match = re.match(r"([^:\"']+|\"[^\"]*\"):(?: +(.*))?$", lines[at][1])
        if not match:
            raise Refused(f"not a YAML key: {lines[at][1]!r}")
        key, value = match.group(1).strip().strip('"'), match.group(2)
        if key in node:
            raise Refused(f"key {key!r} written twice")
        at += 1
        if value:
            node[key] = scalar_or_flow(value)
        elif at < len(lines) and (
            lines[at][0] > indent or lines[at][0] == indent and lines[at][1].startswith("- ")
        ):
            node[key], at = yaml_block(lines, at, lines[at][0])
        else:
            node[key] = None
    return node, at


# --- units --------------------------------------------------------------------------------------


def unit_table():
    table = {}

    def add(dimension, **ratios):
        for name, ratio in ratios.items():
            table[name.replace("_", " ")] = (dimension, Fraction(ratio))

    for suffix in ("", "_PCS", "_PCI"):
        add(
            "energy" + suffix.replace("_", " "),
            **{
                "Wh" + suffix: Fraction(1, 1000),
                "kWh" + suffix: 1,
                "MWh" + suffix: 1000,
                "GWh" + suffix: 10**6,
                "MJ" + suffix: Fraction(10, 36),
                "GJ" + suffix: Fraction(10000, 36),
            },
        )
    add("mass", g=Fraction(1, 1000), kg=1, t=1000)
    add("volume", L=Fraction(1, 1000), mL=Fraction(1, 10**6), hL=Fraction(1, 10), m3=1)
    add("area", m2=1, ha=10000)
    add("length", m=Fraction(1, 1000), km=1)
    add("time", min=Fraction(1, 60), h=1)
    add("emission", gCO2e=Fraction(1, 1000), kgCO2e=1, tCO2e=1000)
    for name in ("piece", "meal", "night", "email", "book", "person.month", "passenger.km"):
        table[name] = (name, Fraction(1))
    table["vehicle.km"] = ("vehicle.km", Fraction(1))
    table["t.km"] = ("t.km", Fraction(1))
    spellings = {
        "litre": "L", "litres": "L", "m³": "m3", "m²": "m2", "passager.km": "passenger.km",
        "voyageur.km": "passenger.km", "véhicule.km": "vehicle.km", "repas": "meal",
        "nuit": "night", "nuitée": "night", "unité": "piece", "pièce": "piece", "livre": "book",
        "heure": "h", "tonne": "t", "mail": "email",
    }  # fmt: skip
    for spelling, name in spellings.items():
        table[spelling] = table[name]
    return table


UNITS = unit_table()
MONEY = re.compile(r"(k|M)?(?:EUR|€)(\d{4})?(?: (HT|TTC))?")


def unit(name):
    """(dimension, ratio to its base unit); money is ("money", tax, price year or None)."""
    if name in UNITS:
        return UNITS[name]
    match = MONEY.fullmatch(name)
    if not match:
        raise Refused(f"unknown unit {name!r}")
    prefix, price_year, tax = match.groups()
    scale = {None: 1, "k": 1000, "M": 10**6}[prefix]
    return ("money", tax, int(price_year) if price_year else None), Fraction(scale)


# --- tables -------------------------------------------------------------------------------------

COLUMNS = {
    "periode": "period", "du": "from", "au": "to", "batiment": "building", "activite": "activity",
    "quantite": "quantity", "unite": "unit", "compteur": "meter", "statut": "status",
    "incertitude": "uncertainty", "fiabilite": "reliability", "technique": "technical",
    "geographique": "geographic", "temporelle": "temporal", "completude": "completeness",
    "caracterisation": "characterisation", "duree de vie": "lifetime",
    "annee d'achat": "purchased", "taux de fuite": "leak-rate", "poste": "post",
    "libelle": "label", "etiquettes": "tags", "remarque": "note", "jours": "days",
    "semaines": "weeks", "teletravail": "telework", "personnes": "people", "effectif": "answers",
    "distance (km)": "distance", "distance km": "distance",
}  # fmt: skip


def folded(header):
    decomposed = unicodedata.normalize("NFD", header.strip().lower().replace("’", "'"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return COLUMNS.get(bare, bare)


def decoded(raw):
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def activity_rows(path):
    """Rows as dictionaries keyed by English column names; empty cells left out."""
    with open(path, "rb") as file:
        text = decoded(file.read())
    if text.startswith("sep="):
        text = text.split("\n", 1)[1]
    header = text.split("\n", 1)[0]
    delimiter = max(";,\t|", key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names = [folded(name) for name in next(rows)]
    for number, row in enumerate(rows, start=2):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if any(cells[len(names) :]) or len(cells) < len(names):
            raise Refused(f"{path}, row {number}: {len(cells)} cells under {len(names)} headers")
        yield number, {name: cell for name, cell in zip(names, cells) if name and cell}


def shipped(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


# --- dates --------------------------------------------------------------------------------------


def dates(text):
    """[start, end) of a date, month, quarter, year or `A..B` (B included)."""
    if ".." in text or re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", text):
        first, last = re.split(r"\.\.|/", text)
        return dates(first)[0], dates(last)[1]
    day = datetime.timedelta(days=1)
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        start = datetime.date(*map(int, match.groups()))
        return start, start + day
    if match := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text):
        start = datetime.date(*map(int, reversed(match.groups())))
        return start, start + day
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        year, month, months = int(match.group(1)), int(match.group(2)), 1
    elif match := re.fullmatch(r"(\d\d)/(\d{4})", text):
        year, month, months = int(match.group(2)), int(match.group(1)), 1
    elif match := re.fullmatch(r"(\d{4})-[QT]([1-4])", text):
        year, month, months = int(match.group(1)), 3 * int(match.group(2)) - 2, 3
    elif re.fullmatch(r"\d{4}", text):
        year, month, months = int(text), 1, 12
    else:
        raise Refused(f"not a period: {text!r}")
    after = year * 12 + month - 1 + months
    return datetime.date(year, month, 1), datetime.date(after // 12, after % 12 + 1, 1)


def year_parts(row, starts):
    """[(inventory year, first day, day after the last, days in all)] of a row's period."""
    if "from" in row:
        start, end = dates(row["from"])[0], dates(row["to"])[1]
    else:
        start, end = dates(row["period"])
    month, day = starts
    parts, total = [], (end - start).days
    if total <= 0:
        raise Refused(f"a period of {total} days")
    year = start.year if (start.month, start.day) >= (month, day) else start.year - 1
    at = start
    while at < end:
        stop = min(end, datetime.date(year + 1, month, day))
        parts.append((year, (at - start).days, (stop - start).days, total))
        at, year = stop, year + 1
    return parts


# --- factors ------------------------------------------------------------------------------------

GASES = ["co2-fossil", "ch4-fossil", "ch4-biogenic", "n2o", "hfc", "pfc", "sf6", "nf3", "other"]


def cells_of(rows):
    """[(stage, kgCO2e)] of a factor: every gas of every stage, and what rounding left over."""
    cells, stages = [], Fraction(0)
    for row in rows:
        total = plain(row["total"])
        gases = [plain(row[gas]) for gas in GASES if row[gas]]
        if gases:
            cells += [(row["stage"], gas) for gas in gases]
            cells.append((row["stage"], total - sum(gases)))
        else:
            cells.append((row["stage"], total))
        stages += total
    if rows[0]["published-total"]:
        cells.append(("rounding", plain(rows[0]["published-total"]) - stages))
    return [(stage, value) for stage, value in cells if value]


class Data:
    """The shipped tables."""

    def __init__(self, directory):
        at = lambda *names: os.path.join(directory, *names)
        self.activities = {row["id"]: row for row in shipped(at("activities.csv"))}
        self.parents = {row["id"]: row["parent"] for row in shipped(at("posts.csv"))}
        self.conversions = shipped(at("conversions.csv"))
        self.gwp = {row["gas"]: row for row in shipped(at("gwp.csv"))}
        self.blends = {}
        for row in shipped(at("blends.csv")):
            part = (row["component"], plain(row["mass-percent"]) / 100)
            self.blends.setdefault(row["blend"], []).append(part)
        self.factors, self.families = {}, {}
        for name in sorted(os.listdir(at("factors"))):
            if name.endswith(".csv"):
                for row in shipped(at("factors", name)):
                    self.factors.setdefault(row["factor"], []).append(row)
        # Recycled waste by the convention of the method, for the headline total.
        self.recycling = {
            (row["source"], row["source-id"]): row
            for row in shipped(at("readings", "recycling.csv"))
        }
        for name, rows in self.factors.items():
            self.families.setdefault(rows[0]["family"], []).append(name)

    def top_post(self, post):
        if post not in self.parents:
            raise Refused(f"unknown post {post!r}")
        while self.parents[post]:
            post = self.parents[post]
        return post

    def refrigerant(self, gas, assessment):
        """[(stage, kgCO2e per kg)] under one assessment report."""
        parts = self.blends.get(gas, [(gas, Fraction(1))])
        return [("fugitive", part * plain(self.gwp[name][assessment])) for name, part in parts]


def scope(rule, stage):
    """Where an activity's rule files a stage. `rounding` follows the stages that are not the site's."""
    if rule == "fugitive":
        return "1"
    if rule in ("fuel", "mobile-fuel", "owned-vehicle"):
        return "1" if stage == "combustion" else "3"
    if rule in ("electricity", "heat"):
        return "2" if stage in ("whole", "plant-combustion", "combustion") else "3"
    if rule == "purchased":
        return "3"
    raise Refused(f"unknown scope rule {rule!r}")


# --- a campus -----------------------------------------------------------------------------------


class Campus:
    def __init__(self, directory, data):
        self.directory, self.data = directory, data
        with open(os.path.join(directory, "campus.yaml"), encoding="utf-8") as file:
            self.settings = yaml(file.read())
        mark = (self.settings.get("numbers") or {}).get("decimal")
        self.decimal = {"comma": ",", "point": ".", None: None}[mark]
        starts = self.settings.get("year-starts", "01-01").split("-")
        self.starts = (int(starts[0]), int(starts[1]))
        self.assessment = self.settings.get("gwp", "AR6")
        self.vat = percent(self.settings["vat"]) if "vat" in self.settings else None
        indices = self.settings.get("price-index") or {}
        self.indices = {int(year): plain(value) for year, value in indices.items()}
        self.substitutes = {
            (item["activity"], int(item["year"])): item["factor"]
            for item in self.settings.get("substitutions") or []
        }
        self.years = {}
        self.dated, self.assets = set(), []

    def add(self, year, scope_name, post, amount):
        entry = self.years.setdefault(year, {"total": Fraction(0), "scopes": {}, "posts": {}})
        entry["total"] += amount
        top = self.data.top_post(post)
        entry["scopes"][scope_name] = entry["scopes"].get(scope_name, 0) + amount
        entry["posts"][top] = entry["posts"].get(top, 0) + amount

    def ratio(self, family, source, target, year):
        """How many `target` one `source` is, or None: scale, named conversion, tax, price year."""
        (from_dimension, from_ratio), (to_dimension, to_ratio) = unit(source), unit(target)
        scale = from_ratio / to_ratio
        if from_dimension == to_dimension:
            return scale
        if from_dimension[0] == "money" and to_dimension[0] == "money":
            return self.money_ratio(scale, from_dimension, to_dimension, year)
        for row in self.data.conversions:
            if row["family"] not in (family, ""):
                continue
            named = plain(row["ratio-numerator"]) / plain(row["ratio-denominator"])
            (a, a_ratio), (b, b_ratio) = unit(row["from"]), unit(row["to"])
            if (a, b) == (from_dimension, to_dimension):
                return from_ratio / a_ratio * named * b_ratio / to_ratio
            if (b, a) == (from_dimension, to_dimension):
                return from_ratio / b_ratio / named * a_ratio / to_ratio
        return None

    def money_ratio(self, scale, source, target, year):
        _, tax, price_year = source
        _, wanted_tax, wanted_year = target
        if tax != wanted_tax:
            if (tax, wanted_tax) != ("TTC", "HT") or self.vat is None:
                return None
            scale /= 1 + self.vat
        if price_year != wanted_year:
            if wanted_year is None:
                return None
            of_line = price_year or year
            if of_line != wanted_year:
                if not {of_line, wanted_year} <= set(self.indices):
                    return None
                scale *= self.indices[wanted_year] / self.indices[of_line]
        return scale

    def factor(self, activity, line_unit, year):
        """(cells, conversion ratio) that apply to an activity in a year."""
        family = activity["family"]
        if family.startswith("gwp:"):
            ratio = self.ratio(family, line_unit, "kg", year)
            if ratio is None:
                raise Refused(f"{activity['id']} in {line_unit}")
            return self.data.refrigerant(family[4:], self.assessment), ratio
        substitute = self.substitutes.get((activity["id"], year))
        names = [substitute] if substitute else self.data.families.get(family, [])
        direct, named = [], []
        for name in names:
            row = self.data.factors[name][0]
            since, until = int(row["from"] or 0), int(row["to"] or 9999)
            if not substitute and not since <= year <= until:
                continue
            ratio = self.ratio(family, line_unit, row["unit"], year)
            if ratio is not None:
                same = unit(line_unit)[0] == unit(row["unit"])[0]
                cells = cells_of(self.data.factors[name])
                convention = self.data.recycling.get((row["source"], row["source-id"]))
                if convention:
                    if convention["unit"] != row["unit"]:
                        raise Refused(f"{name} is in {row['unit']}")
                    cells = [("collection", plain(convention["value"]))]
                (direct if same else named).append((cells, ratio))
        found = direct or named
        if len(found) != 1:
            raise Refused(f"{activity['id']} in {line_unit}, {year}: {len(found)} factors")
        return found[0]

    def emit(self, activity, post, line_unit, quantity, year):
        """Adds quantity x coefficient for every cell of the factor of that year."""
        if activity["ledger"] != "footprint" or activity["scope-rule"] == "none":
            return
        cells, ratio = self.factor(activity, line_unit, year)
        for stage, value in cells:
            coefficient = rounded(ratio * value, 18)
            self.add(year, scope(activity["scope-rule"], stage), post, quantity * coefficient)

    def line(self, row):
        activity = self.data.activities.get(row["activity"])
        if activity is None:
            raise Refused(f"unknown activity {row['activity']!r}")
        quantity = typed(row["quantity"], self.decimal)
        post = row.get("post") or activity["post"]
        if "leak-rate" in row:
            quantity = rounded(quantity * percent(row["leak-rate"]), 12)
        if "lifetime" in row:
            life, bought = int(row["lifetime"]), int(row["purchased"])
            for k in range(life):
                part = share(quantity, k, k + 1, life)
                self.assets.append((activity, post, row["unit"], part, bought + k))
            return
        for year, a, b, days in year_parts(row, self.starts):
            self.dated.add(year)
            part = share(quantity, a, b, days)
            if activity["ledger"] == "declared":
                dimension, ratio = unit(row["unit"])
                if dimension != "emission":
                    raise Refused(f"declared emissions in {row['unit']}")
                self.add(year, "not-split", post, part * rounded(ratio, 18))
            else:
                self.emit(activity, post, row["unit"], part, year)

    def commute(self, row):
        names = {"staff": "staff", "personnel": "staff", "students": "students"}
        population = {**names, "etudiants": "students"}.get(folded(row["population"]))
        if population is None:
            raise Refused(f"unknown population {row['population']!r}")
        activity = self.data.activities[f"commute-{population}-{row['mode']}"]
        number = lambda name, default: typed(row[name], self.decimal) if name in row else default
        distance, days = number("distance", None), number("days", None)
        weeks, telework = number("weeks", None), number("telework", Fraction(0))
        quantity = distance * 2 * (days - telework) * weeks * number("answers", Fraction(1))
        if activity["unit"] == "vehicle.km":
            quantity /= number("people", Fraction(1))
        quantity = rounded(quantity, 12)
        for year, a, b, total in year_parts(row, self.starts):
            self.dated.add(year)
            part = share(quantity, a, b, total)
            self.emit(activity, activity["post"], activity["unit"], part, year)

    def read(self):
        for folder, _, names in sorted(os.walk(os.path.join(self.directory, "activity"))):
            for name in sorted(names):
                if not name.endswith(".csv"):
                    continue
                path = os.path.join(folder, name)
                for number, row in activity_rows(path):
                    try:
                        if "mode" in row and "distance" in row:
                            self.commute(row)
                        else:
                            self.line(row)
                    except (Refused, KeyError, ValueError) as problem:
                        raise Refused(f"{path}, row {number}: {problem}") from problem
        # An asset counts in inventory years only: those that a dated line or campus.yaml names.
        inventory = self.dated | {int(year) for year in self.settings.get("years") or {}}
        for activity, post, line_unit, part, year in self.assets:
            if year in inventory:
                self.emit(activity, post, line_unit, part, year)

    def result(self):
        declared_years = self.settings.get("years") or {}
        output = {}
        for year in sorted(set(self.years) | {int(year) for year in declared_years}):
            wanted = (declared_years.get(str(year)) or {}).get("footprint")
            entry = self.years.get(year)
            if wanted == "resources-only":
                output[str(year)] = {"total": None, "scopes": {}, "posts": {}}
            elif entry:
                parts = lambda name: {
                    key: decimal_text(entry[name][key]) for key in sorted(entry[name])
                }
                output[str(year)] = {
                    "total": decimal_text(entry["total"]),
                    "scopes": parts("scopes"),
                    "posts": parts("posts"),
                }
        return output


def main(arguments):
    if len(arguments) != 2:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 64
    try:
        campus = Campus(arguments[0], Data(arguments[1]))
        campus.read()
        print(json.dumps(campus.result(), indent=2, ensure_ascii=False))
    except Refused as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
