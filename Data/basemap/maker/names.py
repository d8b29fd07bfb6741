"""Pick names out of GeoNames: one short ASCII name to show, one Arabic name, and a few other spellings."""

import difflib
import re
import unicodedata

from maker import tables

ARABIC = re.compile(r'^[\u0621-\u063a\u0641-\u064a ]{3,}$')
LATIN = re.compile(r"^[A-Z][A-Za-z' -]{2,24}$")
ARTICLE = re.compile(r"\b([Aa][lnrstdz]|[Aa]sh|[Aa]th|[Aa]dh) ")
QUOTES = dict.fromkeys(map(ord, '‘’ʻʿʾ`'), "'")
DOTLESS = {ord('ı'): 'i', ord('ø'): 'o', ord('đ'): 'd', ord('ł'): 'l', ord('ß'): 'ss', ord('æ'): 'ae', ord('ə'): 'a'}
MOST_ALIASES = 6
WORLD_KNOWN = 25    # with more alternate names than this, they are a hundred languages' and not transliterations


def text_or_none(value):
    """The text without blanks around it, or None for every way in which the sources say nothing."""
    if value is None:
        return None
    text = str(value).strip()
    return None if text in ('', 'nan', 'None', '-99') else text


def lake_names(fields):
    """The names of one of Natural Earth's lakes, as a map prints them, with `name_ar`."""
    bare = ascii_name(text_or_none(fields['name_en']) or '')
    name = tables.LAKE_NAMES.get(bare) or ascii_name(text_or_none(fields['name']) or bare) or None
    return {'name': name, 'name_ar': tables.LAKE_NAMES_AR.get(name) or text_or_none(fields['name_ar'])}


def ascii_name(name):
    """The name without marks: the map's default look is ASCII, and the original is one alias away."""
    plain = name.translate(QUOTES).translate(DOTLESS)
    decomposed = unicodedata.normalize('NFKD', plain)
    return ''.join(mark for mark in decomposed if ord(mark) < 128)


def display_name(name):
    """ASCII, without the quotes that stand for letters of Arabic, the article joined by a hyphen."""
    return ARTICLE.sub(r'\1-', ascii_name(name).replace("'", '').strip())


def arabic_name(town):
    """An Arabic spelling from the alternate names; one with the article where the Latin name has it."""
    candidates = [name for name in town['alternatenames'] if ARABIC.match(name)]
    if ARTICLE.match(ascii_name(town['name'])):   # at the start of the name
        candidates = [name for name in candidates if name.startswith('ال')] or candidates
    return candidates[0] if candidates else None


def aliases(town, shown, first=()):
    """Up to six other Latin spellings: those given first, then GeoNames' nearest to the name shown.

    GeoNames does not say the language of a spelling. Of a town that the world knows only those given are taken.
    """
    def key(name):
        return re.sub('[^a-z]', '', name.lower())

    def likeness(name):
        return -difflib.SequenceMatcher(None, key(name), key(shown)).ratio(), name

    spellings = {ascii_name(name).strip() for name in town['alternatenames'] if not ARABIC.match(name)}
    spellings = sorted((name for name in spellings if LATIN.match(name) and ' - ' not in name and not name.isupper()), key=likeness)
    if len(town['alternatenames']) > WORLD_KNOWN:
        spellings = []
    chosen, seen = [], {key(shown)}
    for name in [*first, display_name(town['name']), *spellings]:
        if key(name) and key(name) not in seen:
            seen.add(key(name))
            chosen.append(name)
    return chosen[:MOST_ALIASES] or None
