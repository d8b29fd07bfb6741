"""Serves the base map as Mapbox vector tiles, so that MapSCII's renderer can draw the same lines without a network.

    python3 tiles.py DATA PORT        DATA: the folder basemap/ of the project
"""

import json
import math
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import mapbox_vector_tile
from shapely.geometry import box, shape
from shapely.ops import transform
from shapely.strtree import STRtree

EXTENT = 4096


def mercator(longitude, latitude):
    """Fractions of the world's width, y to the south."""
    latitude = max(min(latitude, 85.05), -85.05)
    sine = math.sin(math.radians(latitude))
    return (longitude + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def project(geometry):
    def points(xs, ys):
        return tuple(zip(*(mercator(x, y) for x, y in zip(xs, ys))))
    return transform(points, geometry)


def features(data, name):
    for feature in json.loads((data / f"{name}.geojson").read_text())["features"]:
        if feature["geometry"]:
            yield project(shape(feature["geometry"]).buffer(0) if "Polygon" in feature["geometry"]["type"]
                          else shape(feature["geometry"])), feature["properties"]


def layers(data):
    """(layer, geometry, properties) in the schema that MapSCII's style knows."""
    land = [geometry for geometry, _ in features(data, "land_fine")]
    region = project(box(32, 29.5, 45, 39))
    sea = region
    for piece in land:
        sea = sea.difference(piece)
    yield "water", sea, {}
    for geometry, properties in features(data, "lakes"):
        yield "water", geometry, {}
    for geometry, properties in features(data, "borders"):
        disputed = int(properties.get("kind", "international") != "international")
        yield "admin", geometry, {"admin_level": 2, "disputed": disputed, "maritime": 0}
    for geometry, properties in features(data, "provinces"):
        yield "admin", geometry, {"admin_level": 4, "disputed": 0, "maritime": 0}
    for geometry, properties in features(data, "rivers"):
        yield "waterway", geometry, {"class": "river"}
    for geometry, properties in features(data, "roads"):
        name = "motorway" if properties.get("class") == "motorway" else "primary"
        yield "road", geometry, {"class": name, "structure": "none"}
    for geometry, properties in features(data, "places"):
        people = properties.get("pop", 0)
        kind = "city" if people >= 100_000 else "town" if people >= 10_000 else "village"
        yield "place_label", geometry, {
            "name": properties["name"], "name_en": properties["name"], "type": kind, "scalerank": 3, "ldir": "E",
            "localrank": 1}


class Tiles:
    def __init__(self, data):
        self.items = list(layers(data))
        self.tree = STRtree([geometry for _, geometry, _ in self.items])

    def tile(self, z, x, y):
        size = 1 / 2 ** z
        margin = size / 64
        frame = box(x * size - margin, y * size - margin, (x + 1) * size + margin, (y + 1) * size + margin)
        found = {}
        for index in sorted(self.tree.query(frame)):
            name, geometry, properties = self.items[index]
            if name == "place_label" and properties["type"] == "village" and z < 10:
                continue
            if name == "place_label" and properties["type"] == "town" and z < 8:
                continue
            cut = geometry.intersection(frame)
            if not cut.is_empty:
                found.setdefault(name, []).append({"geometry": cut.simplify(size / 2048), "properties": properties})
        return mapbox_vector_tile.encode(
            [{"name": name, "features": features} for name, features in found.items()],
            default_options={"quantize_bounds": (x * size, y * size, (x + 1) * size, (y + 1) * size),
                             "extents": EXTENT, "y_coord_down": True})


def main():
    tiles = Tiles(Path(sys.argv[1]))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            z, x, y = (int(part) for part in self.path.removesuffix(".pbf").strip("/").split("/"))
            body = tiles.tile(z, x, y)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    HTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()


main()
