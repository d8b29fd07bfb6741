import ArgumentParser
import Browser
import Cartography
import Places
import SituationModel

/// The options that say what the map shows; the same for every command that draws one.
struct MapArguments: ParsableArguments {
  // A value may begin with a minus: a place in the south, a year before the first.
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The middle of the map: 35.4,35.95 or a town.", valueName: "place"))
  var at: String?

  @Option(parsing: .unconditional, help: "The zoom, as web maps count it: 0 shows the world, 6 a country, 14 a town.")
  var zoom: Double?

  @Option(help: "The glyphs of the map; ascii by default.")
  var glyphs: GlyphSet?

  @Option(
    help:
      "The map projection; azimuthal keeps distances and directions from the middle. Mercator by default."
  )
  var projection: ProjectionKind?

  @Option(help: ArgumentHelp("Whose view of contested borders the map draws: \(Worldview.words).", valueName: "view"))
  var worldview: Worldview?

  @Option(help: "The language of the map's names, where a name is known in it; en by default.")
  var language: NameLanguage?

  @Option(
    help: ArgumentHelp("A layer of your own, from GeoJSON; may be given again.", valueName: "file"), completion: .file()
  )
  var overlay: [String] = []

  @Option(help: ArgumentHelp("Don't show this layer of the map; may be given again.", valueName: "layer"))
  var hide: [MapLayer] = []

  @Option(help: ArgumentHelp("Show this layer, which is hidden at first: graticule.", valueName: "layer"))
  var show: [MapLayer] = []

  func validate() throws {
    if let zoom, !(Viewport.zoomRange ~= zoom) {
      let range = Viewport.zoomRange
      throw ValidationError("--zoom takes a number from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
    }
  }

  /// Says it in a view of what was opened.
  func apply(to view: inout SavedView, for opening: Opening) throws(Failure) {
    if at != nil || zoom != nil { (view.area, view.at, view.zoom) = (nil, nil, zoom) }
    if let at { view.at = try Self.place(at, of: "--at", in: opening) }
    view.glyphs = glyphs ?? view.glyphs
    view.projection = projection ?? view.projection
    view.worldview = worldview ?? view.worldview
    view.language = language ?? view.language
    view.hiddenLayers = view.hiddenLayers.union(hide).subtracting(show)
  }

  /// The place that an option says: coordinates in any of their forms, or a town or a place of the events by one of its
  /// names.
  static func place(_ at: String, of option: String, in opening: Opening) throws(Failure) -> Coordinate {
    let reason: CoordinateError
    do throws(CoordinateError) {
      return try CoordinateReader().read(at).place
    } catch {
      reason = error
    }
    let gazetteer = Gazetteer(try opening.atlas.towns(), events: opening.situation.events)
    if let match = gazetteer.search(at, limit: 1).first, match.fit == .exact { return match.entry.place }
    if at.contains(where: \.isNumber) { throw .usage("\(option) \(at): \(reason)") }
    throw .usage("\(option) \(at): no town has this name")
  }
}

extension GlyphSet: ExpressibleByArgument {}
extension MapLayer: ExpressibleByArgument {}
extension Worldview: ExpressibleByArgument {}
extension NameLanguage: ExpressibleByArgument {}
extension ProjectionKind: ExpressibleByArgument {}
