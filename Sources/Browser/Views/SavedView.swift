import Cartography
import SituationModel
import TextCanvas

/// A view as a value, without the screen's size and without the panes that are open beside it.
///
/// A member that is nil has the value with which a situation opens. For glyphs, language, theme and coordinates, nil means the screen's
/// present value.
public struct SavedView: Hashable, Sendable {
  /// The middle of the map; nil for that of the situation.
  public var at: Coordinate?
  /// The zoom; nil for the one that shows the whole situation.
  public var zoom: Double?
  /// The area to fit into the map, whatever its size; it takes precedence over `at` and `zoom`.
  public var area: GeoBounds?
  /// The map projection.
  public var projection = ProjectionKind.mercator
  /// The point of view from which contested borders and names are drawn.
  public var worldview = Worldview.deFacto
  /// True if the middle of the map is marked.
  public var showsCrosshair = false
  /// The place from which the measurement starts; nil for none.
  public var measuredFrom: Coordinate?
  /// The beginning of the window; nil for that of all events.
  public var from: DateInterval?
  /// The end of the window, with the whole of that date; nil for that of all events.
  public var to: DateInterval?
  /// The settings for looking at time, beside the window.
  public var timeLook = TimeLook()
  /// The filter, which ignores time.
  public var filter = EventFilter()
  /// The text that is searched for; empty for none.
  public var search = ""
  /// The order of the list.
  public var order = EventOrder()
  /// The id of the selected event.
  public var select: String?
  /// The layers of the map that are hidden.
  public var hiddenLayers = MapLayer.hiddenAtFirst
  /// The numbers of the user's own layers that are hidden, counted from 0.
  public var hiddenOverlays: Set<Int> = []
  /// The names of files whose events are hidden, if several are open.
  public var hiddenFiles: Set<String> = []
  /// The meaning of the colours of marks; nil for the file if several are open, otherwise the kind.
  public var colours: MarkColours?
  /// The events whose places' extents the map shows.
  public var footprints = Footprints.selected
  /// The glyphs of the map.
  public var glyphs: GlyphSet?
  /// The language of the map's names.
  public var language: NameLanguage?
  /// The colour theme.
  public var theme: ThemeName?
  /// The form in which coordinates are written.
  public var coordinates: CoordinateForm?

  /// The view that a situation opens with.
  public init() {}

  /// The view without the members that belong to a terminal and a person: glyphs, language, theme and form of coordinates.
  public var withoutLook: SavedView {
    looking(like: SavedView())
  }

  /// The view with the members that belong to a terminal and a person taken from another view.
  public func looking(like other: SavedView) -> SavedView {
    var view = self
    (view.glyphs, view.language, view.theme, view.coordinates) =
      (other.glyphs, other.language, other.theme, other.coordinates)
    return view
  }
}

/// The events whose places' extents the map shows.
public enum Footprints: String, CaseIterable, Hashable, Sendable {
  case selected, all, none

  /// The value in words.
  var words: String { self == .selected ? "of the selected event only" : rawValue }
}

extension TimeWindow {
  /// The first date of the window, and the last, which is included; each to the day if it is a whole one.
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
