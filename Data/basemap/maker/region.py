"""The layers of the region: 32 to 45 degrees east, 29.5 to 39 degrees north."""

import csv
import json

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import polygonize

from maker import arabic, names, tables, worldviews
from maker.shapes import (
    REGION, REGION_BOX, as_lines, joined, joined_across_gaps, label_point, lengthened, lines_of, parts, polygons_of,
    read, read_gshhg, shore_of, union,
)

FINE_SHORE_TOLERANCE = 0.0006    # degrees, about 60 m: below a dot of the map at its closest useful zoom
RIVER_TOLERANCE = 0.0008
ON_THE_LINE = 1e-5               # degrees: Natural Earth's lines and polygons share their vertices
GOLAN_NAME = 'Golan Heights (Israeli-occupied)'
GOLAN_NAME_AR = 'هضبة الجولان'

UNDOF_LINES = {'UNDOF': 'UNDOF line B (1974)', 'Ceasefire Lines 1974': 'UNDOF line A (1974)'}

# Natural Earth's classes of border -> ours.
BORDER_KINDS = {
    'International boundary (verify)': 'international',
    'Disputed (please verify)': 'disputed',
    'Indefinite (please verify)': 'indefinite',
    'Indeterminant frontier': 'indefinite',
    'Line of control (please verify)': 'line_of_control',
    'Unrecognized': 'line_of_control',
    'Overlay limit': 'line_of_control',
}


def write_layers(sources, writer):
    """Write every layer of the region, and return the occupied Golan, which the world layers cut out too."""
    countries = read_countries(sources)
    border_lines = read(sources.natural_earth / 'cultural/ne_10m_admin_0_boundary_lines_land.shp', REGION)
    provinces = read(sources.natural_earth_4 / 'ne_10m_admin_1_states_provinces_lines.shp', REGION)
    claims = read(sources.claims, (35, 32, 36.5, 34), layer='disputed_borders')
    towns = read_towns(sources)

    golan = occupied_golan(countries['ISR'].geometry, claims)
    pieces = pieces_of_syria(countries['SYR'].geometry, provinces, border_lines)
    undof = piece_at(pieces, tables.UNDOF_POINT)

    write_land_and_shore(sources, writer)
    writer.write('borders', border_features(border_lines, claims, golan))
    writer.write('countries', country_features(countries, golan))
    writer.write('governorates', governorate_features(pieces, undof))
    writer.write('provinces', province_features(provinces, border_lines))
    writer.write('disputed', [
        (undof, {'name': 'UNDOF area of separation (1974)', 'name_ar': 'منطقة فض الاشتباك', 'kind': 'undof'}),
        (golan, {'name': GOLAN_NAME, 'name_ar': GOLAN_NAME_AR, 'kind': 'occupied'}),
    ])
    lakes = list(lake_features(sources))
    writer.write('lakes', lakes)
    writer.write('rivers', river_features(sources, union(shape for shape, _ in lakes)))
    writer.write('roads', road_features(towns))
    writer.write('places', place_features(towns) + airfield_features(sources))
    return golan


# Land and shore

def write_land_and_shore(sources, writer):
    """Coarse land and shore from Natural Earth, fine ones from GSHHG; each shore is its own land's outline.

    The fine shore is cut from the fine land, so the two fit each other, and its lines are as long as they can be.
    """
    coarse = read(sources.natural_earth / 'physical/ne_10m_land.shp', REGION)
    land = union(record.geometry for record in coarse).intersection(REGION_BOX)
    writer.write('land', [(polygons_of(land), {})])
    writer.write('coast', [(line, {}) for line in shore_of(land)])

    fine = fine_land(sources)
    writer.write('land_fine', [(fine, {})])
    writer.write('coast_fine', [(line, {}) for line in shore_of(fine)])


