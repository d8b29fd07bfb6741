import Cartography
import SituationModel
import TextCanvas

/// The options to open a situation with: a view, and settings beside it; for the browser and for `render`.
///
/// The members of the view are also members of the options: `options.zoom` is `options.view.zoom`.
@dynamicMemberLookup
public struct ViewOptions: Sendable {
  /// The panes that are drawn.
  public enum Pane: String, CaseIterable, Sendable {
    /// The map alone.
    case map
    /// The whole screen.
    case all
  }

  /// The view to open with.
  public var view: SavedView
  /// The view that the person has asked for explicitly. If the screen shows something else, a message says so.
  public var asked = SavedView()
  /// The view that undo leads to at once, if the situation opens as it was left.
  public var viewBefore: SavedView?
  /// The user's own layers, in the order of drawing.
  public var overlays: [MapOverlay]
  /// The panes that are drawn.
  public var pane: Pane
  /// The story, if there is one.
  public var story: Story?
  /// The step of the story to begin with, counted from 0; nil if no step is shown yet.
  public var step: Int?
  /// The files or the address to open, and settings beside the view.
  public var origin = Origin()
  /// The keys of all actions.
  public var keys = KeyMap()
  /// The source of the events, as the person named it; nil if they come from files.
  public var source: String?
  /// The greatest number of whole events of a source that are held.
  public var pageLimit = 2_000
  /// The lines that were typed into prompts in earlier sessions.
  public var history = PromptHistory()
  /// The first message.
  public var notice: String?

  /// Options for a saved view.
  public init(_ view: SavedView, overlays: [MapOverlay] = [], pane: Pane = .all) {
    (self.view, self.overlays, self.pane) = (view, overlays, pane)
  }

  /// Options for a view with these members.
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

  /// A member of the view.
  public subscript<Value>(dynamicMember member: WritableKeyPath<SavedView, Value>) -> Value {
    get { view[keyPath: member] }
    set { view[keyPath: member] = newValue }
  }
}

extension ViewOptions {
  /// The files or the address that were opened, in the words of the command line, with the settings that its options change.
  public struct Origin: Hashable, Sendable {
    /// The files, as the person named them; none for the situation that comes with the program.
    public var files: [String] = []
    /// The folder that paths of files are relative to; nil if it is not known.
    public var workingFolder: String?
    /// True if the name is an address and not a file.
    public var isAddress = false
    /// The files of the user's own layers.
    public var overlayFiles: [String] = []
    /// The person's words on the columns of a table, as typed.
    public var columns: String?
    /// The view that the person's settings make.
    public var usual = SavedView()
    /// True if the person has set a time zone.
    public var isZoneSet = false
    /// True if a command line without options for the view opens the view of last time.
    public var keepsViews = false

    /// The situation that comes with the program.
    public init() {}
  }
}

extension ViewOptions {
  /// The events that a view of these options shows. A search text keeps only the events that mention it.
  public func matches(in events: EventTable) -> [EventTable.Match] {
    events.matches(EventQuery(filter: searching.view.filter, window: window(of: events)))
  }

  /// The events that a view of these options shows, with the time only where the person asks for one.
  public func scope(in events: EventTable) -> EventScope {
    EventScope(
      filter: searching.view.filter, window: view.from == nil && view.to == nil ? nil : window(of: events))
  }

  /// The same options with the search text turned into a filter, which keeps only the events that mention it.
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
