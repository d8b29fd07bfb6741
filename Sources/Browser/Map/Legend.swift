import Cartography
import SituationModel
import TextCanvas

/// The meaning of each sign of the map and the timeline, beside a sample in its own ink.
struct Legend {
  /// A sample, its look, and its meaning.
  typealias Row = (sample: String, style: Style, words: String)

  /// The rows under their titles; sections without rows are left out.
  let sections: [(title: String, rows: [Row])]

  init(_ state: BrowserState) {
    let sections: [(String, [Row])] = [
      (Self.fileTitle(state), Self.files(state)),
      ("Kinds: a capital letter where the place is exact, a small one where it is not", Self.kinds(state)),
      (
        "Marks",
        Self.marks(state.environment.keys)
          + (state.view.timeLook.fades ? Self.faded : [])
      ),
      ("After the letter: how the event changed", state.dataset.events.isComparison ? Self.changes : []),
      ("How far places reach (\(state.environment.keys.shown(.footprints)))", Self.reaches(state)),
      ("Many events", Self.density(state) + (state.dataset.partial == nil ? [] : Self.counted(state.environment.keys))),
      ("Map", LegendOfMap(state).rows + Self.worldview(state)), ("Your own layers", Self.overlays(state)),
      ("List", Self.list(state)), ("Timeline", Self.timeline(state)),
    ]
    self.sections = sections.filter { !$0.1.isEmpty }
  }

  /// The legend as lines of so many columns.
  func lines(columns: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for (title, rows) in sections {
      if !lines.isEmpty { lines.append(TextLine()) }
      lines += wrapped(title, width: columns).map { TextLine($0, Style(.title)) }
      for row in rows {
        lines += TextLine.hanging((row.sample + " ").padding(to: 7), row.style, row.words, columns: columns)
      }
    }
    return lines
  }

  private static let bright = Style(.emphasis, on: .plain, .bold)

  /// The number of kinds without a sign of their own that are named.
  private static let mostNamed = 8

  private static func kinds(_ state: BrowserState) -> [Row] {
    let kinds = state.dataset.shownKinds
    let rest = kinds.rest.prefix(mostNamed).map { clipped(SafeText($0).text, to: 30) }
    let more = kinds.rest.count - rest.count
    let others = (rest + (more > 0 ? ["\(more) more"] : [])).joined(separator: ", ")
    return kinds.signs.map { sign in
      let style = state.colouring.colours == .kind ? Style(sign.ink, on: .plain, .bold) : bright
      let title = clipped(SafeText(sign.title).text, to: 60)
      let words = sign.known == .other && !others.isEmpty ? "\(title): \(others)" : title
      return ("\(sign.letter) \(sign.letter.lowercased())", style, words)
    }
  }

  private static func fileTitle(_ state: BrowserState) -> String {
    let isTold = state.colouring.colours == .file
    return "Files" + (isTold ? ": in their colours on the map and the timeline" : "")
      + " (\(state.environment.keys.shown(.colours)); \(state.environment.keys.shown(.layers)) switches them)"
  }

  private static func files(_ state: BrowserState) -> [Row] {
    let files: [Row] = state.dataset.events.files.map { file in
      let isOff = state.view.hidden.contains(.file(file.number)) ? ", off" : ""
      let words = String(file.words.dropFirst(2))
      return ("\(file.sign)", Style(file.ink, on: .plain, .bold), SafeText(words).text + isOff)
    }
    guard !files.isEmpty, state.colouring.colours == .file else { return files }
    return files + [("", bright, "without a colour: events of several files in one place")]
  }

