"""Times whole processes on tables as others write them, ours and its peers' in turn, and prints ratios.

    python3 Tests/Benchmarks/strangers.py PROGRAM MAKEEVENTS [COUNT]

Three tables of COUNT events (a million): our own generator's, a stranger's of nine columns, and ACLED's 31. The program draws its first
screen of 200 by 60 (`render`). polars and DuckDB read the same file: polars all columns (`read_csv`) as it does without options, DuckDB
those that it needs to count events by kind. Then 100,000 rows of the stranger's table as XLSX, beside python-calamine and openpyxl,
where they are installed. Medians of five runs each, in turn: seconds by the clock, then of processor time, which says more where the
machine has other work.
"""
import csv, datetime, importlib.util, os, statistics, subprocess, sys, tempfile, time

POLARS = "import polars, sys; print(polars.read_csv(sys.argv[1]).height)"
DUCKDB = ("import duckdb, sys; print(duckdb.sql(f\"select {sys.argv[2]}, count(*) from read_csv('{sys.argv[1]}') "
          "group by 1\").fetchall())")
CALAMINE = ("import python_calamine, sys; "
            "print(len(python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()))")
OPENPYXL = ("import openpyxl, sys; "
            "print(sum(1 for _ in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)))")
SHAPES = {"csv": "type", "narrow": "type", "acled": "event_type"}


def has(name):
    return importlib.util.find_spec(name) is not None


def once(command):
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(shape, count, path, commands):
    runs = {name: [] for name in commands}
    for _ in range(5):
        for name, command in commands.items():
            runs[name].append(once(command))
    walls, cpus = ({name: statistics.median(run[part] for run in times) for name, times in runs.items()} for part in (0, 1))
    cells = []
    for name, times in runs.items():
        cell = f"{walls[name]:.2f} s, {cpus[name]:.2f} s, {max(run[2] for run in times):.0f} MB"
        if name != "sitmap":
            cell += f"; ratio {walls['sitmap'] / walls[name]:.2f}, {cpus['sitmap'] / cpus[name]:.2f}"
        cells.append(f"{name} {cell}")
    print(f"| {shape} | {count} | {os.path.getsize(path) / 1e6:.0f} MB | {' | '.join(cells)} |", flush=True)


def make(maker, count, shape, path):
    with open(path, "wb") as file:
        subprocess.run([maker, str(count), shape], stdout=file, check=True)


def workbook(table, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": False, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    with open(table, newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.reader(file)):
            for column, text in enumerate(row):
                if number and column == 1 and text:
                    sheet.write_datetime(number, column, datetime.datetime.fromisoformat(text))
                elif number and column in (3, 4) and text:
                    sheet.write_number(number, column, float(text))
                else:
                    sheet.write_string(number, column, text)
    book.close()


def main():
    program, maker, count = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    print(f"{datetime.date.today()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print("| table | events | size | seconds by the clock, of processors; greatest memory; ratios of both |")
    with tempfile.TemporaryDirectory() as folder:
        for shape, kind in SHAPES.items():
            path = f"{folder}/{shape}.csv"
            make(maker, count, shape, path)
            commands = {"sitmap": [program, "render", "--size", "200x60", path]}
            if has("polars"):
                commands["polars"] = [sys.executable, "-c", POLARS, path]
            if has("duckdb"):
                commands["duckdb"] = [sys.executable, "-c", DUCKDB, path, kind]
            measure(shape, count, path, commands)
            os.remove(path)
        if not has("xlsxwriter"):
            print("no XlsxWriter for this Python: no workbook")
            return
        table, path, rows = f"{folder}/narrow.csv", f"{folder}/narrow.xlsx", min(count, 100_000)
        make(maker, rows, "narrow", table)
        workbook(table, path)
        commands = {"sitmap": [program, "render", "--size", "200x60", path]}
        if has("python_calamine"):
            commands["calamine"] = [sys.executable, "-c", CALAMINE, path]
        if has("openpyxl"):
            commands["openpyxl"] = [sys.executable, "-c", OPENPYXL, path]
        measure("xlsx", rows, path, commands)


main()
