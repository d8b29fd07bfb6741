"""The coarse layers of the whole world. Two decimals: a hundredth of a degree is below a dot at these zooms."""

import itertools

import shapely
from shapely.geometry import LineString, Point

from maker import arabic, names, tables, worldviews
from maker.region import BORDER_KINDS, GOLAN_NAME, country_code
from maker.shapes import joined, lines_of, parts, polygons_of, read, union

DECIMALS = 2
COUNTRY_TOLERANCE = 0.06          # degrees; shared edges stay shared
CLAIM_TOLERANCE = 0.03            # degrees: they come from a finer scale
NAME_FIELDS = ('name', 'name_long', 'formal_en', 'name_ciawf', 'name_alt') + tuple(
    f'name_{language}' for language in 'ar de en es fa fr it nl pl pt ru tr uk'.split())
WHOLE = shapely.box(-180, -90, 180, 90)
GOLAN_BOX = shapely.box(35.6, 32.69, 36.0, 33.5)
CRIMEA_BOX = shapely.box(32.4, 44.3, 36.7, 46.3)
CRIMEA_NAME = 'Crimea (Russian-occupied)'


def write_layers(sources, writer, golan):
    for scale in ('110m', '50m'):
        writer.write(f'world_land_{scale}', land_features(sources, scale), DECIMALS)
        writer.write(f'world_borders_{scale}', border_features(sources, scale), DECIMALS)
        writer.write(f'world_lakes_{scale}', lake_features(sources, scale), DECIMALS)
    countries = read(sources.natural_earth / 'cultural/ne_50m_admin_0_countries.shp')
    writer.write('world_countries', country_features(countries, golan), DECIMALS)
    writer.write('world_labels', label_features(countries), DECIMALS)
    writer.write('world_country_names', name_features(countries), DECIMALS)
    writer.write('world_cities', city_features(sources, countries), DECIMALS)


def land_features(sources, scale):
    """Land, already split at the antimeridian. Natural Earth's coordinates stray past 180 by rounding: clip."""
    for record in read(sources.natural_earth / f'physical/ne_{scale}_land.shp'):
        yield polygons_of(shapely.make_valid(record.geometry).intersection(WHOLE)), {}


def border_features(sources, scale):
    """Land borders; a kind only where it is not an international border, which nearly all are."""
    yield from bordering(read(sources.natural_earth / f'cultural/ne_{scale}_admin_0_boundary_lines_land.shp'))
    if scale != '110m':   # on the smallest maps they are dots
        for line, properties in worldviews.claim_features(read(sources.claims, layer='disputed_borders')):
            yield line.simplify(CLAIM_TOLERANCE), properties


def bordering(records):
    """Borders as lines that are as long as they can be, with all that is told of them."""
    by_kind, views_of = {}, {}
    for record in records:
        kind = BORDER_KINDS.get(record.fields['featurecla'])
        if GOLAN_BOX.contains(record.geometry):
            kind = 'disputed'   # the line of 1974, as in the region's layer
        if kind is None:
            continue
        lines = lines_of(record.geometry)
        by_kind.setdefault(kind, []).extend(lines)
        views = worldviews.border_views(record.fields, kind)
        views_of.update((edge(pair), views) for line in lines for pair in pairs(line))
    for kind, lines in sorted(by_kind.items()):
        for line in joined(lines):
            # Joined first, so that a line is cut only where views of it begin or end.
            for views, run in itertools.groupby(pairs(line), key=lambda pair: views_of[edge(pair)]):
                run = list(run)
                points = [run[0][0], *(end for _, end in run)]
                yield LineString(points), {'kind': None if kind == 'international' else kind, **views}


def pairs(line):
    """Neighbouring points along a line."""
    points = list(line.coords)
    return list(zip(points, points[1:]))


def edge(pair):
    """Two points, in whichever order a line has them."""
    return tuple(sorted(pair))


def lake_features(sources, scale):
    for record in read(sources.natural_earth / f'physical/ne_{scale}_lakes.shp'):
        if record.fields['name_en'] not in tables.DRAINED_LAKES:
            yield record.geometry, names.lake_names(record.fields)


