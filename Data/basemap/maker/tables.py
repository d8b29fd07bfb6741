"""What no package holds: short names, which river is which, where the numbered roads run."""

# Countries whose English name in Natural Earth is not the one that people write.
COUNTRY_SHORT = {'USA': 'United States', 'CHN': 'China', 'CZE': 'Czechia'}
# Names of countries that people write and Natural Earth has not.
COUNTRY_NAMES = {
    'USA': ('United States', 'USA', 'U.S.A.', 'U.S.', 'America', 'EE. UU.', 'EE.UU.', 'Etats-Unis', 'Vereinigte Staaten von Amerika'),
    'GBR': ('UK', 'U.K.', 'Great Britain', 'Britain', 'Großbritannien', 'Grande-Bretagne', 'Gran Bretaña', 'Reino Unido'),
    'ARE': ('UAE', 'U.A.E.', 'Emirates', 'VAE'), 'RUS': ('Russian Federation', 'Российская Федерация', 'РФ'),
    'SYR': ('Syrian Arab Republic', 'سورية', 'الجمهورية العربية السورية'), 'IRN': ('Iran (Islamic Republic of)', 'Islamic Republic of Iran'),
    'KOR': ('Republic of Korea', 'Korea, Republic of', 'Südkorea', 'Corée du Sud', 'Corea del Sur'),
    'PRK': ('DPRK', 'Nordkorea', 'Corée du Nord', 'Corea del Norte'),
    'COD': ('DRC', 'DR Congo', 'D.R. Congo', 'Congo-Kinshasa', 'Congo, Democratic Republic of', 'RDC', 'Zaire'),
    'COG': ('Congo-Brazzaville', 'Republic of Congo'), 'CIV': ('Ivory Coast', "Cote d'Ivoire", 'Elfenbeinküste'),
    'MMR': ('Burma', 'Birma'), 'CZE': ('Czech Republic', 'Tschechien'), 'TUR': ('Turkey', 'Türkiye', 'Turkiye'),
    'PSE': ('Palestine', 'Palestinian Territories', 'Occupied Palestinian Territory', 'State of Palestine', 'oPt', 'Palästina', 'فلسطين'),
    'NLD': ('Holland', 'The Netherlands'), 'CAF': ('CAR', 'Central African Republic'), 'BIH': ('Bosnia', 'Bosnia-Herzegovina'),
    'MKD': ('Macedonia', 'FYROM'), 'SWZ': ('Swaziland',), 'VNM': ('Viet Nam',), 'LAO': ('Lao PDR', 'Laos'), 'MDA': ('Republic of Moldova',),
    'TZA': ('United Republic of Tanzania',), 'VEN': ('Venezuela (Bolivarian Republic of)',), 'BOL': ('Bolivia (Plurinational State of)',),
    'LBY': ('Libyan Arab Jamahiriya',), 'CPV': ('Cape Verde',), 'BLR': ('Belorussia', 'Белоруссия', 'Беларусь'), 'UKR': ('The Ukraine',),
    'CYP': ('Zypern',), 'TWN': ('Republic of China', 'Taiwan, Province of China'), 'MDV': ('Maldive Islands',), 'TLS': ('East Timor',), 'SSD': ('S. Sudan',), 'GMB': ('The Gambia',), 'BHS': ('The Bahamas',),
}

# Governorates of Syria: ISO 3166-2 code -> name, Arabic name, GeoNames id of the seat, a point inside (lon, lat).
GOVERNORATES = {
    'SY-HL': ('Aleppo', 'حلب', 170063, (37.161, 36.201)),
    'SY-DI': ('Damascus', 'دمشق', 170654, (36.291, 33.510)),
    'SY-DR': ('Daraa', 'درعا', 170905, (36.205, 32.734)),
    'SY-DY': ('Deir ez-Zor', 'دير الزور', 170794, (40.141, 35.336)),
    'SY-HM': ('Hama', 'حماة', 170017, (36.758, 35.132)),
    'SY-HA': ('Hasakah', 'الحسكة', 173811, (40.748, 36.502)),
    'SY-HI': ('Homs', 'حمص', 169577, (36.726, 34.724)),
    'SY-ID': ('Idlib', 'إدلب', 169389, (36.634, 35.931)),
    'SY-LA': ('Latakia', 'اللاذقية', 173576, (36.164, 35.744)),
    'SY-QU': ('Quneitra', 'القنيطرة', 173334, (35.892, 33.184)),
    'SY-RA': ('Raqqa', 'الرقة', 172955, (39.008, 35.953)),
    'SY-RD': ('Rif Dimashq', 'ريف دمشق', None, (36.601, 33.738)),
    'SY-SU': ('Suwayda', 'السويداء', 172408, (36.570, 32.709)),
    'SY-TA': ('Tartus', 'طرطوس', 163345, (36.118, 34.821)),
}
RIF_DIMASHQ_ALIASES = ['Rural Damascus', 'Damascus Countryside', 'Rif Dimashk', 'Reef Dimashq']
# Points inside the two pieces that Natural Earth cuts out along the 1974 lines.
UNDOF_POINT = (35.8246, 33.1259)
GOLAN_POINT = (35.70, 32.99)

CAPITALS = {170654, 276781, 250441, 146268, 98182, 281184}   # Damascus, Beirut, Amman, Nicosia, Baghdad, Jerusalem

