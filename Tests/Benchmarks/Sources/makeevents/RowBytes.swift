import Glibc

/// Bytes of rows on their way to standard output.
struct RowBytes {
  private var bytes: [UInt8] = []

  /// Appends a text as it stands.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends a field: in quotes where it needs them (RFC 4180), or where all fields of its column have them.
  mutating func add(field: String, isQuoted: Bool = false) {
    guard isQuoted || field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A }) else { return add(field) }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Appends fields with commas between them, and ends the row.
  mutating func add(row fields: [String], quoting column: Int? = nil) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      add(field: field, isQuoted: place == column)
    }
    bytes.append(0x0A)
    if bytes.count > 1 << 20 { flush() }
  }

  /// Writes what there is.
  mutating func flush() {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Glibc.write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        guard written > 0 else { exit(74) }
        rest = rest.dropFirst(written)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// Words that strangers' tables are made of.
struct Words {
  private(set) var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// A number below a limit.
  mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
  /// True once in some times.
  mutating func happens(oneIn times: Int) -> Bool { number(below: times) == 0 }
  mutating func pick(_ texts: [String]) -> String { texts[number(below: texts.count)] }
  /// A number of so many digits, with zeros before it.
  mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(number(below: 10)) }.joined() }

  /// A name of syllables; one in six has letters that are no ASCII.
  mutating func name() -> String {
    let syllables = ["al", "ba", "kha", "dor", "mi", "ra", "shu", "te", "van", "no", "qa", "ley", "sur", "im", "ho"]
    let others = ["ö", "š", "’a", "ī", "ль", "ки", "ø", "ć"]
    var name = pick(syllables) + pick(syllables) + (happens(oneIn: 2) ? pick(syllables) : "")
    if happens(oneIn: 6) { name += pick(others) }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Degrees around a middle, with four to six places.
  mutating func degrees(around middle: Double) -> String {
    let places = 10_000.0 * [1, 10, 100][number(below: 3)]
    let value = middle + Double(number(below: 2_000_000) - 1_000_000) / 250_000
    return String((value * places).rounded() / places)
  }

  /// A day of twelve years.
  mutating func day() -> String {
    let (month, day) = (number(below: 12) + 1, number(below: 28) + 1)
    return "\(2013 + number(below: 12))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Sentences of about so many letters: commas in most, line ends and quotes in some.
  mutating func notes(about length: Int) -> String {
    var text = ""
    let wanted = length / 2 + number(below: length)
    while text.utf8.count < wanted {
      text += pick(Words.phrases)
      if happens(oneIn: 12) { text += " \"\(pick(Words.phrases))\"" }
      text += happens(oneIn: 30) ? ".\n" : happens(oneIn: 3) ? ". " : ", "
    }
    return text + "no more is known."
  }

  private static let phrases = [
    "residents of the old quarter reported", "two vehicles on the bridge", "smoke was seen over the depot",
    "the road to the north was closed", "a spokesman denied it", "according to a local radio station",
    "several houses near the market", "crews were sent", "at about 04:30 local time", "number unknown",
    "members of a committee met", "the crossing at Jadīda", "no one was hurt", "windows were broken",
    "at least 3 people",
  ]
}
