import Cartography
import Places
import SituationModel
import TextCanvas

/// All that a screen is drawn from, beside its size nothing else.
public struct BrowserState: Sendable {
  /// What is browsed.
  public internal(set) var situation: Situation
  /// Where its events' marks stand.
  private(set) var spots: SpotTable
  /// As much of the base map as is loaded.
  var baseMap: BaseMap
  /// The parts of it that were asked for.
  var requestedTiers: Set<BaseMap.Tier> = []
  /// Whether non-ASCII glyphs can be shown.
  let isUnicode: Bool
  /// How many colours the screen shows.
  let colorDepth: ColorDepth
  /// The characters of frames.
  let frameGlyphs: FrameGlyphs

  /// The screen.
  public internal(set) var size: Size
  /// Which panes are wanted.
  let pane: ViewOptions.Pane
  /// Which part of the world the map shows.
  var mapLook: MapLook
  /// Whether the map was moved by hand, so that its middle matters.
  var showsCrosshair = false
  /// The glyphs of the map.
  var glyphs: GlyphSet
  /// The language of the map's names.
  var language: NameLanguage
  /// The colours.
  public internal(set) var theme: ThemeName
  /// The user's own layers, in the order of drawing.
  let overlays: [MapOverlay]
  /// What of the map is not shown.
  var hidden: Set<LayerRow> {
    didSet {
      guard hidden.symmetricDifference(oldValue).contains(where: { if case .file = $0 { true } else { false } }) else {
        return
      }
      passing = shown(filtered)
      askedHistogram = nil
    }
  }
  /// What the colours of marks tell.
  var colours: MarkColours
  /// How many events each of several files has.
  private(set) var fileCounts: [Int]
  /// The row of the layers pane that keys act on.
  var layerRow = 0
  /// The filter pane.
  var facets = FacetState()
  /// Of which events the map shows how far their places reach.
  var footprints: Footprints
  /// The point of view from which the map draws contested borders and names.
  var worldview: Worldview

  /// How the files stand to what is shown; nil where they were read whole before.
  var feed: Feed?
  /// What is asked for the events; nil where they are in files.
  var remote: Remote?
  /// Which events, whatever their time.
  var filter: EventFilter {
    didSet {
      filtered = situation.events.rows(passing: filter)
      passing = shown(filtered)
      askedHistogram = nil
    }
  }
  /// The rows that pass the filter: asked once a filter, not once a frame.
  private var filtered: RowSet
  /// Those of them whose files are on.
  private(set) var passing: RowSet
  /// What is looked at in time, and how the timeline shows it.
  var time: Timeline
  /// The text last searched for; empty when there is none.
  var search: String
  /// The events that it was last found in.
  var keptFinds: KeptFinds?
  /// In which order the list has the events.
  private(set) var order: EventOrder
  /// Whether any source has a grade.
  private(set) var hasGrades: Bool
  /// True if some event was placed by its name.
  private(set) var hasNamedPlaces: Bool
  /// All rows in that order: sorted once an order, not once a window.
  private var arrangement: EventArrangement

  /// The selected event.
  var selection: Selection?
  /// Where keys go.
  var focus: Focus = .map
  /// What lies over the event list in the side pane, the topmost last.
  var pages: [Page] = []
  /// The first line of the event list that is shown.
  var listTop = 0
  /// The event that the list was last scrolled to, and the rows it had then: it follows only what changed.
  var followedRow: Int?
  var followedRows = 0
  /// What lies over everything.
  var overlay: Overlay?
  /// What is being typed.
  var prompt: Prompt?
  /// What was found of the copies that were checked.
  var copies: [LocalCopy: LocalCopy.State] = [:]
  /// What is asked, and waits for a yes or a no.
  var question: Question?
  /// The places that can be gone to; nil until they are asked for.
  var gazetteer: Gazetteer?
  /// The place that is measured from; nil while nothing is measured.
  var marked: Coordinate?
  /// The roads to measure along, while they are needed.
  var roads: RoadNetwork?
  /// How coordinates are written.
  var coordinateForm: CoordinateForm
  /// What the program has to say, until the next key.
  var message: String?
  /// What became of an effect, which is told to its end, until the next key.
  var notice: String?
  /// What the mouse is dragging.
  var drag: Drag?
  /// The view that waits for events, which are still being read.
  var awaited: SavedView?
  /// What was opened, in the words of the command line.
  let origin: ViewOptions.Origin
  /// Which keys ask for what.
  let keys: KeyMap
  /// The views that can be gone back to.
  var history = ViewHistory()
  /// The bookmarks of the files, as they were last read.
  var bookmarks: [Bookmark] = []
  /// The row of the bookmarks pane that keys act on.
  var bookmarkRow = 0
  /// The story that comes with the file, or that was asked for.
  let story: Story?
  /// Where it is, while it is told.
  var telling: Telling?
  /// Whether the last message went back or forward among them.
  var travels = false

