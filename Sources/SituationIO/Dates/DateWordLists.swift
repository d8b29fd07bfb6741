/// The words of dates that are no months, in English, German, French, Spanish, Russian, Ukrainian and Arabic.
enum DateWordLists {
  static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "weds",
    "thu", "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
    "samedi", "dimanche", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lunes", "martes", "miércoles", "miercoles",
    "jueves", "viernes", "sábado", "sabado", "domingo", "mié", "mie", "jue", "vie", "sáb", "sab", "dom", "понедельник",
    "вторник", "среда", "среду", "четверг", "пятница", "пятницу", "суббота", "субботу", "воскресенье", "пн", "вт", "ср",
    "чт", "пт", "сб", "вс", "понеділок", "вівторок", "середа", "середу", "четвер", "п'ятниця", "п’ятниця", "субота",
    "суботу", "неділя", "неділю", "нд", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الاربعاء", "الخميس", "الجمعة",
    "السبت", "الأحد", "الاحد",
  ]

  /// Words before a date that say nothing.
  static let openings: Set<String> = ["on", "the", "le", "am", "den", "el", "em", "в", "во", "у", "يوم", "في"]

  /// The ends of a date that has one alone.
  enum OpenEnd { case before, until, since, after }

  /// The end that a word before a date says; nil for any other word.
  static func openings(of word: String) -> OpenEnd? {
    if ["before", "vor", "avant", "antes", "перед", "قبل"].contains(word) { return .before }
    if ["until", "till", "til", "jusqu'en", "jusqu'au", "jusqu'à", "hasta", "до", "حتى"].contains(word) {
      return .until
    }
    if ["since", "seit", "depuis", "desde", "с", "з", "від", "منذ"].contains(word) { return .since }
    return ["after", "nach", "après", "después", "despues", "после", "після", "بعد"].contains(word) ? .after : nil
  }

  /// Words before such a date that say nothing else.
  static let lasting: Set<String> = ["ongoing", "active", "continuing", "andauernd", "en", "cours"]

  /// Words beside a time of day that say nothing.
  static let clockFillers: Set<String> = [
    "at", "um", "à", "a", "las", "los", "в", "о", "об", "gegen", "uhr", "hrs", "hrs.", "hours", "h", "heures", "horas",
    "часов", "ч", "ч.", "local", "time", "(local)", "(local", "time)", "-", "on", "الساعة",
  ]

  /// Words for a date that is not exact.
  static let approximations: Set<String> = [
    "c", "c.", "ca", "ca.", "circa", "about", "around", "approx", "approx.", "approximately", "roughly", "~",
    "\u{2248}",
    "etwa", "ungefähr", "rund", "vers", "environ", "hacia", "alrededor", "aproximadamente", "около", "примерно",
    "приблизно", "близько", "حوالي",
  ]

  /// Words for a part of a month or of a year.
  static let periodParts: Set<String> = [
    "early", "mid", "middle", "late", "beginning", "start", "end", "anfang", "mitte", "ende", "début", "debut", "mi",
    "fin",
    "principios", "comienzos", "mediados", "finales", "начало", "начале", "середина", "середине", "конец", "конце",
    "початок", "початку", "кінець", "кінці", "أوائل", "اوائل", "منتصف", "أواخر", "اواخر",
  ]

  /// Words for a part of a day.
  static let dayParts: Set<String> = [
    "night", "evening", "morning", "afternoon", "dawn", "dusk", "overnight", "early", "late", "nachts", "nacht",
    "abends",
    "abend", "morgens", "nachmittags", "nachmittag", "vormittags", "vormittag", "matin", "soir", "nuit", "après-midi",
    "noche", "tarde", "mañana", "madrugada", "утро", "утром", "вечер", "вечером", "ночь", "ночью", "днем", "днём",
    "ранок",
    "вранці", "вечір", "ввечері", "ніч", "вночі", "صباحا", "صباحاً", "مساء", "مساءً", "ليلا", "ليلاً", "فجر",
  ]

  /// Words behind the date on which something began that goes on.
  static let goingOn: [[String]] = [
    ["onwards"], ["onward"], ["to", "present"], ["to", "date"], ["to", "now"], ["-", "present"],
    ["\u{2013}", "present"],
    ["until", "now"], ["till", "now"], ["and", "ongoing"], ["ongoing"], ["bis", "heute"], ["à", "aujourd'hui"],
    ["hasta", "hoy"], ["hasta", "la", "fecha"], ["по", "настоящее", "время"], ["по", "сьогодні"],
  ]

  /// Words before the day on whose morning a night ends.
  static let nightsBefore: [[String]] = [
    ["in", "der", "nacht", "zum"], ["in", "der", "nacht", "auf", "den"], ["nacht", "zum"], ["nacht", "auf", "den"],
    ["nacht", "auf"], ["в", "ночь", "на"], ["ночь", "на"], ["у", "ніч", "на"], ["в", "ніч", "на"], ["ніч", "на"],
    ["night", "to"], ["night", "before"],
  ]

  /// Words between the parts of a phrase that say nothing.
  static let links: Set<String> = ["of", "on", "in", "the", "de", "del", "des", "du", "la", "le", "в", "на", "من"]

  /// The seasons, with the number that EDTF has for each.
  static let seasons: [String: Int] = [
    "spring": 21, "frühling": 21, "frühjahr": 21, "printemps": 21, "primavera": 21, "весна": 21, "весной": 21,
    "весни": 21,
    "ربيع": 21, "summer": 22, "sommer": 22, "été": 22, "verano": 22, "лето": 22, "летом": 22, "літо": 22, "صيف": 22,
    "autumn": 23, "fall": 23, "herbst": 23, "automne": 23, "otoño": 23, "осень": 23, "осенью": 23, "осінь": 23,
    "خريف": 23, "winter": 24, "hiver": 24, "invierno": 24, "зима": 24, "зимой": 24, "شتاء": 24,
  ]

  /// Words before the first day of a span.
  static let spanOpenings: Set<String> = [
    "from", "between", "von", "vom", "zwischen", "du", "de", "del", "entre", "с", "со", "между", "з", "із", "від",
    "між",
    "من", "بين",
  ]

  /// Words between the days of a span. Those that also join two dates that are none count behind a word such as "between".
  static let spanWords: [(word: String, needsOpening: Bool)] = [
    ("to", false), ("until", false), ("till", false), ("through", false), ("thru", false), ("bis", false),
    ("au", false),
    ("al", false), ("hasta", false), ("по", false), ("до", false), ("إلى", false), ("حتى", false), ("a", true),
    ("and", true), ("und", true), ("et", true), ("y", true), ("и", true), ("та", true), ("і", true), ("و", true),
  ]
}
