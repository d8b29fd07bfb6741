/// Tells of bytes that have texts in them whether all would be safe as they stand, without making them so.
///
/// It takes what it knows and gives up on anything else, which then has to be looked at as `SafeText`. So it may be wrong to the
/// one side only. What it has learned of a code point it keeps: it is for many texts, on one thread.
public struct HarmlessText {
  /// The classes of code points that were looked up so far, by the code point's number.
  private var known = [Kind](repeating: [], count: 0x2_0000)

  private struct Kind: OptionSet {
    let rawValue: UInt8
    static let isKnown = Kind(rawValue: 1)
    static let isPlain = Kind(rawValue: 2)
    static let isCombining = Kind(rawValue: 4)
    static let isEmoji = Kind(rawValue: 8)
    /// True if the code point changes its form beside others.
    static let isJoined = Kind(rawValue: 16)
  }

  /// Nothing is known yet.
  public init() {}

  /// True if safe text would leave every text in the bytes of a record as it is. False if that is not known. Linear in the bytes.
  ///
  /// - Parameter bytes: UTF-8, in which any sign of ASCII that is no letter and no digit may end a text, and a backslash may hide
  ///   what JSON hides behind it.
  public mutating func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (place, base, combining, last) = (0, Kind(), 0, Kind())
    while place < bytes.count {
      let byte = bytes[place]
      let end = HarmlessText.endOfPlain(bytes, from: place)
      if end > place {
        (base, combining, last) = (HarmlessText.kind(ofASCII: bytes[end - 1]), 0, [])
        place = end
        continue
      }
      if byte < 0x80 {
        guard let length = HarmlessText.length(ofASCII: byte, bytes, place) else { return false }
        place += length
        (base, combining, last) = (HarmlessText.kind(ofASCII: byte), 0, [])
        continue
      }
      guard let (value, length) = HarmlessText.scalar(bytes, place) else { return false }
      place += length
      switch value {
      case 0xFE0E, 0xFE0F:
        guard base == .isEmoji else { return false }
        base = .isPlain
      case 0x200C, 0x200D:
        if base == .isEmoji { continue }
        guard base == .isPlain, last.contains(.isJoined), combining < CharacterMarker.combiningLimit else {
          return false
        }
        combining += 1
        last = []
      default:
        last = kind(of: value)
        if last.contains(.isPlain) {
          (base, combining) = (last.contains(.isEmoji) ? .isEmoji : .isPlain, 0)
        } else {
          guard last.contains(.isCombining), base != [], combining < CharacterMarker.combiningLimit else {
            return false
          }
          combining += 1
        }
      }
    }
    return true
  }

  /// True if safe text would leave a text as it is. False if that is not known.
  public mutating func holds(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { holds($0) }
  }

  /// The number of characters of a text that become marks wherever the text stands; nil where that depends on their neighbours. Linear.
  public mutating func marks(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (place, marks) = (0, 0)
    while place < bytes.count {
      switch bytes[place] {
      case 0x20..<0x7F, 0x09, 0x0A: place = max(place + 1, HarmlessText.endOfPlain(bytes, from: place))
      case 0x0D:
        guard place + 1 < bytes.count, bytes[place + 1] == 0x0A else { return nil }
        place += 1
      case 0..<0x80: (place, marks) = (place + 1, marks + 1)
      default:
        guard let (value, length) = HarmlessText.scalar(bytes, place) else { return nil }
        place += length
        if [0x200C, 0x200D, 0xFE0E, 0xFE0F].contains(value) { return nil }
        let kind = kind(of: value)
        if kind.contains(.isCombining) { return nil }
        if !kind.contains(.isPlain) { marks += 1 }
      }
    }
    return marks
  }

  private static func kind(ofASCII byte: UInt8) -> Kind {
    byte &- 0x30 < 10 ? .isEmoji : (byte | 0x20) &- 0x61 < 26 ? .isPlain : []
  }

  /// Where the printable ASCII ends that stands at a byte, a backslash not among it. Eight bytes are looked at in one go: most are that.
  @inline(__always)
  private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var place = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    while place + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      let (control, backslash) = (word & (ones * 0xE0), word ^ (ones * UInt64(UInt8(ascii: "\\"))))
      // The lowest of these bits is exact (Mycroft).
      let others =
        ((control &- ones) & ~control | (backslash &- ones) & ~backslash | word | (word &+ ones)) & highs
      if others != 0 { return place + others.trailingZeroBitCount >> 3 }
      place += 8
    }
    while place < bytes.count, bytes[place] &- 0x20 < 0x5F, bytes[place] != UInt8(ascii: "\\") { place += 1 }
    return place
  }

  /// How many bytes a sign of ASCII takes, with what a backslash hides; nil for one that may become a mark.
  private static func length(ofASCII byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    return switch byte {
    case UInt8(ascii: "\\"): #""\/nt"#.utf8.contains(next) ? 2 : nil
    case 0x20..<0x7F, 0x09, 0x0A: 1
    case 0x0D: next == 0x0A ? 1 : nil
    default: nil
    }
  }

  /// The number of a code point of several bytes, below 0x20000; nil for any other, and for what is no UTF-8.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (value: Int, length: Int)? {
    let first = bytes[place]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF0, place + length <= bytes.count else { return nil }
    var value = Int(first) & (0x7F >> length)
    for tail in bytes[(place + 1)..<(place + length)] {
      guard tail & 0xC0 == 0x80 else { return nil }
      value = value << 6 | Int(tail & 0x3F)
    }
    let least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
    return value >= least && value < 0x2_0000 ? (value, length) : nil
  }

  private mutating func kind(of value: Int) -> Kind {
    if known[value].contains(.isKnown) { return known[value] }
    var kind = Kind.isKnown
    // A surrogate is no code point.
    if let scalar = Unicode.Scalar(UInt32(value)) {
      switch ScalarKind(scalar) {
      case .plain: kind.insert(.isPlain)
      case .combining: kind.insert(.isCombining)
      default: break
      }
      if scalar.properties.isEmoji { kind.insert(.isEmoji) }
      if ScalarKind.isJoined(scalar) { kind.insert(.isJoined) }
    }
    known[value] = kind
    return kind
  }
}
