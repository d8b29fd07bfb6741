import ArgumentParser
import Browser
import Cartography
import SituationModel

/// The options that say how a view opens; the same in the browser and in `render`.
struct ViewArguments: ParsableArguments {
  // A value may begin with a minus: a place in the south, a year before the first.
  @Option(parsing: .unconditional, help: ArgumentHelp("The middle of the map.", valueName: "lat,lon"))
  var at: Coordinate?

  @Option(parsing: .unconditional, help: "The zoom, as web maps count it: 0 shows the world, 6 a country, 14 a town.")
  var zoom: Double?

  @Option(parsing: .unconditional, help: ArgumentHelp("The beginning of the window.", valueName: "date"))
  var from: DateInterval?

  @Option(parsing: .unconditional, help: ArgumentHelp("The end of the window, this date included.", valueName: "date"))
  var to: DateInterval?

  @Option(help: ArgumentHelp("Only events of this kind; may be given more than once.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp("Only events of this standing; may be given more than once.", valueName: "standing"))
  var standing: [Standing] = []

  @Option(help: ArgumentHelp("Find a text in titles, summaries, places, actors and sources.", valueName: "text"))
  var search: String = ""

  @Option(help: ArgumentHelp("Select the event with this id.", valueName: "id"))
  var select: String?

  @Option(help: "The glyphs of the map.")
  var glyphs: GlyphSet = .ascii

  @Option(help: "The whole screen, or the map alone.")
  var pane: ViewOptions.Pane = .all

  func validate() throws {
    if let zoom, !(Viewport.zoomRange ~= zoom) {
      let range = Viewport.zoomRange
      throw ValidationError("--zoom takes a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
    }
    if let start = from?.start, let end = to?.end, end <= start {
      throw ValidationError("--to lies before --from.")
    }
    if let from, from.start == nil { throw ValidationError("--from takes a date with a beginning.") }
    if let to, to.end == nil { throw ValidationError("--to takes a date with an end.") }
  }

  /// What passes, whatever its time.
  var filter: EventFilter {
    EventFilter(kinds: Set(kind.map { $0.lowercased() }), standings: Set(standing))
  }

  /// The options for a situation.
  func options(for situation: Situation) throws(Failure) -> ViewOptions {
    if let select, situation.events.row(of: select) == nil {
      throw .usage("no event has the id \(select)")
    }
    // A kind of our own that the file happens to lack is no mistake; one that nobody knows is.
    let kinds = Set(situation.events.events.map { $0.kindName.lowercased() } + EventKind.allCases.map(\.rawValue))
    if let unknown = kind.first(where: { !kinds.contains($0.lowercased()) }) {
      throw .usage("no event is of the kind \(unknown); there are: \(kinds.sorted().joined(separator: ", "))")
    }
    return ViewOptions(
      at: at, zoom: zoom, from: from, to: to, filter: filter, search: search, select: select, glyphs: glyphs,
      pane: pane)
  }
}

extension Coordinate: ExpressibleByArgument {
  /// `35.4,35.95`: latitude and longitude in degrees.
  public init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else { return nil }
    self.init(checkedLatitude: latitude, longitude: longitude)
  }
}

extension DateInterval: ExpressibleByArgument {
  /// An EDTF date.
  public init?(argument: String) {
    guard let date = try? DateInterval(edtf: argument) else { return nil }
    self = date
  }
}

extension Standing: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension ViewOptions.Pane: ExpressibleByArgument {}