# GeoNames id -> display name, Arabic name (None: take GeoNames'), other spellings that people type.
NAMES = {
    170063: ('Aleppo', 'حلب', ['Halab', 'Haleb', 'Alep']),
    170654: ('Damascus', 'دمشق', ['Dimashq', 'Damas', 'Sham']),
    169577: ('Homs', 'حمص', ['Hims', 'Emesa']),
    173576: ('Latakia', 'اللاذقية', ['Lattakia', 'Al-Ladhiqiyah', 'Ladhiqiyah', 'Lattaquie', 'Laodicea', 'Laziqiyah']),
    172955: ('Raqqa', 'الرقة', ['Ar-Raqqah', 'Rakka', 'Raqqah']),
    170017: ('Hama', 'حماة', ['Hamah', 'Hamath']),
    163345: ('Tartus', 'طرطوس', ['Tartous', 'Tartoos', 'Tortosa']),
    173811: ('Hasakah', 'الحسكة', ['Al-Hasakah', 'Hasaka', 'Hassakeh', 'Haseke', 'Hesice']),
    170794: ('Deir ez-Zor', 'دير الزور', ['Deir Ezzor', 'Deir al-Zour', 'Dayr az-Zawr', 'Deir Azzor', 'Deir ez-Zour', 'Deir al-Zor']),
    173377: ('Qamishli', 'القامشلي', ['Al-Qamishli', 'Qamishlo', 'Kamishli', 'Qamishly']),
    169389: ('Idlib', 'إدلب', ['Idleb', 'Edlib']),
    170905: ('Daraa', 'درعا', ["Dar'a", 'Deraa', 'Dera']),
    172408: ('Suwayda', 'السويداء', ['As-Suwayda', 'Sweida', 'Suweida', 'Sweda', 'Swaida']),
    173334: ('Quneitra', 'القنيطرة', ['Al-Qunaytirah', 'Kuneitra', 'Qunaitira', 'Qunaytirah']),
    163808: ('Palmyra', 'تدمر', ['Tadmur', 'Tadmor']),
    169304: ('Jableh', 'جبلة', ['Jablah', 'Jabla', 'Jeble', 'Gabala', 'Jebleh']),
    169557: ('Hassia', 'حسياء', ['Hisyah', 'Hasya', 'Hisya', 'Hassya', 'Hasiya', 'Hesya']),
    171830: ('Baniyas', 'بانياس', ['Banias', 'Banyas', 'Balanea']),
    174448: ('Al-Bukamal', 'البوكمال', ['Abu Kamal', 'Albu Kamal', 'Bukamal']),
    172256: ('Kobani', 'عين العرب', ['Ayn al-Arab', 'Kobane', 'Ain al-Arab']),
    174018: ('Al-Bab', 'الباب', ['Bab']),
    167357: ('Manbij', 'منبج', ['Menbij', 'Manbej', 'Membij', 'Minbic', 'Munbij']),
    172374: ('Tabqa', 'الطبقة', ['Al-Tabqa', 'Thawra', 'Tabaqah']),
    164947: ('Salamiyah', 'سلمية', ['As-Salamiyah', 'Salamieh', 'Salamiya']),
    172082: ('Azaz', 'أعزاز', ["I'zaz", 'Aazaz']),
    172503: ('Safira', 'السفيرة', ['As-Safirah', 'Safirah']),
    173480: ('Mayadin', 'الميادين', ['Al-Mayadin', 'Mayadeen']),
    172946: ('Rastan', 'الرستن', ['Ar-Rastan', 'Rastane']),
    173193: ('Nabk', 'النبك', ['An-Nabk', 'Nabek']),
    173322: ('Qusayr', 'القصير', ['Al-Qusayr', 'Qusair', 'Kusair']),
    168325: ('Khan Shaykhun', 'خان شيخون', ['Khan Sheikhoun', 'Khan Shaykhoun']),
    169023: ('Jisr al-Shughur', 'جسر الشغور', ['Jisr ash-Shughur', 'Jisr al-Shughour']),
    164816: ('Saraqib', 'سراقب', ['Saraqeb', 'Sarakib']),
    172045: ('Zirbah', 'الزربة', ['Az-Zurbah', 'Zerbeh']),
    173361: ('Qaryatayn', 'القريتين', ['Al-Qaryatayn', 'Qaryatain']),
    172059: ('Zabadani', 'الزبداني', ['Az-Zabadani']),
    174186: ('Afrin', 'عفرين', ['Efrin']),
    170592: ('Douma', 'دوما', ['Duma']),
    170892: ('Darayya', 'داريا', ['Daraya']),
    167611: ('Maarat al-Numan', 'معرة النعمان', ["Ma'arrat an-Nu'man", 'Maarrat an-Numan', 'Maaret al-Numan']),
    163434: ('Tell Tamer', 'تل تمر', ['Tal Tamr', 'Tall Tamr', 'Tel Tamr', 'Til Temir']),
    163750: ('Tell Abyad', 'تل أبيض', ['Tal Abyad', 'Tall Abyad', 'Tel Abyad']),
    172134: ('Ayn Issa', 'عين عيسى', ['Ain Issa', 'Ayn Isa']),
    164071: ('Sarrin', 'صرين', ['Sirrin', 'Sirrin ash-Shamaliyah']),
    174043: ('Arima', 'العريمة', ['Al-Arimah', 'Arimah']),
    167444: ('Majdal Shams', 'مجدل شمس', []),
    173530: ('Malikiyah', 'المالكية', ['Al-Malikiyah', 'Derik', 'Dayrik']),
    163476: ('Tell Rifaat', 'تل رفعت', ['Tall Rifat', 'Tel Rifaat']),
    163533: ('Talkalakh', 'تلكلخ', ['Tall Kalakh', 'Tell Kalakh']),
    163779: ('Talbiseh', 'تلبيسة', ['Tallbisah', 'Talbisa']),
    166111: ('Qara', 'قارة', ['Qarah']),
    167605: ('Maarrat Misrin', 'معرة مصرين', ["Ma'arrat Misrin", 'Maarat Misrin']),
    276781: ('Beirut', 'بيروت', ['Bayrut', 'Beyrouth']),
    266826: ('Tripoli', 'طرابلس', ['Tarabulus', 'Trablous', 'Tripoli (Lebanon)']),
    266045: ('Zahle', 'زحلة', ['Zahleh']),
    268064: ('Sidon', 'صيدا', ['Saida', 'Sayda']),
    267008: ('Tyre', 'صور', ['Sour', 'Sur']),
    281184: ('Jerusalem', 'القدس', ['Al-Quds', 'Yerushalayim']),
    293397: ('Tel Aviv', 'تل أبيب', ['Tel Aviv-Yafo']),
    294801: ('Haifa', 'حيفا', ['Hefa']),
    281133: ('Gaza', 'غزة', ['Ghazzah', 'Azza']),
    250441: ('Amman', 'عمان', []),
    250090: ('Zarqa', 'الزرقاء', ['Az-Zarqa']),
    248946: ('Irbid', 'إربد', ['Arbid']),
    250336: ('Ramtha', 'الرمثا', ['Ar-Ramtha']),
    325363: ('Adana', 'أضنة', ['Seyhan']),
    323779: ('Antakya', 'أنطاكية', ['Antioch', 'Hatay', 'Antakiyah']),
    314830: ('Gaziantep', 'غازي عنتاب', ['Antep', 'Aintab', 'Ayntab']),
    298333: ('Sanliurfa', 'أورفة', ['Urfa', 'Edessa', 'Riha']),
    310859: ('Kahramanmaras', 'مرعش', ['Maras', 'Marash']),
    311111: ('Iskenderun', 'إسكندرون', ['Alexandretta']),
    316541: ('Diyarbakir', 'ديار بكر', ['Amed', 'Diyarbekir']),
    99072: ('Mosul', 'الموصل', ['Al-Mawsil', 'Mawsil']),
    98182: ('Baghdad', 'بغداد', ['Bagdad']),
    95446: ('Erbil', 'أربيل', ['Arbil', 'Hewler', 'Irbil']),
    94787: ('Kirkuk', 'كركوك', ['Karkuk']),
    98717: ('Ramadi', 'الرمادي', ['Ar-Ramadi']),
    99454: ('Fallujah', 'الفلوجة', ['Al-Fallujah', 'Falluja']),
    98860: ('Najaf', 'النجف', ['An-Najaf']),
    99347: ('Hillah', 'الحلة', ['Al-Hillah', 'Hilla']),
    92138: ("Al-Qa'im", 'القائم', ['Qaim', 'Husaybah']),
    146268: ('Nicosia', 'نيقوسيا', ['Lefkosia', 'Lefkosa']),
    5174: ('Ariqah', 'عريقة', []),
    163596: ('Taldou', 'تلدو', ['Houla', 'Talldaww']),
    164479: ('Shaqqa', 'شقا', []),
    165060: ('Safita', 'صافيتا', ['Safitha']),
    165509: ('Ras al-Ayn', 'رأس العين', ['Ras al-Ain', 'Serekaniye', 'Sari Kani']),
    166285: ('Qabbasin', 'قباسين', ['Kabbasin']),
    167046: ('Masyaf', 'مصياف', ['Misyaf', 'Masyaaf', 'Massyaf', 'Musyaf']),
    166742: ('Maharda', 'محردة', ['Mahardah', 'Mhardeh']),
    167080: ('Maskanah', 'مسكنة', ['Meskene']),
    167375: ('Maaloula', 'معلولا', ["Ma'lula"]),
    167863: ('Kinsibba', 'كنسبا', ['Kinnsibba']),
    168478: ('Ghandurah', 'الغندورة', ['Al-Ghandurah']),
    168519: ('Kassab', 'كسب', ['Kessab', 'Kasab']),
    168620: ('Kafr Zayta', 'كفر زيتا', ['Kafr Zita']),
    168708: ('Kafr Buhum', 'كفر بهم', []),
    168886: ('Jdeidat Yabus', 'جديدة يابوس', ['Judaydat Yabus']),
    168972: ('Jubb al-Jarrah', 'جب الجراح', []),
    169843: ('Harran al-Awamid', 'حران العواميد', []),
    170572: ('Duraykish', 'الدريكيش', ['Ad-Duraykish', 'Dreikish']),
    170857: ('Darat Izza', 'دارة عزة', ['Daret Azzeh']),
    171126: ('Bosra', 'بصرى الشام', ['Busra ash-Sham', 'Busra']),
    171757: ('Barri ash-Sharqi', 'بري الشرقي', []),
    172349: ('Tell', 'التل', ['At-Tall', 'Al-Tall']),
    172425: ('Sukhna', 'السخنة', ['As-Sukhnah', 'Sukhnah']),
    172441: ('Mazraa', 'المزرعة', ["Al-Mazra'ah"]),
    172837: ('Shaddadi', 'الشدادي', ['Ash-Shaddadah', 'Shadadi']),
    172994: ('Ariha', 'أريحا', []),
    173364: ('Qardaha', 'القرداحة', ['Al-Qardahah', 'Kardaha']),
    173389: ('Qadmus', 'القدموس', ['Al-Qadmus']),
    173797: ('Al-Hawl', 'الهول', ['Al-Hol', 'Hol']),
    9847679: ('Tremseh', 'التريمسة', ['Treimsa']),
    304531: ('Mersin', 'مرسين', ['Icel']),
    315808: ('Elazig', 'إلازيغ', []),
    94824: ('Karbala', 'كربلاء', ['Kerbala']),
    361055: ('Ismailia', 'الإسماعيلية', []),
    89570: ('Zakho', 'زاخو', ['Zaxo']),
    96994: ('Duhok', 'دهوك', ['Dihok', 'Dohuk']),
    361546: ('Arish', 'العريش', ['Al-Arish', 'El Arish']),
}

