"""Counts events by cell of a 200 by 60 view and by kind with numpy and DuckDB, beside whole frames of ours.

    python3 Tests/Benchmarks/counts.py PLAYBENCH BASEMAP [COUNT]

The same seeded events in each, in memory and sorted by time. Ours is a whole frame, from the message to the bytes of the
screen, and of it the asking for a window and counting (by cell, kind, standing, precision and name, which is more than the peers count; by two threads
where there are many events). In turn, twice; milliseconds, medians.
"""
import importlib.util, os, statistics, subprocess, sys, tempfile, time

WEST, EAST, SOUTH, NORTH = 5.0, 72.0, 6.0, 40.0


def median(work, runs=15):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def of_numpy(path):
    import numpy, polars
    table = polars.read_csv(path, try_parse_dates=True).sort("date")
    days = table["date"].cast(polars.Int32).to_numpy()
    column = ((table["longitude"].to_numpy() - WEST) * (200 / (EAST - WEST))).astype(numpy.int32).clip(0, 199)
    row = ((NORTH - table["latitude"].to_numpy()) * (60 / (NORTH - SOUTH))).astype(numpy.int32).clip(0, 59)
    kind = table["type"].cast(polars.Categorical).to_physical().to_numpy().astype(numpy.int32)
    start = int(days[len(days) // 2])

    def count(first, last):
        low, high = numpy.searchsorted(days, first), numpy.searchsorted(days, last)
        keys = (row[low:high] * 200 + column[low:high]) * 8 + kind[low:high] % 8
        return numpy.bincount(keys, minlength=200 * 60 * 8)

    return {"30 days": median(lambda: count(start, start + 30)), "10 years": median(lambda: count(-10**6, 10**6))}


def of_duckdb(path):
    import duckdb
    base = duckdb.connect()
    base.execute(f"create table events as select type, date, latitude, longitude from read_csv('{path}') order by date")
    start = base.execute("select quantile_disc(date, 0.5) from events").fetchone()[0]
    cells = (f"select cast((longitude - {WEST}) * {200 / (EAST - WEST)} as int) c, "
             f"cast(({NORTH} - latitude) * {60 / (NORTH - SOUTH)} as int) r, type, count(*) from events")
    return {
        "30 days": median(lambda: base.execute(
            f"{cells} where date >= '{start}' and date < cast('{start}' as date) + 30 group by all").fetchall()),
        "10 years": median(lambda: base.execute(f"{cells} group by all").fetchall(), 7),
    }


def of_frames(playbench, basemap, path):
    text = subprocess.run([playbench, basemap, path, "--windows"], check=True, capture_output=True, text=True).stdout
    return {line.split(":")[0]: float(line.split(":")[1]) for line in text.splitlines() if ":" in line}


def main():
    playbench, basemap, *rest = sys.argv[1:]
    count = rest[0] if rest else "1000000"
    maker = os.path.join(os.path.dirname(playbench), "makeevents")
    peers = {"numpy": of_numpy, "DuckDB": of_duckdb}
    needs = {"numpy": ("numpy", "polars"), "DuckDB": ("duckdb",)}
    peers = {name: work for name, work in peers.items() if all(importlib.util.find_spec(part) for part in needs[name])}
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/events.csv"
        with open(path, "wb") as file:
            subprocess.run([maker, count, "csv"], stdout=file, check=True)
        rounds = []
        for _ in range(2):
            ours = of_frames(playbench, basemap, path)
            found = {"a frame": ours, "counting": {window: ours[f"ask and count {window}"] for window in ("30 days", "10 years")}}
            found |= {name: work(path) for name, work in peers.items()}
            rounds.append(found)
    print(f"{count} events, milliseconds (both rounds): a whole frame, and counting alone by cell and kind")
    for window in ("30 days", "10 years"):
        columns = [f"{name} {' '.join(f'{found[name][window]:.2f}' for found in rounds)}" for name in rounds[0]]
        for name in peers:
            ratio = statistics.mean(found["counting"][window] / found[name][window] for found in rounds)
            columns.append(f"counting : {name} {ratio:.2f}")
        print(f"{window:>9}: " + "; ".join(columns), flush=True)


main()
