"""Arabic names by hand, as Arabic atlases and agencies write them.

GeoNames' list does not say which of several spellings in Arabic letters is Arabic, so that outside the countries that
write Arabic no name is better than a guessed one.
"""

# The capitals, and the cities that news from the region names, under the name that the map shows.
CITIES = {
    # Europe.
    'Amsterdam': 'أمستردام', 'Andorra la Vella': 'أندورا لا فيلا', 'Athens': 'أثينا', 'Belgrade': 'بلغراد', 'Berlin': 'برلين', 'Bern': 'برن',
    'Bratislava': 'براتيسلافا', 'Brussels': 'بروكسل', 'Bucharest': 'بوخارست', 'Budapest': 'بودابست', 'Chisinau': 'كيشيناو',
    'Copenhagen': 'كوبنهاغن', 'Dublin': 'دبلن', 'Geneva': 'جنيف', 'Helsinki': 'هلسنكي', 'Istanbul': 'إسطنبول', 'Kyiv': 'كييف',
    'Lisbon': 'لشبونة', 'Ljubljana': 'ليوبليانا', 'London': 'لندن', 'Luxembourg': 'لوكسمبورغ', 'Madrid': 'مدريد', 'Minsk': 'مينسك',
    'Monaco': 'موناكو', 'Moscow': 'موسكو', 'Nicosia': 'نيقوسيا', 'Oslo': 'أوسلو', 'Paris': 'باريس', 'Podgorica': 'بودغوريتسا',
    'Prague': 'براغ', 'Pristina': 'بريشتينا', 'Reykjavik': 'ريكيافيك', 'Riga': 'ريغا', 'Rome': 'روما', 'San Marino': 'سان مارينو',
    'Sarajevo': 'سراييفو', 'Skopje': 'سكوبيه', 'Sofia': 'صوفيا', 'Stockholm': 'ستوكهولم', 'Tallinn': 'تالين', 'Tirana': 'تيرانا',
    'Vaduz': 'فادوز', 'Valletta': 'فاليتا', 'Vatican City': 'الفاتيكان', 'Vienna': 'فيينا', 'Vilnius': 'فيلنيوس',
    'Warsaw': 'وارسو', 'Zagreb': 'زغرب', 'Sevastopol': 'سيفاستوبول', 'St. Petersburg': 'سانت بطرسبرغ',
    # Western and central Asia.
    'Abu Dhabi': 'أبو ظبي', 'Aden': 'عدن', 'Aleppo': 'حلب', 'Amman': 'عمان', 'Ankara': 'أنقرة', 'Ashgabat': 'عشق آباد',
    'Astana': 'أستانا', 'Baghdad': 'بغداد', 'Baku': 'باكو', 'Beirut': 'بيروت', 'Bishkek': 'بيشكك', 'Damascus': 'دمشق',
    'Doha': 'الدوحة', 'Dubai': 'دبي', 'Dushanbe': 'دوشنبه', 'Isfahan': 'أصفهان', 'Jeddah': 'جدة', 'Jerusalem': 'القدس',
    'Kabul': 'كابل', 'Kandahar': 'قندهار', 'Kuwait City': 'الكويت', 'Manama': 'المنامة', 'Mashhad': 'مشهد', 'Mecca': 'مكة المكرمة',
    'Muscat': 'مسقط', 'Riyadh': 'الرياض', 'Samarqand': 'سمرقند', 'Sanaa': 'صنعاء', 'Shiraz': 'شيراز', 'Tashkent': 'طشقند',
    'Tbilisi': 'تبليسي', 'Tehran': 'طهران', 'Tel Aviv-Yafo': 'تل أبيب', 'Yerevan': 'يريفان',
    # Southern and eastern Asia.
    'Bandar Seri Begawan': 'بندر سري بكاوان', 'Bangkok': 'بانكوك', 'Beijing': 'بكين', 'Colombo': 'كولومبو', 'Dhaka': 'دكا',
    'Delhi': 'دلهي', 'Dili': 'ديلي', 'Hanoi': 'هانوي', 'Hong Kong': 'هونغ كونغ', 'Islamabad': 'إسلام آباد', 'Jakarta': 'جاكرتا',
    'Karachi': 'كراتشي', 'Kathmandu': 'كاتماندو', 'Kuala Lumpur': 'كوالالمبور', 'Lahore': 'لاهور', 'Male': 'ماليه',
    'Manila': 'مانيلا', 'Mumbai': 'مومباي', 'Naypyidaw': 'نايبيداو', 'New Delhi': 'نيودلهي', 'Peshawar': 'بيشاور',
    'Phnom Penh': 'بنوم بنه', 'Pyongyang': 'بيونغ يانغ', 'Seoul': 'سول', 'Shanghai': 'شانغهاي', 'Singapore': 'سنغافورة',
    'Taipei': 'تايبيه', 'Thimphu': 'تيمفو', 'Tokyo': 'طوكيو', 'Ulaanbaatar': 'أولان باتور', 'Vientiane': 'فيينتيان',
    # Africa.
    'Abidjan': 'أبيدجان', 'Abuja': 'أبوجا', 'Accra': 'أكرا', 'Addis Ababa': 'أديس أبابا', 'Alexandria': 'الإسكندرية',
    'Algiers': 'الجزائر', 'Antananarivo': 'أنتاناناريفو', 'Asmara': 'أسمرة', 'Bamako': 'باماكو', 'Bangui': 'بانغي',
    'Banjul': 'بانجول', 'Benghazi': 'بنغازي', 'Bissau': 'بيساو', 'Bloemfontein': 'بلومفونتين', 'Brazzaville': 'برازافيل',
    'Bujumbura': 'بوجمبورا', 'Cairo': 'القاهرة', 'Cape Town': 'كيب تاون', 'Casablanca': 'الدار البيضاء', 'Conakry': 'كوناكري',
    'Cotonou': 'كوتونو', 'Dakar': 'داكار', 'Dar es Salaam': 'دار السلام', 'Djibouti': 'جيبوتي', 'Fez': 'فاس',
    'Freetown': 'فريتاون', 'Gaborone': 'غابورون', 'Gitega': 'غيتيغا', 'Harare': 'هراري', 'Hargeisa': 'هرجيسا', 'Juba': 'جوبا', 'Kampala': 'كمبالا',
    'Kassala': 'كسلا', 'Khartoum': 'الخرطوم', 'Kigali': 'كيغالي', 'Kinshasa': 'كينشاسا', 'Lagos': 'لاغوس', 'Libreville': 'ليبرفيل',
    'Lilongwe': 'ليلونغوي', 'Lome': 'لومي', 'Luanda': 'لواندا', 'Lusaka': 'لوساكا', 'Luxor': 'الأقصر', 'Malabo': 'مالابو',
    'Maputo': 'مابوتو', 'Marrakesh': 'مراكش', 'Maseru': 'ماسيرو', 'Mbabane': 'مبابان', 'Mogadishu': 'مقديشو',
    'Monrovia': 'مونروفيا', 'Moroni': 'موروني', "N'Djamena": 'نجامينا', 'Nairobi': 'نيروبي', 'Niamey': 'نيامي',
    'Nouakchott': 'نواكشوط', 'Nyala': 'نيالا', 'Oran': 'وهران', 'Ouagadougou': 'واغادوغو', 'Port Louis': 'بورت لويس',
    'Port Sudan': 'بورتسودان', 'Porto-Novo': 'بورتو نوفو', 'Praia': 'برايا', 'Pretoria': 'بريتوريا', 'Rabat': 'الرباط', 'Sabha': 'سبها',
    'Sao Tome': 'ساو تومي', 'Timbuktu': 'تمبكتو', 'Tripoli': 'طرابلس', 'Tunis': 'تونس', 'Victoria': 'فيكتوريا',
    'Windhoek': 'ويندهوك', 'Yamoussoukro': 'ياموسوكرو', 'Yaounde': 'ياوندي', 'Dodoma': 'دودوما', 'Laayoune': 'العيون',
    # The Americas.
    'Asuncion': 'أسونسيون', 'Basseterre': 'باستير', 'Belmopan': 'بلموبان', 'Bogota': 'بوغوتا', 'Brasilia': 'برازيليا',
    'Bridgetown': 'بريدجتاون', 'Buenos Aires': 'بوينس آيرس', 'Caracas': 'كاراكاس', 'Castries': 'كاستريس',
    'Georgetown': 'جورج تاون', 'Guatemala': 'غواتيمالا', 'Hamilton': 'هاميلتون', 'Havana': 'هافانا', 'Kingston': 'كينغستون',
    'Kingstown': 'كينغستاون', 'La Paz': 'لا باز', 'Lima': 'ليما', 'Managua': 'ماناغوا', 'Mexico City': 'مكسيكو سيتي',
    'Montevideo': 'مونتيفيديو', 'Nassau': 'ناساو', 'New York': 'نيويورك', 'Ottawa': 'أوتاوا', 'Panama City': 'بنما',
    'Paramaribo': 'باراماريبو', 'Port-au-Prince': 'بورت أو برنس', 'Port-of-Spain': 'بورت أوف سبين', 'Quito': 'كيتو',
    'Roseau': 'روسو', "Saint George's": 'سانت جورج', "Saint John's": 'سانت جونز', 'San Jose': 'سان خوسيه',
    'San Salvador': 'سان سلفادور', 'Santiago': 'سانتياغو', 'Santo Domingo': 'سانتو دومينغو', 'Sucre': 'سوكري',
    'Tegucigalpa': 'تيغوسيغالبا', 'Washington, D.C.': 'واشنطن',
    # Oceania.
    'Apia': 'آبيا', 'Canberra': 'كانبرا', 'Funafuti': 'فونافوتي', 'Honiara': 'هونيارا', 'Majuro': 'ماجورو',
    'Ngerulmud': 'نغيرولمود', 'Nukualofa': 'نوكو ألوفا', 'Palikir': 'باليكير', 'Port Moresby': 'بورت مورسبي',
    'Port-Vila': 'بورت فيلا', 'Suva': 'سوفا', 'Sydney': 'سيدني', 'Tarawa': 'تاراوا', 'Wellington': 'ويلينغتون',
}
# Cities of the table's names that are other cities: by name and country.
NAMESAKES = {
    ('Victoria', 'CA'), ('San Jose', 'US'), ('Hamilton', 'CA'), ('Valencia', 'VE'), ('Santiago', 'PH'), ('Georgetown', 'US'),
}

