"""Check the files as they lie: format, validity, extent, and that what the program counts on is there."""

import json

import shapely
from shapely.geometry import Point, shape

from maker import worldviews
from maker.shapes import REGION

PROPERTIES = {   # file -> properties that every feature has
    'land': (), 'land_fine': (), 'coast': (), 'coast_fine': (),
    'borders': ('kind',), 'countries': ('a3', 'name', 'label'), 'governorates': ('name', 'name_ar', 'iso', 'label'),
    'provinces': ('a3',), 'disputed': ('name', 'kind'), 'lakes': ('name',), 'rivers': ('rank',),
    'roads': ('class', 'name'), 'places': ('name', 'cc'),
    'world_land_110m': (), 'world_land_50m': (), 'world_borders_110m': (), 'world_borders_50m': (),
    'world_lakes_110m': (), 'world_lakes_50m': (), 'world_cities': ('name', 'pop', 'rank'),
    'world_labels': ('name', 'a3', 'rank'), 'world_town_names': ('name', 'cc', 'aka'), 'world_country_names': ('name', 'code', 'codes', 'aka'), 'world_countries': ('a3', 'name'),
    'world_land_10m': (), 'world_borders_10m': (), 'world_lakes_10m': (), 'world_rivers_10m': ('rank',),
    'world_countries_10m': ('a3', 'name'), 'world_places': ('name', 'cc'), 'world_towns': ('name', 'cc', 'pop'),
    'seas': ('name', 'name_ar', 'kind', 'rank'),
}
KINDS = {'international', 'disputed', 'line_of_control', 'indefinite', 'claim'}
VIEWS = set(worldviews.COLUMNS.values())
REQUIRED_PLACES = (
    'Latakia Jableh Hmeimim Tartus Baniyas Homs Hassia Hama Damascus Aleppo Idlib Palmyra Raqqa Hasakah Qamishli '
    'Quneitra Daraa Suwayda Beirut Tripoli Jerusalem Amman Adana Antakya Gaziantep Mosul Nicosia'
).split() + ['Deir ez-Zor']
REQUIRED_SEAS = {
    'Mediterranean Sea', 'Red Sea', 'Black Sea', 'Persian Gulf', 'Caspian Sea', 'Gulf of Aqaba', 'Gulf of Suez',
    'Sea of Marmara', 'Arabian Sea', 'Atlantic Ocean', 'Pacific Ocean', 'Indian Ocean',
}
# What people type, in English-language reporting and in Arabic -> the one place that it means.
SPELLINGS = {
    'Hassia': 'Hisyah, Hasya, حسياء', 'Latakia': 'Lattakia, Al-Ladhiqiyah, Ladhiqiyah, Lattaquie, اللاذقية',
    'Deir ez-Zor': 'Deir ez-Zor, Deir Ezzor, Dayr az-Zawr, Deir al-Zour', 'Hasakah': 'Hasaka, Al-Hasakah, Hassakeh',
    'Hmeimim': 'Khmeimim, Humaymim, Hmeymim, حميميم', 'Tartus': 'Tartous, طرطوس',
    'Suwayda': 'Sweida, As-Suwayda, Suweida, Sweda', 'Daraa': "Deraa, Dar'a, درعا",
    'Qamishli': 'Kamishli, Qamishlo, Al-Qamishli', 'Raqqa': 'Ar-Raqqah, Raqqah, Rakka',
    'Manbij': 'Menbij, Manbej, منبج', 'Jableh': 'Jabla, Jablah, Jebleh, جبلة', 'Homs': 'Hims, حمص',
    'Hama': 'Hamah, حماة', 'Aleppo': 'Halab, حلب', 'Damascus': 'Dimashq, دمشق', 'Idlib': 'Idleb, Edlib, إدلب',
    'Palmyra': 'Tadmur, Tadmor, تدمر', 'Quneitra': 'Qunaitira, Al-Qunaytirah, القنيطرة',
    'Kobani': 'Kobane, Ayn al-Arab', 'Al-Bukamal': 'Abu Kamal, Albu Kamal', 'Baniyas': 'Banias, Banyas',
    'Afrin': 'Efrin', 'Mayadin': 'Mayadeen', 'Khan Shaykhun': 'Khan Sheikhoun', 'Saraqib': 'Saraqeb',
    'Tell Abyad': 'Tal Abyad, Tel Abyad', 'Ras al-Ayn': 'Ras al-Ain, Serekaniye', 'Qardaha': 'Al-Qardahah, Kardaha',
    'Malikiyah': 'Derik', 'Al-Hawl': 'Al-Hol', 'Qusayr': 'Al-Qusayr, Qusair', 'Zabadani': 'Az-Zabadani',
    'Safita': 'Safitha', 'Masyaf': 'Misyaf, Masyaaf', 'Tell Tamer': 'Tal Tamr, Tel Tamr',
    'Maarat al-Numan': 'Maaret al-Numan, Maarrat an-Numan', 'Jisr al-Shughur': 'Jisr al-Shughour, Jisr ash-Shughur',
}
MOST_BYTES = 14_000_000
CLOSE = ('world_places', 'world_towns', 'world_town_names')   # three decimals


