import Cartography
import SituationModel
import TextCanvas

/// The command line that opens a view again.
struct ViewCommand: Hashable {
  /// The words of the command line, as a shell passes them.
  let words: [String]

  /// - Parameters:
  ///   - origin: the files or the address to open.
  ///   - zone: the zone on whose clocks the view is shown.
  init(_ view: SavedView, of origin: ViewOptions.Origin, zone: String = "UTC", pane: ViewOptions.Pane) {
    func file(_ path: String) -> String { Self.file(Self.relative(path, to: origin.workingFolder)) }
    var words = ["sitmap"] + (origin.isAddress ? origin.files : origin.files.map(file))
    if let columns = origin.columns { words.append("--map=" + columns) }
    for overlay in origin.overlayFiles { words += ["--overlay=" + Self.relative(overlay, to: origin.workingFolder)] }
    let isUsual = view.withoutLook == SavedView() && pane == .all
    if isUsual && origin.keepsViews || origin.usual.withoutLook != SavedView() { words += ["--start", "anew"] }
    let set = Set(origin.usual.members.map(\.key))
    for (name, value) in view.members where set.contains(name) || !Self.isUsual(name, value) {
      words += Self.option(name, value)
    }
    if zone != "UTC" || origin.isZoneSet { words += ["--timezone", zone] }
    if pane != .all { words += ["--pane", pane.rawValue] }
    self.words = words
  }

  /// The command line as it is typed into a POSIX shell.
  var text: String { words.map(Self.quoted).joined(separator: " ") }

  /// The path of a file below a folder as seen from there; that of any other file as it is.
  private static func relative(_ path: String, to folder: String?) -> String {
    guard let folder, folder != "/", path.utf8.starts(with: (folder + "/").utf8) else { return path }
    let rest = String(decoding: path.utf8.dropFirst(folder.utf8.count).drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
    return rest.isEmpty ? path : rest
  }

  /// A file's path in a form that can't be taken for an option or a command; `-` is standard input.
  private static func file(_ path: String) -> String {
    path == "-" || (path.contains { $0 == "/" || $0 == "." } && path.utf8.first != UInt8(ascii: "-"))
      ? path : "./" + path
  }

  /// True if this is the value of an option that is not given.
  private static func isUsual(_ name: String, _ value: PropertyValue) -> Bool {
    let usual = ["glyphs": "ascii", "language": "en", "theme": "dark", "coordinates": "decimal"]
    return usual[name].map { value == .text($0) } ?? false
  }

  private static func option(_ name: String, _ value: PropertyValue) -> [String] {
    switch value {
    case .flag: ["--" + name]
    case .list(let values): values.flatMap { option(name, $0) }
    case .number(let number): ["--" + name, Int(exactly: number).map(String.init) ?? "\(number)"]
    // A text may begin with a minus, which would be an option: so it is joined to its own.
    case .text(let text): text.utf8.first == UInt8(ascii: "-") ? ["--\(name)=\(text)"] : ["--" + name, text]
    case .object, .null: []
    }
  }

  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./,:=+@%".utf8.contains(byte)
      }
    }
    if plain && !word.isEmpty { return word }
    // By code points: an apostrophe with a mark that combines with it is one to the shell all the same.
    return "'" + word.unicodeScalars.reduce(into: "") { $0 += $1 == "'" ? "'\\''" : String($1) } + "'"
  }
}

extension BrowserState {
  /// The command line that opens this view again; nil if there is none.
  public var command: String? {
    if dataset.events.isComparison { return nil }
    var saved = savedView
    saved.at = saved.at?.rounded(metersPerColumn: viewport.metersPerColumn)
    saved.measuredFrom = saved.measuredFrom?.rounded(metersPerColumn: viewport.metersPerColumn)
    // Within a thousandth of a zoom, the edges of a map of 200 columns stay within a tenth of a cell.
    saved.zoom = saved.zoom.map { ($0 * 1_000).rounded() / 1_000 }
    return ViewCommand(saved, of: environment.origin, zone: situation.zone.name, pane: environment.pane).text
  }

  /// Shows the command line of this view, and copies it into the terminal's clipboard if `copies` is true.
  mutating func tellCommand(copies: Bool) -> [Effect] {
    guard let command else {
      dialogue.message = "no command line can open this view of a comparison again"
      return []
    }
    dialogue.notice = SafeText(command).text
    guard copies else { return [] }
    // Pasted into a shell, a control character is a key: ^C would end the quotes that it stands in.
    guard SafeText(command).marks == 0, !command.utf8.contains(where: { $0 < 0x20 }) else {
      dialogue.message = "not copied: the command line has characters that would act on a terminal"
      return []
    }
    return [.copy(command)]
  }
}

extension Coordinate {
  /// The place with as many decimals as a map can show: to about a tenth of a column.
  func rounded(metersPerColumn: Double) -> Coordinate {
    let step = metersPerColumn / 10 / (GreatCircle.meanRadius * .pi / 180)
    var scale = 1.0
    while scale < 1e7, 1 / scale > step { scale *= 10 }
    return Coordinate(latitude: (latitude * scale).rounded() / scale, longitude: (longitude * scale).rounded() / scale)
  }
}
