import SituationModel
import TextCanvas

/// What the colours of marks tell.
public enum MarkColours: String, CaseIterable, Hashable, Sendable {
  /// What kind of event it is.
  case kind
  /// Which of several files it is from.
  case file
}

/// The colours of marks: a number for each row, of its kind or of its file, and an ink for each number.
struct Colouring: Sendable {
  let colours: MarkColours
  /// By row, below `count`.
  let numbers: [UInt8]

  /// More numbers than this there are not.
  static let count = max(EventKind.allCases.count, EventFile.most)

  /// The colours of a table; where there is one file, those of kinds.
  init(_ colours: MarkColours, of events: EventTable) {
    self.colours = events.files.isEmpty ? .kind : colours
    numbers = self.colours == .kind ? events.columns.kinds : events.columns.files
  }

  /// The colour of a number.
  func ink(of number: Int) -> Ink {
    colours == .kind ? EventKind.allCases[number].look.ink : EventFile.ink(of: number)
  }

  /// The colour of an event.
  func ink(ofRow row: Int) -> Ink { ink(of: Int(numbers[row])) }

  /// The colour of some numbers as bits, where they are one; nil for several.
  func ink(ofBits bits: UInt32) -> Ink? {
    bits.nonzeroBitCount == 1 ? ink(of: bits.trailingZeroBitCount) : nil
  }

  /// The bit of an event's number.
  func bit(ofRow row: Int) -> UInt32 { 1 << UInt32(numbers[row]) }
}

extension MarkColours {
  /// What tells more where nothing is said: the letter of a mark has the kind, so that of several files the colour has the
  /// file.
  static func usual(for events: EventTable) -> MarkColours { events.files.isEmpty ? .kind : .file }
}

extension BrowserState {
  /// The colours of the marks.
  var colouring: Colouring { Colouring(colours, of: situation.events) }

  /// Lets colours tell the other thing.
  mutating func changeColours() {
    guard !situation.events.files.isEmpty else {
      message = "one file is open: colours tell kinds of events"
      return
    }
    colours = colours == .kind ? .file : .kind
    message = colours == .kind ? "colours tell kinds of events" : "colours tell files"
  }
}
