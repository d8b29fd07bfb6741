import ArgumentParser
import Browser
import Cartography
import SituationIO
import SituationModel
import TextCanvas

/// The options that say how a view opens; the same in the browser and in `render`.
struct ViewArguments: ParsableArguments {
  @OptionGroup var map: MapArguments

  @Option(help: ArgumentHelp("Select the event with this id.", valueName: "id"))
  var select: String?

  @Option(help: "The colours; dark, unless NO_COLOR is set.")
  var theme: ThemeName?

  @Option(help: "The whole screen, or the map alone.")
  var pane: ViewOptions.Pane = .all

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Fit this area into the map.", valueName: "west,south,east,north"))
  var area: GeoBounds?

  @Flag(help: "Mark the middle of the map and say what lies there.")
  var crosshair = false

  @Option(parsing: .unconditional, help: ArgumentHelp("Measure from this place to the middle.", valueName: "place"))
  var measure: String?

  @OptionGroup var time: TimeArguments

  @OptionGroup var clock: ZoneArguments

  @Option(help: "How far places reach: shown for the selected event (the default), for all, or for none.")
  var footprints: Footprints?

  @Option(help: "How coordinates are written; decimal by default.")
  var coordinates: CoordinateForm?

  @Option(help: ArgumentHelp("Don't show this one of your own layers, counted from 1.", valueName: "number"))
  var hideOverlay: [Int] = []

  @Option(
    help: ArgumentHelp("Don't show the events of this file of several; may be given again.", valueName: "file"),
    completion: .file())
  var hideLayer: [String] = []

  @Option(
    name: [.long, .customLong("color")],
    help: "What the colours of pins show: the kind of event, or which of several files it is from.")
  var colour: MarkColours?

  @Option(
    help: ArgumentHelp("A story to tell; without it, NAME.story.json beside the file.", valueName: "file"),
    completion: .file())
  var story: String?

  @Option(help: ArgumentHelp("Begin at this step of the story, counted from 1.", valueName: "number"))
  var step: Int?

  @OptionGroup var events: FilterArguments

  @OptionGroup var list: OrderArguments

  func validate() throws {
    if area != nil, map.at != nil || map.zoom != nil {
      throw ValidationError("--area says where the map is: leave --at and --zoom out.")
    }
    if let number = hideOverlay.first(where: { $0 < 1 || $0 > map.overlay.count }) {
      throw ValidationError("--hide-overlay \(number): there are \(map.overlay.count) layers of your own.")
    }
  }

  /// Opens the source at an address.
  ///
  /// - Throws: a wrong command line if the options ask for something that a source can't do.
  func opening(of address: SourceAddress, columns: ColumnMap?) throws(Failure) -> Opening {
    if let zone = clock.timezone, zone.name != "UTC" {
      throw .usage("--timezone \(zone.name): events from a server are shown in UTC only")
    }
    guard story == nil, step == nil else { throw .usage("--story and --step work with files, not with a server") }
    if time.clock == .known { throw .usage("--clock known: a server shows only when events happened") }
    return try Opening(address.source(columns: columns), at: address, columns: columns, overlays: map.overlay)
  }

  /// The place where the story is looked for.
  var storySource: StorySource { story.map(StorySource.file) ?? .beside }

  /// The view of what was opened that the options describe.
  ///
  /// - Parameter usual: the view that holds where the options say nothing.
  func view(for opening: Opening, usual: SavedView = SavedView()) throws(Failure) -> SavedView {
    // A source says later whether it has one of this id.
    if let select, opening.source == nil, opening.situation.events.row(of: select) == nil {
      throw .usage("no event has the id \(select)")
    }
    var view = usual
    try apply(to: &view, for: opening)
    return view
  }

  /// True if the options say what to look at, and not only how the screen looks.
  ///
  /// - Parameter view: the view that the options describe.
  func leadSomewhere(_ view: SavedView) -> Bool { view.withoutLook != SavedView() || step != nil || pane != .all }

  /// The options of the browser for what was opened.
  ///
  /// - Parameter view: the view to show; nil for the one that the options describe.
  func options(for opening: Opening, showing view: SavedView? = nil) throws(Failure) -> ViewOptions {
    // Of files that are read later, the names of figures are not yet known.
    if opening.situation.events.count > 0 { try list.check(in: opening.situation.events) }
    let shown = if let view { view } else { try self.view(for: opening) }
    var options = ViewOptions(shown, overlays: opening.overlays, pane: pane)
    options.asked = shown
    options.story = opening.story
    if let step {
      guard let story = opening.story else { throw .usage("--step \(step): there is no story") }
      guard story.steps.indices.contains(step - 1) else {
        throw .usage("--step \(step): the story has \(story.steps.count) steps")
      }
      options.step = step - 1
    }
    (options.origin.files, options.origin.overlayFiles) = (opening.files, map.overlay)
    options.origin.workingFolder = NewFile.fullPath(".")
    options.origin.columns = opening.columns?.typed
    if opening.source != nil { (options.source, options.origin.isAddress) = (opening.files.first, true) }
    return options
  }

  /// Says it in a view of what was opened.
  private func apply(to view: inout SavedView, for opening: Opening) throws(Failure) {
    try events.apply(to: &view, for: opening)
    try map.apply(to: &view, for: opening)
    if let area { (view.area, view.at, view.zoom) = (area, nil, nil) }
    if let measure { view.measuredFrom = try MapArguments.place(measure, of: "--measure", in: opening) }
    if crosshair { view.showsCrosshair = true }
    if let kind = time.count { try FilterArguments.check(kind, in: opening) }
    time.apply(to: &view.timeLook)
    view.order = list.orderOnScreen ?? view.order
    view.select = select ?? view.select
    view.theme = theme ?? view.theme
    view.footprints = footprints ?? view.footprints
    view.coordinates = coordinates ?? view.coordinates
    view.colours = colour ?? view.colours
    view.hiddenOverlays.formUnion(hideOverlay.map { $0 - 1 })
    let layers = opening.situation.events.files.map(\.name)
    if let name = hideLayer.first(where: { !layers.contains($0) }) {
      let known = layers.isEmpty ? "one file is open" : "the files are \(layers.joined(separator: ", "))"
      throw .usage("--hide-layer \(name): \(known)")
    }
    view.hiddenFiles.formUnion(hideLayer)
  }
}

extension ViewOptions.Pane: ExpressibleByArgument {}
extension MarkColours: ExpressibleByArgument {}
extension Footprints: ExpressibleByArgument {}
extension CoordinateForm: ExpressibleByArgument {}

extension GeoBounds: ExpressibleByArgument {
  /// Four degrees: west, south, east, north.
  public init?(argument: String) { self.init(typed: argument) }
}

extension ThemeName: ExpressibleByArgument {
  /// A theme by its name; `color-blind` is accepted for `colour-blind`.
  public init?(argument: String) {
    self.init(rawValue: argument == "color-blind" ? ThemeName.colorBlind.rawValue : argument)
  }
}