# Parts of a bigger town, or the same town a second time in GeoNames.
DUPLICATE_PLACES = {
    7905767, 99071, 268743, 7802746, 7303419, 7498240, 10303650, 248583, 7521348, 101312, 168061, 164952, 13286467,
}

# Airfields outside Syria and Lebanon that the map shows too.
NEIGHBOUR_AIRFIELDS = {
    'LCRA', 'LCLK', 'LTAG', 'LTDA', 'LTAJ', 'LLBG', 'LLHA', 'LLRD', 'OJAI', 'OJAM', 'ORBI', 'ORER', 'ORBM', 'ORAA',
}
# The second row in the source for an airfield that is there already.
DUPLICATE_AIRFIELDS = {'OS73'}
AIRFIELD_NAMES = {
    'OSLK': ('Hmeimim', 'حميميم', ['Khmeimim', 'Humaymim', 'Hmeymim', 'Hemeimeem', 'Latakia airport', 'Bassel al-Assad airport']),
    'OS58': ('Hama air base', 'مطار حماة العسكري', ['Hamah air base']),
    'OS59': ('Tabqa air base', 'مطار الطبقة العسكري', []),
    'OS61': ('Dumayr air base', 'مطار الضمير العسكري', ['Dumeir', 'Al-Dumayr']),
    'OS62': ('Jirah air base', 'مطار الجراح العسكري', ['Jarrah']),
    'OS63': ('Marj Ruhayyil air base', None, []),
    'OS65': ('Shayrat air base', 'مطار الشعيرات', ['Shairat', "Ash Sha'irat"]),
    'OS66': ('Kuweires air base', 'مطار كويرس العسكري', ['Rasin al-Aboud', 'Kuwayris', 'Kweires']),
    'OS67': ('Mezzeh air base', 'مطار المزة العسكري', ['Mezze', 'Mazzeh']),
    'OS68': ('Saiqal air base', 'مطار السين العسكري', ['Sayqal', 'Al-Seen']),
    'OSAP': ('Aleppo airport', 'مطار حلب الدولي', ['Nayrab', 'Neirab']),
    'OSDI': ('Damascus airport', 'مطار دمشق الدولي', []),
    'OSDZ': ('Deir ez-Zor airport', 'مطار دير الزور', []),
    'OSKL': ('Qamishli airport', 'مطار القامشلي', []),
    'OSPR': ('Palmyra airport', 'مطار تدمر', ['Tadmur airport']),
    'OLBA': ('Beirut airport', 'مطار بيروت', ['Rafic Hariri airport']),
    'OLKA': ('Rene Mouawad air base', 'مطار رينيه معوض', ['Kleyate', 'Qlayaat']),
    'OLRA': ('Rayak air base', 'مطار رياق', ['Riyaq']),
    'LCRA': ('Akrotiri', None, ['RAF Akrotiri']),
    'LCLK': ('Larnaca airport', None, []),
    'LTAG': ('Incirlik', None, ['Incirlik air base']),
    'LTDA': ('Hatay airport', None, []),
    'LTAJ': ('Gaziantep airport', None, []),
    'LLBG': ('Ben Gurion airport', None, ['Lod airport']),
    'LLHA': ('Haifa airport', None, []),
    'LLRD': ('Ramat David', None, ['Ramat David air base']),
    'OJAI': ('Queen Alia airport', None, []),
    'OJAM': ('Amman-Marka airport', None, ['Marka']),
    'ORBI': ('Baghdad airport', None, []),
    'ORER': ('Erbil airport', None, []),
    'ORBM': ('Mosul airport', None, []),
    'ORAA': ('Al-Asad air base', None, ['Ain al-Asad']),
}