  /// What the timeline shows; kept in step by `refreshHistogram`.
  private(set) var histogram: Histogram
  /// What it was made for; nil when that has changed.
  private var askedHistogram: Histogram.Question?
  /// How many events the window has; kept in step by `refresh`.
  private(set) var counts = MatchCounts()
  /// The events that pass filter and window; kept in step by `refresh`.
  private(set) var matches: [EventTable.Match] = [] { didSet { matchesVersion &+= 1 } }
  /// Another with each change of them.
  private(set) var matchesVersion = 0
  /// Where they are on the map; made by `prepareFrame`, and outdated by most that happens.
  var keptGroups: KeptGroups?
  /// The lines of the event list; kept in step by `refresh`.
  private(set) var items = EventList()
  /// How many characters of the file's texts are shown as marks, since they could act on a terminal.
  private(set) var marks: Int
  /// The credits of the base map, a line each.
  let credits: [String]
  /// What the whole situation covers: what the file says, or all events that have a place; else the world.
  var extent: GeoBounds

  /// A state that shows a situation as its options say.
  ///
  /// - Parameters:
  ///   - situation: what is browsed.
  ///   - baseMap: as much of the base map as is loaded yet.
  ///   - credits: who is to be named for it, a line each.
  ///   - size: the screen's.
  ///   - isUnicode: whether the screen can show more than ASCII; if not, the glyphs are `ascii` and names
  ///     in English, and it says so if something else was asked for.
  ///   - colorDepth: how many colours the screen shows.
  ///   - frames: characters of frames; nil for lines wherever the screen can show them.
  ///   - options: how it opens.
  public init(
    situation: Situation, baseMap: BaseMap, credits: [String] = [], size: Size, isUnicode: Bool = true,
    colorDepth: ColorDepth = .indexed, frames: FrameGlyphs? = nil, options: ViewOptions = ViewOptions()
  ) {
    let situation = situation.by(options.timeLook.clock)
    self.situation = situation
    spots = SpotTable(situation.events)
    self.baseMap = baseMap
    self.credits = credits
    extent = situation.coverage
    let events = situation.events
    marks = situation.marks
    self.size = size
    self.isUnicode = isUnicode
    self.colorDepth = colorDepth
    frameGlyphs = isUnicode ? frames ?? .lines : .ascii
    pane = options.pane
    glyphs = isUnicode ? options.glyphs ?? .ascii : .ascii
    language = isUnicode ? options.language ?? .english : .english
    theme = options.theme ?? .dark
    overlays = options.overlays
    story = options.story
    (origin, keys) = (options.origin, options.keys)
    awaited = events.count == 0 ? options.view : nil
    remote = options.source.map { Remote(name: $0, limit: options.pageLimit) }
    if let before = options.viewBefore { history.keep(before) }
    hidden = Set(options.hiddenLayers.map(LayerRow.layer)).union(options.hiddenOverlays.map(LayerRow.overlay))
      .union(BrowserState.rows(ofFiles: options.hiddenFiles, in: situation.events))
    colours = options.colours ?? .usual(for: situation.events)
    fileCounts = situation.events.fileCounts
    (footprints, coordinateForm) = (options.footprints, options.coordinates ?? .decimal)
    worldview = options.worldview
    (showsCrosshair, marked) = (options.showsCrosshair, options.measuredFrom)
    filter = options.filter
    filtered = situation.events.rows(passing: options.filter)
    passing = filtered
    search = options.search
    order = options.order
    hasGrades = events.hasGrades
    hasNamedPlaces = events.hasNamedPlaces
    arrangement = EventArrangement(options.order, of: situation.events)
    time = Timeline(window: options.window(of: situation.events), look: options.timeLook)
    histogram = Histogram(
      Histogram.Question(columns: 1, unit: nil, kind: nil, foldsGaps: false, middle: nil), of: situation.events,
      rows: RowSet([]))
    // The layout needs the whole state, and the view the layout.
    mapLook = MapLook(
      home: Viewport(
        center: Coordinate(latitude: 0, longitude: 0), zoom: 0, size: Size(columns: 1, rows: 1),
        projection: options.projection))
    lookHome()
    if let area = options.area {
      look(at: Viewport.fitting(area, in: viewport.size, projection: options.projection))
    } else if options.at != nil || options.zoom != nil {
      // Both at once: a wide view could not have its middle there.
      look(
        at: Viewport(
          center: options.at ?? viewport.center, zoom: options.zoom ?? viewport.zoom, size: viewport.size,
          projection: options.projection))
    }
    passing = shown(filtered)
    refresh()
    // Changes are there to be walked through: the keys begin in their list.
    if situation.events.isComparison, let first = items.lazy.compactMap(\.eventRow).first {
      (focus, selection) = (.side, Selection(row: first))
    }
    if let id = options.select, let row = situation.events.row(of: id) { selection = Selection(row: row) }
    if let step = options.step { tell(step) }
    settle()
    notice = options.notice.map { SafeText($0).text }
    if options.viewBefore != nil { message = "as it was left; \(keys.shown(.undo)) shows it as it opens by itself" }
    if glyphs != options.glyphs ?? .ascii {
      message = Refusal.glyphs.rawValue
    } else if language != options.language ?? .english {
      message = Refusal.language.rawValue
    }
  }

