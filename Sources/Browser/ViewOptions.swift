import Cartography
import SituationModel
import TextCanvas

/// How a view is to open: what the command line can say of it, in the browser and in `render` alike.
public struct ViewOptions: Sendable {
  /// Which panes are drawn.
  public enum Pane: String, CaseIterable, Sendable {
    /// The map alone.
    case map
    /// The whole screen.
    case all
  }

  /// The middle of the map; nil for the situation's own.
  public var at: Coordinate?
  /// The zoom, as `Viewport` counts it; nil to show the whole situation.
  public var zoom: Double?
  /// The beginning of the window; nil for the whole span.
  public var from: DateInterval?
  /// The end of the window, the whole of that date included.
  public var to: DateInterval?
  /// Which events, whatever their time.
  public var filter: EventFilter
  /// A text to search for; on a screen it hides nothing, in a list it leaves what mentions it.
  public var search: String
  /// In which order a list has the events.
  public var order: EventOrder
  /// The event to select, by its id.
  public var select: String?
  /// The glyphs of the map.
  public var glyphs: GlyphSet
  /// How the globe is laid out.
  public var projection: ProjectionKind
  /// The language of the map's names.
  public var language: NameLanguage
  /// The colours; nil for those of the place that it is shown in.
  public var theme: ThemeName?
  /// The layers of the map that are not shown.
  public var hiddenLayers: Set<MapLayer>
  /// The user's own layers, in the order of drawing.
  public var overlays: [MapOverlay]
  /// Which panes are drawn.
  public var pane: Pane
  /// What is to fit into the map; goes before middle and zoom.
  public var area: GeoBounds?
  /// How time is looked at.
  public var timeLook = TimeLook()
  /// Whether the middle of the map is marked.
  public var showsCrosshair = false
  /// The place that is measured from.
  public var measuredFrom: Coordinate?
  /// Of which events the map shows how far their places reach.
  public var footprints = Footprints.all
  /// How coordinates are written.
  public var coordinates = CoordinateForm.decimal
  /// The user's own layers that are not shown, counted from 0.
  public var hiddenOverlays: Set<Int> = []
  /// The names of files whose events are not shown, where several are open.
  public var hiddenFiles: Set<String> = []
  /// What the colours of marks tell; nil for the file where several are open, and else the kind.
  public var colours: MarkColours?
  /// A story that can be told.
  public var story: Story?
  /// Its step to begin at, counted from 0; nil to tell nothing yet.
  public var step: Int?
  /// The files that are opened, as the person named them.
  public var files: [String] = []
  /// Those of the user's own layers.
  public var overlayFiles: [String] = []
  /// What the person said of a table's columns, as typed.
  public var columns: String?
  /// Which keys ask for what.
  public var keys = KeyMap()

  /// Options that leave everything as it opens by itself.
  public init(
    at: Coordinate? = nil, zoom: Double? = nil, from: DateInterval? = nil, to: DateInterval? = nil,
    filter: EventFilter = EventFilter(), search: String = "", order: EventOrder = EventOrder(), select: String? = nil,
    glyphs: GlyphSet = .ascii, projection: ProjectionKind = .mercator, language: NameLanguage = .english,
    theme: ThemeName? = nil, hiddenLayers: Set<MapLayer> = MapLayer.hiddenAtFirst, overlays: [MapOverlay] = [],
    pane: Pane = .all
  ) {
    self.at = at
    self.zoom = zoom
    self.from = from
    self.to = to
    self.filter = filter
    self.search = search
    self.order = order
    self.select = select
    self.glyphs = glyphs
    self.projection = projection
    self.language = language
    self.theme = theme
    self.hiddenLayers = hiddenLayers
    self.overlays = overlays
    self.pane = pane
  }
}

extension ViewOptions {
  /// The events that a view of these options shows; a text to search for leaves only those that mention it.
  public func matches(in events: EventTable) -> [EventTable.Match] {
    events.matches(EventQuery(filter: searching.filter, window: window(of: events)))
  }

  /// The same options, where what is searched for leaves only the events that mention it.
  public var searching: ViewOptions {
    var options = self
    let text = Needle(search).map { FilterExpression.term(.text(.text, .contains, $0)) }
    options.filter = EventFilter(.all([filter.expression, text].compactMap { $0 }))
    options.search = ""
    return options
  }

  /// The window between the two dates, each of which may be missing.
  func window(of events: EventTable) -> TimeWindow {
    TimeWindow(from: from, to: to, in: events)
  }
}
