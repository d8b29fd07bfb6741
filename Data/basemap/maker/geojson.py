"""Write a layer as RFC 7946 GeoJSON, compact, one feature a line, so that diffs and line numbers can be read."""

import json

import numpy as np
import shapely
from shapely.geometry.polygon import orient


class LayerWriter:
    """Writes layers into one folder and remembers their sizes."""

    def __init__(self, folder):
        self.folder = folder
        self.sizes = []

    def write(self, name, features, decimals=4):
        """Write (geometry, properties) pairs. What rounding leaves empty is dropped; so are absent properties."""
        lines, vertices = [], 0
        for geometry, properties in features:
            rounded = round_geometry(geometry, decimals)
            if rounded is None:
                continue
            feature = {
                'type': 'Feature',
                'properties': {key: value for key, value in properties.items() if value is not None},
                'geometry': rounded,
            }
            lines.append(json.dumps(feature, ensure_ascii=False, separators=(',', ':')))
            vertices += count_vertices(rounded['coordinates'])
        text = '{"type":"FeatureCollection","features":[\n' + ',\n'.join(lines) + '\n]}\n'
        path = self.folder / f'{name}.geojson'
        path.write_text(text, encoding='utf-8', newline='\n')
        self.sizes.append((name, path.stat().st_size, len(lines), vertices))

    def print_table(self):
        for name, size, features, vertices in self.sizes:
            print(f'{name:22}{size:>10}{features:>8}{vertices:>9}')
        print(f'{"total":22}{sum(size for _, size, _, _ in self.sizes):>10}')


def round_geometry(geometry, decimals):
    """The geometry as a GeoJSON object on a grid of `decimals`, or None if nothing is left of it."""
    if geometry.is_empty:
        return None
    if geometry.geom_type == 'Point':
        return {'type': 'Point', 'coordinates': rounded_point(geometry.coords[0], decimals)}
    if geometry.geom_type in ('Polygon', 'MultiPolygon', 'GeometryCollection'):
        return collected('Polygon', rounded_polygons(geometry, decimals))
    return collected('LineString', rounded_lines(geometry, decimals))


def rounded_polygons(geometry, decimals):
    """Rings on the grid: valid, closed, shells anticlockwise, the largest polygon first.

    `set_precision` snaps and mends at once; rounding each vertex alone can make a ring cross itself.
    """
    snapped = shapely.set_precision(shapely.make_valid(geometry), 10.0 ** -decimals)
    polygons = [part for part in shapely.get_parts(snapped) if part.geom_type == 'Polygon' and part.area > 0]
    polygons = [orient(shapely.normalize(polygon), 1.0) for polygon in polygons]
    polygons.sort(key=lambda polygon: (-polygon.area, polygon.bounds))
    return [
        [[rounded_point(point, decimals) for point in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in polygons
    ]


def rounded_lines(geometry, decimals):
    """Lines on the grid, without the repeated vertices that rounding makes."""
    lines = []
    for part in shapely.get_parts(geometry):
        points = [rounded_point(point, decimals) for point in np.asarray(part.coords)]
        points = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
        if len(points) > 1:
            lines.append(points)
    return lines


def collected(kind, coordinates):
    if not coordinates:
        return None
    if len(coordinates) == 1:
        return {'type': kind, 'coordinates': coordinates[0]}
    return {'type': f'Multi{kind}', 'coordinates': coordinates}


def rounded_point(point, decimals):
    # Adding zero turns -0.0 into 0.0.
    return [round(float(point[0]), decimals) + 0.0, round(float(point[1]), decimals) + 0.0]


def count_vertices(coordinates):
    if not isinstance(coordinates[0], list):
        return 1
    return sum(count_vertices(item) for item in coordinates)