# Lakes of Natural Earth that are there no more: the reservoir ran out when its dam was destroyed in June 2023.
DRAINED_LAKES = {'Kakhovka'}
# Natural Earth's English lake names are bare words; these are what a map prints.
LAKE_NAMES = {
    'Habbaniyah': 'Lake Habbaniyah', 'Tharthar': 'Lake Tharthar', 'Karakaya Dam Lake': 'Karakaya Reservoir',
    'Ataturk Dam': 'Ataturk Reservoir', 'Assad': 'Lake Assad', 'Keban Dam': 'Keban Reservoir', 'Milh': 'Lake Razazah',
    'Urmia': 'Lake Urmia', 'Tuz': 'Lake Tuz', 'Van': 'Lake Van', 'Great Bitter': 'Great Bitter Lake',
}
LAKE_NAMES_AR = {
    'Karakaya Reservoir': 'بحيرة كاراكايا', 'Ataturk Reservoir': 'بحيرة أتاتورك', 'Keban Reservoir': 'بحيرة كيبان',
    'Lake Tharthar': 'بحيرة الثرثار', 'Lake Tuz': 'بحيرة الملح',
}
# Lakes that Natural Earth lacks: name, Arabic name, a point inside. Not taken from the same data: the Amik, drained in
# the 1970s, and the Utaybah, dry since the 1990s.
GSHHG_LAKES = [
    ('Lake Qattinah', 'بحيرة قطينة', (36.566, 34.644)),
    ('Sabkhat al-Jabbul', 'سبخة الجبول', (37.504, 36.062)),
]

