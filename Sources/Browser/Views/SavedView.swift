import Cartography
import SituationModel
import TextCanvas

/// A view as a value: what is looked at and how, without the screen's size and without what is open beside it.
///
/// What is nil is as a situation opens by itself or, of the look, as the screen has it already.
public struct SavedView: Hashable, Sendable {
  /// The middle of the map; nil for that of the situation.
  public var at: Coordinate?
  /// The zoom; nil for that which shows the situation.
  public var zoom: Double?
  /// What is to fit into the map, whatever its size; goes before middle and zoom.
  public var area: GeoBounds?
  /// How the globe is laid out.
  public var projection = ProjectionKind.mercator
  /// The point of view from which contested borders and names are drawn.
  public var worldview = Worldview.deFacto
  /// Whether the middle of the map is marked.
  public var showsCrosshair = false
  /// The place that is measured from.
  public var measuredFrom: Coordinate?
  /// The beginning of the window; nil for that of all events.
  public var from: DateInterval?
  /// The end of the window, the whole of that date included.
  public var to: DateInterval?
  /// How time is looked at.
  public var timeLook = TimeLook()
  /// Which events, whatever their time.
  public var filter = EventFilter()
  /// A text that is searched for.
  public var search = ""
  /// In which order the list has the events.
  public var order = EventOrder()
  /// The id of the selected event.
  public var select: String?
  /// The layers of the map that are not shown.
  public var hiddenLayers = MapLayer.hiddenAtFirst
  /// The user's own layers that are not shown, counted from 0.
  public var hiddenOverlays: Set<Int> = []
  /// The names of files whose events are not shown, where several are open.
  public var hiddenFiles: Set<String> = []
  /// What the colours of marks tell; nil for the file where several are open, and else the kind.
  public var colours: MarkColours?
  /// Of which events the map shows how far their places reach.
  public var footprints = Footprints.selected
  /// The glyphs of the map.
  public var glyphs: GlyphSet?
  /// The language of the map's names.
  public var language: NameLanguage?
  /// The colours.
  public var theme: ThemeName?
  /// How coordinates are written.
  public var coordinates: CoordinateForm?

  /// The view that a situation opens with.
  public init() {}

  /// The same without what belongs to a terminal and a person more than to what is looked at.
  public var withoutLook: SavedView {
    looking(like: SavedView())
  }

  /// The same, with what belongs to a terminal and a person as another view has it.
  public func looking(like other: SavedView) -> SavedView {
    var view = self
    (view.glyphs, view.language, view.theme, view.coordinates) =
      (other.glyphs, other.language, other.theme, other.coordinates)
    return view
  }
}

/// Of which events the map shows how far their places reach.
public enum Footprints: String, CaseIterable, Hashable, Sendable {
  case selected, all, none

  /// In words.
  var words: String { self == .selected ? "of the selected event only" : rawValue }
}

extension TimeWindow {
  /// Its first date, and its last, which is included: each to the day where it is a whole one.
  var dates: (from: DateInterval, to: DateInterval) {
    func precision(_ moment: Instant) -> TimePrecision {
      moment.secondOfDay == 0 ? .day : moment.seconds % 60 == 0 ? .minute : .second
    }
    let last = precision(end)
    return (
      DateInterval(unit: precision(start), at: start), DateInterval(unit: last, at: last.start(ofUnitBefore: end))
    )
  }
}
