"""Names of oceans, seas, gulfs and straits: no package holds them, so they are a table.

The positions are where atlases commonly print the names, put down by hand. The first point of a name is its own; the
others repeat it for views that do not show the first. A point on land stops the maker.
"""

import shapely
from shapely.geometry import Point

from maker.shapes import read, union

# name, Arabic name, rank of the first point, other names, points (lon, lat)
OCEANS = [
    ('Pacific Ocean', 'المحيط الهادئ', 1, [], [(-160, 5), (170, 5), (-130, 20), (-150, 35), (160, 30), (-120, -20), (-165, -30), (-140, 50), (178, 45), (150, 15), (-90, -5), (-100, -40), (-155, 15)]),
    ('Atlantic Ocean', 'المحيط الأطلسي', 1, [], [(-35, 25), (-20, -20), (-45, 45), (-20, 45), (-55, 30), (-25, 5), (-5, -35), (-35, -40), (-70, 32), (-22, 15), (-12, 33), (-20, 55), (0, -10), (9, -20)]),
    ('Indian Ocean', 'المحيط الهندي', 1, [], [(78, -20), (70, -35), (95, -10), (60, -5), (105, -25), (55, -28), (48, -3), (90, -40)]),
    ('Southern Ocean', 'المحيط المتجمد الجنوبي', 1, [], [(100, -62), (0, -62), (-90, -63), (160, -62), (-150, -62), (50, -62)]),
    ('Arctic Ocean', 'المحيط المتجمد الشمالي', 1, [], [(0, 83), (-150, 78), (150, 80), (-60, 85), (90, 84)]),
]
SEAS = [
    # Around the Mediterranean, the Black Sea and the Caspian.
    ('Mediterranean Sea', 'البحر المتوسط', 2, [], [(18, 35), (34.2, 34.4), (30, 33.2), (27, 33.8), (5, 38.5), (33.6, 32.6), (32.6, 33.7), (35.0, 35.3), (15, 33.5), (22, 34), (34.0, 31.9), (8, 41.8), (0.5, 36.8), (34.9, 33.6), (35.5, 36.2), (34.7, 36.1), (35.4, 34.6), (29, 35.4)]),
    ('Black Sea', 'البحر الأسود', 3, [], [(34, 43.2), (31, 44.5), (38, 42.5), (30, 42.3)]),
    ('Caspian Sea', 'بحر قزوين', 3, [], [(50.7, 41.5), (51, 38.5), (49.5, 44)]),
    ('Sea of Azov', 'بحر آزوف', 5, [], [(36.6, 46.1)]),
    ('Sea of Marmara', 'بحر مرمرة', 6, [], [(28.1, 40.75)]),
    ('Aegean Sea', 'بحر إيجة', 5, [], [(25, 39), (25.3, 36.9)]),
    ('Adriatic Sea', 'البحر الأدرياتيكي', 5, [], [(15.5, 43), (18, 41.7), (13.2, 44.5)]),
    ('Ionian Sea', 'البحر الأيوني', 5, [], [(19, 37.8), (17.5, 38.8)]),
    ('Tyrrhenian Sea', 'البحر التيراني', 5, [], [(12, 39.8)]),
    ('Ligurian Sea', 'البحر الليغوري', 6, [], [(9, 43.6)]),
    ('Alboran Sea', 'بحر البوران', 6, [], [(-3.2, 36)]),
    ('Sea of Crete', 'بحر كريت', 6, [], [(25, 35.8)]),
    ('Bosporus', 'البوسفور', 9, ['Bosphorus'], [(29.2, 41.28)]),
    ('Dardanelles', 'الدردنيل', 9, ['Canakkale Strait'], [(26.05, 40.0)]),
    ('Kerch Strait', 'مضيق كيرتش', 8, [], [(36.5, 45.0)]),
    ('Strait of Gibraltar', 'مضيق جبل طارق', 7, [], [(-5.65, 35.95)]),
    ('Gulf of Sidra', 'خليج سرت', 6, ['Gulf of Sirte'], [(18.3, 31.4)]),
    ('Gulf of Gabes', 'خليج قابس', 7, [], [(10.7, 34.1)]),
    ('Gulf of Antalya', 'خليج أنطاليا', 7, [], [(31.0, 36.55)]),
    ('Gulf of Iskenderun', 'خليج إسكندرون', 8, [], [(35.75, 36.62)]),
    # Around Arabia.
    ('Red Sea', 'البحر الأحمر', 3, [], [(38, 20), (35.5, 25.5), (41, 16.3), (34.4, 27.3), (36.8, 23)]),
    ('Gulf of Suez', 'خليج السويس', 6, [], [(33.15, 28.6), (33.4, 28.2), (32.8, 29.2)]),
    ('Gulf of Aqaba', 'خليج العقبة', 6, ['Gulf of Eilat'], [(34.7, 28.7), (34.8, 29.1)]),
    ('Persian Gulf', 'الخليج العربي', 3, ['Arabian Gulf', 'The Gulf'], [(51.5, 27.3), (53.3, 25.6), (49.5, 28.8)]),
    ('Strait of Hormuz', 'مضيق هرمز', 6, [], [(56.4, 26.6)]),
    ('Gulf of Oman', 'خليج عمان', 5, [], [(58.5, 24.8), (60.8, 24.6)]),
    ('Gulf of Aden', 'خليج عدن', 5, [], [(47.5, 12.4), (50.5, 13)]),
    ('Bab el-Mandeb', 'باب المندب', 7, ['Bab al-Mandab'], [(43.3, 12.58)]),
    ('Arabian Sea', 'بحر العرب', 3, [], [(64, 16), (58, 17.5), (68, 20), (54, 13.8), (72, 11)]),
    # Northern and western Europe.
    ('North Sea', 'بحر الشمال', 3, [], [(3.5, 56), (3, 53.3), (5, 54.8)]),
    ('Norwegian Sea', 'البحر النرويجي', 4, [], [(3, 67), (8, 70)]),
    ('Greenland Sea', 'بحر غرينلاند', 4, [], [(-8, 76)]),
    ('Barents Sea', 'بحر بارنتس', 3, [], [(40, 74), (36, 71.2)]),
    ('White Sea', 'البحر الأبيض', 6, [], [(38.5, 65.4)]),
    ('Kara Sea', 'بحر كارا', 4, [], [(70, 75)]),
    ('Laptev Sea', 'بحر لابتيف', 4, [], [(126, 76)]),
    ('East Siberian Sea', 'بحر سيبيريا الشرقي', 4, [], [(163, 73.5)]),
    ('Chukchi Sea', 'بحر تشوكشي', 4, [], [(-170, 69.5)]),
    ('Baltic Sea', 'بحر البلطيق', 4, [], [(19.7, 57.8), (17, 55.6), (20, 56)]),
    ('Gulf of Bothnia', 'خليج بوثنيا', 5, [], [(20, 62.5), (23, 64.8)]),
    ('Gulf of Finland', 'خليج فنلندا', 6, [], [(26.2, 59.9)]),
    ('Gulf of Riga', 'خليج ريغا', 7, [], [(23.6, 57.8)]),
    ('Kattegat', 'كاتيغات', 7, [], [(11.4, 56.9)]),
    ('Skagerrak', 'سكاغيراك', 6, [], [(8.9, 57.9)]),
    ('English Channel', 'بحر المانش', 5, ['La Manche'], [(-2.3, 50.1)]),
    ('Irish Sea', 'البحر الأيرلندي', 6, [], [(-4.9, 53.7)]),
    ('Celtic Sea', 'البحر السلتي', 6, [], [(-7.5, 50.6)]),
    ('Bay of Biscay', 'خليج بسكاي', 5, [], [(-4.5, 45)]),
    ('Denmark Strait', 'مضيق الدنمارك', 5, [], [(-29, 67)]),
    # Africa.
    ('Gulf of Guinea', 'خليج غينيا', 4, [], [(2.5, 2.5), (3.5, 4.5)]),
    ('Mozambique Channel', 'قناة موزمبيق', 4, [], [(41.5, -18)]),
    # South and east Asia.
    ('Bay of Bengal', 'خليج البنغال', 3, [], [(88, 15), (90, 20), (84, 14)]),
    ('Andaman Sea', 'بحر أندمان', 4, [], [(96, 11)]),
    ('Laccadive Sea', 'بحر لكديف', 5, [], [(75.5, 7)]),
    ('Strait of Malacca', 'مضيق ملقا', 5, [], [(99.2, 4.6)]),
    ('Gulf of Thailand', 'خليج تايلاند', 5, [], [(101.5, 10)]),
    ('Gulf of Tonkin', 'خليج تونكين', 5, [], [(107.6, 19.8)]),
    ('South China Sea', 'بحر الصين الجنوبي', 3, ['East Sea (Vietnam)', 'West Philippine Sea'], [(114, 14), (117.5, 19.5), (110, 9), (113, 18)]),
    ('Taiwan Strait', 'مضيق تايوان', 6, ['Formosa Strait'], [(119.5, 24.5)]),
    ('Luzon Strait', 'مضيق لوزون', 6, [], [(121, 20.0)]),
    ('East China Sea', 'بحر الصين الشرقي', 4, [], [(125, 29), (122.8, 26.5)]),
    ('Yellow Sea', 'البحر الأصفر', 4, ['West Sea'], [(123.5, 35.5), (123.8, 37.8)]),
    ('Bohai Sea', 'بحر بوهاي', 5, [], [(119.8, 38.6)]),
    ('Korea Strait', 'مضيق كوريا', 6, ['Tsushima Strait'], [(128.7, 34.3)]),
    ('Sea of Japan', 'بحر اليابان', 3, ['East Sea'], [(134.5, 40), (131, 37.8), (138, 43)]),
    ('Sea of Okhotsk', 'بحر أوخوتسك', 3, [], [(150, 55), (146, 50)]),
    ('Philippine Sea', 'بحر الفلبين', 3, [], [(133, 20), (126, 17), (128, 12), (124.5, 22.5)]),
    ('Sulu Sea', 'بحر سولو', 5, [], [(120, 8.5)]),
    ('Celebes Sea', 'بحر سليبس', 4, [], [(122, 3.3)]),
    ('Java Sea', 'بحر جاوة', 4, [], [(111, -5)]),
    ('Makassar Strait', 'مضيق ماكاسار', 6, [], [(118, -1.5)]),
    ('Banda Sea', 'بحر باندا', 4, [], [(127, -5.5)]),
    ('Flores Sea', 'بحر فلوريس', 6, [], [(120.5, -7.3)]),
    ('Molucca Sea', 'بحر الملوك', 6, [], [(125.5, 0.5)]),
    ('Timor Sea', 'بحر تيمور', 4, [], [(127, -11)]),
    ('Arafura Sea', 'بحر أرافورا', 4, [], [(135, -9.5)]),
    # Oceania.
    ('Coral Sea', 'بحر المرجان', 3, [], [(153, -16), (148, -13.5)]),
    ('Tasman Sea', 'بحر تسمان', 3, [], [(160, -38)]),
    ('Solomon Sea', 'بحر سليمان', 5, [], [(152.8, -8)]),
    ('Bismarck Sea', 'بحر بسمارك', 5, [], [(147.8, -4)]),
    ('Gulf of Carpentaria', 'خليج كاربنتاريا', 4, [], [(139, -14)]),
    ('Great Australian Bight', 'الخليج الأسترالي الكبير', 4, [], [(130, -34)]),
    ('Bass Strait', 'مضيق باس', 6, [], [(145.7, -39.6)]),
    # The Americas.
    ('Bering Sea', 'بحر بيرنغ', 3, [], [(-178, 58), (178, 57)]),
    ('Bering Strait', 'مضيق بيرنغ', 6, [], [(-168.9, 66.0)]),
    ('Gulf of Alaska', 'خليج ألاسكا', 4, [], [(-146, 57.5)]),
    ('Beaufort Sea', 'بحر بوفورت', 4, [], [(-138, 72)]),
    ('Baffin Bay', 'خليج بافن', 3, [], [(-67, 74)]),
    ('Davis Strait', 'مضيق ديفيس', 5, [], [(-57.5, 66)]),
    ('Labrador Sea', 'بحر لابرادور', 4, [], [(-54, 58)]),
    ('Hudson Bay', 'خليج هدسون', 3, [], [(-86, 60)]),
    ('Hudson Strait', 'مضيق هدسون', 6, [], [(-71.5, 62.2)]),
    ('James Bay', 'خليج جيمس', 6, [], [(-80.5, 53.3)]),
    ('Gulf of Saint Lawrence', 'خليج سانت لورانس', 5, [], [(-61.5, 48)]),
    ('Gulf of Mexico', 'خليج المكسيك', 3, ['Gulf of America'], [(-91, 25), (-85.5, 27.5), (-94.5, 23)]),
    ('Caribbean Sea', 'البحر الكاريبي', 3, [], [(-75, 15), (-67, 15), (-82, 15), (-80, 19.5), (-72.5, 13.5), (-67.5, 13)]),
    ('Sargasso Sea', 'بحر سارغاسو', 5, [], [(-63, 28)]),
    ('Gulf of California', 'خليج كاليفورنيا', 5, ['Sea of Cortez'], [(-111, 26.5)]),
    ('Gulf of Panama', 'خليج بنما', 6, [], [(-79.3, 8.1)]),
    ('Drake Passage', 'ممر دريك', 4, [], [(-64, -58.5)]),
    ('Scotia Sea', 'بحر سكوشا', 4, [], [(-45, -57.5)]),
    ('Weddell Sea', 'بحر ودل', 3, [], [(-42, -71)]),
    ('Ross Sea', 'بحر روس', 3, [], [(-175, -75)]),
]
REPEATED = 2    # ranks that a repeated name comes later than the first


def write_layer(sources, writer):
    """Write a point for each place of a name, the important ones first; none of them on land."""
    land = union(record.geometry for record in read(sources.natural_earth / 'physical/ne_10m_land.shp'))
    shapely.prepare(land)
    features = []
    for kind, table in (('ocean', OCEANS), ('sea', SEAS)):
        for name, name_ar, rank, aka, points in table:
            for index, point in enumerate(points):
                assert not land.contains(Point(point)), f'{name}: {point} is on land'
                features.append((Point(point), {
                    'name': name, 'name_ar': name_ar, 'kind': kind, 'rank': rank + (REPEATED if index else 0),
                    'aka': aka or None,
                }))
    writer.write('seas', sorted(features, key=lambda feature: feature[1]['rank']), decimals=2)
