/// The names of months in English, German, French, Spanish, Russian, Ukrainian, Arabic, Italian, Portuguese, Dutch, Polish and Turkish.
enum MonthNames {
  private static let names: [[String]] = [
    [
      "january", "januar", "janvier", "enero", "января", "январь", "січня", "січень", "يناير", "كانون الثاني",
      "gennaio", "janeiro", "januari", "stycznia", "styczeń", "ocak",
    ],
    [
      "february", "februar", "février", "fevrier", "febrero", "февраля", "февраль", "лютого", "лютий", "فبراير", "شباط",
      "febbraio", "fevereiro", "februari", "lutego", "luty", "şubat",
    ],
    [
      "march", "märz", "maerz", "mars", "marzo", "марта", "март", "березня", "березень", "مارس", "آذار", "março",
      "maart", "marca", "marzec", "mart",
    ],
    [
      "april", "avril", "abril", "апреля", "апрель", "квітня", "квітень", "أبريل", "ابريل", "نيسان", "aprile",
      "kwietnia", "kwiecień", "nisan",
    ],
    [
      "may", "mai", "mayo", "мая", "май", "травня", "травень", "مايو", "أيار", "maggio", "maio", "mei", "maja", "maj",
      "mayıs",
    ],
    [
      "june", "juni", "juin", "junio", "июня", "июнь", "червня", "червень", "يونيو", "حزيران", "giugno", "junho",
      "czerwca", "czerwiec", "haziran",
    ],
    [
      "july", "juli", "juillet", "julio", "июля", "июль", "липня", "липень", "يوليو", "تموز", "luglio", "julho",
      "lipca", "lipiec", "temmuz",
    ],
    [
      "august", "août", "aout", "agosto", "августа", "август", "серпня", "серпень", "أغسطس", "اغسطس", "آب", "augustus",
      "sierpnia", "sierpień", "ağustos",
    ],
    [
      "september", "septembre", "septiembre", "setiembre", "sept", "сентября", "сентябрь", "вересня", "вересень",
      "سبتمبر", "أيلول", "settembre", "setembro", "września", "wrzesień", "eylül",
    ],
    [
      "october", "oktober", "octobre", "octubre", "октября", "октябрь", "жовтня", "жовтень", "أكتوبر", "تشرين الأول",
      "ottobre", "outubro", "października", "październik", "ekim",
    ],
    [
      "november", "novembre", "noviembre", "ноября", "ноябрь", "листопада", "листопад", "نوفمبر", "تشرين الثاني",
      "novembro", "listopada", "listopad", "kasım",
    ],
    [
      "december", "dezember", "décembre", "decembre", "diciembre", "декабря", "декабрь", "грудня", "грудень", "ديسمبر",
      "كانون الأول", "dicembre", "dezembro", "grudnia", "grudzień", "aralık",
    ],
  ]

  /// The month, 1 … 12, that a word names, whole or by at least its first three letters; nil where it names none or several.
  static func month(_ word: some StringProtocol) -> Int? {
    var small = word.lowercased()
    if small.hasSuffix(".") { small.removeLast() }
    guard small.first?.isLetter == true else { return nil }
    // Arabic texts name a month twice: `كانون الأول/ديسمبر`.
    if let slash = small.firstIndex(of: "/") {
      let (first, last) = (month(small[..<slash]), month(small[small.index(after: slash)...]))
      return first == last ? first : nil
    }
    if let exact = names.firstIndex(where: { $0.contains(small) }) { return exact + 1 }
    guard small.unicodeScalars.count >= 3 else { return nil }
    let matches = names.indices.filter { names[$0].contains { $0.hasPrefix(small) } }
    return matches.count == 1 ? matches[0] + 1 : nil
  }

  /// A text in which months of two words are one word each.
  static func joined(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x600...0x6FF).contains($0.value) }) else { return text }
    var text = text
    for (index, names) in names.enumerated() {
      for name in names where name.contains(" ") { text = text.replacing(name, with: english[index]) }
    }
    return text
  }

  private static let english = names.map { $0[0] }
}
