"""Spellings of towns beside those that the map writes: as their own countries and other languages have them. For looking names up alone."""

import json
import unicodedata

from shapely.geometry import Point

from maker import tables

DECIMALS = 3
MOST = 4
NEAR = 0.3   # degrees: the same town in two files

# The letters beside those of English that a country's own spellings have.
LETTERS = {
    'DE AT CH LI LU': 'äöüß', 'FR BE SN ML NE BF CI TD CM CD CG MG': 'àâçéèêëîïôùûüœ', 'IT': 'àèéìòù',
    'ES MX AR CL CO PE VE EC BO PY UY CR PA GT HN NI SV CU DO': 'áéíóúüñ', 'PT BR AO MZ': 'áâãàçéêíóôõú', 'PL': 'ąćęłńóśźż',
    'CZ SK': 'áčďéěíňóřšťúůýžľĺôä', 'HU': 'áéíóöőúüű', 'RO MD': 'ăâîșțşţ', 'TR AZ': 'çğıöşüə', 'SE FI NO DK IS EE': 'åäöæøõ',
    'HR SI BA RS ME LT LV': 'čćđšžėūā', 'GR CY': 'αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊΐς',
    'RU UA BY BG KZ KG TJ UZ TM RS MK': 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџё',
    'SY IQ LB JO PS SA YE OM AE QA BH KW EG SD LY TN DZ MA MR IR AF PK': 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکی',
}
BY_COUNTRY = {}
for countries, letters in LETTERS.items():
    for country in countries.split():
        BY_COUNTRY[country] = BY_COUNTRY.get(country, '') + letters


def fold(name):
    """The name as a lookup compares it, nearly: without case, marks and signs."""
    plain = name.lower().replace('ß', 'ss').replace('ı', 'i').replace('ø', 'o').replace('ł', 'l').replace('đ', 'd')
    return ''.join(letter for letter in unicodedata.normalize('NFKD', plain) if letter.isalnum())


def is_native(name, country):
    strange = {letter for letter in name.lower() if letter.isalpha() and not 'a' <= letter <= 'z'}
    return bool(strange) and strange <= set(BY_COUNTRY.get(country, ''))


def write_layer(sources, writer):
    """Reads the towns that the other layers have, so it comes behind them."""
    by_country = {}
    for town in json.loads(sources.geonames.read_text(encoding='utf-8')).values():
        by_country.setdefault(town['countrycode'], []).append(town)
    features = []
    for layer in ('places', 'world_places', 'world_towns'):
        for feature in json.loads((writer.folder / f'{layer}.geojson').read_text(encoding='utf-8'))['features']:
            features += spelled(feature, by_country)
    writer.write('world_town_names', features, DECIMALS)


def spelled(feature, by_country):
    properties, place = feature['properties'], feature['geometry']['coordinates']
    name, country = properties['name'], properties.get('cc')
    if properties.get('kind') == 'airfield' or country is None:
        return
    known = {fold(spelling) for spelling in [name, properties.get('name_ar', ''), *properties.get('aka', [])]}
    town = same_town(name, place, by_country.get(country, []))
    native = [] if town is None else [town['name']] + [
        spelling for spelling in town['alternatenames'] if is_native(spelling, country)]
    found = {}
    for spelling in [*tables.TOWN_NAMES.get((name, country), '').split(', '), *native]:
        key = fold(spelling)
        if len(key) > 2 and key not in known and key not in found and len(found) < MOST + 4:
            found[key] = spelling
    if found:
        yield Point(place), {'name': name, 'cc': country, 'aka': list(found.values())}


def same_town(name, place, towns):
    """The largest town of the name, in any spelling, that is near."""
    key = fold(name)
    near = [
        town for town in towns
        if abs(town['latitude'] - place[1]) < NEAR and abs(town['longitude'] - place[0]) < NEAR
        and (fold(town['name']) == key or any(fold(spelling) == key for spelling in town['alternatenames']))]
    return max(near, key=lambda town: town['population'], default=None)