def country_features(countries, golan):
    """Which country a point is in."""
    shapes, properties = with_occupied(countries, golan)
    simplified = shapely.coverage_simplify(shapes, COUNTRY_TOLERANCE)
    return sorted(zip(simplified, properties), key=lambda feature: (feature[1]['a3'], feature[1]['name']))


def with_occupied(countries, golan):
    """Shapes and properties of the countries. The Golan and Crimea are on their own, with their status."""
    shapes, properties = [], []
    for record in countries:
        shape = record.geometry
        if record.fields['adm0_a3'] == 'ISR':
            shapes.append(polygons_of(shape.intersection(golan)))
            properties.append({'a3': 'SYR', 'name': GOLAN_NAME, 'status': 'occupied'})
            shape = polygons_of(shape.difference(golan))
        if record.fields['adm0_a3'] == 'RUS':
            crimea = polygons_of(union(part for part in parts(shape) if CRIMEA_BOX.contains(part)))
            shapes.append(crimea)
            properties.append({'a3': 'UKR', 'name': CRIMEA_NAME, 'status': 'occupied'})
            shape = polygons_of(shape.difference(crimea))
        shapes.append(shape)
        properties.append({'a3': country_code(record.fields), 'name': names.ascii_name(record.fields['name'])})
    return shapes, properties


def label_features(countries):
    """Where to write a country's name; rank 1 before rank 2."""
    features = [
        (Point(record.fields['label_x'], record.fields['label_y']), {
            'name': names.ascii_name(record.fields['name']),
            'name_ar': names.text_or_none(record.fields['name_ar']),
            'a3': country_code(record.fields),
            'rank': int(record.fields['labelrank']),
            **worldviews.name_views(record.fields),
        })
        for record in countries
    ]
    return sorted(features, key=lambda feature: (feature[1]['rank'], feature[1]['a3']))


def name_features(countries):
    """The names and codes of countries, for names that files of events have; at the point where the map writes the name."""
    features = []
    for record in countries:
        fields = record.fields
        codes = [names.text_or_none(fields[key]) for key in ('iso_a2_eh', 'iso_a3_eh', 'adm0_a3')]
        spellings = [names.text_or_none(fields[key]) for key in NAME_FIELDS]
        spellings += tables.COUNTRY_NAMES.get(country_code(fields), ())
        name = names.ascii_name(fields['name_en'])
        known = [spelling for spelling in dict.fromkeys(spellings) if spelling and spelling != name]
        features.append((Point(fields['label_x'], fields['label_y']), {
            'name': tables.COUNTRY_SHORT.get(country_code(fields), name),
            'code': codes[0] or country_code(fields),
            'codes': [code for code in dict.fromkeys(codes) if code],
            'aka': known,
        }))
    return sorted(features, key=lambda feature: feature[1]['code'])


def city_features(sources, countries):
    """Capitals and great cities. The country code is looked up: Natural Earth 4.1 gives Senegal's cities San Marino's."""
    country_codes = {record.fields['adm0_a3']: names.text_or_none(record.fields['iso_a2_eh']) for record in countries}
    features = []
    for record in read(sources.natural_earth_4 / 'ne_10m_populated_places_simple.shp'):
        fields = record.fields
        capital = bool(fields['adm0cap'] == 1) or (fields['nameascii'], fields['adm0_a3']) in tables.LATER_CAPITALS
        if fields['scalerank'] > 3 and not capital:
            continue
        name = names.ascii_name(fields['nameascii'] or fields['name'])
        name = tables.CITY_NAMES.get(name, name)
        code = country_codes.get(fields['adm0_a3']) or names.text_or_none(fields['iso_a2'])
        features.append((record.geometry, {
            'name': name,
            'name_ar': arabic.city(name, code),
            'cc': code,
            'capital': capital or None,
            'pop': int(fields['pop_max']),
            'rank': int(fields['scalerank']),
        }))
    return sorted(features, key=lambda feature: (feature[1]['rank'], -feature[1]['pop'], feature[1]['name']))