  /// Puts another situation in the place of this one; rows that the state holds are the caller's to mend.
  mutating func replace(with new: Situation) {
    situation = new.by(time.look.clock)
    spots = SpotTable(situation.events)
    (extent, marks) = (wholeExtent, situation.marks)
    hasGrades = situation.events.hasGrades
    hasNamedPlaces = situation.events.hasNamedPlaces
    fileCounts = situation.events.fileCounts
    filtered = situation.events.rows(passing: filter)
    passing = shown(filtered)
    (matches, items) = ([], EventList())
    // A press and a question that wait have rows of what was there.
    if case .mark = drag { drag = nil }
    if case .overwrite = question {
      question = nil
      notice = "the events have changed meanwhile: nothing was written"
    }
    facets.forget()
    if isHome { lookHome() }
  }

  /// Why what was asked for can't be shown.
  enum Refusal: String {
    case glyphs = "this terminal or locale is not UTF-8: the map stays in ASCII"
    case language = "this terminal or locale is not UTF-8: names stay in English"
  }

  /// Asks the events again; to be called after every change of filter or window.
  mutating func refresh() {
    var found = situation.events.matches(in: shownWindow, among: passing)
    if let partial {
      // Beside the page there may be the selected event, which is none of those that are listed.
      found.removeAll { partial.kept.contains(situation.events[$0.row].id) }
      counts = MatchCounts(partial.cells?.answer)
    } else {
      counts = MatchCounts(found, in: self)
    }
    if time.look.isCertainOnly { found.removeAll { !$0.isCertain } }
    matches = found
    items = EventList(of: matches, in: arrangement)
  }

  /// Makes the histogram again, if it would not be the same.
  mutating func refreshHistogram() {
    let question = histogramQuestion
    if let partial {
      askedHistogram = nil
      histogram = Histogram(question, of: partial)
      return
    }
    guard askedHistogram != question else { return }
    askedHistogram = question
    histogram = Histogram(question, of: situation.events, rows: passing)
  }

  /// Sorts and counts anew, as after a change of the clock.
  mutating func askAnew() {
    askedHistogram = nil
    arrange(order)
  }

  /// Lists the events in another order.
  mutating func arrange(_ order: EventOrder) {
    self.order = order
    arrangement = EventArrangement(order, of: situation.events)
    items = EventList(of: matches, in: arrangement)
    (followedRow, listTop) = (nil, 0)
  }

  /// Whether an event stands among the matches of the search.
  func isFound(_ row: Int) -> Bool {
    Needle(search).map(situation.events[row].mentions) ?? false
  }
}
