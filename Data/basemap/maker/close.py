"""The layers of the whole world for close views. Three decimals, about 100 m: Natural Earth's 10m is no better."""

import itertools
import json

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from maker import arabic, names, tables, worldviews
from maker.region import BORDER_KINDS, country_code
from maker.shapes import REGION_BOX, as_lines, joined, lines_of, parts, polygons_of, read, union
from maker.world import WHOLE, bordering, with_occupied

DECIMALS = 3
TOLERANCE = 0.006                 # degrees, about 660 m: what the source is off by itself
NORTH = 60
NORTHERN_TOLERANCE = 0.02         # beyond there, where a degree of longitude is half as wide, and few live
ICE_TOLERANCE = 0.04              # Antarctica, whose shore moves
RIVER_TOLERANCE = 0.01
LEAST_LAKE_RANK = 6               # Natural Earth's own scale: the smaller lakes do not cover a cell before zoom 8
LEAST_RIVER_RANK = 6
LEAST_CITY = 100_000
LEAST_TOWN = 30_000
MARGIN = 0.15                     # degrees of sea that a country's area takes in
MARGIN_TOLERANCE = 0.06


def write_layers(sources, writer, golan):
    physical, cultural = sources.natural_earth / 'physical', sources.natural_earth / 'cultural'
    writer.write('world_land_10m', land_features(read(physical / 'ne_10m_land.shp')), DECIMALS)
    lines = read(cultural / 'ne_10m_admin_0_boundary_lines_land.shp')
    claims = read(sources.claims, layer='disputed_borders')
    writer.write('world_borders_10m', border_features(lines, claims), DECIMALS)
    lakes = list(lake_features(read(physical / 'ne_10m_lakes.shp')))
    writer.write('world_lakes_10m', lakes, DECIMALS)
    writer.write('world_rivers_10m', river_features(sources, union(shape for shape, _ in lakes)), DECIMALS)
    countries = read(cultural / 'ne_10m_admin_0_countries.shp')
    writer.write('world_countries_10m', country_features(countries, golan), DECIMALS)
    cities, towns = place_features(sources)
    writer.write('world_places', cities, DECIMALS)
    writer.write('world_towns', towns, DECIMALS)


def tolerance_at(shape):
    """How much a shape may be simplified where it lies."""
    south, north = shape.bounds[1], shape.bounds[3]
    return ICE_TOLERANCE if north < -60 else NORTHERN_TOLERANCE if south > NORTH else TOLERANCE


def simplified(shape):
    """Every part with the tolerance of its own latitude; one on both sides of 60 degrees with both."""
    return polygons_of(union(simplified_part(part) for part in parts(shape) if part.geom_type == 'Polygon'))


def simplified_part(part):
    fine = part.simplify(tolerance_at(part))
    if fine.bounds[3] < NORTH or tolerance_at(part) != TOLERANCE:
        return fine
    # What Douglas and Peucker's method keeps at one tolerance, it keeps at every smaller one.
    kept = set(map(tuple, shapely.get_coordinates(part.simplify(NORTHERN_TOLERANCE)).tolist()))

    def thinned(ring):
        points = [point for point in ring.coords if point[1] < NORTH or point in kept]
        return points if len(points) > 3 else list(ring.coords)

    return shapely.make_valid(Polygon(thinned(fine.exterior), [thinned(hole) for hole in fine.interiors]))


# Land, borders, water

def land_features(records):
    for record in records:
        yield simplified(shapely.make_valid(record.geometry).intersection(WHOLE)), {}


def border_features(records, claims):
    for line, properties in itertools.chain(bordering(records), worldviews.claim_features(claims)):
        yield line.simplify(TOLERANCE), properties


def lake_features(records):
    for record in sorted(records, key=lambda record: int(record.fields['scalerank'])):
        if record.fields['scalerank'] <= LEAST_LAKE_RANK and record.fields['name_en'] not in tables.DRAINED_LAKES:
            yield simplified(shapely.make_valid(record.geometry)), names.lake_names(record.fields)


def river_features(sources, lakes):
    """The great rivers, under one name from spring to mouth where a table has it. They stop at lake shores.

    The source's lines through lakes are taken too: they count where a lake is left out.
    """
    by_name = {}
    for record in read(sources.natural_earth_4 / 'ne_10m_rivers_lake_centerlines.shp'):
        rank = int(record.fields['scalerank'])
        if rank > LEAST_RIVER_RANK:
            continue
        name = river_name(names.text_or_none(record.fields['name']))
        by_name.setdefault((rank, name or ''), []).extend(lines_of(record.geometry))
    shapely.prepare(lakes)
    for (rank, name), lines in sorted(by_name.items()):
        for line in joined(lines):
            dry = line.difference(lakes) if lakes.intersects(line) else line
            yield as_lines(joined(lines_of(dry.simplify(RIVER_TOLERANCE)))), {
                'name': name or None, 'name_ar': arabic.RIVERS.get(name), 'rank': rank,
            }


def river_name(name):
    """The table's name, else the one in brackets, which is the international one; None where letters were lost."""
    if name is None:
        return None
    name = ' '.join(name.split())
    name = tables.RIVER_NAMES.get(name, name)
    if name.endswith(')'):
        name = name[name.index('(') + 1:-1]
        name = tables.RIVER_NAMES.get(name, name)
    return None if '?' in name else names.ascii_name(name)


# Countries

