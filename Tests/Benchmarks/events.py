"""Times whole processes on seeded events, ours and a peer's in turn, and prints ratios.

    python3 Tests/Benchmarks/events.py PROGRAM MAKEEVENTS [COUNT ...]

The program draws its first screen of 200 by 60 (`render`); DuckDB, where it is installed for this Python, reads the same
GeoJSON with `read_json` and counts the events by kind. Medians of five runs each, in turn.
"""
import os, statistics, subprocess, sys, tempfile, time

# DuckDB takes the features of a collection for the rows.
PEER = """
import duckdb, sys
print(duckdb.sql(f"select kind, count(*) from read_json('{sys.argv[1]}', maximum_object_size=4000000000) "
  "group by kind").fetchall())
"""


def once(command):
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    program, maker, *counts = sys.argv[1:]
    try:
        import duckdb  # noqa: F401
        has_peer = True
    except ImportError:
        has_peer = False
        print("DuckDB is not installed for this Python: times without a peer say little")
    print(f"{'events':>9} {'MB':>6}  {'sitmap s':>9} {'MB':>5}  {'DuckDB s':>9} {'MB':>5}  ratio")
    with tempfile.TemporaryDirectory() as folder:
        for count in map(int, counts or ["10000", "100000", "1000000"]):
            path = f"{folder}/events.geojson"
            with open(path, "wb") as file:
                subprocess.run([maker, str(count), "geojson"], stdout=file, check=True)
            ours, theirs = [], []
            for _ in range(5):
                ours.append(once([program, "render", "--size", "200x60", path]))
                if has_peer:
                    theirs.append(once([sys.executable, "-c", PEER, path]))
            mine = statistics.median(run[0] for run in ours)
            line = f"{count:>9} {os.path.getsize(path) >> 20:>6}  {mine:>9.2f} {max(run[1] for run in ours):>5.0f}"
            if theirs:
                peer = statistics.median(run[0] for run in theirs)
                line += f"  {peer:>9.2f} {max(run[1] for run in theirs):>5.0f}  {mine / peer:.2f}"
            print(line, flush=True)


main()
