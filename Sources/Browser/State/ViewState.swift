import Cartography
import SituationModel
import TextCanvas

/// What is looked at and how: all that undo, bookmarks, stories and settings remember.
struct ViewState: Equatable, Sendable {
  /// Which part of the world the map shows.
  var camera: Camera
  /// True if the map was moved by hand, so that its middle matters.
  var showsCrosshair = false
  /// The place that is measured from; nil while nothing is measured.
  var measuredFrom: Coordinate?
  /// The stretch of time that is looked at.
  var window: TimeWindow
  /// How it is looked at.
  var timeLook = TimeLook()
  /// Which events, whatever their time.
  var filter = EventFilter()
  /// The text last searched for; empty when there is none.
  var search = ""
  /// In which order the list has the events.
  var order = EventOrder()
  /// The selected event.
  var selection: Selection?
  /// What of the map, of the files and of the user's own layers is not shown.
  var hidden: Set<LayerRow> = []
  /// What the colours of marks tell.
  var colours = MarkColours.kind
  /// Of which events the map shows how far their places reach.
  var footprints = Footprints.selected
  /// The point of view from which the map draws contested borders and names.
  var worldview = Worldview.deFacto
  /// The glyphs of the map.
  var glyphs = GlyphSet.ascii
  /// The language of the map's names.
  var language = NameLanguage.english
  /// The colours.
  var theme = ThemeName.dark
  /// How coordinates are written.
  var coordinateForm = CoordinateForm.decimal

  /// The layers of the map that are not shown.
  var hiddenLayers: Set<MapLayer> {
    Set(MapLayer.allCases.filter { hidden.contains(.layer($0)) })
  }

  /// The numbers of the files that are off: their events are nowhere, as if a filter ruled them out.
  var hiddenFiles: Set<UInt8> {
    Set(
      hidden.compactMap { row in if case .file(let number) = row { UInt8(truncatingIfNeeded: number) } else { nil } })
  }
}