RIVER_NAMES = {
    'Al Furat': 'Euphrates', 'Firat': 'Euphrates', 'Dicle': 'Tigris', 'Amazonas': 'Amazon', 'Bahr el Jebel (Mountain Nile)': 'White Nile',
    'Bahr el Jebel (White Nile)': 'White Nile', 'Jinsha (Yangtze)': 'Yangtze', 'Tongtian': 'Yangtze', 'Abay': 'Blue Nile',
    'Ertis': 'Irtysh', 'Huang': 'Yellow River', 'Huang (Yellow)': 'Yellow River', 'Yellow': 'Yellow River', 'Dnipro (Dnieper)': 'Dnipro',
    'Dnepre': 'Dnipro', 'Rhein': 'Rhine', 'Rhin (Rhein)': 'Rhine', 'Rhne': 'Rhone', 'Ob?': 'Ob', 'Paran?': 'Parana', 'S?n?gal': 'Senegal',
    'S?o Francisco': 'Sao Francisco', 'Yenisey': 'Yenisei', 'Malyy Yenisey': 'Yenisei', 'Verkhniy Yenisey': 'Yenisei', 'B?nou?': 'Benue',
    'Tajo': 'Tagus', 'Argun? (Ergun)': 'Argun', 'Svernaya Dvina': 'Northern Dvina', 'Lualaba (Congo)': 'Congo', 'Lualaba': 'Congo',
    'Mah?na Nad?': 'Mahanadi', 'God?vari': 'Godavari', 'Nu': 'Salween', 'Zapadnaya Dvina': 'Daugava', 'Duero': 'Douro',
    'Pnuco': 'Panuco', 'Glomma (Glma)': 'Glomma', 'Gta lv': 'Gota alv', 'Niagra': 'Niagara', 'Mamor?': 'Mamore', 'Guapor?': 'Guapore',
    'Ro Grande de Santiago': 'Rio Grande de Santiago', 'Tom?': 'Tom', 'Pur?s': 'Purus', 'Tapaj?s': 'Tapajos', 'Olen?k': 'Olenyok',
    'Bratul Chillia': 'Danube', 'Bratul Sulina': 'Danube', 'Bratul Sfintu Gheorghe': 'Danube', 'Borcea': 'Danube',
    'Yarlung (Brahmaputra)': 'Brahmaputra', 'Dihang': 'Brahmaputra', 'Maquan (Damqogkanbab)': 'Brahmaputra',
    'Hong (Red)': 'Red River', 'R. des Outaouais': 'Ottawa', 'Nakanb? (White Volta)': 'White Volta',
}
# WDBII has numbers for names: which pieces make which river.
WDBII_RIVERS = {
    'Orontes': (4465, 10153, 4463, 4464, 10022, 9924, 9926, 9925, 9921),
    'Khabur': (18551, 9927, 10023),
    'Barada': (10270,),
    "A'waj": (18753, 18758),
    'Yarmouk': (10369, 10373),
    'Litani': (10152, 10269, 10267, 10266),
    'Afrin': (18440, 18543),
    'Nahr al-Kabir': (18693, 18686),
    'Hasbani': (4514,),
    'Jordan': (10268, 4515, 4563),
}
# The Jordan runs in a canal where the Hula lake was drained; WDBII stops on both sides of it.
HULA_CANAL = [(35.573, 33.188), (35.585, 33.16), (35.61, 33.10), (35.6198, 33.0769)]
# North of this, Natural Earth's Jordan is wrong and WDBII's stands in: the south end of the Sea of Galilee.
JORDAN_CUT = (35.4, 32.72, 36.2, 34.0)