RIVERS = {
    'Euphrates': 'الفرات', 'Tigris': 'دجلة', 'Jordan': 'الأردن', 'Orontes': 'العاصي', 'Khabur': 'الخابور',
    'Barada': 'بردى', 'Yarmouk': 'اليرموك', 'Litani': 'الليطاني', 'Afrin': 'عفرين', "A'waj": 'الأعوج',
    'Nahr al-Kabir': 'النهر الكبير الجنوبي', 'Hasbani': 'الحاصباني', 'Nile': 'النيل', 'White Nile': 'النيل الأبيض',
    'Blue Nile': 'النيل الأزرق', 'Atbara': 'عطبرة', 'Karun': 'كارون', 'Diyala': 'ديالى', 'Great Zab': 'الزاب الكبير',
    'Little Zab': 'الزاب الصغير', 'Danube': 'الدانوب', 'Dnipro': 'دنيبرو', 'Dniester': 'دنيستر', 'Don': 'الدون', 'Volga': 'الفولغا',
    'Ural': 'الأورال', 'Rhine': 'الراين', 'Seine': 'السين', 'Loire': 'لوار', 'Rhone': 'الرون', 'Elbe': 'إلبه', 'Oder': 'أودر',
    'Vistula': 'فيستولا', 'Po': 'بو', 'Thames': 'التمز', 'Ebro': 'إبرة', 'Tagus': 'تاجة', 'Niger': 'النيجر', 'Senegal': 'السنغال',
    'Congo': 'الكونغو', 'Zambezi': 'زمبيزي', 'Orange': 'أورانج', 'Limpopo': 'ليمبوبو', 'Indus': 'السند', 'Ganges': 'الغانج',
    'Brahmaputra': 'براهمابوترا', 'Amu Darya': 'أموداريا', 'Syr Darya': 'سيرداريا', 'Mekong': 'ميكونغ', 'Yangtze': 'يانغتسي',
    'Yellow River': 'النهر الأصفر', 'Amur': 'آمور', 'Ob': 'أوب', 'Yenisei': 'ينيسي', 'Lena': 'لينا', 'Irtysh': 'إرتيش',
    'Amazon': 'الأمازون', 'Parana': 'بارانا', 'Mississippi': 'المسيسيبي', 'Missouri': 'ميزوري', 'Rio Grande': 'ريو غراندي',
}


def city(name, country):
    """The table's name for a city, unless it is known to be a namesake."""
    return CITIES.get(name) if (name, country) not in NAMESAKES else None
