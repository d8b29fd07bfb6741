import Cartography
import SituationModel
import TextCanvas

/// The view: all that undo, bookmarks, stories and settings remember.
struct ViewState: Equatable, Sendable {
  /// The part of the world that the map shows.
  var camera: Camera
  /// True if the map was moved by hand, so that its middle matters.
  var showsCrosshair = false
  /// The place from which the measurement starts; nil while nothing is measured.
  var measuredFrom: Coordinate?
  /// The window of time.
  var window: TimeWindow
  /// The settings for looking at time, beside the window.
  var timeLook = TimeLook()
  /// The filter, which ignores time.
  var filter = EventFilter()
  /// The text that was last searched for; empty if there is none.
  var search = ""
  /// The order of the list.
  var order = EventOrder()
  /// The selected event.
  var selection: Selection?
  /// The layers of the map, the files and the user's own layers that are hidden.
  var hidden: Set<LayerRow> = []
  /// The meaning of the colours of marks.
  var colours = MarkColours.kind
  /// The events whose places' extents the map shows.
  var footprints = Footprints.selected
  /// The point of view from which the map draws contested borders and names.
  var worldview = Worldview.deFacto
  /// The glyphs of the map.
  var glyphs = GlyphSet.ascii
  /// The language of the map's names.
  var language = NameLanguage.english
  /// The colour theme.
  var theme = ThemeName.dark
  /// The form in which coordinates are written.
  var coordinateForm = CoordinateForm.decimal

  /// The layers of the map that are hidden.
  var hiddenLayers: Set<MapLayer> {
    Set(MapLayer.allCases.filter { hidden.contains(.layer($0)) })
  }

  /// The numbers of the files that are off: their events are shown nowhere, as if a filter excluded them.
  var hiddenFiles: Set<UInt8> {
    Set(
      hidden.compactMap { row in if case .file(let number) = row { UInt8(truncatingIfNeeded: number) } else { nil } })
  }
}
