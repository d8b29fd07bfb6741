import SituationModel

/// A feature that was looked at byte by byte, without its texts: what the columns of a table need, and where it ends.
///
/// It takes the plain features that nearly all of a large file are, and gives up on anything else, such as a member that
/// it does not know, a value that is not what it should be, or an area: `EventReader` then reads the feature, and says
/// what is wrong with it. So it has to be strict, and never has to explain.
struct FeatureScan {
  /// The byte behind the feature.
  private(set) var end = 0
  /// The id, between its quotes.
  private(set) var id: Range<Int>?
  private(set) var when: DateInterval?
  private(set) var kind = EventKind.other.code
  /// Where the file's word for the kind stands, if the program does not know it.
  private(set) var ownKind: Range<Int>?
  private(set) var precision = PlacePrecision.unknown.code
  private(set) var standing: UInt8 = 0
  private(set) var point: Coordinate?
  /// The name of the place, between its quotes.
  private(set) var name: Range<Int>?
  private(set) var flags: EventColumns.Flags = []

  /// A scan of the feature that begins at a byte; nil where it has to be read.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limits: Limits) {
    var scanner = ByteScanner(bytes, at: start, limits: limits)
    guard scan(&scanner) else { return nil }
    end = scanner.offset
    if scanner.isSuspect { flags.insert(.isSuspect) }
    if point != nil { flags.insert(.isPoint) }
  }

  private struct Seen: OptionSet {
    let rawValue: UInt16
    static let type = Seen(rawValue: 1)
    static let id = Seen(rawValue: 2)
    static let geometry = Seen(rawValue: 4)
    static let properties = Seen(rawValue: 8)
    static let title = Seen(rawValue: 16)
    static let kind = Seen(rawValue: 32)
    static let when = Seen(rawValue: 64)
    static let published = Seen(rawValue: 128)
    static let place = Seen(rawValue: 256)
    static let standing = Seen(rawValue: 512)
    static let actors = Seen(rawValue: 1_024)
    static let summary = Seen(rawValue: 2_048)
    static let sources = Seen(rawValue: 4_096)
  }

  private mutating func scan(_ scanner: inout ByteScanner) -> Bool {
    var seen: Seen = []
    guard
      scanner.object({ scanner, key in
        switch scanner.word(key) {
        case "type": return seen.insert(.type).inserted && scanner.text(is: "Feature")
        case "id":
          guard seen.insert(.id).inserted, let text = scanner.text(), !text.isEmpty, !scanner.hadEscape else {
            return false
          }
          id = text
          return true
        case "geometry": return seen.insert(.geometry).inserted && geometry(&scanner)
        case "properties": return seen.insert(.properties).inserted && properties(&scanner, &seen)
        default: return false
        }
      })
    else { return false }
    guard seen.isSuperset(of: [.type, .geometry, .properties, .title]) else { return false }
    return hasFittingPlace
  }

  /// A place without a form can be in no region, and one that is not to be drawn has no form.
  private var hasFittingPlace: Bool {
    let isUnplaced = precision == PlacePrecision.unplaced.code
    return point == nil ? isUnplaced : !isUnplaced
  }

  private mutating func geometry(_ scanner: inout ByteScanner) -> Bool {
    if scanner.null() {
      // Without a word on its precision, a place without a form is unplaced.
      if precision == PlacePrecision.unknown.code { precision = PlacePrecision.unplaced.code }
      return true
    }
    var (hasType, hasPoint) = (false, false)
    let isRead = scanner.object { scanner, key in
      switch scanner.word(key) {
      case "type":
        guard !hasType, scanner.text(is: "Point") else { return false }
        hasType = true
        return true
      case "coordinates":
        guard !hasPoint, scanner.take("["), let longitude = scanner.number(), scanner.take(","),
          let latitude = scanner.number(), scanner.take("]"),
          let place = Coordinate(checkedLatitude: latitude, longitude: longitude), !place.isZero
        else { return false }
        (point, hasPoint) = (place, true)
        return true
      default: return false
      }
    }
    return isRead && hasType && hasPoint
  }

  private mutating func properties(_ scanner: inout ByteScanner, _ seen: inout Seen) -> Bool {
    scanner.object { scanner, key in
      switch scanner.word(key) {
      case "title":
        // What begins with nothing that is seen, or with an escape, may be blank.
        return seen.insert(.title).inserted && scanner.isAtText && !scanner.beginsBlank && scanner.text() != nil
      case "kind": return seen.insert(.kind).inserted && kind(&scanner)
      case "when":
        guard seen.insert(.when).inserted, let date = scanner.date() else { return false }
        when = date
        return true
      case "published": return seen.insert(.published).inserted && scanner.date() != nil
      case "place": return seen.insert(.place).inserted && place(&scanner)
      case "standing":
        guard seen.insert(.standing).inserted, let word = scanner.plainWord(),
          let standing = Standing(rawValue: word)
        else { return false }
        self.standing = standing.code
        return true
      case "actors": return seen.insert(.actors).inserted && scanner.list { $0.text() != nil }
      case "summary": return seen.insert(.summary).inserted && scanner.text() != nil
      case "sources": return seen.insert(.sources).inserted && scanner.list { source(&$0) }
      default: return false
      }
    }
  }

  private mutating func kind(_ scanner: inout ByteScanner) -> Bool {
    guard let text = scanner.text(), !scanner.hadEscape, let word = scanner.smallLetters(text) else { return false }
    guard let known = EventKind(rawValue: word) else {
      flags.insert(.hasOwnKind)
      ownKind = text.isEmpty ? nil : text
      return true
    }
    kind = known.code
    return true
  }

  private mutating func place(_ scanner: inout ByteScanner) -> Bool {
    if scanner.isAtText { return placeName(&scanner) }
    var (hasName, hasPrecision) = (false, false)
    return scanner.object { scanner, key in
      switch scanner.word(key) {
      case "name":
        if hasName { return false }
        hasName = true
        return placeName(&scanner)
      case "precision":
        guard !hasPrecision, let word = scanner.plainWord(), let precision = PlacePrecision(rawValue: word) else {
          return false
        }
        hasPrecision = true
        // Both ways of saying nothing of a place without a form come to the same.
        if precision == .unknown && point == nil { return false }
        self.precision = precision.code
        return true
      default: return false
      }
    }
  }

  private mutating func placeName(_ scanner: inout ByteScanner) -> Bool {
    guard let text = scanner.text(), !scanner.hadEscape else { return false }
    name = text.isEmpty ? nil : text
    return true
  }

  private mutating func source(_ scanner: inout ByteScanner) -> Bool {
    var hasGrade = false
    var seen = 0
    func first(_ bit: Int) -> Bool {
      defer { seen |= bit }
      return seen & bit == 0
    }
    let isRead = scanner.object { scanner, key in
      switch scanner.word(key) {
      case "who":
        guard first(1), let text = scanner.text() else { return false }
        return !text.isEmpty
      case "via": return first(2) && scanner.text() != nil
      case "published": return first(4) && scanner.date() != nil
      case "link": return first(8) && scanner.text() != nil
      case "note": return first(16) && scanner.text() != nil
      case "says": return first(32) && scanner.text() != nil
      case "grade":
        guard first(64), let word = scanner.shortText(), AdmiraltyGrade(word) != nil else { return false }
        hasGrade = true
        return true
      default: return false
      }
    }
    if hasGrade { flags.insert(.hasGrade) }
    return isRead && seen & 1 != 0
  }
}
