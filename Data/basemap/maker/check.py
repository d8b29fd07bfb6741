"""Check the files as they lie: format, validity, extent, and that what the program counts on is there."""

import json

import shapely
from shapely.geometry import Point, shape

from maker.shapes import REGION

PROPERTIES = {   # file -> properties that every feature has
    'land': (), 'land_fine': (), 'coast': (), 'coast_fine': (),
    'borders': ('kind',), 'countries': ('a3', 'name', 'label'), 'governorates': ('name', 'name_ar', 'iso', 'label'),
    'provinces': ('a3',), 'disputed': ('name', 'kind'), 'lakes': ('name',), 'rivers': ('rank',),
    'roads': ('class', 'name'), 'places': ('name', 'cc'),
    'world_land_110m': (), 'world_land_50m': (), 'world_borders_110m': (), 'world_borders_50m': (),
    'world_lakes_110m': (), 'world_lakes_50m': (), 'world_cities': ('name', 'pop', 'rank'),
    'world_labels': ('name', 'a3', 'rank'), 'world_countries': ('a3', 'name'),
}
KINDS = {'international', 'disputed', 'line_of_control', 'indefinite'}
REQUIRED_PLACES = (
    'Latakia Jableh Hmeimim Tartus Baniyas Homs Hassia Hama Damascus Aleppo Idlib Palmyra Raqqa Hasakah Qamishli '
    'Quneitra Daraa Suwayda Beirut Tripoli Jerusalem Amman Adana Antakya Gaziantep Mosul Nicosia'
).split() + ['Deir ez-Zor']
MOST_BYTES = 4_300_000


def run(folder):
    """Raise on the first fault; print a line when there is none."""
    layers = {name: load(folder / f'{name}.geojson', name) for name in PROPERTIES}
    for name, features in layers.items():
        for feature in features:
            check_feature(name, feature)
    check_borders(layers)
    check_countries(layers)
    check_places(layers['places'])
    check_roads_on_land(layers)
    total = sum((folder / f'{name}.geojson').stat().st_size for name in PROPERTIES)
    assert total <= MOST_BYTES, f'{total} bytes in all'
    print(f'base map: {len(layers)} files, {sum(map(len, layers.values()))} features, {total} bytes: no fault')


def load(path, name):
    text = path.read_text(encoding='utf-8')
    collection = json.loads(text)
    assert collection['type'] == 'FeatureCollection', name
    features = collection['features']
    assert features, f'{name}: empty'
    assert text.count('\n') == len(features) + 2, f'{name}: not one feature a line'
    return features


def check_feature(name, feature):
    label = f'{name}: {feature["properties"]}'
    for key in PROPERTIES[name]:
        assert key in feature['properties'], f'{label}: no {key}'
    geometry = shape(feature['geometry'])
    assert not geometry.is_empty, label
    world = name.startswith('world_')
    west, south, east, north = (-180, -90, 180, 90) if world else REGION
    bounds = geometry.bounds
    assert west <= bounds[0] and south <= bounds[1] and bounds[2] <= east and bounds[3] <= north, f'{label}: {bounds}'
    for point in shapely.get_coordinates(geometry).tolist():
        assert all(value == round(value, 2 if world else 4) for value in point), f'{label}: {point}'
    if geometry.geom_type.endswith('Polygon'):
        assert geometry.is_valid, f'{label}: {shapely.is_valid_reason(geometry)}'
        for polygon in getattr(geometry, 'geoms', [geometry]):
            assert polygon.exterior.is_ccw and not any(hole.is_ccw for hole in polygon.interiors), f'{label}: ring order'


def check_borders(layers):
    for name in ('borders', 'world_borders_50m', 'world_borders_110m'):
        kinds = {feature['properties'].get('kind', 'international') for feature in layers[name]}
        assert kinds <= KINDS and 'disputed' in kinds, f'{name}: {kinds}'


def check_countries(layers):
    """The Golan is Syria's and occupied; a point in each capital is in its country."""
    assert len(layers['governorates']) == 14
    assert countries_at(layers['countries'], (35.70, 32.99)) == [('SYR', 'occupied')]
    for layer in ('countries', 'world_countries'):
        assert countries_at(layers[layer], (36.2913, 33.5102)) == [('SYR', None)], layer
        assert countries_at(layers[layer], (35.2163, 32.70)) == [('ISR', None)], layer
        assert countries_at(layers[layer], (36.1572, 36.2066)) == [('TUR', None)], layer
    world = layers['world_countries']
    assert countries_at(world, (35.75, 33.0)) == [('SYR', 'occupied')]
    assert countries_at(world, (34.1, 45.2)) == [('UKR', 'occupied')]
    assert countries_at(world, (37.6, 55.75)) == [('RUS', None)]
    assert countries_at(world, (-170, -85)) == [('ATA', None)]


def countries_at(features, point):
    return [
        (feature['properties']['a3'], feature['properties'].get('status'))
        for feature in features if shape(feature['geometry']).contains(Point(point))
    ]


def check_places(places):
    by_name = {}
    for feature in places:
        by_name.setdefault(feature['properties']['name'], []).append(feature['properties'])
        assert feature['properties']['name'].isascii(), feature['properties']
    for name in REQUIRED_PLACES:
        assert len(by_name.get(name, [])) == 1, f'{name}: {by_name.get(name)}'
    populations = [feature['properties'].get('pop', 0) for feature in places]
    assert populations == sorted(populations, reverse=True), 'places are not by population'
    assert by_name['Hmeimim'][0]['icao'] == 'OSLK'
    assert sum(feature['properties'].get('seat', False) for feature in places) == 13
    assert sum(feature['properties'].get('capital', False) for feature in places) == 6


def check_roads_on_land(layers):
    """No road runs in the sea of the fine shore, at any point."""
    land = shapely.union_all([shape(feature['geometry']) for feature in layers['land_fine']])
    for feature in layers['roads']:
        wet = shape(feature['geometry']).difference(land)
        assert wet.length == 0, f'{feature["properties"]["name"]}: in the sea at {wet.bounds}'
