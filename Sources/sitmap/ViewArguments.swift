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

  @Option(help: ArgumentHelp("Select the event with this id.", valueName: "id"))
  var select: String?

  @Option(help: "The glyphs of the map.")
  var glyphs: GlyphSet = .ascii

  @Option(help: "How the globe is laid out; azimuthal keeps distances and directions from the middle.")
  var projection: ProjectionKind = .mercator

  @Option(help: "The language of the map's names, where they are known in it.")
  var language: NameLanguage = .english

  @Option(help: "The whole screen, or the map alone.")
  var pane: ViewOptions.Pane = .all

  @OptionGroup var events: FilterArguments

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
    (options.at, options.zoom, options.select) = (at, zoom, select)
    (options.glyphs, options.projection) = (glyphs, projection)
    (options.language, options.pane) = (language, pane)
    return options
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

extension GlyphSet: ExpressibleByArgument {}
extension NameLanguage: ExpressibleByArgument {}
extension ProjectionKind: ExpressibleByArgument {}
extension ViewOptions.Pane: ExpressibleByArgument {}