def country_features(countries, golan):
    """Which country a point of land is in.

    Only the lines between countries matter: the land says where the shore is. So each area takes in a margin of sea, up to
    a coarse line, and no cell of a shore falls between the two. The sea's part of two areas may overlap.
    """
    shapes, properties = with_occupied(countries, golan)
    shapes = shapely.coverage_simplify([shapely.make_valid(shape) for shape in shapes], TOLERANCE)
    tree = shapely.STRtree(shapes)
    features = []
    for index, (shape, own) in enumerate(zip(shapes, properties)):
        wide = shape.simplify(MARGIN_TOLERANCE / 2).buffer(MARGIN, quad_segs=2).simplify(MARGIN_TOLERANCE)
        wide = shapely.union(wide.intersection(WHOLE), shape)
        others = [shapes[other] for other in tree.query(wide) if other != index]
        area = wide.difference(union(others)) if others else wide
        features.append((polygons_of(area), own))
    return sorted(features, key=lambda feature: (feature[1]['a3'], feature[1]['name']))


# Places

def place_features(sources):
    """Capitals and cities, and then the towns outside the region; the biggest first, without quarters.

    Of a city with its suburbs the number of people is Natural Earth's, where that is larger than GeoNames' of the city.
    """
    towns = list(json.loads(sources.geonames.read_text(encoding='utf-8')).values())
    towns.sort(key=lambda town: (-town['population'], town['geonameid']))
    capitals, people = capitals_and_people(sources, towns)
    wanted = [
        town for town in towns
        if town['geonameid'] not in tables.DUPLICATE_PLACES
        and (town['population'] >= LEAST_TOWN or town['geonameid'] in capitals)
    ]
    cities, rest = [], []
    for town in without_suburbs(wanted, capitals):
        feature = place_feature(town, capitals, people)
        if town['population'] >= LEAST_CITY or town['geonameid'] in capitals:
            cities.append(feature)
        elif not REGION_BOX.covers(feature[0]):
            rest.append(feature)
    return sorted(cities, key=most_people), sorted(rest, key=most_people)


def most_people(feature):
    return -(feature[1]['pop'] or 0)


def without_suburbs(towns, capitals):
    """The towns, the biggest first, without those near a bigger one: 10 km from four times their people, 20 from twenty.

    The bigger ones are kept in squares of a tenth of a degree, so that only near ones are compared.
    """
    squares, kept = {}, []
    for town in towns:
        x, y = int(town['longitude'] * 10), int(town['latitude'] * 10)
        near = (other for across in range(-4, 5) for down in range(-2, 3) for other in squares.get((x + across, y + down), ()))
        if town['geonameid'] not in capitals and any(is_suburb(town, bigger) for bigger in near):
            continue
        squares.setdefault((x, y), []).append(town)
        kept.append(town)
    return kept


def is_suburb(town, bigger):
    north = (town['latitude'] - bigger['latitude']) * 111.0
    east = (town['longitude'] - bigger['longitude']) * 111.0 * np.cos(np.radians(town['latitude']))
    times, distance = bigger['population'] / town['population'], np.hypot(north, east)
    return (times >= 4 and distance < 10) or (times >= 20 and distance < 20)


def capitals_and_people(sources, towns):
    """GeoNames ids of Natural Earth's capitals, and the people of its cities by GeoNames id.

    A city is the biggest town of its name within 40 km; a capital without one is the biggest town there.
    """
    squares = {}
    for town in towns:
        squares.setdefault((int(town['longitude']), int(town['latitude'])), []).append(town)
    capitals, people = set(), {}
    for record in read(sources.natural_earth_4 / 'ne_10m_populated_places_simple.shp'):
        fields = record.fields
        x, y = record.geometry.x, record.geometry.y
        near = [
            town for across in (-1, 0, 1) for down in (-1, 0, 1) for town in squares.get((int(x) + across, int(y) + down), ())
            if np.hypot((town['longitude'] - x) * np.cos(np.radians(y)), town['latitude'] - y) < 0.36
        ]
        near.sort(key=lambda town: -town['population'])
        wanted = {fields['name'], fields['nameascii'], tables.CITY_NAMES.get(fields['nameascii'])}
        named = [town for town in near if wanted & {town['name'], names.ascii_name(town['name'])}]
        known = named or [town for town in near if wanted & set(town['alternatenames'])]
        if fields['adm0cap'] == 1 or (fields['nameascii'], fields['adm0_a3']) in tables.LATER_CAPITALS:
            capitals.update(town['geonameid'] for town in (known or near)[:1])
        if known:
            people[known[0]['geonameid']] = max(int(fields['pop_max']), people.get(known[0]['geonameid'], 0))
    return capitals, people


def place_feature(town, capitals, people):
    name, name_ar, aka = tables.NAMES.get(town['geonameid'], (names.display_name(town['name']), None, None))
    name = tables.CITY_NAMES.get(name, name)
    if name_ar is None and town['countrycode'] in tables.ARABIC_COUNTRIES:
        name_ar = names.arabic_name(town)
    return Point(town['longitude'], town['latitude']), {
        'name': name,
        'name_ar': arabic.city(name, town['countrycode']) or name_ar,
        'cc': town['countrycode'],
        'capital': town['geonameid'] in capitals or None,
        'pop': max(town['population'], people.get(town['geonameid'], 0)) or None,
        'aka': aka or tables.CITY_ALIASES.get((name, town['countrycode'])),
    }
