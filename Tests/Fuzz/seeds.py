#!/usr/bin/env python3
"""Writes what the fuzzers begin with, from the examples and profiles of the repository.

    python3 Tests/Fuzz/seeds.py NAME DIR
"""

import glob
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LONGEST = 3000


def read(pattern):
    for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
        with open(path, "rb") as file:
            yield file.read()


def tables():
    for number, data in enumerate(read("Examples/**/*.csv")):
        yield bytes([number % 16]) + data[:LONGEST]


def profiles():
    rows = b"\n=====\nDate;Valeur;Nature\n2024-01-01;12,5;R\xc3\xa9el\n;;\n"
    for data in read("ImportProfiles/*.yaml"):
        yield data + rows


def scenarios():
    yield from read("Scenarios/*.yaml")
    yield from read("Examples/*/scenarios/*.yaml")


def workbooks():
    yield b'\x01<row r="1"><c r="A1"><v>45292</v></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row>'
    yield b'\x02<si><t>a</t></si><si><r><t>b</t></r></si>'
    yield b"\x05yyyy-mm-dd"


SEEDS = {
    "FuzzTables": tables,
    "FuzzProfile": profiles,
    "FuzzScenario": scenarios,
    "FuzzWorkbook": workbooks,
    "FuzzNumbers": lambda: [b"1 234,56", b"-1.234,5", b"4,00E-03", b"0,25"],
    "FuzzDates": lambda: [b"2024-02-29", b"15/03/2022", b"2022-Q1", b"2024-03-31T02:30:00+02:00"],
}


def main():
    name, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for number, data in enumerate(SEEDS[name]()):
        with open(os.path.join(folder, f"seed-{number:03}"), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()