def run(folder):
    """Raise on the first fault; print a line when there is none."""
    layers = {name: load(folder / f'{name}.geojson', name) for name in PROPERTIES}
    for name, features in layers.items():
        for feature in features:
            check_feature(name, feature)
    check_borders(layers)
    check_countries(layers)
    check_places(layers['places'])
    check_spellings(layers)
    check_world_places(layers)
    check_seas(layers)
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
    world = name.startswith('world_') or name == 'seas'
    decimals = 4 if not world else 3 if name.endswith('10m') or name in CLOSE else 2
    west, south, east, north = (-180, -90, 180, 90) if world else REGION
    bounds = geometry.bounds
    assert west <= bounds[0] and south <= bounds[1] and bounds[2] <= east and bounds[3] <= north, f'{label}: {bounds}'
    for point in shapely.get_coordinates(geometry).tolist():
        assert all(value == round(value, decimals) for value in point), f'{label}: {point}'
    if geometry.geom_type.endswith('Polygon'):
        assert geometry.is_valid, f'{label}: {shapely.is_valid_reason(geometry)}'
        for polygon in getattr(geometry, 'geoms', [geometry]):
            assert polygon.exterior.is_ccw and not any(hole.is_ccw for hole in polygon.interiors), f'{label}: ring order'


def check_borders(layers):
    for name in ('borders', 'world_borders_10m', 'world_borders_50m', 'world_borders_110m'):
        kinds = {feature['properties'].get('kind', 'international') for feature in layers[name]}
        assert kinds <= KINDS and 'disputed' in kinds, f'{name}: {kinds}'
        check_views(name, layers[name], {'as_international', 'as_disputed', 'as_none'})
    for name in ('countries', 'world_labels'):
        check_views(name, layers[name], {'as_none'})


def check_views(name, features, keys):
    """A view draws a line in one way, and otherwise than the map does by itself."""
    for feature in features:
        properties = feature['properties']
        found = {key: properties[key].split() for key in properties if key.startswith('as_')}
        views = [view for key in found for view in found[key]]
        assert found.keys() <= keys and set(views) <= VIEWS, f'{name}: {properties}'
        assert len(set(views)) == len(views), f'{name}: {properties}'
        if 'kind' in PROPERTIES[name] or name.startswith('world_borders'):
            kind = properties.get('kind', 'international')
            by_itself = {'international': 'as_international', 'claim': 'as_none'}.get(kind, 'as_disputed')
            assert by_itself not in found, f'{name}: {properties}'


def check_countries(layers):
    """The Golan is Syria's and occupied; a point in each capital is in its country."""
    assert len(layers['governorates']) == 14
    assert countries_at(layers['countries'], (35.70, 32.99)) == [('SYR', 'occupied')]
    for layer in ('countries', 'world_countries', 'world_countries_10m'):
        assert countries_at(layers[layer], (36.2913, 33.5102)) == [('SYR', None)], layer
        assert countries_at(layers[layer], (35.2163, 32.70)) == [('ISR', None)], layer
        assert countries_at(layers[layer], (36.1572, 36.2066)) == [('TUR', None)], layer
    for layer in ('world_countries', 'world_countries_10m'):
        world = layers[layer]
        assert countries_at(world, (35.75, 33.0)) == [('SYR', 'occupied')], layer
        assert countries_at(world, (34.1, 45.2)) == [('UKR', 'occupied')], layer
        assert countries_at(world, (37.6, 55.75)) == [('RUS', None)], layer
        assert countries_at(world, (-170, -85)) == [('ATA', None)], layer
        assert countries_at(world, (121.5, 25.0)) == [('TWN', None)], layer
        assert countries_at(world, (20.9, 42.6)) == [('XKX', None)] or countries_at(world, (20.9, 42.6)) == [('KOS', None)], layer


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


def check_spellings(layers):
    """Each spelling finds its place among the names of the region, and none finds two that are far apart."""
    found = {}
    for feature in layers['places']:
        properties = feature['properties']
        for spelling in (properties['name'], properties.get('name_ar', ''), *properties.get('aka', [])):
            found.setdefault(letters(spelling), set()).add(properties['name'])
    for name, spellings in SPELLINGS.items():
        for spelling in spellings.split(', '):
            places = found.get(letters(spelling))
            assert places == {name}, f'{name}: {spelling} finds {places}'
    for feature in layers['governorates']:
        assert feature['properties'].get('aka'), feature['properties']['name']


def letters(spelling):
    """What a search compares: letters alone, small ones."""
    return ''.join(letter for letter in spelling.lower() if letter.isalpha())


def check_world_places(layers):
    """Every capital has an Arabic name, and stands in both files; both are the biggest or most important first."""
    for name in ('world_cities', 'world_places', 'world_towns'):
        for feature in layers[name]:
            properties = feature['properties']
            assert properties['name'].isascii(), properties
            assert not properties.get('capital') or properties.get('name_ar'), f'{name}: no Arabic name for {properties}'
    for name in ('world_places', 'world_towns'):
        populations = [feature['properties'].get('pop', 0) for feature in layers[name]]
        assert populations == sorted(populations, reverse=True), f'{name} is not by population'
    capitals = sum(feature['properties'].get('capital', False) for feature in layers['world_places'])
    assert capitals >= 190, f'{capitals} capitals'


def check_seas(layers):
    """The names that a map of the region needs are there, and none of them lies on the closest land."""
    seas = layers['seas']
    assert REQUIRED_SEAS <= {feature['properties']['name'] for feature in seas}
    assert {feature['properties']['kind'] for feature in seas} == {'sea', 'ocean'}
    for layer in ('world_land_10m', 'land_fine'):
        land = shapely.union_all([shape(feature['geometry']) for feature in layers[layer]])
        for feature in seas:
            assert not land.contains(shape(feature['geometry'])), f'{feature["properties"]["name"]}: on {layer}'


def check_roads_on_land(layers):
    """No road runs in the sea of the fine shore, at any point."""
    land = shapely.union_all([shape(feature['geometry']) for feature in layers['land_fine']])
    for feature in layers['roads']:
        wet = shape(feature['geometry']).difference(land)
        assert wet.length == 0, f'{feature["properties"]["name"]}: in the sea at {wet.bounds}'
