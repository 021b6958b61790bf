#!/usr/bin/env python3
"""Measures empreinte: start-up, a campus with one million rows, and a ledger of ten million.

    python3 Tests/Benchmarks/bench.py [--binary PATH] [--rows N] [--ledger N] [--repeat N]

The ledger is also added up by DuckDB and Polars, when this Python has them (a virtual environment
will do), and read by libcsv alone, when there is a C compiler.

Every program is run in turn, round after round, so that a busy machine slows all of them alike;
what counts is the ratio of the medians. Peak memory is what the kernel reports for the finished
process. This script stays small and imports little, because Linux counts the memory a child had
before it became the program: the peak of /bin/true is printed as the floor of the measurement.
"""

import argparse
import importlib.util
import os
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(ROOT, "EmissionFactors")
DEMO = os.path.join(ROOT, "Examples", "demo-campus")

# ru_maxrss is in bytes on macOS and in kibibytes elsewhere.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
MIB = 1024 * 1024


class Run:
    """What one run took."""

    def __init__(self, seconds, peak):
        self.seconds = seconds
        self.peak = peak


def run(command, output=os.devnull):
    """Runs a command to its end; stops everything when it fails."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"{' '.join(command)}: exit status {code}")
    return Run(seconds, usage.ru_maxrss * RSS_UNIT)


def alternate(commands, rounds):
    """Runs of every command, one of each a round; a first round warms the caches and is dropped."""
    runs = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            result = run(command)
            if turn > 0:
                runs[name].append(result)
    return runs


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def seconds(runs):
    return median([one.seconds for one in runs])


def peak(runs):
    return max(one.peak for one in runs)


def start_up(binary, true, rounds):
    """Prints how long the shortest commands take."""
    commands = {
        "empreinte --version": [binary, "--version"],
        "empreinte report, demo-campus": [binary, "-C", DEMO, "report", "2023"],
        "empreinte report -O html": [binary, "-C", DEMO, "report", "2023", "-O", "html"],
        "empreinte report -O xlsx": [binary, "-C", DEMO, "report", "2023", "-O", "xlsx"],
        "true": [true],
        "python3 -c pass": [sys.executable, "-c", "pass"],
    }
    runs = alternate(commands, rounds)
    floor = seconds(runs["true"])
    python = seconds(runs["python3 -c pass"])
    print(f"Start-up, median of {rounds} runs in alternation")
    print(f"  {'':31}{'ms':>8}{'fastest':>9}{'slowest':>9}{'x true':>8}{'x python':>10}{'MiB':>7}")
    for name, results in runs.items():
        middle = seconds(results)
        fastest = min(one.seconds for one in results)
        slowest = max(one.seconds for one in results)
        print(
            f"  {name:31}{middle * 1e3:8.2f}{fastest * 1e3:9.2f}{slowest * 1e3:9.2f}"
            f"{middle / floor:8.1f}{middle / python:10.2f}{peak(results) / MIB:7.1f}"
        )
    return peak(runs["true"])


def settle(path):
    """Leaves a file in memory as one that has lain on the disk is read, not as it was written.

    How large the pieces of a file are that the system keeps depends on that, and so does how fast it is read.
    """
    file = os.open(path, os.O_RDONLY)
    os.fsync(file)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    while os.read(file, 1 << 20):
        pass
    os.close(file)


def large_file(binary, rows, rounds, floor, folder):
    """Prints how a large activity file fares, beside the same job in Python."""
    campus = os.path.join(folder, "campus")
    run([sys.executable, os.path.join(HERE, "campus.py"), campus, "--rows", str(rows)])
    activity = os.path.join(campus, "activity", "2023", "rows.csv")
    settle(activity)
    size = os.path.getsize(activity)
    ours = [binary, "-C", campus, "report", "2023"]
    theirs = [sys.executable, os.path.join(HERE, "aggregate.py"), activity, DATA]
    runs = alternate({"empreinte report": ours, "python3, csv module": theirs}, rounds)
    total = os.path.join(folder, "total")
    run(theirs, output=total)
    with open(total, encoding="utf-8") as file:
        expected = file.read().strip()
    print()
    print(f"{rows} rows, {size / 1e6:.1f} MB, median of {rounds} runs in alternation")
    print(f"  {'':31}{'s':>8}{'rows/s':>12}{'MB/s':>8}{'MiB':>8}")
    for name, results in runs.items():
        middle = seconds(results)
        print(
            f"  {name:31}{middle:8.3f}{rows / middle:12.0f}{size / 1e6 / middle:8.1f}"
            f"{peak(results) / MIB:8.1f}"
        )
    ratio = seconds(runs["python3, csv module"]) / seconds(runs["empreinte report"])
    print(f"  python3 takes {ratio:.2f} times as long")
    print(f"  memory is measured above a floor of {floor / MIB:.1f} MiB")
    print(f"  total found by python3: {expected} kgCO2e")


def ledger(binary, rows, rounds, folder, name, *options):
    """Prints how a very large ledger fares, beside the programs that this machine has."""
    campus = os.path.join(folder, name)
    run([sys.executable, os.path.join(HERE, "ledger.py"), campus, "--rows", str(rows), *options])
    path = os.path.join(campus, "activity", "2023", "rows.csv")
    settle(path)
    size = os.path.getsize(path)
    commands = {"empreinte report": [binary, "-C", campus, "report", "2023"]}
    for form in ["duckdb-plain", "duckdb-sums", "polars"]:
        if importlib.util.find_spec(form.split("-")[0]):
            commands[form] = [sys.executable, os.path.join(HERE, "others.py"), form, campus]
    compiler = shutil.which("cc")
    if compiler:
        alone = os.path.join(folder, "libcsv")
        run([compiler, "-O2", "-o", alone, os.path.join(HERE, "libcsv.c"), "-lcsv"])
        commands["libcsv alone, 1 thread"] = [alone, path]
    runs = alternate(commands, rounds)
    ours = seconds(runs["empreinte report"])
    print()
    print(f"Ledger, {name}: {rows} rows, {size / 1e6:.1f} MB, median of {rounds} in alternation")
    print(f"  {'':31}{'s':>8}{'rows/s':>12}{'MB/s':>8}{'MiB':>8}{'times':>8}")
    for title, results in runs.items():
        middle = seconds(results)
        print(
            f"  {title:31}{middle:8.3f}{rows / middle:12.0f}{size / 1e6 / middle:8.1f}"
            f"{peak(results) / MIB:8.1f}{middle / ours:8.2f}"
        )
    shutil.rmtree(campus)


def scenario(binary, rounds, folder):
    """A plan of 14 measures over 30 years on 5 000 lines, with the exact share of every measure."""
    campus = os.path.join(folder, "scenario")
    script = os.path.join(HERE, "scenario.py")
    run([sys.executable, script, campus])
    commands = {
        "empreinte": [binary, "-C", campus, "scenario", "run", "plan", "-O", "csv"],
        "python": [sys.executable, script, "--shares"],
    }
    runs = alternate(commands, rounds)
    print(f"\nScenario: 14 measures, 30 years, 5000 lines, every share exact, median of {rounds}")
    for name, label in (("empreinte", "empreinte scenario run"), ("python", "python3, shares only")):
        print(f"  {label:28s} {seconds(runs[name]):9.3f} s {peak(runs[name]) / MIB:7.1f} MiB")
    print(f"  python3 takes {seconds(runs['python']) / seconds(runs['empreinte']):.1f} times as long")


def draws(binary, rounds, folder):
    """100 000 draws of what may be wrong in 2 000 lines, beside NumPy where it is installed."""
    campus = os.path.join(folder, "draws")
    script = os.path.join(HERE, "draws.py")
    run([sys.executable, script, campus])
    report = [binary, "-C", campus, "report", "2023", "--uncertainty", "shared", "-O", "csv"]
    commands = {"without": report, "with": report + ["--draws", "100000"]}
    if importlib.util.find_spec("numpy"):
        commands["numpy"] = [sys.executable, script, "--numpy"]
    runs = alternate(commands, rounds)
    drawn = seconds(runs["with"]) - seconds(runs["without"])
    print(f"\nDraws: 100000 of 2000 lines, median of {rounds}")
    print(f"  {'empreinte report --draws':28s} {seconds(runs['with']):9.3f} s, the draws {drawn:.3f} s")
    if "numpy" in runs:
        other = seconds(runs["numpy"])
        print(f"  {'numpy, the total only':28s} {other:9.3f} s, {other / seconds(runs['with']):.1f} times as long")


def main():
    parser = argparse.ArgumentParser(description="Measures start-up and a large activity file.")
    parser.add_argument(
        "--binary",
        metavar="PATH",
        default=os.path.join(ROOT, ".build", "release", "empreinte"),
        help="the release build (default: .build/release/empreinte)",
    )
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--ledger", type=int, default=10_000_000, metavar="N", help="0 for none")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="runs of the large file")
    parser.add_argument("--starts", type=int, default=41, metavar="N", help="runs of start-up")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    if not os.access(binary, os.X_OK):
        sys.exit(f"{binary}: not there; type `make build` first")
    true = shutil.which("true") or "/bin/true"
    version = ".".join(str(part) for part in sys.version_info[:3])
    print(f"{os.uname().sysname} {os.uname().machine}, {os.cpu_count()} CPU, Python {version}\n")
    floor = start_up(binary, true, options.starts)
    with tempfile.TemporaryDirectory() as folder:
        large_file(binary, options.rows, options.repeat, floor, folder)
        scenario(binary, options.repeat, folder)
        draws(binary, options.repeat, folder)
        if options.ledger > 0:
            few = options.ledger // 5
            ledger(binary, options.ledger, options.repeat, folder, "as spreadsheets write it")
            ledger(binary, few, options.repeat, folder, "fewer rows")
            ledger(binary, few, options.repeat, folder, "CR LF", "--line-end", "crlf")
            ledger(binary, few, options.repeat, folder, "every field quoted", "--quote-all")


if __name__ == "__main__":
    main()
