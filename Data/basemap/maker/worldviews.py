"""How countries and the ISO see contested borders and names: the FCLASS columns of Natural Earth 5, in few words.

A border or name has one of `as_international`, `as_disputed` and `as_none` only where a view draws it otherwise than the map
does by itself. The value is the list of these views, as `--worldview` calls them, with a space between two.
"""

from maker import names, tables
from maker.shapes import joined, lines_of

# Column of Natural Earth -> the word of `--worldview`: ISO's code of the country, in small letters.
COLUMNS = {
    f'fclass_{column}': {'ko': 'kr'}.get(column, column)
    for column in (
        'iso us fr ru es cn tw in np pk de gb br il ps sa eg ma pt ar jp ko vn tr id pl gr it nl se bd ua'
    ).split()
}
# A view's class of a border -> how it is drawn. A border between provinces or parts of a country is no border of countries.
BORDER_CLASSES = {
    'International boundary (verify)': 'international',
    'Disputed (please verify)': 'disputed',
    'Line of control (please verify)': 'disputed',
    'Indefinite (please verify)': 'disputed',
    'Indeterminant frontier': 'disputed',
    'Claim boundary': 'disputed',
    'Overlay limit': 'disputed',
    'Unrecognized': 'none',
    'Admin-1 boundary': 'none',
    'Map unit boundary': 'none',
}
# A view's class of a country in which the country has no name of its own on the map. All other classes leave the name.
NAMELESS_CLASSES = {'Unrecognized', 'Admin-1 region', 'Admin-1 states provinces'}


def border_views(fields, kind):
    """The views that draw a border otherwise than `kind` says, by how they draw it."""
    by_itself = 'international' if kind == 'international' else 'disputed'
    return as_properties(
        (view, BORDER_CLASSES[own]) for view, own in own_classes(fields) if BORDER_CLASSES[own] != by_itself)


def name_views(fields):
    """The views in which a country has no name of its own on the map."""
    faults = tables.FAULTY_COUNTRY_CLASSES
    return as_properties(
        (view, 'none') for view, own in own_classes(fields)
        if own in NAMELESS_CLASSES and (fields['adm0_a3'], view) not in faults)


def own_classes(fields):
    """The views that have a class of their own, and that class. An empty column is the class of `featurecla`."""
    for column, view in COLUMNS.items():
        own = names.text_or_none(fields[column])
        if own is not None:
            yield view, own


def as_properties(drawn):
    """Pairs of a view and how it draws, as the properties of a feature."""
    views = {}
    for view, how in drawn:
        views.setdefault(f'as_{how}', []).append(view)
    return {key: ' '.join(sorted(found)) for key, found in sorted(views.items())}


def claim_features(claims):
    """Lines of Natural Earth 4.1 that its borders do not have: lines of breakaway areas, and claims that only one view draws.

    That source says who claims, and nothing of how maps draw it: the lines are broken wherever they are drawn.
    """
    breakaway, claimed = [], {}
    for record in claims:
        name = record.fields['name']
        if name in tables.BREAKAWAY_LINES:
            breakaway += lines_of(record.geometry)
        elif name in tables.CLAIMS_OF_VIEWS:
            claimed.setdefault(tables.CLAIMS_OF_VIEWS[name], []).extend(lines_of(record.geometry))
    for line in joined(breakaway):
        yield line, {'kind': 'disputed'}
    for view, lines in sorted(claimed.items()):
        for line in joined(lines):
            yield line, {'kind': 'claim', 'as_disputed': view}
