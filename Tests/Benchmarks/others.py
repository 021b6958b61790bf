#!/usr/bin/env python3
"""The sums of a report on the generated ledger, in other programs.

    python3 Tests/Benchmarks/others.py FORM CAMPUS

FORM is duckdb-plain (join, then sum of products), duckdb-sums (sums first, joined afterwards) or
polars (sums first, streaming). All join 60 factors on activity and unit and add up by category,
site and month; they check nothing else. Needs duckdb or polars, for instance in a virtual
environment. Prints the number of sums and the total in kgCO2e.
"""

import os
import sys

COLUMNS = ["day", "site", "building", "activity", "quantity", "unit", "note"]


def paths(campus):
    return (
        os.path.join(campus, "activity", "2023", "rows.csv"),
        os.path.join(campus, "factors-for-others.csv"),
    )


def duckdb(form, campus):
    import duckdb as engine

    rows, factors = paths(campus)
    types = {name: "DOUBLE" if name == "quantity" else "VARCHAR" for name in COLUMNS}
    with open(rows, "rb") as file:
        end = "\\r\\n" if file.readline().endswith(b"\r\n") else "\\n"
    read = (
        f"read_csv('{rows}', delim=';', header=true, auto_detect=false, quote='\"', escape='\"',"
        f" decimal_separator=',', new_line='{end}', columns={types})"
    )
    joined = f"read_csv('{factors}', delim=';', header=true) f"
    if form == "duckdb-plain":
        query = f"""
            select f.category, r.site, substr(r.day, 1, 7), sum(r.quantity * f.factor)
            from {read} r join {joined} on r.activity = f.name and r.unit = f.unit
            group by all"""
    else:
        query = f"""
            select f.category, r.site, r.month, sum(r.quantity * f.factor)
            from (select activity, unit, site, substr(day, 1, 7) as month,
                         sum(quantity) as quantity from {read} group by all) r
            join {joined} on r.activity = f.name and r.unit = f.unit
            group by all"""
    connection = engine.connect()
    connection.execute(f"set threads = {os.cpu_count()}")
    return [row[3] for row in connection.execute(query).fetchall()]


def polars(campus):
    import polars as engine

    rows, factors = paths(campus)
    known = engine.read_csv(factors, separator=";").lazy()
    found = (
        engine.scan_csv(
            rows, separator=";", decimal_comma=True, new_columns=COLUMNS,
            schema_overrides={"quantity": engine.Float64},
        )
        .with_columns(engine.col("day").str.slice(0, 7).alias("month"))
        .group_by(["activity", "unit", "site", "month"])
        .agg(engine.col("quantity").sum())
        .join(known, left_on=["activity", "unit"], right_on=["name", "unit"])
        .group_by(["category", "site", "month"])
        .agg((engine.col("quantity") * engine.col("factor")).sum())
        .collect(engine="streaming")
    )
    return found["quantity"].to_list()


def main():
    form, campus = sys.argv[1:]
    sums = polars(campus) if form == "polars" else duckdb(form, campus)
    print(len(sums), sum(sums))


if __name__ == "__main__":
    main()
