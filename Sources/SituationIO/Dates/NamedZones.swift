import SituationModel

/// The zones of time that dates name: by their offset, by an abbreviation that has one meaning mostly, or by a name of the system's
/// database, which was read when the column was looked at.
struct NamedZones: Hashable, Sendable {
  private var tables: [String: ZoneTable] = [:]
  /// The seconds that 1 stands for in a field of numbers; nil in any other field.
  private var secondsPerNumber: Int?

  /// The clocks of a zone.
  struct Clock: Hashable, Sendable {
    fileprivate var seconds: Int?
    fileprivate var table: ZoneTable?
    /// True if the text is an offset from UTC and no name.
    fileprivate(set) var isOffset = false

    fileprivate init(seconds: Int? = nil, table: ZoneTable? = nil, isOffset: Bool = false) {
      (self.seconds, self.table, self.isOffset) = (seconds, table, isOffset)
    }

    /// The clocks of a zone of the system's database.
    init(_ table: ZoneTable) { self.init(table: table) }

    /// The seconds that its clocks are before UTC when they show a moment.
    func offset(at local: Instant) -> Int { seconds ?? table?.offset(at: local) ?? 0 }
  }

  /// Abbreviations with their hours before UTC. Those with several meanings are left out, but for the North American ones, which
  /// mail and feeds have had since RFC 822.
  private static let abbreviations: [String: Double] = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2,
    "EEST": 3, "MSK": 3, "МСК": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7,
    "BST": 1,
  ]

  /// The clocks that a word names; nil where it names none.
  func clock(_ word: some StringProtocol) -> Clock? {
    let large = word.uppercased().replacing("\u{2212}", with: "-")
    for name in ["GMT", "UTC"] where large.hasPrefix(name) && large.count > 3 {
      return NamedZones.offset(large.dropFirst(3)).map { Clock(seconds: $0, isOffset: true) }
    }
    if let hours = NamedZones.abbreviations[large] { return Clock(seconds: Int(hours * 3_600)) }
    if let seconds = NamedZones.offset(large[...]) { return Clock(seconds: seconds, isOffset: true) }
    return tables[String(word)].map { Clock(table: $0) }
  }

  /// Seconds east of UTC: `+3`, `+03`, `+0300`, `-05:30`.
  private static func offset(_ text: Substring) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(digits)
    else { return nil }
    let (hours, minutes) = digits.utf8.count <= 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 14, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }

  /// The zones that some dates name, read from the system's database.
  init(naming texts: [String] = []) {
    for text in texts where text.contains("/") {
      guard let name = text.split(whereSeparator: { $0 == " " || $0 == "[" || $0 == "]" }).last, name.contains("/"),
        name.first?.isLetter == true, tables[String(name)] == nil, tables.count < 64
      else { continue }
      tables[String(name)] = ZoneTable(named: String(name))
    }
  }

  /// The zones that the texts of a field name which has nothing else: names, abbreviations, offsets, or numbers of hours or seconds
  /// east of UTC. Numbers of minutes have no sign that everybody agrees on, and are none.
  ///
  /// - Parameter mayBeCodes: true if the name of the field does not say that its numbers are offsets: small ones without a sign may then be
  ///   codes of anything, and are none.
  init(ofField texts: [String], mayBeCodes: Bool = false) {
    for text in Set(texts) where tables.count < 64 && clock(text) == nil { tables[text] = ZoneTable(named: text) }
    let numbers = texts.compactMap(TableNumber.number)
    let isMixed = numbers.count < texts.count
    guard !numbers.isEmpty, !isMixed || texts.contains(where: { TableNumber.number($0) == nil && clock($0) != nil })
    else { return }
    if numbers.allSatisfy({ abs($0) <= 14 }) {
      let haveSigns = texts.contains { $0.hasPrefix("-") || $0.hasPrefix("+") || $0.contains(".") }
      if !mayBeCodes || haveSigns { secondsPerNumber = 3_600 }
    } else if numbers.allSatisfy({ abs($0) <= 50_400 && $0.truncatingRemainder(dividingBy: 900) == 0 }),
      numbers.allSatisfy({ $0 == 0 || abs($0) >= 3_600 })
    {
      secondsPerNumber = 1
    }
  }

  /// The clocks that the text of a field names which has nothing but zones; nil where it names none.
  func clock(ofField text: String) -> Clock? {
    if let secondsPerNumber, let number = TableNumber.number(text), abs(number) <= 50_400 {
      let seconds = Int((number * Double(secondsPerNumber)).rounded())
      return abs(seconds) <= 50_400 ? Clock(seconds: seconds, isOffset: true) : nil
    }
    // Windows writes "(UTC+02:00) Cairo".
    if text.hasPrefix("("), let end = text.firstIndex(of: ")") { return clock(text[..<end].dropFirst()) }
    return clock(text) ?? NamedZones.hours(ofTwice: text).map { Clock(seconds: $0 * 3_600, isOffset: true) }
      ?? ZoneTable(named: text).map { Clock(table: $0) }
  }

  /// The hours of an abbreviation and its offset, which have to agree: `CST-6`.
  private static func hours(ofTwice text: String) -> Int? {
    guard let sign = text.firstIndex(where: { "+-".contains($0) }), let hours = Int(text[sign...]),
      abbreviations[text[..<sign].uppercased()] == Double(hours)
    else { return nil }
    return hours
  }

  /// The abbreviations that some dates have, with what each is read as: `EST as -05:00`.
  static func abbreviations(in texts: [String]) -> [String] {
    var found: [String: Double] = [:]
    for text in texts {
      guard let word = text.split(separator: " ").last.map({ $0.uppercased() }), text.contains(":"),
        let hours = abbreviations[word], !["Z", "UT", "UTC", "GMT"].contains(word)
      else { continue }
      found[word] = hours
    }
    return found.keys.sorted().map { word in
      let hours = Int(found[word] ?? 0)
      return "\(word) as \(hours < 0 ? "-" : "+")\(abs(hours) < 10 ? "0" : "")\(abs(hours)):00"
    }
  }
}