def fine_land(sources):
    """GSHHG land of the region, simplified; islets too small for a dot are dropped.

    The polygons come as float32 rings of up to a million points: clip first, mend after.
    """
    clipped = []
    for line in read_gshhg(sources.gshhg, 'gshhs', REGION):
        if line.level == 1:
            clipped.append(shapely.make_valid(shapely.clip_by_rect(Polygon(line.points), *REGION)))
    land = union(clipped).simplify(FINE_SHORE_TOLERANCE)
    return polygons_of(union(part for part in parts(land) if part.area > 1e-6))


# Countries, borders, the Golan

def read_countries(sources):
    """Countries that reach into the region, by Natural Earth's own code."""
    records = read(sources.natural_earth / 'cultural/ne_10m_admin_0_countries.shp', REGION)
    return {record.fields['adm0_a3']: record for record in records if record.geometry.intersection(REGION_BOX).area > 0}


def country_code(fields):
    """The ISO code of three letters; Natural Earth's own where ISO has none."""
    return names.text_or_none(fields['iso_a3_eh']) or fields['adm0_a3']


def occupied_golan(israel, claims):
    """What Natural Earth draws as Israel's east of the line that Syria claims."""
    claimed = [lengthened(line) for line in claimed_lines(claims, 'Syrian claim')]
    pieces = polygonize(union([israel.boundary, *claimed]))
    golan, = (piece for piece in pieces if piece.contains(Point(tables.GOLAN_POINT)))
    return golan


def claimed_lines(claims, name):
    return joined([line for record in claims if record.fields['name'] == name for line in lines_of(record.geometry)])


def country_features(countries, golan):
    """Polygons clipped to the region. The Golan is a feature of its own and no part of Israel's."""
    for code in sorted(countries):
        geometry, fields = countries[code]
        shape = polygons_of(geometry.intersection(REGION_BOX))
        if code == 'ISR':
            shape = polygons_of(shape.difference(golan.buffer(ON_THE_LINE)))
        yield shape, {
            'a3': country_code(fields),
            'name': names.ascii_name(fields['name']),
            'name_ar': names.text_or_none(fields['name_ar']),
            'label': label_point(shape, (fields['label_x'], fields['label_y'])),
            **worldviews.name_views(fields),
        }
    yield golan, {
        'a3': 'SYR', 'name': GOLAN_NAME, 'name_ar': GOLAN_NAME_AR, 'status': 'occupied', 'label': label_point(golan),
    }


def border_features(border_lines, claims, golan):
    """Borders with their kind; every line around the Golan is disputed, whatever Natural Earth calls it."""
    around_golan = golan.boundary.buffer(ON_THE_LINE)
    for record in border_lines:
        name = names.text_or_none(record.fields['name'])
        kind = BORDER_KINDS[record.fields['featurecla']]
        disputed = {'kind': 'disputed', **worldviews.border_views(record.fields, 'disputed')}
        line = record.geometry.intersection(REGION_BOX)
        if name in UNDOF_LINES:
            yield line, {**disputed, 'name': UNDOF_LINES[name]}
            continue
        yield as_lines(joined(lines_of(line.difference(around_golan)))), {
            'kind': kind, 'name': name, **worldviews.border_views(record.fields, kind)}
        yield as_lines(joined(lines_of(line.intersection(around_golan)))), {**disputed, 'name': name}
    for name, shown in (('Syrian claim', 'Line claimed by Syria'), ('Lebanese claim', 'Line claimed by Lebanon')):
        yield as_lines(claimed_lines(claims, name)), {'kind': 'disputed', 'name': shown}


# Governorates and provinces

def pieces_of_syria(syria, provinces, border_lines):
    """Syria cut along its governorate lines and the eastern UNDOF line, which Natural Earth keeps apart."""
    cuts = [record.geometry for record in provinces if record.fields['adm0_name'] == 'Syria']
    cuts += [record.geometry for record in border_lines if record.fields['name'] == 'UNDOF']
    lines = [lengthened(line) for geometry in cuts for line in lines_of(geometry)]
    pieces = polygonize(union([syria.boundary, *lines]))
    return [piece for piece in pieces if piece.area > 1e-3 and piece.representative_point().within(syria)]


