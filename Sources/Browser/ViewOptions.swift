import Cartography
import SituationModel
import TextCanvas

/// How a situation is to open: a view, and what lies beside it; in the browser and in `render` alike.
///
/// What a view has can be said of its options: `options.zoom` is `options.view.zoom`.
@dynamicMemberLookup
public struct ViewOptions: Sendable {
  /// Which panes are drawn.
  public enum Pane: String, CaseIterable, Sendable {
    /// The map alone.
    case map
    /// The whole screen.
    case all
  }

  /// What is looked at and how.
  public var view: SavedView
  /// The view that the person has asked for in so many words. Where the screen shows something else, it says so.
  public var asked = SavedView()
  /// The view that can be gone back to at once, where the situation opens as it was left.
  public var viewBefore: SavedView?
  /// The user's own layers, in the order of drawing.
  public var overlays: [MapOverlay]
  /// Which panes are drawn.
  public var pane: Pane
  /// A story that can be told.
  public var story: Story?
  /// Its step to begin at, counted from 0; nil to tell nothing yet.
  public var step: Int?
  /// What opens the same again, beside the view.
  public var origin = Origin()
  /// Which keys ask for what.
  public var keys = KeyMap()
  /// What is asked for the events, as the person named it; nil where they are in files.
  public var source: String?
  /// How many whole events of a source are held at most.
  public var pageLimit = 2_000
  /// What is to be said before all else.
  public var notice: String?

  /// Options for a view, as one was saved.
  public init(_ view: SavedView, overlays: [MapOverlay] = [], pane: Pane = .all) {
    (self.view, self.overlays, self.pane) = (view, overlays, pane)
  }

  /// Options for a view that has these members.
  public init(
    at: Coordinate? = nil, zoom: Double? = nil, from: DateInterval? = nil, to: DateInterval? = nil,
    filter: EventFilter = EventFilter(), search: String = "", order: EventOrder = EventOrder(), select: String? = nil,
    glyphs: GlyphSet? = nil, projection: ProjectionKind = .mercator, language: NameLanguage? = nil,
    theme: ThemeName? = nil, hiddenLayers: Set<MapLayer> = MapLayer.hiddenAtFirst, overlays: [MapOverlay] = [],
    pane: Pane = .all
  ) {
    var view = SavedView()
    (view.at, view.zoom, view.projection) = (at, zoom, projection)
    (view.from, view.to) = (from, to)
    (view.filter, view.search, view.order, view.select) = (filter, search, order, select)
    (view.glyphs, view.language, view.theme, view.hiddenLayers) = (glyphs, language, theme, hiddenLayers)
    self.init(view, overlays: overlays, pane: pane)
  }

  /// What the view has.
  public subscript<Value>(dynamicMember member: WritableKeyPath<SavedView, Value>) -> Value {
    get { view[keyPath: member] }
    set { view[keyPath: member] = newValue }
  }
}

extension ViewOptions {
  /// What was opened, in the words of the command line.
  public struct Origin: Hashable, Sendable {
    /// The files, as the person named them; none for the situation that comes with the program.
    public var files: [String] = []
    /// Whether that is an address, and no file.
    public var isAddress = false
    /// Those of the user's own layers.
    public var overlayFiles: [String] = []
    /// What the person said of a table's columns, as typed.
    public var columns: String?
    /// What the person has set of all views.
    public var usual = SavedView()
    /// Whether the person has set a time zone.
    public var isZoneSet = false
    /// Whether a command line without a word on the view opens the one of last time.
    public var keepsViews = false

    /// The situation that comes with the program.
    public init() {}
  }
}

extension ViewOptions {
  /// The events that a view of these options shows; a text to search for leaves only those that mention it.
  public func matches(in events: EventTable) -> [EventTable.Match] {
    events.matches(EventQuery(filter: searching.view.filter, window: window(of: events)))
  }

  /// The same options, where what is searched for leaves only the events that mention it.
  public var searching: ViewOptions {
    var options = self
    let text = Needle(view.search).map { FilterExpression.term(.text(.text, .contains, $0)) }
    options.view.filter = EventFilter(.all([view.filter.expression, text].compactMap { $0 }))
    options.view.search = ""
    return options
  }

  /// The window between the two dates, each of which may be missing.
  func window(of events: EventTable) -> TimeWindow {
    TimeWindow(from: view.from, to: view.to, in: events)
  }
}
