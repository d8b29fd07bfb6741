/// The words that stand around the name of a place, in English, German, French, Spanish, Russian, Ukrainian and Arabic.
enum PlaceWords {
  /// Words before or behind a name that say that it is a town: they change nothing.
  static let towns: Set<String> = [
    "city", "town", "village", "downtown", "centre", "center", "central", "municipality", "stadt", "ville", "ciudad",
    "pueblo", "г", "город",
    "село", "м", "місто", "مدينة", "بلدة", "قرية",
  ]
  /// Words that say that a province is meant, or the land around a town, which has its name.
  static let provinces: Set<String> = [
    "province", "governorate", "countryside", "oblast", "region", "rural", "state", "muhafazah", "wilaya", "provinz",
    "gouvernement",
    "gouvernorat", "provincia", "область", "обл", "محافظة", "ولاية", "ريف",
  ]
  /// Words for several units.
  static let plurals: Set<String> = [
    "provinces", "governorates", "districts", "regions", "oblasts", "counties", "states", "departments", "villages",
    "towns", "cities", "municipalities", "islands", "provinzen", "kreise", "provincias", "départements",
    "departamentos",
    "області", "области", "محافظات",
  ]
  /// Words behind a name that say that more than the place is meant, or less of it.
  static let surroundings: Set<String> = [
    "area", "outskirts", "suburb", "suburbs", "surroundings", "environs", "vicinity", "district", "subdistrict",
    "county", "raion", "axis",
    "front", "umgebung", "район",
  ]
  /// Words before a name that say that it was not at the place itself.
  static let nearness: Set<String> = [
    "near", "nearby", "around", "outside", "off", "beyond", "nahe", "bei", "unweit", "près", "pres", "cerca", "около",
    "возле", "вблизи",
    "под", "біля", "поблизу", "під", "قرب",
  ]
  /// Words before a name that say that the place is not known.
  static let doubts: Set<String> = [
    "possibly", "probably", "perhaps", "maybe", "presumably", "likely", "reportedly", "allegedly", "unconfirmed",
    "vermutlich", "wahrscheinlich", "vielleicht", "probablement", "peut-être", "probablemente", "posiblemente",
    "возможно", "вероятно", "предположительно", "можливо", "імовірно", "ймовірно", "ربما",
  ]
  /// Parts of a place: an adjective before its name.
  static let parts: Set<String> = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
    "south-east",
    "south-west", "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern",
    "southwestern", "nord", "sud",
    "est", "ouest", "norte", "sur", "este", "oeste", "nördlich", "südlich", "östlich", "westlich", "севернее", "южнее",
    "восточнее",
    "западнее", "північніше", "південніше", "شمال", "جنوب", "شرق", "غرب",
  ]
  /// Of those, the ones that always say where it was from the place.
  static let bearings: Set<String> = [
    "nördlich", "südlich", "östlich", "westlich", "севернее", "южнее", "восточнее", "западнее", "північніше",
    "південніше",
  ]
  /// Letters for directions, as they stand behind a distance.
  static let letters: Set<String> = [
    "n", "s", "e", "w", "ne", "nw", "se", "sw", "nne", "nnw", "sse", "ssw", "ene", "ese", "wnw", "wsw",
  ]
  /// Small words between those and the name.
  static let joints: Set<String> = ["of", "from", "the", "de", "du", "del", "von", "от", "від", "من", "au", "al"]
  /// Words before all, which say nothing.
  static let openings: Set<String> = ["in", "at", "the", "im", "à", "en", "в", "у", "في"]
  /// Units of length behind a number.
  static let units: Set<String> = [
    "km", "kilometers", "kilometres", "kilometer", "m", "mi", "miles", "mile", "км", "كم",
  ]
  /// Names of countries that provinces of others have, too: they alone say nothing.
  static let sharedCountries: Set<String> = ["georgia", "luxembourg", "luxemburg"]
  /// Words that say that a name is of several places, or of a way between two.
  static let several: Set<String> = [
    "and", "or", "between", "und", "oder", "zwischen", "et", "ou", "entre", "y", "e", "и", "или", "между", "і", "та",
    "або", "між", "و", "بين",
    "to", "from", "road", "highway", "route", "motorway", "line",
  ]
}