  private static func marks(_ keys: KeyMap) -> [Row] {
    [
      ("(c)", bright, "near here, somewhere in this town, or precision not stated"),
      ("[c]", bright, "somewhere along this road, in this region or country: the name says which"),
      ("!", bright, "beside the letter: claimed by one party"), ("?", bright, "alleged"),
      ("%", bright, "disputed by another source"), ("I3", bright, "three events of one kind in this cell"),
      (
        "*4", bright,
        "four events of several kinds: \(keys.shown(.open)) lists them, \(keys.shown(.nextHere)) goes through them; a * "
          + "alone has ten or more"
      ),
      ("^ Homs", Style(.town), "events off the map in this direction, and how many; < v > and corners alike"),
      (
        "no place 4", bright,
        "at the map's foot: events without a place, and those of a whole country (all of Syria 2); a click or "
          + "\(keys.shown(.withoutPoint)) lists them"
      ),
      (
        "-->", bright,
        "joins the selected event to its destination, or to the events before and after it: a straight line, not the way "
          + "that was taken; if an end is somewhere in an area, the line stops at the area's edge"
      ),
      (
        ">+<", bright,
        "the place that is measured from, with a dashed line to the crosshair; the way along roads is bright"
      ),
      ("--  --", bright, "the crosshair, around the middle of the map"),
    ]
  }

  private static let faded: [Row] = [
    ("$ #", Style(.dim), "$ ended before the window, by at most its length; # ended earlier")
  ]

  private static var changes: [Row] {
    EventChange.Sort.allCases.map { ("c\($0.sign)", bright, $0.words) }
      + [("", bright, "the same in both versions; standings are in the details")]
  }

  /// The rows for the extents of places: rings, lines and areas differ in their form.
  private static func reaches(_ state: BrowserState) -> [Row] {
    let isText = state.view.glyphs == .ascii
    return [
      (isText ? "::" : "ring", bright, "a bright ring: within the distance that is stated; broken around other events"),
      (isText ? ":::" : "way", bright, "a bright line, or a road in the event's colour: somewhere along it"),
      (
        isText ? "::::" : "area", bright,
        "somewhere in this region or country, inside a dotted line; only while its edge is in view"
      ),
    ]
  }

  private static func density(_ state: BrowserState) -> [Row] {
    let words =
      "where pins would touch: how many events each cell has, in five classes of about equal size; the numbers "
      + "are at the map's edge; zoom in to see pins again"
    if !state.hasGrounds { return [(String(DensityScale.glyphs), bright, words)] }
    let (first, last) = (DensityScale.grounds[0], DensityScale.grounds[DensityScale.classes - 1])
    return [
      ("few", Style(.emphasis, on: first, .bold), words),
      ("many", Style(.emphasis, on: last, .bold), "the fullest class"),
    ]
  }

  private static func counted(_ keys: KeyMap) -> [Row] {
    [
      (
        "S12", bright,
        "where the server only counts events, the pin stands at one of them; \(keys.shown(.open)), \(keys.shown(.nextHere)) or a "
          + "double click lists them"
      )
    ]
  }

  private static func worldview(_ state: BrowserState) -> [Row] {
    state.view.worldview.note.map { [("", bright, "contested names and \($0)")] } ?? []
  }

  private static func overlays(_ state: BrowserState) -> [Row] {
    state.environment.overlays.map { ("\($0.look.sign)-\($0.look.sign)", Style($0.look.ink), $0.name) }
  }

  private static func list(_ state: BrowserState) -> [Row] {
    [
      (">", bright, "the selected event"), ("=", bright, "found by the search, and underlined"),
      ("\(state.environment.confirmedSign)c", Style(.key), "confirmed; no sign: reported, or not stated"),
      ("c:", bright, "only maybe in the window"),
    ] + (state.situation.changes.isEmpty ? [] : edited)
  }

  private static let edited: [Row] = [
    ("... ~", bright, "behind the title: people have corrected the event; the detail says what, who, when and why"),
    ("... +", bright, "behind the title: people have added the event; it is in none of the files"),
  ]

  private static func timeline(_ state: BrowserState) -> [Row] {
    let isByFile = state.colouring.colours == .file
    let certain = isByFile ? ("112", "the signs of their files") : ("CCS", "the letters of their kinds")
    let possible =
      state.dataset.partial == nil
      ? "events that may have been then: each is counted in all of its interval"
      : "events that may have happened then: each is counted in full on every such date"
    return [(certain.0, bright, "events surely on that date, by \(certain.1)"), (":", bright, possible)] + timeline
  }

  private static let timeline: [Row] = [
    ("[ ]", bright, "the window: what is outside is not on the map and not in the list; < > when it lies off the axis")
  ]
}