def piece_at(pieces, point):
    piece, = (piece for piece in pieces if piece.contains(Point(point)))
    return piece


def governorate_features(pieces, undof):
    """The 14 governorates. The area of separation is part of Quneitra's, which has its town in it."""
    for code, (name, name_ar, seat, point) in tables.GOVERNORATES.items():
        shape = piece_at(pieces, point)
        if code == 'SY-QU':
            shape = union([shape, undof])
        aka = tables.NAMES[seat][2] if seat else tables.RIF_DIMASHQ_ALIASES
        yield shape, {'name': name, 'name_ar': name_ar, 'iso': code, 'label': label_point(shape), 'aka': aka}


def province_features(provinces, border_lines):
    """Lines between provinces, one feature a country; stretches that only repeat a country's border are left out."""
    borders = union(record.geometry for record in border_lines).buffer(0.004)
    by_country = {}
    for record in provinces:
        line = record.geometry.intersection(REGION_BOX)
        if line.intersection(borders).length > 0.02:
            line = line.difference(borders)
        by_country.setdefault(record.fields['adm0_a3'], []).extend(lines_of(line))
    for code in sorted(by_country):
        if by_country[code]:
            yield as_lines(joined(by_country[code])), {'a3': code}


# Water

def lake_features(sources):
    """Natural Earth's lakes, and two of GSHHG's that it lacks."""
    for record in read(sources.natural_earth / 'physical/ne_10m_lakes.shp', REGION):
        yield polygons_of(record.geometry.intersection(REGION_BOX)), names.lake_names(record.fields)
    rings = [line.points for line in read_gshhg(sources.gshhg, 'gshhs', (36.4, 34.5, 37.7, 36.2)) if line.level == 2]
    lakes = [Polygon(ring) for ring in rings if len(ring) > 60]
    for name, name_ar, point in tables.GSHHG_LAKES:
        lake, = (lake for lake in lakes if lake.distance(Point(point)) < 0.03)
        yield lake.simplify(FINE_SHORE_TOLERANCE), {'name': name, 'name_ar': name_ar}


def river_features(sources, lakes):
    """Natural Earth's rivers, then what only WDBII has, each river in as few lines as its pieces allow.

    A river stops at a lake's shore: a line through the water would read as a second shore.
    """
    own, covered = natural_earth_rivers(sources)
    for line, properties in own + wdbii_rivers(sources, covered):
        yield as_lines(joined(lines_of(line.difference(lakes)))), properties


def natural_earth_rivers(sources):
    """Named rivers, and the ground near them, on which WDBII's pieces would only repeat them."""
    records = read(sources.natural_earth_4 / 'ne_10m_rivers_lake_centerlines.shp', REGION)
    by_name = {}
    for record in records:
        name = names.text_or_none(record.fields['name'])
        name = tables.RIVER_NAMES.get(name, names.ascii_name(name) if name else None)
        line = record.geometry
        if name == 'Jordan':
            line = line.difference(shapely.box(*tables.JORDAN_CUT))
        key = (int(record.fields['scalerank']), name or '')
        by_name.setdefault(key, []).extend(lines_of(line.intersection(REGION_BOX)))
    features = [
        (as_lines(joined(lines)), {'name': name or None, 'name_ar': arabic.RIVERS.get(name), 'rank': rank})
        for (rank, name), lines in sorted(by_name.items())
    ]
    return features, union(line for lines in by_name.values() for line in lines).buffer(0.06)