# Roads, digitised by hand along towns: a number is a GeoNames id, a pair is a point put down by hand (lon, lat).
ROADS = [
    ('M5', 'motorway', 'Nasib border - Damascus',
     [(36.205, 32.545), 168120, 169341, 171706, 170325, 173598, 170654]),
    ('M5', 'motorway', 'Damascus - Homs', [170654, 169897, 173312, 173193, 166111, 169557, 169577]),
    ('M5', 'motorway', 'Homs - Hama - Aleppo',
     [169577, 163779, 172946, 170017, 163915, 166640, 168325, 167611, 164816, 172045, 170063]),
    ('M1', 'motorway', 'Latakia - Tartus',
     [173576, 173777, (35.938, 35.43), (35.944, 35.362), (35.963, 35.29), (35.972, 35.235), (35.966, 35.185), (35.938, 35.13),
      (35.912, 35.07), (35.915, 34.985), (35.908, 34.93), 163345]),
    ('M1', 'motorway', 'Tartus - Homs', [163345, 168102, 163533, 170136, 168052, 169577]),
    ('M4', 'motorway', 'Latakia - Saraqib', [173576, 174012, 171494, 169023, 166757, 172994, 164816]),
    ('M4', 'motorway', 'Aleppo - Manbij - Ayn Issa - Tell Tamer',
     [170063, 168724, 174018, 174043, 167357, (38.21, 36.62), 164071, 172134, 163434]),
    ('M4', 'motorway', 'Tell Tamer - Qamishli - Yarubiyah', [163434, 173377, 383661]),
    (None, 'trunk', 'Tell Tamer - Hasakah', [163434, 173811]),
    (None, 'trunk', 'Homs - Palmyra - Deir ez-Zor', [169577, 170340, 163808, 172425, 170794]),
    (None, 'trunk', 'Aleppo - Raqqa - Deir ez-Zor - Al-Bukamal',
     [170063, 170785, 167080, 172374, 8559276, 172955, 172511, 167538, 172327, 170794, 173480, 174448]),
    (None, 'trunk', 'Deir ez-Zor - Hasakah - Qamishli', [170794, 172837, 173811, 173377]),
    (None, 'trunk', 'Damascus - Tanf', [170654, 170589, 165158, (38.66, 33.49)]),
    (None, 'trunk', 'Damascus - Beirut road', [170654, 174239, 168886]),
    (None, 'trunk', 'Damascus - Suwayda', [170654, 164626, 172408]),
    (None, 'trunk', 'Damascus - Quneitra', [170654, 164773, 168355, 173334]),
    (None, 'trunk', 'Hama - Ithriya - Khanasir - Aleppo',
     [170017, 164947, 172515, (37.775, 35.365), 168351, 172503, 170063]),
    (None, 'trunk', 'Tartus - Arida border', [163345, (35.938, 34.79), 173842, (35.985, 34.636)]),
    (None, 'trunk', 'Saraqib - Idlib - Bab al-Hawa', [164816, 169389, 174259, (36.69, 36.235)]),
    (None, 'trunk', 'Aleppo - Azaz - Bab as-Salamah', [170063, 163476, 172082, (37.09, 36.64)]),
]

