import SituationModel
import TextCanvas

/// The meaning of the colours of marks.
public enum MarkColours: String, CaseIterable, Hashable, Sendable {
  /// The kind of event.
  case kind
  /// The file of several that the event is from.
  case file
}

/// The colours of marks: a number for each row, of its kind or of its file, and an ink for each number.
struct Colouring: Sendable {
  let colours: MarkColours
  /// The codes of kinds or the numbers of files, by row.
  let numbers: [UInt8]
  private let kinds: KindTable

  /// The colours of a table; those of kinds if one file is open.
  init(_ colours: MarkColours, of events: EventTable) {
    self.colours = events.files.isEmpty ? .kind : colours
    numbers = self.colours == .kind ? events.columns.kinds : events.columns.files
    kinds = events.kinds
  }

  /// The number of a colour for an entry of `numbers`: below 32, so that colours are bits.
  @inline(__always)
  static func color(_ number: UInt8, _ colours: MarkColours) -> Int {
    Int(colours == .kind ? KindTable.slot(ofCode: number) : number)
  }

  /// The number of an event's colour.
  func color(ofRow row: Int) -> Int { Self.color(numbers[row], colours) }

  /// The colour of a number.
  func ink(of number: Int) -> Ink {
    colours == .kind ? kinds[UInt8(truncatingIfNeeded: number)].ink : EventFile.ink(of: number)
  }

  /// The colour of an event.
  func ink(ofRow row: Int) -> Ink { ink(of: color(ofRow: row)) }

  /// The colour of some numbers as bits if there is only one; nil for several.
  func ink(ofBits bits: UInt32) -> Ink? {
    bits.nonzeroBitCount == 1 ? ink(of: bits.trailingZeroBitCount) : nil
  }

  /// The bit of an event's number.
  func bit(ofRow row: Int) -> UInt32 { 1 << UInt32(truncatingIfNeeded: color(ofRow: row)) }
}

extension MarkColours {
  /// The more informative meaning if nothing is said. The letter of a mark already tells the kind, so if several files are open the
  /// colour
  /// tells the file.
  static func usual(for events: EventTable) -> MarkColours { events.files.isEmpty ? .kind : .file }
}