def wdbii_rivers(sources, covered):
    """The rivers of the table by name, and long unnamed ones that Natural Earth does not cover."""
    name_of = {str(piece): name for name, pieces in tables.WDBII_RIVERS.items() for piece in pieces}
    by_name = {'Jordan': [LineString(tables.HULA_CANAL)]}
    unnamed = []
    for piece in read_gshhg(sources.gshhg, 'rivers', (34.9, 31.9, 42.7, 37.7)):
        line = LineString(piece.points)
        if piece.id in name_of:
            by_name.setdefault(name_of[piece.id], []).append(line)
        elif line.intersection(covered).length < 0.6 * line.length:
            unnamed.append(line)
    features = [
        (as_lines([line.simplify(RIVER_TOLERANCE) for line in joined_across_gaps(by_name[name], 0.012)]),
         {'name': name, 'name_ar': arabic.RIVERS.get(name), 'rank': 6})
        for name in sorted(by_name)
    ]
    for line in joined_across_gaps(unnamed, 0.004):
        if line.length > 0.15:
            features.append((line.simplify(RIVER_TOLERANCE).intersection(REGION_BOX), {'rank': 8}))
    return features


# Roads

def road_features(towns):
    """Roads along the points of the table."""
    def point(stop):
        return stop if isinstance(stop, tuple) else (towns[stop]['longitude'], towns[stop]['latitude'])

    for ref, road_class, name, stops in tables.ROADS:
        yield LineString([point(stop) for stop in stops]), {'ref': ref, 'class': road_class, 'name': name}


# Places

def read_towns(sources):
    towns = json.loads(sources.geonames.read_text(encoding='utf-8')).values()
    return {town['geonameid']: town for town in towns}


def place_features(towns):
    """Towns of the region, the biggest first, without quarters and suburbs of a bigger one."""
    west, south, east, north = REGION
    seats = {seat for _, _, seat, _ in tables.GOVERNORATES.values()}
    inside = [
        town for town in towns.values()
        if west <= town['longitude'] <= east and south <= town['latitude'] <= north
        and town['geonameid'] not in tables.DUPLICATE_PLACES
        and (town['countrycode'] == 'SY' or town['population'] >= 20_000)
    ]
    inside.sort(key=lambda town: (-town['population'], town['geonameid']))
    return [place_feature(town, seats) for town in without_suburbs(inside)]


def without_suburbs(towns):
    """Drop a town within 6 km of a city with four times its people, and a namesake within 10 km.

    Towns with a name in the table stay: someone wanted them.
    """
    kept = []
    for town in towns:
        curated = town['geonameid'] in tables.NAMES
        if curated or not any(is_suburb(town, bigger) for bigger in kept):
            kept.append(town)
    return kept


def is_suburb(town, bigger):
    north = (town['latitude'] - bigger['latitude']) * 111.0
    east = (town['longitude'] - bigger['longitude']) * 111.0 * np.cos(np.radians(town['latitude']))
    distance = np.hypot(north, east)
    namesake = names.display_name(town['name']) == names.display_name(bigger['name'])
    return (distance < 6 and bigger['population'] >= 4 * town['population'] and bigger['population'] >= 50_000) or (
        distance < 10 and namesake)


def place_feature(town, seats):
    identifier = town['geonameid']
    shown, name_ar, first_aliases = tables.NAMES.get(identifier, (names.display_name(town['name']), None, []))
    return Point(town['longitude'], town['latitude']), {
        'name': shown,
        'name_ar': name_ar or names.arabic_name(town),
        'cc': town['countrycode'],
        'pop': town['population'] or None,
        'capital': identifier in tables.CAPITALS or None,
        'seat': identifier in seats or None,
        'aka': names.aliases(town, shown, first_aliases),
    }


def airfield_features(sources):
    """Airfields of Syria and Lebanon and the chosen ones beyond, by name."""
    features = []
    with open(sources.airports, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            icao, country = row['icao'], row['country']
            wanted = country in ('SY', 'LB') or icao in tables.NEIGHBOUR_AIRFIELDS
            if not wanted or icao in tables.DUPLICATE_AIRFIELDS:
                continue
            name, name_ar, aka = tables.AIRFIELD_NAMES.get(icao) or (names.ascii_name(row['name']), None, [])
            features.append((Point(float(row['lon']), float(row['lat'])), {
                'name': name, 'name_ar': name_ar, 'cc': country, 'kind': 'airfield', 'icao': icao, 'aka': aka or None,
            }))
    return sorted(features, key=lambda feature: feature[1]['name'])