# City names of the sources that have changed since, or that English-language reporting spells otherwise.
CITY_NAMES = {
    'Kiev': 'Kyiv', 'Rangoon': 'Yangon', 'Nur-Sultan': 'Astana', 'Kobenhavn': 'Copenhagen', 'Ndjamena': "N'Djamena",
    'NDjamena': "N'Djamena", 'Kuwait': 'Kuwait City', 'Hargeysa': 'Hargeisa', 'Makkah': 'Mecca', 'Makkah al Mukarramah': 'Mecca',
    'Banghazi': 'Benghazi', 'Niyala': 'Nyala', 'Sevastapol': 'Sevastopol', 'Shenyeng': 'Shenyang', 'Ujungpandang': 'Makassar',
    'Kashi': 'Kashgar', 'Archangel': 'Arkhangelsk', 'Repulse Bay': 'Naujaat', 'Saint Petersburg': 'St. Petersburg',
    'Washington': 'Washington, D.C.', 'New York City': 'New York', 'Al-Hudaydah': 'Hodeidah', 'Mekele': 'Mekelle',
    'Al-Junaynah': 'Geneina', 'Ulan Bator': 'Ulaanbaatar', 'Guatemala City': 'Guatemala', 'Tel Aviv': 'Tel Aviv-Yafo',
    'Port of Spain': 'Port-of-Spain', 'Nay Pyi Taw': 'Naypyidaw', 'Saint Johns': "Saint John's", 'Saint Georges': "Saint George's",
    'Koln': 'Cologne', 'Nurnberg': 'Nuremberg', 'Hannover': 'Hanover', 'Goteborg': 'Gothenburg', 'Antwerpen': 'Antwerp', 'Gent': 'Ghent',
    'Geneve': 'Geneva', 'Sevilla': 'Seville', 'Frankfurt am Main': 'Frankfurt', 'Melekeok': 'Ngerulmud', 'Andorra': 'Andorra la Vella', 'Zaporizhzhya': 'Zaporizhzhia',
}
# Capitals that Natural Earth 4.1 does not mark as one.
LATER_CAPITALS = {('Juba', 'SSD'), ('Dodoma', 'TZA'), ('Gitega', 'BDI'), ('Porto-Novo', 'BEN')}
# Countries where a GeoNames spelling in Arabic letters is Arabic.
ARABIC_COUNTRIES = set('SY LB JO IQ SA YE OM AE QA BH KW PS EG SD LY TN DZ MA MR EH'.split())
# City and country -> spellings that people type. Of other cities of the world none is given: it would double the file.
CITY_ALIASES = {
    ('Kyiv', 'UA'): ['Kiev'], ('Kharkiv', 'UA'): ['Kharkov'], ('Odesa', 'UA'): ['Odessa'], ('Lviv', 'UA'): ['Lvov'],
    ('Dnipro', 'UA'): ['Dnepropetrovsk', 'Dnipropetrovsk', 'Dnepr'], ('Zaporizhzhia', 'UA'): ['Zaporozhye', 'Zaporizhzhya'],
    ('Mykolayiv', 'UA'): ['Mykolaiv', 'Nikolaev', 'Nikolayev'], ('Luhansk', 'UA'): ['Lugansk'], ('Bakhmut', 'UA'): ['Artyomovsk', 'Artemivsk'],
    ('Mariupol', 'UA'): ['Zhdanov'], ('Chernihiv', 'UA'): ['Chernigov'], ('Sievierodonetsk', 'UA'): ['Severodonetsk'],
    ('Pokrovsk', 'UA'): ['Krasnoarmeysk'], ('Kryvyy Rih', 'UA'): ['Kryvyi Rih', 'Krivoy Rog'], ('Sumy', 'UA'): ['Sumi'],
    ('Mecca', 'SA'): ['Makkah'], ('Medina', 'SA'): ['Al-Madinah'], ('Jeddah', 'SA'): ['Jiddah'], ('Hodeidah', 'YE'): ['Al-Hudaydah', 'Hudaydah', 'Hodeida'],
    ('Sanaa', 'YE'): ["Sana'a"], ('Mukalla', 'YE'): ['Al-Mukalla'], ('El Fasher', 'SD'): ['Al-Fashir', 'Al Fasher'],
    ('Geneina', 'SD'): ['Al-Junaynah', 'El Geneina'], ('Omdurman', 'SD'): ['Umm Durman'], ("N'Djamena", 'TD'): ['Ndjamena'],
    ('Mekelle', 'ET'): ["Mek'ele", 'Mekele'], ('Benghazi', 'LY'): ['Banghazi'], ('Tripoli', 'LY'): ['Tarabulus'],
    ('Beijing', 'CN'): ['Peking'], ('Kaohsiung', 'TW'): ['Gaoxiong'], ('Yangon', 'MM'): ['Rangoon'], ('Mumbai', 'IN'): ['Bombay'],
    ('Kolkata', 'IN'): ['Calcutta'], ('Chennai', 'IN'): ['Madras'], ('Ho Chi Minh City', 'VN'): ['Saigon'], ('Astana', 'KZ'): ['Nur-Sultan'],
    ('Isfahan', 'IR'): ['Esfahan'], ('Tehran', 'IR'): ['Teheran'], ('Mashhad', 'IR'): ['Meshed'], ('Kandahar', 'AF'): ['Qandahar'],
    ('Istanbul', 'TR'): ['Constantinople'], ('Izmir', 'TR'): ['Smyrna'], ('Tbilisi', 'GE'): ['Tiflis'], ('Stepanakert', 'AZ'): ['Khankendi'],
    ('Hargeisa', 'SO'): ['Hargeysa'], ('Mogadishu', 'SO'): ['Muqdisho'], ('Kismayo', 'SO'): ['Chisimayu', 'Kismaayo'], ('Chisinau', 'MD'): ['Kishinev'],
    ('Copenhagen', 'DK'): ['Kobenhavn'], ('Laayoune', 'EH'): ['El Aaiun'], ('Brest', 'BY'): ['Brest-Litovsk'], ('Kaliningrad', 'RU'): ['Konigsberg'],
    ('St. Petersburg', 'RU'): ['Saint Petersburg', 'Leningrad'], ('Volgograd', 'RU'): ['Stalingrad'], ('Moscow', 'RU'): ['Moskva'],
}

# Lines of Natural Earth 4.1 that its borders lack: of Abkhazia and South Ossetia, of Transnistria. Others of its kind are over
# (Karabakh), or have moved since (Donbas).
BREAKAWAY_LINES = {'Georgian claim', 'Moldovan claim'}
# Its claims of a country that has a view of its own; on the Levant's, the region's layer is finer.
CLAIMS_OF_VIEWS = {
    'Indian claim': 'in', 'Chinese claim': 'cn', 'Pakistani claim': 'pk', 'Japanese claim': 'jp', 'Portuguese claim': 'pt',
}
# Country and view of classes that are mistakes: ISO 3166 lists Norway.
FAULTY_COUNTRY_CLASSES = {('NOR', 'iso')}

