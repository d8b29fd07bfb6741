"""Times whole processes on seeded events, ours and its peers' in turn, and prints ratios.

    python3 Tests/Benchmarks/events.py PROGRAM MAKEEVENTS [COUNT ...]

The program draws its first screen of 200 by 60 (`render`). DuckDB and polars, where they are installed for this Python, read the
same file, DuckDB counting its events by kind. Medians of five runs each, in turn (three from two million events on). VisiData
loads files of up to 100,000 events as often, those of a million once, and larger ones not at all.
"""
import importlib.util, os, statistics, subprocess, sys, tempfile, time

VISIDATA = "import visidata, sys; s = visidata.vd.openSource(sys.argv[1]); s.reload(); visidata.vd.sync(); print(s.nRows)"

# DuckDB takes the features of a collection for the rows, those of a sequence one by one.
PEERS = {
    "csv": {
        "visidata": VISIDATA,
        "polars": "import polars, sys; print(polars.read_csv(sys.argv[1], try_parse_dates=True).height)",
        "duckdb": "import duckdb, sys; print(duckdb.sql(f\"select type, count(*), min(date) from read_csv('{sys.argv[1]}') "
                  "group by type\").fetchall())",
    },
    "geojson": {
        "visidata": VISIDATA,
        "duckdb": "import duckdb, sys; print(duckdb.sql(f\"select kind, count(*) from read_json('{sys.argv[1]}', "
                  "maximum_object_size=4000000000) group by kind\").fetchall())",
    },
    "geojsonseq": {
        "duckdb": "import duckdb, sys; print(duckdb.sql(f\"select properties.kind, count(*) from "
                  "read_json('{sys.argv[1]}', format='newline_delimited') group by properties.kind\").fetchall())",
    },
}


def once(command):
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def measure(program, maker, count, form, path):
    with open(path, "wb") as file:
        subprocess.run([maker, str(count), form], stdout=file, check=True)
    peers = {name: code for name, code in PEERS[form].items() if importlib.util.find_spec(name)}
    commands = {"sitmap": [program, "render", "--size", "200x60", path]}
    commands |= {name: [sys.executable, "-c", code, path] for name, code in peers.items()}
    runs = {name: [] for name in commands}
    if count > 1_000_000:
        commands.pop("visidata", None)
        runs.pop("visidata", None)
    for number in range(5 if count < 2_000_000 else 3):
        for name, command in commands.items():
            if name != "visidata" or number == 0 or count <= 100_000:
                runs[name].append(once(command))
    medians = {name: statistics.median(run[0] for run in times) for name, times in runs.items()}
    columns = [f"{form:>10} {count:>9} {os.path.getsize(path) >> 20:>6}"]
    for name, times in runs.items():
        column = f"{name} {medians[name]:.3f} s {max(run[1] for run in times):.0f} MB"
        columns.append(column if name == "sitmap" else f"{column}, ratio {medians['sitmap'] / medians[name]:.2f}")
    print("; ".join(columns), flush=True)


def main():
    program, maker, *counts = sys.argv[1:]
    if not any(importlib.util.find_spec(name) for name in ("duckdb", "polars", "visidata")):
        print("none of DuckDB, polars and VisiData is installed for this Python: times without a peer say little")
    print("    format    events     MB; medians of whole processes, greatest memory")
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, counts or ["10000", "100000", "1000000", "10000000"]):
            for form in PEERS:
                path = f"{folder}/events.{form}"
                measure(program, maker, count, form, path)
                os.remove(path)


main()
