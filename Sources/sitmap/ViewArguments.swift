import ArgumentParser
import Browser
import Cartography
import SituationModel
import TextCanvas

/// The options that say how a view opens; the same in the browser and in `render`.
struct ViewArguments: ParsableArguments {
  // A value may begin with a minus: a place in the south, a year before the first.
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The middle of the map: 35.4,35.95 or a town.", valueName: "place"))
  var at: String?

  @Option(parsing: .unconditional, help: "The zoom, as web maps count it: 0 shows the world, 6 a country, 14 a town.")
  var zoom: Double?

  @Option(help: ArgumentHelp("Select the event with this id.", valueName: "id"))
  var select: String?

  @Option(help: "The glyphs of the map.")
  var glyphs: GlyphSet = .ascii

  @Option(help: "How the globe is laid out; azimuthal keeps distances and directions from the middle.")
  var projection: ProjectionKind = .mercator

  @Option(help: "The language of the map's names, where they are known in it.")
  var language: NameLanguage = .english

  @Option(help: ArgumentHelp("A layer of your own, from GeoJSON; may be given again.", valueName: "file"))
  var overlay: [String] = []

  @Option(help: ArgumentHelp("Don't show this layer of the map; may be given again.", valueName: "layer"))
  var hide: [MapLayer] = []

  @Option(help: ArgumentHelp("Show this layer, which is hidden at first: graticule.", valueName: "layer"))
  var show: [MapLayer] = []

  @Option(help: "The colours; dark, unless NO_COLOR is set.")
  var theme: ThemeName?

  @Option(help: "The whole screen, or the map alone.")
  var pane: ViewOptions.Pane = .all

  @OptionGroup var events: FilterArguments

  @OptionGroup var list: OrderArguments

  func validate() throws {
    if let zoom, !(Viewport.zoomRange ~= zoom) {
      let range = Viewport.zoomRange
      throw ValidationError("--zoom takes a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
    }
  }

  /// The options for what was opened.
  func options(for opening: Opening) throws(Failure) -> ViewOptions {
    if let select, opening.situation.events.row(of: select) == nil {
      throw .usage("no event has the id \(select)")
    }
    var options = try events.options(for: opening)
    (options.at, options.zoom, options.select) = (try place(in: opening), zoom, select)
    (options.glyphs, options.projection) = (glyphs, projection)
    (options.language, options.theme, options.pane) = (language, theme, pane)
    options.overlays = opening.overlays
    options.order = list.orderOnScreen
    options.hiddenLayers = MapLayer.hiddenAtFirst.union(hide).subtracting(show)
    return options
  }

  /// The place that `--at` says: coordinates in any of their forms, or a town or a place of the events by one of its names.
  private func place(in opening: Opening) throws(Failure) -> Coordinate? {
    guard let at else { return nil }
    let reason: CoordinateError
    do throws(CoordinateError) {
      return try CoordinateReader().read(at).place
    } catch {
      reason = error
    }
    let places = opening.situation.events.events.map(\.place)
    let gazetteer = Gazetteer(try opening.atlas.towns(), others: places.compactMap(Gazetteer.Entry.init))
    if let match = gazetteer.search(at, limit: 1).first, match.fit == .exact { return match.entry.place }
    if at.contains(where: \.isNumber) { throw .usage("--at \(at): \(reason)") }
    throw .usage("--at \(at): no town has this name")
  }
}

extension GlyphSet: ExpressibleByArgument {}
extension MapLayer: ExpressibleByArgument {}
extension NameLanguage: ExpressibleByArgument {}
extension ProjectionKind: ExpressibleByArgument {}
extension ViewOptions.Pane: ExpressibleByArgument {}

extension ThemeName: ExpressibleByArgument {
  /// By its name, in which `color` is as good as `colour`.
  public init?(argument: String) {
    self.init(rawValue: argument == "color-blind" ? ThemeName.colorBlind.rawValue : argument)
  }
}