# Spellings of towns that people write in German, French, Spanish, Russian, Ukrainian or their own language.
TOWN_NAMES = {
    ('Munich', 'DE'): 'München, Muenchen', ('Cologne', 'DE'): 'Köln, Koeln', ('Nuremberg', 'DE'): 'Nürnberg, Nuernberg',
    ('Hanover', 'DE'): 'Hannover', ('Frankfurt', 'DE'): 'Frankfurt am Main, Frankfurt/Main', ('Brunswick', 'DE'): 'Braunschweig',
    ('Vienna', 'AT'): 'Wien, Vienne, Viena', ('Zurich', 'CH'): 'Zürich, Zuerich', ('Geneva', 'CH'): 'Genève, Genf, Ginebra',
    ('Rome', 'IT'): 'Roma, Rom', ('Milan', 'IT'): 'Milano, Mailand', ('Naples', 'IT'): 'Napoli, Neapel', ('Turin', 'IT'): 'Torino',
    ('Florence', 'IT'): 'Firenze, Florenz', ('Venice', 'IT'): 'Venezia, Venedig', ('Genoa', 'IT'): 'Genova, Genua',
    ('Prague', 'CZ'): 'Praha, Prag', ('Warsaw', 'PL'): 'Warszawa, Warschau, Varsovie', ('Lisbon', 'PT'): 'Lisboa, Lissabon',
    ('Brussels', 'BE'): 'Bruxelles, Brüssel, Brussel', ('Antwerp', 'BE'): 'Antwerpen, Anvers', ('The Hague', 'NL'): 'Den Haag',
    ('Copenhagen', 'DK'): 'København, Kopenhagen', ('Gothenburg', 'SE'): 'Göteborg', ('Athens', 'GR'): 'Athen, Athina, Athènes, Atenas',
    ('Belgrade', 'RS'): 'Beograd, Belgrad, Београд', ('Bucharest', 'RO'): 'București, Bukarest', ('Seville', 'ES'): 'Sevilla',
    ('Moscow', 'RU'): 'Москва, Moskau, Moscou, Moskva', ('Saint Petersburg', 'RU'): 'Санкт-Петербург, Sankt Petersburg',
    ('Kyiv', 'UA'): 'Київ, Киев, Kiev, Kiew', ('Kharkiv', 'UA'): 'Харків, Харьков, Kharkov, Charkiw',
    ('Odesa', 'UA'): 'Одеса, Одесса, Odessa', ('Lviv', 'UA'): 'Львів, Львов, Lvov, Lwiw, Lemberg',
    ('Dnipro', 'UA'): 'Дніпро, Днепр, Dnepr', ('Donetsk', 'UA'): 'Донецьк, Донецк, Donezk', ('Luhansk', 'UA'): 'Луганськ, Луганск, Lugansk',
    ('Zaporizhzhia', 'UA'): 'Запоріжжя, Запорожье, Zaporizhzhya, Saporischschja, Zaporozhye',
    ('Zaporizhzhya', 'UA'): 'Запоріжжя, Запорожье, Zaporizhzhia, Saporischschja, Zaporozhye',
    ('Mariupol', 'UA'): 'Маріуполь, Мариуполь', ('Kherson', 'UA'): 'Херсон, Cherson', ('Sumy', 'UA'): 'Суми, Сумы',
    ('Mykolayiv', 'UA'): 'Миколаїв, Николаев, Mykolaiv, Nikolaev', ('Mykolaiv', 'UA'): 'Миколаїв, Николаев, Mykolayiv, Nikolaev',
    ('Chernihiv', 'UA'): 'Чернігів, Чернигов, Chernigov', ('Poltava', 'UA'): 'Полтава', ('Zhytomyr', 'UA'): 'Житомир',
    ('Kramatorsk', 'UA'): 'Краматорськ, Краматорск', ('Slovyansk', 'UA'): "Слов'янськ, Славянск, Sloviansk", ('Bakhmut', 'UA'): 'Бахмут',
    ('Sevastopol', 'UA'): 'Севастополь', ('Simferopol', 'UA'): 'Сімферополь, Симферополь',
    ('Belgorod', 'RU'): 'Белгород', ('Kursk', 'RU'): 'Курск', ('Rostov-na-Donu', 'RU'): 'Ростов-на-Дону, Rostov-on-Don',
    ('Cairo', 'EG'): 'Kairo, Le Caire, El Cairo, Каир', ('Baghdad', 'IQ'): 'Багдад', ('Mosul', 'IQ'): 'Mossul, Mossoul, Мосул',
    ('Damascus', 'SY'): 'Damaskus, Дамаск, Damasco', ('Aleppo', 'SY'): 'Алеппо, Халеб, Alepo', ('Homs', 'SY'): 'Хомс',
    ('Hama', 'SY'): 'Хама', ('Idlib', 'SY'): 'Идлиб', ('Latakia', 'SY'): 'Латакия', ('Tartus', 'SY'): 'Тартус',
    ('Raqqa', 'SY'): 'Ракка', ('Palmyra', 'SY'): 'Пальмира', ('Deir ez-Zor', 'SY'): 'Дейр-эз-Зор', ('Daraa', 'SY'): 'Дараа',
    ('Hasakah', 'SY'): 'Хасака', ('Beirut', 'LB'): 'Beyrouth, Бейрут', ('Tripoli', 'LY'): 'Tripolis, Trípoli, Триполи',
    ('Khartoum', 'SD'): 'Khartum, Jartum, Хартум', ('Algiers', 'DZ'): 'Alger, Algier, Argel', ('Tehran', 'IR'): 'Teheran, Téhéran, Тегеран',
    ('Jerusalem', 'IL'): 'Jérusalem, Jerusalén, Иерусалим', ('Gaza', 'PS'): 'Газа, Gaza City', ('Kabul', 'AF'): 'Kaboul, Кабул',
    ('Beijing', 'CN'): 'Peking, Pékin, Pekín', ('New York', 'US'): 'New York City, NYC',
}
