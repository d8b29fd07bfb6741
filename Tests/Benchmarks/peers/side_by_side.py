"""Draws one view of the Syrian coast with sitmap and with its peers, as text files, and times them in turn.

    python3 side_by_side.py PROGRAM DATA OUT

PROGRAM is the release program, DATA the folder Data/ of the project, OUT a folder for the pictures. It needs the
packages of requirements.txt, and gnuplot and tmux. Each peer gets our own lines, since none has data of its own
without a network. Times are medians of turns taken one after the other, A B C A B C; compare them with each other only.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from terrascope_cache import fill

PROGRAM, DATA, OUT = (Path(argument).resolve() for argument in sys.argv[1:4])
TOOLS = Path(sys.executable).parent
COLUMNS, ROWS = 100, 36
LATITUDE, LONGITUDE, ZOOM = 34.95, 36.1, 7.6
PORT = 8732
TURNS = 9


def view():
    """The degrees of the view: west, east, south, north (Web Mercator, 128 · 2^zoom columns around the globe)."""
    half = COLUMNS / (128 * 2 ** ZOOM) * 360 / 2
    # Rows are twice as high as columns are wide; a degree of latitude is 1/cos as long as one of longitude.
    high = ROWS * 2 / (128 * 2 ** ZOOM) * 360 / 2 * 0.8197
    return LONGITUDE - half, LONGITUDE + half, LATITUDE - high, LATITUDE + high


def write_lines(path):
    """The lines that the view shows, as gnuplot reads them."""
    with path.open("w") as out:
        for name in ["coast_fine", "borders", "rivers", "lakes", "roads", "provinces"]:
            for feature in json.loads((DATA / "basemap" / f"{name}.geojson").read_text())["features"]:
                for line in lines(feature["geometry"]):
                    out.writelines(f"{x} {y}\n" for x, y, *_ in line)
                    out.write("\n")


def lines(geometry):
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "LineString":
        return [coordinates]
    if kind in ("MultiLineString", "Polygon"):
        return coordinates
    return [ring for polygon in coordinates for ring in polygon]


def run(command, **settings):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, **settings).stdout


def commands(lines_file):
    west, east, south, north = view()
    plot = (f"set term dumb {COLUMNS} {ROWS}; set xrange [{west}:{east}]; set yrange [{south}:{north}]; unset key; "
            f"plot '{lines_file}' with lines")
    place = ["--at", f"{LATITUDE},{LONGITUDE}", "--zoom", ZOOM, "--size", f"{COLUMNS}x{ROWS}", "--pane", "map"]
    mapscii = [TOOLS / "mapscii", "--lat", LATITUDE, "--lon", LONGITUDE, "-z", ZOOM + 0.5, "-w", COLUMNS, "--height",
               ROWS, "--source", f"http://127.0.0.1:{PORT}/", "--once"]
    return {
        "sitmap ascii": [PROGRAM, "render", *place],
        "sitmap braille": [PROGRAM, "render", *place, "--glyphs", "braille"],
        "gnuplot dumb": ["gnuplot", "-e", plot],
        "mapscii braille": mapscii,
        "mapscii block": mapscii + ["--ascii"],
    }


def tmux(*arguments):
    return run(["tmux", "-L", "sitmap-peers", *arguments])


def screen(command, keys, pause):
    """What a program shows in a terminal after some keys."""
    tmux("kill-server")
    tmux("-f", "/dev/null", "new-session", "-d", "-x", COLUMNS, "-y", ROWS, command)
    time.sleep(4)
    for key in keys:
        tmux("send-keys", *key)
        time.sleep(pause)
    text = tmux("capture-pane", "-p")
    tmux("kill-server")
    return text


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    lines_file = OUT / "lines.dat"
    write_lines(lines_file)
    fill(DATA / "basemap", OUT / "terrascope-cache")
    environment = dict(os.environ, SITMAP_DATA=str(DATA), XDG_CACHE_HOME=str(OUT / "cache"), TERM="xterm-256color")
    tiles = subprocess.Popen([sys.executable, Path(__file__).parent / "tiles.py", DATA / "basemap", str(PORT)])
    try:
        time.sleep(15)
        peers = commands(lines_file)
        times = {name: [] for name in peers}
        for name, command in peers.items():
            (OUT / f"{name.replace(' ', '-')}.txt").write_text(run(command, env=environment))
        for _ in range(TURNS):
            for name, command in peers.items():
                start = time.perf_counter()
                run(command, env=environment)
                times[name].append((time.perf_counter() - start) * 1000)
    finally:
        tiles.terminate()
    base = statistics.median(times["sitmap ascii"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:16} whole process {middle:7.1f} ms   {middle / base:5.1f} times sitmap's ASCII")

    events = DATA / "situations" / "syria-2024-12.geojson"
    (OUT / "visidata.txt").write_text(screen(f"{TOOLS}/vd -N {events}", [["g."]], 3))
    # The wheel zooms terrascope about the pointer: here, about the Levant on its world.
    wheel = [["-l", "\x1b[<64;66;14M"]] * 8
    terrascope = f"{TOOLS}/terrascope --offline --cache-dir {OUT}/terrascope-cache --tab 1 --no-panel 2>{OUT}/terrascope.log"
    (OUT / "terrascope.txt").write_text(screen(terrascope, [["n"], *wheel], 0.4))
    print(f"pictures: {OUT}")


main()
