"""Read shapes, and the few operations on them that the layers share. Longitude first, degrees, WGS 84."""

from collections import namedtuple

import numpy as np
import pyogrio.raw
import shapely
from shapely.geometry import LineString, MultiLineString
from shapely.ops import linemerge, unary_union

REGION = (32.0, 29.5, 45.0, 39.0)   # west, south, east, north
REGION_BOX = shapely.box(*REGION)

Record = namedtuple('Record', 'geometry fields')
GSHHGLine = namedtuple('GSHHGLine', 'level id points')


def read(path, bbox=None, layer=None):
    """Records of a vector file; field names in lower case, because Natural Earth changed theirs between versions."""
    meta, _, geometries, columns = pyogrio.raw.read(path, bbox=bbox, layer=layer)
    names = [name.lower() for name in meta['fields']]
    return [
        Record(shapely.from_wkb(geometry), {name: column[row] for name, column in zip(names, columns)})
        for row, geometry in enumerate(geometries)
    ]


def read_gshhg(folder, data_set, bbox):
    """Lines of a full-resolution GSHHG data set whose own box meets `bbox`.

    A line of the meta file is: level, area, point count, south, north, byte offset, byte count, id.
    The data file is little-endian float pairs.
    """
    data = np.memmap(folder / f'{data_set}_f.dat', mode='r')
    west, south, east, north = bbox
    with open(folder / f'{data_set}meta_f.dat') as meta:
        for line in meta:
            words = line.split()
            if float(words[4]) < south or float(words[3]) > north:
                continue
            offset, size = int(words[5]), int(words[6])
            points = np.frombuffer(data[offset:offset + size].tobytes(), '<f4').reshape(-1, 2).astype(float)
            if points[:, 0].max() < west or points[:, 0].min() > east:
                continue
            yield GSHHGLine(int(words[0]), words[7] if len(words) > 7 else '', points)


def parts(geometry):
    return list(geometry.geoms) if hasattr(geometry, 'geoms') else [geometry]


def lines_of(geometry):
    return [part for part in parts(geometry) if part.geom_type in ('LineString', 'LinearRing') and part.length > 0]


def polygons_of(geometry):
    return shapely.MultiPolygon([part for part in parts(geometry) if part.geom_type == 'Polygon'])


def joined(lines):
    """Lines merged end to end, the longest first, so that each is as long as it can be."""
    lines = [line for line in lines if line.length > 0]
    merged = lines_of(linemerge(lines)) if len(lines) > 1 else lines
    return sorted(merged, key=lambda line: (-line.length, line.coords[0]))


def joined_across_gaps(lines, gap):
    """Lines merged also where their ends miss each other by less than `gap` degrees.

    WDBII cuts rivers at the edges of its tiles and rounds the two sides apart. Each end moves to the first
    end seen near it.
    """
    anchors = []

    def anchor(point):
        for other in anchors:
            if np.hypot(point[0] - other[0], point[1] - other[1]) < gap:
                return other
        anchors.append(point)
        return point

    snapped = []
    for line in lines:
        points = list(line.coords)
        snapped.append(LineString([anchor(points[0])] + points[1:-1] + [anchor(points[-1])]))
    return joined(snapped)


def lengthened(line, by=0.002):
    """The line with both ends drawn out, so that it surely crosses the outline it is to cut."""
    points = np.asarray(line.coords)[:, :2]

    def beyond(end, before):
        step = end - before
        return end + step / np.hypot(*step) * by

    return LineString(np.vstack([beyond(points[0], points[1]), points, beyond(points[-1], points[-2])]))


def shore_of(land):
    """The outline of clipped land without the edges that only the clip box made."""
    rim = REGION_BOX.boundary.buffer(1e-7)
    shore = [part for ring in lines_of(land.boundary) for part in lines_of(ring.difference(rim))]
    return joined(shore)


def as_lines(lines):
    return MultiLineString(lines) if len(lines) != 1 else lines[0]


def union(geometries):
    return unary_union(list(geometries))


def label_point(polygon, wanted=None):
    """`wanted` if the polygon holds it, else the middle of the largest circle that fits in."""
    if wanted is not None and polygon.contains(shapely.Point(wanted)):
        point = wanted
    else:
        largest = max(parts(polygon), key=lambda part: part.area)
        point = shapely.maximum_inscribed_circle(largest, tolerance=0.01).coords[0]
    return [round(float(point[0]), 4), round(float(point[1]), 4)]
